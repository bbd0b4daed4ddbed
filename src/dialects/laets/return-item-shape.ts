/** The item inside a return: what the platform tells there of what the item's own address tells. */
import { lineOf } from '../../domain/order';
import type { ReturnInOrder } from '../../services/views';
import { orderItemShape, type Writing } from './order-item-shape';
import type { ReturnItemShape } from './return-shapes';

export function returnItemShape({ order, returns }: ReturnInOrder, lineId: number, writing: Writing): ReturnItemShape {
  const line = lineOf(order, lineId, 'order_item');
  const { id, resource_uri, status, status_localized, price, ...rest } = orderItemShape(
    order,
    returns,
    line,
    writing,
    false,
  );
  const { price_vat_included, amount_vat_included, vat, shipping, sku, name, merchant_order } = rest;
  return {
    ...{ id, resource_uri, status, status_localized, price, price_vat_included, amount_vat_included, vat, shipping },
    ...{ sku, name, merchant_order },
  };
}
