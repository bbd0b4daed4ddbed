/** Orders and their lines as they are listed by whatever their callers combine. Each field has an index to begin with. */
import type { Condition, ItemField, ItemSort, Listing, OrderField, OrderSort } from '../services/ports';
import { Conditions } from './conditions';
import { andListed, orderedBy, type OrderColumn, type Place } from './listing';
import { knownSince } from './order-rows';

type Statement = Pick<Conditions, 'text' | 'params'>;

/** As stageOf of the domain. In these words there is an index of it. */
const STAGE = `CASE WHEN o.fulfilment = 'cancelled' THEN 'cancelled' WHEN o.delivered_at IS NOT NULL THEN 'delivered'
  WHEN o.fulfilment = 'fulfilled' THEN 'sent' WHEN o.confirmed_at IS NOT NULL THEN 'confirmed'
  WHEN o.captured > 0 THEN 'paid' ELSE 'unpaid' END`;
export const SINCE = knownSince('o.');

const ORDER_PLACES: Readonly<Record<OrderField, Place>> = {
  id: 'o.id',
  number: 'o.number',
  stage: STAGE,
  since: SINCE,
  updatedAt: 'o.updated_at',
};
const ORDER_ORDER: Readonly<Record<OrderSort, OrderColumn>> = {
  id: { indexed: 'o.id', computed: '+o.id' },
  since: { indexed: SINCE, computed: `+${SINCE}` },
  updatedAt: { indexed: 'o.updated_at', computed: '+o.updated_at' },
};
const NARROW_ORDERS: ReadonlySet<OrderField> = new Set(['id', 'number']);

export function fittingOrders(shop: string, conditions: readonly Condition<OrderField>[]): Statement {
  const where = andListed(new Conditions().and('o.shop = ?', shop), ORDER_PLACES, conditions);
  return { text: `SELECT COUNT(*) AS found FROM orders o WHERE ${where.text}`, params: where.params };
}

/** The ids of a page: rows are read afterwards, so that those before the page cost nothing but an index. */
export function listedOrders(shop: string, listing: Listing<OrderField, OrderSort>): Statement {
  const where = andListed(new Conditions().and('o.shop = ?', shop), ORDER_PLACES, listing.conditions);
  const order = orderedBy(ORDER_ORDER, listing, NARROW_ORDERS, 'o.id');
  return {
    text: `SELECT o.id FROM orders o WHERE ${where.text} ORDER BY ${order} ${where.slice(listing)}`,
    params: where.params,
  };
}

const ITEM_PLACES: Readonly<Record<ItemField, Place>> = { id: 'l.id', orderId: 'l.order_id', sku: 'l.sku' };
const ITEM_ORDER: Readonly<Record<ItemSort, OrderColumn>> = { id: { indexed: 'l.id', computed: '+l.id' } };
const NARROW_ITEMS: ReadonlySet<ItemField> = new Set(['id', 'orderId']);

export function fittingItems(shop: string, conditions: readonly Condition<ItemField>[]): Statement {
  const where = andListed(new Conditions().and('l.shop = ?', shop), ITEM_PLACES, conditions);
  return { text: `SELECT COUNT(*) AS found FROM order_lines l WHERE ${where.text}`, params: where.params };
}

export function listedItems(shop: string, listing: Listing<ItemField, ItemSort>): Statement {
  const where = andListed(new Conditions().and('l.shop = ?', shop), ITEM_PLACES, listing.conditions);
  // Two orders may have lines of one number.
  const order = `${orderedBy(ITEM_ORDER, listing, NARROW_ITEMS, 'l.id')}, l.order_id`;
  return {
    text: `SELECT l.order_id AS "orderId", l.id AS "lineId" FROM order_lines l
      WHERE ${where.text} ORDER BY ${order} ${where.slice(listing)}`,
    params: where.params,
  };
}
