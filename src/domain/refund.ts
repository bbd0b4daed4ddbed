/** What was agreed to give back, and the transactions that carry it out. The refund's own state is read off them. */
import { Refusal } from './refusal';
import type { ReturnShare } from './sharing';
import { HOLDING, type TransactionState } from './transaction';
import type { UnitRange } from './units';

export type SourceType = 'order' | 'return' | 'claim';
export type RefundMethod = 'automatic' | 'manual';
export type Destination = 'cash' | 'bank_transfer' | 'customer_balance' | 'voucher';
export type RefundState = TransactionState | 'partial';

export interface Transaction {
  readonly id: number;
  readonly state: TransactionState;
  /** Minor units of the refund's currency. */
  readonly amount: number;
  /** Which returns of the order it gives money for; absent where all of it is for the source of the refund. */
  readonly shares?: readonly ReturnShare[];
  /** The payment that is given back; absent where it is not said which. */
  readonly paymentId?: number;
  /** Whom we ask to move the money; absent where it moves outside. */
  readonly provider?: string;
  readonly destination?: Destination;
  /** How the money goes back, in the caller's words, where that is not how it came. */
  readonly way?: string;
  /** The provider's id of the refund, or the caller's own number of a manual one. */
  readonly reference?: string;
  /** The account that the money goes to, as the caller wrote it. */
  readonly account?: string;
  /** The customer's own account. */
  readonly clientAccount?: string;
  /** Why the provider declined, or what is not known. */
  readonly message?: string;
  readonly updatedAt: number;
  readonly settledAt?: number;
}

/** Where the goods of a line go: not back to stock, back to it, or they never left. */
export type Restock = 'none' | 'return' | 'cancel';

export interface RefundLine {
  readonly lineId: number;
  /** The sku of the order line, kept with the refund: the order may be replaced. */
  readonly sku: string;
  readonly quantity: number;
  /** The numbered units of the order line that this refund took. */
  readonly units: readonly UnitRange[];
  /** What those units are worth, in minor units. */
  readonly amount: number;
  /** Absent where nobody said. */
  readonly restock?: Restock;
  /** The caller's number of the place that the goods go to. */
  readonly location?: number;
  /** The return that the goods came back with, in a refund of the order: it holds their units itself. */
  readonly returnId?: number;
}

/** A part of a refund that its caller named beside goods and shipping, or as shipping. */
export interface NamedAdjustment {
  readonly kind: 'shipping' | 'discrepancy';
  readonly reason?: string;
  /** Added to what is given back; below zero where it takes away. */
  readonly amount: number;
  /** Tax beside that amount, with the same sign. */
  readonly tax: number;
}

export interface Refund {
  readonly id: number;
  readonly orderId: number;
  readonly sourceType: SourceType;
  readonly sourceId: number;
  /** Its number among the payments and refunds of its source. */
  readonly ordinal: number;
  readonly method: RefundMethod;
  readonly amount: number;
  readonly currency: string;
  /** The part of the amount that is shipping cost. */
  readonly shipping: number;
  /** The part that is neither goods nor shipping; below zero where less is given than the goods are worth. */
  readonly adjustment: number;
  readonly reason?: string;
  readonly note?: string;
  /** What the platform that added it wants to hear again, as JSON of its own. Nothing is decided by it. */
  readonly said?: string;
  readonly createdAt: number;
  readonly confirmedAt?: number;
  readonly transactions: readonly Transaction[];
}

/**
 * Whether the refund still holds its goods: of several parts, the last one that fails sets them free. One that moved no money
 * holds them for good, for nothing of it can fail.
 */
export function isLive({ transactions }: Pick<Refund, 'transactions'>): boolean {
  return transactions.length === 0 || transactions.some(({ state }) => HOLDING.has(state));
}

/**
 * The refund as far as it gives money for this return; undefined where it does not. Of a refund that is for several returns
 * at once that is a part, whose goods are not told apart.
 */
export function partFor(refund: Refund, returnId: number): Refund | undefined {
  if (refund.sourceType !== 'order') return refund.sourceId === returnId ? refund : undefined;
  const transactions = refund.transactions.flatMap((transaction) => {
    const share = transaction.shares?.find((one) => one.returnId === returnId);
    return share ? [{ ...transaction, amount: share.amount, shares: [share] }] : [];
  });
  if (transactions.length === 0) return undefined;
  const amount = transactions.reduce((sum, transaction) => sum + transaction.amount, 0);
  return { ...refund, amount, shipping: 0, adjustment: amount, transactions };
}

/** Refuses to give back nothing: a draft may be of no money, a refund may not. */
export function requireSomething({ amount }: Refund): void {
  if (amount > 0) return;
  throw new Refusal('amount_not_positive', 'the refund is of no money; give it an amount before it is confirmed');
}

/** One rule: the refund is in `state` when each group has a transaction in it, and no transaction is in `none`. */
export interface RefundStateRule {
  readonly state: RefundState;
  readonly some: readonly (readonly TransactionState[])[];
  readonly none: readonly TransactionState[];
}

const UNFINISHED: readonly TransactionState[] = ['requested', 'approved', 'sending', 'unknown', 'pending'];

/**
 * How a refund's state follows from its transactions. What is unfinished beats what is finished, and the transaction
 * that has come least far speaks for the refund. A refund without transactions is of goods alone, and done as soon as it
 * is there. Exactly one rule fits any set. The store turns the same rows into SQL, so a filter never tells anything else than
 * the refund itself.
 */
export const REFUND_STATE_RULES: readonly RefundStateRule[] = [
  ...UNFINISHED.map((state, rank) => ({ state, some: [[state]], none: UNFINISHED.slice(0, rank) })),
  { state: 'partial', some: [['settled'], ['declined', 'cancelled', 'reversed']], none: UNFINISHED },
  { state: 'settled', some: [['settled']], none: [...UNFINISHED, 'declined', 'cancelled', 'reversed'] },
  { state: 'declined', some: [['declined']], none: [...UNFINISHED, 'settled'] },
  { state: 'reversed', some: [['reversed']], none: [...UNFINISHED, 'settled', 'declined'] },
  { state: 'cancelled', some: [['cancelled']], none: [...UNFINISHED, 'settled', 'declined', 'reversed'] },
  { state: 'settled', some: [], none: [...UNFINISHED, 'settled', 'declined', 'reversed', 'cancelled'] },
];

/** Whether nothing of the refund waits for anybody; a provider may still take back what it gave. */
export function isFinished(state: RefundState): boolean {
  return !UNFINISHED.some((one) => one === state);
}

/** The state of a refund with these transactions. */
export function refundState(transactions: readonly { readonly state: TransactionState }[]): RefundState {
  const present = new Set(transactions.map(({ state }) => state));
  const rule = REFUND_STATE_RULES.find(
    ({ some, none }) =>
      some.every((group) => group.some((state) => present.has(state))) && none.every((state) => !present.has(state)),
  );
  if (!rule) throw new Error(`no rule tells the state of ${[...present].join(', ')}`);
  return rule.state;
}
