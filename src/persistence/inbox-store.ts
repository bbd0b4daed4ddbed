import type { InboxReads, InboxRow, InboxStore, NewInboxRow } from '../services/ports';
import { CLOCKS_DIFFER_MS } from './clocks-differ';
import { placeholders, type Sql } from './sql';

const ADD = `INSERT INTO inbox (shop, provider, event_id, body, news, received_at, due, parked_at)
  VALUES (${placeholders(7)}, $6) ON CONFLICT (shop, provider, event_id) DO NOTHING`;
const DUE = `SELECT id, shop, provider, event_id AS "eventId", news, attempts FROM inbox
  WHERE processed_at IS NULL AND (due <= $1 OR parked_at > $2) ORDER BY due, id LIMIT $3`;
/** The first statement about a row in its unit of work: whoever else wants it waits here, and then finds it taken. */
const TAKE = `UPDATE inbox SET attempts = attempts + 1
  WHERE id = $1 AND shop = $2 AND attempts = $3 AND processed_at IS NULL`;
const FINISH = 'UPDATE inbox SET processed_at = $1, problem = NULL WHERE id = $2 AND shop = $3';
const PARK = 'UPDATE inbox SET parked_at = $1, due = $2, problem = $3 WHERE id = $4 AND shop = $5';

export class SqlInboxStore implements InboxStore, InboxReads {
  constructor(private readonly sql: Sql) {}

  async add({ shop, provider, eventId, body, news }: NewInboxRow, at: number, due: number): Promise<boolean> {
    return (await this.sql.run(ADD, [shop, provider, eventId, body, news, at, due])) === 1;
  }

  async due(now: number, limit: number): Promise<InboxRow[]> {
    return this.sql.rows<InboxRow>(DUE, [now, now + CLOCKS_DIFFER_MS, limit]);
  }

  async take({ id, shop, attempts }: InboxRow): Promise<boolean> {
    return (await this.sql.run(TAKE, [id, shop, attempts])) === 1;
  }

  async finish({ id, shop }: InboxRow, at: number): Promise<void> {
    await this.sql.run(FINISH, [at, id, shop]);
  }

  async park({ id, shop }: InboxRow, at: number, due: number, problem: string): Promise<void> {
    await this.sql.run(PARK, [at, due, problem, id, shop]);
  }

  async oldestReceived(): Promise<number | undefined> {
    const text = 'SELECT MIN(received_at) AS at FROM inbox WHERE processed_at IS NULL';
    return (await this.sql.row<{ at: number | null }>(text))?.at ?? undefined;
  }
}
