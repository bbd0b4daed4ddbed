/** Requests as laets' clients send them, byte by byte where that matters; fetch would tidy addresses up. */
import http from 'node:http';
import type { GatewayUnderTest } from '../../gateway-under-test';

export interface Told {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  /** As it came. */
  readonly text: string;
  /** Undefined where there was none. */
  readonly body: Record<string, unknown> | undefined;
}

export interface Sent {
  readonly method?: string;
  /** Text and bytes as they are, all else as JSON. */
  readonly body?: unknown;
  /** Undefined takes a usual one away. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

/** Asks with the shop's key, unless the headers say otherwise. */
export function ask(gateway: GatewayUnderTest, path: string, sent: Sent = {}): Promise<Told> {
  const { body, method = body === undefined ? 'GET' : 'POST' } = sent;
  const bytes = typeof body === 'string' || Buffer.isBuffer(body) || body === undefined ? body : JSON.stringify(body);
  const usual = { authorization: withToken(gateway.key), 'content-type': 'application/json' };
  const headers = Object.fromEntries(
    Object.entries({ ...usual, ...sent.headers }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  return new Promise((resolve, reject) => {
    const length = bytes === undefined ? {} : { 'content-length': Buffer.byteLength(bytes) };
    const request = http.request(gateway.address, { method, path, headers: { ...headers, ...length } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const { statusCode: status = 0, headers: told } = response;
        resolve({
          status,
          headers: told,
          text,
          body: text === '' || !text.startsWith('{') ? undefined : JSON.parse(text),
        });
      });
    });
    request.on('error', reject);
    request.end(bytes);
  });
}

export function withToken(token: string, user = 'example-user'): string {
  return `IcebergAccessToken ${user}:${token}`;
}

/** What a refusal says: its status, its code, its one text. */
export function faultIn({ status, body }: Told): { status: number; code?: number; text?: string } {
  const [first] = (body?.['errors'] ?? []) as (string | { code: number; msg: [string] })[];
  if (first === undefined) return { status };
  return typeof first === 'string' ? { status, text: first } : { status, code: first.code, text: first.msg[0] };
}
