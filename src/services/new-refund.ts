/** How a new refund is put together: its content, and the transactions that carry it out. */
import { ulid } from 'ulid';
import type { Part } from '../domain/allocation';
import { parseMoney } from '../domain/money';
import type { Order } from '../domain/order';
import { goodsOf, requireShipping, takeLines } from '../domain/refund-content';
import type { Destination, RefundLine } from '../domain/refund';
import { Refusal } from '../domain/refusal';
import type { NewTransaction, ReadStores } from './ports';
import type { FoundSource } from './refund-source';
import { takenOf } from './taken';
import type { AddManualRefund, RefundContent } from './wishes';

/** Where the money of a manual refund goes. */
export type ManualPart = Pick<NewTransaction, 'reference' | 'account' | 'clientAccount'> & {
  readonly destination: Destination;
};

export interface Content {
  readonly lines: readonly RefundLine[];
  readonly shipping: number;
  readonly adjustment: number;
}

/** The lines and the shipping of an order that the refund covers; an adjustment makes up the rest of the amount. */
export async function orderContent(
  stores: ReadStores,
  shop: string,
  order: Order,
  wish: Pick<RefundContent, 'lines' | 'shipping'>,
  amount: number,
): Promise<Content> {
  if (wish.lines === undefined && wish.shipping === undefined) return { lines: [], shipping: 0, adjustment: amount };
  const taken = await takenOf(stores, shop, order.id);
  const lines = takeLines(order, taken, wish.lines ?? []);
  const shipping = wish.shipping === undefined ? 0 : parseMoney(wish.shipping, order.currency, 'shipping').minor;
  requireShipping(order, taken, shipping);
  return { lines, shipping, adjustment: amount - goodsOf(lines) - shipping };
}

/**
 * A return says itself which goods it is about. They are named by the refund that gives back their whole worth: there is
 * room for one such refund, and for none beside it.
 */
export function returnContent({ returned }: FoundSource, amount: number): Content {
  if (amount !== returned?.captured) return { lines: [], shipping: 0, adjustment: amount };
  const accepted = returned.lines.filter((line) => line.accepted > 0);
  const lines = accepted.map((line) => ({
    lineId: line.lineId,
    sku: line.sku,
    quantity: line.accepted,
    units: line.units,
    amount: line.amount,
  }));
  return { lines, shipping: 0, adjustment: 0 };
}

/** As returnContent, for a door that lets the caller name lines: for a return that is refused, not overheard. */
export function plainContent(source: FoundSource, wish: RefundContent, amount: number): Content {
  for (const field of ['lines', 'shipping'] as const) {
    if (wish[field] !== undefined) {
      const message = `${field} goes with sourceType order; a ${source.sourceType} says itself which goods came back`;
      throw new Refusal('request_invalid', message, field);
    }
  }
  return returnContent(source, amount);
}

/** One transaction a payment, each with the key under which its provider will be asked, now and at every repeat. */
export function newAutomaticParts(parts: readonly Part[]): NewTransaction[] {
  return parts.map(({ payment, amount }) => ({
    amount,
    paymentId: payment.id,
    provider: payment.provider,
    providerKey: ulid(),
  }));
}

/** Refuses a destination that the caller's platform has and we have not. */
export function manualPart({ destination, ...wish }: AddManualRefund): ManualPart {
  if (destination !== undefined) return { ...wish, destination };
  throw new Refusal('destination_unknown', 'there is no such way to pay out a refund', 'destination');
}

export function newManualPart(amount: number, wish: ManualPart): NewTransaction {
  const { destination, reference, account, clientAccount } = wish;
  return {
    amount,
    destination,
    ...(reference === undefined ? {} : { reference }),
    ...(account === undefined ? {} : { account }),
    ...(clientAccount === undefined ? {} : { clientAccount }),
  };
}
