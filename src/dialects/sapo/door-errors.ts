/** Everything that goes wrong, in the platform's own shapes: `errors` is a text, or texts by the path of a member. */
import type { OutgoingHttpHeaders } from 'node:http';
import type { ErrorRequestHandler, Response } from 'express';
import { Refusal, type RefusalKind } from '../../domain/refusal';
import { requestIdOf, writeJson } from '../../rest/answer';
import type { OnBug } from '../../rest/problem';
import { callLimitOf } from './call-limit';
import { faultOf } from './faults';
import { WrapperMissing } from './params';

interface DoorAnswer {
  readonly status: number;
  readonly errors: unknown;
  readonly headers?: OutgoingHttpHeaders;
}

type Teller = (refusal: Refusal) => DoorAnswer;

const told = (status: number, errors: string, headers?: OutgoingHttpHeaders): Teller => {
  const answer = { status, errors, ...(headers ? { headers } : {}) };
  return () => answer;
};

/** What is wrong about one member stands under its path; what is wrong about all of it is a text. */
const invalid: Teller = (refusal) => {
  if (refusal instanceof WrapperMissing) return { status: 400, errors: { [refusal.wrapper]: refusal.message } };
  const errors = faultOf(refusal);
  return errors ? { status: 422, errors } : { status: 400, errors: 'Bad Request' };
};
const refused: Teller = (refusal) => ({ status: 422, errors: faultOf(refusal) ?? { base: [refusal.message] } });
const TOO_MANY: DoorAnswer = { status: 429, errors: 'Too Many Requests', headers: { 'Retry-After': '1' } };
const BUG: DoorAnswer = { status: 500, errors: 'Internal Server Error' };

/** There is no 409 here: what cannot be done is a 422, whatever the reason. */
const ANSWERS = {
  invalid,
  refused,
  conflict: refused,
  unauthenticated: told(401, 'Unauthorized'),
  forbidden: told(403, 'Forbidden'),
  missing: (refusal) => {
    const errors = faultOf(refusal);
    return errors ? { status: 422, errors } : { status: 404, errors: 'Not Found' };
  },
  not_allowed: told(405, 'Method Not Allowed'),
  timeout: told(408, 'Request Timeout', { Connection: 'close' }),
  too_large: told(413, 'Request Entity Too Large'),
  unsupported: told(415, 'Unsupported Media Type'),
  busy: () => TOO_MANY,
  unknown: () => BUG,
} as const satisfies Record<RefusalKind, Teller>;

/** Answers refusals, and bugs, which say nothing of themselves. Must stand behind all routes of the platform. */
export function answerDoorErrors(onBug: OnBug): ErrorRequestHandler {
  return (error: unknown, _request, response, _next) => {
    if (error instanceof Refusal) return writeDoorError(response, error);
    if (error instanceof URIError) return writeDoorError(response, new Refusal('path_not_found', ''));
    onBug(error, requestIdOf(response));
    write(response, BUG, 'internal_error');
  };
}

/** @param headers what only the place of the refusal knows, such as the methods of a 405 */
export function writeDoorError(response: Response, refusal: Refusal, headers?: OutgoingHttpHeaders): void {
  const tell: Teller = ANSWERS[refusal.kind];
  const answer = tell(refusal);
  write(response, { ...answer, headers: { ...answer.headers, ...headers } }, refusal.code);
}

/** Answers who calls more often than the platform allows. */
export function refuseHasty(response: Response): void {
  write(response, TOO_MANY, 'too_many_requests');
}

function write(response: Response, { status, errors, headers }: DoorAnswer, code: string): void {
  response.locals['code'] = code;
  writeJson(response, status, { errors }, { ...callLimitOf(response), ...headers });
}
