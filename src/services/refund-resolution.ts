/** What a person found out about a refund whose fate the gateway does not know. */
import { Refusal } from '../domain/refusal';
import { RESOLVABLE } from '../domain/transaction';
import type { Stores, TransactionRecord } from './ports';
import { step } from './refund-steps';
import type { ResolveRefund } from './wishes';

/** Walks the transactions that the wish speaks of to the end that it tells. */
export async function resolveTransactions(
  stores: Stores,
  transactions: readonly TransactionRecord[],
  wish: ResolveRefund,
  at: number,
): Promise<void> {
  const { reason, reference } = wish;
  const [event, news] =
    wish.outcome === 'settled' ? (['settle', {}] as const) : (['decline', { message: reason }] as const);
  for (const transaction of toResolve(transactions, wish)) {
    await step(stores, transaction, event, at, { ...news, ...(reference === undefined ? {} : { reference }) });
  }
}

/** The transactions that a person speaks of. */
function toResolve(
  transactions: readonly TransactionRecord[],
  { refundId, transactionId, reference }: ResolveRefund,
): readonly TransactionRecord[] {
  const named = transactions.filter(({ id }) => transactionId === undefined || id === transactionId);
  if (named.length === 0 && transactionId !== undefined) {
    const message = `refund ${refundId} has no transaction ${transactionId}`;
    throw new Refusal('refund_not_found', message, 'transactionId');
  }
  const found = named.filter(({ state }) => RESOLVABLE.has(state));
  if (found.length === 0) {
    // One of goods alone has no transactions, and counts as settled.
    const states = named.map(({ state }) => state).join(', ') || 'settled';
    const message = `a refund that is ${states} cannot be resolved; only one that is unknown or pending can`;
    throw new Refusal('transition_not_allowed', message);
  }
  if (found.length > 1 && reference !== undefined) {
    const message = 'reference belongs to one transaction; name it with transactionId';
    throw new Refusal('request_invalid', message, 'reference');
  }
  return found;
}
