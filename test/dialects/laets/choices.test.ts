/** docs/laets.md tells every choice that the code names, each once, and the code names every one that it tells. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..', '..');
const CODE = path.join(ROOT, 'src/dialects/laets');

const told = [...readFileSync(path.join(ROOT, 'docs/laets.md'), 'utf8').matchAll(/^- \*\*LAETS-(\d+)/gm)].map(numberIn);
const named = new Set(
  readdirSync(CODE).flatMap((file) =>
    [...readFileSync(path.join(CODE, file), 'utf8').matchAll(/LAETS-(\d+)(?: to LAETS-(\d+))?/g)].flatMap(
      ([, from, to]) => {
        const [first, last] = [Number(from), Number(to ?? from)];
        return Array.from({ length: last - first + 1 }, (_, index) => first + index);
      },
    ),
  ),
);

function numberIn([, digits]: RegExpMatchArray): number {
  return Number(digits);
}

test('the choices are numbered without a gap', () => {
  expect(told).toEqual(Array.from({ length: told.length }, (_, index) => index + 1));
  expect(told.length).toBeGreaterThanOrEqual(20);
});

test('what the code calls a choice is told', () => {
  expect([...named].filter((number) => !told.includes(number))).toEqual([]);
});
