/** The item inside a return: what the platform tells there of what the item's own address tells. */
import { lineOf } from '../../domain/order';
import type { ReturnInOrder } from '../../services/views';
import { orderItemShape, type Writing } from './order-item-shape';
import type { ReturnItemShape } from './return-shapes';

export function returnItemShape({ order, returns }: ReturnInOrder, lineId: number, writing: Writing): ReturnItemShape {
  const line = lineOf(order, lineId, 'order_item');
  const item = orderItemShape(order, returns, line, writing, false);
  return {
    id: item.id,
    resource_uri: item.resource_uri,
    status: item.status,
    status_localized: item.status_localized,
    price: item.price,
    price_vat_included: item.price_vat_included,
    amount_vat_included: item.amount_vat_included,
    vat: item.vat,
    shipping: item.shipping,
    sku: item.sku,
    name: item.name,
    merchant_order: item.merchant_order,
  };
}
