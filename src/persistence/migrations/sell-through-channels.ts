import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A return knows how its customer wants the money, and what the platform that opened it wants to hear again. */
export class SellThroughChannels1766100000011 implements MigrationInterface {
  readonly name = 'SellThroughChannels1766100000011';

  async up(runner: QueryRunner): Promise<void> {
    // As SQL: TypeORM would rebuild a table for a column, and SQLite lets nobody rebuild a table that others refer to.
    for (const column of COLUMNS) await runner.query(`ALTER TABLE returns ADD COLUMN ${column} text`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of COLUMNS) await runner.query(`ALTER TABLE returns DROP COLUMN ${column}`);
  }
}

const COLUMNS = ['payback', 'said'];
