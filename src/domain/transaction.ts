/** A transaction is one movement of money. This table is its whole life. */
import { Refusal } from './refusal';

export type TransactionState =
  | 'requested'
  | 'approved'
  | 'sending'
  | 'pending'
  | 'unknown'
  | 'settled'
  | 'declined'
  | 'cancelled'
  | 'reversed';

export type TransactionEvent =
  | 'update'
  | 'approve'
  | 'record'
  | 'cancel'
  | 'send'
  | 'settle'
  | 'wait'
  | 'decline'
  | 'lose'
  | 'absent'
  | 'reverse';

/**
 * The row is the state, the entry the event, a missing entry a refusal, an empty row final.
 * `unknown` keeps its money until the provider has said what happened; it is looked up, never sent under a new key.
 */
export const TRANSITIONS: Readonly<Record<TransactionState, Partial<Record<TransactionEvent, TransactionState>>>> = {
  requested: { update: 'requested', approve: 'approved', record: 'settled', cancel: 'cancelled' },
  approved: { send: 'sending', cancel: 'cancelled' },
  sending: { settle: 'settled', wait: 'pending', decline: 'declined', lose: 'unknown' },
  pending: { settle: 'settled', decline: 'declined' },
  unknown: { settle: 'settled', decline: 'declined', wait: 'pending', absent: 'approved' },
  settled: { reverse: 'reversed' },
  declined: {},
  cancelled: {},
  reversed: {},
};

/** States that hold their money: on the payment, the order and the return. All others have released it. */
export const HOLDING: ReadonlySet<TransactionState> = new Set([
  'requested',
  'approved',
  'sending',
  'pending',
  'unknown',
  'settled',
]);

/** The state after the event; refuses an event that the state does not know. */
export function next(state: TransactionState, event: TransactionEvent): TransactionState {
  const to = TRANSITIONS[state][event];
  if (to === undefined)
    throw new Refusal('transition_not_allowed', `a refund that is ${state} cannot be ${DONE[event]}`);
  return to;
}

const DONE: Readonly<Record<TransactionEvent, string>> = {
  update: 'changed',
  approve: 'confirmed',
  record: 'confirmed',
  cancel: 'cancelled',
  send: 'sent',
  settle: 'settled',
  wait: 'kept waiting',
  decline: 'declined',
  lose: 'lost sight of',
  absent: 'sent again',
  reverse: 'reversed',
};

/** How a step changes what is held and what is given back, in units of the transaction's amount: -1, 0 or 1. */
export function effectOf(from: TransactionState, to: TransactionState): { committed: number; refunded: number } {
  return {
    committed: Number(HOLDING.has(to)) - Number(HOLDING.has(from)),
    refunded: Number(to === 'settled') - Number(from === 'settled'),
  };
}
