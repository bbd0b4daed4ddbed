import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { index } from './rules';

/** Orders that came through a sales channel are found by what the channel calls them. */
export class SellThroughChannels1766100000011 implements MigrationInterface {
  readonly name = 'SellThroughChannels1766100000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createIndex('orders', new TableIndex(BY_NUMBER));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('orders', 'orders_by_shop_number_channel');
  }
}

/** By the number first: channels are few, and the number is also asked for alone. */
const BY_NUMBER = index('orders', 'shop', 'number', 'channel');
