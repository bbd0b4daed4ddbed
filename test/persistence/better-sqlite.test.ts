import { openDatabase } from '../../src/persistence/database';
import { databaseFolder } from './database-folder';
import { NOW } from './samples';
import { storeConformance } from './store-conformance';

const path = databaseFolder();
let files = 0;

storeConformance('better-sqlite3', async () => {
  const database = await openDatabase(`better-sqlite:${path(`${(files += 1)}.db`)}`, { now: () => NOW });
  await database.migrate();
  return database;
});
