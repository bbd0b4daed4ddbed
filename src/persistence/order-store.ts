import type { Order, OrderLine, OrderSummary, Payment } from '../domain/order';
import { Refusal } from '../domain/refusal';
import type { OrderFilter, OrderSearch, OrderStore, PotChange } from '../services/ports';
import { Columns } from './columns';
import { Conditions } from './conditions';
import type { OrderRow } from './entities/order-row';
import type { PaymentRow } from './entities/payment-row';
import { LINE, ORDER, ordersIn, PAYMENT, paymentOf, summaryOf } from './order-rows';
import { isNarrowed, ordersFound } from './order-search';
import { wayOf } from './order-span';
import { pageOfIds } from './page-of-ids';
import { placeholders, type Sql } from './sql';

const FIND_ORDER = `SELECT ${ORDER.text} FROM orders WHERE shop = $1 AND id = $2`;
const FIND_LINES = `SELECT ${LINE} FROM order_lines WHERE shop = $1 AND order_id = $2 ORDER BY position`;
const FIND_PAYMENTS = `SELECT ${PAYMENT} FROM payments WHERE shop = $1 AND order_id = $2 ORDER BY id`;

const LINES_OF_ORDERS = new Columns(`order_id AS "orderId", ${LINE}`);
const PAYMENTS_OF_ORDERS = new Columns(`order_id AS "orderId", ${PAYMENT}`);

const ADD_ORDER = `INSERT INTO orders (shop, id, number, currency, fulfilment, channel, placed_at, delivered_at,
    tax_included, shipping, total, captured, last_ordinal, updated_at)
  VALUES (${placeholders(14)})`;
/** An order that is there already keeps its pot; one that has more committed than the new payments are worth is not written. */
const PUT_ORDER = `${ADD_ORDER}
  ON CONFLICT (shop, id) DO UPDATE SET number = excluded.number, currency = excluded.currency,
    fulfilment = excluded.fulfilment, channel = excluded.channel, placed_at = excluded.placed_at,
    delivered_at = excluded.delivered_at, tax_included = excluded.tax_included, shipping = excluded.shipping,
    total = excluded.total, captured = excluded.captured, last_ordinal = excluded.last_ordinal, updated_at = excluded.updated_at
  WHERE orders.committed <= excluded.captured`;

const PUT_PAYMENTS = `payments (shop, order_id, id, ordinal, provider, method, reference, refundable, captured, captured_at)`;
const OR_UPDATE_PAYMENT = `ON CONFLICT (shop, order_id, id) DO UPDATE SET provider = excluded.provider,
    method = excluded.method, reference = excluded.reference, refundable = excluded.refundable,
    captured = excluded.captured, captured_at = excluded.captured_at
  WHERE payments.committed <= excluded.captured`;

const PUT_LINES = 'order_lines (shop, order_id, id, position, sku, name, quantity, price, discount, tax, total)';

const MARK = 'UPDATE orders SET fulfilment = $1, confirmed_at = $2, updated_at = $3 WHERE shop = $4 AND id = $5';
const TAKE_ORDINAL = 'UPDATE orders SET last_ordinal = $1 WHERE shop = $2 AND id = $3 AND last_ordinal < $1';

/** The rule about money, as a condition: $1 is added to what is committed, $2 to what is refunded. */
const POT_HOLDS = '0 <= refunded + $2 AND refunded + $2 <= committed + $1 AND committed + $1 <= captured';
const CHANGE_ORDER = `UPDATE orders SET committed = committed + $1, refunded = refunded + $2
  WHERE shop = $3 AND id = $4 AND ${POT_HOLDS}`;
const CHANGE_PAYMENT = `UPDATE payments SET committed = committed + $1, refunded = refunded + $2
  WHERE shop = $3 AND order_id = $4 AND id = $5 AND ${POT_HOLDS}`;

export class SqlOrderStore implements OrderStore {
  /** Orders that this unit of work took when they were not there. */
  private readonly absent = new Set<string>();

  constructor(private readonly sql: Sql) {}

  async find(shop: string, orderId: number): Promise<Order | undefined> {
    return this.look(FIND_ORDER, [shop, orderId]);
  }

