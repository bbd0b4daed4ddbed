import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A shop says whether it offers its customers a voucher instead of their money. All that exist did. */
export class OfferVouchers1767300000500 implements MigrationInterface {
  readonly name = 'OfferVouchers1767300000500';

  async up(runner: QueryRunner): Promise<void> {
    // As SQL: TypeORM would rebuild the table for a column, and SQLite lets nobody rebuild a table that others refer to.
    await runner.query('ALTER TABLE shops ADD COLUMN offers_vouchers boolean NOT NULL DEFAULT true');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE shops DROP COLUMN offers_vouchers');
  }
}
