import fc from 'fast-check';
import { automaticallyRefundable, planParts, STRATEGIES, type Strategy } from '../../src/domain/allocation';
import { refundableOf, type Payment } from '../../src/domain/order';
import { refusedBy } from './refused';
import { usedPayment } from './samples';

const THREE: readonly Payment[] = [
  usedPayment(1, 300, 0, { capturedAt: 30, method: 'voucher' }),
  usedPayment(2, 500, 0, { capturedAt: 20, method: 'transfer' }),
  usedPayment(3, 200, 0, { capturedAt: 10, method: 'card' }),
];

function plan(amount: number, payments: readonly Payment[], strategy: Strategy): [number, number][] {
  return planParts(amount, payments, strategy, 'PLN').map((part) => [part.payment.id, part.amount]);
}

describe('a refund over several payments', () => {
  test.each<[Strategy, number, [number, number][]]>([
    ['largest_first', 400, [[2, 400]]],
    [
      'largest_first',
      600,
      [
        [2, 500],
        [1, 100],
      ],
    ],
    [
      'largest_first',
      1000,
      [
        [2, 500],
        [1, 300],
        [3, 200],
      ],
    ],
    ['oldest_first', 150, [[3, 150]]],
    [
      'oldest_first',
      750,
      [
        [3, 200],
        [2, 500],
        [1, 50],
      ],
    ],
    [
      'card_before_voucher',
      701,
      [
        [3, 200],
        [2, 500],
        [1, 1],
      ],
    ],
    [
      'original_ratio',
      100,
      [
        [1, 30],
        [2, 50],
        [3, 20],
      ],
    ],
    ['original_ratio', 1, [[3, 1]]],
    [
      'original_ratio',
      999,
      [
        [1, 299],
        [2, 500],
        [3, 200],
      ],
    ],
    [
      'original_ratio',
      1000,
      [
        [1, 300],
        [2, 500],
        [3, 200],
      ],
    ],
  ])('%s of %i, in whatever sequence the payments are listed', (strategy, amount, parts) => {
    const [first, second, third] = THREE as [Payment, Payment, Payment];
    const sequences = [THREE, [second, third, first], [third, first, second], [...THREE].reverse()];
    for (const payments of sequences) expect(plan(amount, payments, strategy)).toEqual(parts);
  });

  test('a card is given back before a voucher, however old they are; of one method the oldest first', () => {
    const payments = [
      usedPayment(1, 10, 0, { capturedAt: 1, method: 'voucher' }),
      usedPayment(2, 10, 0, { capturedAt: 3, method: 'transfer' }),
      usedPayment(3, 10, 0, { capturedAt: 2, method: 'cash' }),
      usedPayment(4, 10, 0, { capturedAt: 5, method: 'card' }),
      usedPayment(5, 10, 0, { method: 'card' }),
    ];
    for (const listed of [payments, [...payments].reverse()]) {
      expect(plan(50, listed, 'card_before_voucher').map(([id]) => id)).toEqual([5, 4, 3, 2, 1]);
    }
  });

  test.each(['constructor', 'toString', '__proto__'])('a method that is called %s comes between them too', (method) => {
    const payments = [
      usedPayment(1, 10, 0, { capturedAt: 1, method: 'voucher' }),
      usedPayment(2, 10, 0, { capturedAt: 2, method }),
      usedPayment(3, 10, 0, { capturedAt: 3, method: 'card' }),
    ];
    for (const listed of [payments, [...payments].reverse()]) {
      expect(plan(30, listed, 'card_before_voucher').map(([id]) => id)).toEqual([3, 2, 1]);
    }
  });

  test('the size of a payment is what is left of it', () => {
    const payments = [usedPayment(1, 900, 850), usedPayment(2, 100, 0)];
    expect(plan(120, payments, 'largest_first')).toEqual([
      [2, 100],
      [1, 20],
    ]);
  });

  test.each<[string, number, Payment[], [number, number][]]>([
    [
      'what was refunded since changes nothing',
      100,
      [usedPayment(1, 800, 700), usedPayment(2, 200, 0)],
      [
        [1, 80],
        [2, 20],
      ],
    ],
    [
      'a payment gives what is left of it, the others the rest',
      100,
      [usedPayment(1, 800, 790), usedPayment(2, 200, 0)],
      [
        [1, 10],
        [2, 90],
      ],
    ],
    [
      'the rest goes on in the same ratio',
      100,
      [usedPayment(1, 600, 590), usedPayment(2, 300, 0), usedPayment(3, 100, 0)],
      [
        [1, 10],
        // 30 and 10 of the 100, then 37 and 13 of the 50 that the first could not give.
        [2, 67],
        [3, 23],
      ],
    ],
    [
      'all that is left is all that is left',
      131,
      [usedPayment(1, 600, 590), usedPayment(2, 300, 199), usedPayment(3, 100, 80)],
      [
        [1, 10],
        [2, 101],
        [3, 20],
      ],
    ],
  ])('by original_ratio is shared by what was captured: %s', (_what, amount, payments, parts) => {
    expect(plan(amount, payments, 'original_ratio')).toEqual(parts);
  });

  test('equal payments are taken by their number', () => {
    const payments = [usedPayment(2, 100, 0), usedPayment(1, 100, 0)];
    for (const strategy of ['largest_first', 'oldest_first', 'card_before_voucher'] as const) {
      expect(plan(100, payments, strategy)).toEqual([[1, 100]]);
    }
  });

  test.each(STRATEGIES)('by %s never goes to a payment that no provider can give back', (strategy) => {
    const { reference: _, ...withoutReference } = usedPayment(1, 900, 0);
    const payments = [withoutReference, usedPayment(2, 900, 0, { refundable: false }), usedPayment(3, 900, 700)];
    expect(automaticallyRefundable(payments)).toBe(200);
    expect(plan(200, payments, strategy)).toEqual([[3, 200]]);
    expect(refusedBy(() => plan(201, payments, strategy))).toEqual({
      code: 'amount_exceeds_refundable',
      field: 'amount',
    });
  });

  test.each(STRATEGIES)('by %s is refused when no payment can be refunded at all', (strategy) => {
    for (const payments of [[], [usedPayment(1, 100, 100)], [usedPayment(1, 100, 0, { refundable: false })]]) {
      expect(refusedBy(() => plan(1, payments, strategy))).toEqual({ code: 'payment_not_automatic' });
    }
  });

  const pot = fc
    .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 3 }))
    .map(([captured, committed, capturedAt]) => ({ captured, committed: Math.min(captured, committed), capturedAt }));
  const pots = fc.array(pot, { minLength: 2, maxLength: 6 });
  const large = { captured: Number.MAX_SAFE_INTEGER - 1000, committed: 0, capturedAt: 0 };

  test.each(STRATEGIES)('by %s adds up, and takes from no payment more than is left of it', (strategy) => {
    fc.assert(
      fc.property(pots, fc.boolean(), fc.nat(), (found, withLarge, seed) => {
        const all = withLarge ? [...found, large] : found;
        const payments = all.map((one, index) => usedPayment(index + 1, one.captured, one.committed, one));
        const most = automaticallyRefundable(payments);
        fc.pre(most > 0);
        const parts = planParts(1 + (seed % most), payments, strategy, 'PLN');
        expect(parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(1 + (seed % most));
        expect(new Set(parts.map((part) => part.payment.id)).size).toBe(parts.length);
        for (const part of parts) {
          expect(part.amount).toBeGreaterThan(0);
          expect(part.amount).toBeLessThanOrEqual(refundableOf(part.payment));
        }
      }),
      { numRuns: 500 },
    );
  });
});
