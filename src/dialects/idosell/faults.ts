/**
 * The platform's codes for our refusals, method by method (contract, section 3; choices IDO-8 and IDO-9). A method answers
 * only with codes of its own column; where the natural code is not in it, the row says which one stands for it.
 */
import type { Refusal, RefusalCode } from '../../domain/refusal';
import { TransitionRefused } from '../../domain/transaction';
import type { TransactionState } from '../../domain/transaction';

/** The documented texts, unchanged; 4005 and 4006 have the same one. */
export const FAULT_TEXT = {
  3: 'API operation failed',
  4001: 'It is not possible to perform an automatic refund',
  4002: 'The indicated payment cannot be refunded via automatic refund',
  4003: 'The indicated amount is greater than the indicated payment amount',
  4004: 'Invalid currency',
  4005: 'Invalid source type',
  4006: 'Invalid source type',
  4007: 'Source type not found',
  4008: 'Invalid payment',
  4009: 'There are no refundable payments in the order',
  4010: 'An unexpected error occurred while adding the refund',
  4011: 'Invalid refund system',
  4012: 'The payment is approved',
  4013: 'This refund cannot be edited',
  4014: 'Refunds can only be made for unfulfilled orders',
  4015: 'Missing transaction ID from the external system',
  4016: 'The refund amount must be positive',
  4017: 'Refund is already being processed',
  4018: 'Invalid refund source',
  4019: 'You cannot cancel an automatic refund that is being processed',
  4020: 'Refund cannot be canceled in this status',
} as const;

export type FaultCode = keyof typeof FAULT_TEXT;

export type MethodName =
  | 'addAutomaticRefund'
  | 'addAutomaticRefundForOrder'
  | 'addManualRefund'
  | 'getPossibleAutoRefunds'
  | 'getRefundStatus'
  | 'updateRefund'
  | 'confirmRefund'
  | 'cancelRefund'
  | 'retrieveRefundsList';

/** What is not an answer of the method but of the door: each protocol has its own way to say it. */
export type DoorFault = 'login' | 'denied' | 'format' | 'busy' | 'door';

type ByMethod = Readonly<Partial<Record<MethodName, FaultCode>>>;
type Row = FaultCode | DoorFault | ByMethod | ((method: MethodName, refusal: Refusal) => FaultCode);

const NO_SOURCE: ByMethod = {
  ...{ addAutomaticRefund: 4007, addAutomaticRefundForOrder: 4008, addManualRefund: 4007 },
  ...{ getPossibleAutoRefunds: 4007, getRefundStatus: 4008, updateRefund: 4018, confirmRefund: 4007 },
};
const NO_PAYMENT: ByMethod = {
  ...{ addAutomaticRefund: 4008, addAutomaticRefundForOrder: 4008, addManualRefund: 4008 },
  ...{ getRefundStatus: 4008, updateRefund: 4018, confirmRefund: 4008 },
};
const WRONG_SOURCE: ByMethod = {
  ...{ addAutomaticRefund: 4018, addManualRefund: 4009, getPossibleAutoRefunds: 4018, updateRefund: 4018 },
};
const CURRENCY: ByMethod = { addAutomaticRefundForOrder: 4004, addManualRefund: 4004, updateRefund: 4004 };

/** A method that has no code for a refusal answers 3. A new refusal of ours does not compile until it stands here. */
const FAULTS = {
  request_malformed: 'format',
  request_invalid: 'format',
  operation_unknown: 'door',
  envelope_version_unknown: 'door',
  header_not_understood: 'door',
  request_too_large: 'door',
  request_timeout: 'door',
  media_type_unsupported: 'door',
  path_not_found: 'door',
  method_not_allowed: 'door',
  credentials_missing: 'login',
  credentials_invalid: 'login',
  scope_missing: 'denied',
  idempotency_key_invalid: 'format',
  idempotency_key_reused: 'format',
  shop_not_found: 'login',
  source_type_unknown: {
    ...{ addAutomaticRefund: 4005, addManualRefund: 4005, getPossibleAutoRefunds: 4005, getRefundStatus: 4005 },
    ...{ updateRefund: 4005, confirmRefund: 4005, retrieveRefundsList: 4005 },
  },
  source_id_impossible: { ...NO_SOURCE, addAutomaticRefund: 4006, updateRefund: 4006 },
  order_not_found: NO_SOURCE,
  return_not_found: NO_SOURCE,
  order_ambiguous: 3,
  payment_not_found: NO_PAYMENT,
  refund_not_found: NO_PAYMENT,
  line_not_found: 3,
  ticket_not_found: 3,
  credential_not_found: 'login',
  currency_unknown: CURRENCY,
  currency_mismatch: CURRENCY,
  amount_invalid: 'format',
  refund_empty: 3,
  order_not_paid: 3,
  payment_not_automatic: { addAutomaticRefund: 4008, addAutomaticRefundForOrder: 4002 },
  order_not_automatic: { addAutomaticRefund: 4008, addAutomaticRefundForOrder: 4001 },
  payment_reference_missing: { confirmRefund: 4015 },
  order_not_open: { addAutomaticRefundForOrder: 4014, getPossibleAutoRefunds: 4014, confirmRefund: 4014 },
  order_not_confirmed: 3,
  destination_unknown: { addManualRefund: 4011 },
  source_is_order: WRONG_SOURCE,
  return_is_exchange: WRONG_SOURCE,
  return_not_accepted: WRONG_SOURCE,
  order_already_shipped: 3,
  order_has_refunds: 3,
  return_has_refunds: 3,
  reference_taken: 3,
  transition_not_allowed: stateFault,
  view_is_stale: 3,
  quantity_exceeds_refundable: 3,
  shipping_exceeds_refundable: 3,
  amount_exceeds_refundable: { addAutomaticRefund: 4018, addAutomaticRefundForOrder: 4003, addManualRefund: 4009 },
  amount_not_positive: { confirmRefund: 4016 },
  gateway_busy: 'busy',
  outcome_unknown: { addAutomaticRefund: 4010, addAutomaticRefundForOrder: 4010, addManualRefund: 4010 },
} as const satisfies Record<RefusalCode, Row>;

/** What this method says to the refusal. */
export function faultOf(method: MethodName, refusal: Refusal): FaultCode | DoorFault {
  const row: Row = FAULTS[refusal.code];
  if (typeof row === 'function') return row(method, refusal);
  return typeof row === 'object' ? (row[method] ?? 3) : row;
}

/** Whether no method has a code for the refusal, and so what the protocol is to say. */
export function doorFaultOf(refusal: Refusal): DoorFault | undefined {
  const row: Row = FAULTS[refusal.code];
  return typeof row === 'string' ? row : undefined;
}

const BEING_PROCESSED: ReadonlySet<TransactionState> = new Set(['approved', 'sending', 'pending', 'unknown']);

/** The machine of the contract (choice IDO-10): the same step is refused with another code in each state. */
function stateFault(method: MethodName, refusal: Refusal): FaultCode {
  const state = refusal instanceof TransitionRefused ? refusal.state : undefined;
  const isProcessed = state !== undefined && BEING_PROCESSED.has(state);
  if (method === 'updateRefund') return 4013;
  if (method === 'cancelRefund') return isProcessed ? 4019 : 4020;
  if (method !== 'confirmRefund') return 3;
  if (isProcessed) return 4017;
  return state === 'settled' ? 4012 : 4008;
}
