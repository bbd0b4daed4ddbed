/** One refund for several returns of an order at once, for its shipping, and with an adjustment: judged before it is reserved. */
import { planWhole, type Strategy } from '../domain/allocation';
import { goodsOfOrder, goodsOfReturns, type JointGoods, type WantedGoods } from '../domain/joint-refund';
import { formatMinor, largestSum, parseMoney, parseSigned, requireCurrency, type Money } from '../domain/money';
import { isAutomatic, refundableOf, type Order } from '../domain/order';
import { requireConfirmed } from '../domain/order-stage';
import { goodsOf, requireDistinct, requireShipping } from '../domain/refund-content';
import type { RefundLine } from '../domain/refund';
import { Refusal } from '../domain/refusal';
import { sourceTypeOf, type Return } from '../domain/return';
import { layShares, type ReturnShare } from '../domain/sharing';
import { newComposedPart } from './composed-refund';
import type { NewRefund, NewTransaction, ReadStores } from './ports';
import { requireRefundable, requireRoom, type FoundSource } from './refund-source';
import { takenOf } from './taken';
import type { AddJointRefund } from './wishes';

type Made = Pick<NewRefund, 'method' | 'amount' | 'transactions' | 'said'> & {
  readonly content: Required<Pick<NewRefund, 'lines' | 'shipping' | 'adjustment' | 'adjustments'>>;
};

/** Decides what the refund is of. The order was taken in the same unit of work. */
export async function joinGoods(
  stores: ReadStores,
  shop: string,
  order: Order,
  strategy: Strategy,
  wish: AddJointRefund,
): Promise<{ readonly source: FoundSource; readonly made: Made }> {
  if (wish.confirmedOnly) requireConfirmed(order);
  if (wish.currency !== undefined) requireCurrency(wish.currency, order.currency);
  const returns = await returnsOf(stores, shop, order, wish.returnIds ?? []);
  const taken = await takenOf(stores, shop, order.id);
  const wanted = wantedGoods(order, wish);
  const shipping = parseMoney(wish.shipping ?? '0', order.currency, 'shipping').minor;
  const found =
    returns.length > 0 ? goodsOfReturns(order, returns, wanted, shipping) : goodsOfOrder(order, taken, wanted);
  requireShipping(order, taken, shipping);
  const amount = found.goods + shipping + wanted.adjustment;
  requireAboveNothing(order, amount);
  requireRoom(amount, refundableOf(order), order.currency);

  const parts = planWhole(amount, order.payments, strategy, order.currency);
  const source = sourceOf(order, returns, found, amount);
  const lines = source.returned ? found.lines.map(withoutReturn) : found.lines;
  const made: Made = {
    method: parts.some(({ payment }) => isAutomatic(payment)) ? 'automatic' : 'manual',
    amount,
    transactions: layShares(parts, found.shares).map(({ shares, payment, ...part }) => ({
      ...newComposedPart({ ...part, payment, isAutomatic: isAutomatic(payment) }),
      ...sharesIn(source, shares),
    })),
    content: {
      ...{ lines, shipping, adjustment: amount - goodsOf(lines) - shipping },
      adjustments: wanted.adjustment === 0 ? [] : [{ kind: 'discrepancy', amount: wanted.adjustment, tax: 0 }],
    },
    ...(wish.said === undefined ? {} : { said: wish.said }),
  };
  return { source, made };
}

/** The named returns of the order; refuses one that is not there, or not to be refunded. */
async function returnsOf(stores: ReadStores, shop: string, order: Order, ids: readonly number[]): Promise<Return[]> {
  requireDistinct(ids, (index) => `returnIds[${index}]`);
  const ofOrder = ids.length === 0 ? [] : await stores.returns.ofOrder(shop, order.id);
  return ids.map((returnId, index) => {
    const field = `returnIds[${index}]`;
    const returned = ofOrder.find(({ id }) => id === returnId);
    if (!returned) throw new Refusal('return_not_found', `order ${order.id} has no return ${returnId}`, field);
    requireRefundable({ returned }, field);
    return returned;
  });
}

function wantedGoods({ currency }: Order, { partial, amount, adjustment, lineIds }: AddJointRefund): WantedGoods {
  return {
    isPartial: partial === true,
    ...(amount === undefined ? {} : { amount: tellable(parseMoney(amount, currency), 'amount') }),
    adjustment: tellable(parseSigned(adjustment ?? '0', currency, 'adjustment'), 'adjustment'),
    ...(lineIds === undefined ? {} : { lineIds }),
  };
}

/** Parts that make each other up may be of any size, and their sum must still be exact. */
function tellable({ minor, currency }: Money, field: string): number {
  const most = largestSum(currency);
  if (Math.abs(minor) <= most) return minor;
  throw new Refusal(
    'amount_invalid',
    `${field} must be at most ${formatMinor(most, currency)}, whatever its sign`,
    field,
  );
}

function requireAboveNothing({ currency }: Order, amount: number): void {
  if (amount > 0) return;
  const sum = `${formatMinor(amount, currency)} ${currency}`;
  throw new Refusal(
    'amount_not_positive',
    `goods, shipping and adjustment come to ${sum}; give back more than nothing`,
  );
}

/** A return is the source where nothing but it is paid back. */
function sourceOf(order: Order, returns: readonly Return[], { shares }: JointGoods, amount: number): FoundSource {
  const [returned] = returns;
  if (returned && returns.length === 1 && shares[0]?.amount === amount) {
    return { sourceType: sourceTypeOf(returned.kind), sourceId: returned.id, order, returned };
  }
  return { sourceType: 'order', sourceId: order.id, order };
}

/** What a return is the source of is for it, and need not be said. */
function sharesIn({ returned }: FoundSource, shares: readonly ReturnShare[]): Pick<NewTransaction, 'shares'> {
  return returned || shares.length === 0 ? {} : { shares };
}

function withoutReturn({ returnId: _, ...line }: RefundLine): RefundLine {
  return line;
}
