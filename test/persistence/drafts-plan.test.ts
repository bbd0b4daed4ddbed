/** The list of drafts in a shop that forgot to confirm ten thousand of them: no page of it may walk the tables from end to end. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { statementsOf } from '../../bench/recorder';
import { createServices } from '../../src/app';
import { AesSealer } from '../../src/persistence/aes-sealer';
import { openDatabase } from '../../src/persistence/database';
import type { Database } from '../../src/persistence/database';
import type { Services } from '../../src/services/services';
import { FixedClock } from '../fakes/fixed-clock';
import { callerOf, TEA_SHOP } from '../services/gateway';
import { newRefund, order } from './samples';
import { planOf } from './sqlite-plan';

const DRAFTS = 10_000;
const SHOP = TEA_SHOP.code;

let folder: string;
let file: string;
let database: Database;
let services: Services;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'drafts-'));
  file = path.join(folder, 'refunds.sqlite');
  const clock = new FixedClock();
  database = await openDatabase(`sqlite:${file}`, clock);
  await database.migrate();
  services = createServices(database, new AesSealer(Buffer.alloc(32)), clock);
  await services.shops.add(TEA_SHOP);
  await database.unitOfWork.run(async ({ orders, refunds }) => {
    await orders.put(SHOP, order);
    for (let ordinal = 2; ordinal < DRAFTS + 2; ordinal++) {
      const [transaction] = newRefund.transactions;
      if (!transaction) throw new Error('a refund has a transaction');
      const transactions = [{ ...transaction, providerKey: `key-${ordinal}` }];
      await refunds.add(SHOP, { ...newRefund, ordinal, lines: [], transactions });
    }
  });
}, 60_000);
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

test.each([
  ['the first page', { page: 1 }],
  ['the last page', { page: DRAFTS / 100 }],
  ['a page of one kind', { page: 50, sourceType: 'order' as const }],
])('%s is found by the index of states', async (_name, wish) => {
  const asked = () => services.refundReader.drafts(callerOf(SHOP), { ...wish, limit: 100 });
  const { value, statements } = await statementsOf(asked);
  expect([value.items.length, value.total]).toEqual([100, DRAFTS]);
  const reads = statements.filter((text) => text.startsWith('SELECT'));
  expect(reads).toHaveLength(2);
  for (const read of reads) {
    const plan = await planOf(file, read);
    const tables = plan.filter((step) => /^(?:SCAN|SEARCH) [rst]\b/.test(step));
    expect(tables.filter((step) => step.startsWith('SCAN'))).toEqual([]);
    expect(tables).toContainEqual(
      expect.stringMatching(/^SEARCH s USING .*INDEX \S+ \(shop=\? AND state=\? AND refund_id>\?\)/),
    );
  }
});
