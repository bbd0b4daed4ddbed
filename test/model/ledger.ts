/** Everything that is written down about a shop, once as the model has it and once as the tables do. */
import type { Rows } from '../onlooker';
import { capturedOf, orderSums, paymentSums, returnSums, totalOf, worthOf } from './rules/holding';
import { isFinished } from './rules/words';
import type { Order, Refund, Return, Shop, Transaction, World } from './world';

type Row = Readonly<Record<string, unknown>>;

/** Flat and in a sequence of its own, so that the first difference says enough. */
export type Ledger = Readonly<Record<string, readonly Row[] | number>>;

/** Gives the model's things the numbers that the gateway gave them: both are made in the same sequence. */
export function learnIds(shop: Shop, rows: Rows): void {
  const idsOf = (table: string, of: (row: Row) => boolean = () => true): number[] =>
    rowsOf(rows, table, shop)
      .filter(of)
      .map(({ id }) => Number(id))
      .sort((a, b) => a - b);
  const learn = (things: readonly { id?: number }[], ids: readonly number[]): void =>
    things.forEach((thing, index) => {
      const id = ids[index];
      if (id !== undefined) thing.id ??= id;
    });
  learn(shop.returns, idsOf('returns'));
  learn(shop.refunds, idsOf('refunds'));
  for (const { id, transactions } of shop.refunds) {
    learn(
      transactions,
      idsOf('transactions', (row) => row['refund_id'] === id),
    );
  }
}

function rowsOf(rows: Rows, table: string, shop: Shop): readonly Row[] {
  return (rows[table] ?? []).filter((row) => row['shop'] === shop.code);
}

export function expectedLedger(world: World, shop: Shop): Ledger {
  const orders = [...shop.orders.values()];
  const { returns, refunds } = shop;
  const transactions = refunds.flatMap((refund) => refund.transactions);
  const books = world.books.filter((booked) => booked.shop === shop);
  return inSequence({
    orders: orders.map((order) => orderRow(shop, order)),
    payments: orders.flatMap((order) => paymentRows(shop, order)),
    returns: returns.map((returned) => returnRow(shop, returned)),
    returnLines: returns.flatMap(returnLineRows),
    refunds: refunds.map(refundRow),
    refundLines: refunds.flatMap(({ id, lines }) =>
      lines.map(({ lineId, units, amount }) => ({ refund: id, line: lineId, units: units.join(), amount })),
    ),
    transactions: transactions.map(transactionRow),
    books: books.map(({ transaction, amount, status, becomes, becomesAt, paymentReference }) => ({
      ...{ transaction: transaction.id, amount, status, becomes: becomes ?? null, becomesAt: becomesAt ?? null },
      payment: paymentReference,
    })),
    /** What is not finished stays on somebody's desk. */
    unfinished: transactions
      .filter((one) => one.refund.confirmed && !isFinished(one))
      .map(({ id }) => ({ transaction: id })),
    inbox: world.inbox.filter((told) => told.shop === shop).map(({ event, placed }) => ({ event, placed })),
    keys: shop.kept.length,
    audited: shop.audited,
  });
}

const orderRow = (shop: Shop, order: Order): Row => ({
  ...{ order: order.id, currency: order.currency, fulfilment: order.fulfilment, shipping: order.shipping },
  ...{ total: totalOf(order), captured: capturedOf(order), ...orderSums(shop, order) },
});

const paymentRows = (shop: Shop, order: Order): Row[] =>
  order.payments.map((payment) => ({
    ...{ order: order.id, payment: payment.id, provider: payment.provider, reference: payment.reference ?? null },
    ...{ captured: payment.captured, ...paymentSums(shop, order, payment) },
  }));

const returnRow = (shop: Shop, returned: Return): Row => ({
  ...{ return: returned.id, order: returned.orderId, kind: returned.kind, compensation: returned.compensation },
  ...{ state: returned.state, worth: worthOf(returned), ...returnSums(shop, returned) },
});

const returnLineRows = ({ id, lines }: Return): Row[] =>
  lines.map(({ lineId, requested, accepted, acceptedBefore, received, condition, ...line }) => ({
    ...{ return: id, line: lineId, requested, accepted, acceptedBefore: acceptedBefore ?? null, received },
    ...{ condition: condition ?? null, restock: line.restock, restockReported: line.restockReported },
    ...{ units: line.units.join(), amount: line.amount },
  }));

const refundRow = (refund: Refund): Row => ({
  ...{ refund: refund.id, order: refund.orderId, source: refund.sourceType, sourceId: refund.sourceId },
  ...{ return: refund.returned?.id ?? null, method: refund.method, amount: refund.amount, currency: refund.currency },
  ...{ shipping: refund.shipping, adjustment: refund.adjustment, confirmed: refund.confirmed },
});

const transactionRow = (one: Transaction): Row => ({
  ...{ transaction: one.id, refund: one.refund.id, state: one.state, amount: one.amount },
  ...{ payment: one.paymentId ?? null, provider: one.provider ?? null, destination: one.destination ?? null },
  ...{ sentAt: one.sentAt ?? null, named: one.reference !== undefined },
});

