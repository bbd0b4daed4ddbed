/** Buyers' orders and their items, for reading alone: other actions than a merchant order's are not served (choice LAETS-19). */
import { idIn } from './address';
import type { Asked, Operation } from './asked';
import { listShape, readList } from './list-query';
import { orderShape } from './merchant-order-shape';
import { orderItemShape } from './order-item-shape';
import { ORDER_ITEM_RESOURCE, ORDER_RESOURCE } from './order-resource';
import type { OrderItemShape, OrderShape } from './order-shapes';
import { schemaOf } from './schema';
import type { Detail, ListShape } from './shapes';

export const ORDER_OPERATIONS = {
  async listOrders(asked: Asked): Promise<ListShape<OrderShape>> {
    const { services, caller, addresses, query } = asked;
    const { timezone } = await services.shops.of(caller);
    const listing = readList(ORDER_RESOURCE, query);
    const { items, total } = await services.merchant.orders(caller, listing);
    const shapes = items.map((one) => orderShape(one, { ...asked, timezone }));
    return listShape(ORDER_RESOURCE, addresses, query, listing, { items: shapes, total });
  },

  async getOrder(asked: Asked): Promise<Detail<OrderShape>> {
    const { services, caller } = asked;
    const { timezone } = await services.shops.of(caller);
    return { ...orderShape(await services.merchant.order(caller, idIn(asked.id)), { ...asked, timezone }), meta: {} };
  },

  async getOrderSchema() {
    return schemaOf(ORDER_RESOURCE);
  },

  async listOrderItems(asked: Asked): Promise<ListShape<OrderItemShape>> {
    const { services, caller, addresses, query } = asked;
    const { timezone } = await services.shops.of(caller);
    const listing = readList(ORDER_ITEM_RESOURCE, query);
    const { items, total } = await services.merchant.items(caller, listing);
    const writing = { ...asked, timezone };
    const shapes = items.map(({ order, returns, line }) => orderItemShape(order, returns, line, writing, true));
    return listShape(ORDER_ITEM_RESOURCE, addresses, query, listing, { items: shapes, total });
  },

  async getOrderItem(asked: Asked): Promise<Detail<OrderItemShape>> {
    const { services, caller } = asked;
    const { timezone } = await services.shops.of(caller);
    const { order, returns, line } = await services.merchant.item(caller, idIn(asked.id));
    return { ...orderItemShape(order, returns, line, { ...asked, timezone }, false), meta: {} };
  },

  async getOrderItemSchema() {
    return schemaOf(ORDER_ITEM_RESOURCE);
  },
} satisfies Record<string, Operation>;
