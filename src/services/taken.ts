/** What of an order is already spoken for: units held by returns and by refunds, and shipping given back. */
import type { Taken } from '../domain/refund-content';
import { unitsByLine } from '../domain/units';
import type { ReadStores } from './ports';

/** @param except a return whose own units do not count, because they are about to be taken anew */
export async function takenOf(stores: ReadStores, shop: string, orderId: number, except?: number): Promise<Taken> {
  const held = await stores.returns.unitsHeld(shop, [orderId]);
  const byReturns = held.filter(({ returnId }) => returnId !== except);
  const byRefunds = await stores.refunds.unitsTaken(shop, orderId);
  const units = unitsByLine([...byReturns, ...byRefunds]);
  return { units, shipping: await stores.refunds.shippingTaken(shop, orderId) };
}

/** Whether the order has, or once had, any refund or return. */
export async function hasHistory(stores: ReadStores, shop: string, orderId: number): Promise<boolean> {
  if ((await stores.returns.ofOrder(shop, orderId)).length > 0) return true;
  return (await stores.refunds.list(shop, { orderId, after: 0, limit: 1 })).length > 0;
}
