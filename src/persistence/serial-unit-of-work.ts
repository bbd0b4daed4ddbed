import type { Clock, Stores, UnitOfWork } from '../services/ports';
import { Sql } from './sql';
import type { SqlFlavour } from './sql-flavour';
import { insideUnit, mustBeOutside } from './unit-scope';
import type { WriteQueue } from './write-queue';

/** Units of work one after the other, through the one queue that writes. */
export class SerialUnitOfWork implements UnitOfWork {
  constructor(
    private readonly queue: WriteQueue,
    private readonly clock: Clock,
    private readonly flavour: SqlFlavour,
  ) {}

  async run<T>(change: (stores: Stores) => Promise<T>): Promise<T> {
    mustBeOutside('run was called');
    return this.queue.run((runner) => insideUnit(new Sql(runner, this.flavour), this.clock, change));
  }
}
