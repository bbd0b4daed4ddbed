/** Tells whoever runs the gateway when the database gets into trouble, and when it is over: once, however many requests meet it. */
import { Refusal } from '../domain/refusal';
import type { Reader, UnitOfWork } from '../services/ports';

export type DatabaseNews =
  | { readonly kind: 'away'; readonly cause: unknown }
  | { readonly kind: 'back'; readonly seconds: number; readonly refused: number };

/** How long nothing may go wrong before the trouble counts as over: a full disk still takes what needs no room. */
const QUIET_MS = 5_000;

interface Watchable {
  readonly unitOfWork: UnitOfWork;
  readonly reader: Reader;
  ping(): Promise<void>;
}

/** The same database; what it refuses for reasons of its own is counted. */
export function watched(database: Watchable, tell: (news: DatabaseNews) => void): Watchable {
  const watch = new Watch(tell);
  const { unitOfWork, reader } = database;
  return {
    unitOfWork: { run: (change) => watch.over(unitOfWork.run(change)) },
    reader: { read: (look) => watch.over(reader.read(look)) },
    ping: () => watch.over(database.ping()),
  };
}

class Watch {
  private begun: number | undefined;
  private last = 0;
  private refused = 0;

  constructor(private readonly tell: (news: DatabaseNews) => void) {}

  async over<T>(work: Promise<T>): Promise<T> {
    try {
      const value = await work;
      if (this.begun !== undefined) this.well(this.begun);
      return value;
    } catch (error) {
      // A refusal without a cause is no trouble of the database: too many wait, or the gateway is shutting down.
      if (error instanceof Refusal && error.cause !== undefined) this.ill(error.cause);
      throw error;
    }
  }

  private ill(cause: unknown): void {
    this.last = performance.now();
    this.refused += 1;
    if (this.begun !== undefined) return;
    this.begun = this.last;
    this.tell({ kind: 'away', cause });
  }

  private well(begun: number): void {
    if (performance.now() - this.last < QUIET_MS) return;
    const [seconds, refused] = [Math.round((this.last - begun) / 1000), this.refused];
    this.begun = undefined;
    this.refused = 0;
    this.tell({ kind: 'back', seconds, refused });
  }
}
