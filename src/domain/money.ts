/**
 * Money is a whole number of minor units and a currency, together: 12.30 PLN is {minor: 1230, currency: 'PLN'}.
 * Numbers, not bigint, because JSON, tsoa and sqlite3 carry them; always safe integers, so 0.1 + 0.2 never appears.
 */
import { minorDigits } from './currency';
import { Refusal } from './refusal';

export interface Money {
  /** Whole minor units of the currency. */
  readonly minor: number;
  /** ISO 4217 code. */
  readonly currency: string;
}

/** Digits before the point that amounts have in every protocol: a larger sum could be stored, and then no longer be told. */
const WHOLE_DIGITS = 12;

/** The largest sum in this currency, in minor units, that every door can tell. */
export function largestSum(currency: string): number {
  return 10 ** (WHOLE_DIGITS + minorDigits(currency)) - 1;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Reads exact decimal text, such as "12.3" PLN, as 1230 minor units; a minus sign is allowed.
 * Refuses digits that the currency lacks: rounding here would be guessing with someone's money.
 */
export function parseSigned(text: string, currency: string, field: string): Money {
  const digits = minorDigits(currency);
  // Of other text there is no whole part, and `undefined` makes no number.
  const [, sign, whole, decimals = ''] = DECIMAL.exec(text) ?? [];
  const minor = Number(`${sign}${whole}${decimals.slice(0, digits).padEnd(digits, '0')}`);
  if (!Number.isSafeInteger(minor)) {
    throw new Refusal('amount_invalid', `${field} must be decimal digits such as 12.30`, field);
  }
  if (/[^0]/.test(decimals.slice(digits))) {
    throw new Refusal('amount_invalid', `${field} has more than the ${digits} decimals that ${currency} has`, field);
  }
  return { minor: minor === 0 ? 0 : minor, currency };
}

/** Reads an amount that may be zero but not below it. */
export function parseMoney(text: string, currency: string, field = 'amount'): Money {
  const money = parseSigned(text, currency, field);
  if (money.minor < 0) throw new Refusal('amount_invalid', `${field} must not be below zero`, field);
  return money;
}

/** Reads an amount that is really to be given: above zero. */
export function parsePositive(text: string, currency: string, field = 'amount'): Money {
  const money = parseMoney(text, currency, field);
  if (money.minor === 0) throw new Refusal('amount_invalid', `${field} must be above zero`, field);
  return money;
}

/** Reads the amount of a wish: above zero, or in a draft zero as well. */
export function parseWished(text: string, currency: string, isDraft: boolean | undefined): Money {
  return isDraft === true ? parseMoney(text, currency) : parsePositive(text, currency);
}

/** Writes minor units as decimal text with all digits of the currency: 1230 PLN is "12.30", 500 VND is "500". */
export function formatMinor(minor: number, currency: string): string {
  const digits = minorDigits(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const sign = minor < 0 ? '-' : '';
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** Refuses money of another currency than the order's: an amount and its currency are never apart. */
export function requireCurrency(given: string, own: string, field = 'currency'): void {
  minorDigits(given, field);
  if (given !== own)
    throw new Refusal('currency_mismatch', `${field} must be ${own}, the currency of the order`, field);
}
