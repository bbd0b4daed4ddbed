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
export async function runStatement(runner: QueryRunner, text: string, params: unknown[] = []): Promise<Outcome> {
  const connection: unknown = await runner.connect();
  if (connection instanceof PreparedDatabase) return connection.carryOut(text, params);
  return (await runner.query(text, params, true)) as Outcome;
}