  async lock(shop: string, orderId: number): Promise<Order | undefined> {
    const order = await this.look(FIND_ORDER + this.sql.flavour.takeRow, [shop, orderId]);
    if (!order) this.absent.add(`${orderId} ${shop}`);
    return order;
  }

  private async look(text: string, of: readonly [string, number]): Promise<Order | undefined> {
    // At once: every request waits for those before it, and a statement's way to its thread and back is the longest part.
    // The order's row comes first: where taking it means waiting, the rest is read as it is afterwards.
    const [row, lines, payments] = await Promise.all([
      this.sql.row<OrderRow>(text, of),
      this.sql.rows<OrderLine>(FIND_LINES, of),
      this.sql.rows<PaymentRow>(FIND_PAYMENTS, of),
    ]);
    return row && { ...summaryOf(row), lines, payments: payments.map(paymentOf) };
  }

  async list(shop: string, filter: OrderFilter): Promise<OrderSummary[]> {
    const where = new Conditions()
      .and('shop = ?', shop)
      .andGiven('fulfilment = ?', filter.fulfilment)
      .andGiven('updated_at >= ?', filter.since);
    const ids = pageOfIds('orders', where, { ...filter, isNarrowed: filter.since !== undefined });
    return ordersIn(this.sql, ids, where.params);
  }

  async search(shop: string, search: Parameters<OrderStore['search']>[1]): Promise<OrderSummary[]> {
    const way = await wayOf(this.sql, shop, search);
    const where = ordersFound(shop, search, way);
    const ids = pageOfIds('orders', where, { ...search, isNarrowed: way === 'sought' && isNarrowed(search) });
    return ordersIn(this.sql, ids, where.params);
  }

  async countFound(shop: string, search: OrderSearch): Promise<number> {
    const { text, params } = ordersFound(shop, search);
    const row = await this.sql.row<{ found: number }>(`SELECT COUNT(*) AS found FROM orders WHERE ${text}`, params);
    return Number(row?.found);
  }

  async paymentsIn(shop: string, orderIds: readonly number[]): Promise<ReadonlyMap<number, readonly Payment[]>> {
    const where = new Conditions().and('shop = ?', shop).andOneOf('order_id', orderIds);
    const rest = `FROM payments WHERE ${where.text} ORDER BY order_id, id`;
    const payments = new Map<number, Payment[]>(orderIds.map((id) => [id, []]));
    for (const row of await this.sql.many<PaymentRow>(PAYMENTS_OF_ORDERS, rest, where.params)) {
      payments.get(row.orderId)?.push(paymentOf(row));
    }
    return payments;
  }

  async withLine(shop: string, lineId: number): Promise<number[]> {
    const text = 'SELECT order_id AS id FROM order_lines WHERE shop = $1 AND id = $2 ORDER BY order_id LIMIT 2';
    return (await this.sql.rows<{ id: number }>(text, [shop, lineId])).map(({ id }) => id);
  }

  async linesIn(shop: string, orderIds: readonly number[]): Promise<ReadonlyMap<number, readonly OrderLine[]>> {
    const where = new Conditions().and('shop = ?', shop).andOneOf('order_id', orderIds);
    const rest = `FROM order_lines WHERE ${where.text} ORDER BY order_id, position`;
    const lines = new Map<number, OrderLine[]>(orderIds.map((id) => [id, []]));
    const rows = await this.sql.many<OrderLine & { readonly orderId: number }>(LINES_OF_ORDERS, rest, where.params);
    for (const { orderId, id, sku, name, quantity, price, discount, tax, total } of rows) {
      lines.get(orderId)?.push({ id, sku, name, quantity, price, discount, tax, total });
    }
    return lines;
  }

