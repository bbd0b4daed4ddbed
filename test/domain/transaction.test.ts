import { isLive, REFUND_STATE_RULES, refundState, type RefundState } from '../../src/domain/refund';
import {
  effectOf,
  HOLDING,
  next,
  TRANSITIONS,
  type TransactionEvent,
  type TransactionState,
} from '../../src/domain/transaction';
import { refusedBy } from './refused';
import { ALLOWED } from './transaction-table';

const STATES: readonly TransactionState[] = [
  ...(['requested', 'approved', 'sending', 'pending', 'unknown', 'settled'] as const),
  ...(['declined', 'cancelled', 'reversed'] as const),
];
const EVENTS: readonly TransactionEvent[] = [
  ...(['update', 'approve', 'record', 'cancel', 'send', 'settle', 'wait', 'decline', 'lose'] as const),
  ...(['absent', 'reverse'] as const),
];
const PAIRS = STATES.flatMap((state) => EVENTS.map((event) => [state, event] as const));

describe('a transaction', () => {
  test('has these states and no others', () => {
    expect(Object.keys(TRANSITIONS).sort()).toEqual([...STATES].sort());
  });

  test.each(PAIRS)('that is %s, told to %s', (state, event) => {
    const to = ALLOWED.find(([from, on]) => from === state && on === event)?.[2];
    if (to) expect(next(state, event)).toBe(to);
    else expect(refusedBy(() => next(state, event))).toEqual({ code: 'transition_not_allowed' });
  });

  test.each(['declined', 'cancelled', 'reversed'] as const)(
    'that is %s is over and has released its money',
    (state) => {
      expect(TRANSITIONS[state]).toEqual({});
      expect(HOLDING.has(state)).toBe(false);
    },
  );

  test.each(['requested', 'approved', 'sending', 'pending', 'unknown', 'settled'] as const)(
    'that is %s holds its money',
    (state) => {
      expect(HOLDING.has(state)).toBe(true);
    },
  );
});

describe('what a step does to the money', () => {
  const KEPT = { committed: 0, refunded: 0 };
  const GIVEN = { committed: 0, refunded: 1 };
  const RELEASED = { committed: -1, refunded: 0 };
  const CAME_BACK = { committed: -1, refunded: -1 };
  const EFFECTS = {
    requested: KEPT,
    approved: KEPT,
    sending: KEPT,
    pending: KEPT,
    unknown: KEPT,
    settled: GIVEN,
    declined: RELEASED,
    cancelled: RELEASED,
    reversed: CAME_BACK,
  } as const satisfies Record<TransactionState, object>;

  test.each(ALLOWED)('from %s on %s to %s', (from, _event, to) => {
    expect(effectOf(from, to)).toEqual(EFFECTS[to]);
  });
});

describe('the state of a refund', () => {
  const SETS = Array.from({ length: 2 ** STATES.length }, (_, index) =>
    STATES.filter((_state, bit) => (index >> bit) % 2 === 1),
  );

  test.each(SETS.map((set) => [set.join(' and ') || 'none', set] as const))(
    '%s: exactly one rule fits',
    (_name, set) => {
      const present = new Set(set);
      const fitting = REFUND_STATE_RULES.filter(
        ({ some, none }) =>
          some.every((group) => group.some((state) => present.has(state))) &&
          none.every((state) => !present.has(state)),
      );
      expect(fitting).toHaveLength(1);
      expect(refundState(set.map((state) => ({ state })))).toBe(stateByHand(present));
    },
  );

  /** The sentence "what is unfinished beats what is finished, the least far speaks", in other words than the rules. */
  function stateByHand(present: ReadonlySet<TransactionState>): RefundState {
    const unfinished = ['requested', 'approved', 'sending', 'unknown', 'pending'] as const;
    const first = unfinished.find((state) => present.has(state));
    if (first) return first;
    const failures = (['declined', 'reversed', 'cancelled'] as const).filter((state) => present.has(state));
    if (present.has('settled')) return failures.length > 0 ? 'partial' : 'settled';
    return failures[0] ?? 'settled';
  }

  test('one transaction gives the refund its own state', () => {
    for (const state of STATES) expect(refundState([{ state }])).toBe(state);
  });

  test('how many transactions are in a state makes no difference', () => {
    expect(refundState([{ state: 'settled' }, { state: 'settled' }, { state: 'declined' }])).toBe('partial');
  });

  test('a refund without transactions is of goods alone, and done', () => {
    expect(refundState([])).toBe('settled');
    expect(isLive({ transactions: [] })).toBe(true);
  });
});
