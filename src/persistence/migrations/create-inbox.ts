import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { idColumn, longText, maybe, small, text, time } from './columns';
import { unique } from './rules';

/** What providers tell by themselves: kept before it is answered, written down afterwards. */
export class CreateInbox1764300000008 implements MigrationInterface {
  readonly name = 'CreateInbox1764300000008';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(inbox(runner));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('inbox');
  }
}

function inbox(runner: QueryRunner): Table {
  return new Table({
    name: 'inbox',
    columns: [
      idColumn(runner),
      text('shop'),
      text('provider'),
      text('event_id'),
      longText('body'),
      longText('news'),
      time('received_at'),
      time('due'),
      time('parked_at'),
      { ...small('attempts'), default: 0 },
      maybe(time('processed_at')),
      maybe(longText('problem')),
    ],
    uniques: [unique('inbox', 'shop', 'provider', 'event_id')],
    // Partial, so that looking for news costs what is left to do, not what was ever told.
    indices: [{ name: 'inbox_waiting', columnNames: ['due', 'id'], where: 'processed_at IS NULL' }],
  });
}
