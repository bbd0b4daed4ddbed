/**
 * Guards the one connection that writes. TypeORM's SQLite driver has a single query runner: two units of work at once
 * would share one BEGIN, and one's rollback would take the other's rows after it was told "committed".
 */
import { AsyncResource } from 'node:async_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { gatewayBusy } from './gateway-busy';
import { runStatement } from './run-statement';
import { asAnswered, asCommitAnswered, cannotWrite, isLocked } from './sqlite-errors';

type Change<T> = (runner: QueryRunner) => Promise<T>;

interface Job {
  readonly change: Change<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

interface WriteQueueLimits {
  /** Units of work that share one COMMIT. */
  readonly mostPerCommit: number;
  /** Units of work that may wait; the next one is refused before it has any effect. */
  readonly mostWaiting: number;
  /** How long to wait for another process that holds the file. */
  readonly longestLockMs: number;
}

const LIMITS: WriteQueueLimits = { mostPerCommit: 64, mostWaiting: 1000, longestLockMs: 3000 };
/** Between two tries to take the file while another process holds it. */
const LONGEST_PAUSE_MS = 10;

/** The only writer on one SQLite file. Waiting requests share one durable COMMIT; each has a savepoint of its own. */
export class WriteQueue {
  private readonly runner: QueryRunner;
  private readonly waiting: Job[] = [];
  private readonly limits: WriteQueueLimits;
  private draining: Promise<void> | undefined;
  private closed = false;

  constructor(writer: DataSource, limits: Partial<WriteQueueLimits> = {}) {
    this.runner = writer.createQueryRunner();
    this.limits = { ...LIMITS, ...limits };
  }

  /** Answers after the COMMIT, never before. */
  async run<T>(change: Change<T>): Promise<T> {
    if (this.closed) throw gatewayBusy('the gateway is shutting down');
    if (this.waiting.length >= this.limits.mostWaiting) {
      throw gatewayBusy('too many requests are waiting');
    }
    return new Promise<T>((resolve, reject) => {
      // Bound, or the change would run in the context (request id, log) of whoever happened to wake the queue.
      this.waiting.push({ change: AsyncResource.bind(change), resolve: resolve as Job['resolve'], reject });
      this.draining ??= new Promise((drained) => setImmediate(() => void this.drain().finally(drained)));
    });
  }

  /** Takes no more, and answers when all that waited has been answered. */
  async close(): Promise<void> {
    this.closed = true;
    await this.draining;
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) {
      try {
        await this.begin();
      } catch (error) {
        // Whoever waits behind has waited as well, and would meet the same.
        await this.takeBack(this.waiting.splice(0), cannotWrite(error));
        continue;
      }
      await this.carryOut(this.waiting.splice(0, this.limits.mostPerCommit));
    }
    this.draining = undefined;
  }

  /** Waits for another process here, not in the driver, which would hold up a thread or, better-sqlite3, everything. */
  private async begin(): Promise<void> {
    const until = performance.now() + this.limits.longestLockMs;
    for (;;) {
      try {
        await runStatement(this.runner, 'BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if (!isLocked(error) || performance.now() > until) throw error;
        // By chance, so that two who poll for the same lock do not do it in step.
        await sleep(1 + Math.random() * LONGEST_PAUSE_MS);
      }
    }
  }

  private async carryOut(batch: readonly Job[]): Promise<void> {
    const answers: (() => void)[] = [];
    try {
      for (const job of batch) answers.push(await this.attempt(job));
    } catch (error) {
      return this.takeBack(batch, cannotWrite(error));
    }
    try {
      await runStatement(this.runner, 'COMMIT');
    } catch (error) {
      return this.takeBack(batch, asCommitAnswered(error));
    }
    for (const answer of answers) answer();
  }

  private async takeBack(batch: readonly Job[], reason: unknown): Promise<void> {
    await runStatement(this.runner, 'ROLLBACK').catch(() => undefined); // SQLite may have rolled back by itself.
    for (const job of batch) job.reject(reason);
  }

  private async attempt(job: Job): Promise<() => void> {
    await runStatement(this.runner, 'SAVEPOINT request');
    try {
      const value = await job.change(this.runner);
      await runStatement(this.runner, 'RELEASE request');
      return () => job.resolve(value);
    } catch (error) {
      // Fails when SQLite has already rolled everything back (disk full, I/O error): then the whole batch is refused.
      await runStatement(this.runner, 'ROLLBACK TO request').catch(() => {
        throw error;
      });
      await runStatement(this.runner, 'RELEASE request');
      return () => job.reject(asAnswered(error));
    }
  }
}
