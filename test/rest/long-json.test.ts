/** A long list is written element by element, and nobody who reads it notices. */
import fc from 'fast-check';
import { longJson } from '../../src/rest/long-json';

const MANY = 20;
const LARGEST = 70_000;

const textOf = (pieces: readonly Buffer[] | undefined): string => Buffer.concat(pieces ?? []).toString('utf8');

test('it is what JSON.stringify writes, whatever the elements are', () => {
  const element = fc.oneof(
    fc.jsonValue(),
    fc.string({ unit: 'binary' }),
    fc.constant(undefined),
    fc.constant('\ud800'),
  );
  const list = fc.array(element, { minLength: MANY, maxLength: 60 });
  const value = fc.record({
    meta: fc.option(fc.jsonValue(), { nil: undefined }),
    'a "list"': list,
    more: fc.jsonValue(),
  });
  fc.assert(fc.property(value, (one) => expect(textOf(longJson(one))).toBe(JSON.stringify(one))));
});

test('so are texts that fill a piece to the last byte, and such that are longer than one', () => {
  const lengths = [1, 2, 21_844, 21_845, 21_846, 65_535, 65_536, LARGEST];
  for (const letter of ['a', 'ż', '€', '💶']) {
    const list = lengths.flatMap((length) => Array.from({ length: 3 }, () => letter.repeat(length)));
    const text = textOf(longJson({ list }));
    expect(text === JSON.stringify({ list })).toBe(true);
  }
});

test.each<[string, unknown]>([
  ['a short list', { list: Array.from({ length: MANY - 1 }, () => 1) }],
  ['a list that is no member', Array.from({ length: MANY }, () => 1)],
  ['an object', { id: 1 }],
  ['nothing', null],
  ['a text', 'a'.repeat(LARGEST)],
])('%s is left to JSON.stringify', (_what, value) => {
  expect(longJson(value)).toBeUndefined();
});
