/** Orders come in from the shop under its own ids, and are what every refund is measured by. */
import { requireScope, type Caller } from '../domain/access';
import { minorDigits } from '../domain/currency';
import { parseMoney, parsePositive } from '../domain/money';
import { keepNumbers, newOrder, requireReplaceable, type NewOrder } from '../domain/new-order';
import type { Order, OrderSummary } from '../domain/order';
import { afterOrderEvent, stageOf, type OrderEvent } from '../domain/order-stage';
import { writeAudit } from './audit';
import { canonicalJson } from './canonical-json';
import { Once } from './once';
import type { OrderBook } from './order-book';
import { counted, cut, pageOf } from './page';
import type { Clock, Reader, Stores, UnitOfWork } from './ports';
import { hasHistory, takenOf } from './taken';
import type { Counted, PageOf } from './views';
import type { ChangeOrder, ListOrders, PageOfChannels, PutOrder, PutOrderLine, PutPayment } from './wishes';

export class OrderService {
  private readonly once: Once;

  constructor(
    work: UnitOfWork,
    private readonly reader: Reader,
    private readonly book: OrderBook,
    private readonly clock: Clock,
  ) {
    this.once = new Once(work, clock);
  }

  /** Stores an order under the shop's own id, or replaces it. The same order once more changes nothing. */
  async put(caller: Caller, wish: PutOrder): Promise<Order> {
    requireScope(caller, 'orders:write');
    return this.once.run(caller, 'putOrder', wish, async (stores) => (await this.putIn(stores, caller, wish)).order);
  }

  /** As `put`, inside a unit of work that does more, such as an import. */
  async putIn(stores: Stores, caller: Caller, wish: PutOrder): Promise<{ order: Order; changed: boolean }> {
    const now = this.clock.now();
    const wanted = newOrder(readOrder(wish, now));
    const old = await stores.orders.lock(caller.shop, wanted.id);
    const fresh = old ? keepNumbers(old, wanted) : wanted;
    if (old && sameOrder(old, fresh))
      return { order: await this.book.get(stores, caller.shop, fresh.id), changed: false };
    if (old) {
      const taken = await takenOf(stores, caller.shop, fresh.id);
      const isTold = fresh.currency !== old.currency && (await hasHistory(stores, caller.shop, fresh.id));
      requireReplaceable(old, fresh, taken, isTold);
    }

    await stores.orders.put(caller.shop, fresh);
    const deed = {
      subject: 'order' as const,
      subjectId: fresh.id,
      action: 'order.put',
      ...(old ? { before: gist(old) } : {}),
      after: gist(fresh),
    };
    await writeAudit(stores, caller, deed, now);
    return { order: await this.book.get(stores, caller.shop, fresh.id), changed: true };
  }

  /** The merchant takes a paid order on. */
  confirm(caller: Caller, wish: ChangeOrder): Promise<Order> {
    return this.step(caller, wish, 'confirm');
  }

  /** The merchant has sent the goods of an order that he took on. */
  send(caller: Caller, wish: ChangeOrder): Promise<Order> {
    return this.step(caller, wish, 'send');
  }

  /** The merchant gives up an order that is not sent. No money moves: what was paid is refunded apart. */
  cancel(caller: Caller, wish: ChangeOrder): Promise<Order> {
    return this.step(caller, wish, 'cancel');
  }

  private async step(caller: Caller, wish: ChangeOrder, event: OrderEvent): Promise<Order> {
    requireScope(caller, 'orders:write');
    return this.once.run(caller, `${event}Order`, wish, async (stores) => {
      const now = this.clock.now();
      const order = await this.book.lock(stores, caller.shop, wish.orderId);
      const changed = { ...order, ...afterOrderEvent(order, event, now), updatedAt: now };
      await stores.orders.mark(caller.shop, changed);
      const [before, after] = [order, changed].map((one) => ({ stage: stageOf(one) }));
      const deed = { subject: 'order', subjectId: order.id, action: `order.${event}`, before, after } as const;
      await writeAudit(stores, caller, deed, now);
      return changed;
    });
  }

  async get(caller: Caller, orderId: number): Promise<Order> {
    requireScope(caller, 'orders:read');
    return this.reader.read((stores) => this.book.get(stores, caller.shop, orderId));
  }

  /** The order that its sales channel calls CHANNEL-NUMBER. */
  async coded(caller: Caller, code: string, { orBare = false } = {}): Promise<Order> {
    requireScope(caller, 'orders:read');
    return this.reader.read((stores) => this.book.coded(stores, caller.shop, code, orBare));
  }

  /** A page of the orders that came through sales channels, and how many there are. */
  async ofChannels(caller: Caller, wish: PageOfChannels): Promise<Counted<Order>> {
    requireScope(caller, 'orders:read');
    const { page, limit, ...filter } = wish;
    return this.reader.read(async (stores) => {
      const orders = await stores.channelOrders.page(caller.shop, { ...filter, limit, skip: (page - 1) * limit });
      const complete = this.book.complete(stores, caller.shop, orders);
      return counted(complete, stores.channelOrders.count(caller.shop, filter));
    });
  }

  async list(caller: Caller, wish: ListOrders): Promise<PageOf<OrderSummary>> {
    requireScope(caller, 'orders:read');
    const { cursor, limit, ...filter } = wish;
    const page = pageOf(wish);
    return cut(await this.reader.read((stores) => stores.orders.list(caller.shop, { ...filter, ...page })), page);
  }
}

function readLine(line: PutOrderLine, index: number, currency: string): NewOrder['lines'][number] {
  const read = (field: 'price' | 'discount' | 'tax'): number =>
    parseMoney(line[field] ?? '0', currency, `lines[${index}].${field}`).minor;
  const { lineId: id, sku, name, quantity } = line;
  return { id, sku, name, quantity, price: read('price'), discount: read('discount'), tax: read('tax') };
}

function readPayment(payment: PutPayment, index: number, currency: string): NewOrder['payments'][number] {
  const { paymentId: id, amount, refundable = true, ...rest } = payment;
  return { id, ...rest, refundable, captured: parsePositive(amount, currency, `payments[${index}].amount`).minor };
}

function readOrder(wish: PutOrder, now: number): NewOrder {
  const { orderId: id, orderNumber: number, currency, shipping = '0', lines, payments, ...rest } = wish;
  minorDigits(currency);
  return {
    id,
    ...(number === undefined ? {} : { number }),
    currency,
    ...rest,
    fulfilment: wish.fulfilment ?? 'open',
    taxIncluded: wish.taxIncluded ?? true,
    shipping: parseMoney(shipping, currency, 'shipping').minor,
    lines: lines.map((line, index) => readLine(line, index, currency)),
    payments: payments.map((payment, index) => readPayment(payment, index, currency)),
    updatedAt: now,
  };
}

/** What the shop said about an order, without what happened to it since. */
function said(order: Order): string {
  const { updatedAt: _at, committed: _committed, refunded: _refunded, lastOrdinal: _last, ...told } = order;
  const { payments, confirmedAt: _confirmed, ...rest } = told;
  const plain = payments.map(({ committed: _c, refunded: _r, ordinal: _o, ...payment }) => payment);
  return canonicalJson({ ...rest, payments: plain.sort((a, b) => a.id - b.id) });
}

function sameOrder(old: Order, fresh: Order): boolean {
  return said(old) === said(fresh);
}

function gist(order: Order): Record<string, unknown> {
  const { currency, total, captured, fulfilment } = order;
  return { currency, total, captured, fulfilment, payments: order.payments.length, lines: order.lines.length };
}
