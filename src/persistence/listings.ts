import type { OrderSummary } from '../domain/order';
import type { Refund } from '../domain/refund';
import type { Condition, Listing, ListingReads, RefundField, RefundSort } from '../services/ports';
import type { BookingField, BookingSort, BookingPlace, ItemField, ItemSort, ItemPlace } from '../services/ports';
import type { OrderField, OrderSort } from '../services/ports';
import { fittingBookings, listedBookings, placeOf } from './booking-listing';
import { Conditions } from './conditions';
import type { OrderRow } from './entities/order-row';
import { fittingItems, fittingOrders, listedItems, listedOrders } from './order-listing';
import { ORDER, summaryOf } from './order-rows';
import { fittingRefunds, listedRefunds } from './refund-listing';
import { refundsIn } from './refund-rows';
import type { Sql } from './sql';

type Statement = Pick<Conditions, 'text' | 'params'>;

export class SqlListings implements ListingReads {
  constructor(private readonly sql: Sql) {}

  async orders(shop: string, listing: Listing<OrderField, OrderSort>): Promise<OrderSummary[]> {
    const ids = await this.ids(listedOrders(shop, listing));
    const where = new Conditions().and('shop = ?', shop).andOneOf('id', ids);
    const rows = await this.sql.many<OrderRow>(ORDER, `FROM orders WHERE ${where.text}`, where.params);
    return inOrder(ids, rows.map(summaryOf));
  }

  countOrders(shop: string, conditions: readonly Condition<OrderField>[]): Promise<number> {
    return this.count(fittingOrders(shop, conditions));
  }

  items(shop: string, listing: Listing<ItemField, ItemSort>): Promise<ItemPlace[]> {
    const { text, params } = listedItems(shop, listing);
    return this.sql.rows<ItemPlace>(text, params);
  }

  countItems(shop: string, conditions: readonly Condition<ItemField>[]): Promise<number> {
    return this.count(fittingItems(shop, conditions));
  }

  async refunds(shop: string, listing: Listing<RefundField, RefundSort>): Promise<Refund[]> {
    const ids = await this.ids(listedRefunds(shop, listing));
    const where = new Conditions().and('r.shop = ?', shop).andOneOf('r.id', ids);
    return inOrder(ids, await refundsIn(this.sql, `WHERE ${where.text} ORDER BY r.id, t.id`, where.params));
  }

  countRefunds(shop: string, conditions: readonly Condition<RefundField>[]): Promise<number> {
    return this.count(fittingRefunds(shop, conditions));
  }

  async bookings(shop: string, listing: Listing<BookingField, BookingSort>): Promise<BookingPlace[]> {
    const { text, params } = listedBookings(shop, listing);
    return (await this.sql.rows<{ number: number }>(text, params)).map(({ number }) => placeOf(number));
  }

  async countBookings(shop: string, conditions: readonly Condition<BookingField>[]): Promise<number> {
    const counts = await Promise.all(fittingBookings(shop, conditions).map((side) => this.count(side)));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  private async ids({ text, params }: Statement): Promise<number[]> {
    return (await this.sql.rows<{ id: number }>(text, params)).map(({ id }) => id);
  }

  private async count({ text, params }: Statement): Promise<number> {
    return Number((await this.sql.row<{ found: number }>(text, params))?.found);
  }
}

function inOrder<T extends { readonly id: number }>(ids: readonly number[], found: readonly T[]): T[] {
  const byId = new Map(found.map((one) => [one.id, one]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}
