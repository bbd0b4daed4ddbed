/** What a caller may ask of a list, read by the resource's own table, and the list as it is answered (choice LAETS-3). */
import type { Condition, Listing } from '../../services/ports';
import { ROOT, type Addresses } from './address';
import { Complaint } from './faults';
import { conditionsOf, LOOKUPS, type Lookup } from './lookup';
import type { Resource } from './resource';
import type { ListShape } from './shapes';

export type Query = Readonly<Record<string, unknown>>;

const MOST = 100;
const COUNT = /^\d{1,9}$/;
const NAME = /^(\w+?)(?:__(\w+))?$/;
/** Asks for what is answered anyway. */
const PASSED_OVER = new Set(['return_data', 'format']);

/**
 * Reads paging, ordering and filters. Refuses with 71006 what the table does not have: a misspelt filter that is passed over would
 * list everything.
 * @param fixed values of the table's `fixed` filters, by name
 */
export function readList<F extends string, O extends string>(
  resource: Resource<F, O>,
  query: Query,
  fixed: Readonly<Record<string, number>> = {},
): Listing<F | 'id', O> {
  const { limit, offset, order_by: orderBy, ...filters } = query;
  const conditions: Condition<F | 'id'>[] = [];
  for (const [name, given] of Object.entries(filters)) {
    if (!PASSED_OVER.has(name)) conditions.push(...filterIn(resource, name, given, fixed));
  }
  return {
    skip: countIn('offset', offset) ?? 0,
    // 0 asks for as many as there are in a page.
    limit: Math.min(countIn('limit', limit) ?? resource.defaultLimit, MOST) || MOST,
    order: orderIn(resource, orderBy),
    conditions,
  };
}

/** The answer to a list: a page, and where the pages beside it are. */
export function listShape<T>(
  { name }: Pick<Resource<string, string>, 'name'>,
  addresses: Addresses,
  query: Query,
  { limit, skip: offset }: { readonly limit: number; readonly skip: number },
  found: { readonly items: readonly T[]; readonly total: number },
): ListShape<T> {
  const at = (place: number): string => addressAt(`${addresses.origin}${ROOT}/${name}/`, query, limit, place);
  return {
    meta: {
      limit,
      next: offset + limit < found.total ? at(offset + limit) : null,
      offset,
      previous: offset > 0 ? at(Math.max(offset - limit, 0)) : null,
      total_count: found.total,
    },
    objects: [...found.items],
  };
}

function addressAt(address: string, query: Query, limit: number, offset: number): string {
  const parameters = new URLSearchParams();
  for (const [name, given] of Object.entries(query)) {
    for (const value of [given].flat()) parameters.append(name, String(value));
  }
  parameters.set('limit', String(limit));
  parameters.set('offset', String(offset));
  return `${address}?${parameters.toString()}`;
}

function filterIn<F extends string>(
  { filters }: Resource<F, string>,
  name: string,
  given: unknown,
  fixed: Readonly<Record<string, number>>,
): Condition<F | 'id'>[] {
  const [, filter = '', lookup = 'exact'] = NAME.exec(name) ?? [];
  const rule = Object.hasOwn(filters, filter) ? filters[filter] : undefined;
  if (!rule) throw new Complaint(71006, `${name} is no filter; there are ${Object.keys(filters).join(', ')}`, name);
  const known = LOOKUPS[rule.kind];
  if (!known.some((one) => one === lookup)) {
    throw new Complaint(71006, `${name} is no filter; ${filter} has the lookups ${known.join(', ')}`, name);
  }
  return conditionsOf(rule, { name, lookup: lookup as Lookup, value: textIn(name, given, lookup) }, fixed[filter]);
}

/** The values of `in` may be sent one by one. */
function textIn(name: string, given: unknown, lookup: string): string {
  if (typeof given === 'string') return given;
  if (lookup === 'in' && Array.isArray(given)) return given.join(',');
  throw new Complaint(71003, `${name} is given twice`, name);
}

function countIn(name: string, given: unknown): number | undefined {
  if (given === undefined || given === '') return undefined;
  if (typeof given === 'string' && COUNT.test(given)) return Number(given);
  throw new Complaint(71003, `${name} must be a whole number that is not below 0`, name);
}

function orderIn<O extends string>({ ordering }: Resource<string, O>, given: unknown): Listing<string, O>['order'] {
  const names = given === undefined || given === '' ? [] : [given].flat().map(String);
  return names.map((name) => {
    const plain = name.replace(/^-/, '');
    const field = Object.hasOwn(ordering, plain) ? ordering[plain] : undefined;
    if (field !== undefined) return { field, descending: name !== plain };
    const known = Object.keys(ordering).join(', ');
    throw new Complaint(71006, `order_by must be one of ${known}, with or without a minus sign`, 'order_by');
  });
}
