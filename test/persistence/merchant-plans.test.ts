/**
 * The lists of a merchant in a shop with a hundred thousand orders, as many lines and as many refunds: no page of them, however deep and
 * whatever its conditions, walks a table or sorts what an index has in order.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sqlite3 from 'sqlite3';
import { statementsOf } from '../../bench/recorder';
import { createServices } from '../../src/app';
import { bookingNumber } from '../../src/domain/booking';
import { AesSealer } from '../../src/persistence/aes-sealer';
import { openDatabase } from '../../src/persistence/database';
import type { Database } from '../../src/persistence/database';
import type { Services } from '../../src/services/services';
import { FixedClock } from '../fakes/fixed-clock';
import { callerOf, TEA_SHOP } from '../services/gateway';
import { planOf } from './sqlite-plan';

const ROWS = 100_000;
const caller = callerOf(TEA_SHOP.code);

let folder: string;
let file: string;
let database: Database;
let services: Services;

/** One order in a hundred is not sent, one refund in a hundred not settled. */
const FILL = `
  CREATE TEMP TABLE n AS WITH RECURSIVE up(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up WHERE n < ${ROWS}) SELECT n FROM up;
  INSERT INTO orders (shop, id, number, currency, fulfilment, placed_at, tax_included, shipping, total, captured, committed, refunded,
    last_ordinal, updated_at)
  SELECT 'tea', n, 'A-' || n, 'PLN', CASE WHEN n % 100 = 0 THEN 'open' ELSE 'fulfilled' END,
    CASE WHEN n % 10 = 0 THEN NULL ELSE 1000000 + (n * 7919) % ${ROWS} END, 1, 0, 1000, 1000, 0, 0, 1, 2000000 + (n * 104729) % ${ROWS} FROM n;
  INSERT INTO order_lines (shop, order_id, id, position, sku, name, quantity, price, discount, tax, total)
  SELECT 'tea', n, 1000000 + n, 0, 'sku-' || n, 'Thing', 1, 1000, 0, 0, 1000 FROM n;
  INSERT INTO refunds (id, shop, order_id, source_type, source_id, ordinal, method, amount, currency, shipping, adjustment, refunded, created_at)
  SELECT n, 'tea', n, 'order', n, 2, 'manual', 100, 'PLN', 0, 100, CASE WHEN n % 1000 < 3 THEN 0 ELSE 100 END, 3000000 + (n * 7919) % ${ROWS} FROM n;
  INSERT INTO transactions (shop, refund_id, state, amount, created_at, updated_at)
  SELECT 'tea', n, CASE n % 1000 WHEN 0 THEN 'pending' WHEN 1 THEN 'declined' WHEN 2 THEN 'cancelled' ELSE 'settled' END, 100, 1, 1 FROM n;`;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'merchant-'));
  file = path.join(folder, 'refunds.sqlite');
  database = await openDatabase(`sqlite:${file}`, new FixedClock());
  await database.migrate();
  services = createServices(database, new AesSealer(Buffer.alloc(32)), new FixedClock());
  await services.shops.add(TEA_SHOP);
  await new Promise<void>((resolve, reject) => {
    const connection = new sqlite3.Database(file);
    connection.exec(FILL, (error) => connection.close(() => (error ? reject(error) : resolve())));
  });
}, 120_000);
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const first = { skip: 0, limit: 20 };
const deep = { skip: ROWS - 1000, limit: 100 };
const newest = <F extends string>(field: F) => [{ field, descending: true }] as const;
const only = <F extends string>(field: F, ...values: (string | number)[]) => [{ field, is: 'one_of', values }] as const;
const from = <F extends string>(field: F, value: number) => [{ field, is: 'at_least', value }] as const;
const all = { conditions: [], order: [] };

type Asked = () => Promise<{ readonly items: readonly object[]; readonly total: number }>;

const orders = (listing: Parameters<Services['merchant']['orders']>[1]): Asked => {
  return () => services.merchant.orders(caller, listing);
};
const items = (listing: Parameters<Services['merchant']['items']>[1]): Asked => {
  return () => services.merchant.items(caller, listing);
};
const refunds = (listing: Parameters<Services['refundReader']['listed']>[1]): Asked => {
  return () => services.refundReader.listed(caller, listing);
};
const bookings = (listing: Parameters<Services['merchant']['bookings']>[1]): Asked => {
  return () => services.merchant.bookings(caller, listing);
};

const UNFINISHED = ['requested', 'approved', 'sending', 'pending', 'unknown'];

