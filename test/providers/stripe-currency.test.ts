import { fromStripe, toStripe } from '../../src/providers/stripe-currency';

test.each<[string, string, number, number]>([
  ['two decimals', 'PLN', 1230, 1230],
  ['two decimals, although payouts have none', 'HUF', 1250, 1250],
  ['two decimals, although payouts have none', 'TWD', 1250, 1250],
  ['no decimals', 'VND', 500, 500],
  ['no decimals', 'JPY', 500, 500],
  ['three decimals', 'KWD', 5120, 5120],
  ['no decimals, but two at Stripe', 'ISK', 5, 500],
  ['two decimals, but none at Stripe', 'MGA', 500, 5],
])('%s: %s %i is %i at Stripe, and back', (_what, currency, ours, theirs) => {
  expect(toStripe(ours, currency)).toBe(theirs);
  expect(fromStripe(theirs, currency)).toBe(ours);
});

test.each<[string, number]>([
  ['KWD', 5124],
  ['TND', 5001],
  ['MGA', 550],
  ['UGX', 500],
  ['IQD', 1000],
  ['LYD', 1000],
  ['PLN', 0],
  ['PLN', -1],
  ['PLN', 0.5],
  ['ISK', Number.MAX_SAFE_INTEGER],
])('Stripe cannot be told exactly %s %d', (currency, ours) => {
  expect(toStripe(ours, currency)).toBeUndefined();
});

test.each<[string, number]>([
  ['ISK', 550],
  ['UGX', 500],
  ['PLN', 0],
  ['PLN', 1.5],
])('%s %d of Stripe is no amount of ours', (currency, theirs) => {
  expect(fromStripe(theirs, currency)).toBeUndefined();
});
