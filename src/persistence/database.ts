/** The one door to the database. Nothing outside this folder knows which engine or driver is behind it. */
import type { Clock, Reader, UnitOfWork } from '../services/ports';
import { parseDatabaseUrl, type DatabaseUrl } from './database-url';
import { PostgresDatabase } from './postgres-database';
import { SqliteDatabase } from './sqlite-database';
import { watched, type DatabaseNews } from './watched-database';

export interface Database {
  readonly unitOfWork: UnitOfWork;
  readonly reader: Reader;
  /** Brings the tables up to date; all of it or nothing. Harmless when there is nothing to do. */
  migrate(): Promise<void>;
  /** Names of the migrations that `migrate` would run. */
  pendingMigrations(): Promise<string[]>;
  /** Answers when the database can write; throws when it cannot. */
  ping(): Promise<void>;
  /** Waits for the units of work under way, then lets go of the file or the connections. */
  close(): Promise<void>;
}

/** Opens the database, creating the file and its folder where needed. Throws DatabaseProblem when it cannot be used. */
export async function openDatabase(
  url: DatabaseUrl | string,
  clock: Clock,
  tell: (news: DatabaseNews) => void = () => undefined,
): Promise<Database> {
  const where = typeof url === 'string' ? parseDatabaseUrl(url) : url;
  const opening = where.kind === 'postgres' ? PostgresDatabase.open(where, clock) : SqliteDatabase.open(where, clock);
  const database = await opening;
  return {
    ...watched(database, tell),
    migrate: () => database.migrate(),
    pendingMigrations: () => database.pendingMigrations(),
    close: () => database.close(),
  };
}
