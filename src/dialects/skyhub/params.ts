/** What a caller sent, read member by member. What is missing or of another type breaks a rule (422, choice SKY-2). */
import { Refusal } from '../../domain/refusal';

export type Members = Readonly<Record<string, unknown>>;

const WHOLE = /^\d{1,15}$/;

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

/** Texts in a query, however many; none at all is undefined. */
export function textsIn(query: Members, name: string): readonly string[] | undefined {
  const given = query[name];
  if (given === undefined) return undefined;
  return (Array.isArray(given) ? given : [given]) as string[];
}

export function wrong(name: string, problem: string): Refusal {
  return new Refusal('request_invalid', `${name} ${problem}`, name);
}
