/** Opens the database of a configuration, brought up to date, with the key that its secrets are sealed with. */
import { randomBytes } from 'node:crypto';
import type { Config } from './config';
import { keyBeside } from './persistence/aes-sealer';
import { openDatabase, type Database } from './persistence/database';
import { parseDatabaseUrl } from './persistence/database-url';
import type { Clock } from './services/ports';

export interface Storage {
  readonly database: Database;
  readonly secretsKey: Buffer;
}

export async function openStorage(config: Config, clock: Clock): Promise<Storage> {
  const url = parseDatabaseUrl(config.databaseUrl);
  const database = await openDatabase(url, clock);
  try {
    await database.migrate();
    // What is only in memory needs no key that outlives the process.
    const key = config.secretsKey ?? (url.kind === 'file' ? keyBeside(url.path) : randomBytes(32));
    return { database, secretsKey: key };
  } catch (error) {
    await database.close();
    throw error;
  }
}
