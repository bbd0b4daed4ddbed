import {
  kindOfReturn,
  kindsOf,
  nextReturnState,
  REFUNDABLE_RETURN,
  RELEASED_RETURN,
  RETURN_TRANSITIONS,
  sourceTypeOf,
  type ReturnEvent,
  type ReturnKind,
  type ReturnState,
} from '../../src/domain/return';
import { refusedBy } from './refused';

const KINDS: readonly ReturnKind[] = ['return', 'cancellation', 'claim'];

/** The sentence of the design, once more and by hand. */
const ALLOWED: readonly (readonly [ReturnState, ReturnEvent, ReturnState])[] = [
  ['open', 'accept', 'accepted'],
  ['accepted', 'receive', 'received'],
  ['received', 'close', 'closed'],
  ['accepted', 'closeAnyway', 'closed'],
  ['received', 'closeAnyway', 'closed'],
  ['open', 'reject', 'rejected'],
  ['accepted', 'reject', 'rejected'],
  ['open', 'cancel', 'cancelled'],
  ['accepted', 'cancel', 'cancelled'],
  ['closed', 'reopen', 'accepted'],
  ['rejected', 'reopen', 'accepted'],
  ['cancelled', 'reopen', 'accepted'],
  ['cancelled', 'askAgain', 'open'],
];
const STATES: readonly ReturnState[] = ['open', 'accepted', 'received', 'closed', 'rejected', 'cancelled'];
const EVENTS: readonly ReturnEvent[] = [
  ...(['accept', 'reject', 'receive', 'close', 'closeAnyway', 'cancel', 'reopen', 'askAgain'] as const),
];

describe('a return', () => {
  test('has these states and no others', () => {
    expect(Object.keys(RETURN_TRANSITIONS).sort()).toEqual([...STATES].sort());
  });

  test.each(STATES.flatMap((state) => EVENTS.map((event) => [state, event] as const)))(
    'that is %s, told to %s',
    (state, event) => {
      const to = ALLOWED.find(([from, on]) => from === state && on === event)?.[2];
      if (to) expect(nextReturnState(state, event)).toBe(to);
      else expect(refusedBy(() => nextReturnState(state, event))).toEqual({ code: 'transition_not_allowed' });
    },
  );

  test('is refunded from the moment its goods are accepted, and holds its units until it is off', () => {
    expect(STATES.filter((state) => REFUNDABLE_RETURN.has(state))).toEqual(['accepted', 'received', 'closed']);
    expect(STATES.filter((state) => RELEASED_RETURN.has(state))).toEqual(['rejected', 'cancelled']);
  });
});

describe('the kind of a return', () => {
  const delivered = Date.parse('2026-11-01T12:00:00Z');
  const lastMoment = Date.parse('2026-11-15T12:00:00Z');

  test.each([
    ['of goods that were not shipped', { fulfilment: 'open' }, 14, lastMoment, 'cancellation'],
    [
      'of goods of which nobody said that they were sent, but that they came',
      { fulfilment: 'open', deliveredAt: 0 },
      14,
      lastMoment,
      'claim',
    ],
    ['of goods that nobody knows to be delivered', { fulfilment: 'fulfilled' }, 14, lastMoment, 'return'],
    ['on the day of delivery', { fulfilment: 'fulfilled', deliveredAt: delivered }, 14, delivered, 'return'],
    ['before delivery', { fulfilment: 'fulfilled', deliveredAt: delivered }, 0, delivered - 1, 'return'],
    ['in the last moment of the window', { fulfilment: 'fulfilled', deliveredAt: delivered }, 14, lastMoment, 'return'],
    ['one moment later', { fulfilment: 'fulfilled', deliveredAt: delivered }, 14, lastMoment + 1, 'claim'],
    [
      'one moment later, in a shop with a longer window',
      { fulfilment: 'fulfilled', deliveredAt: delivered },
      30,
      lastMoment + 1,
      'return',
    ],
    ['in a shop without a window', { fulfilment: 'fulfilled', deliveredAt: delivered }, 0, delivered + 1, 'claim'],
    [
      'of a cancelled order whose parcel came',
      { fulfilment: 'cancelled', deliveredAt: delivered },
      14,
      lastMoment,
      'return',
    ],
  ] as const)('%s', (_when, order, windowDays, now, kind) => {
    expect(kindOfReturn(order, windowDays, now)).toBe(kind);
  });

  test('a claim is refunded as a claim, everything else as a return', () => {
    expect((['return', 'claim', 'cancellation'] as const).map(sourceTypeOf)).toEqual(['return', 'claim', 'return']);
  });

  test('and what is looked for as the one or the other is just that', () => {
    for (const source of ['return', 'claim'] as const) {
      expect(kindsOf(source)).toEqual(KINDS.filter((kind) => sourceTypeOf(kind) === source));
    }
  });
});
