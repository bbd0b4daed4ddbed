/** Listens to the `sqlite3` package in this process: which statements are run, whoever runs them. */
import sqlite3 from 'sqlite3';

type Method = (this: { readonly sql?: string }, ...args: unknown[]) => unknown;

const heard: string[] = [];
let listening = false;

/** From now on, for the life of this process. */
function listen(): void {
  if (listening) return;
  listening = true;
  const statements = sqlite3.Statement.prototype as unknown as Record<string, Method>;
  for (const name of ['run', 'all', 'get', 'each']) wrap(statements, name, ({ sql = '' }) => sql);
  wrap(sqlite3.Database.prototype as unknown as Record<string, Method>, 'exec', (_database, text) => String(text));
}

function wrap(
  prototype: Record<string, Method>,
  name: string,
  textOf: (self: { sql?: string }, first: unknown) => string,
): void {
  const original = prototype[name];
  if (!original) throw new Error(`sqlite3 has no ${name}`);
  prototype[name] = function (...args) {
    heard.push(...textOf(this, args[0]).split(';'));
    return original.apply(this, args);
  };
}

/** The statements that are run while `deed` goes on, in their order, each on one line. */
export async function statementsOf<T>(deed: () => Promise<T>): Promise<{ value: T; statements: string[] }> {
  listen();
  heard.length = 0;
  const value = await deed();
  const statements = heard.map((text) => text.replace(/\s+/g, ' ').trim()).filter((text) => text !== '');
  return { value, statements: statements.map((text) => text.replace(/\( /g, '(')) };
}
