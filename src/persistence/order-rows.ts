/** How orders, their lines and their payments come out of the tables. */
import type { OrderSummary, Payment } from '../domain/order';
import type { OrderRow } from './entities/order-row';
import type { PaymentRow } from './entities/payment-row';
import { present } from './present';

export const ORDER = `id, number, currency, fulfilment, channel, placed_at AS "placedAt", delivered_at AS "deliveredAt", confirmed_at AS "confirmedAt",
  tax_included AS "taxIncluded", shipping, total, captured, committed, refunded, last_ordinal AS "lastOrdinal", updated_at AS "updatedAt"`;
export const LINE = 'id, sku, name, quantity, price, discount, tax, total';
export const PAYMENT = `id, ordinal, provider, method, reference, refundable, captured, committed, refunded,
  captured_at AS "capturedAt"`;

/** @param ids the statement that answers them; its first value is the shop */
export function ordersIn(ids: string): string {
  return `SELECT ${ORDER} FROM orders WHERE shop = $1 AND id IN (${ids}) ORDER BY id`;
}

export function summaryOf(row: OrderRow): OrderSummary {
  return { ...present(row), taxIncluded: Boolean(row.taxIncluded) };
}

export function paymentOf(row: Omit<PaymentRow, 'shop' | 'orderId'>): Payment {
  return { ...present(row), refundable: Boolean(row.refundable) };
}
