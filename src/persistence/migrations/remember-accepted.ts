import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A return that was given up remembers what of it had been accepted: taken up again it gives no more. Nothing is known of older ones. */
export class RememberAccepted1767300000900 implements MigrationInterface {
  readonly name = 'RememberAccepted1767300000900';

  async up(runner: QueryRunner): Promise<void> {
    // As SQL: TypeORM would rebuild the table for a column.
    await runner.query('ALTER TABLE return_lines ADD COLUMN accepted_before bigint CHECK (accepted_before >= 0)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE return_lines DROP COLUMN accepted_before');
  }
}
