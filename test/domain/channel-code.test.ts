import { numbersEnding } from '../../src/domain/channel-code';

test.each([
  ['Lojas Americanas-298', ['298']],
  ['a-b-c', ['b-c', 'c']],
  ['a--b', ['-b', 'b']],
  ['-a', []],
  ['a-', []],
  ['a', []],
  ['', []],
])('the code %j may end with the numbers %j', (code, numbers) => {
  expect(numbersEnding(code)).toEqual(numbers);
});

test('a code that is longer than any channel and number is looked up nowhere', () => {
  expect(numbersEnding(`${'c'.repeat(100)}-${'n'.repeat(100)}`)).toHaveLength(1);
  // Characters are counted, not the halves of which JavaScript makes some.
  expect(numbersEnding(`${'🍵'.repeat(100)}-${'n'.repeat(100)}`)).toHaveLength(1);
  expect(numbersEnding(`${'c'.repeat(101)}-${'n'.repeat(100)}`)).toEqual([]);
});
