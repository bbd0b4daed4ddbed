/** Two connections to one SQLite file: one that writes, and one that can only read. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import sqlite3 from 'sqlite3';
import { DataSource, DriverPackageNotInstalledError, type DataSourceOptions } from 'typeorm';
import { DatabaseProblem } from './database-problem';
import { nameOf, type DatabaseUrl } from './database-url';
import { ENTITIES } from './entities/entities';
import { MIGRATIONS } from './migrations/migrations';
import { PreparedDatabase } from './prepared-database';
import { SILENT_LOGGER } from './silent-logger';
import { isLocked } from './sqlite-errors';
import { driverError } from './statement-failed';

export type SqliteUrl = Exclude<DatabaseUrl, { kind: 'postgres' }>;
type Driver = 'sqlite3' | 'better-sqlite3';

/** How long a connection waits for a lock that another process holds while it is opened, or reads. */
const BUSY_TIMEOUT_MS = 5000;
/** Between two tries to connect to a file that another process is just making. */
const LONGEST_PAUSE_MS = 20;
/** As many as the gateway has texts of its own: preparing one anew costs more than running it. */
const KEPT_STATEMENTS = 200;

/**
 * What TypeORM takes for the driver. `verbose()`, which it calls, would patch a stack trace and an inspection of all
 * arguments into every call of the whole process.
 */
const driver = { OPEN_URI: sqlite3.OPEN_URI, Database: PreparedDatabase, verbose: () => driver };

const REASONS: Readonly<Record<string, string>> = {
  SQLITE_NOTADB: 'the file is not a SQLite database',
  SQLITE_CORRUPT: 'the file is damaged',
  SQLITE_CANTOPEN: 'the file cannot be opened or created',
  SQLITE_READONLY: 'the file cannot be written',
  SQLITE_BUSY: 'another process holds it locked',
};

/** Opens the connection that writes, and makes sure that it can. */
export async function openWriter(url: SqliteUrl): Promise<DataSource> {
  const database = nameOf(url);
  if (url.kind === 'file') createFolderOf(url.path);
  const writer = create(database, url.kind === 'file' ? url.driver : undefined, 'write');
  try {
    await connect(writer);
    // NORMAL, the default of some builds in WAL, can lose acknowledged commits when the power fails.
    await writer.query('PRAGMA synchronous = FULL');
    // SQLite opens a file that is write protected without a word; only taking the write lock tells.
    await writer.query('BEGIN IMMEDIATE');
    await writer.query('ROLLBACK');
    // From here on the write queue waits: a driver that waits does nothing else, and better-sqlite3 has only one thread.
    await writer.query('PRAGMA busy_timeout = 0');
    return writer;
  } catch (error) {
    if (writer.isInitialized) await writer.destroy().catch(() => undefined);
    throw problem(database, error);
  }
}

/**
 * Connects, and turns the write-ahead log on. While two processes do that to a new file, SQLite tells one of them at once that
 * the file is busy, however long it may wait.
 */
async function connect(writer: DataSource): Promise<void> {
  const until = performance.now() + BUSY_TIMEOUT_MS;
  for (;;) {
    try {
      await writer.initialize();
      return;
    } catch (error) {
      if (!isLocked(error) || performance.now() > until) throw error;
      await sleep(1 + Math.random() * LONGEST_PAUSE_MS);
    }
  }
}

/** In KiB, for reads. Of a file much larger than the 2 MiB that SQLite keeps unasked, a page of rows far apart would be read anew each time. */
const READ_CACHE_KIB = 65_536;

/** Opens the connection that reads. The writer must be open: only a writer can create the file and its log. */
export async function openReader(path: string, by?: Driver): Promise<DataSource> {
  const reader = create(path, by, 'read');
  try {
    await reader.initialize();
    await reader.query(`PRAGMA cache_size = -${READ_CACHE_KIB}`);
    return reader;
  } catch (error) {
    throw problem(path, error);
  }
}

function create(database: string, by: Driver = 'sqlite3', purpose: 'read' | 'write'): DataSource {
  try {
    return new DataSource(by === 'sqlite3' ? sqliteOptions(database, purpose) : betterOptions(database, purpose));
  } catch (error) {
    if (!(error instanceof DriverPackageNotInstalledError)) throw error;
    throw new DatabaseProblem(
      `cannot use the database ${database}: better-sqlite3 is not installed; run "npm install better-sqlite3@12"`,
    );
  }
}

const common = { entities: ENTITIES, migrations: MIGRATIONS, logger: SILENT_LOGGER };

function sqliteOptions(database: string, purpose: 'read' | 'write'): DataSourceOptions {
  const mode = purpose === 'write' ? { enableWAL: true } : { flags: sqlite3.OPEN_READONLY };
  return { ...common, type: 'sqlite', database, driver, busyTimeout: BUSY_TIMEOUT_MS, ...mode };
}

/** Without a driver TypeORM looks for the package by itself: nothing is loaded unless the url names it. */
function betterOptions(database: string, purpose: 'read' | 'write'): DataSourceOptions {
  const mode = purpose === 'write' ? { enableWAL: true } : { readonly: true };
  const limits = { timeout: BUSY_TIMEOUT_MS, statementCacheSize: KEPT_STATEMENTS };
  return { ...common, type: 'better-sqlite3', database, ...limits, ...mode };
}

function createFolderOf(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
  } catch (error) {
    throw new DatabaseProblem(
      `cannot create the folder ${dirname(path)} for the database (${driverError(error).code})`,
      error,
    );
  }
}

function problem(database: string, error: unknown): DatabaseProblem {
  const { code = '', message = 'unknown error' } = driverError(error);
  const [primary = ''] = /^SQLITE_[A-Z]+/.exec(code) ?? [];
  return new DatabaseProblem(`cannot use the database ${database}: ${REASONS[primary] ?? message}`, error);
}
