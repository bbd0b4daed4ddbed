import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

/** Items of a shop are listed by their sku too, which thousands of orders may have. */
export class IndexSkus1767300000600 implements MigrationInterface {
  readonly name = 'IndexSkus1767300000600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('order_lines', new TableIndex(BY_SKU));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('order_lines', BY_SKU.name);
  }
}

const BY_SKU = { name: 'order_lines_by_shop_sku_id_order_id', columnNames: ['shop', 'sku', 'id', 'order_id'] };
