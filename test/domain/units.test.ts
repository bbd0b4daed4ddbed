import fc from 'fast-check';
import { countUnits, firstUnits, freeUnits, worthOfUnits, type UnitRange } from '../../src/domain/units';

describe('the units of a line', () => {
  test.each<[string, UnitRange[], number, number, number]>([
    ['the first third of 100', [[1, 1]], 100, 3, 33],
    ['the second third of 100', [[2, 2]], 100, 3, 33],
    ['the last third of 100', [[3, 3]], 100, 3, 34],
    ['two thirds of 100', [[1, 2]], 100, 3, 66],
    [
      'the first and the last third',
      [
        [1, 1],
        [3, 3],
      ],
      100,
      3,
      67,
    ],
    ['nothing', [], 100, 3, 0],
    ['a unit of a line that cost less than it has units', [[1, 1]], 1, 3, 0],
    ['the unit that carries the only grosz', [[3, 3]], 1, 3, 1],
    ['half of the largest sum', [[1, 1]], Number.MAX_SAFE_INTEGER, 2, 4503599627370495],
    ['all but one unit of the largest sum', [[1, 2]], Number.MAX_SAFE_INTEGER, 3, 6004799503160660],
  ])('%s', (_what, units, total, n, worth) => {
    expect(worthOfUnits(units, total, n)).toBe(worth);
  });
});

describe('free units', () => {
  test.each<[string, number, UnitRange[], UnitRange[]]>([
    ['all, when nothing is taken', 5, [], [[1, 5]]],
    ['none, when all are taken', 5, [[1, 5]], []],
    [
      'what is between',
      7,
      [
        [2, 3],
        [6, 6],
      ],
      [
        [1, 1],
        [4, 5],
        [7, 7],
      ],
    ],
    [
      'whatever the sequence they were taken in',
      7,
      [
        [6, 6],
        [2, 3],
      ],
      [
        [1, 1],
        [4, 5],
        [7, 7],
      ],
    ],
    [
      'once, where two hold the same unit',
      4,
      [
        [1, 3],
        [2, 2],
      ],
      [[4, 4]],
    ],
    ['none of a line that has none', 0, [], []],
  ])('%s', (_what, n, taken, free) => {
    expect(freeUnits(n, taken)).toEqual(free);
  });

  test.each<[UnitRange[], number, UnitRange[]]>([
    [[[1, 5]], 2, [[1, 2]]],
    [
      [
        [2, 3],
        [6, 9],
      ],
      3,
      [
        [2, 3],
        [6, 6],
      ],
    ],
    [[[2, 3]], 9, [[2, 3]]],
    [[[2, 3]], 0, []],
    [[[2, 3]], -1, []],
  ])('the first of %j, %i of them', (units, count, first) => {
    expect(firstUnits(units, count)).toEqual(first);
  });
});

interface Holder {
  readonly units: readonly UnitRange[];
  readonly worth: number;
}

/** A wish above zero takes so many units; one below zero gives back what an earlier holder has. */
const wishes = fc.array(fc.integer({ min: -6, max: 6 }), { minLength: 12, maxLength: 40 });
const lines = fc.record({
  n: fc.integer({ min: 1, max: 12 }),
  total: fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })),
});

test('whatever is refunded, cancelled and refunded again, the units of a line are worth exactly the line', () => {
  fc.assert(
    fc.property(lines, wishes, ({ n, total }, steps) => {
      let holders: Holder[] = [];
      const free = (): UnitRange[] =>
        freeUnits(
          n,
          holders.flatMap(({ units }) => units),
        );
      const take = (count: number): void => {
        const units = firstUnits(free(), count);
        holders.push({ units, worth: worthOfUnits(units, total, n) });
      };
      for (const step of steps) {
        if (step > 0) take(step);
        else holders = holders.filter((_, index) => index !== -step);
        const held = holders.reduce((sum, { worth }) => sum + worth, 0);
        expect(holders.reduce((sum, { units }) => sum + countUnits(units), 0) + countUnits(free())).toBe(n);
        expect(held + worthOfUnits(free(), total, n)).toBe(total);
        expect(Math.min(...holders.map(({ worth }) => worth), 0)).toBe(0);
      }
      take(n);
      expect(holders.reduce((sum, { worth }) => sum + worth, 0)).toBe(total);
    }),
    { numRuns: 500 },
  );
});

test('no unit is worth a whole minor unit more than another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 100_000 }), (n, total) => {
      const worths = Array.from({ length: n }, (_, index) => worthOfUnits([[index + 1, index + 1]], total, n));
      expect(Math.max(...worths) - Math.min(...worths)).toBeLessThanOrEqual(1);
    }),
  );
});
