import { Table, TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { key, text, whole } from './columns';
import { index } from './rules';

/** Entries of the audit form a chain, and are never changed or deleted: the database itself refuses to. */
export class ChainAuditEntries1763700000006 implements MigrationInterface {
  readonly name = 'ChainAuditEntries1763700000006';

  async up(runner: QueryRunner): Promise<void> {
    // No release wrote entries without a place in the chain; a row from before would stand at 0, outside of it.
    await runner.addColumns('audit_entries', [
      new TableColumn({ ...whole('seq'), default: 0 }),
      new TableColumn({ ...text('hash'), default: "''" }),
    ]);
    await runner.createIndex(
      'audit_entries',
      new TableIndex({ ...index('audit_entries', 'shop', 'seq'), isUnique: true }),
    );
    await runner.createTable(
      new Table({ name: 'audit_heads', columns: [key(text('shop')), whole('seq'), text('hash')] }),
    );
    const postgres = runner.connection.options.type === 'postgres';
    for (const statement of postgres ? POSTGRES_GUARD : SQLITE_GUARD) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    const postgres = runner.connection.options.type === 'postgres';
    for (const statement of postgres ? POSTGRES_UNGUARD : SQLITE_UNGUARD) await runner.query(statement);
    await runner.dropTable('audit_heads');
    await runner.dropIndex('audit_entries', 'audit_entries_by_shop_seq');
    await runner.dropColumns('audit_entries', ['seq', 'hash']);
  }
}

const REFUSED = 'the audit is append-only';

const SQLITE_GUARD = ['UPDATE', 'DELETE'].map(
  (verb) => `CREATE TRIGGER audit_entries_no_${verb.toLowerCase()} BEFORE ${verb} ON audit_entries
    BEGIN SELECT RAISE(ABORT, '${REFUSED}'); END`,
);
const SQLITE_UNGUARD = ['update', 'delete'].map((verb) => `DROP TRIGGER audit_entries_no_${verb}`);

const POSTGRES_GUARD = [
  `CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '${REFUSED}'; END $$`,
  `CREATE TRIGGER audit_entries_append_only BEFORE UPDATE OR DELETE ON audit_entries
    FOR EACH ROW EXECUTE FUNCTION refuse_audit_change()`,
  `CREATE TRIGGER audit_entries_no_truncate BEFORE TRUNCATE ON audit_entries
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()`,
  // Where the gateway's own role is not the owner of the table, it may not even try.
  'REVOKE UPDATE, DELETE, TRUNCATE ON audit_entries FROM PUBLIC',
];
const POSTGRES_UNGUARD = [
  'DROP TRIGGER audit_entries_append_only ON audit_entries',
  'DROP TRIGGER audit_entries_no_truncate ON audit_entries',
  'DROP FUNCTION refuse_audit_change()',
];
