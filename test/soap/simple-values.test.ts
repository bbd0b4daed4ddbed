/** Facets that our contract does not need today, or hides behind a pattern. */
import type { SimpleType } from '../../src/soap/contract';
import { INVALID, simpleCodec } from '../../src/soap/simple-values';

const type = (base: SimpleType['base'], facets: Partial<SimpleType> = {}): SimpleType => ({
  kind: 'simple',
  name: 'Tried',
  base,
  ...facets,
});
const MONEY = type('decimal', { totalDigits: 5, fractionDigits: 2 });
const LONG = type('long');
const WIDE = type('long', { minInclusive: 0 });

test.each<[SimpleType, string, unknown]>([
  [MONEY, '123.45', '123.45'],
  [MONEY, '+000123.4500', '+000123.4500'],
  [MONEY, '-.5', '-.5'],
  [MONEY, '123.456', INVALID],
  [type('decimal', { fractionDigits: 2 }), '1.234', INVALID],
  [MONEY, '1234.56', INVALID],
  [MONEY, '123456', INVALID],
  [MONEY, '.', INVALID],
  [MONEY, '0'.repeat(41), INVALID],
  [LONG, '9223372036854775807', '9223372036854775807'],
  [LONG, '9223372036854775808', INVALID],
  [LONG, '-9223372036854775808', '-9223372036854775808'],
  [LONG, ' +9007199254740993 ', '+9007199254740993'],
  [WIDE, '-1', INVALID],
  [type('int'), '2147483647', 2147483647],
  [type('int'), '2147483648', INVALID],
  [type('int'), '-0', 0],
  [type('dateTime'), '-0044-03-15T12:00:00', '-0044-03-15T12:00:00'],
  [type('dateTime'), '2000-02-29T23:59:59.999Z', '2000-02-29T23:59:59.999Z'],
  [type('dateTime'), '1900-02-29T00:00:00Z', INVALID],
  [type('string', { minLength: 2 }), '😀', INVALID],
  [type('string', { minLength: 2 }), '😀a', '😀a'],
])('%j reads "%s" as %p', (of, text, value) => {
  expect(simpleCodec(of).parse(text)).toBe(value);
});
