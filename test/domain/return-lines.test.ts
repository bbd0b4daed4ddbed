import fc from 'fast-check';
import type { Taken, WantedLine } from '../../src/domain/refund-content';
import type { Return, ReturnLine } from '../../src/domain/return';
import {
  acceptedLines,
  openedLines,
  receivedLines,
  askedLines,
  givenUpLines,
  reopenedLines,
  worthOf,
  type ArrivedLine,
  type WantedReturnLine,
} from '../../src/domain/return-lines';
import { countUnits, type UnitRange } from '../../src/domain/units';
import { refusedBy } from './refused';
import { line, order } from './samples';

/** Line 1: three units worth 33, 33 and 34. Line 2: two units worth 50 each. */
const sold = order({ lines: [line(1, 3, 100, { discount: 200 }), line(2, 2, 50)] });
const free: Taken = { units: new Map(), shipping: 0 };
const without = (...units: UnitRange[]): Taken => ({ units: new Map([[1, units]]), shipping: 0 });

function returned(lines: readonly ReturnLine[], state: Return['state'] = 'open'): Return {
  const pot = { captured: worthOf(lines), committed: 0, refunded: 0 };
  const base = { id: 1, orderId: 7, currency: 'PLN', lastOrdinal: 0, openedAt: 0, updatedAt: 0 };
  return { ...base, ...pot, kind: 'return', compensation: 'refund', state, lines };
}

const both = returned(
  openedLines(sold, free, [
    { lineId: 1, quantity: 3 },
    { lineId: 2, quantity: 1, reason: 'torn' },
  ]),
);
const accepted = returned(acceptedLines(sold, both), 'accepted');
const gist = (lines: readonly ReturnLine[]): unknown[] =>
  lines.map((one) => [one.accepted, one.received, one.amount, one.units]);

describe('opening a return', () => {
  test('holds the units it asks for, accepts none yet, and is worth nothing', () => {
    expect(both.lines).toStrictEqual([
      {
        ...{ lineId: 1, sku: 'SKU-1', requested: 3, accepted: 0, received: 0, amount: 0, units: [[1, 3]] },
        ...{ restock: false, restockReported: false },
      },
      {
        ...{ lineId: 2, sku: 'SKU-2', requested: 1, accepted: 0, received: 0, amount: 0, units: [[1, 1]] },
        ...{ restock: false, restockReported: false, reason: 'torn' },
      },
    ]);
    expect(both.captured).toBe(0);
  });

  test.each<[string, string, WantedReturnLine[]]>([
    ['request_invalid', 'lines', []],
    [
      'request_invalid',
      'lines[1].lineId',
      [
        { lineId: 1, quantity: 1 },
        { lineId: 1, quantity: 1 },
      ],
    ],
    ['line_not_found', 'lines[0].lineId', [{ lineId: 9, quantity: 1 }]],
    [
      'quantity_exceeds_refundable',
      'lines[1].quantity',
      [
        { lineId: 2, quantity: 1 },
        { lineId: 1, quantity: 3 },
      ],
    ],
  ])('is refused with %s for %s', (code, field, wanted) => {
    expect(refusedBy(() => openedLines(sold, without([2, 2]), wanted))).toEqual({ code, field });
  });
});

describe('accepting a return', () => {
  test.each<[string, WantedLine[] | undefined, unknown[], number]>([
    [
      'all of it, when nothing is said',
      undefined,
      [
        [3, 0, 100, [[1, 3]]],
        [1, 0, 50, [[1, 1]]],
      ],
      150,
    ],
    [
      'fewer units, and lets the others go',
      [
        { lineId: 1, quantity: 2 },
        { lineId: 2, quantity: 1 },
      ],
      [
        [2, 0, 66, [[1, 2]]],
        [1, 0, 50, [[1, 1]]],
      ],
      116,
    ],
    [
      'no unit of a line that is not named',
      [{ lineId: 2, quantity: 1 }],
      [
        [0, 0, 0, []],
        [1, 0, 50, [[1, 1]]],
      ],
      50,
    ],
    [
      'none at all',
      [],
      [
        [0, 0, 0, []],
        [0, 0, 0, []],
      ],
      0,
    ],
  ])('%s', (_what, wanted, lines, worth) => {
    const now = acceptedLines(sold, both, wanted);
    expect(gist(now)).toEqual(lines);
    expect(worthOf(now)).toBe(worth);
  });

  test.each<[string, string, WantedLine[]]>([
    [
      'request_invalid',
      'lines[1].lineId',
      [
        { lineId: 1, quantity: 1 },
        { lineId: 1, quantity: 1 },
      ],
    ],
    ['line_not_found', 'lines[0].lineId', [{ lineId: 9, quantity: 1 }]],
    ['quantity_exceeds_refundable', 'lines[0].quantity', [{ lineId: 2, quantity: 2 }]],
  ])('is refused with %s for %s', (code, field, wanted) => {
    expect(refusedBy(() => acceptedLines(sold, both, wanted))).toEqual({ code, field });
  });
});

