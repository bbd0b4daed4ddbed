import { readFileSync } from 'node:fs';
import path from 'node:path';
import { REFUSALS } from '../../src/domain/refusal';
import { STATUS } from '../../src/rest/problem';

const text = readFileSync(path.join(__dirname, '../../docs/errors.md'), 'utf8');
const rows = [...text.matchAll(/^\| `(\w+)` \| (\d{3}) \|/gm)].map(
  ([, code, status]) => [code, Number(status)] as const,
);

describe('docs/errors.md', () => {
  test('explains every code, in the order of the list, and no other', () => {
    expect(rows.map(([code]) => code)).toEqual(Object.keys(REFUSALS));
  });

  test.each(rows)('tells the status that REST answers for %s', (code, status) => {
    expect(status).toBe(STATUS[REFUSALS[code as keyof typeof REFUSALS]]);
  });
});
