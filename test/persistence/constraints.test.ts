import { openDatabase } from '../../src/persistence/database';
import { openWriter } from '../../src/persistence/sqlite-connections';
import { constraintConformance } from './constraint-conformance';
import { databaseFolder } from './database-folder';
import { describeOnPostgres } from './postgres-server';
import { NOW } from './samples';

const path = databaseFolder();

describe.each(['sqlite3', 'better-sqlite3'] as const)('with %s', (driver) => {
  const url = { kind: 'file', path: path(`${driver}.db`), driver } as const;
  constraintConformance(
    'SQLite',
    async () => {
      const database = await openDatabase(url, { now: () => NOW });
      await database.migrate();
      return database;
    },
    async () => {
      const writer = await openWriter(url);
      // This driver knows $1 as a name.
      const bind = (params: unknown[] = []): unknown[] =>
        driver === 'sqlite3' || params.length === 0 ? params : [{ ...['', ...params] }];
      return { ask: (text, params) => writer.query(text, bind(params)), close: () => writer.destroy() };
    },
  );
});

describeOnPostgres('with pg', (server) => {
  constraintConformance(
    'PostgreSQL',
    () => server.open(),
    () => Promise.resolve({ ask: server.query, close: () => Promise.resolve() }),
  );
});
