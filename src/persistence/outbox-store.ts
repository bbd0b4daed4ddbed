import { randomUUID } from 'node:crypto';
import type { Clock, OutboxRow, OutboxStore } from '../services/ports';
import type { Sql } from './sql';
import type { SqlFlavour } from './sql-flavour';

/**
 * No row is put off further than this, so one that seems to be was written before the clock was set back: it is due,
 * or it would wait for the clock to come round again.
 */
const LONGEST_PAUSE_MS = 24 * 60 * 60 * 1000;

/**
 * $4 is now, $5 the furthest time that can be meant; a held row is free again when its lease is over. The rows are chosen
 * once, before any is changed: chosen anew for each row of the table, there could be more of them than the limit.
 */
const claimText = ({ takeFreeRows }: SqlFlavour): string => `UPDATE outbox
  SET token = $1, claim = $2, leased_until = $3, attempts = attempts + 1
  WHERE id IN (
    WITH chosen AS MATERIALIZED (SELECT id FROM outbox
      WHERE done IS NULL AND (due <= $4 OR due > $5)
        AND (leased_until IS NULL OR leased_until <= $4 OR leased_until > $5)
      ORDER BY due, id LIMIT $6${takeFreeRows})
    SELECT id FROM chosen)`;

/** By the claim, not by the token: a worker that still holds earlier rows must not be given them again. */
const CLAIMED = `SELECT id, shop, transaction_id AS "transactionId", attempts FROM outbox
  WHERE claim = $1 ORDER BY due, id`;

const GIVE_BACK = 'token = NULL, claim = NULL, leased_until = NULL';

export class SqlOutboxStore implements OutboxStore {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  async add(shop: string, transactionId: number, due: number): Promise<void> {
    await this.sql.run('INSERT INTO outbox (shop, transaction_id, due) VALUES ($1, $2, $3)', [
      shop,
      transactionId,
      due,
    ]);
  }

  async claim(token: string, now: number, leaseMs: number, limit: number): Promise<OutboxRow[]> {
    const claim = randomUUID();
    const taken = await this.sql.run(claimText(this.sql.flavour), [
      ...[token, claim, now + leaseMs, now, now + LONGEST_PAUSE_MS, limit],
    ]);
    return taken === 0 ? [] : this.sql.rows<OutboxRow>(CLAIMED, [claim]);
  }

  /** Does nothing when the lease was lost: whoever holds the row now finishes it. */
  async finish(row: OutboxRow, token: string): Promise<void> {
    const text = `UPDATE outbox SET done = $1, ${GIVE_BACK} WHERE id = $2 AND shop = $3 AND token = $4`;
    await this.sql.run(text, [this.clock.now(), row.id, row.shop, token]);
  }

  async postpone(row: OutboxRow, token: string, due: number): Promise<void> {
    const text = `UPDATE outbox SET due = $1, ${GIVE_BACK} WHERE id = $2 AND shop = $3 AND token = $4`;
    await this.sql.run(text, [due, row.id, row.shop, token]);
  }

  async release(token: string): Promise<void> {
    await this.sql.run(`UPDATE outbox SET ${GIVE_BACK} WHERE done IS NULL AND token = $1`, [token]);
  }

  /** Held rows count: until they are finished, their work waits. */
  async oldestDue(): Promise<number | undefined> {
    const row = await this.sql.row<{ due: number | null }>('SELECT MIN(due) AS due FROM outbox WHERE done IS NULL');
    return row?.due ?? undefined;
  }
}
