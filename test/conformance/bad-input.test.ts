/**
 * What no caller may send is refused alike: each field of each request is left out, misspelt, and filled with what its type
 * forbids, over REST, SOAP 1.1 and SOAP 1.2. The cases are made from the contract: a new field is tried without a line here.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { OPERATIONS } from '../../generated/contract';
import type { Contract, Field, SimpleType, Type } from '../../src/soap/contract';
import { readContract } from '../../src/soap/wsdl-reader';
import { DOOR_NAMES, startGateway } from '../gateway-under-test';
import type { GatewayUnderTest } from '../gateway-under-test';
import type { AnyRequest, Exchange, OperationName } from '../clients/doors';
import { OPERATION_NAMES } from './cases/all-cases';
import { told } from './worlds';

let gateway: GatewayUnderTest;
let contract: Contract;
beforeAll(async () => {
  contract = await readContract(readFileSync(path.join(__dirname, '..', '..', 'wsdl', 'refund-gateway.wsdl'), 'utf8'));
  gateway = await startGateway();
});
afterAll(() => gateway.stop());

interface Wrong {
  readonly name: string;
  readonly request: AnyRequest;
  /** Path of the field that is to blame. */
  readonly field: string;
  /** REST cannot send it: a path without its id is another path. */
  readonly soapOnly?: boolean;
}

describe.each(OPERATION_NAMES)('%s', (operation) => {
  test('refuses each wrong field over every door, in the same words, and writes nothing', async () => {
    const wrongs = wrongsOf(operation, contract.operations.get(operation)?.request.fields ?? []);
    for (const { name, request, field, soapOnly = false } of wrongs) {
      const doors = soapOnly ? (['soap11', 'soap12'] as const) : DOOR_NAMES;
      const [first, ...others] = await Promise.all(doors.map((door) => gateway.doors[door](operation, request, {})));
      const expected = { refused: { code: 'request_invalid', field, retryable: false, status: soapOnly ? 500 : 400 } };
      expect({ name, reply: first?.reply }).toEqual({ name, reply: expected });
      for (const other of others) expect({ name, told: told(other) }).toEqual({ name, told: told(first as Exchange) });
    }
    expect(wrongs.length).toBeGreaterThan(2);
    expect(Object.values(await gateway.rows()).flat()).toEqual([]);
  });
});

/** Texts that no value of the type has. Empty ones are left out: SOAP takes an empty optional number for an absent one. */
function badTexts(type: SimpleType): string[] {
  if (type.enumeration) return ['nonsense', type.enumeration[0]?.toUpperCase() ?? '', `${type.enumeration[0]}x`];
  switch (type.base) {
    case 'long':
      return [
        ...(type.minInclusive === 0 ? [] : ['0']),
        '-1',
        '9007199254740992',
        '99999999999999999999',
        '1.5',
        '1e3',
        '0x10',
        'NaN',
        'five',
        '1 2',
      ];
    case 'int':
      return ['-1', '1000001', '2147483648', '4294967297', '1.5', '1e1', 'ten', 'Infinity'];
    case 'decimal':
      return [
        '.5',
        '5.',
        '1e3',
        '0x10',
        'NaN',
        '1,50',
        '1.0000',
        '1234567890123',
        '123456789012.1234',
        '+1',
        '--1',
        'ten',
      ];
    case 'boolean':
      return ['maybe', '2', 'TRUE', 'yes'];
    case 'dateTime':
      return [
        'yesterday',
        '2026-11-21',
        '2026-11-21T10:30:00',
        '2026-13-01T00:00:00Z',
        '2026-02-29T10:30:00Z',
        '2026-11-21T25:00:00Z',
      ];
    case 'string':
      return badStrings(type);
  }
}

function badStrings({ pattern, minLength, maxLength }: SimpleType): string[] {
  const long =
    maxLength === undefined ? [] : ['x'.repeat(maxLength + 1), '😀'.repeat(maxLength + 1), 'ż'.repeat(maxLength + 1)];
  const short = minLength === undefined ? [] : [''];
  return [...long, ...short, ...(pattern === undefined ? [] : ['zł!', 'plnx'])];
}

function wrongsOf(operation: OperationName, fields: readonly Field[]): Wrong[] {
  const good = Object.fromEntries(fields.map((field) => [field.name, sampleOf(field.type)]));
  const unknown = { name: 'an unknown field', request: { ...good, colour: 'blue' }, field: 'colour' };
  return [...wrongsIn(fields, operation, '', good, (request) => request), unknown];
}

/** Every wrong of a structure; `inPlace` puts the wrong structure where it belongs in the whole request. */
function wrongsIn(
  fields: readonly Field[],
  operation: OperationName,
  above: string,
  good: Readonly<Record<string, unknown>>,
  inPlace: (wrong: AnyRequest) => AnyRequest,
): Wrong[] {
  return fields.flatMap((field): Wrong[] => {
    const { name, type, required } = field;
    const where = above + name;
    const having = (value: unknown): AnyRequest => inPlace({ ...good, [name]: value });
    const inPath = above === '' && OPERATIONS[operation].path.includes(`{${name}}`);
    const { [name]: _left, ...without } = good;
    const missing = required
      ? [{ name: `no ${where}`, request: inPlace(without), field: where, soapOnly: inPath }]
      : [];
    if (type.kind === 'simple') {
      const texts = badTexts(type).filter((text) => !inPath || text !== '');
      return [
        ...missing,
        ...texts.map((text) => ({ name: `${where} "${text}"`, request: having(text), field: where })),
      ];
    }
    if (type.kind !== 'list') throw new Error(`${where}: no such request was known so far`);
    const most = type.maxItems ?? 500;
    const many = Array.from({ length: most + 1 }, () => sampleOf(type.of));
    const tooMany = { name: `too many ${where}`, request: having(many), field: where };
    if (type.of.kind === 'simple') {
      const wrong = badTexts(type.of).map((text) => ({
        ...{ name: `${where}[1] "${text}"`, request: having([sampleOf(type.of), text]), field: `${where}[1]` },
      }));
      return [...missing, tooMany, ...wrong];
    }
    const item = sampleOf(type.of) as Record<string, unknown>;
    const inList = (wrong: AnyRequest): AnyRequest => having([item, wrong]);
    return [
      ...missing,
      tooMany,
      {
        name: `an unknown field in ${where}`,
        request: inList({ ...item, colour: 'blue' }),
        field: `${where}[1].colour`,
      },
      ...wrongsIn(type.of.fields, operation, `${where}[1].`, item, inList),
    ];
  });
}

const SAMPLES: Readonly<Record<SimpleType['base'], unknown>> = {
  string: 'x',
  long: 1,
  int: 1,
  decimal: '1.00',
  boolean: true,
  dateTime: '2026-11-21T10:30:00Z',
};

function sampleOf(type: Type): unknown {
  if (type.kind === 'list') return [sampleOf(type.of)];
  if (type.kind === 'complex')
    return Object.fromEntries(type.fields.map((field) => [field.name, sampleOf(field.type)]));
  if (type.enumeration) return type.enumeration[0];
  return { Currency: 'PLN', Cursor: '1', ShippingAmount: 'all' }[type.name] ?? SAMPLES[type.base];
}
