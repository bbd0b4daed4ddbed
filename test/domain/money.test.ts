import fc from 'fast-check';
import { minorDigits } from '../../src/domain/currency';
import { formatMinor, parseMoney, parsePositive, parseSigned, requireCurrency } from '../../src/domain/money';
import { refusedBy } from './refused';

describe('digits of a currency', () => {
  test.each([
    ['HUF', 2],
    ['PLN', 2],
    ['EUR', 2],
    ['BRL', 2],
    ['MGA', 2],
    ['USD', 2],
    ['JPY', 0],
    ['VND', 0],
    ['ISK', 0],
    ['CLP', 0],
    ['KWD', 3],
    ['TND', 3],
    ['IQD', 3],
  ])('%s has %i', (currency, digits) => {
    expect(minorDigits(currency)).toBe(digits);
  });

  test.each(['', 'pln', 'PLN ', 'XXX', 'XAU', 'CLF', 'EURO', 'constructor', '__proto__'])(
    '"%s" is no currency',
    (code) => {
      expect(refusedBy(() => minorDigits(code))).toEqual({ code: 'currency_unknown', field: 'currency' });
    },
  );
});

describe('reading an amount', () => {
  test.each([
    ['0', 'PLN', 0],
    ['0.00', 'PLN', 0],
    ['12', 'PLN', 1200],
    ['12.3', 'PLN', 1230],
    ['12.30', 'PLN', 1230],
    ['12.300', 'PLN', 1230],
    ['12.30000', 'PLN', 1230],
    ['0012.30', 'PLN', 1230],
    ['0.07', 'PLN', 7],
    ['1.10', 'PLN', 110],
    ['8.95', 'EUR', 895],
    ['500', 'VND', 500],
    ['500.0', 'VND', 500],
    ['1.5', 'KWD', 1500],
    ['0.001', 'KWD', 1],
    ['90071992547409.91', 'PLN', Number.MAX_SAFE_INTEGER],
    ['9007199254740991', 'JPY', Number.MAX_SAFE_INTEGER],
  ])('%s %s is %i minor units', (text, currency, minor) => {
    expect(parseMoney(text, currency)).toEqual({ minor, currency });
  });

  test.each([
    ['1.005', 'PLN'],
    ['0.001', 'HUF'],
    ['0.5', 'JPY'],
    ['1.0001', 'KWD'],
    ['0.30000000000000004', 'EUR'],
    ['90071992547409.92', 'PLN'],
    ['9007199254740993', 'JPY'],
    ['1'.repeat(400), 'PLN'],
    ['-0.01', 'PLN'],
    ['', 'PLN'],
    ['.5', 'PLN'],
    ['5.', 'PLN'],
    ['1,50', 'PLN'],
    ['1 000', 'PLN'],
    ['1e3', 'PLN'],
    ['+1', 'PLN'],
    ['0x10', 'PLN'],
    ['12\n', 'PLN'],
    [' 12', 'PLN'],
    ['１２', 'PLN'],
    ['NaN', 'PLN'],
    ['Infinity', 'PLN'],
  ])('"%s" %s is refused, never rounded', (text, currency) => {
    expect(refusedBy(() => parseMoney(text, currency, 'lines[2].price'))).toEqual({
      code: 'amount_invalid',
      field: 'lines[2].price',
    });
  });

  test('an amount that is to be given back is above zero', () => {
    expect(parsePositive('0.01', 'PLN').minor).toBe(1);
    for (const text of ['0', '0.00', '-0', '-5']) {
      expect(refusedBy(() => parsePositive(text, 'PLN'))).toEqual({ code: 'amount_invalid', field: 'amount' });
    }
  });

  test('an adjustment may take away, and zero has no sign', () => {
    expect(parseSigned('-12.30', 'PLN', 'adjustment').minor).toBe(-1230);
    expect(Object.is(parseSigned('-0.00', 'PLN', 'adjustment').minor, 0)).toBe(true);
  });

  test('the currency is checked before the digits', () => {
    expect(refusedBy(() => parseMoney('one', 'ZLOTY')).code).toBe('currency_unknown');
  });

  test('of which no field is named is called amount', () => {
    expect(refusedBy(() => parseMoney('one', 'PLN'))).toEqual({ code: 'amount_invalid', field: 'amount' });
  });
});

describe('writing an amount', () => {
  test.each([
    [1230, 'PLN', '12.30'],
    [7, 'PLN', '0.07'],
    [0, 'PLN', '0.00'],
    [-5, 'PLN', '-0.05'],
    [1250, 'HUF', '12.50'],
    [500, 'VND', '500'],
    [-500, 'JPY', '-500'],
    [1, 'KWD', '0.001'],
    [1500, 'KWD', '1.500'],
    [Number.MAX_SAFE_INTEGER, 'PLN', '90071992547409.91'],
  ])('%i %s is "%s"', (minor, currency, text) => {
    expect(formatMinor(minor, currency)).toBe(text);
  });
});

const currencies = fc.constantFrom('JPY', 'VND', 'PLN', 'HUF', 'KWD');
const anyMinor = fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -2000, max: 2000 }));

test('what was written is read back as the same amount', () => {
  fc.assert(
    fc.property(anyMinor, currencies, (minor, currency) => {
      expect(parseSigned(formatMinor(minor, currency), currency, 'amount')).toEqual({ minor, currency });
    }),
    { numRuns: 1000 },
  );
});

test('whatever text comes in, a whole number of minor units comes out, or a refusal', () => {
  const digits = fc.stringMatching(/^-?\d{1,18}(\.\d{1,6})?$/);
  fc.assert(
    fc.property(digits, currencies, (text, currency) => {
      try {
        const { minor } = parseSigned(text, currency, 'amount');
        expect(Number.isSafeInteger(minor)).toBe(true);
        expect(formatMinor(minor, currency).replace(/^-/, '')).toBe(plain(text, minorDigits(currency)));
      } catch (error) {
        expect(error).toMatchObject({ code: 'amount_invalid' });
      }
    }),
    { numRuns: 1000 },
  );
});

/** The digits as sent, with as many decimals as the currency has: worked out on the text alone. */
function plain(text: string, digits: number): string {
  const [whole = '', fraction = ''] = text.replace(/^-/, '').split('.');
  const short = fraction.replace(/0+$/, '').padEnd(digits, '0');
  return `${whole.replace(/^0+(?=\d)/, '')}${short === '' ? '' : `.${short}`}`;
}

test.each([
  ['currency_unknown', 'ZLOTY'],
  ['currency_mismatch', 'EUR'],
])('an amount in another currency than the order is refused with %s', (code, given) => {
  expect(refusedBy(() => requireCurrency(given, 'PLN'))).toEqual({ code, field: 'currency' });
  expect(() => requireCurrency('PLN', 'PLN')).not.toThrow();
});
