/** Guards the edges of a unit of work: none inside another, and no statement after its end. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Clock, Stores } from '../services/ports';
import type { Sql } from './sql';
import { storesOver } from './stores-over';

/** Which unit of work this line of execution is in; `over` once it has ended, for what it left behind may begin another. */
const current = new AsyncLocalStorage<{ over: boolean }>();

/** How many units of work are not over. */
let running = 0;

/** Throws inside a unit of work: it would wait for itself, or decide on what it has not yet written. A bug, not a refusal. */
export function mustBeOutside(what: string): void {
  if (current.getStore()?.over === false) throw new Error(`${what} inside a unit of work`);
}

/** Carries a change out over the statements of its unit, and waits for those that it did not wait for itself. */
export async function insideUnit<T>(sql: Sql, clock: Clock, change: (stores: Stores) => Promise<T>): Promise<T> {
  const unit = { over: false };
  running += 1;
  try {
    return await current.run(unit, () => change(storesOver(sql, clock)));
  } finally {
    unit.over = true;
    await sql.end();
    running -= 1;
    // Nobody is inside any more. While it is enabled, Node 20 follows every promise of the process: a tenth of each read.
    if (running === 0) current.disable();
  }
}
