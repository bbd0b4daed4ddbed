import type { QueryRunner } from 'typeorm';
import type { Clock, Reader, ReadStores } from '../services/ports';
import { mustBeOutside } from './serial-unit-of-work';
import { Sql } from './sql';
import { storesOver } from './stores-over';

/**
 * Reads on a second connection that cannot write, so it sees what is committed and never waits for the queue. Each
 * statement sees one moment; a read of several statements may see two. That is why nothing is decided here.
 */
export class ReadOnlyReader implements Reader {
  constructor(
    private readonly runner: QueryRunner,
    private readonly clock: Clock,
  ) {}

  async read<T>(look: (stores: ReadStores) => Promise<T>): Promise<T> {
    mustBeOutside('read was called');
    return look(storesOver(new Sql(this.runner), this.clock));
  }
}