  async put(shop: string, order: Order): Promise<void> {
    const captured = order.payments.reduce((sum, payment) => sum + payment.captured, 0);
    const { id, number, currency, fulfilment, channel, placedAt, deliveredAt, taxIncluded } = order;
    // What was decided about an order that is not there says nothing about one that somebody else added meanwhile.
    const text = this.absent.delete(`${id} ${shop}`) ? ADD_ORDER : PUT_ORDER;
    const written = await this.sql.run(text, [
      ...[shop, id, number, currency, fulfilment, channel, placedAt, deliveredAt, taxIncluded],
      ...[order.shipping, order.total, captured, order.lastOrdinal, order.updatedAt],
    ]);
    if (written !== 1) throw hasRefunds(id);
    await this.putPayments(shop, order);
    await this.putLines(shop, order);
  }

  private async putPayments(shop: string, order: Order): Promise<void> {
    const rows = order.payments.map((payment) => [
      ...[shop, order.id, payment.id, payment.ordinal, payment.provider, payment.method, payment.reference],
      ...[payment.refundable, payment.captured, payment.capturedAt],
    ]);
    const written = await this.sql.insertRows(PUT_PAYMENTS, rows, OR_UPDATE_PAYMENT);
    if (written !== rows.length) throw hasRefunds(order.id);
    const kept = new Set(order.payments.map(({ id }) => id));
    const there = await this.sql.rows<{ id: number }>('SELECT id FROM payments WHERE shop = $1 AND order_id = $2', [
      ...[shop, order.id],
    ]);
    for (const { id } of there.filter((payment) => !kept.has(payment.id))) {
      const text = 'DELETE FROM payments WHERE shop = $1 AND order_id = $2 AND id = $3 AND committed = 0';
      if ((await this.sql.run(text, [shop, order.id, id])) !== 1) throw hasRefunds(order.id);
    }
  }

  private async putLines(shop: string, order: Order): Promise<void> {
    await this.sql.run('DELETE FROM order_lines WHERE shop = $1 AND order_id = $2', [shop, order.id]);
    const rows = order.lines.map((line, position) => [
      ...[shop, order.id, line.id, position, line.sku, line.name],
      ...[line.quantity, line.price, line.discount, line.tax, line.total],
    ]);
    await this.sql.insertRows(PUT_LINES, rows);
  }

  async mark(
    shop: string,
    { id, fulfilment, confirmedAt, updatedAt }: Pick<Order, 'id' | 'fulfilment' | 'confirmedAt' | 'updatedAt'>,
  ): Promise<void> {
    await this.sql.run(MARK, [fulfilment, confirmedAt, updatedAt, shop, id]);
  }

  async takeOrdinal(shop: string, orderId: number, ordinal: number): Promise<void> {
    if ((await this.sql.run(TAKE_ORDINAL, [ordinal, shop, orderId])) === 1) return;
    throw new Error(`number ${ordinal} of order ${orderId} was used before`);
  }

  async change(shop: string, orderId: number, paymentId: number | undefined, change: PotChange): Promise<void> {
    const { committed, refunded } = change;
    // The order first: on an engine with row locks it is what everybody else who decides about the order waits for.
    if ((await this.sql.run(CHANGE_ORDER, [committed, refunded, shop, orderId])) !== 1) throw exceeds(orderId);
    if (paymentId === undefined) return;
    if ((await this.sql.run(CHANGE_PAYMENT, [committed, refunded, shop, orderId, paymentId])) === 1) return;
    await this.sql.run(CHANGE_ORDER, [-committed, -refunded, shop, orderId]);
    throw exceeds(orderId, paymentId);
  }

  async paymentsOf(
    shop: string,
    provider: string,
    reference: string,
  ): Promise<{ orderId: number; paymentId: number }[]> {
    const text = `SELECT order_id AS "orderId", id AS "paymentId" FROM payments
      WHERE shop = $1 AND provider = $2 AND reference = $3 ORDER BY order_id, id`;
    return this.sql.rows(text, [shop, provider, reference]);
  }
}

function exceeds(orderId: number, paymentId?: number): Refusal {
  const where = paymentId === undefined ? `order ${orderId}` : `payment ${paymentId} of order ${orderId}`;
  return new Refusal('amount_exceeds_refundable', `the amount is more than what is left to refund of ${where}`);
}

function hasRefunds(orderId: number): Refusal {
  return new Refusal('order_has_refunds', `more of order ${orderId} is refunded than the new payments come to`);
}