describe('receiving a return', () => {
  test.each<[string, ArrivedLine[] | undefined, unknown[]]>([
    [
      'as accepted, when nothing is said',
      undefined,
      [
        [3, 3, 100, [[1, 3]]],
        [1, 1, 50, [[1, 1]]],
      ],
    ],
    [
      'fewer than accepted: no more is accepted than came',
      [
        { lineId: 1, received: 1 },
        { lineId: 2, received: 1 },
      ],
      [
        [1, 1, 33, [[1, 1]]],
        [1, 1, 50, [[1, 1]]],
      ],
    ],
    [
      'all, but accepts fewer after a look',
      [
        { lineId: 1, received: 3, accepted: 2 },
        { lineId: 2, received: 1 },
      ],
      [
        [2, 3, 66, [[1, 2]]],
        [1, 1, 50, [[1, 1]]],
      ],
    ],
    [
      'nothing of a line that is not named',
      [{ lineId: 2, received: 1 }],
      [
        [0, 0, 0, []],
        [1, 1, 50, [[1, 1]]],
      ],
    ],
  ])('%s', (_what, arrived, lines) => {
    expect(gist(receivedLines(sold, accepted, arrived))).toEqual(lines);
  });

  test('more than was accepted does not make more of it accepted', () => {
    const two = returned(acceptedLines(sold, both, [{ lineId: 1, quantity: 2 }]), 'accepted');
    expect(gist(receivedLines(sold, two, [{ lineId: 1, received: 3 }]))[0]).toEqual([2, 3, 66, [[1, 2]]]);
  });

  test('the condition is as said, ok when nothing is said, missing when nothing came', () => {
    const conditions = (arrived: ArrivedLine[]): unknown[] =>
      receivedLines(sold, accepted, arrived).map(({ condition }) => condition);
    expect(conditions([{ lineId: 1, received: 1, condition: 'damaged' }])).toEqual(['damaged', 'missing']);
    expect(
      conditions([
        { lineId: 1, received: 3 },
        { lineId: 2, received: 0, condition: 'ok' },
      ]),
    ).toEqual(['ok', 'missing']);
  });

  test('goods go back to stock when that was chosen and they came, and that is told once', () => {
    const first = receivedLines(sold, accepted, [
      { lineId: 1, received: 3, restock: true },
      { lineId: 2, received: 0, restock: true },
    ]);
    expect(first.map(({ restock, restockReported }) => [restock, restockReported])).toEqual([
      [true, true],
      [false, false],
    ]);
    const again = receivedLines(sold, returned(reopenedLines(sold, free, returned(first, 'closed')), 'accepted'), [
      { lineId: 1, received: 3, restock: false },
    ]);
    expect(again[0]).toMatchObject({ restock: false, restockReported: true });
  });

  test('goods stay out of the stock when nothing was said of it', () => {
    expect(receivedLines(sold, accepted).map(({ restock }) => restock)).toEqual([false, false]);
  });

  test.each<[string, string, ArrivedLine[]]>([
    [
      'request_invalid',
      'lines[1].lineId',
      [
        { lineId: 1, received: 1 },
        { lineId: 1, received: 1 },
      ],
    ],
    ['line_not_found', 'lines[0].lineId', [{ lineId: 9, received: 1 }]],
    ['quantity_exceeds_refundable', 'lines[0].received', [{ lineId: 2, received: 2 }]],
    ['quantity_exceeds_refundable', 'lines[0].accepted', [{ lineId: 1, received: 2, accepted: 3 }]],
  ])('is refused with %s for %s', (code, field, arrived) => {
    expect(refusedBy(() => receivedLines(sold, accepted, arrived))).toEqual({ code, field });
  });

  test('accepts none that were not accepted before', () => {
    const two = returned(acceptedLines(sold, both, [{ lineId: 1, quantity: 2 }]), 'accepted');
    expect(refusedBy(() => receivedLines(sold, two, [{ lineId: 1, received: 3, accepted: 3 }]))).toEqual({
      code: 'quantity_exceeds_refundable',
      field: 'lines[0].accepted',
    });
  });
});