/** "[[1,2],[5,5]]" is 1,2,5. */
function unitsIn(text: unknown): string {
  const ranges = JSON.parse(String(text)) as readonly (readonly [number, number])[];
  return ranges
    .flatMap(([first, last]) => Array.from({ length: last - first + 1 }, (_, index) => first + index))
    .join();
}

export function foundLedger(shop: Shop, rows: Rows): Ledger {
  const of = (table: string, fields: (row: Row) => Row): Row[] => rowsOf(rows, table, shop).map(fields);
  const pot = ({ committed, refunded }: Row): Row => ({ committed, refunded });
  const transactions = rowsOf(rows, 'transactions', shop);
  const byKey = new Map(transactions.map(({ provider_key: key, id }) => [key, id]));
  return inSequence({
    orders: of('orders', (row) => ({
      ...{ order: row['id'], currency: row['currency'], fulfilment: row['fulfilment'], shipping: row['shipping'] },
      ...{ total: row['total'], captured: row['captured'], ...pot(row) },
    })),
    payments: of('payments', (row) => ({
      ...{ order: row['order_id'], payment: row['id'], provider: row['provider'], reference: row['reference'] },
      ...{ captured: row['captured'], ...pot(row) },
    })),
    returns: of('returns', (row) => ({
      ...{ return: row['id'], order: row['order_id'], kind: row['kind'], compensation: row['compensation'] },
      ...{ state: row['state'], worth: row['worth'], ...pot(row) },
    })),
    returnLines: of('return_lines', (row) => ({
      ...{ return: row['return_id'], line: row['line_id'], requested: row['requested'], accepted: row['accepted'] },
      ...{ acceptedBefore: row['accepted_before'] ?? null, received: row['received'] },
      ...{ condition: row['condition'], restock: Boolean(row['restock']) },
      ...{ restockReported: Boolean(row['restock_reported']), units: unitsIn(row['units']), amount: row['amount'] },
    })),
    refunds: of('refunds', (row) => ({
      ...{ refund: row['id'], order: row['order_id'], source: row['source_type'], sourceId: row['source_id'] },
      ...{ return: row['return_id'], method: row['method'], amount: row['amount'], currency: row['currency'] },
      ...{ shipping: row['shipping'], adjustment: row['adjustment'], confirmed: row['confirmed_at'] !== null },
    })),
    refundLines: of('refund_lines', (row) => ({
      ...{ refund: row['refund_id'], line: row['line_id'], units: unitsIn(row['units']), amount: row['amount'] },
    })),
    transactions: of('transactions', (row) => ({
      ...{ transaction: row['id'], refund: row['refund_id'], state: row['state'], amount: row['amount'] },
      ...{ payment: row['payment_id'], provider: row['provider'], destination: row['destination'] },
      ...{ sentAt: row['sent_at'], named: row['reference'] !== null },
    })),
    books: of('simulated_refunds', (row) => ({
      ...{ transaction: byKey.get(row['provider_key']), amount: row['amount'], status: row['status'] },
      ...{ becomes: row['becomes'], becomesAt: row['becomes_at'], payment: row['payment_reference'] },
    })),
    unfinished: waitingOf(rows, shop, transactions),
    inbox: of('inbox', (row) => ({ event: row['event_id'], placed: row['processed_at'] !== null })),
    keys: rowsOf(rows, 'idempotency_keys', shop).length,
    audited: rowsOf(rows, 'audit_entries', shop).length,
  });
}

/** Transactions that a row of the outbox waits for; rows of finished ones are cleared away later. */
function waitingOf(rows: Rows, shop: Shop, transactions: readonly Row[]): Row[] {
  const waiting = rowsOf(rows, 'outbox', shop).filter(({ done }) => done === null);
  const ids = new Set(waiting.map((row) => row['transaction_id']));
  const FINISHED = ['settled', 'declined', 'cancelled', 'reversed'];
  return transactions
    .filter(({ id, state }) => ids.has(id) && !FINISHED.includes(String(state)))
    .map(({ id }) => ({ transaction: id }));
}

/** How many of the first fields tell a row from all others of its list. */
const KEY_FIELDS = 3;

function inSequence(ledger: Ledger): Ledger {
  return Object.fromEntries(
    Object.entries(ledger).map(([name, rows]) => [name, typeof rows === 'number' ? rows : [...rows].sort(byKeyFields)]),
  );
}

function byKeyFields(a: Row, b: Row): number {
  const [left, right] = [a, b].map((row) => Object.values(row).slice(0, KEY_FIELDS));
  const index = left?.findIndex((value, at) => value !== right?.[at]) ?? -1;
  const [one, other] = [left?.[index], right?.[index]];
  if (index < 0) return 0;
  return typeof one === 'number' && typeof other === 'number' ? one - other : String(one) < String(other) ? -1 : 1;
}
