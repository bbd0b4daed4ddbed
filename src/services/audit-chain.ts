/**
 * The audit entries of a shop are a chain: each carries a hash over the hash before it and its own contents. Whoever
 * changes, deletes, reorders or cuts off an entry breaks the chain at that place, and cannot mend it without making
 * every later hash anew, which a head that was written down elsewhere then gives away.
 */
import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json';
import type { AuditHead, ChainedEntry } from './ports';

/** What the first entry of a shop is chained to. */
export const CHAIN_START: AuditHead = { seq: 0, hash: '0'.repeat(64) };

/** The hash of an entry that follows `previous`. */
export function linkOf(shop: string, previous: string, entry: Omit<ChainedEntry, 'id' | 'hash'>): string {
  const { seq, subject, subjectId, actor, action, requestId, before, after, at } = entry;
  const contents = canonicalJson({ shop, seq, subject, subjectId, actor, action, requestId, before, after, at });
  return createHash('sha256').update(`${previous} ${contents}`).digest('hex');
}

export type ChainVerdict =
  | { readonly intact: true; readonly entries: number; readonly head: AuditHead }
  | { readonly intact: false; readonly entries: number; readonly brokenAt: number; readonly problem: string };

/** Walks the chain from its start; entries come in the order of their sequence numbers. */
export class ChainWalk {
  private last = CHAIN_START;
  private broken: { brokenAt: number; problem: string } | undefined;

  constructor(private readonly shop: string) {}

  /** False once the chain is broken: what comes after cannot be judged. */
  take(entry: ChainedEntry): boolean {
    const expected = this.last.seq + 1;
    if (entry.seq !== expected) {
      this.broken = { brokenAt: expected, problem: `entry ${expected} is missing; entry ${entry.seq} follows` };
    } else if (entry.hash !== linkOf(this.shop, this.last.hash, entry)) {
      this.broken = { brokenAt: expected, problem: `entry ${expected} is not what was written` };
    } else {
      this.last = { seq: entry.seq, hash: entry.hash };
    }
    return this.broken === undefined;
  }

  /** @param heads what is known of the end: the head that the database keeps, and one that was written down elsewhere */
  verdict(...heads: readonly (AuditHead | undefined)[]): ChainVerdict {
    const { seq: entries } = this.last;
    if (this.broken) return { intact: false, entries, ...this.broken };
    for (const head of heads.filter((known) => known !== undefined)) {
      if (head.seq > entries) {
        const problem = `the chain ends at entry ${entries}, but it had ${head.seq}: the end was cut off`;
        return { intact: false, entries, brokenAt: entries + 1, problem };
      }
      if (head.seq === entries && head.hash !== this.last.hash) {
        return { intact: false, entries, brokenAt: entries, problem: `entry ${entries} is not the one that was last` };
      }
    }
    return { intact: true, entries, head: this.last };
  }
}
