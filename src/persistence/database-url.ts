/** Where the database is. SQLite stands behind the two forms there are; another engine gets a form of its own. */
import { DatabaseProblem } from './database-problem';

export type DatabaseUrl = { readonly kind: 'file'; readonly path: string } | { readonly kind: 'memory' };

/** Reads `sqlite:path` or `sqlite::memory:`; refuses anything else. */
export function parseDatabaseUrl(text: string): DatabaseUrl {
  const [, path = ''] = /^sqlite:(.*)$/s.exec(text) ?? [];
  if (path === ':memory:') return { kind: 'memory' };
  // SQLite takes a path that begins with a colon for a name of its own, not for a file.
  if (path === '' || path.startsWith(':')) {
    throw new DatabaseProblem(
      'the database url must be sqlite:PATH, such as sqlite:data/gateway.db, or sqlite::memory:',
    );
  }
  return { kind: 'file', path };
}
