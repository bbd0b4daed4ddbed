/**
 * The audit of a shop in the hands of somebody who holds the database itself. First its guards must refuse every change;
 * then they are switched off, and whatever is done to any entry must be found, with the place named.
 */
import { randomBytes } from 'node:crypto';
import type { AuditService } from '../../src/services/audit-service';
import type { AuditHead } from '../../src/services/ports';
import { exactly, known, type Figure } from './figures';
import { addOrders, openShop, SHOP, withServices } from './sample-shop';
import { createScratchDatabase, type Engine, type OpenConnection } from './scratch-database';

export interface AuditPlan {
  readonly engine: Engine;
  /** Length of the chain; each of its entries is tampered with in each way. */
  readonly entries: number;
}

type Tell = (line: string) => void;

const UNGUARD = {
  sqlite: 'DROP TRIGGER audit_entries_no_update; DROP TRIGGER audit_entries_no_delete',
  'better-sqlite': 'DROP TRIGGER audit_entries_no_update; DROP TRIGGER audit_entries_no_delete',
  postgres: 'SET session_replication_role = replica',
} as const satisfies Record<Engine, string>;

const APPEND_ONLY = /append-only/;
const CAPTURED = '100.00';

export async function auditHarness(plan: AuditPlan, tell: Tell): Promise<Figure[]> {
  const database = await createScratchDatabase(plan.engine);
  const secretsKey = randomBytes(32).toString('base64');
  try {
    await openShop(database.url, secretsKey);
    // An order that is put is one entry.
    await addOrders(database.url, secretsKey, plan.entries, CAPTURED);
    const intruder = await database.connect();
    try {
      return await withServices(database.url, secretsKey, ({ audit }) => attack(plan, audit, intruder, tell));
    } finally {
      await intruder.close();
    }
  } finally {
    await database.drop();
  }
}

async function attack({ engine, entries }: AuditPlan, audit: AuditService, intruder: OpenConnection, tell: Tell) {
  const name = `audit, ${engine}`;
  const whole = async (): Promise<number> => {
    const verdict = await audit.verify(SHOP);
    return verdict.intact ? verdict.entries : 0;
  };
  const figures: Figure[] = [known(name, 'entries', await whole())];
  for (const verb of ['UPDATE audit_entries SET actor = actor', 'DELETE FROM audit_entries']) {
    const [word = ''] = verb.split(' ');
    figures.push(exactly(name, `${word} refused`, await refusals(intruder, verb, entries), entries));
  }
  figures.push(exactly(name, 'entries after that', await whole(), entries));

  await intruder.run('CREATE TABLE untouched AS SELECT * FROM audit_entries');
  await intruder.run('CREATE TABLE untouched_heads AS SELECT * FROM audit_heads');
  await intruder.run(UNGUARD[engine]);
  const anchor = await audit.head(SHOP);
  for (const tampering of TAMPERINGS) {
    figures.push(exactly(name, `${tampering.what}: found`, await found(tampering, audit, intruder, anchor), entries));
    tell(`${engine}: ${tampering.what}`);
  }
  figures.push(exactly(name, 'entries when all is mended', await whole(), entries));
  return figures;
}

/** At how many entries the database itself refuses, because of its guard and for no other reason. */
async function refusals(intruder: OpenConnection, change: string, entries: number): Promise<number> {
  let refused = 0;
  for (let seq = 1; seq <= entries; seq += 1) {
    const problem = await intruder.run(`${change} WHERE shop = '${SHOP}' AND seq = ${seq}`).then(
      () => '',
      (error: unknown) => String(error),
    );
    refused += Number(APPEND_ONLY.test(problem));
  }
  return refused;
}

interface Tampering {
  readonly what: string;
  readonly tamper: (seq: number, last: number) => string;
  /** Makes the chain what it was; absent where the next place, one before this one, goes on from here. */
  readonly mend?: (seq: number, last: number) => string;
  /** The first entry that is not as it was written. */
  readonly brokenAt: (seq: number, last: number) => number;
  /** Nothing in the database tells of it: a head that was written down elsewhere must. */
  readonly anchored?: true;
}

