/**
 * Counts calls for platforms that limit them: a bucket for each caller, into which each call puts one, and from which a steady
 * number runs out. Kept in the memory of this process: of several processes each has its own.
 */

export interface BucketSize {
  /** How many calls a bucket holds at most. */
  readonly room: number;
  /** How many run out of it in a second. */
  readonly perSecond: number;
}

export interface Admission {
  readonly admitted: boolean;
  /** How many calls the bucket holds now. */
  readonly held: number;
  /** How long to wait until one more is admitted; 0 when it would be now. */
  readonly waitMs: number;
}

/** With more buckets than this, those that ran empty are thrown away. */
const MOST_BUCKETS = 10_000;

export class CallBuckets {
  /** When each bucket will have run empty (epoch ms). */
  private readonly emptyAt = new Map<string, number>();

  constructor(
    private readonly size: BucketSize,
    private readonly now: () => number,
  ) {}

  /** Puts a call into the bucket of this name. One that is not admitted is not counted. */
  take(name: string): Admission {
    const now = this.now();
    const callMs = 1000 / this.size.perSecond;
    const fullMs = this.size.room * callMs;
    // A clock that was set back must not keep anybody out for longer than a full bucket would.
    const before = Math.min(Math.max(this.emptyAt.get(name) ?? now, now), now + fullMs);
    const admitted = before + callMs <= now + fullMs;
    const after = admitted ? before + callMs : before;
    this.emptyAt.set(name, after);
    if (this.emptyAt.size > MOST_BUCKETS) this.forgetEmpty(now);
    return {
      admitted,
      held: Math.ceil((after - now) / callMs),
      waitMs: Math.max(0, after + callMs - fullMs - now),
    };
  }

  private forgetEmpty(now: number): void {
    for (const [name, at] of this.emptyAt) if (at <= now) this.emptyAt.delete(name);
  }
}
