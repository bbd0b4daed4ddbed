/** Every entry of the audit hangs on the one before: whoever tampers with one is found out, and the place is named. */
import { CHAIN_START, ChainWalk, linkOf } from '../../src/services/audit-chain';
import type { AuditHead, ChainedEntry } from '../../src/services/ports';

const SHOP = 'tea';
const LENGTH = 1000;
/** In the full round every place is tried; in the short one places that are spread over the whole. */
const STEP = process.env['FULL_ROUND'] === 'true' ? 1 : 37;

function chain(length: number): ChainedEntry[] {
  const entries: ChainedEntry[] = [];
  let previous = CHAIN_START.hash;
  for (let seq = 1; seq <= length; seq += 1) {
    const entry = { seq, subject: 'refund', subjectId: seq % 7, actor: 'test', action: 'refund.add', at: seq } as const;
    const whole = { ...entry, after: JSON.stringify({ amount: `${seq}.00` }) };
    previous = linkOf(SHOP, previous, whole);
    entries.push({ ...whole, id: seq, hash: previous });
  }
  return entries;
}

const entries = chain(LENGTH);
const last = entries.at(-1);
const head: AuditHead = { seq: LENGTH, hash: last?.hash ?? '' };
const places = Array.from({ length: Math.ceil(LENGTH / STEP) }, (_, index) => index * STEP);

function verdictOf(found: readonly ChainedEntry[], known: AuditHead = head) {
  const walk = new ChainWalk(SHOP);
  for (const entry of found) if (!walk.take(entry)) break;
  return walk.verdict(known);
}

/** The entries with the one at this place replaced. */
function replaced(place: number, change: (entry: ChainedEntry) => Partial<ChainedEntry>): ChainedEntry[] {
  return entries.map((entry, index) => (index === place ? { ...entry, ...change(entry) } : entry));
}

test('a chain that nobody touched is intact', () => {
  expect(verdictOf(entries)).toEqual({ intact: true, entries: LENGTH, head });
});

describe.each([
  ['a changed amount', (place: number) => replaced(place, () => ({ after: '{"amount":"0.01"}' }))],
  ['a changed actor', (place: number) => replaced(place, () => ({ actor: 'somebody else' }))],
  ['a changed time', (place: number) => replaced(place, ({ at }) => ({ at: at + 1 }))],
  ['a changed request id', (place: number) => replaced(place, () => ({ requestId: 'r' }))],
  ['a deleted entry', (place: number) => entries.filter((_, index) => index !== place)],
  [
    'a deleted entry whose gap was closed',
    (place: number) =>
      entries
        .filter((_, index) => index !== place)
        .map((entry, index) => (index >= place ? { ...entry, seq: index + 1 } : entry)),
  ],
  [
    'two entries that changed places',
    (place: number) => {
      const other = place + 1 < LENGTH ? place + 1 : place - 1;
      return entries.map((entry, index) => {
        const from = index === place ? entries[other] : index === other ? entries[place] : entry;
        return { ...(from ?? entry), seq: entry.seq };
      });
    },
  ],
  ['an end that was cut off', (place: number) => entries.slice(0, place)],
])('%s', (_name, tamper) => {
  test.each(places.map((place) => [place + 1]))('is found at entry %i', (seq) => {
    const verdict = verdictOf(tamper(seq - 1));
    // Swapping the last with the one before shows at the first of the two.
    const brokenAt = seq === LENGTH && _name.startsWith('two') ? seq - 1 : seq;
    expect(verdict).toMatchObject({ intact: false, brokenAt });
  });
});

test('an entry of another shop does not fit into the chain', () => {
  const walk = new ChainWalk('mugs');
  expect(walk.take(entries[0] as ChainedEntry)).toBe(false);
});

test('an end that was replaced by another of the same length is found by the head', () => {
  const forged = chain(LENGTH - 1);
  const entry = { seq: LENGTH, subject: 'refund', subjectId: 1, actor: 'thief', action: 'refund.add', at: 1 } as const;
  forged.push({ ...entry, id: LENGTH, hash: linkOf(SHOP, forged.at(-1)?.hash ?? '', entry) });
  expect(verdictOf(forged)).toMatchObject({ intact: false, brokenAt: LENGTH });
});
