/** Errors after which SQLite may have rolled back more than the one statement, or could not write at all. */
const ENGINE_IN_TROUBLE: ReadonlySet<string> = new Set([
  'SQLITE_BUSY',
  'SQLITE_FULL',
  'SQLITE_INTERRUPT',
  'SQLITE_IOERR',
  'SQLITE_NOMEM',
  'SQLITE_READONLY',
]);

/** The driver's own code of an error, such as SQLITE_FULL. */
export function driverCode(error: unknown): string | undefined {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
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
    super(reason instanceof Error ? reason.message : 'the database refused a statement');
    this.name = 'StatementFailed';
    this.code = driverCode(reason);
  }

  /** Whether the database itself is in trouble (full, locked, broken disk), so that no statement may follow. */
  get fatal(): boolean {
    return this.code !== undefined && ENGINE_IN_TROUBLE.has(this.code);
  }
}
