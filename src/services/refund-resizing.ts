/** Another amount for a refund that is not confirmed: its transactions are planned anew, and what they reserve with them. */
import { automaticallyRefundable, planParts, type Part } from '../domain/allocation';
import { paymentOf, refundableOf } from '../domain/order';
import type { Refund } from '../domain/refund';
import { newAutomaticParts, newManualPart } from './new-refund';
import type { NewTransaction, Stores, TransactionRecord } from './ports';
import { requireRoom, type FoundSource } from './refund-source';
import { changePots, HOLD, moneyOf, RELEASE } from './refund-steps';
import { shopOf } from './shop-service';

/** The transactions that carry another amount out: on the same payment or destination, or planned anew. */
export async function replan(
  stores: Stores,
  shop: string,
  { order, sourceType }: FoundSource,
  refund: Refund,
  transactions: readonly TransactionRecord[],
  amount: number,
): Promise<readonly NewTransaction[]> {
  const [first] = transactions;
  if (refund.method === 'manual' && first?.destination) {
    return [newManualPart(amount, { ...first, destination: first.destination })];
  }
  // What this refund holds itself is free for its own new plan.
  const own = new Map(transactions.map((transaction) => [transaction.paymentId, transaction.amount]));
  const payments = order.payments.map((payment) => ({
    ...payment,
    committed: payment.committed - (own.get(payment.id) ?? 0),
  }));
  if (sourceType === 'order') {
    const payment = paymentOf({ ...order, payments }, first?.paymentId ?? 0);
    requireRoom(amount, refundableOf(payment), refund.currency);
    return newAutomaticParts([{ payment, amount }]);
  }
  // A draft of nothing stays with its payment, until there is something to plan.
  if (amount === 0) return newAutomaticParts([{ payment: paymentOf(order, first?.paymentId ?? 0), amount }]);
  const { strategy } = await shopOf(stores, shop);
  // As long as they have room for it, the money goes back the way that was agreed.
  const agreed = payments.filter(({ id }) => (own.get(id) ?? 0) > 0);
  const ways = automaticallyRefundable(agreed) >= amount ? agreed : payments;
  const parts: readonly Part[] = planParts(amount, ways, strategy, refund.currency);
  return newAutomaticParts(parts);
}

/** Brings transactions and pots from what they are to what is planned; one on the same payment keeps its id. */
export async function replace(
  stores: Stores,
  shop: string,
  refund: Refund,
  source: FoundSource,
  current: readonly TransactionRecord[],
  planned: readonly NewTransaction[],
  now: number,
): Promise<void> {
  const { orderId } = refund;
  const ofSource = { orderId, ...(source.returned ? { returnId: source.returned.id } : {}) };
  for (const transaction of current) await changePots(stores, shop, transaction, RELEASE);
  for (const part of planned) {
    await changePots(stores, shop, moneyOf(ofSource, part), HOLD);
    const same = current.find((one) => isSameWay(one, part));
    if (same) await stores.refunds.resizeTransaction(same, part.amount, now);
    else await stores.refunds.addTransaction(shop, refund.id, part, now);
  }
  const dropped = current.filter((one) => !planned.some((part) => isSameWay(one, part)));
  for (const transaction of dropped) await stores.refunds.dropTransaction(transaction);
}

type Way = Pick<NewTransaction, 'paymentId' | 'provider'>;

/** A payment may have got another provider while nothing of it was reserved. */
function isSameWay(one: Way, other: Way): boolean {
  return one.paymentId === other.paymentId && one.provider === other.provider;
}
