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

/** A step that the state does not know. Platforms with more words for it than one tell them by the state. */
export class TransitionRefused extends Refusal {
  constructor(
    readonly state: TransactionState,
    event: TransactionEvent,
    message = `a refund that is ${state} cannot be ${DONE[event]}`,
  ) {
    super('transition_not_allowed', message);
  }
}

/** The state after the event; refuses an event that the state does not know. */
export function next(state: TransactionState, event: TransactionEvent): TransactionState {
  const to = TRANSITIONS[state][event];
  if (to === undefined) throw new TransitionRefused(state, event);
  return to;
}

/**
 * Refuses to take back what a provider was ever given, even when it said since that nothing arrived: a call that is
 * still on its way could pay a refund whose money was already given to another.
 */
export function requireNeverSent(transaction: { readonly state: TransactionState; readonly sentAt?: number }): void {
  if (transaction.sentAt !== undefined) {
    const message = 'a refund that was handed to its provider cannot be cancelled';
    throw new TransitionRefused(transaction.state, 'cancel', message);
  }
}

/** For platforms where a refund is final as soon as it is confirmed: refuses to cancel one that is, sent or not. */
export function requireUnconfirmed({ state }: { readonly state: TransactionState }): void {
  if (state !== 'requested') throw new TransitionRefused(state, 'cancel');
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

/** States of which a person may say how they ended; of all others the gateway knows it, or is about to. */
export const RESOLVABLE: ReadonlySet<TransactionState> = new Set(['unknown', 'pending']);

/** What a provider says about a refund, of itself or because it was asked. */
export type ProviderWord = 'pending' | 'settled' | 'declined' | 'reversed';

/**
 * The way to what a provider says, from where the transaction stands. Words come in any order and any number of times:
 * a missing entry has been overtaken and changes nothing. `approved` is one that was sent, found absent, and was not.
 */
const WAYS: Readonly<Record<ProviderWord, Partial<Record<TransactionState, readonly TransactionEvent[]>>>> = {
  pending: { approved: ['send', 'wait'], sending: ['wait'], unknown: ['wait'] },
  settled: { approved: ['send', 'settle'], sending: ['settle'], pending: ['settle'], unknown: ['settle'] },
  declined: { approved: ['send', 'decline'], sending: ['decline'], pending: ['decline'], unknown: ['decline'] },
  reversed: {
    approved: ['send', 'settle', 'reverse'],
    sending: ['settle', 'reverse'],
    pending: ['settle', 'reverse'],
    unknown: ['settle', 'reverse'],
    settled: ['reverse'],
  },
};

/** Where a word cannot be true beside what we know: money moved that we gave to others, or did not move that we count. */
const CONTRADICTED: Readonly<Record<ProviderWord, ReadonlySet<TransactionState>>> = {
  pending: new Set(['cancelled']),
  settled: new Set(['declined', 'cancelled']),
  declined: new Set(['settled']),
  reversed: new Set(['cancelled']),
};

/** The events that bring a transaction to what its provider says: none when it was overtaken. */
export function wayTo(
  { state, sentAt }: { readonly state: TransactionState; readonly sentAt?: number },
  word: ProviderWord,
): readonly TransactionEvent[] | 'contradiction' {
  // Nobody was told of it yet, so nobody can know anything of it.
  const untold = state === 'requested' || (state === 'approved' && sentAt === undefined);
  if (untold || CONTRADICTED[word].has(state)) return 'contradiction';
  return WAYS[word][state] ?? [];
}
