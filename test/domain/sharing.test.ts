import fc from 'fast-check';
import { layShares, shareOut } from '../../src/domain/sharing';

test.each<[string, number, number[], number[]]>([
  ['in the ratio of the weights', 10, [1, 3, 1], [2, 6, 2]],
  ['to the minor unit', 100, [1, 1, 1], [33, 33, 34]],
  ['nothing', 0, [5, 7], [0, 0]],
  ['where there is no weight', 0, [0, 0], [0, 0]],
  ['among nobody', 0, [], []],
  ['beyond 2^53 in between', Number.MAX_SAFE_INTEGER, [Number.MAX_SAFE_INTEGER, 1], [Number.MAX_SAFE_INTEGER - 1, 1]],
])('an amount is shared out %s', (_how, amount, weights, shares) => {
  expect(shareOut(amount, weights)).toEqual(shares);
});

const weights = fc.array(fc.nat(1000), { minLength: 1, maxLength: 6 }).filter((all) => all.some((one) => one > 0));

test('parts add up, and none is above its weight while there is enough for all', () => {
  const asked = weights.chain((all) => fc.tuple(fc.constant(all), fc.nat(all.reduce((sum, one) => sum + one, 0))));
  fc.assert(
    fc.property(asked, ([all, amount]) => {
      const shares = shareOut(amount, all);
      expect(shares.reduce((sum, share) => sum + share, 0)).toBe(amount);
      shares.forEach((share, index) => {
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(all[index] ?? 0);
      });
    }),
  );
});

test('shares are laid over parts one after the other, and what is left of the parts is for nobody', () => {
  const parts = [{ amount: 5 }, { amount: 2 }, { amount: 4 }];
  const shares = [
    { returnId: 1, amount: 3 },
    { returnId: 2, amount: 5 },
  ];
  expect(layShares(parts, shares)).toEqual([
    {
      amount: 5,
      shares: [
        { returnId: 1, amount: 3 },
        { returnId: 2, amount: 2 },
      ],
    },
    { amount: 2, shares: [{ returnId: 2, amount: 2 }] },
    { amount: 4, shares: [{ returnId: 2, amount: 1 }] },
  ]);
  expect(layShares(parts, [])).toEqual(parts.map((part) => ({ ...part, shares: [] })));
});
