/**
 * Our verdicts against libxml2's: every field of every request, filled in turn with values that are right, nearly right and
 * wrong. Where we differ on purpose, the row below says so.
 */
import type { Contract, Field, SimpleType, Type } from '../../src/soap/contract';
import { Encoder } from '../../src/soap/encoder';
import { EnvelopeReader } from '../../src/soap/envelope-reader';
import { readContract } from '../../src/soap/wsdl-reader';
import { schemaVerdicts } from './schema-verdicts';
import { envelope, NAMESPACE, WSDL } from './soap-server';

const TEXTS = [
  '', ' ', 'a', '0', '1', '-1', '+1', '01', '1.', '.5', '1.0', '12.30', '12.345', '12.3456', '-2.50', '-0', '1e3', '0x10', 'NaN',
  '1000000', '1000001', '100', '101', '2147483648', '9007199254740991', '9007199254740992', '99999999999999999999',
  '123456789012.123', '1234567890123', '000000000000001.5', ' 5 ', '\n7\t', '5 5', 'PLN', 'pln', 'PLNX', ' PLN', 'order', 'claim ',
  'true', 'false', 'TRUE', 'cash', 'requested', 'all', 'refund', '2026-11-21T10:30:00Z', '2026-11-21T10:30:00.123456789+14:00',
  '2026-11-21T10:30:00+14:01', '2026-02-29T00:00:00Z', '2024-02-29T00:00:00Z', '2026-11-21T24:00:00Z', '2026-11-21T24:00:01Z',
  '2026-11-21T10:60:00Z', '2026-11-21T10:30:60Z', '0000-01-01T00:00:00Z', '2026-11-21T10:30:00', '2026-11-21',
  'x'.repeat(100), 'x'.repeat(101), 'x'.repeat(255), 'x'.repeat(256), '😀'.repeat(100), '😀'.repeat(101), 'x'.repeat(1001),
]; // prettier-ignore

let contract: Contract;
beforeAll(async () => void (contract = await readContract(WSDL)));

const SAMPLE: Record<SimpleType['base'], unknown> = {
  string: 'a',
  long: 1,
  int: 1,
  decimal: '1.00',
  boolean: true,
  dateTime: '2026-11-21T10:30:00Z',
};

/** Of types with a pattern. */
const NAMED: Readonly<Record<string, string>> = { Currency: 'PLN', Cursor: '1', ShippingAmount: 'all' };

function sampleOf(type: Type): unknown {
  if (type.kind === 'list') return [sampleOf(type.of)];
  if (type.kind === 'complex')
    return Object.fromEntries(type.fields.map((field) => [field.name, sampleOf(field.type)]));
  return type.enumeration?.[0] ?? NAMED[type.name] ?? SAMPLE[type.base];
}

/** The whole request, then once for each simple field and text with that text in its place. */
function requests(name: string, fields: readonly Field[]): { xml: string; field: Field | undefined; text: string }[] {
  const whole = new Encoder(NAMESPACE).root(name, fields)(sampleOf({ kind: 'complex', name, fields }));
  const simple = fields.flatMap((field) => deepFields(field));
  const variants = simple.flatMap((field, index) => {
    const { name: tag } = field;
    const before = simple.slice(0, index).filter((other) => other.name === tag).length;
    const place = new RegExp(`((?:<m:${tag}>[^]*?){${before}}<m:${tag}>)[^<]*(</m:${tag}>)`);
    return TEXTS.map((text) => ({ xml: whole.replace(place, `$1${text}$2`), field, text }));
  });
  return [{ xml: whole, field: undefined, text: '' }, ...variants];
}

function deepFields(field: Field): Field[] {
  const { type } = field;
  if (type.kind === 'simple') return [field];
  const inner = type.kind === 'list' ? type.of : type;
  return inner.kind === 'complex' ? inner.fields.flatMap((child) => deepFields(child)) : [];
}

/** Deliberately lenient: an empty number, time or enumeration that is optional counts as absent. */
function isLeniency({ field, text }: { field: Field | undefined; text: string }): boolean {
  if (!field || field.required || field.type.kind !== 'simple' || text.trim() !== '') return false;
  return field.type.base !== 'string' || field.type.enumeration !== undefined;
}

test('libxml2 and we agree on every request', () => {
  const reader = new EnvelopeReader(contract);
  const cases = [...contract.operations.values()].flatMap(({ name, request }) => requests(name, request.fields));
  const verdicts = schemaVerdicts(cases.map(({ xml }) => envelope(xml)));
  const differences = cases.flatMap((one, index) => {
    const ours = reader.read(envelope(one.xml)).message !== undefined;
    const theirs = verdicts[index] === '';
    return ours === theirs || (ours && isLeniency(one))
      ? []
      : [{ field: one.field?.name, text: one.text, ours, theirs }];
  });
  expect(cases.length).toBeGreaterThan(4_000);
  expect(differences).toEqual([]);
});

test('what a caller leaves out, adds or repeats gets the verdict of libxml2', () => {
  const reader = new EnvelopeReader(contract);
  const cases = [...contract.operations.values()].flatMap(({ name, request }) => {
    const [whole] = requests(name, request.fields);
    const xml = whole?.xml ?? '';
    const children = [...xml.matchAll(/<m:(\w+)>[^<]*<\/m:\1>/g)].map(([child]) => child);
    return children.flatMap((child) => [xml.replace(child, ''), xml.replace(child, child + child)]);
  });
  const verdicts = schemaVerdicts(cases.map((xml) => envelope(xml)));
  const ours = cases.map((xml) => reader.read(envelope(xml)).message !== undefined);
  expect(cases.filter((_xml, index) => ours[index] !== (verdicts[index] === ''))).toEqual([]);
});
