import { Refusal } from '../domain/refusal';
import type { NamedAdjustment, Refund, RefundLine, RefundState, SourceType, Transaction } from '../domain/refund';
import { HOLDING, type TransactionState } from '../domain/transaction';
import { unitsByLine, type UnitRange } from '../domain/units';
import type {
  NewRefund,
  NewTransaction,
  RefundFilter,
  RefundNumber,
  RefundStore,
  ResizedContent,
  TransactionRecord,
} from '../services/ports';
import { Columns } from './columns';
import { Conditions, words } from './conditions';
import type { RefundAdjustmentRow } from './entities/refund-adjustment-row';
import type { RefundLineRow } from './entities/refund-line-row';
import { present, withPresent } from './present';
import { refundPage, refundsInState } from './refund-list';
import {
  FROM_REFUNDS,
  REFUND_WITH_TRANSACTION,
  refundsFrom,
  refundsIn,
  TRANSACTION,
  transactionFrom,
  type FoundTransaction,
  type RefundWithTransaction,
} from './refund-rows';
import { placeholders, type Sql } from './sql';
import type { SqlValue } from './sql-flavour';

const ADD_REFUND = `INSERT INTO refunds (shop, order_id, return_id, source_type, source_id, ordinal, method, amount,
    currency, shipping, adjustment, reason, note, said, created_at)
  VALUES (${placeholders(15)})`;
const ADD_TRANSACTION = `INSERT INTO transactions (shop, refund_id, state, amount, payment_id, provider, destination,
    way, provider_key, reference, account, client_account, shares, created_at, updated_at)
  VALUES (${placeholders(14)}, $14)`;
const ADD_LINES = `refund_lines (shop, refund_id, position, line_id, sku, quantity, units, amount, restock, location,
  return_id)`;
const ADD_ADJUSTMENTS = 'refund_adjustments (shop, refund_id, position, kind, reason, amount, tax)';
const LINE =
  'l.line_id AS "lineId", l.sku, l.quantity, l.units, l.amount, l.restock, l.location, l.return_id AS "returnId"';
type FoundLine = Omit<RefundLineRow, 'shop' | 'refundId' | 'position'>;

const ADJUSTMENTS = new Columns('a.refund_id AS "refundId", a.kind, a.reason, a.amount, a.tax');
const LINES_OF_REFUNDS = new Columns(`l.refund_id AS "refundId", ${LINE}`);

const FIND = `SELECT ${REFUND_WITH_TRANSACTION.text} ${FROM_REFUNDS}`;
const FIND_ONE = `${FIND} WHERE r.shop = $1 AND r.id = $2 ORDER BY t.id`;

const FIND_NUMBERED = `${FIND} WHERE r.shop = $1 AND r.source_type = $2 AND r.source_id = $3 AND r.ordinal = $4
  ORDER BY t.id`;

const FIND_TRANSACTION = `SELECT ${TRANSACTION} FROM transactions t
  JOIN refunds r ON r.shop = t.shop AND r.id = t.refund_id WHERE t.shop = $1`;

/** What a state says about itself (a reason, a cause) goes with it; a reference, once known, stays. */
const MOVE = `UPDATE transactions SET state = $1, updated_at = $2, reference = COALESCE($3, reference), message = $4,
    settled_at = COALESCE($5, settled_at), sent_at = COALESCE(sent_at, $6)
  WHERE shop = $7 AND id = $8 AND state = $9`;

/** Kept beside the transactions by all that moves them, so that lists find in an index what was given back. */
const SUM = 'UPDATE refunds SET refunded = refunded + $1 WHERE shop = $2 AND id = $3';

const RESIZE = 'UPDATE refunds SET amount = $1, adjustment = $2 WHERE shop = $3 AND id = $4';
const CONFIRM = 'UPDATE refunds SET confirmed_at = COALESCE(confirmed_at, $1) WHERE shop = $2 AND id = $3';
const RESIZE_TRANSACTION = `UPDATE transactions SET amount = $1, updated_at = $2
  WHERE shop = $3 AND id = $4 AND state = 'requested'`;
