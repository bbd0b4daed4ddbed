/** The program as a process of its own: exit codes, streams, and a database that cannot be used. */
import { chmodSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sqlite3 from 'sqlite3';
import { VARIABLES } from '../../src/config';
import { BuiltProgram, type Finished } from './built-program';

const SAMPLE = 'samples/shop.json';

let program: BuiltProgram;
let databases = 0;
let environment: Record<string, string>;

beforeAll(() => {
  program = new BuiltProgram();
});
afterAll(() => program.remove());
beforeEach(() => {
  environment = { DATABASE_URL: `sqlite:${program.file(`db${(databases += 1)}`)}/refunds.sqlite` };
});

const run = (...argv: string[]): Promise<Finished> => program.run('cli', argv, environment);

test('help lists all commands and all environment variables, whatever the environment is', async () => {
  environment['PORT'] = 'many';
  const { code, stdout, stderr } = await run('--help');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const commands = ['migrate', 'shop add CODE', 'shop set CODE', 'key add', 'key list', 'key revoke ID', 'login add'];
  for (const command of [...commands, 'provider set NAME', 'import FILE', 'export refunds']) {
    expect(stdout).toContain(`\n  ${command} `);
  }
  for (const [name] of VARIABLES) expect(stdout).toContain(`\n  ${name} `);
});

test('a shop is set up, filled and read with one JSON value each', async () => {
  const argvs = [
    ['shop', 'add', 'MUGS', '--currency', 'PLN', '--timezone', 'Europe/Warsaw', '--json'],
    ['--json', 'key', 'add', '--shop', 'MUGS', '--name', 'erp'],
    ['import', SAMPLE, '--shop', 'MUGS', '--json'],
    ['import', '--json', SAMPLE, '--shop', 'MUGS'],
    ['export', 'refunds', '--shop', 'MUGS', '--json'],
  ];
  const answers: unknown[] = [];
  for (const argv of argvs) {
    const { code, stdout, stderr } = await run(...argv);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    answers.push(JSON.parse(stdout));
  }
  expect(answers).toMatchObject([
    { shop: 'MUGS' },
    { id: expect.any(String) as string, key: expect.stringMatching(/^rgw_/) as string },
    { orders: { added: 8 } },
    { orders: { added: 0, unchanged: 8 } },
    [],
  ]);
});

test.each([
  ['PORT', '70000', 'PORT must be a whole number from 0 to 65535'],
  ['DATABASE_URL', 'mysql://x', 'DATABASE_URL must be '],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be one of fatal'],
  ['SECRETS_KEY', 'abc', 'SECRETS_KEY must be 32 bytes in base64'],
  ['FAILPOINT', 'add.reserved:1', 'FAILPOINT must be absent'],
])('a wrong %s is named, with what it may be', async (name, value, message) => {
  environment[name] = value;
  const { code, stdout, stderr } = await run('migrate');
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^refund-gateway: [^\n]+\n$/);
  expect(stderr).toContain(message);
});

test('a database that cannot be opened is one line, not a stack', async () => {
  environment['DATABASE_URL'] = `sqlite:${program.folder}`;
  const { code, stderr } = await run('migrate');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^refund-gateway: cannot use the database [^\n]+\n$/);
});

test('a folder that may not be written is one line, not a stack', async () => {
  const folder = program.file('locked');
  mkdirSync(folder);
  chmodSync(folder, 0o500);
  environment['DATABASE_URL'] = `sqlite:${join(folder, 'inner/refunds.sqlite')}`;
  const { code, stderr } = await run('migrate');
  // Root may write everywhere, so that nothing is refused.
  if (process.getuid?.() === 0) return;
  expect(code).toBe(1);
  expect(stderr).toMatch(/^refund-gateway: cannot create the folder [^\n]+\n$/);
});

test('a file that is no database is one line, not a stack', async () => {
  environment['DATABASE_URL'] = `sqlite:${program.file('text.sqlite', 'not a database, but long enough '.repeat(100))}`;
  const { code, stderr } = await run('key', 'list');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^refund-gateway: cannot use the database \S+: the file is not a SQLite database\n$/);
});

test('a database of a newer version is left alone', async () => {
  expect((await run('migrate')).code).toBe(0);
  const file = (environment['DATABASE_URL'] ?? '').replace('sqlite:', '');
  await new Promise<void>((done, failed) => {
    const database = new sqlite3.Database(file);
    const text = "INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'FromTheFuture9999999999999')";
    database.run(text, (error) => (error ? failed(error) : database.close(() => done())));
  });
  const { code, stderr } = await run('migrate');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^refund-gateway: the database was made by a newer version [^\n]+FromTheFuture\d+\n$/);
});

test('a broken file leaves nothing behind, and stdout is still one JSON value', async () => {
  await run('shop', 'add', 'MUGS', '--currency', 'PLN', '--timezone', 'Europe/Warsaw');
  const text = readFileSync(program.file(SAMPLE), 'utf8').replace('"EUR"', '"EURO"');
  const { code, stdout, stderr } = await run('import', program.file('broken.json', text), '--shop', 'MUGS', '--json');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^refund-gateway: \S+ has 1 error, nothing was imported\n$/);
  const field = 'orders[2].currency';
  const message = `${field} must be an ISO 4217 code, such as PLN`;
  expect(JSON.parse(stdout)).toEqual({ errors: [{ line: expect.any(Number) as number, field, message }] });
});

test('nobody is bothered when a reader has enough', async () => {
  await run('shop', 'add', 'MUGS', '--currency', 'PLN', '--timezone', 'Europe/Warsaw');
  const child = program.start('cli', ['export', 'refunds', '--shop', 'MUGS'], environment);
  let stderr = '';
  child.stderr?.on('data', (data) => (stderr += String(data)));
  child.stdout?.destroy();
  const code = await new Promise((ended) => child.once('close', ended));
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
});
