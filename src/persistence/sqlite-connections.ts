/** Two connections to one SQLite file: one that writes, and one that can only read. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import sqlite3 from 'sqlite3';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { DatabaseProblem } from './database-problem';
import type { DatabaseUrl } from './database-url';
import { ENTITIES } from './entities/entities';
import { MIGRATIONS } from './migrations/migrations';
import { PreparedDatabase } from './prepared-database';
import { SILENT_LOGGER } from './silent-logger';
import { driverError } from './statement-failed';

/** How long a connection waits for a lock that another process holds, such as the command line beside the server. */
const BUSY_TIMEOUT_MS = 5000;

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
export async function openWriter(url: DatabaseUrl): Promise<DataSource> {
  const database = url.kind === 'memory' ? ':memory:' : url.path;
  if (url.kind === 'file') createFolderOf(url.path);
  const writer = new DataSource({ ...options(database), enableWAL: true });
  try {
    await writer.initialize();
    // NORMAL, the default of some builds in WAL, can lose acknowledged commits when the power fails.
    await writer.query('PRAGMA synchronous = FULL');
    // SQLite opens a file that is write protected without a word; only taking the write lock tells.
    await writer.query('BEGIN IMMEDIATE');
    await writer.query('ROLLBACK');
    return writer;
  } catch (error) {
    if (writer.isInitialized) await writer.destroy().catch(() => undefined);
    throw problem(database, error);
  }
}

/** Opens the connection that reads. The writer must be open: only a writer can create the file and its log. */
export async function openReader(path: string): Promise<DataSource> {
  const reader = new DataSource({ ...options(path), flags: sqlite3.OPEN_READONLY });
  try {
    return await reader.initialize();
  } catch (error) {
    throw problem(path, error);
  }
}

function options(database: string): Extract<DataSourceOptions, { type: 'sqlite' }> {
  return {
    type: 'sqlite',
    database,
    driver,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    logger: SILENT_LOGGER,
    busyTimeout: BUSY_TIMEOUT_MS,
  };
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
  return new DatabaseProblem(`cannot use the database ${database}: ${REASONS[code] ?? message}`, error);
}
