import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { key, longText, maybe, small, text, whole } from './columns';
import { belongsTo, oneOf } from './rules';

/** Refunds that their caller puts together: where goods go, adjustments with names, ways that money takes, no money at all. */
export class ComposeRefunds1766200000012 implements MigrationInterface {
  readonly name = 'ComposeRefunds1766200000012';

  async up(runner: QueryRunner): Promise<void> {
    // As SQL: TypeORM would rebuild a table for a column, and SQLite lets nobody rebuild a table that others refer to.
    for (const [table, column] of COLUMNS) await runner.query(`ALTER TABLE ${table} ADD COLUMN ${column}`);
    await runner.createTable(REFUND_ADJUSTMENTS);
    await runner.createIndex('refunds', new TableIndex(OF_NO_MONEY));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('refunds', OF_NO_MONEY.name);
    await runner.dropTable('refund_adjustments');
    for (const [table, column] of COLUMNS) {
      await runner.query(`ALTER TABLE ${table} DROP COLUMN ${column.split(' ', 1)[0]}`);
    }
  }
}

const COLUMNS = [
  ['refund_lines', "restock varchar CHECK (restock IN ('none', 'return', 'cancel'))"],
  ['refund_lines', 'location bigint'],
  ['transactions', 'way text'],
] as const;

const REFUND_ADJUSTMENTS = new Table({
  name: 'refund_adjustments',
  columns: [
    ...[key(text('shop')), key(whole('refund_id')), key(small('position'))],
    ...[text('kind'), maybe(longText('reason')), whole('amount'), whole('tax')],
  ],
  checks: [oneOf('refund_adjustments', 'kind', 'shipping discrepancy')],
  foreignKeys: [belongsTo('refund_adjustments', 'refund_id', 'refunds')],
});

/** Refunds without transactions are among these few: the list of what is settled finds them without walking all refunds. */
const OF_NO_MONEY = { name: 'refunds_of_no_money', columnNames: ['shop', 'id'], where: 'amount = 0' };
