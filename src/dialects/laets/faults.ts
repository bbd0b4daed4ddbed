/** The platform's codes for our refusals (choice LAETS-4), and the words for them. */
import { Refusal, type RefusalCode } from '../../domain/refusal';

/** What the numbers mean. None is the vendor's. */
export const FAULTS = {
  71001: 'the action is not possible in the current status',
  71002: 'unknown or foreign related object',
  71003: 'invalid field value',
  71004: 'amount above what is left',
  71005: 'the merchant order is not in a refundable status',
  71006: 'unknown filter or ordering',
} as const;

export type FaultCode = keyof typeof FAULTS;

/** What only this dialect can find wrong, with its code. */
export class Complaint extends Refusal {
  /** @param field path of the member or name of the parameter that is to blame, in the platform's words */
  constructor(
    readonly fault: FaultCode,
    message: string,
    field: string,
  ) {
    super('request_invalid', message, field);
  }
}

/** Statuses that are no 400 carry no code. A new refusal does not compile until it has a row. */
const CODE = {
  request_malformed: 71003,
  request_invalid: 71003,
  operation_unknown: 71003,
  source_type_unknown: 71003,
  source_id_impossible: 71003,
  envelope_version_unknown: 71003,
  header_not_understood: 71003,
  request_too_large: undefined,
  request_timeout: undefined,
  media_type_unsupported: undefined,
  path_not_found: undefined,
  method_not_allowed: undefined,
  credentials_missing: undefined,
  credentials_invalid: undefined,
  scope_missing: undefined,
  idempotency_key_invalid: 71003,
  idempotency_key_reused: 71003,
  shop_not_found: 71002,
  order_not_found: 71002,
  order_ambiguous: 71002,
  payment_not_found: 71002,
  return_not_found: 71002,
  refund_not_found: 71002,
  line_not_found: 71002,
  credential_not_found: 71002,
  ticket_not_found: 71002,
  currency_unknown: 71003,
  amount_invalid: 71003,
  currency_mismatch: 71003,
  refund_empty: 71004,
  order_not_paid: 71005,
  payment_not_automatic: 71005,
  order_not_automatic: 71005,
  payment_reference_missing: 71005,
  order_not_open: 71005,
  order_not_confirmed: 71005,
  destination_unknown: 71003,
  source_is_order: 71002,
  return_is_exchange: 71002,
  return_not_accepted: 71001,
  order_already_shipped: 71001,
  order_has_refunds: 71001,
  return_has_refunds: 71001,
  reference_taken: 71003,
  transition_not_allowed: 71001,
  view_is_stale: 71003,
  quantity_exceeds_refundable: 71003,
  shipping_exceeds_refundable: 71004,
  amount_exceeds_refundable: 71004,
  amount_not_positive: 71004,
  gateway_busy: undefined,
  outcome_unknown: undefined,
} as const satisfies Record<RefusalCode, FaultCode | undefined>;

/** What the services call a member, indices left out, and what it is here: undefined where the caller named no such thing. */
type Names = Readonly<Record<string, string | undefined>>;

/** All that are not here have their own name already. */
const NAMES: Names = {
  'lines.lineId': 'order_items',
  'lines.quantity': 'order_items',
  lineIds: 'order_items',
  'expected.lineIds': 'order_items',
  'expected.compensation': 'return_type',
  compensation: 'return_type',
  shopNumber: 'merchant',
  lineId: 'order_item',
  returnIds: 'return_requests',
  orderId: 'merchant_order',
  reference: 'external_id',
  note: 'comment',
};

/** What is asked of: all returns, one of them by its address, or anything else. */
export type Place = 'returns' | 'return' | 'elsewhere';

const NAMES_AT: Readonly<Record<Place, Names>> = {
  // Where a return is asked for by itself, it is of one item.
  returns: { ...NAMES, lineIds: 'order_item', 'lines.quantity': 'order_item' },
  // What is to blame is the return itself, its items or how it is paid back: none of them is a member of what was sent.
  return: {
    ...NAMES,
    returnId: undefined,
    payback: undefined,
    lines: undefined,
    'lines.lineId': undefined,
    'lines.quantity': undefined,
  },
  elsewhere: NAMES,
};

/** Our words for it speak of what this platform does not have, such as quantities. */
const WORDS: Partial<Record<RefusalCode, string>> = {
  quantity_exceeds_refundable: 'the item is in a return already, or was given back',
  line_not_found: 'there is no such item',
  shop_not_found: 'there is no such merchant',
  order_ambiguous: 'several merchant orders have an item of this number',
  reference_taken: 'another return has this number',
  idempotency_key_reused: 'this Idempotency-Key came with another request; repeat that one, or take a new key',
};

/** Undefined where the answer carries no code. */
export function faultOf(refusal: Refusal, place: Place): { code: FaultCode; msg: [string] } | undefined {
  const code = refusal instanceof Complaint ? refusal.fault : CODE[refusal.code];
  return code === undefined ? undefined : { code, msg: [textOf(refusal, NAMES_AT[place])] };
}

function textOf(refusal: Refusal, names: Names): string {
  const { code, message, field } = refusal;
  const text = WORDS[code] ?? message;
  if (field === undefined) return text;
  const name = nameOf(refusal, field, names);
  if (name === undefined) return text;
  // Our own name for the member is none of the caller's business.
  return text.startsWith(field) ? name + text.slice(field.length) : `${name}: ${text}`;
}

/** A name that the caller has chosen stays as it is, be it one of ours by chance or one that every object has, such as `constructor`. */
function nameOf(refusal: Refusal, field: string, names: Names): string | undefined {
  const plain = field.replace(/\[\d+\]/g, '');
  return refusal instanceof Complaint || !Object.hasOwn(names, plain) ? field : names[plain];
}
