/** What is to be done for confirmed refunds, and how workers share it. */

/** What was tried so far: answers and failures that were written down. A try that was interrupted does not count. */
export interface Tries {
  /** Since the provider last said anything definite. */
  readonly attempts: number;
  /** How often the provider said that it never arrived. */
  readonly absences: number;
}

/** A piece of work for later, claimed under a lease. */
export interface OutboxRow extends Tries {
  readonly id: number;
  readonly shop: string;
  readonly transactionId: number;
  /** Made anew by every claim: whoever lost the row to another claim cannot change it any more. */
  readonly claim: string;
  /** Whether the clock was seen to be set back since it was added: then no difference to an earlier time means anything. */
  readonly clockSetBack: boolean;
}

/** What is claimed belongs to its claim until another claim takes it, and none can before the lease ends. */
export interface OutboxStore {
  /** Adds work that is due at once; `at` is now. */
  add(shop: string, transactionId: number, at: number): Promise<void>;
  /**
   * Takes at most `limit` rows that nobody holds, until `now + leaseMs`. Disjoint between callers. Rows that are due, and
   * rows from before the clock was set back: those would wait for it to come round again.
   */
  claim(token: string, now: number, leaseMs: number, limit: number): Promise<OutboxRow[]>;
  /** The heartbeat of a worker: those of the rows that its token still has are its own until `now + leaseMs`. */
  renew(token: string, rows: readonly OutboxRow[], now: number, leaseMs: number): Promise<void>;
  /** Whether the row still belongs to its claim; if so, nobody takes it before the unit of work ends. */
  hold(row: OutboxRow): Promise<boolean>;
  /** As all that follow, does nothing when the row was lost: whoever has it now decides. */
  finish(row: OutboxRow): Promise<void>;
  /** Gives the row back, to be claimed again at `due`; `at` is now. */
  putOff(row: OutboxRow, at: number, due: number, tries: Tries): Promise<void>;
  /** Gives back everything this token holds: the process is ending. */
  release(token: string): Promise<void>;
}

export interface OutboxReads {
  /** The due time (epoch ms) of the oldest row that waits; undefined when none does. */
  oldestDue(): Promise<number | undefined>;
}
