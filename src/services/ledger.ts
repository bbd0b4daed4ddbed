/** Orders with all that was given back of them, in as many statements for a page of orders as for one. */
import { freeLines } from '../domain/refund-content';
import { isLive, type Refund } from '../domain/refund';
import type { Order, OrderSummary } from '../domain/order';
import { unitsByLine, type UnitRange } from '../domain/units';
import type { OrderBook } from './order-book';
import type { ReadStores, UnitsOfReturn } from './ports';
import type { OrderLedger, RefundParts } from './views';

export async function ledgerOf(
  stores: ReadStores,
  book: OrderBook,
  shop: string,
  orderId: number,
): Promise<OrderLedger> {
  const order = await book.get(stores, shop, orderId);
  const [refunds, returns] = await given(stores, shop, [orderId]);
  return ledger(order, refunds, returns);
}

/** The ledgers of these orders, in their order. */
export async function ledgersOf(
  stores: ReadStores,
  book: OrderBook,
  shop: string,
  summaries: readonly OrderSummary[],
): Promise<OrderLedger[]> {
  const [orders, [refunds, returns]] = await Promise.all([
    book.complete(stores, shop, summaries),
    given(
      stores,
      shop,
      summaries.map(({ id }) => id),
    ),
  ]);
  const refundsOf = grouped(refunds, ({ refund }) => refund.orderId);
  const returnsOf = grouped(returns, ({ orderId }) => orderId);
  return orders.map((order) => ledger(order, refundsOf.get(order.id) ?? [], returnsOf.get(order.id) ?? []));
}

/** Refunds first: lines of a refund that came meanwhile are passed over, so nothing told contradicts anything else. */
async function given(
  stores: ReadStores,
  shop: string,
  orderIds: readonly number[],
): Promise<readonly [readonly RefundParts[], readonly UnitsOfReturn[]]> {
  const refunds = await stores.refunds.ofOrders(shop, orderIds);
  return Promise.all([partsOf(stores, shop, refunds, orderIds), stores.returns.unitsHeld(shop, orderIds)]);
}

/** What these refunds are made of. @param orderIds their orders */
export async function partsOf(
  stores: ReadStores,
  shop: string,
  refunds: readonly Refund[],
  orderIds: readonly number[] = [...new Set(refunds.map(({ orderId }) => orderId))],
): Promise<RefundParts[]> {
  const [lines, named] = await Promise.all([
    stores.refunds.linesOfOrders(shop, orderIds),
    stores.refunds.adjustmentsOfOrders(shop, orderIds),
  ]);
  const linesOf = grouped(lines, ({ refundId }) => refundId);
  const namedOf = grouped(named, ({ refundId }) => refundId);
  return refunds.map((refund) => ({
    refund,
    lines: linesOf.get(refund.id) ?? [],
    adjustments: namedOf.get(refund.id) ?? [],
  }));
}

function ledger(order: Order, refunds: readonly RefundParts[], returns: readonly UnitsOfReturn[]): OrderLedger {
  const freeUnits = freeLines(order, heldBy(refunds, returns));
  // While a unit is left now, none was the last when there were fewer refunds and returns.
  const canBeLast = isNothingLeft(freeUnits);
  return {
    order,
    refunds: refunds.map(({ refund, lines, adjustments }, index) => ({
      refund,
      lines,
      adjustments,
      isLastOfGoods: canBeLast && isLast(order, refunds.slice(0, index + 1), returns),
    })),
    freeUnits,
    shippingTaken: refunds.reduce((sum, { refund }) => sum + (isLive(refund) ? refund.shipping : 0), 0),
  };
}

/** Looks at the last refund as if none had come after it. What was released since does not count: it was not given back. */
function isLast(order: Order, refunds: readonly RefundParts[], returns: readonly UnitsOfReturn[]): boolean {
  const at = refunds.at(-1)?.refund.createdAt ?? 0;
  const earlier = returns.filter(({ openedAt }) => openedAt <= at);
  return isNothingLeft(freeLines(order, heldBy(refunds, earlier)));
}

/** Whether an order that had goods has none that could still be given back. */
function isNothingLeft(freeUnits: OrderLedger['freeUnits']): boolean {
  return freeUnits.size > 0 && [...freeUnits.values()].every((ranges) => ranges.length === 0);
}

/** The units that these refunds of the order itself hold, and these returns; lines of a refund that are a return's are the return's. */
function heldBy(
  refunds: readonly RefundParts[],
  returns: readonly UnitsOfReturn[],
): ReadonlyMap<number, readonly UnitRange[]> {
  const live = refunds.filter(({ refund }) => refund.sourceType === 'order' && isLive(refund));
  const own = live.flatMap(({ lines }) => lines.filter(({ returnId }) => returnId === undefined));
  return unitsByLine([...own, ...returns]);
}

function grouped<T>(rows: readonly T[], keyOf: (row: T) => number): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}
