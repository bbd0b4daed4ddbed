import { AsyncLocalStorage } from 'node:async_hooks';
import type { QueryRunner } from 'typeorm';
import type { Clock, Stores, UnitOfWork } from '../services/ports';
import { Sql } from './sql';
import { storesOver } from './stores-over';
import type { WriteQueue } from './write-queue';

/** Which unit of work this line of execution is in; `over` once it has ended, for what it left behind may begin another. */
const current = new AsyncLocalStorage<{ over: boolean }>();

/** Throws inside a unit of work: it would wait for itself, or decide on what it has not yet written. A bug, not a refusal. */
export function mustBeOutside(what: string): void {
  if (current.getStore()?.over === false) throw new Error(`${what} inside a unit of work`);
}

/** Units of work one after the other, through the one queue that writes. */
export class SerialUnitOfWork implements UnitOfWork {
  constructor(
    private readonly queue: WriteQueue,
    private readonly clock: Clock,
  ) {}

  async run<T>(change: (stores: Stores) => Promise<T>): Promise<T> {
    mustBeOutside('run was called');
    return this.queue.run((runner) => this.carryOut(runner, change));
  }

  private async carryOut<T>(runner: QueryRunner, change: (stores: Stores) => Promise<T>): Promise<T> {
    const sql = new Sql(runner);
    const unit = { over: false };
    try {
      return await current.run(unit, () => change(storesOver(sql, this.clock)));
    } finally {
      unit.over = true;
      await sql.end();
    }
  }
}
