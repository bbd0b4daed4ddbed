import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Each refund has the sum of what it gave back beside it, as payments, orders and returns have: what is in the account of a merchant,
 * and what is settled whole, is found in an index. So are returns of some kinds, and those of which all
 * was paid out, in the order of their ids.
 */
export class SumRefunds1767300000700 implements MigrationInterface {
  readonly name = 'SumRefunds1767300000700';

  async up(runner: QueryRunner): Promise<void> {
    // As SQL: TypeORM would rebuild a table for a column, and SQLite lets nobody rebuild a table that others refer to.
    await runner.query('ALTER TABLE refunds ADD COLUMN refunded bigint NOT NULL DEFAULT 0');
    await runner.query(`UPDATE refunds SET refunded = (SELECT COALESCE(SUM(t.amount), 0) FROM transactions t
      WHERE t.shop = refunds.shop AND t.refund_id = refunds.id AND t.state = 'settled')`);
    for (const [name, what] of INDICES) await runner.query(`CREATE INDEX ${name} ON ${what}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [name] of INDICES) await runner.query(`DROP INDEX ${name}`);
    await runner.query('ALTER TABLE refunds DROP COLUMN refunded');
  }
}

/** As NUMBER of booking-listing.ts: an index is used where the words are the same. */
const NUMBER = 'id + 500000000000000';

const INDICES = [
  ['refunds_booked_by_shop_created_at_number', `refunds (shop, created_at, (${NUMBER})) WHERE refunded > 0`],
  ['refunds_booked_by_shop_number', `refunds (shop, (${NUMBER})) WHERE refunded > 0`],
  ['refunds_given_whole_by_shop_id', 'refunds (shop, id) WHERE refunded = amount'],
  ['returns_by_shop_id_kind', 'returns (shop, id, kind)'],
  [
    'returns_paid_out_by_shop_id',
    'returns (shop, id, kind, state, opened_at, committed, refunded) WHERE committed > 0 AND committed = refunded',
  ],
] as const;
