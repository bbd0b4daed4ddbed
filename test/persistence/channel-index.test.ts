/** An order is found by its code through an index: a shop has many orders, and a walk through all of them is felt. */
import { DataSource } from 'typeorm';
import { SqlChannelOrders } from '../../src/persistence/channel-orders';
import { MIGRATIONS } from '../../src/persistence/migrations/migrations';
import { Sql } from '../../src/persistence/sql';
import type { SqlValue } from '../../src/persistence/sql-flavour';

/** Answers how the engine would look, instead of what it finds. */
class ExplainingSql extends Sql {
  override async rows<T>(text: string, params: readonly SqlValue[] = []): Promise<T[]> {
    const plan = await super.rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${text}`, params);
    return plan.map(({ detail }) => ({ id: detail }) as T);
  }
}

test.each(['withCode', 'withNumber'] as const)('%s', async (look) => {
  const source = await new DataSource({ type: 'sqlite', database: ':memory:', migrations: MIGRATIONS }).initialize();
  await source.runMigrations({ transaction: 'each' });
  const orders = new SqlChannelOrders(new ExplainingSql(source.createQueryRunner()));
  const plan: unknown[] = await orders[look]('a', 'Lojas-Americanas-1');
  expect(plan).toEqual([
    expect.stringMatching(/^SEARCH orders USING COVERING INDEX orders_listed_by_number \(shop=\? AND number=\?/),
  ]);
  await source.destroy();
});
