/** Every answer of this edge leaves through here: one writeHead, one end, and the headers that nobody may forget. */
import type { OutgoingHttpHeaders } from 'node:http';
import type { Response } from 'express';

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

/** From so many characters on, measuring a text and writing it would each cost as much as making bytes of it once. */
const LONG_TEXT = 65_536;

/** Writes the whole answer. Later headers win, so a page may loosen what is its own. */
export function writeAnswer(
  response: Response,
  status: number,
  type: string,
  text: string | Buffer,
  headers?: OutgoingHttpHeaders,
): void {
  if (response.headersSent) return;
  const body = typeof text === 'string' && text.length >= LONG_TEXT ? Buffer.from(text) : text;
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'Content-Type': type,
    'Content-Length': Buffer.byteLength(body),
    'X-Request-Id': requestIdOf(response),
    ...headers,
  });
  response.end(body);
}
