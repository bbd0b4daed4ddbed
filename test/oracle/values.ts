/** Texts for the simple types of the contract: some that fit, and those at the edges, where decoders differ. */
import type { SimpleBase, SimpleType } from '../../src/soap/contract';
import type { Random } from '../reliability/random';

export const pick = <T>(random: Random, items: readonly T[]): T => items[random.whole(0, items.length - 1)] as T;

const digits = (random: Random, most: number): string =>
  Array.from({ length: random.whole(1, most) }, () => random.whole(0, 9)).join('');

const two = (number: number): string => String(number).padStart(2, '0');

const LETTERS = [...'aZ09 .-_&<>"\'\t\n', 'ż', 'é', '\u0085', '😀', '\u00a0', ']', '\u2028'];

function words(random: Random, { minLength = 0, maxLength = 30 }: SimpleType): string {
  const most = random.chance(0.02) ? maxLength : Math.min(maxLength, 12);
  return Array.from({ length: random.whole(Math.max(minLength, 0), most) }, () => pick(random, LETTERS)).join('');
}

const amount = (random: Random): string => digits(random, 12) + (random.chance(0.7) ? `.${digits(random, 3)}` : '');

function timestamp(random: Random): string {
  const day = `${random.whole(1, 9999).toString().padStart(4, '0')}-${two(random.whole(1, 12))}-${two(random.whole(1, 28))}`;
  const time = `${two(random.whole(0, 23))}:${two(random.whole(0, 59))}:${two(random.whole(0, 59))}`;
  const fraction = random.chance(0.3) ? `.${digits(random, 9)}` : '';
  return `${day}T${time}${fraction}${pick(random, ['Z', '+01:00', '-14:00', '+05:30', '-00:00'])}`;
}

/** A type with a pattern needs a row: no generator guesses what an expression means. */
const PATTERNED: Readonly<Record<string, (random: Random) => string>> = {
  Amount: amount,
  SignedAmount: (random) => (random.chance(0.5) ? '-' : '') + amount(random),
  ShippingAmount: (random) => (random.chance(0.5) ? 'all' : amount(random)),
  Currency: (random) => pick(random, ['PLN', 'EUR', 'XXX']),
  Timestamp: timestamp,
  Cursor: (random) => digits(random, 16),
  IdempotencyKeyText: (random) => pick(random, ['key-1', '!', '~'.repeat(255), '<a&b>']),
};

function whole(random: Random, { base, minInclusive, maxInclusive }: SimpleType): string {
  const least = minInclusive ?? -(2 ** 31);
  const most = maxInclusive ?? (base === 'int' ? 2 ** 31 - 1 : 2 ** 53 - 1);
  const value = pick(random, [least, most, random.whole(least, Math.min(most, least + 1000))]);
  const sign = value >= 0 && random.chance(0.1) ? '+' : '';
  return sign + (value >= 0 && random.chance(0.1) ? '00' : '') + String(value);
}

const PLAIN: Readonly<Record<SimpleBase, (random: Random, type: SimpleType) => string>> = {
  string: words,
  long: whole,
  int: whole,
  decimal: amount,
  boolean: (random) => pick(random, ['true', 'false', '1', '0']),
  dateTime: timestamp,
};

/** A text of the type, as the schema has it. */
export function fittingText(random: Random, type: SimpleType): string {
  if (type.enumeration) return pick(random, type.enumeration);
  const patterned = PATTERNED[type.name];
  if (type.pattern !== undefined && !patterned) throw new Error(`${type.name} needs a row among the patterned types`);
  return (patterned ?? PLAIN[type.base])(random, type);
}

const EDGES: Readonly<Record<SimpleBase, readonly string[]>> = {
  string: ['a', '\ta\n', ' ', 'x'.repeat(1001), '😀'.repeat(1000), '😀'.repeat(1001)],
  long: ['9223372036854775807', '9223372036854775808', '-9223372036854775808', '9007199254740992', '0'.repeat(41) + '1', '0'.repeat(39) + '1'],
  int: ['2147483647', '2147483648', '-2147483648', '-2147483649', '-0', '+0', '+ 1', '1 ', '1_000', '１'],
  decimal: ['-0', '+1', '1.', '.5', '1e3', '0x10', 'INF', 'NaN', '1,5', '1.000', '1.0000', '1234567890123', '123456789012.123', '-.5', '٣', '1.2.3'],
  boolean: ['TRUE', 'yes', '2', ' true ', '\n1\t', '01', 'true false', 'T'],
  dateTime: ['2024-02-29T00:00:00Z', '2023-02-29T00:00:00Z', '2000-02-29T23:59:59Z', '1900-02-29T00:00:00Z', '2026-01-01T24:00:00Z', '2026-01-01T24:00:00.000Z', '2026-01-01T24:00:01Z', '2026-01-01T00:00:60Z', '2026-01-01T00:00:00', '2026-01-01T00:00:00.1234567890Z', '0000-01-01T00:00:00Z', '-0001-01-01T00:00:00Z', '10000-01-01T00:00:00Z', '2026-01-01T00:00:00+14:00', '2026-01-01T00:00:00+14:01', '2026-01-01T00:00:00+13:60', '2026-1-1T0:0:0Z', '2026-01-01 00:00:00Z', '2026-01-01t00:00:00z', '2026-01-01', '2026-04-31T00:00:00Z', '2026-01-01T00:00:00.Z', '２０２６-01-01T00:00:00Z'],
}; // prettier-ignore

/** What any type may be given by mistake. */
const ANYWHERE = ['', ' ', '\t', '\n', '\u00a0', '\u0085', '0', '1', '-1', 'null', 'nil', 'undefined', 'true', 'PLN', 'pln', 'order', 'all', '{}', '__proto__', '12.30', '2026-11-21T10:30:00Z']; // prettier-ignore

const around = (limit: number | undefined): string[] =>
  limit === undefined ? [] : [-1, 0, 1].map((step) => (BigInt(limit) + BigInt(step)).toString());

const lengths = (limit: number | undefined): string[] =>
  limit === undefined
    ? []
    : [-1, 0, 1].flatMap((step) => ['x', '😀'].map((one) => one.repeat(Math.max(0, limit + step))));

/** A text at an edge of the type: it may fit, and often does not. */
export function edgeText(random: Random, type: SimpleType): string {
  const limits = [
    ...around(type.minInclusive),
    ...around(type.maxInclusive),
    ...lengths(type.minLength),
    ...lengths(type.maxLength),
    ...(type.enumeration ?? []).flatMap((word) => [word.toUpperCase(), ` ${word}`, `${word}\n`]),
  ];
  const text = pick(random, [pick(random, EDGES[type.base]), pick(random, ANYWHERE), pick(random, [...limits, 'x'])]);
  return random.chance(0.2)
    ? pick(random, [' ', '\t', '\n', '\u00a0', '']) + text + pick(random, [' ', '\r\n', ''])
    : text;
}
