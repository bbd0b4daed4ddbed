import { nextOrdinal, numberPayments } from '../../src/domain/ordinal';

const numbersOf = ({ payments }: ReturnType<typeof numberPayments>): number[] => payments.map(({ ordinal }) => ordinal);
const ids = (...given: number[]): { id: number }[] => given.map((id) => ({ id }));

test('payments are known by the numbers that the shop gave them, in whatever order they come', () => {
  const numbered = numberPayments(ids(2, 1, 7));
  expect(numbersOf(numbered)).toEqual([2, 1, 7]);
  expect(nextOrdinal(numbered)).toBe(8);
});

test('a number too long for 32 bits is not taken over', () => {
  expect(numbersOf(numberPayments(ids(9_007_199_254_740_991, 5)))).toEqual([6, 5]);
});

test('a payment keeps its number, and a later one never gets that of a refund or of a payment that is gone', () => {
  const before = numberPayments(ids(1, 2));
  const afterRefund = { ...before, lastOrdinal: nextOrdinal(before) };
  const numbered = numberPayments(ids(2, 3), afterRefund);
  expect(numbersOf(numbered)).toEqual([2, 4]);
  expect(numbersOf(numberPayments(ids(1, 2, 3), numbered))).toEqual([5, 2, 4]);
});

test('a source without payments begins at 1', () => {
  expect(nextOrdinal(numberPayments([]))).toBe(1);
});
