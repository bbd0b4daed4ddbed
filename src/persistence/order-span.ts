/** Whether a search leaves nearly all orders of a shop, or of one state. Estimated: being wrong costs some milliseconds, and nothing else. */
import type { OrderSearch, Period } from '../services/ports';
import { isNarrowed, periodsOf, type Way } from './order-search';
import type { Sql } from './sql';

/** From this part of the time on in which a shop had orders, passing over the others is less than sorting these. */
const MOST = 0.5;

interface Span {
  readonly first: number | null;
  readonly last: number | null;
}

export async function wayOf(sql: Sql, shop: string, search: OrderSearch): Promise<Way> {
  if (!isNarrowed(search)) return 'sought';
  const { fulfilments } = search;
  // Orders come to be fulfilled: those of a shop that are in the other states are few.
  if (fulfilments && fulfilments.length !== 1 && !fulfilments.includes('fulfilled')) return 'sought';
  for (const [{ sought }, period] of periodsOf(search)) {
    if (!coversMost(period, await spanOf(sql, shop, sought))) return 'sought';
  }
  return 'walked';
}

async function spanOf(sql: Sql, shop: string, time: string): Promise<Span | undefined> {
  const end = (order: string): string =>
    `(SELECT ${time} FROM orders WHERE shop = $1 AND ${time} IS NOT NULL ORDER BY ${time}${order} LIMIT 1)`;
  return sql.row<Span>(`SELECT ${end('')} AS first, ${end(' DESC')} AS last`, [shop]);
}

function coversMost({ from = -Infinity, before = Infinity }: Period, span: Span | undefined): boolean {
  const { first = null, last = null } = span ?? {};
  if (first === null || last === null) return false;
  return Math.min(before, last) - Math.max(from, first) > MOST * (last - first);
}
