/**
 * Asks over SOAP with the soap package's client, made from the WSDL that the gateway serves. It shares no line with our codec:
 * what both understand is what the WSDL says.
 */
import { createHash, randomBytes } from 'node:crypto';
import http from 'node:http';
import { createClientAsync } from 'soap';
import type { Client } from 'soap';
import type { AskOptions, Credentials, Door, Exchange } from './doors';
import { restHeaders } from './rest-door';
import { answerIn, wrap } from './soap-values';
import type { OperationShape } from './soap-values';

type SoapVersion = '1.1' | '1.2';

const PORT = { '1.1': 'RefundGatewaySoap11Port', '1.2': 'RefundGatewaySoap12Port' } as const;
const WSDL = { '1.1': '?wsdl', '1.2': '?wsdl=all' } as const;
const SERVICE = 'RefundGatewayService';
const NAMESPACE = 'urn:refund-gateway:v1';
const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
const WSU = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd';
const TOKEN = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0';

const asIs = (text: string): string => text;
/** Values stay the text they were on the wire: node-soap would make floats of decimals and Dates of instants. */
const AS_TEXT = { decimal: asIs, long: asIs, int: asIs, dateTime: asIs };

type Call = (args: unknown, done: Done, options: object, headers: Record<string, string>) => void;
type Done = (error: Fault | null, result: unknown, text: string, header: unknown, sent: string) => void;

interface Fault extends Error {
  readonly response?: { readonly status: number };
  readonly body?: string;
  readonly root?: {
    readonly Envelope?: { readonly Body?: { readonly Fault?: FaultElement } };
  };
}

interface Detail {
  readonly RefundGatewayFault?: Readonly<Record<string, string>>;
}

/** A fault of SOAP 1.1, or of 1.2. */
interface FaultElement {
  readonly faultstring?: string;
  readonly detail?: Detail;
  readonly Reason?: { readonly Text: { readonly $value: string } };
  readonly Detail?: Detail;
}

const faultOf = (error: unknown): FaultElement => (error as Fault).root?.Envelope?.Body?.Fault ?? {};

/** The members of the typed fault, as text: the soap package reads faults without the schema. */
export function faultDetail(error: unknown): Readonly<Record<string, string>> | undefined {
  const { detail, Detail } = faultOf(error);
  return (detail ?? Detail)?.RefundGatewayFault;
}

export function faultString(error: unknown): string {
  const { faultstring, Reason } = faultOf(error);
  return faultstring ?? Reason?.Text.$value ?? '';
}

/** @param now the gateway's clock: a digest is good only near the time it was made */
export async function soapDoor(address: string, version: SoapVersion, now: () => number): Promise<Door> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  const client = await createClientAsync(`${address}/soap/v1${WSDL[version]}`, {
    endpoint: `${address}/soap/v1`,
    disableCache: true,
    forceSoap12Headers: version === '1.2',
    customDeserializer: AS_TEXT,
    preserveWhitespace: true,
    wsdl_options: { httpAgent: agent },
  });
  const calls = portOf(client, version);
  const shapes = shapesOf(client, version);
  return (operation, request, options) => {
    const shape = shapes[operation] as OperationShape;
    return new Promise((resolve, reject) => {
      const done: Done = (error, result, text, _header, sent) => {
        try {
          resolve(error ? refusal(error, sent) : { reply: { answer: answerIn(result, shape) }, text, sent });
        } catch (problem) {
          reject(problem instanceof Error ? problem : new Error(String(problem)));
        }
      };
      // The envelope is written before the call returns, so that these headers are of this call alone.
      for (const block of headerBlocks(options, now())) client.addSoapHeader(block);
      try {
        calls[operation]?.(wrap(request, shape.input), done, { httpAgent: agent }, httpHeaders(options));
      } finally {
        client.clearSoapHeaders();
      }
    });
  };
}

function portOf(client: Client, version: SoapVersion): Readonly<Record<string, Call>> {
  return (client as unknown as Record<string, Record<string, Record<string, Call>>>)[SERVICE]?.[PORT[version]] ?? {};
}

/** What the soap package says about every operation of the WSDL. */
export function shapesOf(client: Client, version: SoapVersion): Readonly<Record<string, OperationShape>> {
  const described = client.describe() as Record<string, Record<string, Record<string, OperationShape>>>;
  return described[SERVICE]?.[PORT[version]] ?? {};
}

function refusal(error: Fault, sent: string): Exchange {
  const detail = faultDetail(error);
  if (!detail) throw error;
  const { code = '', message = '', field, retryable } = detail;
  const refused = { code, field, retryable: retryable === 'true', status: error.response?.status ?? 0 };
  return { reply: { refused }, message, text: error.body ?? '', sent };
}

function httpHeaders({ idempotencyBlock: _block, credentials, ...options }: AskOptions): Record<string, string> {
  const byHeader = credentials === undefined || credentials === 'none' || !('login' in credentials);
  return restHeaders({ ...options, ...(byHeader && credentials !== undefined && { credentials }) });
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const escape = (text: string): string => text.replace(/[&<>]/g, (letter) => ESCAPES[letter] ?? '');

function headerBlocks({ idempotencyBlock, credentials = 'none' }: AskOptions, now: number): string[] {
  const key = `<IdempotencyKey xmlns="${NAMESPACE}">${escape(idempotencyBlock ?? '')}</IdempotencyKey>`;
  return [...(idempotencyBlock === undefined ? [] : [key]), ...usernameToken(credentials, now)];
}

/** Written by hand, because the soap package takes the time of a digest from the system's clock. */
function usernameToken(credentials: Credentials, now: number): string[] {
  if (credentials === 'none' || !('login' in credentials)) return [];
  const { login, passwordType, nonce = randomBytes(16).toString('base64') } = credentials;
  const created = new Date(now).toISOString();
  const digest = createHash('sha1').update(Buffer.from(nonce, 'base64')).update(created).update(login.password);
  const [type, password, extras] =
    passwordType === 'text'
      ? ['PasswordText', login.password, '']
      : [
          'PasswordDigest',
          digest.digest('base64'),
          `<w:Nonce>${nonce}</w:Nonce><u:Created xmlns:u="${WSU}">${created}</u:Created>`,
        ];
  return [
    `<w:Security xmlns:w="${WSSE}"><w:UsernameToken><w:Username>${escape(login.user)}</w:Username>` +
      `<w:Password Type="${TOKEN}#${type}">${escape(password)}</w:Password>${extras}</w:UsernameToken></w:Security>`,
  ];
}
