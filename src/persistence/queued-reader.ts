import type { Reader, ReadStores, UnitOfWork } from '../services/ports';

/** Reads of a database in memory, which has no second connection: they wait in the write queue like everything else. */
export class QueuedReader implements Reader {
  constructor(private readonly work: UnitOfWork) {}

  async read<T>(look: (stores: ReadStores) => Promise<T>): Promise<T> {
    return this.work.run(look);
  }
}
