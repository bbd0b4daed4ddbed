import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A refund may be for several returns at once, and an order knows when its merchant took it on. */
export class JoinRefunds1767300000200 implements MigrationInterface {
  readonly name = 'JoinRefunds1767300000200';

  async up(runner: QueryRunner): Promise<void> {
    // As SQL: TypeORM would rebuild a table for a column, and SQLite lets nobody rebuild a table that others refer to.
    for (const [table, column] of COLUMNS) await runner.query(`ALTER TABLE ${table} ADD COLUMN ${column}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, column] of COLUMNS) {
      await runner.query(`ALTER TABLE ${table} DROP COLUMN ${column.split(' ', 1)[0]}`);
    }
  }
}

const COLUMNS = [
  ['transactions', 'shares text'],
  ['refund_lines', 'return_id bigint'],
  ['refunds', 'said text'],
  ['orders', 'confirmed_at bigint'],
] as const;
