/**
 * Guards the one connection that writes. TypeORM's SQLite driver has a single query runner: two units of work at once
 * would share one BEGIN, and one's rollback would take the other's rows after it was told "committed".
 */
import { AsyncResource } from 'node:async_hooks';
import type { DataSource, QueryRunner } from 'typeorm';
import type { Refusal } from '../domain/refusal';
import { gatewayBusy } from './gateway-busy';
import { runStatement } from './run-statement';
import { SQLITE } from './sql-flavour';
import { StatementFailed } from './statement-failed';

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
}

const LIMITS: WriteQueueLimits = { mostPerCommit: 64, mostWaiting: 1000 };

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
      const batch = this.waiting.splice(0, this.limits.mostPerCommit);
      try {
        const answers = await this.commit(batch);
        for (const answer of answers) answer();
      } catch (error) {
        await runStatement(this.runner, 'ROLLBACK').catch(() => undefined); // SQLite may have rolled back by itself.
        for (const job of batch) job.reject(busy(error));
      }
    }
    this.draining = undefined;
  }

  private async commit(batch: readonly Job[]): Promise<(() => void)[]> {
    const answers: (() => void)[] = [];
    await runStatement(this.runner, 'BEGIN IMMEDIATE');
    for (const job of batch) answers.push(await this.attempt(job));
    await runStatement(this.runner, 'COMMIT');
    return answers;
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
      return () => job.reject(isFatal(error) ? busy(error) : error);
    }
  }
}

function busy(cause: unknown): Refusal {
  return gatewayBusy('the database cannot write at the moment', cause);
}

/** Whether the database itself is in trouble (full, locked, broken disk), so that no statement may follow. */
function isFatal(error: unknown): boolean {
  return error instanceof StatementFailed && SQLITE.failureEndsUnit(error.code);
}