const DROP_TRANSACTION = "DELETE FROM transactions WHERE shop = $1 AND id = $2 AND state = 'requested'";

/** As isLive of the domain: while one of its transactions holds money, or when it never had any. */
const LIVE = `(EXISTS (SELECT 1 FROM transactions t
    WHERE t.shop = r.shop AND t.refund_id = r.id AND t.state IN (${words(HOLDING)}))
  OR NOT EXISTS (SELECT 1 FROM transactions t WHERE t.shop = r.shop AND t.refund_id = r.id))`;

export class SqlRefundStore implements RefundStore {
  constructor(private readonly sql: Sql) {}

  async find(shop: string, refundId: number): Promise<Refund | undefined> {
    return refundsFrom(await this.sql.rows<RefundWithTransaction>(FIND_ONE, [shop, refundId]))[0];
  }

  async orderOf(shop: string, refundId: number): Promise<number | undefined> {
    const text = 'SELECT order_id AS "orderId" FROM refunds WHERE shop = $1 AND id = $2';
    return (await this.sql.row<{ orderId: number }>(text, [shop, refundId]))?.orderId;
  }

  async findNumbered(shop: string, { sourceType, sourceId, ordinal }: RefundNumber): Promise<Refund | undefined> {
    const params = [shop, sourceType, sourceId, ordinal];
    return refundsFrom(await this.sql.rows<RefundWithTransaction>(FIND_NUMBERED, params))[0];
  }

  async ofSources(shop: string, sourceType: SourceType, sourceIds: readonly number[]): Promise<Refund[]> {
    const where = new Conditions()
      .and('r.shop = ? AND r.source_type = ?', shop, sourceType)
      .andOneOf('r.source_id', sourceIds);
    // In the order of the index of numbers: by id, SQLite would walk all refunds of this type of source.
    return refundsIn(this.sql, `WHERE ${where.text} ORDER BY r.source_id, r.ordinal, t.id`, where.params);
  }

  async linesOf(shop: string, refundId: number): Promise<RefundLine[]> {
    const text = `SELECT ${LINE} FROM refund_lines l WHERE l.shop = $1 AND l.refund_id = $2 ORDER BY l.position`;
    return (await this.sql.rows<FoundLine>(text, [shop, refundId])).map(lineFrom);
  }

  async ofOrders(shop: string, orderIds: readonly number[]): Promise<Refund[]> {
    const where = refundsOf(shop, orderIds);
    return refundsIn(this.sql, `WHERE ${where.text} ORDER BY r.order_id, r.id, t.id`, where.params);
  }

  async linesOfOrders(
    shop: string,
    orderIds: readonly number[],
  ): Promise<(RefundLine & { readonly refundId: number })[]> {
    const where = refundsOf(shop, orderIds);
    const rest = `FROM refunds r CROSS JOIN refund_lines l
      WHERE ${where.text} AND l.shop = r.shop AND l.refund_id = r.id ORDER BY r.order_id, r.id, l.position`;
    const rows = await this.sql.many<FoundLine & { refundId: number }>(LINES_OF_REFUNDS, rest, where.params);
    return rows.map((row) => ({ ...lineFrom(row), refundId: row.refundId }));
  }

  async adjustmentsOfOrders(
    shop: string,
    orderIds: readonly number[],
  ): Promise<(NamedAdjustment & { readonly refundId: number })[]> {
    const where = refundsOf(shop, orderIds);
    const rest = `FROM refunds r CROSS JOIN refund_adjustments a
      WHERE ${where.text} AND a.shop = r.shop AND a.refund_id = r.id ORDER BY r.order_id, r.id, a.position`;
    const rows = await this.sql.many<Omit<RefundAdjustmentRow, 'shop' | 'position'>>(ADJUSTMENTS, rest, where.params);
    return rows.map(present);
  }

