import { goodsOf, requireShipping, takeLines, type Taken, type WantedLine } from '../../src/domain/refund-content';
import type { UnitRange } from '../../src/domain/units';
import { refusedBy } from './refused';
import { line, order } from './samples';

const sold = order({ shipping: 500, lines: [line(1, 3, 0, { tax: 0 }), line(2, 3, 100, { discount: 200 })] });
const nothing: Taken = { units: new Map(), shipping: 0 };
const middle: Taken = { units: new Map<number, UnitRange[]>([[2, [[2, 2]]]]), shipping: 200 };

describe('the goods of a refund', () => {
  test('are the lowest units that are free, at what those are worth', () => {
    const lines = takeLines(sold, middle, [{ lineId: 2, quantity: 2 }]);
    expect(lines).toEqual([
      {
        lineId: 2,
        sku: 'SKU-2',
        quantity: 2,
        units: [
          [1, 1],
          [3, 3],
        ],
        amount: 67,
      },
    ]);
    expect(goodsOf(lines)).toBe(67);
  });

  test('of a line that cost nothing are worth nothing', () => {
    expect(goodsOf(takeLines(sold, nothing, [{ lineId: 1, quantity: 3 }]))).toBe(0);
  });

  test.each<[string, string, WantedLine[]]>([
    [
      'request_invalid',
      'lines[1].lineId',
      [
        { lineId: 2, quantity: 1 },
        { lineId: 2, quantity: 1 },
      ],
    ],
    [
      'line_not_found',
      'lines[1].lineId',
      [
        { lineId: 2, quantity: 1 },
        { lineId: 9, quantity: 1 },
      ],
    ],
    ['quantity_exceeds_refundable', 'lines[0].quantity', [{ lineId: 2, quantity: 3 }]],
  ])('are refused with %s for %s', (code, field, wanted) => {
    expect(refusedBy(() => takeLines(sold, middle, wanted))).toEqual({ code, field });
  });
});

test('the shipping of an order is given back once', () => {
  expect(() => requireShipping(sold, middle, 300)).not.toThrow();
  expect(refusedBy(() => requireShipping(sold, middle, 301))).toEqual({
    code: 'shipping_exceeds_refundable',
    field: 'shipping',
  });
});
