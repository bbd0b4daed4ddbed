/** An order with all that was given back of it, read in one look: nothing in it contradicts anything else. */
import { freeLines } from '../domain/refund-content';
import { isLive } from '../domain/refund';
import { RELEASED_RETURN, type Return } from '../domain/return';
import type { Order } from '../domain/order';
import type { UnitRange } from '../domain/units';
import type { OrderBook } from './order-book';
import type { ReadStores } from './ports';
import { takenOf } from './taken';
import type { LedgerRefund, OrderLedger } from './views';

/** An order's refunds belong together and are told together; there are never so many. */
const ALL = Number.MAX_SAFE_INTEGER;

export async function ledgerOf(
  stores: ReadStores,
  book: OrderBook,
  shop: string,
  orderId: number,
): Promise<OrderLedger> {
  const order = await book.get(stores, shop, orderId);
  const refunds = await stores.refunds.list(shop, { orderId, after: 0, limit: ALL });
  const lines = await stores.refunds.linesOfOrder(shop, orderId);
  const named = await stores.refunds.adjustmentsOfOrder(shop, orderId);
  const returns = await stores.returns.ofOrder(shop, orderId);
  const { units, shipping } = await takenOf(stores, shop, orderId);
  const whole = refunds.map((refund) => ({
    refund,
    lines: lines.filter(({ refundId }) => refundId === refund.id),
    adjustments: named.filter(({ refundId }) => refundId === refund.id),
  }));
  return {
    order,
    refunds: withLast(order, returns, whole),
    freeUnits: freeLines(order, units),
    shippingTaken: shipping,
  };
}

/** Looks at each refund as if none had come after it. What was released since does not count: it was not given back. */
function withLast(
  order: Order,
  returns: readonly Return[],
  refunds: readonly Omit<LedgerRefund, 'isLastOfGoods'>[],
): LedgerRefund[] {
  return refunds.map((one, index) => {
    const earlier = refunds.slice(0, index + 1).filter(({ refund }) => refund.sourceType === 'order' && isLive(refund));
    const backAlready = returns.filter(
      ({ openedAt, state }) => openedAt <= one.refund.createdAt && !RELEASED_RETURN.has(state),
    );
    const units = new Map<number, UnitRange[]>();
    for (const { lineId, units: held } of [...earlier, ...backAlready].flatMap(({ lines }) => [...lines])) {
      units.set(lineId, [...(units.get(lineId) ?? []), ...held]);
    }
    const left = [...freeLines(order, units).values()];
    return { ...one, isLastOfGoods: left.length > 0 && left.every((ranges) => ranges.length === 0) };
  });
}
