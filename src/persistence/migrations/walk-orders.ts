import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

/** A search that leaves nearly all orders walks them in the order of its pages, in an index that holds all it may be narrowed by. */
export class WalkOrders1767300000800 implements MigrationInterface {
  readonly name = 'WalkOrders1767300000800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('orders', new TableIndex(WALKED));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('orders', WALKED.name);
  }
}

const WALKED = { name: 'orders_walked', columnNames: ['shop', 'id', 'fulfilment', 'placed_at', 'updated_at'] };
