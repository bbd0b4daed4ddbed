/** What every request gets before anything looks at it: an id, and one line in the log when it is over. */
import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { requestIdOf } from './answer';

export interface RequestLine {
  readonly requestId: string;
  readonly method: string;
  /** Without the query, which may hold what does not belong into a log. */
  readonly path: string;
  readonly status: number;
  /** The code of the problem, where the answer was one. */
  readonly code?: string;
  readonly durationMs: number;
}

/** A caller may name a request itself; an id that could break a log line or a header is not taken. */
const REQUEST_ID = /^[A-Za-z0-9._-]{1,100}$/;

/** Logged for a caller who hung up before the answer; no such status is ever sent. */
const CALLER_GONE = 499;

export function requestContext(log: (line: RequestLine) => void): RequestHandler {
  return (request, response, next) => {
    const begun = performance.now();
    const given = request.headers['x-request-id'];
    response.locals['requestId'] = typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID();
    response.once('close', () => {
      const code = response.locals['code'] as string | undefined;
      log({
        requestId: requestIdOf(response),
        method: request.method,
        path: pathOf(request.originalUrl),
        status: response.headersSent ? response.statusCode : CALLER_GONE,
        ...(code !== undefined && { code }),
        durationMs: Math.round((performance.now() - begun) * 100) / 100,
      });
    });
    next();
  };
}

function pathOf(url: string): string {
  const end = url.indexOf('?');
  return end < 0 ? url : url.slice(0, end);
}
