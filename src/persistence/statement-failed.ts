/** Errors after which SQLite may have rolled back more than the one statement, or could not write at all. */
const ENGINE_IN_TROUBLE: ReadonlySet<string> = new Set([
  'SQLITE_BUSY',
  'SQLITE_FULL',
  'SQLITE_INTERRUPT',
  'SQLITE_IOERR',
  'SQLITE_NOMEM',
  'SQLITE_READONLY',
]);

/** What a driver says of its error. Native errors may come from another realm, where `instanceof Error` is false. */
interface DriverError {
  /** Such as SQLITE_FULL. */
  readonly code?: string;
  readonly message?: string;
}

export function driverError(error: unknown): DriverError {
  return typeof error === 'object' && error !== null ? error : {};
}

/**
 * A statement that the database refused. It stands in for TypeORM's QueryFailedError, which carries the bound
 * parameters: what a customer wrote, or a sealed password, would end in a log.
 */
export class StatementFailed extends Error {
  readonly code: string | undefined;

  constructor(
    readonly statement: string,
    reason: unknown,
  ) {
    super(driverError(reason).message ?? 'the database refused a statement');
    this.name = 'StatementFailed';
    this.code = driverError(reason).code;
  }

  /** Whether the database itself is in trouble (full, locked, broken disk), so that no statement may follow. */
  get fatal(): boolean {
    return this.code !== undefined && ENGINE_IN_TROUBLE.has(this.code);
  }
}
