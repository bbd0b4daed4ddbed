import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

/** Platforms look orders up by the number that customers know, and orders and returns by the day they came. */
export class IndexSearches1767200000011 implements MigrationInterface {
  readonly name = 'IndexSearches1767200000011';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, found] of INDICES) await runner.createIndex(table, new TableIndex(found));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, { name }] of INDICES) await runner.dropIndex(table, name);
  }
}

const INDICES = [
  ['orders', named('orders', 'number')],
  ['orders', named('orders', 'placed_at')],
  ['returns', named('returns', 'opened_at')],
] as const;

/** With the id last, in which order the pages are. */
function named(table: string, column: string): { name: string; columnNames: string[] } {
  const columnNames = ['shop', column, 'id'];
  return { name: `${table}_by_${columnNames.join('_')}`, columnNames };
}
