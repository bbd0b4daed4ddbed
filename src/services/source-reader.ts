/** Orders, returns and claims with the payments and refunds that are numbered in them, for platforms that look them up so. */
import { requireScope, type Caller } from '../domain/access';
import type { OrderSummary } from '../domain/order';
import { Refusal } from '../domain/refusal';
import { partFor, type Refund, type SourceType } from '../domain/refund';
import { kindsOf, type Return } from '../domain/return';
import type { OrderBook } from './order-book';
import { counted } from './page';
import type { Reader, ReadStores } from './ports';
import { getSource } from './refund-source';
import type { Counted, NumberedEntry, OrderWithEntries, ReturnWithRefunds } from './views';
import type { FindOrders, FindReturns, NumberedRefund } from './wishes';

export class SourceReader {
  constructor(
    private readonly reader: Reader,
    private readonly book: OrderBook,
  ) {}

  /** The payment or the refund with this number: both are in one numbering. */
  async entry(caller: Caller, wish: NumberedRefund): Promise<NumberedEntry> {
    requireScope(caller, wish.sourceType === 'order' ? 'orders:read' : 'returns:read');
    requireScope(caller, 'refunds:read');
    return this.reader.read(async (stores) => {
      const { order, returned } = await getSource(this.book, stores, caller.shop, wish);
      const { sourceType, sourceId, ordinal } = wish;
      const { id: orderId, currency } = order;
      // A return has no payments of its own: what was paid is the order's.
      const payment = returned ? undefined : order.payments.find((one) => one.ordinal === ordinal);
      if (payment) return { orderId, currency, payment };
      const refund = await stores.refunds.findNumbered(caller.shop, wish);
      if (refund) return { orderId, currency, refund, audit: await stores.audit.of(caller.shop, 'refund', refund.id) };
      throw new Refusal('payment_not_found', `${sourceType} ${sourceId} has no payment ${ordinal}`, 'ordinal');
    });
  }

  /** Orders with their payments and with the refunds of the orders themselves. */
  async orders(caller: Caller, wish: FindOrders): Promise<Counted<OrderWithEntries>> {
    requireScope(caller, 'orders:read');
    requireScope(caller, 'refunds:read');
    const { page, limit, ...search } = wish;
    return this.reader.read(async (stores) => {
      const orders = await stores.orders.search(caller.shop, { ...search, skip: (page - 1) * limit, limit });
      const entries = withEntries(stores, caller.shop, orders);
      return counted(entries, stores.orders.countFound(caller.shop, search));
    });
  }

  /** Returns or claims with their refunds. */
  async returns(caller: Caller, wish: FindReturns): Promise<Counted<ReturnWithRefunds>> {
    requireScope(caller, 'returns:read');
    requireScope(caller, 'refunds:read');
    const { page, limit, sourceType, ...filter } = wish;
    const search = { ...filter, kinds: kindsOf(sourceType) };
    return this.reader.read(async (stores) => {
      const returns = await stores.returns.search(caller.shop, { ...search, skip: (page - 1) * limit, limit });
      const whole = withRefunds(stores, caller.shop, sourceType, returns);
      return counted(whole, stores.returns.countFound(caller.shop, search));
    });
  }
}

async function withEntries(
  stores: ReadStores,
  shop: string,
  orders: readonly OrderSummary[],
): Promise<OrderWithEntries[]> {
  const ids = orders.map(({ id }) => id);
  const [payments, refunds] = await Promise.all([
    stores.orders.paymentsIn(shop, ids),
    refundsOf(stores, shop, 'order', ids),
  ]);
  return orders.map((order) => ({
    ...{ order, payments: payments.get(order.id) ?? [], refunds: refunds.get(order.id) ?? [] },
  }));
}

async function withRefunds(
  stores: ReadStores,
  shop: string,
  sourceType: 'return' | 'claim',
  returns: readonly Return[],
): Promise<ReturnWithRefunds[]> {
  const [refunds, orders] = await Promise.all([
    refundsOfReturns(stores, shop, sourceType, returns),
    ordersOf(stores, shop, returns),
  ]);
  return returns.map((returned) => {
    const orderNumber = orders.get(returned.orderId)?.number;
    const numbered = orderNumber === undefined ? {} : { orderNumber };
    return { returned, ...numbered, refunds: refunds.get(returned.id) ?? [] };
  });
}

async function refundsOf(
  stores: ReadStores,
  shop: string,
  sourceType: SourceType,
  sourceIds: readonly number[],
): Promise<ReadonlyMap<number, readonly Refund[]>> {
  const found = new Map<number, Refund[]>(sourceIds.map((id) => [id, []]));
  for (const refund of await stores.refunds.ofSources(shop, sourceType, sourceIds)) {
    found.get(refund.sourceId)?.push(refund);
  }
  return found;
}

/** Those of the returns themselves, and of refunds of their orders the part that is for them. */
async function refundsOfReturns(
  stores: ReadStores,
  shop: string,
  sourceType: 'return' | 'claim',
  returns: readonly Return[],
): Promise<ReadonlyMap<number, readonly Refund[]>> {
  const [ids, orderIds] = [returns.map(({ id }) => id), [...new Set(returns.map(({ orderId }) => orderId))]];
  const [own, ofOrders] = await Promise.all([
    refundsOf(stores, shop, sourceType, ids),
    refundsOf(stores, shop, 'order', orderIds),
  ]);
  return new Map(
    returns.map(({ id, orderId }) => {
      const joint = (ofOrders.get(orderId) ?? []).flatMap((refund) => partFor(refund, id) ?? []);
      return [id, [...(own.get(id) ?? []), ...joint]];
    }),
  );
}

async function ordersOf(
  stores: ReadStores,
  shop: string,
  returns: readonly Return[],
): Promise<ReadonlyMap<number, OrderSummary>> {
  const ids = [...new Set(returns.map(({ orderId }) => orderId))];
  const orders = await stores.orders.search(shop, { ids, skip: 0, limit: ids.length });
  return new Map(orders.map((order) => [order.id, order]));
}
