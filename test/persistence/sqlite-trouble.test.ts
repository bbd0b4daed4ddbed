/** A SQLite file that is locked, full or broken: refused as busy, nothing half done, told once, and well again by itself. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { CommitLost } from '../../src/domain/refusal';
import { openDatabase, type Database } from '../../src/persistence/database';
import { PreparedDatabase } from '../../src/persistence/prepared-database';
import { openWriter } from '../../src/persistence/sqlite-connections';
import { StatementFailed } from '../../src/persistence/statement-failed';
import type { DatabaseNews } from '../../src/persistence/watched-database';
import { readinessOf } from '../../src/readiness';
import { databaseFolder } from './database-folder';
import { NOW, order } from './samples';
import { refusalCode } from './subject';

const path = databaseFolder();
const clock = { now: () => NOW };
let files = 0;

describe.each([
  ['sqlite', 'sqlite3'],
  ['better-sqlite', 'better-sqlite3'],
] as const)('%s', (scheme, driver) => {
  let database: Database;
  /** Another process, as far as SQLite can tell; by the same driver, for two in one process do not see each other's locks. */
  let other: DataSource;
  const news: DatabaseNews[] = [];
  const put = (id: number) => database.unitOfWork.run(({ orders }) => orders.put('a', { ...order, id }));
  const ids = () =>
    database.reader.read(async ({ orders }) => (await orders.list('a', { after: 0, limit: 9 })).map(({ id }) => id));

  beforeEach(async () => {
    const file = path(`${(files += 1)}.db`);
    database = await openDatabase(`${scheme}:${file}`, clock, (said) => void news.push(said));
    await database.migrate();
    other = await openWriter({ kind: 'file', path: file, driver });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await other.destroy();
    await database.close();
    news.length = 0;
  });

  test('while another process holds the file all that wait are refused together, and this one goes on with the rest', async () => {
    await other.query('BEGIN IMMEDIATE');
    const happened: string[] = [];
    const first = refusalCode(put(1)).finally(() => void happened.push('first refused'));
    await sleep(20);
    happened.push('other work');
    const second = refusalCode(put(2)).finally(() => void happened.push('second refused'));
    expect(await ids()).toEqual([]);
    await first;
    await new Promise(setImmediate);
    expect(happened).toEqual(['other work', 'first refused', 'second refused']);
    expect(await Promise.all([first, second])).toEqual(['gateway_busy', 'gateway_busy']);
    await other.query('ROLLBACK');
    expect(await refusalCode(put(3))).toBe('none');
    expect(await ids()).toEqual([3]);
  });

  test('a file that comes free in time is waited for', async () => {
    await other.query('BEGIN IMMEDIATE');
    const waiting = refusalCode(put(1));
    await sleep(200);
    await other.query('COMMIT');
    expect(await waiting).toBe('none');
    expect(await ids()).toEqual([1]);
  });

  test('to answer that all is well it writes: a full disk can be read for ever', async () => {
    const version = (): Promise<unknown> => other.query('PRAGMA data_version');
    const before = await version();
    await database.ping();
    expect(await version()).not.toEqual(before);
  });

  test('is not ready while the file is locked, says so in time, and is ready when it is free', async () => {
    const ready = readinessOf(database, clock);
    expect(await ready()).toMatchObject({ ready: true, checks: { database: 'up' } });
    await other.query('BEGIN IMMEDIATE');
    await sleep(1100);
    let refused = false;
    const wish = refusalCode(put(1)).finally(() => (refused = true));
    expect(await ready()).toEqual({ ready: false, checks: { database: 'down' } });
    expect(refused).toBe(false);
    await wish;
    await other.query('ROLLBACK');
    expect(await ready()).toMatchObject({ ready: true });
  });

  test('trouble is told once, and again when it has been over for a while', async () => {
    let now = performance.now();
    await other.query('BEGIN IMMEDIATE');
    await Promise.all([1, 2, 3].map((id) => refusalCode(put(id))));
    await other.query('ROLLBACK');
    expect(news).toEqual([
      { kind: 'away', cause: expect.objectContaining({ message: expect.stringMatching(/lock/) as string }) as unknown },
    ]);
    await put(4);
    expect(news).toHaveLength(1);
    now = performance.now() + 5000;
    jest.spyOn(performance, 'now').mockImplementation(() => now);
    await put(5);
    expect(news.slice(1)).toEqual([{ kind: 'back', seconds: 0, refused: 3 }]);
    await put(6);
    expect(news).toHaveLength(2);
  });

  test('a queue that is too long, or closed, is no trouble of the database', async () => {
    await Promise.all(
      Array.from({ length: 1100 }, () => refusalCode(database.unitOfWork.run(() => Promise.resolve()))),
    );
    expect(news).toEqual([]);
  });
});

describe('a disk that fails', () => {
  let database: Database;
  const carryOut = PreparedDatabase.prototype.carryOut;

  /** What comes after the statement was carried out, as when the disk fails to flush it. */
  function failing(verb: string, code: string): void {
    jest.spyOn(PreparedDatabase.prototype, 'carryOut').mockImplementation(async function (
      this: PreparedDatabase,
      ...asked
    ) {
      const done = await carryOut.apply(this, asked);
      if (asked[0].startsWith(verb)) throw new StatementFailed(asked[0], { code, message: 'disk I/O error' });
      return done;
    });
  }

  beforeEach(async () => {
    database = await openDatabase(`sqlite:${path(`${(files += 1)}.db`)}`, clock);
    await database.migrate();
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await database.close();
  });

  test('at a COMMIT: nobody knows whether it is in the log, and the caller must be able to find out', async () => {
    failing('COMMIT', 'SQLITE_IOERR');
    const refused: unknown = await database.unitOfWork.run(() => Promise.resolve()).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(CommitLost);
    expect(refused).toMatchObject({ code: 'gateway_busy', retryable: true, cause: { code: 'SQLITE_IOERR' } });
  });

  test('at a COMMIT, for want of room: it is known that nothing was written', async () => {
    failing('COMMIT', 'SQLITE_FULL');
    const refused: unknown = await database.unitOfWork.run(() => Promise.resolve()).catch((error: unknown) => error);
    expect(refused).not.toBeInstanceOf(CommitLost);
    expect(refused).toMatchObject({ code: 'gateway_busy', retryable: true });
  });

  test.each(['SQLITE_IOERR', 'SQLITE_CANTOPEN', 'SQLITE_PROTOCOL'])(
    'while it is read, with %s: busy, not a bug',
    async (code) => {
      failing('SELECT', code);
      expect(await refusalCode(database.reader.read(({ orders }) => orders.find('a', 1)))).toBe('gateway_busy');
    },
  );

  test('and has damaged the file: a bug, for nobody should try again', async () => {
    failing('SELECT', 'SQLITE_CORRUPT');
    await expect(database.reader.read(({ orders }) => orders.find('a', 1))).rejects.toThrow(StatementFailed);
  });
});
