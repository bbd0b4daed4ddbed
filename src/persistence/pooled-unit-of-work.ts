/** Units of work beside each other, each in a transaction of its own from a pool of connections. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import type { Clock, Stores, UnitOfWork } from '../services/ports';
import type { Admission } from './admission';
import { giveBack } from './pooled-connection';
import { asAnswered, asCommitAnswered, isLineBroken, wasOvertaken } from './postgres-errors';
import { Sql } from './sql';
import { POSTGRES } from './sql-flavour';
import { StatementFailed } from './statement-failed';
import { insideUnit, mustBeOutside } from './unit-scope';

/** How often a unit of work begins anew after another one was in its way. */
export const MOST_ATTEMPTS = 6;
/** The pause before the second attempt, doubled before each further one; by chance shorter, so that rivals part. */
const FIRST_PAUSE_MS = 10;

/** Said aloud: a server, a database or a role may have other defaults. */
const BEGIN = 'BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE';

export class PooledUnitOfWork implements UnitOfWork {
  constructor(
    private readonly source: DataSource,
    private readonly admission: Admission,
    private readonly clock: Clock,
  ) {}

  async run<T>(change: (stores: Stores) => Promise<T>): Promise<T> {
    mustBeOutside('run was called');
    return this.admission.run(() => this.untilDone(change));
  }

  private async untilDone<T>(change: (stores: Stores) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.attempt(change);
      } catch (error) {
        if (attempt === MOST_ATTEMPTS || !wasOvertaken(error)) throw asAnswered(error);
        await sleep(Math.random() * FIRST_PAUSE_MS * 2 ** attempt);
      }
    }
  }

  private async attempt<T>(change: (stores: Stores) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    const sql = new Sql(runner, POSTGRES);
    let broken = false;
    let committing = false;
    try {
      await ask(runner, BEGIN);
      const value = await insideUnit(sql, this.clock, change);
      // The server would answer COMMIT with a rollback, and without an error, when a statement has failed.
      if (sql.failure) throw sql.failure;
      committing = true;
      await ask(runner, 'COMMIT');
      return value;
    } catch (error) {
      // What the change made of a failed statement does not matter: the statement says what happened.
      const reason = sql.failure ?? error;
      broken = isLineBroken(reason) || !(await takenBack(runner));
      throw committing ? asCommitAnswered(reason) : reason;
    } finally {
      await giveBack(runner, broken);
    }
  }
}

async function ask(runner: QueryRunner, text: string): Promise<void> {
  await runner.query(text).catch((error: unknown) => {
    throw new StatementFailed(text, error);
  });
}

/** False when the connection cannot even roll back. */
function takenBack(runner: QueryRunner): Promise<boolean> {
  return runner.query('ROLLBACK').then(
    () => true,
    () => false,
  );
}
