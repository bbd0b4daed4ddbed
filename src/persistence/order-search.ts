/** Orders as platforms look them up, as SQL. Each condition has an index to begin with. */
import type { Fulfilment } from '../domain/order';
import type { OrderSearch, Period } from '../services/ports';
import { Conditions, hasEnd, marks } from './conditions';
import { knownSince } from './order-rows';

/**
 * Sought in the index of what narrows the search most, and then put in order; or walked in the order of the page, which is shorter
 * where nearly all orders are left. Then no time is written so that an index could begin with it: with such, SQLite would.
 */
export type Way = 'sought' | 'walked';

export function ordersFound(shop: string, search: OrderSearch, way: Way = 'sought'): Conditions {
  const { ids, numbers, fulfilments } = search;
  const where = new Conditions().and('shop = ?', shop).andOneOf('id', ids);
  // Orders of one state are in an index in the order of the page.
  if (way === 'sought' || fulfilments?.length === 1) where.andOneOf('fulfilment', fulfilments);
  else for (const other of others(fulfilments)) where.and('fulfilment <> ?', other);
  for (const [times, period] of periodsOf(search)) where.andWithin(times[way], period);
  return numbers === undefined ? where : andNumbered(where, shop, numbers);
}

/** How the times of an order are written where an index of them may be used, and where none must be. */
type Times = Readonly<Record<Way, string>>;
const PLACED: Times = { sought: 'placed_at', walked: '+placed_at' };
const UPDATED: Times = { sought: 'updated_at', walked: '+updated_at' };
const CREATED: Times = { sought: knownSince(''), walked: knownSince('+') };

/** The periods that leave anything out. */
export function periodsOf({ placed, created, updated }: OrderSearch): (readonly [Times, Period])[] {
  const periods = [
    [PLACED, placed],
    [CREATED, created],
    [UPDATED, updated],
  ] as const;
  return periods.flatMap(([times, period]) => (period && hasEnd(period) ? [[times, period]] : []));
}

const ALL: readonly Fulfilment[] = ['open', 'fulfilled', 'cancelled'];

function others(fulfilments: readonly Fulfilment[] = ALL): Fulfilment[] {
  return ALL.filter((one) => !fulfilments.includes(one));
}

/** Whether the search has more to begin with than the order of the page. */
export function isNarrowed(search: OrderSearch): boolean {
  const { ids, numbers, fulfilments = [] } = search;
  const isNamed = ids !== undefined || numbers !== undefined;
  return !isNamed && (fulfilments.length > 1 || periodsOf(search).length > 0);
}

/**
 * An order that has no number is known by its id. As a list of ids: asked for both at once, SQLite would walk all orders of the
 * shop in the order of the page.
 */
function andNumbered(where: Conditions, shop: string, numbers: readonly string[]): Conditions {
  if (numbers.length === 0) return where.andOneOf('number', numbers);
  const numbered = `SELECT n.id FROM orders n WHERE n.shop = ? AND n.number IN (${marks(numbers)})`;
  const ids = numbers.map(Number).filter((id, index) => Number.isSafeInteger(id) && String(id) === numbers[index]);
  if (ids.length === 0) return where.and(`id IN (${numbered})`, shop, ...numbers);
  const nameless = `SELECT n.id FROM orders n WHERE n.shop = ? AND n.number IS NULL AND n.id IN (${marks(ids)})`;
  return where.and(`id IN (${numbered} UNION ALL ${nameless})`, shop, ...numbers, shop, ...ids);
}
