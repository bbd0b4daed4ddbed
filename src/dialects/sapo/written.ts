/** How this platform writes amounts and times (choices SAPO-1 and SAPO-14). */
import { formatInstant } from '../../domain/instant';
import { formatMinor } from '../../domain/money';

/** Sums have at most 15 digits, which a double holds and writes unchanged. */
export function amountOf(minor: number, currency: string): number {
  return Number(formatMinor(minor, currency));
}

/** Seconds are the smallest part: 2016-02-03T04:05:06Z. */
export function timeOf(at: number): string {
  return formatInstant(at).replace(/\.\d+/, '');
}

export function timeIfKnown(at: number | undefined): string | null {
  return at === undefined ? null : timeOf(at);
}
