import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, QueryRunner } from 'typeorm';
import { Refusal } from '../../src/domain/refusal';
import { openReader, openWriter } from '../../src/persistence/sqlite-connections';
import { Sql } from '../../src/persistence/sql';
import { WriteQueue } from '../../src/persistence/write-queue';
import { databaseFolder } from './database-folder';
import { refusalCode } from './subject';

const path = databaseFolder();
let files = 0;
let writer: DataSource;
let reader: DataSource;
let queue: WriteQueue;

beforeEach(async () => {
  const file = path(`${(files += 1)}.db`);
  writer = await openWriter({ kind: 'file', path: file });
  await writer.query('CREATE TABLE notes (text varchar NOT NULL)');
  reader = await openReader(file);
  queue = new WriteQueue(writer);
});

afterEach(async () => {
  await queue.close();
  await reader.destroy();
  await writer.destroy();
});

const write = (text: string) => (runner: QueryRunner) => new Sql(runner).run('INSERT INTO notes VALUES ($1)', [text]);
const committed = async (): Promise<string[]> =>
  ((await reader.query('SELECT text FROM notes ORDER BY rowid')) as { text: string }[]).map(({ text }) => text);

test('a change that fails takes back its own writes and nothing of its neighbours', async () => {
  const failing = async (runner: QueryRunner): Promise<void> => {
    await write('lost')(runner);
    throw new Refusal('order_not_found', 'no such order');
  };
  const answers = await Promise.all([
    queue.run(write('one')),
    refusalCode(queue.run(failing)),
    queue.run(write('two')),
    refusalCode(queue.run(failing)),
  ]);
  expect(answers).toEqual([1, 'order_not_found', 1, 'order_not_found']);
  expect(await committed()).toEqual(['one', 'two']);
});

test('nobody is answered, and no reader sees anything, before the commit that all of a batch share', async () => {
  let answered = false;
  const first = queue.run(write('one')).then(() => (answered = true));
  const second = queue.run(async (runner) => {
    await write('two')(runner);
    await new Promise(setImmediate);
    return { answered, seen: await committed() };
  });
  expect(await second).toEqual({ answered: false, seen: [] });
  await first;
  expect(await committed()).toEqual(['one', 'two']);
});

test('a full disk refuses the whole batch, keeps none of it, and the queue works again as soon as there is room', async () => {
  await queue.run(write('before'));
  const [{ page_count: pages }] = (await writer.query('PRAGMA page_count')) as [{ page_count: number }];
  await writer.query(`PRAGMA max_page_count = ${pages + 2}`);
  const texts = ['small', 'x'.repeat(100_000), 'after one', 'after two'];
  const wishes = texts.map((text) => queue.run(write(text)));
  expect(await Promise.all(wishes.map(refusalCode))).toEqual(wishes.map(() => 'gateway_busy'));
  expect(await committed()).toEqual(['before']);
  const refused = await queue.run(write('x'.repeat(100_000))).catch((error: unknown) => error);
  expect(refused).toMatchObject({ retryable: true, cause: { code: 'SQLITE_FULL' } });
  await writer.query('PRAGMA max_page_count = 100000');
  expect(await queue.run(write('x'.repeat(100_000)))).toBe(1);
  expect(await committed()).toHaveLength(2);
});

test('a change that swallows a full disk and goes on writing leaves nothing behind', async () => {
  const [{ page_count: pages }] = (await writer.query('PRAGMA page_count')) as [{ page_count: number }];
  await writer.query(`PRAGMA max_page_count = ${pages + 1}`);
  const stubborn = queue.run(async (runner) => {
    const sql = new Sql(runner);
    await sql.run('INSERT INTO notes VALUES ($1)', ['x'.repeat(100_000)]).catch(() => undefined);
    await sql.run('INSERT INTO notes VALUES ($1)', ['small']);
  });
  await expect(stubborn).rejects.toThrow();
  await writer.query('PRAGMA max_page_count = 100000');
  expect(await committed()).toEqual([]);
  await queue.run(write('works again'));
  expect(await committed()).toEqual(['works again']);
});

test('a batch that cannot begin, because another process holds the file, is refused and may be tried again', async () => {
  const impatient = new WriteQueue(writer, { longestLockMs: 50 });
  const other = await openWriter({ kind: 'file', path: path(`${files}.db`) });
  await other.query('BEGIN IMMEDIATE');
  expect(await refusalCode(impatient.run(write('one')))).toBe('gateway_busy');
  await other.query('COMMIT');
  await other.destroy();
  expect(await impatient.run(write('one'))).toBe(1);
});

test('a refusal for want of room tells the caller nothing of the database', async () => {
  await writer.query('PRAGMA query_only = 1');
  const refused = await queue.run(write('secret')).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refusal);
  expect(JSON.stringify({ ...(refused as Refusal), message: (refused as Refusal).message })).not.toMatch(
    /secret|INSERT/,
  );
});

test('when too many wait, the next is refused before it has any effect', async () => {
  const small = new WriteQueue(writer, { mostWaiting: 3, mostPerCommit: 2 });
  let begun = 0;
  const wishes = Array.from({ length: 5 }, () =>
    refusalCode(
      small.run(async (runner) => {
        begun += 1;
        await write('one')(runner);
      }),
    ),
  );
  expect(await Promise.all(wishes)).toEqual(['none', 'none', 'none', 'gateway_busy', 'gateway_busy']);
  expect(begun).toBe(3);
  expect(await committed()).toHaveLength(3);
  expect(await small.run(write('again'))).toBe(1);
});

test('closing waits for all that waited, and takes no more', async () => {
  const wishes = Array.from({ length: 200 }, (_, at) => queue.run(write(String(at))));
  await queue.close();
  expect(await committed()).toHaveLength(200);
  expect(await Promise.all(wishes)).toHaveLength(200);
  expect(await refusalCode(queue.run(write('late')))).toBe('gateway_busy');
});

test('a change runs in the context of its caller, not of whoever woke the queue', async () => {
  const context = new AsyncLocalStorage<string>();
  const look = (): Promise<string | undefined> => Promise.resolve(context.getStore());
  const answers = await Promise.all(['one', 'two'].map((name) => context.run(name, () => queue.run(look))));
  expect(answers).toEqual(['one', 'two']);
});

test('a refused statement keeps what was bound to it out of the error', async () => {
  const wrong = await queue
    .run((runner) => new Sql(runner).run('INSERT INTO notes VALUES ($1, $2)', ['secret', 1]))
    .catch((error: unknown) => error);
  expect(wrong).toMatchObject({ name: 'StatementFailed', code: 'SQLITE_ERROR' });
  expect(JSON.stringify(wrong)).not.toContain('secret');
});

test('more rows than one statement can bind are written with several', async () => {
  await writer.query('CREATE TABLE pairs (a bigint, b bigint)');
  const rows = Array.from({ length: 20_001 }, (_, at) => [at, 2 * at]);
  expect(await queue.run((runner) => new Sql(runner).insertRows('pairs (a, b)', rows))).toBe(20_001);
  const [sum] = (await reader.query('SELECT COUNT(*) AS n, SUM(b - 2 * a) AS off FROM pairs')) as unknown[];
  expect(sum).toEqual({ n: 20_001, off: 0 });
});
