import {
  next,
  requireNeverSent,
  TRANSITIONS,
  wayTo,
  type ProviderWord,
  type TransactionState,
} from '../../src/domain/transaction';
import { refusedBy } from './refused';

const STATES = Object.keys(TRANSITIONS) as TransactionState[];
const WORDS: readonly ProviderWord[] = ['pending', 'settled', 'declined', 'reversed'];
const SENT = 1;

/** Where a word leads a transaction that was sent; by hand, one row a state. */
const HEARD: Readonly<Record<TransactionState, readonly (TransactionState | 'contradiction')[]>> = {
  requested: ['contradiction', 'contradiction', 'contradiction', 'contradiction'],
  approved: ['pending', 'settled', 'declined', 'reversed'],
  sending: ['pending', 'settled', 'declined', 'reversed'],
  unknown: ['pending', 'settled', 'declined', 'reversed'],
  pending: ['pending', 'settled', 'declined', 'reversed'],
  settled: ['settled', 'settled', 'contradiction', 'reversed'],
  declined: ['declined', 'contradiction', 'declined', 'declined'],
  cancelled: ['contradiction', 'contradiction', 'cancelled', 'contradiction'],
  reversed: ['reversed', 'reversed', 'reversed', 'reversed'],
};

test.each(STATES.flatMap((state) => WORDS.map((word, column) => [state, word, HEARD[state][column]] as const)))(
  'a refund that is %s, of which the provider says %s: %s',
  (state, word, expected) => {
    const way = wayTo({ state, sentAt: SENT }, word);
    // Every step of the way is one that the table of the states knows.
    expect(way === 'contradiction' ? way : way.reduce(next, state)).toBe(expected);
  },
);

test.each(WORDS)('of a refund that nobody was told of, nobody can say that it is %s', (word) => {
  expect(wayTo({ state: 'approved' }, word)).toBe('contradiction');
  expect(wayTo({ state: 'requested' }, word)).toBe('contradiction');
});

test('of a refund that was made by hand at its provider, and that we never sent, the provider is heard', () => {
  expect(wayTo({ state: 'pending' }, 'settled')).toEqual(['settle']);
});

test('what a provider was ever given cannot be taken back', () => {
  expect(() => requireNeverSent({ state: 'approved' })).not.toThrow();
  expect(refusedBy(() => requireNeverSent({ state: 'approved', sentAt: SENT }))).toEqual({
    code: 'transition_not_allowed',
  });
  expect(() => requireNeverSent({ state: 'approved', sentAt: SENT })).toThrow('was handed to its provider');
});
