import { openDatabase, type Database } from '../../src/persistence/database';
import { databaseFolder } from './database-folder';
import { NOW } from './samples';
import { storeConformance } from './store-conformance';

const path = databaseFolder();
const clock = { now: () => NOW };
let files = 0;

async function open(url: string): Promise<Database> {
  const database = await openDatabase(url, clock);
  await database.migrate();
  return database;
}

storeConformance('SQLite in a file', () => open(`sqlite:${path(`${(files += 1)}.db`)}`));
storeConformance('SQLite in memory', () => open('sqlite::memory:'));
