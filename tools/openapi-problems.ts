/** The problems of the OpenAPI document: one response each, and which operation may answer with which. */
import { REFUSALS } from '../src/domain/refusal';
import type { RefusalCode, RefusalKind } from '../src/domain/refusal';
import { STATUS } from '../src/rest/problem';
import type { Problem } from '../src/rest/problem';
import type { Operation } from '../src/soap/contract';

interface ProblemResponse {
  readonly name: string;
  readonly description: string;
  readonly example: { readonly code: RefusalCode; readonly detail: string; readonly field?: string };
  /** Whether an operation may answer so; always, when absent. */
  readonly of?: (operation: Operation) => boolean;
  readonly header?: { readonly name: string; readonly description: string };
}

const changes = ({ documentation }: Operation): boolean => !documentation.startsWith('GET ');
/** Types of what an operation names and does not bring. */
const NAMES: readonly string[] = ['Id', 'TicketCode'];
const namesSomething = ({ request }: Operation): boolean =>
  request.fields.some(({ required, type }) => required && NAMES.includes(type.name));

/** A kind that no operation answers with is missing: a wrong method or path has no operation. */
const PROBLEMS: Partial<Record<RefusalKind, ProblemResponse>> = {
  invalid: {
    name: 'Invalid',
    description: 'The request is not what the contract says; the field is named.',
    example: {
      code: 'request_invalid',
      detail: 'lines[2].quantity must be a whole number from 1 to 1000000',
      field: 'lines[2].quantity',
    },
  },
  unauthenticated: {
    name: 'Unauthenticated',
    description: 'No credentials, or wrong ones.',
    example: { code: 'credentials_missing', detail: 'send Authorization: Bearer KEY, or X-API-KEY: KEY' },
    header: { name: 'WWW-Authenticate', description: 'Bearer' },
  },
  forbidden: {
    name: 'Forbidden',
    description: 'The credential lacks the scope of this operation.',
    example: { code: 'scope_missing', detail: 'this credential lacks the scope refunds:confirm' },
  },
  missing: {
    name: 'Missing',
    description: 'Something that the request names is not there.',
    example: { code: 'order_not_found', detail: 'there is no order 1002', field: 'orderId' },
    of: namesSomething,
  },
  timeout: {
    name: 'Timeout',
    description: 'The body did not arrive in time.',
    example: { code: 'request_timeout', detail: 'the body did not arrive in time' },
    of: changes,
  },
  conflict: {
    name: 'Conflict',
    description: 'It stands otherwise than the request assumes.',
    example: { code: 'transition_not_allowed', detail: 'a refund that is settled cannot be cancelled' },
    of: changes,
  },
  too_large: {
    name: 'TooLarge',
    description: 'The body is too large.',
    example: { code: 'request_too_large', detail: 'a body has at most 1048576 bytes' },
    of: changes,
  },
  unsupported: {
    name: 'Unsupported',
    description: 'The body is not application/json in UTF-8.',
    example: { code: 'media_type_unsupported', detail: 'send the body as Content-Type: application/json' },
    of: changes,
  },
  refused: {
    name: 'Refused',
    description: 'Understood, and not allowed with this money.',
    example: {
      code: 'amount_exceeds_refundable',
      detail: 'payment providers can give back at most 51.90 PLN',
      field: 'amount',
    },
    of: changes,
  },
  busy: {
    name: 'Busy',
    description: 'Too many requests wait; the same request may succeed later.',
    example: { code: 'gateway_busy', detail: 'too many requests wait' },
    header: { name: 'Retry-After', description: 'Seconds' },
  },
};

const SCHEMA = { $ref: '#/components/schemas/Problem' };
const TYPE = 'application/problem+json';

/** Status and name of each problem response of an operation, `default` last. */
export function problemNames(operation: Operation): [status: string, name: string][] {
  const own = Object.entries(PROBLEMS)
    .filter(([, { of = () => true }]) => of(operation))
    .map(([kind, { name }]): [string, string] => [String(STATUS[kind as RefusalKind]), name]);
  return [...own, ['default', 'OtherProblem']];
}

export const PROBLEM_RESPONSES = {
  ...Object.fromEntries(Object.values(PROBLEMS).map((problem) => [problem.name, responseOf(problem)])),
  OtherProblem: { description: 'Any other problem.', content: { [TYPE]: { schema: SCHEMA } } },
};

function responseOf({ description, example: { code, detail, field }, header }: ProblemResponse) {
  const kind = REFUSALS[code];
  const words = code.replaceAll('_', ' ');
  const example: Problem = {
    type: `urn:refund-gateway:problem:${code}`,
    title: words.charAt(0).toUpperCase() + words.slice(1),
    status: STATUS[kind],
    detail,
    code,
    ...(field !== undefined && { field }),
    retryable: kind === 'busy' || kind === 'timeout',
    requestId: '3f0c9b9e-2f0a-4c8e-9a56-0f2b7f3f7a10',
  };
  const headers = header && { [header.name]: { description: header.description, schema: { type: 'string' } } };
  return { description, ...(headers && { headers }), content: { [TYPE]: { schema: SCHEMA, example } } };
}
