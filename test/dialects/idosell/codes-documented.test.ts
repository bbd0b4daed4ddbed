/** docs/idosell.md tells which of our refusals each code stands for, and which are for the door to tell. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FAULT_TEXT, faultOf, type DoorFault, type FaultCode } from '../../../src/dialects/idosell/faults';
import { GATE_METHODS } from '../../../src/dialects/idosell/gate-methods';
import { Refusal, REFUSALS, type RefusalCode } from '../../../src/domain/refusal';
import { TransitionRefused, TRANSITIONS, type TransactionState } from '../../../src/domain/transaction';

const text = readFileSync(path.join(__dirname, '../../../docs/idosell.md'), 'utf8');
const words = (cell = ''): string[] => [...cell.matchAll(/`(\w+)`/g)].map(([, word = '']) => word);
const METHODS = GATE_METHODS.flatMap((method) => (method.gate === 'refunds' ? [method.name] : []));

/** Each way in which we refuse with this code. */
function refusalsOf(code: RefusalCode): Refusal[] {
  if (code !== 'transition_not_allowed') return [new Refusal(code, '')];
  return (Object.keys(TRANSITIONS) as TransactionState[]).map((state) => new TransitionRefused(state, 'update'));
}

/** All that the methods say to a refusal. */
function saidTo(code: RefusalCode): Set<FaultCode | DoorFault> {
  return new Set(METHODS.flatMap((method) => refusalsOf(code).map((refusal) => faultOf(method, refusal))));
}

const CODES = Object.keys(REFUSALS) as RefusalCode[];
/** Code 3 stands for whatever a method has no code for: told is only what has none in any. */
const ONLY_FAILED = CODES.filter((code) => [...saidTo(code)].join() === '3');

const meantBy = (code: FaultCode): RefusalCode[] =>
  code === 3 ? ONLY_FAILED : CODES.filter((refusal) => saidTo(refusal).has(code));

test('every code is told with its text, and no other', () => {
  const rows = [...text.matchAll(/^\| (\d{1,4}) \| ([^|]+) \| ([^|]+) \|$/gm)];
  expect(rows.map(([, code, said]) => [Number(code), said])).toEqual(
    Object.entries(FAULT_TEXT).map(([code, said]) => [Number(code), said]),
  );
  for (const [, code, , refusals] of rows) {
    expect([code, words(refusals)]).toEqual([code, meantBy(Number(code) as FaultCode)]);
  }
});

test.each<[DoorFault, string]>([
  ['login', 'wrong login'],
  ['denied', 'missing right'],
  ['format', 'wrong format'],
  ['busy', 'busy'],
  ['door', 'no call at all'],
])('what is for the door to tell as %s is told', (kind, name) => {
  const [, refusals] = new RegExp(`^\\| ${name} \\|.*\\| ([^|]+) \\|$`, 'm').exec(text) ?? [];
  expect(words(refusals)).toEqual(CODES.filter((code) => saidTo(code).has(kind)));
});

test('every choice is told that the code names, each once', () => {
  const told = [...text.matchAll(/^- \*\*IDO-(\d+)\*\*/gm)].map(([, number]) => Number(number));
  expect(told).toEqual(Array.from({ length: told.length }, (_, index) => index + 1));
  expect(told.length).toBeGreaterThanOrEqual(32);
});
