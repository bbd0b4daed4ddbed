import type { QueryRunner } from 'typeorm';
import { PreparedDatabase } from './prepared-database';

export interface Outcome {
  /** The id of the inserted row, after an INSERT. */
  readonly raw: unknown;
  readonly records: unknown[];
  readonly affected?: number | null;
}

/**
 * Runs one statement on the connection of the runner. Not by the runner's own `query` where the driver is ours: its events
 * and promises, which nobody here waits for, cost as much again as the statement does.
 */
export function runStatement(runner: QueryRunner, text: string, params: unknown[] = []): Promise<Outcome> {
  const { databaseConnection } = runner.connection.driver as { databaseConnection?: unknown };
  if (databaseConnection instanceof PreparedDatabase) return databaseConnection.carryOut(text, params);
  return runner.query(text, params, true) as Promise<Outcome>;
}
