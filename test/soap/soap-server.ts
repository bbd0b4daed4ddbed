/** A real server with the real handler, and a `call` that gives back what it was given where the answer has room for it. */
import { readFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { Refusal } from '../../src/domain/refusal';
import type { Contract } from '../../src/soap/contract';
import { createSoapHandler } from '../../src/soap/endpoint';
import type { AnswerEntry, SoapCall, SoapOptions } from '../../src/soap/endpoint';
import { readContract } from '../../src/soap/wsdl-reader';
import { schemaVerdicts } from './schema-verdicts';

const ROOT = path.join(__dirname, '..', '..');
export const WSDL = readFileSync(path.join(ROOT, 'wsdl', 'refund-gateway.wsdl'), 'utf8');
export const NAMESPACE = 'urn:refund-gateway:v1';
export const SOAP11 = 'http://schemas.xmlsoap.org/soap/envelope/';
export const SOAP12 = 'http://www.w3.org/2003/05/soap-envelope';

export interface Reply {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
}

export interface TestServer {
  readonly port: number;
  readonly calls: SoapCall[];
  readonly bugs: unknown[];
  readonly entries: AnswerEntry[];
  /** What `call` does next, once, instead of echoing. */
  next: ((call: SoapCall) => Promise<unknown>) | undefined;
  post(body: string | Buffer, headers?: http.OutgoingHttpHeaders): Promise<Reply>;
  ask(method: string, target: string, headers?: http.OutgoingHttpHeaders): Promise<Reply>;
  /** Fails where libxml2 finds an answer that SOAP or the WSDL does not allow. */
  close(): Promise<void>;
}

export async function startServer(options: Partial<SoapOptions> = {}): Promise<TestServer> {
  const contract: Contract = await readContract(WSDL);
  const answers: string[] = [];
  const heard = async (reply: Promise<Reply>): Promise<Reply> => {
    const { text } = await reply;
    if (text.includes(':Envelope')) answers.push(text);
    return reply;
  };
  const [calls, bugs, entries]: [SoapCall[], unknown[], AnswerEntry[]] = [[], [], []];
  const handler = createSoapHandler({
    contract,
    wsdlText: WSDL,
    faultElement: 'RefundGatewayFault',
    headerCodes: { IdempotencyKey: 'idempotency_key_invalid' },
    call: async (call) => {
      calls.push(call);
      const { next } = running;
      running.next = undefined;
      return next ? next(call) : echo(call);
    },
    onAnswer: (entry) => void entries.push(entry),
    onBug: (error) => void bugs.push(error),
    ...options,
  });
  const server = http.createServer(handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const running: TestServer = {
    port,
    calls,
    bugs,
    entries,
    next: undefined,
    post: (body, headers = {}) =>
      heard(sendTo(port, 'POST', '/soap/v1', { 'content-type': 'text/xml', ...headers }, body)),
    ask: (method, target, headers = {}) => heard(sendTo(port, method, target, headers, '')),
    close: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
      if (answers.length > 0) expect(answersThatDoNotFit(answers)).toEqual([]);
    },
  };
  return running;
}

export function sendTo(
  port: number,
  method: string,
  target: string,
  headers: http.OutgoingHttpHeaders,
  body: string | Buffer,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    let answered = false;
    const request = http.request(
      { port, host: '127.0.0.1', method, path: target, headers, agent: false },
      (response) => {
        answered = true;
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const text = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
        });
      },
    );
    request.on('error', (error) => (answered ? undefined : reject(error)));
    request.end(body);
  });
}

const NOW = '2026-11-21T10:30:00Z';

/** Answers with the texts of the request, so that what went through both ways can be compared. */
function echo({ operation, input }: SoapCall): Promise<unknown> {
  const given = input as Record<string, unknown>;
  if (operation === 'getRefundStatus') return Promise.resolve(status(Number(given['refundId'])));
  if (operation === 'openReturn') return Promise.resolve({ ...RETURN, reason: given['reason'], note: given['note'] });
  if (operation === 'addManualRefund') return Promise.resolve({ ...REFUND, ...given, reference: undefined });
  return Promise.reject(new Refusal('refund_not_found', `there is nothing to echo for ${operation}`));
}

function status(refundId: number): unknown {
  const money = { amount: '12.30', currency: 'PLN', settledAmount: '0.00' };
  return { refundId, state: 'approved', ...money, createdAt: NOW, transactions: [] };
}

const RETURN = {
  returnId: 7,
  orderId: 5,
  kind: 'return',
  compensation: 'refund',
  state: 'open',
  currency: 'PLN',
  worth: '10.00',
  reserved: '0.00',
  refunded: '0.00',
  refundable: '10.00',
  lines: [],
  openedAt: NOW,
  updatedAt: NOW,
};

const REFUND = { refundId: 1, orderId: 5, method: 'manual', state: 'requested', createdAt: NOW, transactions: [] };

function answersThatDoNotFit(answers: readonly string[]): { answer: string; verdict: string }[] {
  const verdicts = schemaVerdicts(answers);
  return answers.flatMap((answer, at) => (verdicts[at] === '' ? [] : [{ answer, verdict: verdicts[at] ?? '' }]));
}

/** What would tell an attacker about our insides. */
const LEAK = /\bat .+:\d+:\d+|node_modules|\.ts\b|\.js\b|TypeError|\bundefined\b(?! entity)|\[object|saxes|root:/;

/** The right refusal, nothing run, nothing leaked, and the next honest request is served. */
export async function expectFault(server: TestServer, reply: Reply, code: string, status = 500): Promise<void> {
  expect(reply.text).toContain(`<m:code>${code}</m:code>`);
  expect(reply.status).toBe(status);
  expect(reply.text).not.toMatch(LEAK);
  expect(server.calls).toEqual([]);
  expect(server.bugs).toEqual([]);
  expect((await server.post(STATUS_12)).status).toBe(200);
}

/** An envelope around the content of Body. */
export function envelope(body: string, { uri = SOAP11, header = '' } = {}): string {
  const head = header === '' ? '' : `<e:Header>${header}</e:Header>`;
  return `<e:Envelope xmlns:e="${uri}">${head}<e:Body>${body}</e:Body></e:Envelope>`;
}

export function operation(name: string, content: string): string {
  return `<m:${name} xmlns:m="${NAMESPACE}">${content.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1m:')}</m:${name}>`;
}

export const STATUS_12 = envelope(operation('getRefundStatus', '<refundId>12</refundId>'));

export const MANUAL =
  '<sourceType>order</sourceType><sourceId>5</sourceId><amount>12.30</amount><currency>PLN</currency>' +
  '<destination>cash</destination>';
