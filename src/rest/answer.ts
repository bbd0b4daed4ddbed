/** Every answer of this edge leaves through here: one writeHead, and the headers that nobody may forget. */
import type { OutgoingHttpHeaders } from 'node:http';
import type { Response } from 'express';
import { longJson } from './long-json';

export const JSON_TYPE = 'application/json; charset=utf-8';

/** Answers hold money and customers' data: nobody keeps them, frames them, or guesses that they are something else. */
const SECURITY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const satisfies OutgoingHttpHeaders;

/** The id under which this request stands in the log, in the audit and in its answer. */
export function requestIdOf(response: Response): string {
  return response.locals['requestId'] as string;
}

/** Writes this value as JSON. */
export function writeJson(response: Response, status: number, value: unknown, headers?: OutgoingHttpHeaders): void {
  const bytes = longJson(value);
  if (bytes === undefined) return writeAnswer(response, status, JSON_TYPE, JSON.stringify(value), headers);
  if (response.headersSent) return;
  const length = bytes.reduce((sum, piece) => sum + piece.length, 0);
  response.writeHead(status, headersOf(response, JSON_TYPE, length, headers));
  for (const piece of bytes) response.write(piece);
  response.end();
}

/** Writes the whole answer. Later headers win, so a page may loosen what is its own. */
export function writeAnswer(
  response: Response,
  status: number,
  type: string,
  text: string | Buffer,
  headers?: OutgoingHttpHeaders,
): void {
  if (response.headersSent) return;
  response.writeHead(status, headersOf(response, type, Buffer.byteLength(text), headers));
  response.end(text);
}

function headersOf(
  response: Response,
  type: string,
  length: number,
  more: OutgoingHttpHeaders | undefined,
): OutgoingHttpHeaders {
  return {
    ...SECURITY_HEADERS,
    'Content-Type': type,
    'Content-Length': length,
    'X-Request-Id': requestIdOf(response),
    ...more,
  };
}
