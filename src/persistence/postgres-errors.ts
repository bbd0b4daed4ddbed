/** What an error of PostgreSQL means for the unit of work that met it. */
import { commitLost, gatewayBusy } from './gateway-busy';
import { StatementFailed } from './statement-failed';

/** Another unit of work was in the way (serialization failure, deadlock); from the beginning it may go well. */
const OVERTAKEN: ReadonlySet<string> = new Set(['40001', '40P01']);

const UNIQUE_VIOLATION = '23505';
/** Where two callers may want one key or name at once. Whoever comes second begins anew, and finds what the first one wrote. */
const WANTED_BY_TWO: ReadonlySet<string> = new Set(['idempotency_keys', 'orders', 'returns']);

/**
 * The server or the way to it is in trouble: connection exceptions, resources, operator intervention (restart, statement
 * timeout), system errors, a lock or an idle transaction that took too long, a server that has become a copy.
 */
const IN_TROUBLE = /^(08|53|57|58)...$|^(55P03|25P03|25006)$/;
/** What the server says has a code of five characters; errors without one come from our end of the line. */
const FROM_THE_SERVER = /^[0-9A-Z]{5}$/;

/** Whether the unit of work should be tried again from its beginning: it has left nothing behind. */
export function wasOvertaken(error: unknown): boolean {
  if (!(error instanceof StatementFailed) || error.code === undefined) return false;
  return OVERTAKEN.has(error.code) || (error.code === UNIQUE_VIOLATION && WANTED_BY_TWO.has(error.table ?? ''));
}

/** Whether the connection is of no use any more: what happened on it did not come from the server. */
export function isLineBroken(error: unknown): boolean {
  return error instanceof StatementFailed && !FROM_THE_SERVER.test(error.code ?? '');
}

/** The error as the caller should see it: a database in trouble is no bug, and may be asked again. */
export function asAnswered(error: unknown): unknown {
  const trouble = isInTrouble(error) || wasOvertaken(error);
  return trouble ? gatewayBusy('the database does not answer at the moment', error) : error;
}

/** The error of a COMMIT as the caller should see it: it may have been carried out, unless the server says otherwise. */
export function asCommitAnswered(error: unknown): unknown {
  return isInTrouble(error) ? commitLost(error) : error;
}

function isInTrouble(error: unknown): boolean {
  return isLineBroken(error) || (error instanceof StatementFailed && IN_TROUBLE.test(error.code ?? ''));
}
