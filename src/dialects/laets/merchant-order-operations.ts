/** Merchant orders: looked at, confirmed, sent and given up (choice LAETS-19). */
import type { OrderEvent } from '../../domain/order-stage';
import { idIn } from './address';
import type { Asked, Operation } from './asked';
import { listShape, readList } from './list-query';
import { MERCHANT_ORDER_RESOURCE } from './merchant-order-resource';
import { merchantOrderShape } from './merchant-order-shape';
import type { MerchantOrderShape } from './order-shapes';
import { schemaOf } from './schema';
import type { Detail, ListShape } from './shapes';

export const MERCHANT_ORDER_OPERATIONS = {
  async listMerchantOrders(asked: Asked): Promise<ListShape<MerchantOrderShape>> {
    const { services, caller, addresses, query } = asked;
    const shop = await services.shops.of(caller);
    const listing = readList(MERCHANT_ORDER_RESOURCE, query, { merchant: shop.number });
    const { items, total } = await services.merchant.orders(caller, listing);
    const shapes = items.map((one) => merchantOrderShape(one, shop, { ...asked, timezone: shop.timezone }, true));
    return listShape(MERCHANT_ORDER_RESOURCE, addresses, query, listing, { items: shapes, total });
  },

  getMerchantOrder: (asked: Asked) => merchantOrderAnswer(asked, idIn(asked.id)),
  confirmMerchantOrder: (asked: Asked) => step(asked, 'confirm'),
  sendMerchantOrder: (asked: Asked) => step(asked, 'send'),
  cancelMerchantOrder: (asked: Asked) => step(asked, 'cancel'),

  async getMerchantOrderSchema() {
    return schemaOf(MERCHANT_ORDER_RESOURCE);
  },
} satisfies Record<string, Operation>;

/** Its answer tells the order: who may not read that is refused before anything is done. */
async function step(asked: Asked, event: OrderEvent): Promise<Detail<MerchantOrderShape>> {
  const { services, caller } = asked;
  const orderId = idIn(asked.id);
  services.merchant.requireOrders(caller);
  await services.orders[event](caller, { orderId });
  return merchantOrderAnswer(asked, orderId);
}

/** The whole merchant order, as every action answers it. */
async function merchantOrderAnswer(asked: Asked, orderId: number): Promise<Detail<MerchantOrderShape>> {
  const { services, caller } = asked;
  const [shop, found] = [await services.shops.of(caller), await services.merchant.order(caller, orderId)];
  return { ...merchantOrderShape(found, shop, { ...asked, timezone: shop.timezone }), meta: {} };
}
