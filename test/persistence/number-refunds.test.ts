/** A database from before payments and refunds had numbers keeps all it knows, and numbers it as it would have been. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../src/persistence/migrations/migrations';

const folder = mkdtempSync(join(tmpdir(), 'refund-gateway-'));
afterAll(() => rmSync(folder, { recursive: true }));

const BEFORE = MIGRATIONS.findIndex(({ name }) => name.startsWith('NumberRefunds'));

const ROWS = [
  `INSERT INTO orders (shop, id, currency, fulfilment, tax_included, shipping, total, captured, committed, updated_at)
   VALUES ('a', 7, 'PLN', 'open', true, 0, 50, 50, 3, 1), ('a', 8, 'PLN', 'open', true, 0, 5, 5, 0, 1)`,
  `INSERT INTO payments (shop, order_id, id, provider, method, refundable, captured)
   VALUES ('a', 7, 2, 'till', 'cash', false, 20), ('a', 7, 5, 'till', 'cash', false, 30),
     ('a', 8, 9007199254740991, 'till', 'cash', false, 5)`,
  `INSERT INTO returns (shop, order_id, kind, compensation, state, worth, opened_at, updated_at)
   VALUES ('a', 7, 'return', 'refund', 'accepted', 9, 1, 1)`,
  ...[
    ['order', 7, 'NULL'],
    ['return', 1, '1'],
    ['order', 7, 'NULL'],
  ].map(
    ([type, id, returnId]) => `INSERT INTO refunds (shop, order_id, return_id, source_type, source_id, method, amount,
      currency, shipping, adjustment, created_at) VALUES ('a', 7, ${returnId}, '${type}', ${id}, 'manual', 1, 'PLN', 0, 1, 1)`,
  ),
  `INSERT INTO transactions (shop, refund_id, state, amount, destination, created_at, updated_at)
   VALUES ('a', 1, 'requested', 1, 'cash', 1, 1), ('a', 2, 'requested', 1, 'cash', 1, 1), ('a', 3, 'settled', 1, 'cash', 1, 1)`,
];

test.each(['sqlite', 'better-sqlite3'] as const)('with %s', async (type) => {
  const database = join(folder, `${type}.db`);
  const migrate = async (migrations: typeof MIGRATIONS): Promise<DataSource> => {
    const source = await new DataSource({ type, database, migrations }).initialize();
    await source.runMigrations({ transaction: 'each' });
    return source;
  };
  const old = await migrate(MIGRATIONS.slice(0, BEFORE));
  for (const text of ROWS) await old.query(text);
  await old.destroy();

  const source = await migrate(MIGRATIONS.slice(0, BEFORE + 1));
  const ordinals = async (table: string): Promise<unknown[]> =>
    ((await source.query(`SELECT ordinal FROM ${table} ORDER BY id`)) as { ordinal: unknown }[]).map(
      (row) => row.ordinal,
    );
  expect(await ordinals('refunds')).toEqual([6, 1, 7]);
  expect(await ordinals('payments')).toEqual([2, 5, 1]);
  expect(await source.query('SELECT id, last_ordinal FROM orders ORDER BY id')).toEqual([
    { id: 7, last_ordinal: 7 },
    { id: 8, last_ordinal: 1 },
  ]);
  expect(await source.query('SELECT last_ordinal FROM returns')).toEqual([{ last_ordinal: 1 }]);
  expect(await source.query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  expect(await source.query('PRAGMA foreign_key_check')).toEqual([]);
  await source.query('UPDATE transactions SET amount = 0 WHERE id = 1');
  await expect(source.query('UPDATE transactions SET amount = 0 WHERE id = 3')).rejects.toThrow('transactions_amount');

  await source.query('UPDATE transactions SET amount = 1');
  await source.undoLastMigration();
  await expect(source.query('UPDATE transactions SET amount = 0 WHERE id = 1')).rejects.toThrow('transactions_amount');
  await source.destroy();
});
