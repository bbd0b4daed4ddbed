/** Lists whose callers combine conditions and orderings as they like: a page of each, and how many fit. */
import type { OrderSummary } from '../domain/order';
import type { Refund } from '../domain/refund';
import type { Condition, Listing } from './ports-of-searches';

/** `stage` is an OrderStage; `since` is when it was placed, or where nobody said, when we last heard of it. */
export type OrderField = 'id' | 'number' | 'stage' | 'since' | 'updatedAt';
export type OrderSort = 'id' | 'since' | 'updatedAt';

/** A line of an order: `id` is the shop's own. */
export type ItemField = 'id' | 'orderId' | 'sku';
export type ItemSort = 'id';

/** `state` is a RefundState. */
export type RefundField = 'id' | 'orderId' | 'state' | 'createdAt';
export type RefundSort = 'id' | 'createdAt';

/** `number` is a booking's, `at` when it was made; `kind` is a Booking's. */
export type BookingField = 'number' | 'orderId' | 'kind' | 'at';
export type BookingSort = 'number' | 'at';

/** Where a booking is found. */
export interface BookingPlace {
  readonly kind: 'sale' | 'refund';
  /** Of the order that was sold, or of the refund. */
  readonly id: number;
}

export interface ItemPlace {
  readonly orderId: number;
  readonly lineId: number;
}

export interface ListingReads {
  orders(shop: string, listing: Listing<OrderField, OrderSort>): Promise<OrderSummary[]>;
  countOrders(shop: string, conditions: readonly Condition<OrderField>[]): Promise<number>;
  items(shop: string, listing: Listing<ItemField, ItemSort>): Promise<ItemPlace[]>;
  countItems(shop: string, conditions: readonly Condition<ItemField>[]): Promise<number>;
  refunds(shop: string, listing: Listing<RefundField, RefundSort>): Promise<Refund[]>;
  countRefunds(shop: string, conditions: readonly Condition<RefundField>[]): Promise<number>;
  /** Sales are orders of which money came in, refunds those that gave some back. */
  bookings(shop: string, listing: Listing<BookingField, BookingSort>): Promise<BookingPlace[]>;
  countBookings(shop: string, conditions: readonly Condition<BookingField>[]): Promise<number>;
}
