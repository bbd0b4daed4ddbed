/**
 * Whose turn it is, as the tables tell it. When something is tried again is the gateway's own affair; what must happen when
 * it is, and that nothing is forgotten, is the model's.
 */
import type { Rows } from '../../onlooker';
import type { Due } from '../rules/provider';
import type { Told, World } from '../world';

type Row = Readonly<Record<string, unknown>>;

/** What was written down as now, or until when a lease lasts, and lies further ahead than this: the clock was set back. */
const CLOCKS_DIFFER_MS = 60_000;
const LONGEST_LEASE_MS = 15_000;

/** @param most rows that the worker takes at once */
export function dueRows(world: World, rows: Rows, most: number): { due: Due[]; heldElsewhere: number } {
  const open = (rows['outbox'] ?? []).filter(({ done }) => done === null);
  const free = open.filter((row) => {
    const wanted = Number(row['due']) <= world.now || wasSetBack(world, row['due_set_at']);
    const until = Number(row['leased_until'] ?? 0);
    return wanted && (until <= world.now || wasSetBack(world, until - LONGEST_LEASE_MS));
  });
  const taken = [...free].sort(bySequence).slice(0, most);
  const heldElsewhere = open.filter((row) => row['token'] !== null && !taken.includes(row)).length;
  return { due: taken.flatMap((row) => dueOf(world, row)), heldElsewhere };
}

const wasSetBack = (world: World, written: unknown): boolean => Number(written) > world.now + CLOCKS_DIFFER_MS;

const bySequence = (a: Row, b: Row): number => Number(a['due']) - Number(b['due']) || Number(a['id']) - Number(b['id']);

function dueOf(world: World, row: Row): Due[] {
  for (const shop of world.shops.filter(({ code }) => code === row['shop'])) {
    for (const { transactions } of shop.refunds) {
      const transaction = transactions.find(({ id }) => id === row['transaction_id']);
      const clockSetBack = Boolean(row['clock_set_back']) || wasSetBack(world, row['due_set_at']);
      if (transaction) return [{ shop, transaction, clockSetBack }];
    }
  }
  throw new Error(`the outbox has a row of nothing: ${JSON.stringify(row)}`);
}

export function dueWebhooks(world: World, rows: Rows): Told[] {
  const waiting = (rows['inbox'] ?? []).filter(
    (row) => row['processed_at'] === null && (Number(row['due']) <= world.now || wasSetBack(world, row['parked_at'])),
  );
  return [...waiting].sort(bySequence).map((row) => {
    const told = world.inbox.find(({ shop, event }) => shop.code === row['shop'] && event === row['event_id']);
    if (!told) throw new Error(`the inbox has a row of nothing: ${JSON.stringify(row)}`);
    return told;
  });
}
