/** A hundred thousand returns: no list of them may walk the table from end to end, nor take longer than a caller is glad to wait. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sqlite3 from 'sqlite3';
import { statementsOf } from '../../bench/recorder';
import { createServices } from '../../src/app';
import { AesSealer } from '../../src/persistence/aes-sealer';
import { openDatabase } from '../../src/persistence/database';
import type { Database } from '../../src/persistence/database';
import type { Condition, Listing, ReturnField, ReturnOrder } from '../../src/services/ports';
import type { Services } from '../../src/services/services';
import { FixedClock } from '../fakes/fixed-clock';
import { callerOf, TEA_SHOP } from '../services/gateway';
import { order } from './samples';

const MANY = 100_000;
const SHOP = TEA_SHOP.code;

let folder: string;
let file: string;
let database: Database;
let services: Services;

/** Rows of a shop that has been in business for long: written at once, because adding them one by one would take minutes. */
const FILL = [
  `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${MANY / 2})
   INSERT INTO orders (shop, id, currency, fulfilment, tax_included, shipping, total, captured, last_ordinal, updated_at)
   SELECT '${SHOP}', 1000 + i, 'PLN', 'fulfilled', true, 0, 100, 100, 0, i FROM n`,
  `INSERT INTO order_lines (shop, order_id, id, position, sku, name, quantity, price, discount, tax, total)
   SELECT shop, id, id * 2 + p, p, 'S', 'Thing', 1, 50, 0, 0, 50 FROM orders, (SELECT 0 AS p UNION SELECT 1) WHERE id > 1000`,
  `INSERT INTO returns (shop, order_id, reference, kind, compensation, state, standing, closed_by, closed_at, reason_code, customer,
     worth, opened_at, updated_at)
   SELECT shop, order_id, 'R-' || id, 'return', CASE WHEN id % 1000 = 0 THEN 'exchange' ELSE 'refund' END, 'closed',
     CASE WHEN id % 5000 = 0 THEN 'closed_by_buyer' ELSE 'closed_by_seller' END,
     CASE WHEN id % 5000 = 0 THEN 'buyer' ELSE 'seller' END, id, CASE WHEN id % 100 = 0 THEN 6 ELSE 16 END, id % 20000, 0, id, id
   FROM order_lines WHERE order_id > 1000`,
  `INSERT INTO return_lines (shop, return_id, position, line_id, sku, requested, accepted, received, restock, restock_reported, units, amount)
   SELECT r.shop, r.id, 0, substr(r.reference, 3), 'S', 1, 1, 1, false, false, '[[1,1]]', 50 FROM returns r`,
];

function run(statement: string): Promise<{ detail: string }[]> {
  return new Promise((resolve, reject) => {
    const connection = new sqlite3.Database(file);
    connection.all(statement, (error, rows: { detail: string }[]) => {
      connection.close();
      if (error) reject(error);
      else resolve(rows);
    });
  });
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'returns-'));
  file = path.join(folder, 'refunds.sqlite');
  const clock = new FixedClock();
  database = await openDatabase(`sqlite:${file}`, clock);
  await database.migrate();
  services = createServices(database, new AesSealer(Buffer.alloc(32)), clock);
  await services.shops.add(TEA_SHOP);
  await database.unitOfWork.run(({ orders }) => orders.put(SHOP, order));
  for (const statement of FILL) await run(statement);
}, 120_000);
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const one = (field: ReturnField, ...values: (string | number)[]): Condition<ReturnField> => ({
  field,
  is: 'one_of',
  values,
});

test.each<[string, Partial<Listing<ReturnField, ReturnOrder>>, number]>([
  ['the first page', {}, MANY],
  ['the last page', { skip: MANY - 20 }, MANY],
  ['an order', { conditions: [one('orderId', 40_000)] }, 2],
  ['orders', { conditions: [one('orderId', 50_001, 1001)] }, 4],
  ['an item', { conditions: [one('lineId', 60_000)] }, 1],
  ['a customer', { conditions: [one('customer', 77)] }, 5],
  ['a reason', { conditions: [one('reasonCode', 6)] }, 1000],
  ['a rare status', { conditions: [one('standing', 'closed_by_buyer')] }, 20],
  ['statuses', { conditions: [one('standing', 'open', 'closed_by_buyer')] }, 20],
  ['the usual status', { conditions: [one('standing', 'closed_by_seller')] }, MANY - 20],
  ['a type', { conditions: [one('compensation', 'exchange')] }, 100],
  ['a number of the caller', { conditions: [one('reference', 'R-60000')] }, 1],
  ['the latest', { order: [{ field: 'openedAt', descending: true }] }, MANY],
  ['the last changed', { order: [{ field: 'updatedAt', descending: true }] }, MANY],
  ['by status', { order: [{ field: 'standing', descending: false }] }, MANY],
  ['since a day', { conditions: [{ field: 'openedAt', is: 'at_least', value: 102_001 - 100 }] }, 101],
])('%s', async (_name, wish, total) => {
  const listing = { skip: 0, limit: 20, conditions: [], order: [], ...wish };
  const asked = () => services.itemReturns.list(callerOf(SHOP), listing);
  const { value, statements } = await statementsOf(asked);
  expect([value.total, value.items.length]).toEqual([total, Math.min(total, 20)]);
  for (const read of statements.filter((text) => text.startsWith('SELECT'))) {
    const scans = (await run(`EXPLAIN QUERY PLAN ${read}`)).filter(({ detail }) =>
      /^SCAN (?!CONSTANT|page$)/.test(detail),
    );
    expect({ read, scans }).toEqual({ read, scans: [] });
  }
});
