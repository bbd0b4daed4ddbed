import type { DataSource } from 'typeorm';
import { openWriter } from '../../src/persistence/sqlite-connections';

let source: DataSource;

beforeEach(async () => {
  source = await openWriter({ kind: 'memory' });
  await source.query('CREATE TABLE notes (id integer PRIMARY KEY, text varchar UNIQUE)');
});
afterEach(async () => {
  // Fails when a statement was left prepared.
  if (source.isInitialized) await source.destroy();
});

const INSERT = 'INSERT INTO notes (text) VALUES ($1)';
const COUNT = 'SELECT COUNT(*) AS n FROM notes';

test('one text asked by many at once, for the first time, answers each with its own', async () => {
  const ids = await Promise.all(
    Array.from({ length: 20 }, (_, at) => source.query(INSERT, [`note ${at}`]) as Promise<number>),
  );
  expect(new Set(ids).size).toBe(20);
  const texts = await Promise.all(ids.map((id) => source.query('SELECT text FROM notes WHERE id = $1', [id])));
  expect(new Set(texts.map((rows) => JSON.stringify(rows))).size).toBe(20);
});

test('a statement that failed works the next time, and the time after', async () => {
  await source.query(INSERT, ['one']);
  for (const text of ['two', 'three']) {
    await expect(source.query(INSERT, ['one'])).rejects.toThrow('UNIQUE');
    await source.query(INSERT, [text]);
  }
  expect(await source.query(COUNT)).toEqual([{ n: 3 }]);
});

test('a statement that cannot be prepared fails for everybody who asks it', async () => {
  const wishes = [1, 2, 3].map(() => source.query('SELECT nothing FROM nowhere'));
  for (const answer of await Promise.allSettled(wishes)) expect(answer.status).toBe('rejected');
});

test('values of an earlier call are never left bound', async () => {
  await source.query(INSERT, ['one']);
  await source.query(INSERT, [null]);
  await source.query(INSERT, []);
  expect(await source.query('SELECT text FROM notes ORDER BY id')).toEqual([
    { text: 'one' },
    { text: null },
    { text: null },
  ]);
});

test('more texts than are kept, asked again and again, all answer, and the connection still closes', async () => {
  for (let round = 0; round < 2; round += 1) {
    const answers = await Promise.all(
      Array.from({ length: 450 }, (_, at) => source.query(`SELECT ${at} AS n`) as Promise<{ n: number }[]>),
    );
    expect(answers.map(([row]) => row?.n)).toEqual(answers.map((_, at) => at));
  }
  await source.destroy();
});

test('a kept statement sees a table that was changed since', async () => {
  await source.query(INSERT, ['one']);
  expect(await source.query('SELECT * FROM notes')).toEqual([{ id: 1, text: 'one' }]);
  await source.query('ALTER TABLE notes ADD COLUMN colour varchar');
  expect(await source.query('SELECT * FROM notes')).toEqual([{ id: 1, text: 'one', colour: null }]);
});
