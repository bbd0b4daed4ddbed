import type { AuditEntry, AuditStore, AuditSubject } from '../services/ports';
import { AuditEntryRow } from './entities/audit-entry-row';
import { present } from './present';
import { placeholders, type Sql } from './sql';

const ADD = `INSERT INTO audit_entries (shop, subject, subject_id, actor, action, request_id, before_json, after_json,
    happened_at)
  VALUES (${placeholders(9)})`;

export class SqlAuditStore implements AuditStore {
  constructor(private readonly sql: Sql) {}

  async of(shop: string, subject: AuditSubject, subjectId: number): Promise<AuditEntry[]> {
    const rows = await this.sql.find(AuditEntryRow, { where: { shop, subject, subjectId }, order: { id: 'ASC' } });
    return rows.map(({ shop: _, ...row }) => present(row));
  }

  async add(shop: string, entry: Omit<AuditEntry, 'id'>): Promise<void> {
    const { subject, subjectId, actor, action, requestId, before, after, at } = entry;
    await this.sql.run(ADD, [shop, subject, subjectId, actor, action, requestId, before, after, at]);
  }
}
