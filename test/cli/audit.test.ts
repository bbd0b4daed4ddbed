/** The audit as whoever runs the gateway sees it: append-only, verifiable, to be taken away. */
import { CommandLine } from './command-line';
import sqlite3 from 'sqlite3';

let line: CommandLine;

beforeEach(async () => {
  line = new CommandLine();
  await line.json('shop', 'add', 'MUGS', '--currency', 'PLN', '--timezone', 'Europe/Warsaw');
  await line.json('import', 'samples/shop.json', '--shop', 'MUGS');
});
afterEach(() => line.remove());

/** Writes into the database file as an intruder would. */
function tamper(...statements: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const database = new sqlite3.Database(line.path('refunds.sqlite'));
    database.exec(statements.join(';\n'), (error) => {
      database.close(() => (error ? reject(error) : resolve()));
    });
  });
}

const UNGUARDED = ['DROP TRIGGER audit_entries_no_update', 'DROP TRIGGER audit_entries_no_delete'];

test('an audit that nobody touched is intact, and says where it ends', async () => {
  const { stdout } = await line.run('audit', 'verify', '--shop', 'MUGS');
  expect(stdout).toMatch(/^the audit of MUGS is intact: \d+ entries, head \d+:[0-9a-f]{64}\n$/);
});

test.each([
  ['change', "UPDATE audit_entries SET actor = 'nobody' WHERE seq = 3"],
  ['delete', 'DELETE FROM audit_entries WHERE seq = 3'],
])('the database itself refuses to %s an entry', async (_verb, statement) => {
  await expect(tamper(statement)).rejects.toThrow('the audit is append-only');
});

test.each([
  ['was changed', "UPDATE audit_entries SET actor = 'nobody' WHERE seq = 3", 'entry 3 is not what was written'],
  ['was deleted', 'DELETE FROM audit_entries WHERE seq = 3', 'entry 3 is missing; entry 4 follows'],
  ['were cut off', 'DELETE FROM audit_entries WHERE seq > 5', 'the chain ends at entry 5, but it had '],
])('entries that %s past the guard are found, and the first is named', async (_how, statement, problem) => {
  await tamper(...UNGUARDED, statement);
  const { code, stderr, stdout } = await line.run('audit', 'verify', '--shop', 'MUGS');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain(`refund-gateway: the audit of MUGS is broken: ${problem}`);
});

test('an end cut off together with the head is found by a head that was written down elsewhere', async () => {
  const { head } = await line.json<{ head: string }>('audit', 'export', '--shop', 'MUGS');
  expect((await line.run('audit', 'verify', '--shop', 'MUGS', '--head', head)).code).toBe(0);
  await tamper(
    ...UNGUARDED,
    'DELETE FROM audit_entries WHERE seq > 5',
    'UPDATE audit_heads SET seq = 5, hash = (SELECT hash FROM audit_entries WHERE seq = 5)',
  );
  expect((await line.run('audit', 'verify', '--shop', 'MUGS')).code).toBe(0);
  expect((await line.run('audit', 'verify', '--shop', 'MUGS', '--head', head)).stderr).toContain('was cut off');
});

test('an export is one JSON value with every entry and the head', async () => {
  const { entries, head } = await line.json<{ entries: { seq: number; hash: string }[]; head: string }>(
    ...['audit', 'export', '--shop', 'MUGS'],
  );
  expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1));
  expect(head).toBe(`${entries.length}:${entries.at(-1)?.hash}`);
});

test('an unknown shop and a head that is none are refused', async () => {
  expect(await line.run('audit', 'verify', '--shop', 'NONE')).toMatchObject({ code: 1 });
  expect(await line.run('audit', 'verify', '--shop', 'MUGS', '--head', 'x')).toMatchObject({ code: 2 });
});
