import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../src/persistence/migrations/migrations';
import { openDatabase } from '../../src/persistence/database';
import { DatabaseProblem } from '../../src/persistence/database-problem';
import { ENTITIES } from '../../src/persistence/entities/entities';
import { openReader, openWriter } from '../../src/persistence/sqlite-connections';
import { databaseFolder } from './database-folder';
import { NOW, order } from './samples';

const path = databaseFolder();
const clock = { now: () => NOW };

async function problemOf(url: string): Promise<string> {
  const error: unknown = await openDatabase(url, clock).catch((problem: unknown) => problem);
  expect(error).toBeInstanceOf(DatabaseProblem);
  const { message } = error as DatabaseProblem;
  expect(message).not.toContain('\n');
  return message;
}

test('a fresh database gets all tables, a second time nothing happens, and it is there after closing', async () => {
  const url = `sqlite:${path('deep/down/gateway.db')}`;
  const first = await openDatabase(url, clock);
  const pending = await first.pendingMigrations();
  expect(pending.length).toBeGreaterThan(0);
  await first.migrate();
  expect(await first.pendingMigrations()).toEqual([]);
  await first.migrate();
  await first.unitOfWork.run(({ orders }) => orders.put('a', order));
  await first.close();
  expect(existsSync(`${path('deep/down/gateway.db')}-wal`)).toBe(false);

  const second = await openDatabase(url, clock);
  expect(await second.pendingMigrations()).toEqual([]);
  expect(await second.reader.read(({ orders }) => orders.find('a', order.id))).toEqual(order);
  await second.close();
});

test('two that open a new database at once both find it migrated', async () => {
  const url = `sqlite:${path('shared.db')}`;
  const both = await Promise.all([openDatabase(url, clock), openDatabase(url, clock)]);
  await Promise.all(both.map((database) => database.migrate()));
  for (const database of both) {
    expect(await database.pendingMigrations()).toEqual([]);
    await database.close();
  }
});

test('a migration that fails leaves no table behind', async () => {
  const file = path('half.db');
  const writer = await openWriter({ kind: 'file', path: file });
  await writer.query('CREATE TABLE audit_entries (unexpected varchar)');
  await writer.destroy();
  const database = await openDatabase(`sqlite:${file}`, clock);
  await expect(database.migrate()).rejects.toThrow();
  expect(await database.pendingMigrations()).toHaveLength(MIGRATIONS.length);
  await database.close();
  const reader = await openReader(file);
  const tables: unknown = await reader.query("SELECT name FROM sqlite_master WHERE type = 'table'");
  expect(tables).toEqual([{ name: 'audit_entries' }]);
  await reader.destroy();
});

test('a database of a newer version is refused', async () => {
  const file = path('newer.db');
  const database = await openDatabase(`sqlite:${file}`, clock);
  await database.migrate();
  await database.close();
  const writer = await openWriter({ kind: 'file', path: file });
  await writer.query("INSERT INTO migrations (timestamp, name) VALUES (1999999999999, 'SplitTheAtom1999999999999')");
  await writer.destroy();
  const message = await problemOf(`sqlite:${file}`);
  expect(message).toMatch(/made by a newer version .*SplitTheAtom1999999999999/);
});

test('a file that is no database is refused and left as it was', async () => {
  writeFileSync(path('letter.txt'), 'Dear customer, '.repeat(500));
  expect(await problemOf(`sqlite:${path('letter.txt')}`)).toContain('is not a SQLite database');
});

test('a folder in the place of the file, and a file in the place of its folder, are refused', async () => {
  mkdirSync(path('folder.db'));
  writeFileSync(path('file'), '');
  expect(await problemOf(`sqlite:${path('folder.db')}`)).toContain('cannot be opened');
  expect(await problemOf(`sqlite:${join(path('file'), 'gateway.db')}`)).toContain('cannot create the folder');
});

test('commits are durable: the log is written ahead and flushed at every commit', async () => {
  const writer = await openWriter({ kind: 'file', path: path('durable.db') });
  expect(await writer.query('PRAGMA journal_mode')).toEqual([{ journal_mode: 'wal' }]);
  expect(await writer.query('PRAGMA synchronous')).toEqual([{ synchronous: 2 }]);
  expect(await writer.query('PRAGMA foreign_keys')).toEqual([{ foreign_keys: 1 }]);
  await writer.destroy();
});

test('the reader cannot write', async () => {
  const writer = await openWriter({ kind: 'file', path: path('read.db') });
  await writer.query('CREATE TABLE notes (text varchar)');
  const reader = await openReader(path('read.db'));
  await expect(reader.query('DELETE FROM notes')).rejects.toThrow('readonly');
  await reader.destroy();
  await writer.destroy();
});

test('the entities say what the migrations made, column by column', async () => {
  const file = path('schema.db');
  const database = await openDatabase(`sqlite:${file}`, clock);
  await database.migrate();
  await database.close();
  const source = await new DataSource({ type: 'sqlite', database: file, entities: ENTITIES }).initialize();
  const runner = source.createQueryRunner();
  for (const { tableName, columns } of source.entityMetadatas) {
    const table = await runner.getTable(tableName);
    const made = table?.columns.map(({ name, type, isNullable, isPrimary }) => ({ name, type, isNullable, isPrimary }));
    const said = columns.map((column) => ({
      ...{ name: column.databaseName, isNullable: column.isNullable, isPrimary: column.isPrimary },
      type: source.driver.normalizeType(column),
    }));
    expect([tableName, [...said].sort(byName)]).toEqual([tableName, [...(made ?? [])].sort(byName)]);
  }
  const tables = (await runner.query(
    "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name <> 'migrations'",
  )) as { name: string }[];
  expect(tables.map(({ name }) => name).sort()).toEqual(source.entityMetadatas.map((one) => one.tableName).sort());
  await source.destroy();
});

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name);
