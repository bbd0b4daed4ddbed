import type { QueryRunner } from 'typeorm';
import type { Clock, Reader, ReadStores } from '../services/ports';
import { Sql } from './sql';
import type { SqlFlavour } from './sql-flavour';
import { asAnswered } from './sqlite-errors';
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
    const sql = new Sql(this.runner, this.flavour);
    try {
      return await look(storesOver(sql, this.clock));
    } catch (error) {
      throw asAnswered(error);
    } finally {
      // One of several statements may have failed before the others ended: a connection in use does not close.
      await sql.end();
    }
  }
}
