/** Amounts as text and as whole minor units, in the few currencies of the model: 2, 0 and 3 digits. */
import { refuseUnless } from './refused';

const DIGITS: Readonly<Record<string, number>> = { PLN: 2, VND: 0, KWD: 3 };
export const CURRENCIES = Object.keys(DIGITS);

export function digitsOf(currency: string, field = 'currency'): number {
  const digits = DIGITS[currency];
  refuseUnless(digits !== undefined, 'currency_unknown', field);
  return digits;
}

export function textOf(minor: number, currency: string): string {
  const digits = digitsOf(currency);
  const padded = String(minor).padStart(digits + 1, '0');
  return digits === 0 ? padded : `${padded.slice(0, -digits)}.${padded.slice(-digits)}`;
}

export function minorOf(text: unknown, currency: string, field = 'amount'): number {
  const digits = digitsOf(currency);
  const [whole = '', fraction = ''] = String(text).split('.');
  refuseUnless(fraction.slice(digits).replaceAll('0', '') === '', 'amount_invalid', field);
  return Number(whole + fraction.slice(0, digits).padEnd(digits, '0'));
}

export function positiveMinorOf(text: unknown, currency: string): number {
  const minor = minorOf(text, currency);
  refuseUnless(minor > 0, 'amount_invalid', 'amount');
  return minor;
}
