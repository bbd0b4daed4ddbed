/**
 * Single values of the encoded style. A text that does not fit its type is handed over as the text it is: whoever called is
 * answered by the platform's own check of its parameters, which refuses a text in the place of a number like any other.
 */
import type { ScalarBase, ScalarType } from './encoded-contract';
import { collapse, INVALID, simpleCodec } from './simple-values';

const INT = simpleCodec({ kind: 'simple', name: 'int', base: 'int' });
const BOOLEAN = simpleCodec({ kind: 'simple', name: 'boolean', base: 'boolean' });

/** Given and empty, which for anything but text is how some stacks write null. */
export const NOTHING = Symbol('nothing');

export function readScalar(base: ScalarBase, text: string): string | number | boolean | typeof NOTHING {
  if (base === 'string') return text;
  const word = collapse(text);
  if (word === '') return NOTHING;
  if (base === 'float') return exactDecimal(word) ?? word;
  const value = (base === 'int' ? INT : BOOLEAN).parse(word);
  return value === INVALID ? word : value;
}

/**
 * The text of a value that fits its type, INVALID for any other. A whole number may be longer than the 32 bits of an xsd:int:
 * one shop with long ids would else have no list at all, and clients of today read it.
 */
export function writeScalar({ base, enumeration }: ScalarType, value: unknown): string | typeof INVALID {
  if (base === 'int') return Number.isSafeInteger(value) ? String(value) : INVALID;
  if (base === 'boolean') return BOOLEAN.format(value);
  if (base === 'float') return writeFloat(value);
  return typeof value === 'string' && (enumeration?.includes(value) ?? true) ? value : INVALID;
}

/** In plain notation, which every client reads; a number that JavaScript itself would write with an exponent is none of ours. */
function writeFloat(value: unknown): string | typeof INVALID {
  const text = typeof value === 'number' ? String(value) : value;
  return typeof text === 'string' && exactDecimal(text) === text ? text : INVALID;
}

/** No amount is longer; a few characters of exponent could stand for more digits than there is memory. */
const MAX_CHARACTERS = 40;
const FLOAT = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

/**
 * An xsd:float as the decimal that its digits say: amounts never pass through binary floating point. Decimals stay as many as
 * were sent, and an exponent moves the point. Undefined for what is no decimal, such as INF.
 */
function exactDecimal(text: string): string | undefined {
  if (text.length > MAX_CHARACTERS) return undefined;
  const [, sign, whole = '', fraction = '', exponent = '0'] = FLOAT.exec(text) ?? [];
  if (sign === undefined || whole + fraction === '') return undefined;
  const shift = Number(exponent);
  if (Math.abs(shift) > MAX_CHARACTERS) return undefined;
  const digits = '0'.repeat(Math.max(0, -shift)) + whole + fraction + '0'.repeat(Math.max(0, shift - fraction.length));
  const point = whole.length + Math.max(0, -shift) + shift;
  const before = digits.slice(0, point).replace(/^0+(?=\d)/, '') || '0';
  const after = digits.slice(point);
  return (sign === '-' ? '-' : '') + (after === '' ? before : `${before}.${after}`);
}
