/** Pools of connections to one PostgreSQL database, each for one purpose and with the limits that belong to it. */
import pg from 'pg';
import { DataSource } from 'typeorm';
import { DatabaseProblem } from './database-problem';
import { nameOf, type DatabaseUrl } from './database-url';
import { ENTITIES } from './entities/entities';
import { MIGRATIONS } from './migrations/migrations';
import { SILENT_LOGGER } from './silent-logger';
import { driverError } from './statement-failed';

export type PostgresUrl = Extract<DatabaseUrl, { kind: 'postgres' }>;
export type Purpose = 'write' | 'read' | 'migrate';

/** How long a new connection may take. */
const CONNECT_TIMEOUT_MS = 3_000;
/** How long one statement may take before the server gives it up. All of ours read or write a page at a time. */
const STATEMENT_TIMEOUT_MS = 5_000;
/** How long a statement waits for a row that another unit of work holds. */
const LOCK_TIMEOUT_MS = 4_000;
/** How long a unit of work may be silent before the server ends it and frees its rows. */
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 60_000;
/** How long we wait for an answer at all: the server's own limits do not help when it is paused or the line is dead. */
const ANSWER_TIMEOUT_MS = 6_000;
/** Migrations wait for those of another instance, and rewrite whole tables. */
const MIGRATION_TIMEOUT_MS = 30 * 60_000;
/** How long a connection that nobody uses stays open. */
const IDLE_TIMEOUT_MS = 30_000;

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nobody answers there',
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'there is no such host',
  ENOENT: 'nobody answers there',
  '28P01': 'the user or the password is wrong',
  '28000': 'the server does not let this user in',
  '3D000': 'there is no such database; create it first',
  '42501': 'the user may not create or change tables',
  '53300': 'the server has no connection left',
  '57P03': 'the server is starting up or shutting down',
};

/** Whole numbers above 2^53 are not exact in JavaScript: none is ever guessed. */
function exactInteger(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value)) return value;
  // With the code that the server itself would give: it is a wrong value, not a broken line.
  throw Object.assign(new RangeError('a whole number is not below 2^53'), { code: '22003' });
}

const types = new pg.TypeOverrides();
types.setTypeParser(pg.types.builtins.INT8, exactInteger);

/**
 * A connection may break while it changes hands between the pool and TypeORM, when neither listens; an error event that
 * nobody hears ends the process. Whoever uses the connection next is told by its first statement.
 */
class HeardClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** Opens a pool, and makes sure that it reaches a database that the gateway can work with. */
export async function openPool(url: PostgresUrl, purpose: Purpose, size: number): Promise<DataSource> {
  const pool = new DataSource({
    type: 'postgres',
    url: purpose === 'read' ? readOnly(url.url) : url.url,
    applicationName: 'refund-gateway',
    entities: ENTITIES,
    migrations: MIGRATIONS,
    logger: SILENT_LOGGER,
    poolSize: size,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    extra: { Client: HeardClient, types, keepAlive: true, idleTimeoutMillis: IDLE_TIMEOUT_MS, ...limitsOf(purpose) },
  });
  try {
    await pool.initialize();
    await requireUsable(pool);
    return pool;
  } catch (error) {
    if (pool.isInitialized) await pool.destroy().catch(() => undefined);
    throw postgresProblem(url, error);
  }
}

/** Names the database and what is wrong with it; user and password are never part of it. */
export function postgresProblem(url: PostgresUrl, error: unknown): DatabaseProblem {
  if (error instanceof DatabaseProblem) return error;
  const { code = '', message = '' } = driverError(error);
  const reason = REASONS[code] ?? (message === '' ? 'it does not answer' : message);
  return new DatabaseProblem(`cannot use the database ${nameOf(url)}: ${reason}`);
}

function limitsOf(purpose: Purpose): Record<string, number> {
  if (purpose === 'migrate') {
    return { statement_timeout: MIGRATION_TIMEOUT_MS, lock_timeout: MIGRATION_TIMEOUT_MS };
  }
  return {
    statement_timeout: STATEMENT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    query_timeout: ANSWER_TIMEOUT_MS,
  };
}

function readOnly(text: string): string {
  const url = new URL(text);
  const options = [url.searchParams.get('options'), '-c default_transaction_read_only=on'].filter(Boolean).join(' ');
  url.searchParams.set('options', options);
  return url.href;
}

const SETTINGS = `SELECT current_setting('server_encoding') AS encoding, current_setting('synchronous_commit') AS "commit"`;

async function requireUsable(pool: DataSource): Promise<void> {
  const [{ encoding, commit }] = (await pool.query(SETTINGS)) as [{ encoding: string; commit: string }];
  if (encoding !== 'UTF8') throw new Error(`its encoding is ${encoding} and must be UTF8`);
  // A refund that was acknowledged would be gone after a power cut.
  if (commit === 'off') throw new Error('synchronous_commit is off and must be on');
}
