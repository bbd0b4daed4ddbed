/** A database that lives as long as one run: a file in a folder of its own, or a database of its own on a server. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import sqlite3 from 'sqlite3';

export const ENGINES = ['sqlite', 'better-sqlite', 'postgres'] as const;
export type Engine = (typeof ENGINES)[number];

export type Row = Readonly<Record<string, unknown>>;

export interface ScratchDatabase {
  /** As DATABASE_URL takes it. */
  readonly url: string;
  /** Looks past the gateway: sees what is committed and nothing else. */
  query(sql: string): Promise<Row[]>;
  /** For whoever does more than ask. Close it before the database is dropped. */
  connect(): Promise<OpenConnection>;
  drop(): Promise<void>;
}

export interface OpenConnection {
  /** One statement, or several with semicolons between them. */
  run(sql: string): Promise<void>;
  close(): Promise<void>;
}

const SERVER_URL = process.env['TEST_POSTGRES_URL'] ?? 'postgres://root@127.0.0.1:5432/postgres';
const CONNECT_LIMIT_MS = 3000;

export function createScratchDatabase(engine: Engine): Promise<ScratchDatabase> {
  return engine === 'postgres' ? onServer(SERVER_URL) : Promise.resolve(inFile(engine, scratchFolder()));
}

export function scratchFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'refund-gateway-reliability-'));
}

/** The folder goes with the database. */
export function inFile(engine: Exclude<Engine, 'postgres'>, folder: string): ScratchDatabase {
  const file = path.join(folder, 'refunds.sqlite');
  return {
    url: `${engine}:${file}`,
    query: (sql) => askFile(file, sql),
    connect: () => connectTo(file),
    drop: () => Promise.resolve(rmSync(folder, { recursive: true })),
  };
}

/** Opened anew each time: a connection kept open would hold the file where a killed gateway let go of it. */
function askFile(file: string, sql: string): Promise<Row[]> {
  return new Promise((resolve, reject) => {
    const connection = new sqlite3.Database(file, sqlite3.OPEN_READWRITE);
    connection.configure('busyTimeout', 5000);
    connection.all(sql, (error, rows) => {
      // Answered when the file is let go of: what it lies on may be taken away next.
      connection.close(() => (error ? reject(error) : resolve(rows as Row[])));
    });
  });
}

function connectTo(file: string): Promise<OpenConnection> {
  const settled = (resolve: () => void, reject: (error: Error) => void) => (error: Error | null) =>
    error ? reject(error) : resolve();
  return new Promise((resolve, reject) => {
    const connection = new sqlite3.Database(file, sqlite3.OPEN_READWRITE, (problem) => {
      if (problem) return reject(problem);
      connection.configure('busyTimeout', 5000);
      resolve({
        run: (sql) => new Promise((done, failed) => void connection.exec(sql, settled(done, failed))),
        close: () => new Promise((done, failed) => void connection.close(settled(done, failed))),
      });
    });
  });
}

export async function onServer(serverUrl: string): Promise<ScratchDatabase> {
  const name = `refund_gateway_reliability_${randomBytes(6).toString('hex')}`;
  const url = Object.assign(new URL(serverUrl), { pathname: `/${name}` }).href;
  await ask(serverUrl, `CREATE DATABASE ${name}`);
  return {
    url,
    query: (sql) => ask(url, sql),
    connect: () => connect(url),
    drop: async () => void (await ask(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`)),
  };
}

async function connect(url: string): Promise<OpenConnection> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_LIMIT_MS });
  await client.connect();
  return { run: async (sql) => void (await client.query(sql)), close: () => client.end() };
}

async function ask(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: CONNECT_LIMIT_MS });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}
