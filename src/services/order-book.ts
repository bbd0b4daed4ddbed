/** How the services open an order: to decide about it, or to look at it. */
import type { Order, OrderSummary, Payment } from '../domain/order';
import { Refusal } from '../domain/refusal';
import type { ReadStores, Stores } from './ports';

export class OrderBook {
  /** @param connectors names of the payment providers that this gateway can ask */
  constructor(private readonly connectors: ReadonlySet<string>) {}

  /** Takes the order for this unit of work; every decision about its money begins here. */
  async lock(stores: Stores, shop: string, orderId: number, field = 'orderId'): Promise<Order> {
    return this.known(await stores.orders.lock(shop, orderId), orderId, field);
  }

  async get(stores: ReadStores, shop: string, orderId: number, field = 'orderId'): Promise<Order> {
    return this.known(await stores.orders.find(shop, orderId), orderId, field);
  }

  /** These orders with their lines and payments, in two statements however many they are. */
  async complete(stores: ReadStores, shop: string, orders: readonly OrderSummary[]): Promise<Order[]> {
    const ids = orders.map(({ id }) => id);
    const [lines, payments] = await Promise.all([
      stores.orders.linesIn(shop, ids),
      stores.orders.paymentsIn(shop, ids),
    ]);
    return orders.map((order) =>
      this.askable({ ...order, lines: lines.get(order.id) ?? [], payments: payments.get(order.id) ?? [] }),
    );
  }

  /**
   * The order that its sales channel calls CHANNEL-NUMBER. Refuses to guess where two of them are called so.
   * @param orBare whether its number alone will do, or the bare code that a ticket of it has
   */
  async coded(stores: ReadStores, shop: string, code: string, orBare = false): Promise<Order> {
    const exact = await stores.channelOrders.withCode(shop, code);
    const [id, second] = exact.length === 0 && orBare ? await this.withBareCode(stores, shop, code) : exact;
    if (id === undefined) throw new Refusal('order_not_found', `there is no order ${code}`, 'code');
    if (second === undefined) return this.get(stores, shop, id, 'code');
    throw new Refusal('order_ambiguous', 'more than one order has this channel and number', 'code');
  }

  private async withBareCode({ channelOrders, tickets }: ReadStores, shop: string, code: string): Promise<number[]> {
    const numbered = await channelOrders.withNumber(shop, code);
    if (numbered.length > 0) return numbered;
    const ofTickets = await tickets.codesOf(shop, code);
    return (await Promise.all(ofTickets.map((whole) => channelOrders.withCode(shop, whole)))).flat();
  }

  private known(order: Order | undefined, orderId: number, field: string): Order {
    if (!order) throw new Refusal('order_not_found', `there is no order ${orderId}`, field);
    return this.askable(order);
  }

  /** A payment whose provider we have no connector for cannot be refunded automatically, whatever the shop says. */
  private askable(order: Order): Order {
    const standsAsItIs = ({ refundable, provider }: Payment): boolean => !refundable || this.connectors.has(provider);
    if (order.payments.every(standsAsItIs)) return order;
    const payments = order.payments.map((one) => (standsAsItIs(one) ? one : { ...one, refundable: false }));
    return { ...order, payments };
  }
}
