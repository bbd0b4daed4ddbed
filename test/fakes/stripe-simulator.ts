/**
 * Stripe's refunds over real HTTP on this machine: keys with saved replies, over-refunds refused, faults on demand. Counts
 * effects (its books) apart from requests, and lets Stripe's own description judge every request and every reply.
 */
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { StripeBooks, refused, type StripeError } from './stripe-books';
import { StripeDescription } from './stripe-description';

export const SECRET_KEY = 'sk_test_simulated0000';
const VERSION = '2023-08-16';
const description = new StripeDescription();

export interface StripeRequest {
  readonly method: string;
  readonly path: string;
  /** Of the form or of the query. */
  readonly fields: URLSearchParams;
  /** The `Idempotency-Key`. */
  readonly key?: string;
}

export interface Reply {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What goes wrong with one request. A reply is given as it stands, and nothing else happens. */
export type StripeFault =
  | 'error_before' // 500 without an effect; the next try is carried out
  | 'saved_error' // 500 without an effect, and again for every try under the key
  | 'error_after' // 500 after the effect, and again for every try under the key
  | 'rate_limited'
  | 'invalid_json'
  | 'wrong_schema'
  | 'wrong_amount'
  | Reply;

type Answer = Reply & { readonly json?: unknown };
interface Saved {
  readonly fields: string;
  readonly reply: Answer;
}

export class StripeSimulator {
  readonly books: StripeBooks;
  readonly requests: StripeRequest[] = [];
  /** What Stripe's description does not allow, by whom. Must stay empty. */
  readonly violations: string[] = [];
  /** Which fault meets a request. */
  fault: (request: StripeRequest) => StripeFault | undefined = () => undefined;
  private readonly saved = new Map<string, Saved>();

  private constructor(
    private readonly server: http.Server,
    mostPerPage: number,
  ) {
    this.books = new StripeBooks(mostPerPage);
    server.on('request', (request, response) => void this.serve(request, response));
  }

  static async start({ mostPerPage = 100 } = {}): Promise<StripeSimulator> {
    const server = http.createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new StripeSimulator(server, mostPerPage);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get address(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** A day later: Stripe remembers a key for as long. */
  forgetKeys(): void {
    this.saved.clear();
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  private async serve(message: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const request = await readRequest(message).catch(() => undefined);
    if (!request) return void response.destroy();
    this.requests.push(request);
    const fault = this.fault(request);
    const answer = typeof fault === 'object' ? fault : this.judged(request, this.answer(message, request, fault));
    const { status, body, headers } = deformed(answer, fault);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
  }

  private answer(message: http.IncomingMessage, request: StripeRequest, fault?: StripeFault): Answer {
    if (message.headers.authorization !== `Bearer ${SECRET_KEY}`) return said(401, error('invalid_request_error'));
    if (fault === 'rate_limited') return { ...said(429, error('invalid_request_error', 'rate_limit')), headers: RETRY };
    if (fault === 'error_before') return said(500, error('api_error'));
    if (message.headers['stripe-version'] !== VERSION) this.violations.push('another version than the described one');
    const { method, path, fields } = request;
    const problems = description.request(method, path, fields);
    this.violations.push(...problems);
    if (problems.length > 0) return told(refused(400, 'parameter_unknown', problems.join('; ')));
    if (method === 'POST') return this.underKey(request, fault);
    return path === '/v1/refunds'
      ? said(200, this.books.page(fields))
      : told(this.books.find(path.split('/')[3] ?? ''));
  }

  /** The first reply under a key is the reply under that key: a success, a refusal and an error alike. */
  private underKey({ fields, key = '' }: StripeRequest, fault?: StripeFault): Answer {
    if (key === '' || key.length > 255) this.violations.push('a refund without a key of 1 to 255 characters');
    const earlier = this.saved.get(key);
    if (earlier && earlier.fields !== fields.toString()) return said(400, error('idempotency_error'));
    if (earlier) return { ...earlier.reply, headers: { 'idempotent-replayed': 'true' } };
    const real = fault === 'saved_error' ? said(500, error('api_error')) : told(this.books.refund(fields));
    const reply = fault === 'error_after' ? said(500, error('api_error')) : real;
    this.saved.set(key, { fields: fields.toString(), reply });
    return reply;
  }

  private judged({ method, path }: StripeRequest, answer: Answer): Answer {
    if (method === 'GET' || method === 'POST') {
      this.violations.push(...description.reply(method, path, answer.status, answer.json));
    }
    return answer;
  }
}

const RETRY = { 'retry-after': '1' };

function error(type: string, code?: string): object {
  return { error: { type, ...(code === undefined ? {} : { code }), message: `simulated ${code ?? type}` } };
}

function said(status: number, json: unknown): Answer {
  return { status, json, body: JSON.stringify(json) };
}

function told(value: object | StripeError): Answer {
  return 'error' in value ? said((value as StripeError).status, { error: value.error }) : said(200, value);
}

/** The reply as it leaves: what is saved under the key stays as it should have been. */
function deformed(answer: Answer, fault: StripeFault | undefined): Reply {
  const refund = answer.json as Record<string, unknown> | undefined;
  if (fault === 'invalid_json') return { ...answer, body: answer.body.slice(0, -1) };
  if (fault === 'wrong_schema') return { ...answer, body: JSON.stringify({ ...refund, status: 42 }) };
  if (fault !== 'wrong_amount') return answer;
  return { ...answer, body: JSON.stringify({ ...refund, amount: Number(refund?.['amount']) + 1 }) };
}

async function readRequest(message: http.IncomingMessage): Promise<StripeRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  const { pathname, searchParams } = new URL(message.url ?? '/', 'http://simulated');
  const { method = '' } = message;
  const fields = method === 'POST' ? new URLSearchParams(Buffer.concat(chunks).toString('utf8')) : searchParams;
  const key = message.headers['idempotency-key'];
  return { method, path: pathname, fields, ...(typeof key === 'string' ? { key } : {}) };
}
