/**
 * What a caller may ask of a list, and of which keys (choice SAPO-4): numbers that make no sense are read as if they were not there,
 * a time that is none is refused, for without it the list would be of everything.
 */
import { parseInstant } from '../../domain/instant';
import { Refusal } from '../../domain/refusal';
import type { Period } from '../../services/ports';

export type Query = Readonly<Record<string, unknown>>;

const USUAL = 50;
const MOST = 250;
/** Its rows still have a number; no list is as long. */
const LAST_PAGE = Math.floor(Number.MAX_SAFE_INTEGER / MOST);
const SECOND_MS = 1000;
/** A date, a time, a zone; without the last it is UTC. A plus sign of a zone that nobody escaped has become a blank. */
const TIME = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?)?\s*(Z|[-+]\d{2}|[-+]?\d{2}:?\d{2})?$/i;

export interface Page {
  readonly page: number;
  readonly limit: number;
  /** Only what has a higher id. */
  readonly sinceId: number;
}

export function pageOf(query: Query): Page {
  return {
    page: Math.min(wholeIn(query['page']) ?? 1, LAST_PAGE),
    limit: Math.min(wholeIn(query['limit']) ?? USUAL, MOST),
    sinceId: wholeIn(query['since_id']) ?? 0,
  };
}

/** The ids that were asked for, in one parameter or in several; what can be none is of nothing that is there. */
export function idsOf({ ids }: Query): readonly number[] | undefined {
  const named = [ids].flat().filter((one) => typeof one === 'string' && one.trim() !== '');
  if (named.length === 0) return undefined;
  return named
    .join()
    .split(',')
    .map((id) => wholeIn(id.trim()))
    .filter((id) => id !== undefined);
}

/** The two bounds of a time, both of them included; as told, without parts of a second. */
export function periodOf(query: Query, name: string): Period {
  const from = timeIn(query, `${name}_min`);
  const until = timeIn(query, `${name}_max`);
  return {
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { before: until + SECOND_MS }),
  };
}

/** The rows of the page that was asked for. */
export function pageFrom<T extends { readonly id: number; readonly created_on: string }>(
  rows: readonly T[],
  query: Query,
): T[] {
  const { page, limit, sinceId } = pageOf(query);
  const { from = -Infinity, before = Infinity } = periodOf(query, 'created_on');
  return rows
    .filter(({ id, created_on: at }) => id > sinceId && from <= Date.parse(at) && Date.parse(at) < before)
    .slice((page - 1) * limit, page * limit);
}

/** Only the keys that were asked for, in our order; names that nobody knows are passed over. */
export function onlyFields<T extends object>(whole: T, { fields }: Query): Partial<T> {
  if (typeof fields !== 'string' || fields.trim() === '') return whole;
  const wanted = new Set(fields.split(',').map((name) => name.trim()));
  return Object.fromEntries(Object.entries(whole).filter(([name]) => wanted.has(name))) as Partial<T>;
}

/** No id and no place in a list is higher than what numbers are exact up to, so anything higher is as good as that. */
function wholeIn(given: unknown): number | undefined {
  const number = typeof given === 'string' && /^\d+$/.test(given) ? Number(given) : 0;
  return number > 0 ? Math.min(number, Number.MAX_SAFE_INTEGER) : undefined;
}

function timeIn(query: Query, name: string): number | undefined {
  const given = query[name];
  if (given === undefined || given === '') return undefined;
  const [, day, time = '00:00', zone = 'Z'] = (typeof given === 'string' && TIME.exec(given)) || [];
  if (day === undefined) throw new Refusal('request_invalid', `${name} is no time`, name);
  const signed = /^\d/.test(zone) ? `+${zone}` : zone;
  return parseInstant(`${day}T${time}${/^[-+]\d{2}$/.test(signed) ? `${signed}:00` : signed}`, name);
}
