/** Orders that a search leaves are the same whether they are sought or walked, and they are walked where nearly all are left. */
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../src/persistence/migrations/migrations';
import { ordersFound, type Way } from '../../src/persistence/order-search';
import { wayOf } from '../../src/persistence/order-span';
import { Sql } from '../../src/persistence/sql';
import type { OrderSearch } from '../../src/services/ports';

const ORDERS = 60;
const STATES = ['open', 'fulfilled', 'cancelled'] as const;

let source: DataSource;
let sql: Sql;
beforeAll(async () => {
  source = await new DataSource({ type: 'sqlite', database: ':memory:', migrations: MIGRATIONS }).initialize();
  await source.runMigrations({ transaction: 'each' });
  sql = new Sql(source.createQueryRunner());
  await source.query('PRAGMA foreign_keys = OFF');
  await sql.insertRows(
    `orders (shop, id, currency, fulfilment, placed_at, tax_included, shipping, total, captured, committed, refunded,
      last_ordinal, updated_at)`,
    // Every fifth does not say when it was placed; the last are the first of another shop.
    Array.from({ length: ORDERS + 10 }, (_, at) => [
      ...[at < ORDERS ? 'a' : 'b', at, 'PLN', STATES[at % 3], at % 5 === 0 ? null : 100 + at],
      ...[true, 0, 0, 0, 0, 0, 0, 110 + ((at * 7) % ORDERS)],
    ]),
  );
});
afterAll(() => source.destroy());

async function idsOf(search: OrderSearch, way: Way): Promise<number[]> {
  const { text, params } = ordersFound('a', search, way);
  const rows = await sql.rows<{ id: number }>(`SELECT id FROM orders WHERE ${text} ORDER BY id`, params);
  return rows.map(({ id }) => id);
}

const time = fc.integer({ min: 95, max: 180 });
const period = fc.option(fc.record({ from: time, before: time }, { requiredKeys: [] }), { nil: undefined });
const searches = fc.record({
  fulfilments: fc.option(fc.subarray([...STATES], { minLength: 1 }), { nil: undefined }),
  ...{ placed: period, created: period, updated: period },
});

test('both ways find the same orders, whatever narrows them', async () => {
  let most = 0;
  await fc.assert(
    fc.asyncProperty(searches, async ({ fulfilments, placed, created, updated }) => {
      const search: OrderSearch = {
        ...(fulfilments && { fulfilments }),
        ...(placed && { placed }),
        ...(created && { created }),
        ...(updated && { updated }),
      };
      const found = await idsOf(search, 'sought');
      most = Math.max(most, found.length);
      expect(await idsOf(search, 'walked')).toEqual(found);
    }),
    {
      numRuns: 300,
      examples: [[{ fulfilments: undefined, placed: undefined, created: undefined, updated: undefined }]],
    },
  );
  expect(most).toBe(ORDERS);
});

test.each<[string, OrderSearch, Way]>([
  ['all orders, which need not be narrowed', {}, 'sought'],
  ['orders of one state, which have an index in the order of the page', { fulfilments: ['fulfilled'] }, 'sought'],
  ['orders that are fulfilled or cancelled', { fulfilments: ['fulfilled', 'cancelled'] }, 'walked'],
  ['orders that are open or cancelled', { fulfilments: ['open', 'cancelled'] }, 'sought'],
  ['orders since nearly the begin', { created: { from: 105 } }, 'walked'],
  ['orders until nearly the end', { placed: { before: 155 } }, 'walked'],
  ['orders of the last days', { updated: { from: 165 } }, 'sought'],
  ['orders of the first days', { created: { before: 105 } }, 'sought'],
  [
    'orders since nearly the begin that changed in the last days',
    { created: { from: 105 }, updated: { from: 165 } },
    'sought',
  ],
  ['orders since nearly the begin that are open', { created: { from: 105 }, fulfilments: ['open'] }, 'walked'],
  ['orders of the last days that are open', { updated: { from: 165 }, fulfilments: ['open'] }, 'sought'],
  ['orders by their ids', { ids: [1, 2], created: { from: 105 } }, 'sought'],
  ['orders by their numbers', { numbers: ['1'], fulfilments: ['fulfilled', 'cancelled'] }, 'sought'],
])('%s', async (_what, search, way) => {
  expect(await wayOf(sql, 'a', search)).toBe(way);
});

test('a shop without orders has nothing to walk', async () => {
  expect(await wayOf(sql, 'c', { created: { from: 1 } })).toBe('sought');
});
