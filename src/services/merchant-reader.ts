/** Orders as their merchant looks at them: with what comes back of them, item by item, and with what his account shows of them. */
import { requireScope, type Caller } from '../domain/access';
import { bookedRefund, saleOf, type Booking } from '../domain/booking';
import type { OrderSummary } from '../domain/order';
import { Refusal } from '../domain/refusal';
import type { OrderBook } from './order-book';
import { counted } from './page';
import type { BookingField, BookingSort, ItemField, ItemSort, Listing, OrderField, OrderSort } from './ports';
import type { BookingPlace, Reader, ReadStores } from './ports';
import type { Counted, ItemOfOrder, OrderWithReturns } from './views';

export class MerchantReader {
  constructor(
    private readonly reader: Reader,
    private readonly book: OrderBook,
  ) {}

  /** Refuses who may not read orders with their returns; as RefundReader.requireLedgers, for answers to a change. */
  requireOrders(caller: Caller): void {
    requireScope(caller, 'orders:read');
    requireScope(caller, 'returns:read');
  }

  async order(caller: Caller, orderId: number): Promise<OrderWithReturns> {
    this.requireOrders(caller);
    return this.reader.read(async (stores) => ({
      order: await this.book.get(stores, caller.shop, orderId),
      returns: await stores.returns.ofOrder(caller.shop, orderId),
    }));
  }

  async orders(caller: Caller, listing: Listing<OrderField, OrderSort>): Promise<Counted<OrderWithReturns>> {
    this.requireOrders(caller);
    return this.reader.read(async (stores) => {
      const orders = await stores.listings.orders(caller.shop, listing);
      const whole = this.whole(stores, caller.shop, orders);
      return counted(whole, stores.listings.countOrders(caller.shop, listing.conditions));
    });
  }

  /** The line of this id. Refuses to guess where two orders have one of it. */
  async item(caller: Caller, lineId: number): Promise<ItemOfOrder> {
    this.requireOrders(caller);
    return this.reader.read(async (stores) => {
      const page = {
        skip: 0,
        limit: 2,
        order: [],
        conditions: [{ field: 'id', is: 'one_of', values: [lineId] }],
      } as const;
      const [item, second] = await this.itemsIn(stores, caller.shop, page);
      if (!item) throw new Refusal('line_not_found', `there is no line ${lineId}`, 'lineId');
      if (second) throw new Refusal('order_ambiguous', `several orders have a line ${lineId}`, 'lineId');
      return item;
    });
  }

  async items(caller: Caller, listing: Listing<ItemField, ItemSort>): Promise<Counted<ItemOfOrder>> {
    this.requireOrders(caller);
    return this.reader.read((stores) =>
      counted(this.itemsIn(stores, caller.shop, listing), stores.listings.countItems(caller.shop, listing.conditions)),
    );
  }

  async bookings(caller: Caller, listing: Listing<BookingField, BookingSort>): Promise<Counted<Booking>> {
    requireScope(caller, 'orders:read');
    requireScope(caller, 'refunds:read');
    return this.reader.read(async (stores) => {
      const places = await stores.listings.bookings(caller.shop, listing);
      const whole = bookingsAt(stores, caller.shop, places);
      return counted(whole, stores.listings.countBookings(caller.shop, listing.conditions));
    });
  }

  private async itemsIn(
    stores: ReadStores,
    shop: string,
    listing: Listing<ItemField, ItemSort>,
  ): Promise<readonly ItemOfOrder[]> {
    const places = await stores.listings.items(shop, listing);
    const ids = [...new Set(places.map(({ orderId }) => orderId))];
    const found = await this.whole(stores, shop, await stores.orders.search(shop, { ids, skip: 0, limit: ids.length }));
    const byId = new Map(found.map((one) => [one.order.id, one]));
    return places.flatMap(({ orderId, lineId }) => {
      const of = byId.get(orderId);
      const line = of?.order.lines.find(({ id }) => id === lineId);
      return of && line ? [{ ...of, line }] : [];
    });
  }

  /** In as many statements for a page of orders as for one. */
  private async whole(
    stores: ReadStores,
    shop: string,
    summaries: readonly OrderSummary[],
  ): Promise<OrderWithReturns[]> {
    const ids = summaries.map(({ id }) => id);
    const [orders, returns] = await Promise.all([
      this.book.complete(stores, shop, summaries),
      stores.returns.ofOrders(shop, ids),
    ]);
    return orders.map((order) => ({ order, returns: returns.filter(({ orderId }) => orderId === order.id) }));
  }
}

async function bookingsAt(stores: ReadStores, shop: string, places: readonly BookingPlace[]): Promise<Booking[]> {
  const idsOf = (kind: Booking['kind']): number[] => places.flatMap((one) => (one.kind === kind ? [one.id] : []));
  const [sales, refunds] = [idsOf('sale'), idsOf('refund')];
  const conditions = [{ field: 'id', is: 'one_of', values: refunds }] as const;
  const [orders, given] = await Promise.all([
    stores.orders.search(shop, { ids: sales, skip: 0, limit: sales.length }),
    stores.listings.refunds(shop, { conditions, order: [], skip: 0, limit: refunds.length }),
  ]);
  const found = {
    sale: new Map(orders.map((order) => [order.id, saleOf(order)])),
    refund: new Map(given.map((refund) => [refund.id, bookedRefund(refund)])),
  };
  return places.flatMap(({ kind, id }) => found[kind].get(id) ?? []);
}