describe('reopening a return', () => {
  test('that was rejected takes all that was asked for', () => {
    expect(gist(reopenedLines(sold, free, { ...both, state: 'rejected' }))).toEqual([
      [3, 0, 100, [[1, 3]]],
      [1, 0, 50, [[1, 1]]],
    ]);
  });

  test('that was closed takes what was accepted, and nothing of the rest', () => {
    const closed = returned(acceptedLines(sold, both, [{ lineId: 1, quantity: 2 }]), 'closed');
    expect(gist(reopenedLines(sold, free, closed))).toEqual([
      [2, 0, 66, [[1, 2]]],
      [0, 0, 0, []],
    ]);
  });

  test('that was closed with nothing accepted takes nothing: its goods came, and were refused', () => {
    const closed = returned(
      receivedLines(sold, returned(acceptedLines(sold, both), 'accepted'), [{ lineId: 1, received: 3, accepted: 0 }]),
      'closed',
    );
    expect(gist(reopenedLines(sold, free, closed))).toEqual([
      [0, 3, 0, []],
      [0, 0, 0, []],
    ]);
  });

  test.each(['cancelled', 'rejected'] as const)('that was accepted and then %s takes what was accepted', (state) => {
    const taken = returned(acceptedLines(sold, both, [{ lineId: 1, quantity: 1 }]), 'accepted');
    const givenUp = returned(givenUpLines(taken), state);
    expect(givenUp.lines.map(({ accepted, amount }) => [accepted, amount])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    const again = reopenedLines(sold, free, givenUp);
    expect(gist(again)).toEqual([
      [1, 0, 33, [[1, 1]]],
      [0, 0, 0, []],
    ]);
    expect(again[0]).not.toHaveProperty('acceptedBefore');
  });

  test('asks once more for all that was asked for, and accepts none of it', () => {
    const cancelled = returned(givenUpLines(both), 'cancelled');
    expect(gist(askedLines(sold, free, cancelled))).toEqual([
      [0, 0, 0, [[1, 3]]],
      [0, 0, 0, [[1, 1]]],
    ]);
  });

  test('takes other units where its own are gone, at what those are worth', () => {
    const one = returned(openedLines(sold, free, [{ lineId: 1, quantity: 1 }]), 'rejected');
    expect(gist(reopenedLines(sold, without([1, 2]), one))).toEqual([[1, 0, 34, [[3, 3]]]]);
  });

  test('keeps the very units it held, so that what was refunded of it stays true', () => {
    const last = openedLines(sold, without([1, 2]), [{ lineId: 1, quantity: 1 }]);
    const closed = returned(acceptedLines(sold, returned(last)), 'closed');
    expect(gist(closed.lines)).toEqual([[1, 0, 34, [[3, 3]]]]);
    expect(gist(reopenedLines(sold, free, closed))).toEqual([[1, 0, 34, [[3, 3]]]]);
  });

  test('takes none of its own units that is gone, also where it held more than it accepted', () => {
    const [held] = both.lines;
    const closed = returned([{ ...held!, accepted: 2 }], 'closed');
    expect(gist(reopenedLines(sold, without([1, 1]), closed))).toEqual([[2, 0, 67, [[2, 3]]]]);
  });

  test('is refused when the order has lost the line', () => {
    const other = order({ lines: [line(2, 2, 50)] });
    expect(refusedBy(() => reopenedLines(other, free, { ...both, state: 'cancelled' }))).toEqual({
      code: 'line_not_found',
      field: 'lines',
    });
  });

  test('is refused when the units have been given back meanwhile', () => {
    expect(refusedBy(() => reopenedLines(sold, without([1, 1]), { ...both, state: 'cancelled' }))).toEqual({
      code: 'quantity_exceeds_refundable',
      field: 'lines[0].quantity',
    });
  });
});

test('through all steps a line accepts no more than it received or was asked for, and is worth just its units', () => {
  const quantity = fc.integer({ min: 0, max: 3 });
  fc.assert(
    fc.property(quantity, quantity, quantity, fc.boolean(), (asked, kept, came, reopened) => {
      const opened = returned(openedLines(sold, free, [{ lineId: 1, quantity: asked }]));
      const take = returned(acceptedLines(sold, opened, [{ lineId: 1, quantity: Math.min(asked, kept) }]), 'accepted');
      const there = returned(receivedLines(sold, take, [{ lineId: 1, received: Math.min(asked, came) }]), 'closed');
      const [last] = reopened ? reopenedLines(sold, free, there) : there.lines;
      expect(last?.requested).toBe(asked);
      expect(countUnits(last?.units ?? [])).toBe(last?.accepted);
      expect(last?.amount).toBe([0, 33, 66, 100][last?.accepted ?? 0]);
      if (!reopened) expect(last?.accepted).toBe(Math.min(asked, kept, came));
    }),
    { numRuns: 200 },
  );
});