/** One column after the other, place by place. */
const CHANGES: readonly (readonly [column: string, value: string])[] = [
  ['after_json', `'{"amount":"0.01"}'`],
  ['before_json', `'{"amount":"0.01"}'`],
  ['actor', `'somebody else'`],
  ['action', `'order.delete'`],
  ['subject', `'refund'`],
  ['subject_id', 'subject_id + 1'],
  ['request_id', `'forged'`],
  ['happened_at', 'happened_at - 1'],
  ['hash', `'${'0'.repeat(64)}'`],
];

const place = (seq: number): readonly [column: string, value: string] => CHANGES[seq % CHANGES.length] ?? ['', ''];
const neighbour = (seq: number, last: number): number => (seq < last ? seq + 1 : seq - 1);
const swap = (one: number, other: number): string =>
  [
    [one, 0],
    [other, one],
    [0, other],
  ]
    .map(([from, to]) => `UPDATE audit_entries SET seq = ${to} WHERE seq = ${from}`)
    .join('; ');

/** What one can do to the entry at any place, from the last to the first. */
const TAMPERINGS: readonly Tampering[] = [
  {
    what: 'a changed entry',
    tamper: (seq) => `UPDATE audit_entries SET ${place(seq).join(' = ')} WHERE seq = ${seq}`,
    mend: (seq) =>
      `UPDATE audit_entries SET ${place(seq)[0]} = (SELECT ${place(seq)[0]} FROM untouched WHERE seq = ${seq})
        WHERE seq = ${seq}`,
    brokenAt: (seq) => seq,
  },
  {
    what: 'a deleted entry',
    tamper: (seq) => `DELETE FROM audit_entries WHERE seq = ${seq}`,
    mend: (seq) => `INSERT INTO audit_entries SELECT * FROM untouched WHERE seq = ${seq}`,
    brokenAt: (seq) => seq,
  },
  {
    what: 'two neighbours that changed places',
    tamper: (seq, last) => swap(seq, neighbour(seq, last)),
    mend: (seq, last) => swap(seq, neighbour(seq, last)),
    brokenAt: (seq, last) => Math.min(seq, neighbour(seq, last)),
  },
  {
    what: 'an end that was cut off',
    tamper: (seq) => `DELETE FROM audit_entries WHERE seq >= ${seq}`,
    brokenAt: (seq) => seq,
  },
  {
    what: 'an end that was cut off with its head, against a head written down elsewhere',
    tamper: (seq) =>
      `DELETE FROM audit_entries WHERE seq >= ${seq}; DELETE FROM audit_heads;
        INSERT INTO audit_heads (shop, seq, hash) SELECT shop, seq, hash FROM untouched WHERE seq = ${seq} - 1`,
    brokenAt: (seq) => seq,
    anchored: true,
  },
];

const RESTORE = `DELETE FROM audit_entries; INSERT INTO audit_entries SELECT * FROM untouched;
  DELETE FROM audit_heads; INSERT INTO audit_heads SELECT * FROM untouched_heads`;

/** At how many places the verdict names the right entry. */
async function found(
  { tamper, mend, brokenAt, anchored }: Tampering,
  audit: AuditService,
  intruder: OpenConnection,
  anchor: AuditHead,
): Promise<number> {
  let right = 0;
  const { seq: last } = anchor;
  for (let seq = last; seq >= 1; seq -= 1) {
    await intruder.run(tamper(seq, last));
    const verdict = await audit.verify(SHOP, anchored ? anchor : undefined);
    right += Number(!verdict.intact && verdict.brokenAt === brokenAt(seq, last));
    if (mend) await intruder.run(mend(seq, last));
  }
  if (!mend) await intruder.run(RESTORE);
  return right;
}
