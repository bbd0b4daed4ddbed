/**
 * Where the engines differ. The stores write one text for all of them, and take from here what has no portable form;
 * none of them asks which engine or driver it is on.
 */
import type { Outcome } from './run-statement';
import { isInTrouble } from './sqlite-errors';

export type SqlValue = string | number | boolean | null | undefined;

export interface SqlFlavour {
  /** Follows a SELECT of one row that belongs to the unit of work from then on. */
  readonly takeRow: string;
  /** Follows a SELECT of rows that nobody else is taking at this moment. */
  readonly takeFreeRows: string;
  /** Takes a name ($1) for the unit of work, where there is no row to take yet. */
  readonly takeName?: string;
  /** Follows an INSERT that must tell the id it gave. */
  readonly returningId: string;
  /** The id that an INSERT gave. */
  idOf(outcome: Outcome): number;
  /** Parameters as the driver takes them. */
  bind(params: readonly SqlValue[]): unknown[];
  /** Whether a connection carries out one statement after the other, so that the next has to wait for its turn. */
  readonly oneAtATime: boolean;
  /** Whether many rows are read faster as one text than as rows. In it a boolean is 0 or 1, as in this engine's rows. */
  readonly tellsRowsAsText: boolean;
  /** Whether a statement that failed with this code takes its whole unit of work with it. */
  failureEndsUnit(code: string | undefined): boolean;
}

/** A unit of work on SQLite begins with BEGIN IMMEDIATE: it holds the only write lock there is, and with it every row. */
export const SQLITE: SqlFlavour = {
  takeRow: '',
  takeFreeRows: '',
  returningId: '',
  idOf: ({ raw }) => Number(raw),
  bind: (params) => params.map((value) => value ?? null),
  oneAtATime: false,
  tellsRowsAsText: true,
  failureEndsUnit: isInTrouble,
};

/** The driver knows $1 as a name only, and no booleans. */
export const BETTER_SQLITE: SqlFlavour = {
  ...SQLITE,
  tellsRowsAsText: false,
  bind: (params) => {
    const named: Record<string, string | number | null> = {};
    for (const [at, value] of params.entries()) {
      named[at + 1] = typeof value === 'boolean' ? Number(value) : (value ?? null);
    }
    return params.length === 0 ? [] : [named];
  },
};

export const POSTGRES: SqlFlavour = {
  takeRow: ' FOR UPDATE',
  takeFreeRows: ' FOR UPDATE SKIP LOCKED',
  // Of the transaction, not of the session: it never outlives its unit, whatever stands between us and the server.
  takeName: 'SELECT pg_advisory_xact_lock(hashtextextended($1, 0))',
  returningId: ' RETURNING id',
  idOf: ({ records }) => (records[0] as { id: number }).id,
  bind: (params) => params.map((value) => value ?? null),
  oneAtATime: true,
  tellsRowsAsText: false,
  failureEndsUnit: () => true,
};
