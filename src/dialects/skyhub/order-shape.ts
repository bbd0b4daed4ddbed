/** Orders and their items as this platform shows them (contract, sections 3 and 7). */
import type { Fulfilment, Order, OrderLine } from '../../domain/order';
import { amountOf } from './amounts';
import type { ItemBody, OrderBody, OrderStatusBody } from './shapes';
import { shopTime } from './shop-time';

export const STATUSES = {
  open: { code: 'new', label: 'New', type: 'NEW' },
  fulfilled: { code: 'shipped', label: 'Shipped', type: 'SHIPPED' },
  cancelled: { code: 'canceled', label: 'Canceled', type: 'CANCELED' },
} as const satisfies Record<Fulfilment, OrderStatusBody>;

export function orderBody(order: Order, timezone: string): OrderBody {
  const { currency, channel = '', number = '', placedAt, updatedAt } = order;
  return {
    code: `${channel}-${number}`,
    channel,
    placed_at: placedAt === undefined ? null : shopTime(placedAt, timezone),
    updated_at: shopTime(updatedAt, timezone),
    total_ordered: amountOf(order.total, currency),
    shipping_cost: amountOf(order.shipping, currency),
    status: STATUSES[order.fulfilment],
    items: order.lines.map((line) => ({
      id: itemId(order, line),
      product_id: line.sku,
      name: line.name,
      qty: line.quantity,
      original_price: amountOf(line.price, currency),
      special_price: amountOf(line.price - Math.round(line.discount / line.quantity), currency),
    })),
  };
}

export function itemBody(order: Order, line: OrderLine): ItemBody {
  const { sku, name, quantity } = line;
  return { id: itemId(order, line), name, product_id: sku, sku_id: sku, quantity };
}

/** "{order}-{n}": n is the shop's own id of the line, which stays when the order is put again. */
export function itemId({ number = '' }: Order, { id }: Pick<OrderLine, 'id'>): string {
  return `${number}-${id}`;
}
