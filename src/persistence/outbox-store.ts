import { randomUUID } from 'node:crypto';
import type { Clock, OutboxReads, OutboxRow, OutboxStore, Tries } from '../services/ports';
import { CLOCKS_DIFFER_MS } from './clocks-differ';
import { placeholders, type Sql } from './sql';
import type { SqlFlavour } from './sql-flavour';

const ADD = 'INSERT INTO outbox (shop, transaction_id, due, due_set_at) VALUES ($1, $2, $3, $3)';

/**
 * $4 is the latest that the clock of anybody can be now, $6 the latest that a lease can end: what lies beyond was written
 * before the clock was set back. The rows are chosen once, before any is changed: chosen anew for each row of the table,
 * there could be more of them than the limit.
 */
const claimText = (which: string, { takeFreeRows }: SqlFlavour): string => `UPDATE outbox
  SET token = $1, claim = $2, leased_until = $3, clock_set_back = (clock_set_back OR due_set_at > $4)
  WHERE id IN (
    WITH chosen AS MATERIALIZED (SELECT id FROM outbox
      WHERE done IS NULL AND (leased_until IS NULL OR leased_until <= $5 OR leased_until > $6) AND ${which} LIMIT $7
        ${takeFreeRows})
    SELECT id FROM chosen)`;

/** Two questions, for each has its own index: asked as one, all that waits would be read to find what is due. */
const DUE = 'due <= $5 ORDER BY due, id';
const FROM_BEFORE_SET_BACK = 'due_set_at > $4 ORDER BY due_set_at, id';

/** By the claim, not by the token: a worker that still holds earlier rows must not be given them again. */
const CLAIMED = `SELECT id, shop, transaction_id AS "transactionId", claim, attempts, absences,
  clock_set_back AS "clockSetBack" FROM outbox WHERE claim = $1 ORDER BY due, id`;

const GIVE_BACK = 'token = NULL, claim = NULL, leased_until = NULL';
const FINISH = `UPDATE outbox SET done = $1, ${GIVE_BACK} WHERE id = $2 AND shop = $3 AND claim = $4`;
const PUT_OFF = `UPDATE outbox SET due = $1, due_set_at = $2, attempts = $3, absences = $4,
    clock_set_back = (clock_set_back OR due_set_at > $5), ${GIVE_BACK}
  WHERE id = $6 AND shop = $7 AND claim = $8`;

export class SqlOutboxStore implements OutboxStore, OutboxReads {
  constructor(
    private readonly sql: Sql,
    private readonly clock: Clock,
  ) {}

  async add(shop: string, transactionId: number, at: number): Promise<void> {
    await this.sql.run(ADD, [shop, transactionId, at]);
  }

  async claim(token: string, now: number, leaseMs: number, limit: number): Promise<OutboxRow[]> {
    const claim = randomUUID();
    const latestNow = now + CLOCKS_DIFFER_MS;
    const take = (which: string, most: number): Promise<number> => {
      const params = [token, claim, now + leaseMs, latestNow, now, latestNow + leaseMs, most];
      return this.sql.run(claimText(which, this.sql.flavour), params);
    };
    const due = await take(DUE, limit);
    const taken = due < limit ? due + (await take(FROM_BEFORE_SET_BACK, limit - due)) : due;
    if (taken === 0) return [];
    const rows = await this.sql.rows<OutboxRow>(CLAIMED, [claim]);
    return rows.map((row) => ({ ...row, clockSetBack: Boolean(row.clockSetBack) }));
  }

  async renew(token: string, rows: readonly OutboxRow[], now: number, leaseMs: number): Promise<void> {
    const text = `UPDATE outbox SET leased_until = $1 WHERE token = $2 AND id IN (${placeholders(rows.length, 3)})`;
    await this.sql.run(text, [now + leaseMs, token, ...rows.map(({ id }) => id)]);
  }

  async hold({ id, shop, claim }: OutboxRow): Promise<boolean> {
    const text = `SELECT id FROM outbox WHERE id = $1 AND shop = $2 AND claim = $3${this.sql.flavour.takeRow}`;
    return (await this.sql.row(text, [id, shop, claim])) !== undefined;
  }

  async finish({ id, shop, claim }: OutboxRow): Promise<void> {
    await this.sql.run(FINISH, [this.clock.now(), id, shop, claim]);
  }

  async putOff({ id, shop, claim }: OutboxRow, at: number, due: number, tries: Tries): Promise<void> {
    const { attempts, absences } = tries;
    await this.sql.run(PUT_OFF, [due, at, attempts, absences, at + CLOCKS_DIFFER_MS, id, shop, claim]);
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
