import { Refusal, type RefusalCode } from '../../src/domain/refusal';
import type { Database } from '../../src/persistence/database';
import type { Stores } from '../../src/services/ports';

export async function refusalCode(wish: Promise<unknown>): Promise<RefusalCode | 'none'> {
  return wish.then(
    () => 'none',
    (error: unknown) => {
      if (error instanceof Refusal) return error.code;
      throw error;
    },
  );
}

export interface Subject {
  database: Database;
  /** One unit of work. */
  work<T>(change: (stores: Stores) => Promise<T>): Promise<T>;
}
