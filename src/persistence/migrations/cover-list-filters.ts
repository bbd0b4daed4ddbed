import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The lists of orders and returns find the ids of a page in an index that holds all that they are narrowed by, and read no row
 * of the table that is not on the page.
 */
export class CoverListFilters1767300000400 implements MigrationInterface {
  readonly name = 'CoverListFilters1767300000400';

  async up(runner: QueryRunner): Promise<void> {
    for (const [table, before, after] of REPLACED) {
      await runner.dropIndex(table, before.name);
      await runner.createIndex(table, new TableIndex(after));
    }
    await runner.createIndex('orders', new TableIndex(OF_CHANNELS));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('orders', OF_CHANNELS.name);
    for (const [table, before, after] of REPLACED) {
      await runner.dropIndex(table, after.name);
      await runner.createIndex(table, new TableIndex(before));
    }
  }
}

interface Index {
  readonly name: string;
  readonly columnNames: string[];
}

const POT = ['committed', 'refunded'];

const REPLACED: readonly (readonly [table: string, before: Index, after: Index])[] = [
  widened('orders', 'fulfilment', 'placed_at', 'updated_at', 'channel', 'number'),
  widened('orders', 'number', 'channel'),
  widened('orders', 'updated_at', 'fulfilment', 'placed_at'),
  widened('orders', 'placed_at', 'fulfilment', 'updated_at'),
  widened('returns', 'state', 'kind', 'opened_at', 'updated_at', ...POT),
  widened('returns', 'kind', 'state', 'opened_at', 'updated_at', ...POT),
  widened('returns', 'updated_at', 'kind', 'state'),
  widened('returns', 'opened_at', 'kind', 'state', ...POT),
];

/** What sales channels list: in the order of the pages, with both filters of it. */
const OF_CHANNELS = {
  name: 'orders_of_channels',
  columnNames: ['shop', 'id', 'channel', 'number', 'fulfilment'],
  where: 'channel IS NOT NULL AND number IS NOT NULL',
};

function widened(table: string, column: string, ...more: readonly string[]): readonly [string, Index, Index] {
  const columnNames = ['shop', column, 'id'];
  const before = { name: `${table}_by_${columnNames.join('_')}`, columnNames };
  return [table, before, { name: `${table}_listed_by_${column}`, columnNames: [...columnNames, ...more] }];
}
