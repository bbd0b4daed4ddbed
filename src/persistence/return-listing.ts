/** Returns as they are listed by whatever their callers combine. Each field has an index to begin with. */
import type { Condition, Listing, ReturnField, ReturnOrder } from '../services/ports';
import { Conditions } from './conditions';
import { andListed, orderedBy, type OrderColumn, type Place } from './listing';

const PLACES: Readonly<Record<ReturnField, Place>> = {
  id: 'r.id',
  orderId: 'r.order_id',
  // The shop is bound first in every list, as $1.
  lineId: {
    column: 'line_id',
    within: 'r.id IN (SELECT return_id FROM return_lines WHERE shop = $1 AND position = 0 AND #)',
  },
  customer: 'r.customer',
  standing: 'r.standing',
  compensation: 'r.compensation',
  reasonCode: 'r.reason_code',
  reference: 'r.reference',
  openedAt: 'r.opened_at',
  updatedAt: 'r.updated_at',
  closedAt: 'r.closed_at',
};

const ORDER: Readonly<Record<ReturnOrder, OrderColumn>> = {
  id: { indexed: 'r.id', computed: '+r.id' },
  openedAt: { indexed: 'r.opened_at', computed: '+r.opened_at' },
  updatedAt: { indexed: 'r.updated_at', computed: '+r.updated_at' },
  standing: { indexed: 'r.standing', computed: "r.standing || ''" },
};

const NARROW: ReadonlySet<ReturnField> = new Set(['id', 'orderId', 'lineId', 'customer', 'reference']);

export function fittingReturns(shop: string, conditions: readonly Condition<ReturnField>[]): Conditions {
  return andListed(new Conditions().and('r.shop = ?', shop), PLACES, conditions);
}

/** The ids of a page: rows are read afterwards, so that those before the page cost nothing but an index. */
export function listedReturns(
  shop: string,
  listing: Listing<ReturnField, ReturnOrder>,
): Pick<Conditions, 'text' | 'params'> {
  const where = fittingReturns(shop, listing.conditions);
  const order = orderedBy(ORDER, listing, NARROW, 'r.id');
  return {
    text: `SELECT r.id FROM returns r WHERE ${where.text} ORDER BY ${order} ${where.page(listing)}`,
    params: where.params,
  };
}
