/** Everything that goes wrong, in the platform's own shapes (contract, section 2; choice LAETS-4). */
import type { OutgoingHttpHeaders } from 'node:http';
import type { ErrorRequestHandler, Request, Response } from 'express';
import { Refusal, type RefusalKind } from '../../domain/refusal';
import { requestIdOf } from '../../rest/answer';
import type { OnBug } from '../../rest/problem';
import { stepsOf } from './address';
import { faultOf, type Place } from './faults';
import { reply } from './reply';
import { NotProved } from './sign-on';

/** Absent: the answer has no body. */
interface DoorAnswer {
  readonly status: number;
  readonly errors?: readonly unknown[];
  readonly headers?: OutgoingHttpHeaders;
}

type Teller = (refusal: Refusal, request: Request) => DoorAnswer;

const stepsIn = (url: string): ReturnType<typeof stepsOf> => stepsOf(url.split('?', 1)[0] ?? '');

const empty = (status: number): Teller => {
  const answer = { status };
  return () => answer;
};
const said = (status: number, headers: OutgoingHttpHeaders = {}): Teller => {
  return ({ message }) => ({ status, errors: [message], headers });
};
const coded: Teller = (refusal, { originalUrl }) => {
  return { status: 400, errors: [faultOf(refusal, placeOf(originalUrl)) ?? refusal.message] };
};
function placeOf(url: string): Place {
  const [resource, id] = stepsIn(url);
  if (resource !== 'return') return 'elsewhere';
  return id === undefined ? 'returns' : 'return';
}

const BUG: DoorAnswer = { status: 500, errors: ['internal error'] };

/** What the services call the id in an address, by the first step of the address. */
const ADDRESSED: Readonly<Record<string, string>> = {
  return: 'returnId',
  merchant_order: 'orderId',
  order: 'orderId',
  order_item: 'lineId',
  refund: 'refundId',
};

/** What an address names and is not there is 404; what a body or a list names and is not there is a wrong value. */
const missing: Teller = (refusal, request) => {
  const [resource = '', id] = stepsIn(request.originalUrl);
  const isAddressed = refusal.field === undefined || (id !== undefined && refusal.field === ADDRESSED[resource]);
  return isAddressed ? { status: 404 } : coded(refusal, request);
};

const ANSWERS = {
  invalid: coded,
  refused: coded,
  conflict: coded,
  missing,
  unauthenticated: empty(401),
  forbidden: said(403),
  not_allowed: empty(405),
  timeout: said(408, { Connection: 'close' }),
  too_large: said(413),
  unsupported: said(415),
  busy: said(503, { 'Retry-After': '1' }),
  unknown: said(500),
} as const satisfies Record<RefusalKind, Teller>;

/** Answers refusals, and bugs, which say nothing of themselves. Must stand behind all routes of the platform. */
export function answerDoorErrors(onBug: OnBug): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    if (error instanceof Refusal) return writeDoorError(request, response, error);
    if (error instanceof URIError) return writeDoorError(request, response, new Refusal('path_not_found', ''));
    onBug(error, requestIdOf(response));
    write(request, response, BUG, 'internal_error');
  };
}

/** @param headers what only the place of the refusal knows, such as the methods of a 405 */
export function writeDoorError(
  request: Request,
  response: Response,
  refusal: Refusal,
  headers?: OutgoingHttpHeaders,
): void {
  const tell: Teller = refusal instanceof NotProved ? said(400) : ANSWERS[refusal.kind];
  const answer = tell(refusal, request);
  write(request, response, { ...answer, headers: { ...answer.headers, ...headers } }, refusal.code);
}

function write(request: Request, response: Response, answer: DoorAnswer, code: string): void {
  const { status, errors, headers } = answer;
  response.locals['code'] = code;
  reply(request, response, status, errors && { errors }, headers);
}
