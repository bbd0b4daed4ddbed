/** Returns on platforms where each is of one item: a line of an order, whole, and known by its own number. */
import { requireScope, type Caller } from '../domain/access';
import { lineOf, type Order } from '../domain/order';
import { Refusal } from '../domain/refusal';
import { requireDistinct } from '../domain/refund-content';
import { isAcceptedAtOnce, UNDERWAY_RETURN, type Return } from '../domain/return';
import { countUnits, freeUnits } from '../domain/units';
import { Once } from './once';
import type { OrderBook } from './order-book';
import { counted } from './page';
import type { Clock, Listing, Reader, ReadStores, ReturnField, ReturnOrder, Stores, UnitOfWork } from './ports';
import type { ReturnService } from './return-service';
import { shopOf } from './shop-service';
import { takenOf } from './taken';
import type { Counted, ReturnInOrder } from './views';
import type { OpenItemReturns } from './wishes';

const MOST_ITEMS = 100;

export class ItemReturnService {
  private readonly once: Once;

  constructor(
    work: UnitOfWork,
    private readonly reader: Reader,
    private readonly book: OrderBook,
    private readonly returns: ReturnService,
    clock: Clock,
  ) {
    this.once = new Once(work, clock);
  }

  /**
   * Opens a return for each line, all of them or none; an item whose return nobody has closed gets no second one. What the shop
   * accepts by itself is accepted.
   */
  async open(caller: Caller, wish: OpenItemReturns): Promise<Return[]> {
    requireScope(caller, 'returns:ask');
    requireItems(wish);
    return this.once.run(caller, 'openItemReturns', wish, async (stores) => {
      const shop = await shopOf(stores, caller.shop);
      if (wish.shopNumber !== undefined && wish.shopNumber !== shop.number) {
        throw new Refusal('shop_not_found', `there is no shop ${wish.shopNumber}`, 'shopNumber');
      }
      const orderId = wish.orderId ?? (await orderWith(stores, caller.shop, wish.lineIds));
      const order = await this.book.lock(stores, caller.shop, orderId);
      const opened: Return[] = [];
      for (const [index, lineId] of wish.lineIds.entries()) {
        const returned = await this.openOne(stores, caller, order, wish, lineId, `lineIds[${index}]`);
        opened.push(
          isAcceptedAtOnce(shop, order, returned) ? await this.returns.acceptIn(stores, caller, returned) : returned,
        );
      }
      return opened;
    });
  }

  /** A page of returns with their orders. */
  async list(caller: Caller, listing: Listing<ReturnField, ReturnOrder>): Promise<Counted<ReturnInOrder>> {
    requireScope(caller, 'returns:read');
    return this.reader.read(async (stores) => {
      const returns = await stores.returns.listed(caller.shop, listing);
      const whole = this.inOrders(stores, caller.shop, returns);
      return counted(whole, stores.returns.countListed(caller.shop, listing.conditions));
    });
  }

  async get(caller: Caller, returnId: number): Promise<ReturnInOrder> {
    return this.inOrder(caller, await this.returns.get(caller, returnId));
  }

  /** The order of a return that the caller was just given, be it as the answer to a step: that needs no further scope. */
  async inOrder({ shop }: Caller, returned: Return): Promise<ReturnInOrder> {
    return this.reader.read(async (stores) => ({
      returned,
      order: await this.book.get(stores, shop, returned.orderId),
      returns: await stores.returns.ofOrder(shop, returned.orderId),
    }));
  }

  private async openOne(
    stores: Stores,
    caller: Caller,
    order: Order,
    wish: OpenItemReturns,
    lineId: number,
    field: string,
  ): Promise<Return> {
    const { compensation, reasonCode, reference, note, customer, said } = wish;
    const line = lineOf(order, lineId, field);
    await requireNoOther(stores, caller.shop, order.id, lineId, field);
    const { units } = await takenOf(stores, caller.shop, order.id);
    const quantity = countUnits(freeUnits(line.quantity, units.get(lineId) ?? []));
    if (quantity === 0) {
      throw new Refusal('quantity_exceeds_refundable', `nothing is left of line ${lineId} to give back`, field);
    }
    return this.returns.openIn(stores, caller, {
      ...{ orderId: order.id, compensation, goodsBack: true, lines: [{ lineId, quantity }] },
      ...(reasonCode === undefined ? {} : { reasonCode }),
      ...(reference === undefined ? {} : { reference }),
      ...(note === undefined ? {} : { note }),
      ...(customer === undefined ? {} : { customer }),
      ...(said === undefined ? {} : { said }),
    });
  }

  private async inOrders(stores: ReadStores, shop: string, returns: readonly Return[]): Promise<ReturnInOrder[]> {
    const ids = [...new Set(returns.map(({ orderId }) => orderId))];
    const orders = await stores.orders.search(shop, { ids, skip: 0, limit: ids.length });
    const [complete, others] = await Promise.all([
      this.book.complete(stores, shop, orders),
      stores.returns.ofOrders(shop, ids),
    ]);
    const whole = new Map(complete.map((order) => [order.id, order]));
    return returns.flatMap((returned) => {
      const order = whole.get(returned.orderId);
      return order ? [{ returned, order, returns: others.filter(({ orderId }) => orderId === order.id) }] : [];
    });
  }
}

function requireItems({ lineIds, reference }: OpenItemReturns): void {
  if (lineIds.length === 0 || lineIds.length > MOST_ITEMS) {
    throw new Refusal('request_invalid', `lineIds must name 1 to ${MOST_ITEMS} lines`, 'lineIds');
  }
  requireDistinct(lineIds, (index) => `lineIds[${index}]`);
  if (reference !== undefined && lineIds.length > 1) {
    throw new Refusal('request_invalid', 'a reference is of one return', 'reference');
  }
}

/** The one order that has the first line. Refuses to guess where two have one of its number. */
async function orderWith({ orders }: Stores, shop: string, [lineId = 0]: readonly number[]): Promise<number> {
  const [orderId, second] = await orders.withLine(shop, lineId);
  if (orderId === undefined) throw new Refusal('line_not_found', `there is no line ${lineId}`, 'lineIds[0]');
  if (second === undefined) return orderId;
  throw new Refusal('order_ambiguous', `several orders have a line ${lineId}`, 'lineIds[0]');
}

async function requireNoOther(
  { returns }: Stores,
  shop: string,
  orderId: number,
  lineId: number,
  field: string,
): Promise<void> {
  const others = (await returns.ofOrder(shop, orderId)).filter(({ state }) => UNDERWAY_RETURN.has(state));
  const other = others.find(({ lines }) => lines.some((line) => line.lineId === lineId));
  if (other) throw new Refusal('quantity_exceeds_refundable', `line ${lineId} is in return ${other.id} already`, field);
}
