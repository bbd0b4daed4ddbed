/** What a refund is for: an order, or a return or claim of one. Found and judged here, for every door. */
import { formatMinor, parseMoney } from '../domain/money';
import { refundableOf, type Order } from '../domain/order';
import { Refusal } from '../domain/refusal';
import type { SourceType } from '../domain/refund';
import { REFUNDABLE_RETURN, sourceTypeOf, type Return } from '../domain/return';
import type { OrderBook } from './order-book';
import type { ReadStores, Stores } from './ports';
import type { Source } from './wishes';

export interface FoundSource {
  readonly sourceType: SourceType;
  readonly sourceId: number;
  readonly order: Order;
  /** The return or claim, when the source is one. */
  readonly returned?: Return;
}

/** Takes the order of the source for this unit of work, and finds the source. */
export async function lockSource(book: OrderBook, stores: Stores, shop: string, source: Source): Promise<FoundSource> {
  return found(stores, shop, source, (orderId) => book.lock(stores, shop, orderId, 'sourceId'));
}

/** Finds the source to look at it. */
export async function getSource(
  book: OrderBook,
  stores: ReadStores,
  shop: string,
  source: Source,
): Promise<FoundSource> {
  return found(stores, shop, source, (orderId) => book.get(stores, shop, orderId, 'sourceId'));
}

async function found(
  stores: ReadStores,
  shop: string,
  { sourceType, sourceId }: Source,
  orderOf: (orderId: number) => Promise<Order>,
): Promise<FoundSource> {
  if (sourceType === 'order') return { sourceType, sourceId, order: await orderOf(sourceId) };

  const orderId = await stores.returns.orderOf(shop, sourceId);
  if (orderId === undefined) throw missing(sourceType, sourceId);
  const order = await orderOf(orderId);
  const returned = await stores.returns.find(shop, sourceId);
  if (!returned || sourceTypeOf(returned.kind) !== sourceType) throw missing(sourceType, sourceId);
  return { sourceType, sourceId, order, returned };
}

function missing(sourceType: SourceType, sourceId: number): Refusal {
  return new Refusal('return_not_found', `there is no ${sourceType} ${sourceId}`, 'sourceId');
}

/** Refuses an order where the refund is worked out from goods that came back. */
export function requireReturned({ returned, sourceId }: FoundSource): void {
  if (returned) return;
  throw new Refusal('source_is_order', `${sourceId} is an order; name a return or a claim`, 'sourceType');
}

/** Refuses a return that cannot be refunded, or not yet. */
export function requireRefundable({ returned }: Pick<FoundSource, 'returned'>, field = 'sourceId'): void {
  if (!returned) return;
  if (returned.compensation === 'exchange') {
    throw new Refusal('return_is_exchange', `return ${returned.id} is exchanged, no money is given back for it`, field);
  }
  if (!REFUNDABLE_RETURN.has(returned.state)) {
    const message = `return ${returned.id} is ${returned.state}; it can be refunded once it is accepted`;
    throw new Refusal('return_not_accepted', message, field);
  }
}

/** What can still be refunded for the source, by whatever way: no more than its goods are worth, nor than was paid. */
export function refundableFor({ order, returned }: Omit<FoundSource, 'sourceType' | 'sourceId'>): number {
  const ofOrder = refundableOf(order);
  if (!returned) return ofOrder;
  return returned.compensation === 'exchange' ? 0 : Math.min(ofOrder, refundableOf(returned));
}

/** Refuses more than is left. */
export function requireRoom(amount: number, left: number, currency: string): void {
  if (amount > left) {
    const message = `amount must be at most ${formatMinor(left, currency)} ${currency}, what is left to refund`;
    throw new Refusal('amount_exceeds_refundable', message, 'amount');
  }
}

/** Refuses a caller who decided on figures that are no longer true. */
export function requireFreshView(expected: string | undefined, left: number, currency: string): void {
  if (expected === undefined) return;
  if (parseMoney(expected, currency, 'expectedRefundable').minor !== left) {
    const message = `expectedRefundable is out of date: ${formatMinor(left, currency)} ${currency} can be refunded now`;
    throw new Refusal('view_is_stale', message, 'expectedRefundable');
  }
}
