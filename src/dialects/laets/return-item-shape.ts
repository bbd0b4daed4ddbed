/** The item inside a return. */
import { lineOf, type Order } from '../../domain/order';
import { stageOf, type OrderStage } from '../../domain/order-stage';
import { RELEASED_RETURN, type Return } from '../../domain/return';
import type { Asked } from './asked';
import type { ReturnItemShape } from './return-shapes';
import { moneyOf, unitPriceOf } from './written';

const STAGE: Readonly<Record<OrderStage, string>> = {
  ...{ unpaid: '0', paid: '60', confirmed: '80', sent: '85', delivered: '110', cancelled: '2000' },
};

export function returnItemShape(
  order: Order,
  returned: Return,
  lineId: number,
  { addresses }: Pick<Asked, 'addresses' | 'language'>,
): ReturnItemShape {
  const { quantity, total, tax, sku, name } = lineOf(order, lineId, 'order_item');
  const { currency } = order;
  const unit = (minor: number): string => unitPriceOf(minor, quantity, currency);
  const status = RELEASED_RETURN.has(returned.state) ? STAGE[stageOf(order)] : '120';
  return {
    ...{ id: lineId, resource_uri: addresses.of('order_item', lineId), status, status_localized: 'Return in progress' },
    ...{ price: unit(total - tax), price_vat_included: moneyOf(total, currency) },
    ...{ amount_vat_included: moneyOf(total, currency), vat: unit(tax), shipping: unit(0), sku, name },
    merchant_order: addresses.of('merchant_order', order.id),
  };
}
