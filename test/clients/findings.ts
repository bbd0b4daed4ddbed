/**
 * What a stack's client saw, beside what REST says. Each value of each answer belongs to one check, by its type in the schema and
 * by what is special about it; each call to one by how it was sent.
 */
import type { Check, Finding } from './checks';
import type { ClientFault, ClientOutcome } from './client-process';
import type { Exchange } from './doors';
import { itemOf, partsOf } from './soap-values';
import type { Item, Shape, Structure } from './soap-values';
import type { Call } from './story';

/** The members of the typed fault. */
const FAULT = {
  code: 'xsd:string',
  message: 'xsd:string',
  field: 'xsd:string',
  retryable: 'xsd:boolean',
  requestId: 'xsd:string',
};

/** What can be seen in the outcome of one call. @param said what REST said to it in an equal world */
export function findingsOf(call: Call, said: Exchange, outcome: ClientOutcome | undefined, shape: Shape): Finding[] {
  const how: Finding = { check: call.shows, at: call.operation, expected: gist(said), seen: gistOf(outcome) };
  if (outcome === undefined || how.expected !== how.seen) return [how];
  if ('fault' in outcome) return [how, ...faultFindings(said, outcome, call.operation)];
  const answer = 'answer' in said.reply ? said.reply.answer : undefined;
  return [how, ...valueFindings(answer, outcome.answer, shape, call.operation)];
}

const gist = ({ reply }: Exchange): string => ('answer' in reply ? 'answered' : reply.refused.code);

function gistOf(outcome: ClientOutcome | undefined): string {
  if (outcome === undefined) return 'nothing';
  return 'answer' in outcome ? 'answered' : String(outcome.fault['code'] ?? /^\w*/.exec(outcome.faultString)?.[0]);
}

function faultFindings({ reply, message }: Exchange, { fault, faultString }: ClientFault, at: string): Finding[] {
  if (!('refused' in reply)) return [];
  const { code, field, retryable } = reply.refused;
  const expected = { code, message, ...(field !== undefined && { field }), retryable, requestId: SOME_ID };
  const members = structureFindings(expected, fault, FAULT, at);
  return [
    ...members.map((member): Finding => ({ ...member, check: 'a typed fault, member by member' })),
    finding('the fault string has code and text', at, `${code}: ${message}`, faultString),
  ];
}

/** @param expected a value of the contract  @param seen the same as the stack shows it: lists in wrappers */
function valueFindings(expected: unknown, seen: unknown, shape: Shape, at: string): Finding[] {
  if (typeof shape === 'string') return [simpleFinding(expected, seen, shape, at)];
  const item = itemOf(shape);
  return item ? listFindings(expected, seen, item, at) : structureFindings(expected, seen, shape, at);
}

function structureFindings(expected: unknown, seen: unknown, shape: Structure, at: string): Finding[] {
  const [wanted, given] = [membersOf(expected), membersOf(seen)];
  const parts = partsOf(shape);
  const unknown = [...given.keys()].filter((name) => !parts.has(name));
  return [
    ...unknown.map((name) => finding('calls every operation', `${at}.${name}`, undefined, given.get(name))),
    ...[...parts].flatMap(([name, part]) => {
      const path = `${at}.${name}`;
      if (!wanted.has(name)) return [finding('absent values are absent', path, undefined, given.get(name))];
      return valueFindings(wanted.get(name), given.get(name), part, path);
    }),
  ];
}

const finding = (check: Check, at: string, expected: unknown, seen: unknown): Finding => {
  return { check, at, expected, seen };
};

function membersOf(value: unknown): ReadonlyMap<string, unknown> {
  return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
}

/** A list of none is there when its wrapper is, with nothing in it; one that is absent cannot be told from no list at all. */
function listFindings(expected: unknown, seen: unknown, item: Item, at: string): Finding[] {
  const wanted = expected as readonly unknown[];
  const inside = membersOf(seen).get(item.name);
  const given = Array.isArray(inside) ? (inside as readonly unknown[]) : inside === undefined ? [] : [inside];
  const elements = wanted.flatMap((one, index) => valueFindings(one, given[index], item.shape, `${at}[${index}]`));
  const whole = (check: Check, shown: unknown) => finding(check, at, `${wanted.length} of them`, shown);
  const count = `${given.length} of them`;
  if (wanted.length === 0) return [whole('a list of none is a list', seen === undefined ? 'no list' : count)];
  if (wanted.length > 1) return [whole('a list of many', count), ...elements];
  return [whole('a list of one is a list', Array.isArray(inside) ? count : typeof inside), ...elements];
}

/** @param shape "Name|xsd:base|facets or the values of an enumeration" */
function simpleFinding(expected: unknown, seen: unknown, shape: string, at: string): Finding {
  const [base, limits = ''] = shape.slice(shape.indexOf('xsd:')).split('|');
  if (base === 'xsd:decimal') return finding('decimals are exact', at, expected, seen);
  if (base === 'xsd:dateTime') return finding('dates', at, expected, seen);
  // A stack that reads without the schema shows text; what it says is what counts.
  if (base === 'xsd:long' || base === 'xsd:int') return finding('whole numbers', at, String(expected), String(seen));
  if (base === 'xsd:boolean') return finding('booleans', at, String(expected), String(seen));
  const enumerated = limits !== '' && !/pattern|Length/.test(limits);
  return enumerated ? finding('enumerations', at, expected, seen) : textFinding(expected, seen, at);
}

/** Each text belongs to the hardest thing in it. */
const TEXTS: readonly (readonly [Check, RegExp])[] = [
  ['empty text is not absent text', /^$/],
  ['blanks at the ends and inside', /^\s|\s$|\s\s|[\n\t]/],
  ['text that looks like an entity', /&\w+;/],
  ['emoji', /\p{Extended_Pictographic}/u],
  ['XML special characters', /[&<>"']/],
  ['Vietnamese letters', /[ăâđêôơư\u1ea0-\u1ef9₫]/i],
  ['Polish letters', /[ąćęłńóśźż]/i],
  ['plain text', /^/],
];

function textFinding(expected: unknown, seen: unknown, at: string): Finding {
  // The audit and a fault name the request that did a deed; each client's is another.
  if (at.endsWith('.requestId')) return finding('plain text', at, SOME_ID, String(seen).length > 10 ? SOME_ID : seen);
  const [check] = TEXTS.find(([, pattern]) => pattern.test(String(expected))) ?? ['plain text' as const];
  // Empty text that is shown as null is there all the same.
  return finding(check, at, expected, expected === '' && seen === null ? '' : seen);
}

const SOME_ID = 'the id of some request';
