/** The database keeps the rules about money by itself: tried with raw SQL, past every store. */
import type { DataSource } from 'typeorm';
import { TRANSITIONS } from '../../src/domain/transaction';
import { RETURN_TRANSITIONS } from '../../src/domain/return';
import { openDatabase } from '../../src/persistence/database';
import { openWriter } from '../../src/persistence/sqlite-connections';
import { databaseFolder } from './database-folder';
import { foundReturn, newRefund, NOW, order } from './samples';

const path = databaseFolder();
let raw: DataSource;

beforeAll(async () => {
  const database = await openDatabase(`sqlite:${path('rules.db')}`, { now: () => NOW });
  await database.migrate();
  await database.unitOfWork.run(async ({ orders, returns, refunds, outbox }) => {
    await orders.put('a', order);
    await returns.add('a', foundReturn);
    await refunds.add('a', newRefund);
    await outbox.add('a', 1, NOW);
  });
  await database.close();
  raw = await openWriter({ kind: 'file', path: path('rules.db') });
});
afterAll(() => raw.destroy());

describe.each([
  ['orders', 10_000, 'captured'],
  ['payments', 10_000, 'captured'],
  ['returns', 4000, 'worth'],
])('the pot of %s', (table, most, captured) => {
  test.each([
    ['committed above captured', `committed = ${most + 1}`],
    ['refunded above committed', 'committed = 5, refunded = 6'],
    ['refunded below zero', 'refunded = -1'],
    ['committed below zero', 'committed = -1, refunded = -1'],
    ['captured below committed', `committed = 5, ${captured} = 4`],
    ['no figure at all', 'committed = NULL'],
  ])('refuses %s', async (_what, change) => {
    await expect(raw.query(`UPDATE ${table} SET ${change}`)).rejects.toThrow(/constraint failed/);
  });

  test('takes all of it', async () => {
    await raw.query(`UPDATE ${table} SET committed = ${most}, refunded = ${most}`);
    await raw.query(`UPDATE ${table} SET committed = 0, refunded = 0`);
  });
});

test.each([
  ['a transaction of nothing', 'UPDATE transactions SET amount = 0'],
  ['a transaction below zero', 'UPDATE transactions SET amount = -5'],
  ['a transaction in no known state', "UPDATE transactions SET state = 'lost'"],
  ['a destination that is not known', "UPDATE transactions SET destination = 'pocket'"],
  ['a transaction of no refund', 'UPDATE transactions SET refund_id = 99'],
  ['a transaction of another shop', "UPDATE transactions SET shop = 'b'"],
  ['a refund of nothing', 'UPDATE refunds SET amount = 0'],
  ['a refund of no order', 'UPDATE refunds SET order_id = 99'],
  ['a refund of another shop', "UPDATE refunds SET shop = 'b'"],
  ['a refund of a return that names none', "UPDATE refunds SET source_type = 'return'"],
  ['an order that is half open', "UPDATE orders SET fulfilment = 'ajar'"],
  ['a return in no known state', "UPDATE returns SET state = 'lost'"],
  ['an order that vanishes under its refund', 'DELETE FROM orders'],
  ['a refund that vanishes under its transaction', 'DELETE FROM refunds'],
  [
    'one provider key twice in a shop',
    `INSERT INTO transactions (shop, refund_id, state, amount, provider_key, created_at, updated_at)
     SELECT shop, refund_id, state, amount, provider_key, created_at, updated_at FROM transactions`,
  ],
  [
    'one reference of a return twice in a shop',
    `INSERT INTO returns (shop, order_id, reference, kind, compensation, state, opened_at, updated_at)
     SELECT shop, order_id, reference, kind, compensation, state, opened_at, updated_at FROM returns`,
  ],
])('the database refuses %s', async (_what, text) => {
  await expect(raw.query(text)).rejects.toThrow(/constraint failed/);
});

test('the database knows every state of the domain', async () => {
  for (const state of Object.keys(TRANSITIONS)) await raw.query('UPDATE transactions SET state = $1', [state]);
  for (const state of Object.keys(RETURN_TRANSITIONS)) await raw.query('UPDATE returns SET state = $1', [state]);
});

test('an id that was given is never given again', async () => {
  await raw.query('DELETE FROM transactions');
  await raw.query(
    "INSERT INTO transactions (shop, refund_id, state, amount, created_at, updated_at) VALUES ('a', 1, 'requested', 5, 1, 1)",
  );
  expect(await raw.query('SELECT id FROM transactions')).toEqual([{ id: 2 }]);
});
