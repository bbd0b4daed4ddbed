/** What a word of a provider does to our books: in any order, any number of times, true or not. */
import type { Shop, Transaction, TransactionState, Word, World } from '../world';
import { after, moveAudited, type Happening } from './steps';

/** The whole way to what each word says; a transaction walks the part of it that is still before it. */
const WAY: Readonly<Record<Word, readonly Happening[]>> = {
  pending: ['send', 'wait'],
  settled: ['send', 'settle'],
  declined: ['send', 'decline'],
  reversed: ['send', 'settle', 'reverse'],
};

/** What can never be true beside what we know. */
const IMPOSSIBLE: Readonly<Record<Word, readonly TransactionState[]>> = {
  pending: ['cancelled'],
  settled: ['declined', 'cancelled'],
  declined: ['settled'],
  reversed: ['cancelled'],
};

const FINISHED: readonly TransactionState[] = ['settled', 'declined', 'cancelled', 'reversed'];

export const isFinished = ({ state }: Transaction): boolean => FINISHED.includes(state);

/** A word takes a transaction where it says, unless it was overtaken; what contradicts our books is only written down. */
export function hear(world: World, shop: Shop, transaction: Transaction, word: Word, reference?: string): void {
  const { state, sentAt } = transaction;
  const nobodyWasTold = state === 'requested' || (state === 'approved' && sentAt === undefined);
  if (nobodyWasTold || IMPOSSIBLE[word].includes(state)) return contradict(shop, transaction, word);
  for (const happening of WAY[word]) {
    if (after(transaction.state, happening) === undefined) continue;
    moveAudited(world, shop, transaction, happening);
    if (reference !== undefined) transaction.reference = reference;
  }
}

/** Written down once, however often it is told. */
export function contradict(shop: Shop, transaction: Transaction, word: string): void {
  const said = `${transaction.state} ${word}`;
  if (!transaction.contradictions.has(said)) shop.audited += 1;
  transaction.contradictions.add(said);
}

/** The line broke, or proved that nothing arrived: no news for a transaction that is elsewhere by now. */
export function hearNothing(world: World, shop: Shop, transaction: Transaction, what: 'lose' | 'absent'): void {
  if (after(transaction.state, what) !== undefined) moveAudited(world, shop, transaction, what);
}
