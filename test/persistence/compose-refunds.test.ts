/** What refunds that are put together need can be added to a database with refunds in it, and taken away again. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../src/persistence/migrations/migrations';

const folder = mkdtempSync(join(tmpdir(), 'refund-gateway-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HERE = MIGRATIONS.findIndex(({ name }) => name.startsWith('ComposeRefunds')) + 1;

const ROWS = [
  `INSERT INTO orders (shop, id, currency, fulfilment, tax_included, shipping, total, captured, updated_at)
   VALUES ('a', 7, 'PLN', 'open', true, 0, 50, 50, 1)`,
  `INSERT INTO refunds (shop, order_id, source_type, source_id, ordinal, method, amount, currency, shipping, adjustment,
     created_at) VALUES ('a', 7, 'order', 7, 1, 'manual', 0, 'PLN', 0, 0, 1)`,
  `INSERT INTO refund_lines (shop, refund_id, position, line_id, sku, quantity, units, amount)
   VALUES ('a', 1, 0, 1, 'A', 1, '[[1,1]]', 5)`,
];

test.each(['sqlite', 'better-sqlite3'] as const)('with %s', async (type) => {
  const database = join(folder, `${type}.db`);
  const source = await new DataSource({ type, database, migrations: MIGRATIONS.slice(0, HERE) }).initialize();
  await source.runMigrations({ transaction: 'each' });
  for (const text of ROWS) await source.query(text);
  const lines = await source.query('SELECT restock, location FROM refund_lines');
  expect(lines).toEqual([{ restock: null, location: null }]);
  await expect(source.query("UPDATE refund_lines SET restock = 'lost'")).rejects.toThrow('CHECK');
  await source.query("UPDATE refund_lines SET restock = 'cancel'");
  await source.undoLastMigration();
  expect(await source.query('SELECT * FROM refund_lines')).toHaveLength(1);
  const columns = (await source.query('PRAGMA table_info(refund_lines)')) as { name: string }[];
  expect(columns.map(({ name }) => name)).not.toContain('restock');
  expect(await source.query('PRAGMA table_info(refund_adjustments)')).toEqual([]);
  expect(await source.query('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
  await source.destroy();
});
