/** Looks at a database from outside, past the gateway, and so sees what is committed and nothing else. */
import pg from 'pg';
import sqlite3 from 'sqlite3';

/** Rows of every table that tells what happened, by table. */
export type Rows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

export interface Onlooker {
  rows(): Promise<Rows>;
  /** As new: shops and credentials stay, ids begin at 1. */
  clear(): Promise<void>;
  close(): Promise<void>;
}

/** Who may come in is not what happened: these tables outlive `clear`, and hold secrets that no two gateways share. */
const ACCESS_TABLES = new Set(['shops', 'api_keys', 'logins', 'used_nonces', 'provider_settings', 'migrations']);

/** @param url as DATABASE_URL has it, of a file or a server */
export function openOnlooker(url: string): Promise<Onlooker> {
  return url.startsWith('postgres') ? PostgresOnlooker.open(url) : SqliteOnlooker.open(url.slice(url.indexOf(':') + 1));
}

class SqliteOnlooker implements Onlooker {
  private constructor(
    private readonly connection: sqlite3.Database,
    private tables: readonly string[],
  ) {}

  static async open(file: string): Promise<SqliteOnlooker> {
    const connection = await new Promise<sqlite3.Database>((resolve, reject) => {
      const opening = new sqlite3.Database(file, (error) => (error ? reject(error) : resolve(opening)));
    });
    connection.configure('busyTimeout', 5000);
    const onlooker = new SqliteOnlooker(connection, []);
    const sql = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name";
    const names = (await onlooker.ask(sql)).map(({ name }) => String(name));
    onlooker.tables = names.filter((name) => !ACCESS_TABLES.has(name));
    // The audit lets nobody delete an entry; here worlds begin anew. Its guard has tests of its own.
    await onlooker.ask('DROP TRIGGER audit_entries_no_delete');
    return onlooker;
  }

  async rows(): Promise<Rows> {
    const lists = await Promise.all(this.tables.map((table) => this.ask(`SELECT * FROM ${table} ORDER BY rowid`)));
    return Object.fromEntries(this.tables.map((table, index) => [table, lists[index] ?? []]));
  }

  async clear(): Promise<void> {
    const deletions = [...this.tables, 'sqlite_sequence'].map((table) => `DELETE FROM ${table};`);
    await new Promise<void>((resolve, reject) => {
      const script = `BEGIN IMMEDIATE; PRAGMA defer_foreign_keys = ON; ${deletions.join(' ')} COMMIT;`;
      this.connection.exec(script, (error) => (error ? reject(error) : resolve()));
    });
  }

  close(): Promise<void> {
    return new Promise((resolve, reject) => this.connection.close((error) => (error ? reject(error) : resolve())));
  }

  private ask(sql: string): Promise<Record<string, unknown>[]> {
    return new Promise((resolve, reject) => {
      this.connection.all(sql, (error, rows) => (error ? reject(error) : resolve(rows as Record<string, unknown>[])));
    });
  }
}

/** Whole numbers come as text from this server, because some would not fit; ours do. */
const BIGINT_OID = 20;
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === (BIGINT_OID as number) ? Number : (pg.types.getTypeParser(oid, format) as (text: string) => unknown),
};

class PostgresOnlooker implements Onlooker {
  private constructor(
    private readonly client: pg.Client,
    private readonly tables: readonly string[],
  ) {}

  static async open(url: string): Promise<PostgresOnlooker> {
    const client = new pg.Client({ connectionString: url, types });
    await client.connect();
    const sql = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename";
    const names = (await client.query<{ tablename: string }>(sql)).rows.map(({ tablename }) => tablename);
    return new PostgresOnlooker(
      client,
      names.filter((name) => !ACCESS_TABLES.has(name)),
    );
  }

  async rows(): Promise<Rows> {
    // At once, so that all is seen at the same moment; by the first columns, which are the keys.
    const text = this.tables.map((table) => `SELECT * FROM ${table} ORDER BY 1, 2, 3`).join('; ');
    const results = (await this.client.query(text)) as unknown as readonly pg.QueryResult<Record<string, unknown>>[];
    return Object.fromEntries(this.tables.map((table, index) => [table, results[index]?.rows ?? []]));
  }

  async clear(): Promise<void> {
    // The audit lets nobody delete an entry: worlds begin anew as a replica would, past its triggers.
    const deletions = this.tables.map((table) => `DELETE FROM ${table}`);
    const sequences = this.tables.map(
      (table) => `SELECT setval(oid::regclass, 1, false) FROM pg_class WHERE oid::regclass::text = '${table}_id_seq'`,
    );
    const script = ['SET session_replication_role = replica', ...deletions, ...sequences];
    await this.client.query([...script, 'SET session_replication_role = origin'].join('; '));
  }

  close(): Promise<void> {
    return this.client.end();
  }
}
