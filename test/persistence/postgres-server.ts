/**
 * A database of its own on a PostgreSQL server for the tests of one file. Where no server is reachable the tests are
 * skipped, and say so; on CI they fail instead, or a machine without a server would look like one where all is well.
 */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { getMetadataArgsStorage } from 'typeorm';
import type { Database } from '../../src/persistence/database';
import { ENTITIES } from '../../src/persistence/entities/entities';
import { PostgresDatabase } from '../../src/persistence/postgres-database';
import type { AdmissionLimits } from '../../src/persistence/admission';
import { NOW } from './samples';

const SERVER_URL = process.env['TEST_POSTGRES_URL'] ?? 'postgres://root@127.0.0.1:5432/postgres';

export function serverUrl(): string {
  return SERVER_URL;
}

export interface PostgresServer {
  /** Of the database of this file. */
  readonly url: string;
  /** Asks the database of this file, past the gateway. */
  query(text: string, params?: unknown[]): Promise<Record<string, unknown>[]>;
  /** Opens the database of this file, with its tables and nothing in them. */
  open(limits?: Partial<AdmissionLimits>): Promise<Database>;
  /** Opens the database of this file as it is: another instance beside the first. */
  join(limits?: Partial<AdmissionLimits>): Promise<Database>;
  /** Ends all connections to the database but our own, as a restart of the server would. */
  endConnections(): Promise<void>;
}

export function describeOnPostgres(name: string, tests: (server: PostgresServer) => void): void {
  const problem = whyUnreachable();
  if (problem === undefined) {
    describe(name, () => tests(ownDatabase()));
    return;
  }
  const reason = `no PostgreSQL at ${new URL(SERVER_URL).host} (${problem}); set TEST_POSTGRES_URL`;
  if (process.env['CI'] === 'true') {
    test(`${name}: PostgreSQL is reachable`, () => {
      throw new Error(reason);
    });
    return;
  }
  console.warn(`skipped: ${name}: ${reason}`);
  describe.skip(`${name} (skipped: ${reason})`, () => tests(ownDatabase()));
}

/** Asked in a process of its own, because tests are declared before anything can be waited for. */
function whyUnreachable(): string | undefined {
  const script = `const client = new (require('pg').Client)({ connectionString: process.argv[1], connectionTimeoutMillis: 3000 });
    client.connect().then(() => client.end(), (error) => { console.log(error.code ?? error.message); process.exitCode = 1; });`;
  const { status, stdout } = spawnSync(process.execPath, ['-e', script, SERVER_URL], { encoding: 'utf8' });
  return status === 0 ? undefined : stdout.trim();
}

/** Deleted, owners last, rather than truncated: for a few rows that takes a tenth of the time. Ids begin at 1 again. */
const EMPTY = [
  // The audit lets nobody delete an entry: tests begin anew as a replica would, past its triggers.
  'SET session_replication_role = replica',
  ...[...ENTITIES].reverse().map((entity) => `DELETE FROM ${getMetadataArgsStorage().filterTables(entity)[0]?.name}`),
  "SELECT setval(oid::regclass, 1, false) FROM pg_class WHERE relkind = 'S' AND relname <> 'migrations_id_seq'",
  'SET session_replication_role = origin',
].join('; ');

function ownDatabase(): PostgresServer {
  const name = `refund_gateway_test_${randomBytes(6).toString('hex')}`;
  const url = Object.assign(new URL(SERVER_URL), { pathname: `/${name}` }).href;
  const client = new pg.Client({ connectionString: url });
  const query: PostgresServer['query'] = async (text, params) =>
    (await client.query<Record<string, unknown>>(text, params)).rows;
  const join: PostgresServer['join'] = (limits) =>
    PostgresDatabase.open({ kind: 'postgres', url }, { now: () => NOW }, limits);

  beforeAll(async () => {
    await onServer(`CREATE DATABASE ${name}`);
    await client.connect();
    const database = await join();
    await database.migrate();
    await database.close();
  });
  afterAll(async () => {
    await client.end();
    await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
  });

  return {
    url,
    query,
    async open(limits) {
      await query(EMPTY);
      return join(limits);
    },
    join,
    async endConnections() {
      await query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
      );
    },
  };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER_URL });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
