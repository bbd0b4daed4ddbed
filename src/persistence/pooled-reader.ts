import type { DataSource } from 'typeorm';
import type { Clock, Reader, ReadStores } from '../services/ports';
import type { Admission } from './admission';
import { giveBack } from './pooled-connection';
import { asAnswered, isLineBroken } from './postgres-errors';
import { Sql } from './sql';
import { POSTGRES } from './sql-flavour';
import { storesOver } from './stores-over';
import { mustBeOutside } from './unit-scope';

/**
 * Reads on connections that cannot write. Each statement sees what is committed at its own moment; a read of several may
 * see two. That is why nothing is decided here, and why a copy of the database may stand behind it.
 */
export class PooledReader implements Reader {
  constructor(
    private readonly source: DataSource,
    private readonly admission: Admission,
    private readonly clock: Clock,
  ) {}

  async read<T>(look: (stores: ReadStores) => Promise<T>): Promise<T> {
    mustBeOutside('read was called');
    return this.admission.run(async () => {
      const runner = this.source.createQueryRunner();
      const sql = new Sql(runner, POSTGRES);
      try {
        return await look(storesOver(sql, this.clock));
      } catch (error) {
        throw asAnswered(error);
      } finally {
        await sql.end();
        await giveBack(runner, isLineBroken(sql.failure));
      }
    });
  }
}
