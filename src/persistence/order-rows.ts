/** How orders, their lines and their payments come out of the tables. */
import type { OrderSummary, Payment } from '../domain/order';
import type { OrderRow } from './entities/order-row';
import type { PaymentRow } from './entities/payment-row';
import type { Sql } from './sql';
import type { SqlValue } from './sql-flavour';
import { Columns } from './columns';
import { withPresent } from './present';

export const ORDER =
  new Columns(`id, number, currency, fulfilment, channel, placed_at AS "placedAt", delivered_at AS "deliveredAt", confirmed_at AS "confirmedAt",
  tax_included AS "taxIncluded", shipping, total, captured, committed, refunded, last_ordinal AS "lastOrdinal", updated_at AS "updatedAt"`);
export const LINE = 'id, sku, name, quantity, price, discount, tax, total';
export const PAYMENT = `id, ordinal, provider, method, reference, refundable, captured, committed, refunded,
  captured_at AS "capturedAt"`;

/**
 * As knownSince of the domain, in the words that an index of orders has. With a sign before the columns, no index is begun with.
 * @param before what stands before each column
 */
export function knownSince(before: '' | '+' | 'o.'): string {
  return `COALESCE(${before}placed_at, ${before}updated_at)`;
}

/** @param ids the statement that answers them; its first value is the shop */
export async function ordersIn(sql: Sql, ids: string, params: readonly SqlValue[]): Promise<OrderSummary[]> {
  const rest = `FROM orders WHERE shop = $1 AND id IN (${ids}) ORDER BY id`;
  return (await sql.many<OrderRow>(ORDER, rest, params)).map(summaryOf);
}

export function summaryOf(row: OrderRow): OrderSummary {
  const { id, currency, fulfilment, shipping, total, captured, committed, refunded, lastOrdinal, updatedAt } = row;
  const { number, channel, placedAt, deliveredAt, confirmedAt } = row;
  const taxIncluded = Boolean(row.taxIncluded);
  return withPresent(
    { id, currency, fulfilment, taxIncluded, shipping, total, captured, committed, refunded, lastOrdinal, updatedAt },
    { number, channel, placedAt, deliveredAt, confirmedAt },
  );
}

export function paymentOf(row: Omit<PaymentRow, 'shop' | 'orderId'>): Payment {
  const { id, ordinal, provider, method, captured, committed, refunded, reference, capturedAt } = row;
  const refundable = Boolean(row.refundable);
  return withPresent(
    { id, ordinal, provider, method, refundable, captured, committed, refunded },
    { reference, capturedAt },
  );
}
