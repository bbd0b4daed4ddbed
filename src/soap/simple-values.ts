/**
 * Single values: text on the wire, exact values inside. Money and times stay text, because a float or a Date would change
 * them; whole numbers become numbers only where a number holds each of them exactly.
 */
import { anchored, INT_MAX, INT_MIN, isExactNumber } from './contract';
import type { SimpleType } from './contract';

/** What `parse` and `format` give for a value that the type forbids. */
export const INVALID = Symbol('invalid');
export type SimpleValue = string | number | boolean;

export interface SimpleCodec {
  /** From the wire. */
  parse(text: string): SimpleValue | typeof INVALID;
  /** To the wire, not yet escaped. Checks as strictly as `parse`: what we could not read we do not write. */
  format(value: unknown): string | typeof INVALID;
  /** Whether an empty element of the type, where it is optional, stands for no value: old stacks send null so. */
  readonly emptyIsAbsent: boolean;
}

/** No number of ours is longer, and longer ones cost time. */
const MAX_NUMBER_CHARACTERS = 40;
const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
const WHOLE = /^[+-]?\d+$/;
const DATE_TIME = /^(-?(?:[1-9]\d{4,8}|\d{4}))-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d{1,40})?(Z|[+-]\d\d:\d\d)?$/;
const LONG_MIN = -(2n ** 63n);
const LONG_MAX = 2n ** 63n - 1n;

export function simpleCodec(type: SimpleType): SimpleCodec {
  if (type.base === 'string') return stringCodec(type);
  if (type.base === 'boolean') return BOOLEAN;
  if (type.base === 'decimal') return textCodec(decimalCheck(type));
  if (type.base === 'dateTime') return textCodec(dateTimeCheck(type));
  return isExactNumber(type) ? numberCodec(type) : textCodec(longCheck(type));
}

function stringCodec(type: SimpleType): SimpleCodec {
  const check = stringCheck(type);
  return {
    parse: (text) => (check(text) ? text : INVALID),
    format: (value) => (typeof value === 'string' && check(value) ? value : INVALID),
    emptyIsAbsent: type.enumeration !== undefined,
  };
}

function stringCheck(type: SimpleType): (text: string) => boolean {
  const allowed = type.enumeration && new Set(type.enumeration);
  const pattern = patternOf(type);
  const { minLength = 0, maxLength = Infinity } = type;
  const limited = minLength > 0 || maxLength < Infinity;
  return (text) => {
    if (allowed && !allowed.has(text)) return false;
    if (pattern && !pattern.test(text)) return false;
    if (!limited) return true;
    // Code units are at least as many as code points and at most twice as many: counting is rarely needed.
    if (text.length <= maxLength && text.length >= minLength * 2) return true;
    const length = codePoints(text);
    return length >= minLength && length <= maxLength;
  };
}

function codePoints(text: string): number {
  let count = text.length;
  for (let index = 0; index < text.length; index++) {
    if ((text.charCodeAt(index) & 0xfc00) === 0xdc00) count--;
  }
  return count;
}

const BOOLEAN: SimpleCodec = {
  parse: (text) => {
    const word = collapse(text);
    if (word === 'true' || word === '1') return true;
    return word === 'false' || word === '0' ? false : INVALID;
  },
  format: (value) => (typeof value === 'boolean' ? String(value) : INVALID),
  emptyIsAbsent: true,
};

function numberCodec(type: SimpleType): SimpleCodec {
  const lowest = type.minInclusive ?? INT_MIN;
  const highest = type.maxInclusive ?? INT_MAX;
  const fits = (value: number) => Number.isSafeInteger(value) && value >= lowest && value <= highest;
  return {
    parse: (text) => {
      const digits = collapse(text);
      if (digits.length > MAX_NUMBER_CHARACTERS || !WHOLE.test(digits)) return INVALID;
      const value = Number(digits) + 0; // Makes -0 a plain zero.
      return fits(value) ? value : INVALID;
    },
    format: (value) => (typeof value === 'number' && fits(value) ? String(value) : INVALID),
    emptyIsAbsent: true,
  };
}

/** For values that stay the text they came as, blanks around them apart. */
function textCodec(check: (text: string) => boolean): SimpleCodec {
  return {
    parse: (text) => {
      const value = collapse(text);
      return check(value) ? value : INVALID;
    },
    format: (value) => (typeof value === 'string' && check(value) ? value : INVALID),
    emptyIsAbsent: true,
  };
}

function decimalCheck(type: SimpleType): (text: string) => boolean {
  const pattern = patternOf(type);
  const { totalDigits = Infinity, fractionDigits = Infinity } = type;
  return (text) => {
    if (text.length > MAX_NUMBER_CHARACTERS || !DECIMAL.test(text)) return false;
    if (pattern && !pattern.test(text)) return false;
    const point = text.indexOf('.');
    // Signs, leading and trailing zeros can only make the count smaller: most amounts need no closer look.
    if (text.length <= totalDigits && (point < 0 || text.length - point - 1 <= fractionDigits)) return true;
    const whole = (point < 0 ? text : text.slice(0, point)).replace(/^[+-]?0*/, '');
    const fraction = point < 0 ? '' : text.slice(point + 1).replace(/0+$/, '');
    return fraction.length <= fractionDigits && whole.length + fraction.length <= totalDigits;
  };
}

function longCheck(type: SimpleType): (text: string) => boolean {
  const lowest = type.minInclusive === undefined ? LONG_MIN : BigInt(type.minInclusive);
  const highest = type.maxInclusive === undefined ? LONG_MAX : BigInt(type.maxInclusive);
  return (text) => {
    if (text.length > MAX_NUMBER_CHARACTERS || !WHOLE.test(text)) return false;
    const value = BigInt(text.replace('+', ''));
    return value >= lowest && value <= highest;
  };
}

function dateTimeCheck(type: SimpleType): (text: string) => boolean {
  const pattern = patternOf(type);
  return (text) => {
    if (pattern && !pattern.test(text)) return false;
    const [, year, month, day, hour, minute, second, fraction = '', zone = 'Z'] = DATE_TIME.exec(text) ?? [];
    if (year === undefined || Number(year) === 0) return false;
    return (
      isDay(Number(year), Number(month), Number(day)) && isTime(`${hour}:${minute}:${second}`, fraction) && isZone(zone)
    );
  };
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31);
}

function isTime(time: string, fraction: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d$/.test(time) || (time === '24:00:00' && /^\.?0*$/.test(fraction));
}

function isZone(zone: string): boolean {
  return zone === 'Z' || /^.(?:0\d|1[0-3]):[0-5]\d$|^.14:00$/.test(zone);
}

function patternOf(type: SimpleType): RegExp | undefined {
  return type.pattern === undefined ? undefined : new RegExp(anchored(type.pattern), 'u');
}

/** XSD white space, which is less than what JavaScript's trim takes away; a loop, because `\s+$` is quadratic. */
export function collapse(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return end - start === text.length ? text : text.slice(start, end);
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;
}

/** Whether nothing but XML's own blanks is there. */
export function isBlank(text: string): boolean {
  return !/[^ \t\r\n]/.test(text);
}
