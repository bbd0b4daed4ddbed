import type { QueryRunner } from 'typeorm';
import type { Clock, Reader, ReadStores } from '../services/ports';
import { Sql } from './sql';
import type { SqlFlavour } from './sql-flavour';
import { storesOver } from './stores-over';
import { mustBeOutside } from './unit-scope';

/**
 * Reads on a second connection that cannot write, so it sees what is committed and never waits for the queue. Each
 * statement sees one moment; a read of several statements may see two. That is why nothing is decided here.
 */
export class ReadOnlyReader implements Reader {
  constructor(
    private readonly runner: QueryRunner,
    private readonly clock: Clock,
    private readonly flavour: SqlFlavour,
  ) {}

  async read<T>(look: (stores: ReadStores) => Promise<T>): Promise<T> {
    mustBeOutside('read was called');
    return look(storesOver(new Sql(this.runner, this.flavour), this.clock));
  }
}
