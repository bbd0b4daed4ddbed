/** Returns as platforms look them up, as SQL. Each condition has an index to begin with; the payout is in all of them. */
import type { Payout } from '../domain/order';
import type { ReturnSearch } from '../services/ports';
import { Conditions, hasEnd } from './conditions';

/** What payoutOf of the domain says, for the columns of a return. */
const PAYOUT: Readonly<Record<Payout, string>> = {
  none: 'r.committed = 0',
  underway: 'r.committed > r.refunded',
  done: 'r.committed > 0 AND r.committed = r.refunded',
};

/** Whether the search has more to begin with than the order of the page. */
export function isNarrowed({ ids, orderIds, states = [], payout, opened }: ReturnSearch): boolean {
  const isNamed = ids !== undefined || orderIds !== undefined;
  // What is paid out has an index of its own, in the order of the page.
  return !isNamed && payout !== 'done' && (states.length > 1 || hasEnd(opened));
}

export function returnsFound(shop: string, search: ReturnSearch): Conditions {
  const { ids, orderIds, kinds = [], states, payout, opened } = search;
  // What is put around a column keeps SQLite to an index in the order of the page that has the kind, or the period, as well.
  const where = new Conditions()
    .and('r.shop = ?', shop)
    .andOneOf('r.id', ids)
    .andOneOf('r.order_id', orderIds)
    .andOneOf(kinds.length > 1 ? "r.kind || ''" : 'r.kind', search.kinds)
    .andOneOf('r.state', states)
    .andWithin(payout === 'done' ? '+r.opened_at' : 'r.opened_at', opened);
  return payout === undefined ? where : where.and(PAYOUT[payout]);
}
