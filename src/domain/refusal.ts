/**
 * What the gateway will not do, and why. A refusal is an answer, not an accident: it has a code from this one list,
 * and every protocol and dialect translates the code, or its kind, in a table that the compiler holds complete.
 */

/** The kinds a protocol has to know. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'not_allowed'
  | 'timeout'
  | 'conflict'
  | 'too_large'
  | 'unsupported'
  | 'refused'
  | 'busy'
  | 'unknown';

/** Every code with its kind, roughly in the order of the checks. `docs/errors.md` explains each; a test compares the two. */
export const REFUSALS = {
  request_malformed: 'invalid',
  request_invalid: 'invalid',
  operation_unknown: 'invalid',
  source_type_unknown: 'invalid',
  source_id_impossible: 'invalid',
  envelope_version_unknown: 'invalid',
  header_not_understood: 'invalid',
  request_too_large: 'too_large',
  request_timeout: 'timeout',
  media_type_unsupported: 'unsupported',
  path_not_found: 'missing',
  method_not_allowed: 'not_allowed',
  credentials_missing: 'unauthenticated',
  credentials_invalid: 'unauthenticated',
  scope_missing: 'forbidden',
  idempotency_key_invalid: 'invalid',
  idempotency_key_reused: 'conflict',
  shop_not_found: 'missing',
  order_not_found: 'missing',
  order_ambiguous: 'conflict',
  payment_not_found: 'missing',
  return_not_found: 'missing',
  refund_not_found: 'missing',
  line_not_found: 'missing',
  ticket_not_found: 'missing',
  credential_not_found: 'missing',
  currency_unknown: 'refused',
  amount_invalid: 'refused',
  currency_mismatch: 'refused',
  refund_empty: 'refused',
  order_not_paid: 'refused',
  payment_not_automatic: 'refused',
  order_not_automatic: 'refused',
  payment_reference_missing: 'refused',
  order_not_open: 'conflict',
  order_not_confirmed: 'conflict',
  destination_unknown: 'refused',
  source_is_order: 'refused',
  return_is_exchange: 'refused',
  return_not_accepted: 'conflict',
  order_already_shipped: 'conflict',
  order_has_refunds: 'conflict',
  return_has_refunds: 'conflict',
  reference_taken: 'conflict',
  transition_not_allowed: 'conflict',
  view_is_stale: 'conflict',
  quantity_exceeds_refundable: 'refused',
  shipping_exceeds_refundable: 'refused',
  amount_exceeds_refundable: 'refused',
  amount_not_positive: 'refused',
  gateway_busy: 'busy',
  outcome_unknown: 'unknown',
} as const satisfies Record<string, RefusalKind>;

export type RefusalCode = keyof typeof REFUSALS;

/** A request that we understood and will not carry out. The message is for the caller: no secret, no stack, no SQL. */
export class Refusal extends Error {
  /**
   * @param code what was wrong, from the one list
   * @param message a sentence that says what would be right
   * @param field path of the field in the request, such as `lines[2].quantity`, where one field is to blame
   */
  constructor(
    readonly code: RefusalCode,
    message: string,
    readonly field?: string,
  ) {
    super(message);
    this.name = 'Refusal';
  }

  get kind(): RefusalKind {
    return REFUSALS[this.code];
  }

  /** Whether the very same request may succeed later. */
  get retryable(): boolean {
    return this.kind === 'busy' || this.kind === 'timeout';
  }
}

/**
 * Busy in the one way that may have done what was asked for: the database was lost while it committed. Whoever repeats it
 * must be able to see that it was done before.
 */
export class CommitLost extends Refusal {
  constructor() {
    super('gateway_busy', 'the database was lost while it wrote; send the same again under the same idempotency key');
  }
}
