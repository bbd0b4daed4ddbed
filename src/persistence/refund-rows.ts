/** How refunds and transactions come out of the tables. */
import type { Refund, Transaction } from '../domain/refund';
import type { TransactionRecord } from '../services/ports';
import type { RefundRow } from './entities/refund-row';
import type { TransactionRow } from './entities/transaction-row';
import { present } from './present';

/** A refund beside one of its transactions: columns of the transaction have names of their own. */
export const REFUND_WITH_TRANSACTION = `r.id, r.order_id AS "orderId", r.source_type AS "sourceType",
  r.source_id AS "sourceId", r.method, r.amount, r.currency, r.shipping, r.adjustment, r.reason, r.note,
  r.created_at AS "createdAt", r.confirmed_at AS "confirmedAt",
  t.id AS t_id, t.state AS t_state, t.amount AS t_amount, t.payment_id AS t_payment, t.provider AS t_provider,
  t.destination AS t_destination, t.reference AS t_reference, t.message AS t_message, t.updated_at AS t_updated,
  t.settled_at AS t_settled`;

export interface RefundWithTransaction extends Omit<RefundRow, 'shop' | 'returnId'> {
  readonly t_id: number | null;
  readonly t_state: TransactionRow['state'];
  readonly t_amount: number;
  readonly t_payment: number | null;
  readonly t_provider: string | null;
  readonly t_destination: TransactionRow['destination'];
  readonly t_reference: string | null;
  readonly t_message: string | null;
  readonly t_updated: number;
  readonly t_settled: number | null;
}

/** Refunds from rows that are ordered by refund and transaction. */
export function refundsFrom(rows: readonly RefundWithTransaction[]): Refund[] {
  const found = new Map<number, Refund & { transactions: Transaction[] }>();
  for (const row of rows) {
    const { t_id, t_state, t_amount, t_payment, t_provider, t_destination, t_reference, t_message, ...rest } = row;
    const { t_updated, t_settled, ...refund } = rest;
    const one = found.get(row.id) ?? { ...present(refund), transactions: [] };
    found.set(row.id, one);
    if (t_id === null) continue;
    one.transactions.push({
      ...{ id: t_id, state: t_state, amount: t_amount, updatedAt: t_updated },
      ...present({ paymentId: t_payment, provider: t_provider, destination: t_destination }),
      ...present({ reference: t_reference, message: t_message, settledAt: t_settled }),
    });
  }
  return [...found.values()];
}

/** A transaction with what it takes from its refund. */
export const TRANSACTION = `t.id, t.shop, t.refund_id AS "refundId", r.order_id AS "orderId", r.return_id AS "returnId",
  t.state, t.amount, r.currency, t.payment_id AS "paymentId", t.provider, t.destination,
  t.provider_key AS "providerKey", t.reference, t.message, t.created_at AS "createdAt",
  t.updated_at AS "updatedAt", t.settled_at AS "settledAt"`;

export type FoundTransaction = TransactionRow & Pick<RefundRow, 'orderId' | 'returnId' | 'currency'>;

export function transactionFrom(row: FoundTransaction): TransactionRecord {
  return present(row);
}
