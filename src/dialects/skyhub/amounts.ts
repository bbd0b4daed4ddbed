/** Amounts as JSON numbers: 2012 minor units of BRL are 20.12. A double holds and writes the 15 digits of our sums unchanged. */
import { formatMinor } from '../../domain/money';

export function amountOf(minor: number, currency: string): number {
  return Number(formatMinor(minor, currency));
}
