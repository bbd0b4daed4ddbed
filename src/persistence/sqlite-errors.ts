/** What an error of SQLite means for whoever met it. */
import { commitLost, gatewayBusy } from './gateway-busy';
import { driverError, StatementFailed } from './statement-failed';

/** The file or the disk under it is in trouble: locked, full, broken, not to be written. Nothing of it is the caller's. */
const IN_TROUBLE = /^SQLITE_(BUSY|CANTOPEN|FULL|INTERRUPT|IOERR|NOMEM|PROTOCOL|READONLY)(_|$)/;
const LOCKED = /^SQLITE_BUSY(_|$)/;
/** The log may hold the whole commit although flushing it failed: whoever opens the file after a crash would find it. */
const MAY_BE_WRITTEN = /^SQLITE_IOERR(_|$)/;

/** After such a code SQLite may have rolled back more than the one statement, or could not write at all. */
export function isInTrouble(code: string | undefined): boolean {
  return IN_TROUBLE.test(code ?? '');
}

/** Whether somebody else, another process, holds the file. */
export function isLocked(error: unknown): boolean {
  return LOCKED.test(driverError(error).code ?? '');
}

/** The error of a COMMIT as the caller should see it. */
export function asCommitAnswered(error: unknown): unknown {
  return MAY_BE_WRITTEN.test(driverError(error).code ?? '') ? commitLost(error) : cannotWrite(error);
}

export function cannotWrite(cause: unknown): unknown {
  return gatewayBusy('the database cannot write at the moment', cause);
}

/** The error of a statement as the caller should see it: a disk in trouble is no bug, and may be asked again. */
export function asAnswered(error: unknown): unknown {
  return error instanceof StatementFailed && isInTrouble(error.code) ? cannotWrite(error) : error;
}