const LISTS: [string, Asked, number][] = [
  ['orders', orders({ ...first, ...all }), ROWS],
  ['orders far down', orders({ ...deep, ...all }), ROWS],
  ['orders from the newest', orders({ ...first, conditions: [], order: newest('since') }), ROWS],
  ['orders from the newest, far down', orders({ ...deep, conditions: [], order: newest('since') }), ROWS],
  ['orders by change, far down', orders({ ...deep, conditions: [], order: newest('updatedAt') }), ROWS],
  ['orders of a rare stage', orders({ ...first, conditions: only('stage', 'paid'), order: [] }), ROWS / 100],
  ['orders of most stages', orders({ ...first, conditions: only('stage', 'sent'), order: [] }), (ROWS / 100) * 99],
  ['orders of a number', orders({ ...first, conditions: only('number', 'A-7'), order: newest('since') }), 1],
  ['orders of some ids', orders({ ...first, conditions: only('id', 5, 70_000), order: newest('updatedAt') }), 2],
  ['orders since', orders({ ...first, conditions: from('since', 1_099_990), order: newest('since') }), -1],
  [
    'orders changed since',
    orders({ ...first, conditions: from('updatedAt', 2_099_990), order: newest('updatedAt') }),
    -1,
  ],
  ['lines', items({ ...first, ...all }), ROWS],
  ['lines far down', items({ ...deep, ...all }), ROWS],
  ['the line of an id', items({ ...first, conditions: only('id', 1_050_000), order: [] }), 1],
  ['the lines of an order', items({ ...first, conditions: only('orderId', 50_000), order: [] }), 1],
  ['refunds', refunds({ ...first, ...all }), ROWS],
  ['refunds far down', refunds({ ...deep, ...all }), ROWS],
  ['refunds from the newest', refunds({ ...first, conditions: [], order: newest('createdAt') }), ROWS],
  ['refunds from the newest, far down', refunds({ ...deep, conditions: [], order: newest('createdAt') }), ROWS],
  ['refunds of an order', refunds({ ...first, conditions: only('orderId', 77_777), order: newest('createdAt') }), 1],
  ['complete refunds', refunds({ ...first, conditions: only('state', 'settled'), order: [] }), (ROWS / 1000) * 997],
  [
    'complete refunds from the newest',
    refunds({ ...first, conditions: only('state', 'settled'), order: newest('createdAt') }),
    (ROWS / 1000) * 997,
  ],
  [
    'pending refunds',
    refunds({ ...first, conditions: only('state', ...UNFINISHED), order: newest('createdAt') }),
    ROWS / 1000,
  ],
  [
    'failed refunds',
    refunds({ ...first, conditions: only('state', 'partial', 'declined', 'reversed'), order: [] }),
    ROWS / 1000,
  ],
  ['cancelled refunds', refunds({ ...first, conditions: only('state', 'cancelled'), order: [] }), ROWS / 1000],
  ['bookings', bookings({ ...first, conditions: [], order: newest('at') }), ROWS + (ROWS / 1000) * 997],
  ['bookings far down', bookings({ ...deep, conditions: [], order: newest('at') }), ROWS + (ROWS / 1000) * 997],
  ['bookings by number, far down', bookings({ ...deep, ...all }), ROWS + (ROWS / 1000) * 997],
  [
    'bookings of refunds',
    bookings({ ...first, conditions: only('kind', 'refund'), order: newest('at') }),
    (ROWS / 1000) * 997,
  ],
  ['bookings of an order', bookings({ ...first, conditions: only('orderId', 54_321), order: newest('at') }), 2],
  [
    'the booking of a number',
    bookings({ ...first, conditions: only('number', bookingNumber('refund', 54_321)), order: newest('at') }),
    1,
  ],
];

/** Steps over what was sought already, not over a table. */
const PASSED = /^SCAN (?:part|refund|page$|\(subquery|\d+ CONSTANT|CONSTANT)/;

test.each(LISTS)('%s are found by an index', async (_name, asked, total) => {
  const { value, statements } = await statementsOf(asked);
  if (total >= 0) expect(value.total).toBe(total);
  expect(value.items.length).toBeGreaterThan(0);
  for (const statement of statements.filter((text) => text.startsWith('SELECT'))) {
    const isCount = /COUNT\((?:\*|DISTINCT)/.test(statement.slice(0, 40));
    const plan = await planOf(file, statement);
    // Transactions are sought by their state, or as those of one refund.
    expect(plan.filter((step) => /^SEARCH s (?!.*state=)/.test(step))).toEqual([]);
    for (const step of plan) {
      // Counting all there is walks an index from end to end, and no row of the table.
      if (isCount && /^(?:SCAN|SEARCH) \w+ USING COVERING INDEX/.test(step)) continue;
      if (!PASSED.test(step)) expect([statement, step]).not.toEqual([statement, expect.stringMatching(/^SCAN/)]);
    }
    // A page of known ids is put in order.
    const sorts = plan.filter((step) => /TEMP B-TREE FOR ORDER BY$/.test(step)).length;
    const isPage = /LIMIT/.test(statement) && !/ IN \(\$| AND 1 = 0/.test(statement);
    if (isPage && total > 2000) expect([statement, sorts]).toEqual([statement, 0]);
  }
});
