import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { index } from './rules';

/**
 * Orders that came through a sales channel are found by what the channel calls them. A return knows how its customer wants
 * the money, and what the platform that opened it wants to hear again.
 */
export class SellThroughChannels1766100000011 implements MigrationInterface {
  readonly name = 'SellThroughChannels1766100000011';

  async up(runner: QueryRunner): Promise<void> {
    // As SQL: TypeORM would rebuild a table for a column, and SQLite lets nobody rebuild a table that others refer to.
    for (const column of COLUMNS) await runner.query(`ALTER TABLE returns ADD COLUMN ${column} text`);
    await runner.createIndex('orders', new TableIndex(BY_NUMBER));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('orders', BY_NUMBER.name);
    for (const column of COLUMNS) await runner.query(`ALTER TABLE returns DROP COLUMN ${column}`);
  }
}

const COLUMNS = ['payback', 'said'];

/** By the number first: channels are few, and the number is also asked for alone. */
const BY_NUMBER = { ...index('orders', 'shop', 'number', 'channel'), name: 'orders_by_shop_number_channel' };
