/** The end of a run: what was begun must end, and the database is asked what became of the money. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Acknowledged } from './careful-clients';
import { exactly, type Figure } from './figures';
import type { GatewayStart } from './gateway-process';
import { verifyAudit } from './sample-shop';
import type { ScratchDatabase } from './scratch-database';
import { judge, leftToDo } from './verdict';

const POLL_MS = 200;

/** Waits until nothing is left to do, or until it should have been. Answers what is left. */
export async function drain(database: ScratchDatabase, until: number): Promise<number> {
  for (;;) {
    const left = await leftToDo(database);
    if (left === 0 || performance.now() > until) return left;
    await sleep(POLL_MS);
  }
}

/** Every question about the money, and whether the audit is whole. */
export async function verdictOf(
  harness: string,
  database: ScratchDatabase,
  start: GatewayStart,
  acknowledged: readonly Acknowledged[],
  tell: (line: string) => void,
): Promise<Figure[]> {
  const counts = await judge(database, acknowledged);
  const audit = await verifyAudit(start.databaseUrl, start.secretsKey);
  if (!audit.intact) tell(`audit: ${audit.problem}`);
  return [
    ...Object.entries(counts).map(([what, count]) => exactly(harness, what, count, 0)),
    exactly(harness, 'audit chains broken', Number(!audit.intact), 0),
  ];
}