  async list(shop: string, filter: RefundFilter): Promise<Refund[]> {
    const page = refundPage(shop, filter);
    return refundsIn(this.sql, `WHERE r.id IN (${page.text}) ORDER BY r.id, t.id`, page.params);
  }

  async count(
    shop: string,
    filter: Pick<RefundFilter, 'sourceType'> & { readonly state: RefundState },
  ): Promise<number> {
    const { text, params } = refundsInState(shop, filter.state, { ...filter, after: 0 });
    const row = await this.sql.row<{ found: number }>(`SELECT COUNT(*) AS found FROM (${text}) AS refund`, params);
    return Number(row?.found);
  }

  async findByProviderKey(shop: string, providerKey: string): Promise<TransactionRecord | undefined> {
    return (await this.transactions('t.provider_key = $2', [shop, providerKey]))[0];
  }

  async findByReference(shop: string, provider: string, reference: string): Promise<TransactionRecord[]> {
    return this.transactions('t.provider = $2 AND t.reference = $3', [shop, provider, reference]);
  }

  async ofPayment(shop: string, orderId: number, paymentId: number): Promise<TransactionRecord[]> {
    return this.transactions('r.order_id = $2 AND t.payment_id = $3', [shop, orderId, paymentId]);
  }

  async transactionsOf(shop: string, refundId: number): Promise<TransactionRecord[]> {
    return this.transactions('t.refund_id = $2', [shop, refundId]);
  }

  async transaction(shop: string, transactionId: number): Promise<TransactionRecord | undefined> {
    return (await this.transactions('t.id = $2', [shop, transactionId]))[0];
  }

  async add(shop: string, refund: NewRefund): Promise<Refund> {
    const { returnId, lines, adjustments = [], transactions, ...agreed } = refund;
    const id = await this.sql.insert(ADD_REFUND, [
      ...[shop, refund.orderId, returnId, refund.sourceType, refund.sourceId, refund.ordinal, refund.method],
      ...[
        refund.amount,
        refund.currency,
        refund.shipping,
        refund.adjustment,
        refund.reason,
        refund.note,
        refund.said,
        refund.createdAt,
      ],
    ]);
    await this.addLines(shop, id, lines);
    const named = adjustments.map(({ kind, reason, amount, tax }, position): SqlValue[] => [
      ...[shop, id, position, kind, reason, amount, tax],
    ]);
    await this.sql.insertRows(ADD_ADJUSTMENTS, named);
    const added: Transaction[] = [];
    // One statement each, because each must tell its id; most refunds have one transaction.
    for (const one of transactions) added.push(await this.insertTransaction(shop, id, one, refund.createdAt));
    return { ...agreed, id, transactions: added };
  }

  async resize(shop: string, refundId: number, amount: number, content: ResizedContent): Promise<void> {
    const { adjustment, lines } = content;
    if ((await this.sql.run(RESIZE, [amount, adjustment, shop, refundId])) !== 1 || lines === undefined) return;
    await this.sql.run('DELETE FROM refund_lines WHERE shop = $1 AND refund_id = $2', [shop, refundId]);
    await this.addLines(shop, refundId, lines);
  }

  private async addLines(shop: string, refundId: number, lines: readonly RefundLine[]): Promise<void> {
    const rows = lines.map(({ units, ...line }, position): SqlValue[] => [
      ...[shop, refundId, position, line.lineId, line.sku, line.quantity, JSON.stringify(units), line.amount],
      ...[line.restock, line.location, line.returnId],
    ]);
    await this.sql.insertRows(ADD_LINES, rows);
  }

  async resizeTransaction(transaction: TransactionRecord, amount: number, at: number): Promise<void> {
    const { shop, id } = transaction;
    if ((await this.sql.run(RESIZE_TRANSACTION, [amount, at, shop, id])) !== 1) throw hasMoved(id, 'requested');
  }

  async dropTransaction({ shop, id }: TransactionRecord): Promise<void> {
    if ((await this.sql.run(DROP_TRANSACTION, [shop, id])) !== 1) throw hasMoved(id, 'requested');
  }

