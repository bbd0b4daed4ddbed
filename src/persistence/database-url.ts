/** Where the database is, and which engine and driver stand behind it. No message here repeats the url: it may hold a password. */
import { DatabaseProblem } from './database-problem';

export type DatabaseUrl =
  | { readonly kind: 'file'; readonly path: string; readonly driver?: 'sqlite3' | 'better-sqlite3' }
  | { readonly kind: 'memory' }
  | { readonly kind: 'postgres'; readonly url: string };

/** What may be written, for the person who writes it. */
export const DATABASE_URL_FORMS =
  'sqlite:FILE, sqlite::memory:, better-sqlite:FILE or postgres://USER:PASSWORD@HOST:PORT/DATABASE';

/** Reads a database url; undefined when it has none of the forms there are. */
export function readDatabaseUrl(text: string): DatabaseUrl | undefined {
  if (text === 'sqlite::memory:') return { kind: 'memory' };
  const [, scheme = '', rest = ''] = /^([a-z0-9-]+):(.*)$/s.exec(text) ?? [];
  if (scheme === 'postgres' || scheme === 'postgresql') return readPostgresUrl(text);
  // SQLite takes a path that begins with a colon for a name of its own, not for a file.
  if (rest === '' || rest.startsWith(':')) return undefined;
  if (scheme === 'sqlite') return { kind: 'file', path: rest };
  return scheme === 'better-sqlite' ? { kind: 'file', path: rest, driver: 'better-sqlite3' } : undefined;
}

/** As `readDatabaseUrl`, but refuses with a DatabaseProblem. */
export function parseDatabaseUrl(text: string): DatabaseUrl {
  const url = readDatabaseUrl(text);
  if (!url) throw new DatabaseProblem(`the database url must be ${DATABASE_URL_FORMS}`);
  return url;
}

/** How the database may be named in messages and logs: without user and password. */
export function nameOf(url: DatabaseUrl): string {
  if (url.kind === 'memory') return ':memory:';
  if (url.kind === 'file') return url.path;
  const { host, pathname } = new URL(url.url);
  return `postgres://${host}${pathname}`;
}

function readPostgresUrl(text: string): DatabaseUrl | undefined {
  if (!/^postgres(ql)?:\/\//.test(text) || !URL.canParse(text)) return undefined;
  const { href, pathname, username, password, hash } = new URL(text);
  // A database that is not named would be guessed from the user's name; a # or an @ after the host
  // is part of a password that was not escaped.
  const fits = /^\/[^/@]+$/.test(pathname) && hash === '' && [pathname, username, password].every(decodes);
  return fits ? { kind: 'postgres', url: href } : undefined;
}

function decodes(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
