/** Where nobody knows what the platform does the choice is ours, and has a name: the code says it, and docs/sapo.md explains it. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..', '..');
const FOLDER = path.join(ROOT, 'src', 'dialects', 'sapo');

const namesIn = (text: string): string[] => text.match(/SAPO-\d+/g) ?? [];

const explained = (readFileSync(path.join(ROOT, 'docs', 'sapo.md'), 'utf8').match(/^- \*\*SAPO-\d+/gm) ?? []).map(
  (text) => text.replace('- **', ''),
);

test('every choice is explained once, in the order of the numbers', () => {
  expect(explained).toEqual(Array.from({ length: 23 }, (_, index) => `SAPO-${index + 1}`));
});

test('every choice that the code names is explained', () => {
  const named = readdirSync(FOLDER).flatMap((file) => namesIn(readFileSync(path.join(FOLDER, file), 'utf8')));
  expect(named.filter((name) => !explained.includes(name))).toEqual([]);
  // What the services decide for every platform is named there in other words.
  const beyond = new Set(['SAPO-22', 'SAPO-23']);
  expect(explained.filter((name) => !named.includes(name) && !beyond.has(name))).toEqual([]);
});
