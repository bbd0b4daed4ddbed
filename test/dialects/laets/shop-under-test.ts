/** A shop with one confirmed order, as laets' clients meet it: 60.00 EUR, of which 10.00 is shipping. */
import type { PutOrder } from '../../../src/services/wishes';
import { startGateway, type GatewayUnderTest } from '../../gateway-under-test';

export const ORDER = 7;

/** Three bricks at 10.00 (2.00 of it tax) as item 11, a plate at 20.00 as item 12; paid by card, and in cash at the counter. */
export function orderWish(more: Partial<PutOrder> = {}): PutOrder {
  return {
    ...{ orderId: ORDER, orderNumber: '260105D0000077', currency: 'EUR', fulfilment: 'open', shipping: '10.00' },
    placedAt: Date.parse('2026-11-20T09:00:00Z'),
    lines: [
      { lineId: 11, sku: 'B-2X4', name: 'Brick', quantity: 3, price: '10.00', tax: '6.00' },
      { lineId: 12, sku: 'P-1X1', name: 'Plate', quantity: 1, price: '20.00', tax: '3.33' },
    ],
    payments: [
      { paymentId: 1, provider: 'simulated', method: 'card', amount: '55.00', reference: 'pay_1' },
      { paymentId: 2, provider: 'till', method: 'cash', amount: '5.00', reference: 'receipt 9' },
    ],
    ...more,
  };
}

export async function startShop(): Promise<GatewayUnderTest> {
  return startGateway({ doors: [], environment: { LAETS_SYNC_SECONDS: '1' } });
}

/** As new, with the order confirmed. */
export async function freshOrder(
  { clear, services, caller }: GatewayUnderTest,
  more: Partial<PutOrder> = {},
): Promise<void> {
  await clear();
  await services.orders.put(caller, orderWish(more));
  await services.orders.confirm(caller, { orderId: ORDER });
}

/** An accepted return of whole items, each its own, by its id. */
export async function acceptedReturns({ services, caller }: GatewayUnderTest, ...items: number[]): Promise<number[]> {
  const order = await services.orders.get(caller, ORDER);
  const ids: number[] = [];
  for (const lineId of items) {
    const quantity = order.lines.find(({ id }) => id === lineId)?.quantity ?? 0;
    const { id: returnId } = await services.returns.open(caller, {
      orderId: ORDER,
      goodsBack: true,
      lines: [{ lineId, quantity }],
    });
    await services.returns.accept(caller, { returnId });
    ids.push(returnId);
  }
  return ids;
}
