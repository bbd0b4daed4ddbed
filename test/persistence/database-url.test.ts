import { randomBytes } from 'node:crypto';
import { ConfigProblem, readConfig } from '../../src/config';
import { nameOf, parseDatabaseUrl } from '../../src/persistence/database-url';
import { openStorage } from '../../src/storage';

const SECRETS_KEY = randomBytes(32).toString('base64');

test.each([
  ['sqlite:data/a.db', { kind: 'file', path: 'data/a.db' }, 'data/a.db'],
  ['sqlite::memory:', { kind: 'memory' }, ':memory:'],
  ['better-sqlite:/a b.db', { kind: 'file', path: '/a b.db', driver: 'better-sqlite3' }, '/a b.db'],
  [
    'postgres://u:p%40w@db:5433/gw',
    { kind: 'postgres', url: 'postgres://u:p%40w@db:5433/gw' },
    'postgres://db:5433/gw',
  ],
  ['postgresql://db/gw?sslmode=verify-full', { kind: 'postgres' }, 'postgres://db/gw'],
])('%s is read, and named without user and password', (text, url, name) => {
  expect(parseDatabaseUrl(text)).toMatchObject(url);
  expect(nameOf(parseDatabaseUrl(text))).toBe(name);
});

test.each([
  ...[
    '',
    'data.db',
    'sqlite:',
    'sqlite::temp:',
    'better-sqlite:',
    'better-sqlite::memory:',
    'mysql://x/y',
    'POSTGRES://u/x',
  ],
  ...[
    'postgres:gw',
    'postgres://quiet',
    'postgres://u:quiet@h/',
    'postgres://u:quiet@h/a/b',
    'postgres://u:quiet@h:port/a',
  ],
  ...['postgres://u:qui#et@h/a', 'postgres://u:12/quiet@h', 'postgres://u:quiet%zz@h/a', 'postgres://u:quiet@h/a#b'],
])('the url "%s" is refused by name, and not repeated', (text) => {
  const read = (): unknown => readConfig({ DATABASE_URL: text === '' ? 'x' : text, SECRETS_KEY }, false);
  expect(read).toThrow(ConfigProblem);
  expect(read).toThrow(/^DATABASE_URL must be sqlite:FILE, sqlite::memory:, better-sqlite:FILE or postgres:/);
  expect(read).not.toThrow(/quiet/);
  expect(() => parseDatabaseUrl(text)).toThrow('the database url must be sqlite:FILE');
});

test('PostgreSQL refuses to start without SECRETS_KEY, with one line that names it', async () => {
  const environment = { DATABASE_URL: 'postgres://u:quiet@h/a' };
  expect(() => readConfig(environment, false)).toThrow(/^SECRETS_KEY must be set when DATABASE_URL is postgres[^\n]*$/);
  const { secretsKey: _, ...config } = readConfig({ ...environment, SECRETS_KEY }, false);
  await expect(openStorage(config, { now: () => 0 })).rejects.toThrow('PostgreSQL needs a SECRETS_KEY');
  expect(readConfig({ DATABASE_URL: 'sqlite:a.db' }, false)).not.toHaveProperty('secretsKey');
});
