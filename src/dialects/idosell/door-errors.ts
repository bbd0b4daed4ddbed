/** Errors of HTTP itself, in the one form that every known client of this platform can read (choice IDO-5). */
import type { OutgoingHttpHeaders } from 'node:http';
import type { ErrorRequestHandler, Response } from 'express';
import { Refusal, type RefusalKind } from '../../domain/refusal';
import { JSON_TYPE, requestIdOf, writeAnswer } from '../../rest/answer';
import type { OnBug } from '../../rest/problem';

interface DoorAnswer {
  readonly status: number;
  readonly text: string;
  readonly headers?: OutgoingHttpHeaders;
}

type Teller = (refusal: Refusal, method: string) => DoorAnswer;

const wrongFormat: Teller = ({ field }) => ({ status: 422, text: `Invalid data format: ${field ?? 'body'}` });
const BUG: DoorAnswer = { status: 500, text: 'Internal server error' };

/** The statuses are the platform's own: there is no 400 and no 409, and what cannot be done now is too many requests. */
const ANSWERS = {
  invalid: wrongFormat,
  refused: wrongFormat,
  conflict: wrongFormat,
  unauthenticated: () => ({ status: 401, text: 'Authorization error' }),
  forbidden: (_refusal, method) => {
    const text = `Access denied. Scope: oms, level: ${method === 'GET' || method === 'HEAD' ? 'r' : 'rw'}`;
    return { status: 403, text };
  },
  missing: () => ({ status: 404, text: 'Not found' }),
  not_allowed: () => ({ status: 405, text: 'Method not allowed' }),
  timeout: () => ({ status: 408, text: 'Request timeout', headers: { Connection: 'close' } }),
  too_large: () => ({ status: 413, text: 'Request too large' }),
  unsupported: () => ({ status: 415, text: 'Unsupported media type' }),
  busy: () => ({ status: 429, text: 'Too many requests', headers: { 'Retry-After': '1' } }),
  unknown: () => BUG,
} as const satisfies Record<RefusalKind, Teller>;

/** Answers what no method has a code for, and bugs, which say nothing of themselves. Must stand behind all routes. */
export function answerDoorErrors(onBug: OnBug): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    if (error instanceof Refusal) return writeDoorError(response, request.method, error);
    if (error instanceof URIError) return writeDoorError(response, request.method, new Refusal('path_not_found', ''));
    onBug(error, requestIdOf(response));
    write(response, BUG, 'internal_error');
  };
}

function writeDoorError(response: Response, method: string, refusal: Refusal): void {
  const tell: Teller = ANSWERS[refusal.kind];
  write(response, tell(refusal, method), refusal.code);
}

function write(response: Response, { status, text, headers }: DoorAnswer, code: string): void {
  response.locals['code'] = code;
  const body = JSON.stringify({ errors: { code: status, message: text } });
  writeAnswer(response, status, JSON_TYPE, body, { 'X-Error': text, ...headers });
}
