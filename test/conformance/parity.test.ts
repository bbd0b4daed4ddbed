/**
 * What can be asked both ways is answered both ways: every operation, every case, over REST, SOAP 1.1 and SOAP 1.2, in equal
 * worlds. The doors must tell the same and leave the same behind, down to the audit.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { OPERATIONS } from '../../generated/contract';
import { REFUSALS } from '../../src/domain/refusal';
import type { RefusalCode } from '../../src/domain/refusal';
import { STATUS } from '../../src/rest/problem';
import type { Contract, Field } from '../../src/soap/contract';
import { readContract } from '../../src/soap/wsdl-reader';
import { DOOR_NAMES, NOW } from '../gateway-under-test';
import { schemaVerdicts } from '../soap/schema-verdicts';
import { CASES, OPERATION_NAMES } from './cases/all-cases';
import { WIRE_CASES } from './cases/wire-cases';
import { askThrough, closeWorlds, openWorlds, told, tryOut } from './worlds';
import type { Worlds } from './worlds';
import type { Rows } from '../onlooker';

/** Codes that no case provokes through both protocols, and why. */
const ELSEWHERE: Partial<Record<RefusalCode, { readonly door?: 'REST' | 'SOAP'; readonly why: string }>> = {
  operation_unknown: { door: 'SOAP', why: 'over REST an unknown operation is an unknown path' },
  envelope_version_unknown: { door: 'SOAP', why: 'REST has no envelope' },
  header_not_understood: { door: 'SOAP', why: 'REST has no header that must be understood' },
  path_not_found: { door: 'REST', why: 'SOAP has one address' },
  outcome_unknown: {
    why: 'needs a database that is lost at a COMMIT; lost-commit.test.ts does it through each protocol',
  },
  request_timeout: { why: 'takes 20 s to provoke here; the tests of each edge do it with a shorter limit' },
  shop_not_found: { why: 'of the command line: a credential always has a shop' },
  credential_not_found: { why: 'of the command line: key revoke' },
  source_type_unknown: {
    why: 'the schema of our own doors has only types that we know; IdoSell has a number for others',
  },
  source_id_impossible: { why: 'the schema of our own doors has only ids above 0; IdoSell has a number for others' },
  source_is_order: { why: 'the schema of our own doors names returns and claims only' },
  order_ambiguous: { why: 'of platforms that know an order by its channel and number: SkyHub' },
  order_not_open: { why: 'of platforms that are stricter than we are: IdoSell' },
  order_not_confirmed: { why: 'of platforms that refund an order once its merchant has confirmed it: laets' },
  payment_reference_missing: { why: 'of platforms with drafts on payments that cannot be found yet: IdoSell' },
};

let worlds: Worlds;
let contract: Contract;
/** Every SOAP message that a case gave rise to, for libxml2 to look at in the end. */
const answers: { readonly name: string; readonly text: string }[] = [];
/** The requests that were granted over SOAP, each with its answer. */
const talks: { readonly name: string; readonly sent: string; readonly text: string }[] = [];

beforeAll(async () => {
  contract = await readContract(readFileSync(path.join(__dirname, '..', '..', 'wsdl', 'refund-gateway.wsdl'), 'utf8'));
  worlds = await openWorlds();
});
afterAll(() => closeWorlds(worlds));

test('every operation of the WSDL has cases, and a twin over REST', () => {
  const named = [...contract.operations.keys()].sort();
  expect([...OPERATION_NAMES].sort()).toEqual(named);
  expect(Object.keys(OPERATIONS).sort()).toEqual(named);
});

describe.each(OPERATION_NAMES)('%s over every door', (operation) => {
  test.each(CASES[operation].map((one) => [one.name, one] as const))('%s', async (name, one) => {
    const outcomes = await tryOut(worlds, operation, one);
    const { exchange, before, after } = outcomes.rest;

    if (one.refused) {
      const { code, field } = one.refused;
      const status = STATUS[REFUSALS[code]];
      const retryable = ['busy', 'timeout'].includes(REFUSALS[code]);
      expect(exchange.reply).toEqual({ refused: { code, field, retryable, status } });
      expect(after).toEqual(before);
    } else {
      const gone = Object.entries(one.holds ?? {}).flatMap(([name, value]) => (value === undefined ? [name] : []));
      const held = Object.entries(one.holds ?? {}).filter(([name]) => !gone.includes(name));
      expect(exchange.reply).toMatchObject({ answer: Object.fromEntries(held) });
      for (const name of gone) expect(exchange.reply).not.toHaveProperty(['answer', name]);
      expect(whoDid(before, after)).toEqual(whoDid(before, after).map(() => ({ actor: 'erp', request_id: 'req-1' })));
    }
    for (const door of ['soap11', 'soap12'] as const) {
      expect(told(outcomes[door].exchange)).toEqual(told(exchange));
      expect(outcomes[door].before).toEqual(before);
      expect(outcomes[door].after).toEqual(after);
      answers.push({ name: `${operation} ${name}`, text: outcomes[door].exchange.text });
      if (!one.refused) talks.push({ name: `${operation} ${name}`, ...outcomes[door].exchange });
    }
  });

  test('is asked with everything it can be told, and with no more than it needs', () => {
    const whole = contract.operations.get(operation)?.request.fields ?? [];
    const wishes = CASES[operation].filter((one) => !one.refused).map((one) => one.request);
    const told = new Set(wishes.flatMap((wish) => pathsIn(wish)));
    expect(whole.flatMap((field) => pathsOf(field)).filter((name) => !told.has(name))).toEqual([]);
    const least = whole.filter(({ required }) => required).map(({ name }) => name);
    // A refund that is put together needs some content, whichever: that is no rule of a schema.
    const bare = CASES[operation].filter((one) => one.refused?.code === 'refund_empty').map((one) => one.request);
    expect([...wishes, ...bare].map((wish) => Object.keys(wish).sort())).toContainEqual(least.sort());
  });

  test('tells nobody what belongs to another shop', async () => {
    for (const { name, given, request } of CASES[operation].filter((one) => !one.refused)) {
      for (const door of DOOR_NAMES) {
        const world = worlds[door];
        await world.clear();
        const empty = await askThrough(world, door, operation, request);
        await world.clear();
        for (const step of given) await step({ ...world, caller: world.otherCaller });
        world.clock.set(NOW);
        const filled = await askThrough(world, door, operation, request);
        expect({ name, door, text: filled.text }).toEqual({ name, door, text: empty.text });
      }
    }
  });
});

