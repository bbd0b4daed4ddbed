/** What the database itself says after a run. Nothing here asks the gateway, and nothing trusts a key to tell effects apart. */
import type { Acknowledged } from './careful-clients';
import type { Row, ScratchDatabase } from './scratch-database';

const HOLDING = `('requested', 'approved', 'sending', 'pending', 'unknown', 'settled')`;

const counted = (rows: string): string => `SELECT count(*) AS found FROM (${rows}) AS rows_found`;

/** Each question counts what must not be there: between our own tables. */
const LEDGER = {
  'payments whose committed sum is wrong': `SELECT count(*) AS found FROM payments p WHERE p.committed <>
    (SELECT coalesce(sum(t.amount), 0) FROM transactions t JOIN refunds r ON r.id = t.refund_id AND r.shop = t.shop
      WHERE r.shop = p.shop AND r.order_id = p.order_id AND t.payment_id = p.id AND t.state IN ${HOLDING})`,
  'orders whose committed sum is wrong': `SELECT count(*) AS found FROM orders o WHERE o.committed <>
    (SELECT coalesce(sum(t.amount), 0) FROM transactions t JOIN refunds r ON r.id = t.refund_id AND r.shop = t.shop
      WHERE r.shop = o.shop AND r.order_id = o.id AND t.state IN ${HOLDING})`,
  'refunds whose refunded sum is wrong': `SELECT count(*) AS found FROM refunds r WHERE r.refunded <>
    (SELECT coalesce(sum(t.amount), 0) FROM transactions t
      WHERE t.shop = r.shop AND t.refund_id = r.id AND t.state = 'settled')`,
  'refunded sum of payments, difference': `SELECT abs(
    (SELECT coalesce(sum(amount), 0) FROM transactions WHERE state = 'settled' AND payment_id IS NOT NULL) -
    (SELECT coalesce(sum(refunded), 0) FROM payments)) AS found`,
} as const;

/** With what clients were told and what the provider has in its books. */
const QUESTIONS = {
  'wishes with two refunds': counted(
    'SELECT order_id, amount FROM refunds GROUP BY order_id, amount HAVING count(*) > 1',
  ),
  'refunds with two transactions': counted('SELECT refund_id FROM transactions GROUP BY refund_id HAVING count(*) > 1'),
  'duplicate effects': `SELECT coalesce(sum(effects - 1), 0) AS found FROM
    (SELECT count(*) AS effects FROM simulated_refunds GROUP BY payment_reference, amount) AS by_wish`,
  'effects of no transaction': `SELECT count(*) AS found FROM simulated_refunds b WHERE NOT EXISTS
    (SELECT 1 FROM transactions t WHERE t.shop = b.shop AND t.provider_key = b.provider_key AND t.amount = b.amount)`,
  'transactions that differ from the books': `SELECT count(*) AS found FROM transactions t
    LEFT JOIN simulated_refunds b ON t.shop = b.shop AND t.provider_key = b.provider_key
    WHERE t.state <> 'requested' AND t.state <> coalesce(b.status, 'nothing')`,
  'settled sum, difference to the books': `SELECT abs(
    (SELECT coalesce(sum(amount), 0) FROM transactions WHERE state = 'settled') -
    (SELECT coalesce(sum(amount), 0) FROM simulated_refunds WHERE status = 'settled')) AS found`,
  ...LEDGER,
} as const;

export type Counts = Readonly<Record<string, number>>;

export async function judge(database: ScratchDatabase, acknowledged: readonly Acknowledged[]): Promise<Counts> {
  const rows = await database.query('SELECT id, order_id, amount, confirmed_at FROM refunds');
  const byId = new Map(rows.map((row) => [Number(row['id']), row]));
  const lost = acknowledged.filter((told) => !holds(byId.get(told.refundId), told)).length;
  return { 'acknowledged and lost': lost, ...(await answers(database, QUESTIONS)) };
}

/** For a run in which the provider keeps no books of its own. */
export async function judgeLedger(database: ScratchDatabase): Promise<Counts> {
  return answers(database, LEDGER);
}

async function answers(database: ScratchDatabase, questions: Readonly<Record<string, string>>): Promise<Counts> {
  const counts: Record<string, number> = {};
  for (const [name, sql] of Object.entries(questions)) counts[name] = numberIn(await database.query(sql));
  return counts;
}

function holds(row: Row | undefined, told: Acknowledged): boolean {
  if (!row || Number(row['order_id']) !== told.orderId || Number(row['amount']) !== told.amount) return false;
  return !told.confirmed || row['confirmed_at'] !== null;
}

/** What is still to be done: for the worker, and by the provider. */
export async function leftToDo(database: ScratchDatabase): Promise<number> {
  return numberIn(
    await database.query(`SELECT (SELECT count(*) FROM outbox WHERE done IS NULL)
      + (SELECT count(*) FROM inbox WHERE processed_at IS NULL)
      + (SELECT count(*) FROM simulated_refunds WHERE becomes IS NOT NULL) AS found`),
  );
}

/** For a person who wonders what a run waits for. */
export async function describeLeft(database: ScratchDatabase): Promise<string[]> {
  const rows = await database.query(`SELECT t.state, t.amount, o.attempts, o.due, o.leased_until, o.token FROM outbox o
    JOIN transactions t ON t.id = o.transaction_id WHERE o.done IS NULL ORDER BY o.id LIMIT 5`);
  const seconds = (at: unknown): string => (at === null ? '-' : `${Math.round((Number(at) - Date.now()) / 1000)} s`);
  return rows.map(
    (row) =>
      `${String(row['state'])}, amount ${String(row['amount'])}, tried ${String(row['attempts'])} times, ` +
      `due in ${seconds(row['due'])}, lease ends in ${seconds(row['leased_until'])}`,
  );
}

export function numberIn(rows: readonly Row[]): number {
  return Number(rows[0]?.['found']);
}
