import { inspect } from 'node:util';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../src/persistence/migrations/migrations';
import { openDatabase } from '../../src/persistence/database';
import { DatabaseProblem } from '../../src/persistence/database-problem';
import { ENTITIES } from '../../src/persistence/entities/entities';
import { describeOnPostgres, serverUrl } from './postgres-server';
import { NOW } from './samples';

const clock = { now: () => NOW };
const PASSWORD = 'kept-quiet';

async function problemOf(url: string): Promise<string> {
  const error: unknown = await openDatabase(url, clock).catch((problem: unknown) => problem);
  expect(error).toBeInstanceOf(DatabaseProblem);
  const { message } = error as DatabaseProblem;
  expect(message).not.toContain('\n');
  // Not in the message, nor in anything that a log would print beside it.
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(PASSWORD);
  return message;
}

function urlWith(change: Partial<Pick<URL, 'hostname' | 'port' | 'username' | 'password' | 'pathname'>>): string {
  return Object.assign(new URL(serverUrl()), change).href;
}

describeOnPostgres('opening PostgreSQL', (server) => {
  /** Takes away what the migrations made, as in a database that nobody has used yet. */
  const dropTables = () => server.query('DROP SCHEMA public CASCADE; CREATE SCHEMA public');

  test('five that open a new database at once all find it migrated', async () => {
    await dropTables();
    const all = await Promise.all([1, 2, 3, 4, 5].map(() => openDatabase(server.url, clock)));
    expect(await all[0]?.pendingMigrations()).toHaveLength(MIGRATIONS.length);
    await Promise.all(all.map((database) => database.migrate()));
    for (const database of all) {
      expect(await database.pendingMigrations()).toEqual([]);
      await database.close();
    }
    expect(await server.query('SELECT name FROM migrations')).toHaveLength(MIGRATIONS.length);
  });

  test('a migration that fails leaves no table behind', async () => {
    await dropTables();
    await server.query('CREATE TABLE audit_entries (unexpected varchar)');
    const database = await openDatabase(server.url, clock);
    await expect(database.migrate()).rejects.toThrow(DatabaseProblem);
    await database.close();
    const tables = await server.query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
    expect(tables).toEqual([{ tablename: 'audit_entries' }]);
  });

  test('a database of a newer version is refused', async () => {
    await dropTables();
    const database = await openDatabase(server.url, clock);
    await database.migrate();
    await database.close();
    await server.query("INSERT INTO migrations (timestamp, name) VALUES (1999999999999, 'SplitTheAtom1999999999999')");
    expect(await problemOf(server.url)).toMatch(/made by a newer version .*SplitTheAtom1999999999999/);
    await server.query('DELETE FROM migrations WHERE timestamp = 1999999999999');
  });

  test('the entities say what the migrations made, column by column, and waiting work has its partial index', async () => {
    const source = await new DataSource({ type: 'postgres', url: server.url, entities: ENTITIES }).initialize();
    const runner = source.createQueryRunner();
    for (const { tableName, columns } of source.entityMetadatas) {
      const made = (await runner.getTable(tableName))?.columns ?? [];
      const seen = made.map((column) => [
        ...[column.name, column.isNullable, column.isPrimary],
        // Entities are one for all engines, and SQLite counts up in an integer only: here ids are wider than they say.
        column.isGenerated ? 'id' : column.type,
      ]);
      const said = columns.map((column) => [
        ...[column.databaseName, column.isNullable, column.isPrimary],
        column.isGenerated ? 'id' : source.driver.normalizeType(column),
      ]);
      expect([tableName, seen.sort()]).toEqual([tableName, said.sort()]);
      for (const { type } of made.filter(({ isGenerated }) => isGenerated)) expect(type).toBe('bigint');
    }
    const [index] = await server.query("SELECT indexdef FROM pg_indexes WHERE indexname = 'outbox_waiting'");
    expect(index?.['indexdef']).toContain('(due, id) WHERE (done IS NULL)');
    await runner.release();
    await source.destroy();
  });

  test.each([
    ['nobody answers', { port: '1' }, 'nobody answers there'],
    ['there is no such database', { pathname: '/not_there' }, 'there is no such database'],
    ['there is no such user', { username: 'nobody_of_this_name' }, /does not let this user in|password is wrong/],
  ])('when %s, one line says so without the password', async (_what, change, words) => {
    const message = await problemOf(urlWith({ password: PASSWORD, ...change }));
    expect(message).toMatch(words);
    expect(message).toMatch(/^cannot use the database postgres:\/\/[^@]+: /);
  });

  test('a database that may forget what it was told is refused', async () => {
    const name = new URL(server.url).pathname.slice(1);
    await server.query(`ALTER DATABASE ${name} SET synchronous_commit = off`);
    expect(await problemOf(server.url)).toContain('synchronous_commit is off');
    await server.query(`ALTER DATABASE ${name} RESET synchronous_commit`);
  });
});
