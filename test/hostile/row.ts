/** One hostile request: what is sent, what must come back, and why anybody would send it. */
import type { Listed } from './listed';

export interface HostileRow {
  /** What is sent, in a few words; no two rows have the same. */
  readonly name: string;
  /** The entry of the security list that the row stands for. */
  readonly listed?: Listed;
  /** Sent before it, and served. */
  readonly first?: HttpRequest;
  readonly request: HostileRequest;
  readonly expect: Expectation;
  readonly why: string;
}

export type HostileRequest = HttpRequest | LineScript;

/** An HTTP request that is well made, whatever it holds. POST to the door, as text/xml, with a good key, unless it says otherwise. */
export interface HttpRequest {
  readonly kind: 'http';
  readonly method?: string;
  /** What stands behind the door's path. */
  readonly behindPath?: string;
  /** A name that is given twice is sent twice. An empty Content-Type or Authorization is left out. */
  readonly headers?: readonly (readonly [name: string, value: string])[];
  /** Made when it is sent: a table of all that is large would not fit into memory. */
  readonly body: () => Buffer;
  readonly chunked?: boolean;
}

/** Bytes on a line, as they are. */
export interface LineScript {
  readonly kind: 'line';
  /** @param authorization of a good key */
  readonly pieces: (authorization: string) => Iterable<string | Buffer>;
  /** Between the pieces; none when absent. */
  readonly pauseMs?: number;
  /** What becomes of the line after the last piece: `wait` for the other side, `end` our half, `reset` it, or read nothing for a while. */
  readonly then: 'wait' | 'end' | 'reset' | 'ignore';
  /** How often this is done, all at the same time; once when absent. */
  readonly times?: number;
}

export interface Expectation {
  /** Any of these. `cut`: the line ended without an answer. */
  readonly status: readonly (number | 'cut')[];
  /** The code of the fault; a served request has none. */
  readonly code?: string;
  readonly holds?: readonly string[];
  readonly lacks?: readonly string[];
  /** Of the answer; names in lower case. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The answer is in this version of SOAP. */
  readonly version?: '1.1' | '1.2';
  /** Longest time to the answer. */
  readonly withinMs?: number;
}

type Rest = Omit<Expectation, 'status' | 'code'>;

export const served = (rest: Rest = {}): Expectation => ({ status: [200], ...rest });

/** A fault with this code, as HTTP 500 unless another status is said. */
export const refused = (
  code: string,
  holds: readonly string[] = [],
  rest: Rest & { status?: number } = {},
): Expectation => ({
  ...rest,
  status: [rest.status ?? 500],
  code,
  holds,
});

export const malformed = (...holds: string[]): Expectation => refused('request_malformed', holds);
export const invalid = (...holds: string[]): Expectation => refused('request_invalid', holds);
export const tooLarge = refused('request_too_large', [], { status: 413, headers: { connection: 'close' } });
export const unsupported = refused('media_type_unsupported', [], { status: 415 });

type Header = readonly [string, string];

/** A POST of this message. */
export function post(body: string | Buffer | (() => string | Buffer), headers: readonly Header[] = []): HttpRequest {
  return { kind: 'http', headers, body: () => Buffer.from(typeof body === 'function' ? body() : body) };
}

export const repeat = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join('');

export const nested = (depth: number, name = 'a'): string => `<${name}>`.repeat(depth) + `</${name}>`.repeat(depth);
