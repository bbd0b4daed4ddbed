/** Listens to the `pg` package in this process: which queries are sent, with which values, whoever sends them. */
import pg from 'pg';

interface Query {
  readonly text: string;
  readonly values: unknown[];
}

const heard: Query[] = [];
let listening = false;

/** From now on, for the life of this process. */
function listen(): void {
  if (listening) return;
  listening = true;
  const client = pg.Client.prototype as unknown as { query: (...args: unknown[]) => unknown };
  const original = client.query;
  client.query = function (this: unknown, ...args) {
    const [text, values] = args;
    if (typeof text === 'string') heard.push({ text: text.trim(), values: Array.isArray(values) ? values : [] });
    return original.apply(this, args);
  };
}

/** The queries that are sent while `deed` goes on, in their order. */
export async function queriesOf<T>(deed: () => Promise<T>): Promise<{ value: T; queries: Query[] }> {
  listen();
  heard.length = 0;
  const value = await deed();
  return { value, queries: [...heard] };
}
