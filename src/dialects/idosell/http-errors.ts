/** Errors of HTTP itself, in the one form that every known client of this platform can read (IDO-5). */
import type { OutgoingHttpHeaders } from 'node:http';
import type { ErrorRequestHandler, Response } from 'express';
import { Refusal } from '../../domain/refusal';
import type { RefusalKind } from '../../domain/refusal';
import { JSON_TYPE, requestIdOf, writeAnswer } from '../../rest/answer';
import { STATUS } from '../../rest/problem';
import type { OnBug } from '../../rest/problem';

/** Of the gates; whatever else a call may be refused for is told in a reply. */
const TEXT: Partial<Record<RefusalKind, string>> = {
  missing: 'Not found',
  not_allowed: 'Method not allowed',
  timeout: 'Request timeout',
  too_large: 'Request too large',
  unsupported: 'Unsupported media type',
  busy: 'Service unavailable',
  unknown: 'Service unavailable',
};
const HEADERS: Partial<Record<RefusalKind, OutgoingHttpHeaders>> = {
  not_allowed: { Allow: 'POST' },
  timeout: { Connection: 'close' },
  busy: { 'Retry-After': '1' },
};

/** Answers what is thrown at a gate. Anything that has no text here is a bug of ours. */
export function answerHttpErrors(onBug: OnBug): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    const text = error instanceof Refusal ? TEXT[error.kind] : undefined;
    if (!(error instanceof Refusal) || text === undefined) {
      onBug(error, requestIdOf(response));
      return writeHttpError(response, 'internal_error', 500, 'Internal server error');
    }
    writeHttpError(response, error.code, STATUS[error.kind], text, HEADERS[error.kind]);
  };
}

function writeHttpError(
  response: Response,
  code: string,
  status: number,
  message: string,
  headers?: OutgoingHttpHeaders,
): void {
  response.locals['code'] = code;
  const body = JSON.stringify({ errors: { code: status, message } });
  writeAnswer(response, status, JSON_TYPE, body, { 'X-Error': message, ...headers });
}
