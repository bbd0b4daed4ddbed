/** Opens the database of a configuration, brought up to date, with the key that its secrets are sealed with. */
import { randomBytes } from 'node:crypto';
import type { Config } from './config';
import { keyBeside } from './persistence/aes-sealer';
import { openDatabase, type Database } from './persistence/database';
import type { DatabaseNews } from './persistence/watched-database';
import { DatabaseProblem } from './persistence/database-problem';
import { parseDatabaseUrl, type DatabaseUrl } from './persistence/database-url';
import type { Clock } from './services/ports';

export interface Storage {
  readonly database: Database;
  readonly secretsKey: Buffer;
}

export async function openStorage(
  config: Config,
  clock: Clock,
  tell: (news: DatabaseNews) => void = () => undefined,
): Promise<Storage> {
  const url = parseDatabaseUrl(config.databaseUrl);
  if (url.kind === 'postgres' && !config.secretsKey) throw new DatabaseProblem('PostgreSQL needs a SECRETS_KEY');
  const database = await openDatabase(url, clock, tell);
  try {
    await database.migrate();
    return { database, secretsKey: config.secretsKey ?? ownKey(url) };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** What is only in memory needs no key that outlives the process. */
function ownKey(url: DatabaseUrl): Buffer {
  return url.kind === 'file' ? keyBeside(url.path) : randomBytes(32);
}
