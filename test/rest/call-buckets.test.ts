import { CallBuckets, type Admission } from '../../src/rest/call-buckets';

let now = 0;
beforeEach(() => void (now = 1_000_000));

const of = (room: number, perSecond: number): CallBuckets => new CallBuckets({ room, perSecond }, () => now);
const gist = ({ admitted, held, waitMs }: Admission): string => `${admitted ? 'in' : 'out'} ${held} ${waitMs}`;

test('one call in a second: the next is admitted when the second is over, and not a millisecond before', () => {
  const buckets = of(1, 1);
  expect(gist(buckets.take('a'))).toBe('in 1 1000');
  now += 999;
  expect(gist(buckets.take('a'))).toBe('out 1 1');
  now += 1;
  expect(gist(buckets.take('a'))).toBe('in 1 1000');
});

test('a bucket holds as many as it has room for, and runs out steadily', () => {
  const buckets = of(3, 2);
  expect([1, 2, 3, 4].map(() => gist(buckets.take('a')))).toEqual(['in 1 0', 'in 2 0', 'in 3 500', 'out 3 500']);
  now += 500;
  expect(gist(buckets.take('a'))).toBe('in 3 500');
  now += 1250;
  expect(gist(buckets.take('a'))).toBe('in 2 0');
});

test('each name has its own bucket', () => {
  const buckets = of(1, 1);
  buckets.take('a');
  expect([buckets.take('a').admitted, buckets.take('b').admitted]).toEqual([false, true]);
});

test('a clock that is set back keeps nobody out for longer than a full bucket does', () => {
  const buckets = of(1, 1);
  buckets.take('a');
  now -= 60_000;
  expect(gist(buckets.take('a'))).toBe('out 1 1000');
  now += 1000;
  expect(buckets.take('a').admitted).toBe(true);
});

test('buckets that ran empty are forgotten, others are not', () => {
  const buckets = of(1, 1);
  for (let name = 0; name < 10_000; name++) buckets.take(String(name));
  now += 1000;
  buckets.take('9999');
  buckets.take('one more');
  expect(buckets['emptyAt'].size).toBe(2);
  expect(buckets.take('9999').admitted).toBe(false);
});
