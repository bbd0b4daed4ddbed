/**
 * What a caller sent, read member by member. What is missing or of another type breaks a rule (422, choice SKY-2). A member
 * of a body is named by its path, such as `instance.items[0].id`: an instance has an id in five places.
 */
import { Refusal } from '../../domain/refusal';

export type Members = Readonly<Record<string, unknown>>;

const WHOLE = /^\d{1,15}$/;
const LIST_END = /^(?:\[\d*\])?$/;

/** A whole number in a query, where everything is text. */
export function wholeIn(query: Members, name: string, fallback: number, least: number, most: number): number {
  const given = query[name];
  if (given === undefined) return fallback;
  const value = typeof given === 'string' && WHOLE.test(given) ? Number(given) : NaN;
  if (value >= least && value <= most) return value;
  throw wrong(name, `must be a whole number from ${least} to ${most}`);
}

/** A text in a query that stands there once. */
export function textIn(query: Members, name: string): string | undefined {
  const given = query[name];
  if (given === undefined || typeof given === 'string') return given;
  throw wrong(name, 'must be given once');
}

/**
 * Texts in a query, however many, in each spelling that clients have for a list: `name`, `name[]`, and `name[0]` as PHP numbers
 * them. None at all is undefined.
 */
export function textsIn(query: Members, name: string): readonly string[] | undefined {
  const spellings = Object.keys(query).filter((key) => key.startsWith(name) && LIST_END.test(key.slice(name.length)));
  return spellings.length === 0 ? undefined : spellings.flatMap((key) => query[key] as string | string[]);
}

export function membersOf(given: unknown, path: string): Members {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return given as Members;
  throw wrong(path, 'must be an object');
}

/** A list that has to be there, though it may be empty. */
export function listIn(members: Members, path: string): readonly unknown[] {
  const given = memberAt(members, path);
  if (Array.isArray(given)) return given as unknown[];
  throw wrong(path, 'must be a list');
}

export function requiredText(members: Members, path: string, most: number): string {
  const given = optionalText(members, path, most);
  if (given === undefined || given === '') throw wrong(path, 'is required');
  return given;
}

/** Characters are counted, as every other door of ours counts them. */
export function optionalText(members: Members, path: string, most: number): string | undefined {
  const given = memberAt(members, path);
  if (given === undefined) return undefined;
  if (typeof given === 'string' && Array.from(given).length <= most) return given;
  throw wrong(path, `must be text of at most ${most} characters`);
}

/** How many units: a whole number above zero. */
export function positiveIn(members: Members, path: string): number {
  const given = memberAt(members, path);
  if (typeof given === 'number' && Number.isSafeInteger(given) && given > 0) return given;
  throw wrong(path, 'must be a whole number above zero');
}

/** The member that the path ends with; null is as good as absent. */
export function memberAt(members: Members, path: string): unknown {
  return members[path.slice(path.lastIndexOf('.') + 1)] ?? undefined;
}

export function wrong(name: string, problem: string): Refusal {
  return new Refusal('request_invalid', `${name} ${problem}`, name);
}
