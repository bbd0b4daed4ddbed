/** How refunds and transactions come out of the tables. */
import type { Refund, Transaction } from '../domain/refund';
import type { ReturnShare } from '../domain/sharing';
import type { TransactionRecord } from '../services/ports';
import type { RefundRow } from './entities/refund-row';
import type { TransactionRow } from './entities/transaction-row';
import { Columns } from './columns';
import { present, withPresent } from './present';
import type { Sql } from './sql';
import type { SqlValue } from './sql-flavour';

/** A refund beside one of its transactions: columns of the transaction have names of their own. */
export const REFUND_WITH_TRANSACTION = new Columns(`r.id, r.order_id AS "orderId", r.source_type AS "sourceType",
  r.source_id AS "sourceId", r.ordinal, r.method, r.amount, r.currency, r.shipping, r.adjustment, r.reason, r.note, r.said,
  r.created_at AS "createdAt", r.confirmed_at AS "confirmedAt",
  t.id AS t_id, t.state AS t_state, t.amount AS t_amount, t.shares AS t_shares, t.payment_id AS t_payment, t.provider AS t_provider,
  t.destination AS t_destination, t.way AS t_way, t.reference AS t_reference, t.account AS t_account,
  t.client_account AS t_client_account, t.message AS t_message, t.updated_at AS t_updated,
  t.settled_at AS t_settled`);
export const FROM_REFUNDS = 'FROM refunds r LEFT JOIN transactions t ON t.shop = r.shop AND t.refund_id = r.id';

export interface RefundWithTransaction extends Omit<RefundRow, 'shop' | 'returnId' | 'refunded'> {
  readonly t_id: number | null;
  readonly t_state: TransactionRow['state'];
  readonly t_amount: number;
  readonly t_shares: string | null;
  readonly t_payment: number | null;
  readonly t_provider: string | null;
  readonly t_destination: TransactionRow['destination'];
  readonly t_way: string | null;
  readonly t_reference: string | null;
  readonly t_account: string | null;
  readonly t_client_account: string | null;
  readonly t_message: string | null;
  readonly t_updated: number;
  readonly t_settled: number | null;
}

/** Many refunds. @param rest what follows FROM_REFUNDS: which ones, ordered so that each refund's transactions are together */
export async function refundsIn(sql: Sql, rest: string, params: readonly SqlValue[]): Promise<Refund[]> {
  return refundsFrom(await sql.many<RefundWithTransaction>(REFUND_WITH_TRANSACTION, `${FROM_REFUNDS} ${rest}`, params));
}

/** Refunds from rows that are ordered by refund and transaction. */
export function refundsFrom(rows: readonly RefundWithTransaction[]): Refund[] {
  const found = new Map<number, Refund & { transactions: Transaction[] }>();
  for (const row of rows) {
    const known = found.get(row.id);
    const one = known ?? refundOf(row);
    if (!known) found.set(row.id, one);
    if (row.t_id !== null) one.transactions.push(transactionOf(row, row.t_id));
  }
  return [...found.values()];
}

/** Column by column: taking "the rest" of a row, or putting it together of parts, costs more than reading it from the file does. */
function refundOf(row: RefundWithTransaction): Refund & { transactions: Transaction[] } {
  const { id, orderId, sourceType, sourceId, ordinal, method, amount, currency, shipping, adjustment, createdAt } = row;
  const { reason, note, said, confirmedAt } = row;
  const transactions: Transaction[] = [];
  const there = { id, orderId, sourceType, sourceId, ordinal, method, amount, currency, shipping, adjustment };
  return withPresent({ ...there, createdAt, transactions }, { reason, note, said, confirmedAt });
}

function transactionOf(row: RefundWithTransaction, id: number): Transaction {
  const there = { id, state: row.t_state, amount: row.t_amount, updatedAt: row.t_updated };
  return withPresent(there, {
    paymentId: row.t_payment,
    provider: row.t_provider,
    destination: row.t_destination,
    way: row.t_way,
    reference: row.t_reference,
    message: row.t_message,
    account: row.t_account,
    clientAccount: row.t_client_account,
    shares: row.t_shares === null ? null : sharesFrom(row.t_shares),
    settledAt: row.t_settled,
  });
}

/** A transaction with what it takes from its refund. */
export const TRANSACTION = `t.id, t.shop, t.refund_id AS "refundId", r.order_id AS "orderId", r.return_id AS "returnId",
  t.state, t.amount, t.shares, r.currency, t.payment_id AS "paymentId", t.provider, t.destination, t.way,
  t.provider_key AS "providerKey", t.reference, t.account, t.client_account AS "clientAccount", t.message, t.created_at AS "createdAt",
  t.updated_at AS "updatedAt", t.settled_at AS "settledAt", t.sent_at AS "sentAt"`;

export type FoundTransaction = TransactionRow & Pick<RefundRow, 'orderId' | 'returnId' | 'currency'>;

export function transactionFrom({ shares, returnId, ...row }: FoundTransaction): TransactionRecord {
  const own = returnId === null ? [] : [{ returnId, amount: row.amount }];
  return { ...present(row), shares: shares === null ? own : sharesFrom(shares) };
}

function sharesFrom(json: string): ReturnShare[] {
  return JSON.parse(json) as ReturnShare[];
}
