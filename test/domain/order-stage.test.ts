import {
  afterOrderEvent,
  ORDER_TRANSITIONS,
  requireConfirmed,
  stageOf,
  type OrderEvent,
  type OrderStage,
} from '../../src/domain/order-stage';
import { refusedBy } from './refused';

type Facts = Parameters<typeof afterOrderEvent>[0];

const paid: Facts = { id: 7, fulfilment: 'open', captured: 100 };
const FACTS: Readonly<Record<OrderStage, Facts>> = {
  unpaid: { ...paid, captured: 0 },
  paid,
  confirmed: { ...paid, confirmedAt: 5 },
  sent: { ...paid, fulfilment: 'fulfilled' },
  delivered: { ...paid, deliveredAt: 6 },
  cancelled: { ...paid, fulfilment: 'cancelled', confirmedAt: 5, deliveredAt: 6 },
};
const STAGES = Object.keys(ORDER_TRANSITIONS) as OrderStage[];
const EVENTS: readonly OrderEvent[] = ['confirm', 'send', 'cancel'];

test.each(STAGES)('an order is %s by its facts', (stage) => {
  expect(stageOf(FACTS[stage])).toBe(stage);
});

test('an order that was confirmed before it was paid is confirmed', () => {
  expect(stageOf({ ...FACTS.unpaid, confirmedAt: 5 })).toBe('confirmed');
});

describe.each(STAGES)('an order that is %s', (stage) => {
  test.each(EVENTS)('and is to %s comes to what the table says, or is refused', (event) => {
    const to = ORDER_TRANSITIONS[stage][event];
    const ask = (): OrderStage => stageOf({ ...FACTS[stage], ...afterOrderEvent(FACTS[stage], event, 9) });
    if (to === undefined) expect(refusedBy(ask).code).toBe('transition_not_allowed');
    else expect(ask()).toBe(to);
  });
});

test('what was confirmed stays known as confirmed then', () => {
  expect(afterOrderEvent(FACTS.paid, 'confirm', 9)).toEqual({ fulfilment: 'open', confirmedAt: 9 });
  expect(afterOrderEvent(FACTS.confirmed, 'send', 9)).toEqual({ fulfilment: 'fulfilled', confirmedAt: 5 });
  expect(afterOrderEvent(FACTS.unpaid, 'cancel', 9)).toEqual({ fulfilment: 'cancelled' });
});

test.each<[OrderStage, boolean]>([
  ['unpaid', false],
  ['paid', false],
  ['confirmed', true],
  ['sent', true],
  ['delivered', true],
  ['cancelled', false],
])('an order that is %s may be refunded where only confirmed ones are: %s', (stage, may) => {
  const ask = (): void => requireConfirmed(FACTS[stage]);
  if (may) expect(ask).not.toThrow();
  else expect(refusedBy(ask).code).toBe('order_not_confirmed');
});
