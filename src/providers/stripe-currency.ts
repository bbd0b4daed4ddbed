/**
 * Stripe counts money in the smallest unit of its currency, as ISO 4217 does, but for some currencies. A wrong unit would
 * give back a hundred times the money, so what is not certain is refused.
 */

/** Money in our minor units is this much in Stripe's: times the first, divided by the second. */
const UNITS: ReadonlyMap<string, readonly [times: number, by: number]> = new Map([
  // No decimals, but two at Stripe, which must be 00.
  ['ISK', [100, 1]],
  // Two decimals in ISO 4217, none at Stripe.
  ['MGA', [1, 100]],
]);

/** Three decimals, of which Stripe wants the last to be 0. */
const TENS: ReadonlySet<string> = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);

/** Stripe's documentation tells two stories about UGX, and none about the others. */
const UNCERTAIN: ReadonlySet<string> = new Set(['UGX', 'IQD', 'LYD']);

/** An amount of ours in Stripe's units; undefined when Stripe cannot be told exactly that. */
export function toStripe(minor: number, currency: string): number | undefined {
  if (UNCERTAIN.has(currency) || (TENS.has(currency) && minor % 10 !== 0)) return undefined;
  const [times, by] = UNITS.get(currency) ?? [1, 1];
  return exactly(minor, times, by);
}

/** An amount of Stripe's in our units; undefined when it is none. */
export function fromStripe(amount: number, currency: string): number | undefined {
  if (UNCERTAIN.has(currency)) return undefined;
  const [times, by] = UNITS.get(currency) ?? [1, 1];
  return exactly(amount, by, times);
}

function exactly(amount: number, times: number, by: number): number | undefined {
  const product = amount * times;
  return Number.isSafeInteger(product) && product > 0 && product % by === 0 ? product / by : undefined;
}