  async addTransaction(shop: string, refundId: number, added: NewTransaction, at: number): Promise<void> {
    await this.insertTransaction(shop, refundId, added, at);
  }

  async markConfirmed(shop: string, refundId: number, at: number): Promise<void> {
    await this.sql.run(CONFIRM, [at, shop, refundId]);
  }

  async move(
    transaction: TransactionRecord,
    to: TransactionState,
    at: number,
    news: { readonly reference?: string; readonly message?: string } = {},
  ): Promise<void> {
    const { shop, id, refundId, amount, state: from } = transaction;
    const settledAt = to === 'settled' ? at : undefined;
    const sentAt = to === 'sending' ? at : undefined;
    const moved = await this.sql.run(MOVE, [
      ...[to, at, news.reference, news.message, settledAt, sentAt],
      ...[shop, id, from],
    ]);
    if (moved !== 1) throw hasMoved(id, from);
    const given = (to === 'settled' ? amount : 0) - (from === 'settled' ? amount : 0);
    if (given !== 0) await this.sql.run(SUM, [given, shop, refundId]);
  }

  async unitsTaken(shop: string, orderId: number): Promise<{ lineId: number; units: readonly UnitRange[] }[]> {
    const text = `SELECT l.line_id AS "lineId", l.units FROM refunds r
      JOIN refund_lines l ON l.shop = r.shop AND l.refund_id = r.id
      WHERE r.shop = $1 AND r.order_id = $2 AND r.return_id IS NULL AND l.return_id IS NULL AND ${LIVE} ORDER BY r.id, l.position`;
    const rows = await this.sql.rows<Pick<RefundLineRow, 'lineId' | 'units'>>(text, [shop, orderId]);
    const taken = unitsByLine(rows.map(({ lineId, units }) => ({ lineId, units: JSON.parse(units) as UnitRange[] })));
    return [...taken].map(([lineId, units]) => ({ lineId, units }));
  }

  async shippingTaken(shop: string, orderId: number): Promise<number> {
    const text = `SELECT COALESCE(SUM(r.shipping), 0) AS taken FROM refunds r
      WHERE r.shop = $1 AND r.order_id = $2 AND ${LIVE}`;
    return Number((await this.sql.row<{ taken: number }>(text, [shop, orderId]))?.taken);
  }

  private async transactions(condition: string, params: readonly SqlValue[]): Promise<TransactionRecord[]> {
    const text = `${FIND_TRANSACTION} AND ${condition} ORDER BY t.id`;
    return (await this.sql.rows<FoundTransaction>(text, params)).map(transactionFrom);
  }

  private async insertTransaction(
    shop: string,
    refundId: number,
    added: NewTransaction,
    at: number,
  ): Promise<Transaction> {
    const { providerKey, ...told } = added;
    const id = await this.sql.insert(ADD_TRANSACTION, [
      ...[shop, refundId, 'requested', added.amount, added.paymentId, added.provider, added.destination],
      ...[added.way, providerKey, added.reference, added.account, added.clientAccount],
      ...[added.shares && JSON.stringify(added.shares), at],
    ]);
    return { ...told, id, state: 'requested', updatedAt: at };
  }
}

/**
 * In the order of the index of orders: by id alone, SQLite would walk all refunds of the shop. What belongs to them is joined by
 * CROSS JOIN, which it takes in the order that is written: it would begin with every line of every refund.
 */
function refundsOf(shop: string, orderIds: readonly number[]): Conditions {
  return new Conditions().and('r.shop = ?', shop).andOneOf('r.order_id', orderIds);
}

function lineFrom(row: FoundLine): RefundLine {
  const { lineId, sku, quantity, amount, restock, location, returnId } = row;
  const units = JSON.parse(row.units) as UnitRange[];
  return withPresent({ lineId, sku, quantity, units, amount }, { restock, location, returnId });
}

function hasMoved(transactionId: number, from: TransactionState): Refusal {
  return new Refusal('transition_not_allowed', `transaction ${transactionId} is no longer ${from}`);
}
