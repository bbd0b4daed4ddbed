/** Many rows are told as one text where that is faster: they are the same rows, in the same order. */
import { DataSource, type QueryRunner } from 'typeorm';
import { Columns } from '../../src/persistence/columns';
import { Sql } from '../../src/persistence/sql';
import { SQLITE } from '../../src/persistence/sql-flavour';

const TEXTS = [
  '',
  "it's",
  '"quoted"',
  'back\\slash',
  'two\nlines\tand a tab',
  '\u0001\u001f\u007f',
  'zażółć €',
  '💶',
  '\u2028',
];
const NUMBERS = [0, -1, 1_764_460_800_000, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER];
const COLUMNS = new Columns('k.id, k.word, k.whole AS "aNumber", k.is_so AS "isSo"');

let source: DataSource;
let runner: QueryRunner;
beforeAll(async () => {
  source = await new DataSource({ type: 'sqlite', database: ':memory:' }).initialize();
  runner = source.createQueryRunner();
  const sql = new Sql(runner);
  await runner.query('CREATE TABLE kept (id integer, word text, whole bigint, is_so boolean)');
  const rows = [...TEXTS.map((text) => [text, null, true]), ...NUMBERS.map((number) => [null, number, false])];
  await sql.insertRows(
    'kept',
    rows.map((row, index) => [index, ...row]),
  );
});
afterAll(() => source.destroy());

const many = (rest: string, tellsRowsAsText: boolean): Promise<unknown[]> =>
  new Sql(runner, { ...SQLITE, tellsRowsAsText }).many(COLUMNS, rest, [3]);

test.each([
  ['in the order of the statement', 'FROM kept k WHERE k.id >= $1 ORDER BY k.word DESC, k.id DESC', 11],
  ['as many as are asked for', 'FROM kept k WHERE k.id >= $1 ORDER BY k.id LIMIT 2 OFFSET 4', 2],
  ['none', 'FROM kept k WHERE k.id < $1 AND k.id > 9 ORDER BY k.id', 0],
])('%s', async (_what, rest, count) => {
  const plain = await many(rest, false);
  expect(plain).toHaveLength(count);
  expect(await many(rest, true)).toEqual(plain);
});

test('rows are read under the names that the statement gives them', async () => {
  const [row] = await many('FROM kept k WHERE k.id >= $1 ORDER BY k.id', true);
  expect(row).toEqual({ id: 3, word: TEXTS[3], aNumber: null, isSo: 1 });
});

test('what is no column is refused when the gateway starts, not when the list is asked for', () => {
  expect(() => new Columns('id, COUNT(*) AS "count"')).toThrow('" COUNT(*) AS "count"" is not a column of a table');
});
