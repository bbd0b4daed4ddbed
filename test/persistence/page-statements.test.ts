/** However long a page is, it is read in the same number of statements: reading its rows one by one is felt on long pages. */
import { statementsOf } from '../../bench/recorder';
import { createServices } from '../../src/app';
import { AesSealer } from '../../src/persistence/aes-sealer';
import { openDatabase } from '../../src/persistence/database';
import type { Database } from '../../src/persistence/database';
import type { Services } from '../../src/services/services';
import { FixedClock } from '../fakes/fixed-clock';
import { callerOf, TEA_SHOP } from '../services/gateway';
import { foundReturn, newRefund, order } from './samples';

const SHOP = TEA_SHOP.code;
const ROWS = 20;

let database: Database;
let services: Services;

beforeAll(async () => {
  const clock = new FixedClock();
  database = await openDatabase('sqlite::memory:', clock);
  await database.migrate();
  services = createServices(database, new AesSealer(Buffer.alloc(32)), clock);
  await services.shops.add(TEA_SHOP);
  await database.unitOfWork.run(async ({ orders, refunds, returns }) => {
    for (let id = 1; id <= ROWS; id++) {
      await orders.put(SHOP, { ...order, id, number: String(id) });
      const { reference: _, ...nameless } = foundReturn;
      await returns.add(SHOP, { ...nameless, orderId: id });
      await refunds.add(SHOP, { ...newRefund, orderId: id, sourceId: id, transactions: [{ amount: 1 }] });
    }
  });
});
afterAll(() => database.close());

const caller = callerOf(SHOP);

test.each<[string, number, (limit: number) => Promise<readonly unknown[]>]>([
  ['ledgers', 7, (limit) => services.refundReader.ledgers(caller, { after: 0, page: 1, limit })],
  ['orders of channels', 4, async (limit) => (await services.orders.ofChannels(caller, { page: 1, limit })).items],
  ['orders with entries', 4, async (limit) => (await services.sources.orders(caller, { page: 1, limit })).items],
  [
    'returns with refunds',
    6,
    async (limit) => (await services.sources.returns(caller, { sourceType: 'return', page: 1, limit })).items,
  ],
  ['orders', 1, async (limit) => (await services.orders.list(caller, { limit })).items],
  ['returns', 2, async (limit) => (await services.returns.list(caller, { limit })).items],
  ['refunds', 1, async (limit) => (await services.refundReader.list(caller, { limit })).items],
])('a page of %s takes %s statements', async (_name, count, ask) => {
  for (const limit of [1, ROWS]) {
    const { value, statements } = await statementsOf(() => ask(limit));
    expect(value).toHaveLength(limit);
    expect([limit, statements.filter((text) => text.startsWith('SELECT')).length]).toEqual([limit, count]);
  }
});
