/** What this platform says to our refusals: two forms of a body, and the statuses that its documents list (choices SKY-1, SKY-2). */
import type { OutgoingHttpHeaders } from 'node:http';
import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { Refusal, type RefusalCode, type RefusalKind } from '../../domain/refusal';
import { requestIdOf, writeJson } from '../../rest/answer';
import type { OnBug } from '../../rest/problem';

/** A business rule is 422. The platform knows no 405 and no 409. */
const STATUS = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  missing: 404,
  not_allowed: 404,
  timeout: 408,
  conflict: 422,
  too_large: 413,
  unsupported: 415,
  refused: 422,
  busy: 503,
  unknown: 500,
} as const satisfies Record<RefusalKind, number>;

/** What cannot be read at all is 400; what a body names inside an order that is there breaks a rule. */
const OTHER_STATUS: Readonly<Partial<Record<RefusalCode, number>>> = {
  request_malformed: 400,
  line_not_found: 422,
  payment_not_found: 422,
  return_not_found: 422,
};

/** One sentence for all that are unknown, wrong or somebody else's: none tells of the others. */
const SENTENCES: Readonly<Partial<Record<number, string>>> = {
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not found',
};

/** Our own sentences name our own fields; these are in the platform's words. */
const OWN_SENTENCES: Readonly<Partial<Record<RefusalCode, string>>> = {
  line_not_found: 'An item is not part of the order',
  return_not_found: 'The order has no such instance',
  quantity_exceeds_refundable: 'An item has fewer units left than the instance names',
  amount_exceeds_refundable: 'The refund forms cannot give back as much as the items are worth',
  idempotency_key_reused: 'The Idempotency-Key was used for another request; repeat that one, or take a new key',
  destination_unknown: 'A refund form is none of those that the order offers',
  return_is_exchange: 'An exchange has no refunds',
  order_already_shipped: 'The order is shipped and can no longer be cancelled',
  return_has_refunds: 'A refund of the instance is under way or was paid',
  transition_not_allowed: 'The instance is in a status that does not allow this',
};

/** What is asked by these has no body that anybody reads. */
const READS: ReadonlySet<string> = new Set(['GET', 'HEAD']);

const HEADERS: Readonly<Partial<Record<number, OutgoingHttpHeaders>>> = {
  408: { Connection: 'close' },
  429: { 'Retry-After': '1' },
  503: { 'Retry-After': '1' },
};

/** Answers refusals, and bugs, which say nothing of themselves. Must stand behind all routes. */
export function answerDoorErrors(onBug: OnBug): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    if (error instanceof Refusal) return writeRefusal(request, response, error);
    // An address that cannot be decoded is that of nothing.
    if (error instanceof URIError) return writeRefusal(request, response, new Refusal('path_not_found', ''));
    onBug(error, requestIdOf(response));
    write(request, response, 500, 'Internal server error', 'internal_error');
  };
}

/** What lets JSON through, the narrowest first: it has the last word. */
const RANGES = ['application/json', 'application/*', '*/*'];

/** Refuses who can read no JSON. Parameters of a type, such as a charset, make no difference. */
export const requireAcceptable: RequestHandler = (request, response, next) => {
  if (acceptsJson(request.headers.accept)) return next();
  write(request, response, 406, 'Answers are application/json', 'not_acceptable');
};

/** Answers who calls more often than the platform allows (choice SKY-3). */
export function refuseHasty(request: Request, response: Response): void {
  write(request, response, 429, 'Too many requests: one in a second for each endpoint and method', 'too_many_requests');
}

function acceptsJson(accept: string | undefined): boolean {
  if (accept === undefined) return true;
  const entries = accept.split(',').map((entry) => entry.split(';').map((part) => part.trim().toLowerCase()));
  const [, ...parameters] = RANGES.flatMap((range) => entries.filter(([type]) => type === range))[0] ?? ['', 'q=0'];
  return !parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
}

function writeRefusal(request: Request, response: Response, refusal: Refusal): void {
  // A cursor is ours: one that is none breaks no rule, it cannot be read (SKY-4). It stands in addresses: a body has none.
  const isCursor = refusal.field === 'cursor' && READS.has(request.method);
  const status = isCursor ? 400 : (OTHER_STATUS[refusal.code] ?? STATUS[refusal.kind]);
  const sentence = SENTENCES[status] ?? OWN_SENTENCES[refusal.code] ?? sentenceOf(refusal);
  write(request, response, status, sentence, refusal.code);
}

function write(request: Request, response: Response, status: number, sentence: string, code: string): void {
  response.locals['code'] = code;
  const body = /^\/sac(?![^/?])/.test(request.originalUrl) ? { errors: { detail: sentence } } : { error: sentence };
  writeJson(response, status, body, HEADERS[status]);
}

/** The name of a member keeps its spelling, wherever it stands. */
function sentenceOf({ message, field }: Refusal): string {
  if (field !== undefined && message.startsWith(field)) return message;
  return message.slice(0, 1).toUpperCase() + message.slice(1);
}
