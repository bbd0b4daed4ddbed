/** Orders as platforms look them up, as SQL. Each condition has an index to begin with. */
import type { OrderSearch, Period } from '../services/ports';
import { Conditions, hasEnd, marks } from './conditions';

export function ordersFound(shop: string, search: OrderSearch): Conditions {
  const { ids, numbers, fulfilments, placed, created, updated } = search;
  const where = new Conditions()
    .and('shop = ?', shop)
    .andOneOf('id', ids)
    .andOneOf('fulfilment', fulfilments)
    .andWithin('placed_at', placed)
    .andWithin('updated_at', updated);
  if (hasEnd(created)) andCreated(where, created);
  return numbers === undefined ? where : andNumbered(where, shop, numbers);
}

function andCreated(where: Conditions, created: Period | undefined): void {
  const placed = where.apart().andWithin('placed_at', created);
  const changed = where.apart().andWithin('updated_at', created);
  where.and(`(${placed.text} OR placed_at IS NULL AND ${changed.text})`);
}

/** Whether the search has more to begin with than the order of the page. */
export function isNarrowed({ ids, numbers, fulfilments = [], ...periods }: OrderSearch): boolean {
  const isNamed = ids !== undefined || numbers !== undefined;
  const { placed, created, updated } = periods;
  return !isNamed && (fulfilments.length > 1 || [placed, created, updated].some(hasEnd));
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
