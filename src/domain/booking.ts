/** What came in for an order, and what of it a refund gave back: as the account of a merchant shows them, in one list. */
import type { OrderSummary } from './order';
import type { Refund } from './refund';

export interface Booking {
  readonly kind: 'sale' | 'refund';
  /** Its number among all bookings of the shop. */
  readonly number: number;
  readonly orderId: number;
  readonly refundId?: number;
  readonly currency: string;
  /** In minor units: above zero what came in, below it what was given back. */
  readonly amount: number;
  readonly at: number;
}

/** Sales have the number of their order, refunds numbers from where no shop's order is; both have 15 digits at most. */
export const FIRST_REFUND_NUMBER = 500_000_000_000_000;

export function bookingNumber(kind: Booking['kind'], id: number): number {
  return kind === 'sale' ? id : FIRST_REFUND_NUMBER + id;
}

export function saleOf(order: OrderSummary): Booking {
  const { id: orderId, currency, captured: amount } = order;
  return { kind: 'sale', number: bookingNumber('sale', orderId), orderId, currency, amount, at: knownSince(order) };
}

/** What was really given back: parts that failed are in no account. */
export function bookedRefund({ id, orderId, currency, createdAt, transactions }: Refund): Booking {
  const settled = transactions.filter(({ state }) => state === 'settled');
  const amount = settled.reduce((sum, transaction) => sum - transaction.amount, 0);
  const number = bookingNumber('refund', id);
  return { kind: 'refund', number, orderId, refundId: id, currency, amount, at: createdAt };
}

/** When the order was placed, or where nobody said, when we last heard of it. */
export function knownSince({ placedAt, updatedAt }: Pick<OrderSummary, 'placedAt' | 'updatedAt'>): number {
  return placedAt ?? updatedAt;
}
