import { MoreThan } from 'typeorm';
import type { AuditEntry, AuditHead, AuditStore, AuditSubject, ChainedEntry } from '../services/ports';
import { AuditEntryRow } from './entities/audit-entry-row';
import { present } from './present';
import { placeholders, type Sql } from './sql';

const ADD = `INSERT INTO audit_entries (shop, seq, hash, subject, subject_id, actor, action, request_id, before_json,
    after_json, happened_at)
  VALUES (${placeholders(11)})`;
const HEAD = 'SELECT seq, hash FROM audit_heads WHERE shop = $1';
const MOVE_HEAD = `INSERT INTO audit_heads (shop, seq, hash) VALUES ($1, $2, $3)
  ON CONFLICT (shop) DO UPDATE SET seq = excluded.seq, hash = excluded.hash`;

export class SqlAuditStore implements AuditStore {
  constructor(private readonly sql: Sql) {}

  async of(shop: string, subject: AuditSubject, subjectId: number): Promise<AuditEntry[]> {
    const rows = await this.sql.find(AuditEntryRow, { where: { shop, subject, subjectId }, order: { id: 'ASC' } });
    return rows.map(({ shop: _shop, seq: _seq, hash: _hash, ...row }) => present(row));
  }

  async head(shop: string): Promise<AuditHead | undefined> {
    return this.sql.row<AuditHead>(HEAD, [shop]);
  }

  async takeHead(shop: string): Promise<AuditHead | undefined> {
    const head = await this.sql.row<AuditHead>(HEAD + this.sql.flavour.takeRow, [shop]);
    if (head) return head;
    // No row to wait for yet: two first entries at once would both be number 1.
    await this.sql.takeName('audit', shop);
    return this.sql.row<AuditHead>(HEAD + this.sql.flavour.takeRow, [shop]);
  }

  async chain(shop: string, after: number, limit: number): Promise<ChainedEntry[]> {
    const rows = await this.sql.find(AuditEntryRow, {
      where: { shop, seq: MoreThan(after) },
      order: { seq: 'ASC' },
      take: limit,
    });
    return rows.map(({ shop: _shop, ...row }) => present(row));
  }

  async add(shop: string, entry: Omit<ChainedEntry, 'id'>): Promise<void> {
    const { seq, hash, subject, subjectId, actor, action, requestId, before, after, at } = entry;
    await this.sql.run(ADD, [shop, seq, hash, subject, subjectId, actor, action, requestId, before, after, at]);
    await this.sql.run(MOVE_HEAD, [shop, seq, hash]);
  }
}
