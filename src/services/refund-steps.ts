/** The small steps that change money: reserve, move a transaction, write the audit. Each refund service walks with these. */
import type { Caller } from '../domain/access';
import type { Refund } from '../domain/refund';
import { effectOf, next, requireNeverSent, type TransactionEvent, type TransactionState } from '../domain/transaction';
import { refundState } from '../domain/refund';
import { formatMinor } from '../domain/money';
import type { ReturnShare } from '../domain/sharing';
import { writeAudit, type Actor } from './audit';
import type { NewRefund, NewTransaction, PotChange, Stores, TransactionRecord } from './ports';

/** Takes the number, reserves each part on its payment, on the order and on the return, then writes the refund that causes it. */
export async function reserve(stores: Stores, shop: string, refund: NewRefund): Promise<Refund> {
  if (refund.returnId === undefined) await stores.orders.takeOrdinal(shop, refund.orderId, refund.ordinal);
  else await stores.returns.takeOrdinal(shop, refund.returnId, refund.ordinal);
  for (const transaction of refund.transactions) {
    await changePots(stores, shop, moneyOf(refund, transaction), HOLD);
  }
  return stores.refunds.add(shop, refund);
}

/** The money of a transaction, and the pots that it belongs to. */
type Money = Pick<TransactionRecord, 'orderId' | 'paymentId' | 'amount' | 'shares'>;

/** What a step does to the pots, in units of the money: -1, 0 or 1. */
type Effect = ReturnType<typeof effectOf>;

export const HOLD: Effect = { committed: 1, refunded: 0 };
export const RELEASE: Effect = { committed: -1, refunded: 0 };

/** The money of a new transaction: what is not said to be for other returns is for the source of its refund. */
export function moneyOf(
  { orderId, returnId }: Pick<NewRefund, 'orderId' | 'returnId'>,
  { paymentId, amount, shares }: Pick<NewTransaction, 'paymentId' | 'amount' | 'shares'>,
): Money {
  const own: readonly ReturnShare[] = returnId === undefined ? [] : [{ returnId, amount }];
  return { orderId, amount, shares: shares ?? own, ...(paymentId === undefined ? {} : { paymentId }) };
}

/** Adds to what is committed and refunded, in every pot that the money belongs to. */
export async function changePots(stores: Stores, shop: string, money: Money, effect: Effect): Promise<void> {
  const change = (amount: number): PotChange => ({
    committed: effect.committed * amount,
    refunded: effect.refunded * amount,
  });
  if (money.amount === 0 || (effect.committed === 0 && effect.refunded === 0)) return;
  await stores.orders.change(shop, money.orderId, money.paymentId, change(money.amount));
  for (const { returnId, amount } of money.shares) await stores.returns.change(shop, returnId, change(amount));
}

/** What a step learned from outside. */
export interface News {
  readonly reference?: string;
  readonly message?: string;
}

/**
 * Walks one transaction along the table and moves its money with it. The pots come first: whoever holds the order's row
 * decides, in the same sequence for callers and for the worker.
 */
export async function step(
  stores: Stores,
  transaction: TransactionRecord,
  event: TransactionEvent,
  at: number,
  news: News = {},
): Promise<TransactionState> {
  const to = next(transaction.state, event);
  await changePots(stores, transaction.shop, transaction, effectOf(transaction.state, to));
  await stores.refunds.move(transaction, to, at, news);
  return to;
}

/** A refund as it stands now, inside the unit of work that works on it. */
export async function refundNow(stores: Stores, shop: string, refundId: number): Promise<Refund> {
  const refund = await stores.refunds.find(shop, refundId);
  if (!refund) throw new Error(`refund ${refundId} vanished inside its own unit of work`);
  return refund;
}

/** Cancels every transaction of a refund of which nothing was sent, and writes the audit entry. */
export async function cancelRefund(
  stores: Stores,
  caller: Caller,
  refund: Refund,
  transactions: readonly TransactionRecord[],
  at: number,
  reason?: string,
): Promise<Refund> {
  // Of goods alone, and done since it was added.
  if (transactions.length === 0) next('settled', 'cancel');
  // All of them first: a refund is cancelled whole.
  for (const { state } of transactions) next(state, 'cancel');
  transactions.forEach(requireNeverSent);
  for (const transaction of transactions) await step(stores, transaction, 'cancel', at);
  const after = await refundNow(stores, caller.shop, refund.id);
  await auditRefund(stores, caller, 'refund.cancel', { before: refund, after, reason }, at);
  return after;
}

/** How a refund stands, for the audit. */
function standing(refund: Refund): { state: string; amount: string; currency: string } {
  const { currency } = refund;
  return { state: refundState(refund.transactions), amount: formatMinor(refund.amount, currency), currency };
}

/** One entry about a refund: what it was, what it is. */
export async function auditRefund(
  stores: Stores,
  actor: Actor,
  action: string,
  change: {
    readonly before?: Refund;
    readonly after: Refund;
    readonly reason?: string | undefined;
    /** Whether the customer is to be told. */
    readonly notify?: boolean | undefined;
  },
  at: number,
): Promise<void> {
  const { before, after, reason, notify } = change;
  const deed = {
    subject: 'refund' as const,
    subjectId: after.id,
    action,
    before: before && standing(before),
    after: { ...standing(after), reason, notify },
  };
  await writeAudit(stores, actor, deed, at);
}
