import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * A return knows who closed it and when, and is found by whatever it is listed by; a shop has a number, and says whether it accepts
 * returns by itself. All that was closed was closed by its seller, when it last changed.
 */
export class ListReturns1767300000100 implements MigrationInterface {
  readonly name = 'ListReturns1767300000100';

  async up(runner: QueryRunner): Promise<void> {
    // As SQL: TypeORM would rebuild a table for a column, and SQLite lets nobody rebuild a table that others refer to.
    for (const [table, column] of COLUMNS) await runner.query(`ALTER TABLE ${table} ADD COLUMN ${column}`);
    await runner.query("UPDATE returns SET standing = state WHERE state <> 'closed'");
    await runner.query(
      "UPDATE returns SET standing = 'closed_by_seller', closed_by = 'seller', closed_at = updated_at WHERE state = 'closed'",
    );
    await runner.query(`UPDATE shops SET number = (SELECT COUNT(*) FROM shops AS older
      WHERE older.created_at < shops.created_at OR (older.created_at = shops.created_at AND older.code <= shops.code))`);
    for (const [table, found] of INDICES) await runner.createIndex(table, new TableIndex(found));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, { name }] of INDICES) await runner.dropIndex(table, name);
    for (const [table, column] of COLUMNS) {
      await runner.query(`ALTER TABLE ${table} DROP COLUMN ${column.split(' ', 1)[0]}`);
    }
  }
}

const COLUMNS = [
  ['returns', 'reason_code bigint'],
  ['returns', 'customer bigint'],
  ['returns', 'closed_at bigint'],
  ['returns', "closed_by varchar CHECK (closed_by IN ('buyer', 'seller'))"],
  ['returns', "standing varchar NOT NULL DEFAULT 'open'"],
  ['shops', 'accepts_returns boolean NOT NULL DEFAULT true'],
  ['shops', 'number bigint NOT NULL DEFAULT 0'],
] as const;

const INDICES: [string, { name: string; columnNames: string[]; isUnique?: boolean }][] = [
  ['returns', named('returns', 'standing', 'id')],
  ['returns', named('returns', 'compensation', 'id')],
  ['returns', named('returns', 'reason_code', 'id')],
  ['returns', named('returns', 'customer', 'id')],
  ['returns', named('returns', 'closed_at', 'id')],
  ['return_lines', named('return_lines', 'line_id', 'position', 'return_id')],
  ['order_lines', named('order_lines', 'id', 'order_id')],
  ['shops', { name: 'shops_one_number', columnNames: ['number'], isUnique: true }],
];

function named(table: string, ...columns: string[]): { name: string; columnNames: string[] } {
  const columnNames = ['shop', ...columns];
  return { name: `${table}_by_${columnNames.join('_')}`, columnNames };
}
