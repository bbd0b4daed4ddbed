/** Calls as the contract allows them, with ids of things that exist and with values at the limits: what mutations begin with. */
import type { Contract, Field, SimpleType, Type } from '../../../src/soap/contract';
import type { Random } from '../../reliability/random';
import { picked } from './picked';

/** Orders that exist, and how many refunds and returns there may be by the time they are asked for. */
export const ORDERS = 20;
const THINGS = 25;
const MOST_ITEMS = 3;
/** Optional elements that are there, and values that are ordinary. */
const PRESENT = 0.3;
const ORDINARY = 0.94;

/** What moves money is asked for more often than what only looks. */
const MOVING = [
  'addAutomaticRefundForOrder',
  'addAutomaticRefundForOrder',
  'addManualRefund',
  'addAutomaticRefund',
  'updateRefund',
  'confirmRefund',
  'confirmRefund',
  'cancelRefund',
  'openReturn',
  'acceptReturn',
];
const MOVING_PART = 0.6;

const LIMITS: Record<SimpleType['base'], readonly string[]> = {
  string: ['', ' ', 'x'.repeat(101), '😀'.repeat(256), '__proto__', 'Ż\u200b\u202e', '&amp;lt;', ']]&gt;', '0', 'null'],
  long: [
    '0',
    '-1',
    '1',
    '9007199254740991',
    '9007199254740992',
    '9223372036854775808',
    '1e3',
    '0x1',
    ' 7 ',
    '',
    '+1',
    '007',
  ],
  int: ['0', '-1', '1', '1000000', '1000001', '2147483648', '1.5', 'NaN', '', '00001'],
  decimal: [
    ...[
      '0',
      '0.00',
      '0.01',
      '0.001',
      '0.0001',
      '-0.01',
      '-0',
      '+1',
      '.5',
      '5.',
      '1e3',
      'INF',
      'NaN',
      '1,50',
      '',
      ' 1.00 ',
    ],
    ...['999999999999.999', '1000000000000', '90071992547409.91', '90071992547409.92', '00000000000001.00'],
  ],
  boolean: ['true', 'false', '1', '0', 'TRUE', 'yes', ''],
  dateTime: [
    ...['2026-11-21T10:30:00Z', '0001-01-01T00:00:00Z', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59.999999999Z'],
    ...['2026-11-21T24:00:00Z', '2026-02-29T00:00:00Z', '2026-11-21T10:30:60Z', '2026-11-21T10:30:00+14:00', '', 'now'],
    ...['9999-12-31T23:59:59-14:00', '0001-01-01T00:00:00+14:00'],
  ],
};

/** The content of Body. */
export function honestCall(contract: Contract, random: Random): string {
  const names = [...contract.operations.keys()];
  const name = random.chance(MOVING_PART) ? picked(random, MOVING) : picked(random, names);
  const fields = contract.operations.get(name)?.request.fields ?? [];
  return `<m:${name} xmlns:m="${contract.namespace}">${contentOf(fields, random)}</m:${name}>`;
}

function contentOf(fields: readonly Field[], random: Random): string {
  return fields
    .filter(({ required }) => required || random.chance(PRESENT))
    .map(({ name, type }) => `<m:${name}>${valueOf(name, type, random)}</m:${name}>`)
    .join('');
}

function valueOf(name: string, type: Type, random: Random): string {
  if (type.kind === 'complex') return contentOf(type.fields, random);
  if (type.kind === 'simple') return textOf(name, type, random);
  const { item, of } = type;
  return Array.from(
    { length: random.whole(0, MOST_ITEMS) },
    () => `<m:${item}>${valueOf(item, of, random)}</m:${item}>`,
  ).join('');
}

/** A value for this element; its text is XML already. */
function textOf(name: string, type: SimpleType, random: Random): string {
  if (!random.chance(ORDINARY)) return picked(random, LIMITS[type.base]);
  if (type.enumeration) return picked(random, type.enumeration);
  return ordinaryText(name, type, random);
}

function ordinaryText(name: string, { base, pattern }: SimpleType, random: Random): string {
  if (name === 'currency') return 'PLN';
  if (name === 'provider') return 'simulated';
  if (base === 'decimal') return picked(random, ['0.01', '1.00', '12.30', '49.99', '50.00', '50.01', '3.00']);
  if (base === 'boolean') return String(random.chance(0.5));
  if (base === 'dateTime') return '2026-11-21T10:30:00Z';
  if (base === 'int') return String(random.whole(1, 3));
  if (base === 'long') return String(idFor(name, random));
  return pattern === undefined ? `text ${random.whole(1, 9)}` : String(random.whole(1, 99));
}

function idFor(name: string, random: Random): number {
  if (name === 'lineId' || name === 'paymentId') return random.chance(0.9) ? 1 : 2;
  return random.whole(1, name === 'orderId' || name === 'sourceId' ? ORDERS + 2 : THINGS);
}
