/** A marketplace's shop as laets' clients see it, and a second one that they must not see. */
import type { PutOrder } from '../../../src/services/wishes';
import { NOW, SHOP, type GatewayUnderTest } from '../../gateway-under-test';
import { ask, withToken, type Told } from './client';

export const ORDER = 7;
export const BRICK = 11;
export const PLATE = 12;
export const MERCHANT = 1;

const DAY_MS = 24 * 60 * 60 * 1000;

/** 20.40 EUR: a brick at 7.20, two plates at 3.60, shipping 6.00; shipped, delivered a week ago. */
export function marketOrder(more: Partial<PutOrder> = {}): PutOrder {
  return {
    orderId: ORDER,
    orderNumber: '260105D0000077',
    currency: 'EUR',
    fulfilment: 'fulfilled',
    placedAt: NOW - 10 * DAY_MS,
    deliveredAt: NOW - 7 * DAY_MS,
    shipping: '6.00',
    lines: [
      { lineId: BRICK, sku: 'B-2X4', name: 'Brick', quantity: 1, price: '7.20', tax: '1.20' },
      { lineId: PLATE, sku: 'P-1X1', name: 'Plate', quantity: 2, price: '3.60', tax: '1.20' },
    ],
    payments: [{ paymentId: 1, provider: 'simulated', method: 'card', amount: '20.40', reference: 'pay_1' }],
    ...more,
  };
}

/** An order of another number with lines of its own. */
export function secondOrder(orderId: number, lineId: number): PutOrder {
  return marketOrder({
    ...{ orderId, orderNumber: `N-${orderId}` },
    lines: [{ lineId, sku: 'S', name: 'Thing', quantity: 1, price: '14.40' }],
    payments: [{ paymentId: 1, provider: 'simulated', method: 'card', amount: '20.40', reference: `pay_${orderId}` }],
  });
}

export type Who = 'seller' | 'buyer' | 'foreign';

/** The shop's own key, one that may do what a buyer may, and one of the other shop, with ways to ask with each. */
export interface Market {
  readonly keys: Readonly<Record<Who, string>>;
  as(who: Who, path: string, sent?: { method?: string; body?: unknown }): Promise<Told>;
  /** Asks for the return of the brick, unless `more` names another item. */
  open(more?: object, who?: Who): Promise<Told>;
  act(id: number, action: string, who?: Who, body?: unknown): Promise<Told>;
}

export async function openMarket(gateway: GatewayUnderTest): Promise<Market> {
  const { credentials } = gateway.services;
  const buyer = await credentials.addKey({ shop: SHOP, name: 'storefront', scopes: ['orders:read', 'returns:ask'] });
  const foreign = await credentials.addKey({ shop: 'south', name: 'other' });
  const keys = { seller: gateway.key, buyer: buyer.key, foreign: foreign.key };
  const as: Market['as'] = (who, path, sent = {}) =>
    ask(gateway, path, { ...sent, headers: { authorization: withToken(keys[who]) } });
  return {
    keys,
    as,
    open: (more = {}, who = 'seller') =>
      as(who, '/v1/return/', { body: { order_item: `/v1/order_item/${BRICK}/`, ...more } }),
    act: (id, action, who = 'seller', body) =>
      as(who, `/v1/return/${id}/${action}/`, { method: 'POST', ...(body === undefined ? {} : { body }) }),
  };
}

export function idsIn({ body }: Told): number[] {
  return (body?.['objects'] as { id: number }[]).map(({ id }) => id);
}
