/** The end of a run: what was begun must end, and the database is asked what became of the money. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { CarefulClients } from './careful-clients';
import { atMost, exactly, known, type Figure } from './figures';
import { verifyAudit } from './sample-shop';
import type { ScratchDatabase } from './scratch-database';
import { describeLeft, judge, leftToDo } from './verdict';

const POLL_MS = 200;
const MOST_TOLD = 5;
const LONGEST_LINE = 500;

export interface Drain {
  /** What nobody had done when the time was over. */
  readonly left: number;
  readonly seconds: number;
}

/** Waits until nothing is left to do, or until it should have been, counted from `since` as performance.now() counts. */
export async function drain(
  database: ScratchDatabase,
  since: number,
  limitMs: number,
  tell: (line: string) => void,
): Promise<Drain> {
  for (;;) {
    const left = await leftToDo(database);
    const tookMs = performance.now() - since;
    if (left === 0 || tookMs > limitMs) {
      for (const line of left > 0 ? await describeLeft(database) : []) tell(`still waiting: ${line}`);
      return { left, seconds: Math.round(tookMs / 100) / 10 };
    }
    await sleep(POLL_MS);
  }
}

export function drainFigures(name: string, { left, seconds }: Drain, limitMs: number, when = ''): Figure[] {
  return [
    exactly(name, `left to do${when}`, left, 0),
    atMost(name, `seconds until drained${when}`, seconds, limitMs / 1000),
  ];
}

export interface FinishedRun {
  readonly database: ScratchDatabase;
  readonly secretsKey: string;
  readonly clients: Pick<CarefulClients, 'acknowledged' | 'wrong' | 'retries' | 'repeats'>;
  /** What the gateways called bugs of their own. */
  readonly bugs: readonly string[];
}

/** Whether the money is right. */
export async function judgement(name: string, run: FinishedRun, tell: (line: string) => void): Promise<Figure[]> {
  const { database, secretsKey, clients, bugs } = run;
  const counts = await judge(database, clients.acknowledged);
  const audit = await verifyAudit(database.url, secretsKey);
  if (!audit.intact) tell(`audit: ${audit.problem}`);
  for (const line of [...clients.wrong, ...bugs].slice(0, MOST_TOLD)) tell(line.slice(0, LONGEST_LINE));
  return [
    known(name, 'requests sent again', clients.retries),
    known(name, 'answers asked for twice', clients.repeats),
    exactly(name, 'wrong answers', clients.wrong.length, 0),
    ...Object.entries(counts).map(([what, count]) => exactly(name, what, count, 0)),
    exactly(name, 'audit chains broken', Number(!audit.intact), 0),
    exactly(name, 'bugs the gateway logged', bugs.length, 0),
  ];
}
