/** What one message leaves behind in the reader must mean nothing to the next: frames are used again. */
import type { ComplexType, Field, SimpleType, Type } from '../../src/soap/contract';
import { PlanMaker, ValueReader } from '../../src/soap/value-reader';

const text: SimpleType = { kind: 'simple', name: 'Text', base: 'string' };
const field = (name: string, type: Type, required = true): Field => ({ name, type, required });
const struct = (name: string, ...fields: Field[]): ComplexType => ({ kind: 'complex', name, fields });
const list = (of: SimpleType): Type => ({ kind: 'list', name: 'List', item: 'item', of });

type Told = string | { readonly [name: string]: Told | readonly Told[] } | null;

/** Reads a value as if it had come as XML; null is nil. */
function read(reader: ValueReader, type: Type, told: Told): unknown {
  reader.begin(new PlanMaker().planFor(type), 'call');
  tell(reader, told);
  reader.close();
  return reader.result();
}

function tell(reader: ValueReader, told: Told): void {
  if (typeof told === 'string') return reader.text(told);
  for (const [name, value] of Object.entries(told ?? {})) {
    const each: readonly Told[] = Array.isArray(value) ? value : [value as Told];
    for (const one of each) {
      reader.open('urn:x', name, one === null, undefined);
      tell(reader, one);
      reader.close();
    }
  }
}

const contract = { namespace: 'urn:x', types: new Map() };
const pair = struct('Pair', field('first', text), field('second', text));
const single = struct('Single', field('only', text));

test('a struct behind a list leaves the list as it is', () => {
  const call = struct('Call', field('names', list(text)), field('pair', pair));
  const told = { names: { item: ['a', 'b', 'c'] }, pair: { first: '1', second: '2' } };
  expect(read(new ValueReader(contract), call, told)).toEqual({
    names: ['a', 'b', 'c'],
    pair: { first: '1', second: '2' },
  });
});

test('a nil struct is empty, whatever was read in its place before', () => {
  const reader = new ValueReader(contract);
  read(reader, struct('Call', field('pair', pair)), { pair: { first: '1', second: '2' } });
  expect(read(reader, struct('Call', field('pair', single, false)), { pair: null })).toEqual({});
});
