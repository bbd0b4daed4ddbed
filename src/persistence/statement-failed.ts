import { QueryFailedError } from 'typeorm';

/** What a driver says of its error. Native errors may come from another realm, where `instanceof Error` is false. */
interface DriverError {
  /** Such as SQLITE_FULL, 40001 (PostgreSQL) or ECONNRESET. */
  readonly code?: string;
  readonly message?: string;
  /** The table that a rule was broken in; PostgreSQL only. */
  readonly table?: string;
}

export function driverError(error: unknown): DriverError {
  const reason: unknown = error instanceof QueryFailedError ? error.driverError : error;
  return typeof reason === 'object' && reason !== null ? reason : {};
}

/** Data that does not fit: PostgreSQL repeats it in the message. */
const DATA_EXCEPTION = /^22/;

/**
 * A statement that the database refused, or that never reached it. It stands in for TypeORM's QueryFailedError, which
 * carries the bound parameters: what a customer wrote, or a sealed password, would end in a log.
 */
export class StatementFailed extends Error {
  readonly code: string | undefined;
  readonly table: string | undefined;

  constructor(
    readonly statement: string,
    reason: unknown,
  ) {
    const { code, message = 'the database refused a statement', table } = driverError(reason);
    super(DATA_EXCEPTION.test(code ?? '') ? `a value does not fit (${code})` : message);
    this.name = 'StatementFailed';
    this.code = code;
    this.table = table;
  }
}
