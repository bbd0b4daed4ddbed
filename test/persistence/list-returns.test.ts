/** A database from before returns knew who closed them keeps all it knows, and shops get numbers in the order in which they came. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../src/persistence/migrations/migrations';

const folder = mkdtempSync(join(tmpdir(), 'refund-gateway-'));
afterAll(() => rmSync(folder, { recursive: true }));

const BEFORE = MIGRATIONS.findIndex(({ name }) => name.startsWith('ListReturns'));

const ROWS = [
  `INSERT INTO shops (code, currency, timezone, return_window_days, strategy, created_at)
   VALUES ('b', 'PLN', 'UTC', 14, 'largest_first', 5), ('a', 'PLN', 'UTC', 14, 'largest_first', 5),
     ('z', 'PLN', 'UTC', 14, 'largest_first', 1)`,
  `INSERT INTO orders (shop, id, currency, fulfilment, tax_included, shipping, total, captured, committed, updated_at, last_ordinal)
   VALUES ('a', 7, 'PLN', 'open', true, 0, 50, 50, 3, 1, 1)`,
  ...['open', 'closed', 'rejected'].map(
    (state) => `INSERT INTO returns (shop, order_id, kind, compensation, state, worth, opened_at, updated_at)
      VALUES ('a', 7, 'return', 'refund', '${state}', 9, 1, 77)`,
  ),
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
  expect(await source.query('SELECT standing, closed_by, closed_at FROM returns ORDER BY id')).toEqual([
    { standing: 'open', closed_by: null, closed_at: null },
    { standing: 'closed_by_seller', closed_by: 'seller', closed_at: 77 },
    { standing: 'rejected', closed_by: null, closed_at: null },
  ]);
  expect(await source.query('SELECT code, number, accepts_returns AS accepts FROM shops ORDER BY number')).toEqual([
    { code: 'z', number: 1, accepts: 1 },
    { code: 'a', number: 2, accepts: 1 },
    { code: 'b', number: 3, accepts: 1 },
  ]);
  await expect(source.query("UPDATE shops SET number = 1 WHERE code = 'b'")).rejects.toThrow('UNIQUE');
  await expect(source.query("UPDATE returns SET closed_by = 'nobody'")).rejects.toThrow('CHECK');
  expect(await source.query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);

  await source.undoLastMigration();
  expect(await source.query('SELECT state FROM returns ORDER BY id')).toHaveLength(3);
  await source.destroy();
});