describe('what is no request of an operation', () => {
  test.each(WIRE_CASES.map((one) => [one.name, one] as const))('%s', async (_name, one) => {
    for (const door of DOOR_NAMES) {
      const world = worlds[door];
      await world.clear();
      const ask = door === 'rest' ? one.rest : one.soap?.[door];
      if (!ask) continue;
      const hear = (text: string): void => void answers.push({ name: one.name, text });
      const { refused } = (await ask(world, hear)) as { refused?: unknown };
      expect({ door, refused }).toEqual({ door, refused: { code: one.code, retryable: one.retryable ?? false } });
      expect(Object.values(await world.rows()).flat()).toEqual([]);
    }
  });
});

describe('the list of refusals', () => {
  const provoked = new Set<string>([
    ...OPERATION_NAMES.flatMap((name) => CASES[name].flatMap(({ refused }) => (refused ? [refused.code] : []))),
    ...WIRE_CASES.filter(({ rest, soap }) => rest && soap).map(({ code }) => code),
  ]);

  test('is provoked whole, through both protocols, but for what says why not', () => {
    const unprovoked = Object.keys(REFUSALS).filter((code) => !provoked.has(code));
    expect(unprovoked.sort()).toEqual(Object.keys(ELSEWHERE).sort());
  });

  test.each(Object.entries(ELSEWHERE))('%s is provoked where it can be', (code, { door }) => {
    const doors = WIRE_CASES.filter((one) => one.code === code).map(({ rest }) => (rest ? 'REST' : 'SOAP'));
    expect(doors).toEqual(door === undefined ? [] : [door]);
  });
});

test('every SOAP message of these cases, faults included, fits the schemas of the envelope and of the WSDL', () => {
  const messages = [...answers, ...talks.map(({ name, sent }) => ({ name, text: sent }))];
  expect(messages.length).toBeGreaterThan(400);
  const verdicts = schemaVerdicts(messages.map(({ text }) => text));
  const problems = messages.map(({ name }, index) => ({ name, verdict: verdicts[index] }));
  expect(problems.filter(({ verdict }) => verdict !== '')).toEqual([]);
});

/** The WSDL before any answer learned a member. Clients that were made of it may stop at what it does not know (decision 14). */
const FIRST = 'test/conformance/first-contract.wsdl';

test('who asks nothing that the first contract did not have is told nothing that it did not have', () => {
  const asked = schemaVerdicts(talks.map(({ sent }) => sent), FIRST); // prettier-ignore
  const told = schemaVerdicts(talks.map(({ text }) => text), FIRST); // prettier-ignore
  const rows = talks.map(({ name }, index) => ({ name, asked: asked[index], told: told[index] }));
  const asThen = rows.filter((row) => row.asked === '');
  expect(asThen.length).toBeGreaterThan(150);
  expect(asThen.filter((row) => row.told !== '')).toEqual([]);
  expect(rows.filter((row) => row.told !== '').length).toBeGreaterThan(10);
});

/** Who stands in the audit entries that were added. */
function whoDid(before: Rows, after: Rows): unknown[] {
  const added = (after['audit_entries'] ?? []).slice(before['audit_entries']?.length);
  return added.map(({ actor, request_id }) => ({ actor, request_id }));
}

/** `lines[].sku` for every field that may be told, lists walked through. */
function pathsOf({ name, type }: Field): string[] {
  const inner = type.kind === 'list' ? type.of : type;
  const below = inner.kind === 'complex' ? inner.fields.flatMap((field) => pathsOf(field)) : [];
  return [name, ...below.map((rest) => `${name}.${rest}`)];
}

function pathsIn(value: object): string[] {
  return Object.entries(value).flatMap(([name, part]: [string, unknown]) => {
    const parts = (Array.isArray(part) ? part : [part]) as unknown[];
    const below = parts.flatMap((one) => (typeof one === 'object' && one !== null ? pathsIn(one) : []));
    return [name, ...below.map((rest) => `${name}.${rest}`)];
  });
}
