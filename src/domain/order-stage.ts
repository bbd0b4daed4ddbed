/** How far an order has come with its merchant, read off what is known of it; nothing of it is stored but the facts. */
import type { OrderSummary } from './order';
import { Refusal } from './refusal';

export type OrderStage = 'unpaid' | 'paid' | 'confirmed' | 'sent' | 'delivered' | 'cancelled';
export type OrderEvent = 'confirm' | 'send' | 'cancel';

/** The row is the stage, the entry what a merchant may do, a missing entry a refusal. */
export const ORDER_TRANSITIONS: Readonly<Record<OrderStage, Partial<Record<OrderEvent, OrderStage>>>> = {
  unpaid: { cancel: 'cancelled' },
  paid: { confirm: 'confirmed', cancel: 'cancelled' },
  confirmed: { send: 'sent', cancel: 'cancelled' },
  sent: {},
  delivered: {},
  cancelled: {},
};

/** Stages in which the merchant has taken the order on, and not given it up. */
const TAKEN_ON: ReadonlySet<OrderStage> = new Set(['confirmed', 'sent', 'delivered']);

export type StageFacts = Pick<OrderSummary, 'fulfilment' | 'captured' | 'confirmedAt' | 'deliveredAt'>;

/** What was delivered was sent, and what was sent was confirmed, whether or not anybody said so. */
export function stageOf({ fulfilment, captured, confirmedAt, deliveredAt }: StageFacts): OrderStage {
  if (fulfilment === 'cancelled') return 'cancelled';
  if (deliveredAt !== undefined) return 'delivered';
  if (fulfilment === 'fulfilled') return 'sent';
  if (confirmedAt !== undefined) return 'confirmed';
  return captured > 0 ? 'paid' : 'unpaid';
}

/** Whether the goods have left the shop: what was delivered was sent. */
export function isSent({ fulfilment, deliveredAt }: Pick<StageFacts, 'fulfilment' | 'deliveredAt'>): boolean {
  return fulfilment === 'fulfilled' || (fulfilment === 'open' && deliveredAt !== undefined);
}

const DONE: Readonly<Record<OrderEvent, string>> = { confirm: 'confirmed', send: 'sent', cancel: 'cancelled' };

/** The facts of the order once this was done; refuses what its stage does not know. */
export function afterOrderEvent(
  order: Pick<OrderSummary, 'id'> & StageFacts,
  event: OrderEvent,
  now: number,
): Pick<OrderSummary, 'fulfilment' | 'confirmedAt'> {
  const stage = stageOf(order);
  const to = ORDER_TRANSITIONS[stage][event];
  if (to === undefined) {
    throw new Refusal('transition_not_allowed', `order ${order.id} is ${stage} and cannot be ${DONE[event]}`);
  }
  const confirmedAt = to === 'confirmed' ? now : order.confirmedAt;
  const known = confirmedAt === undefined ? {} : { confirmedAt };
  if (to === 'confirmed') return { fulfilment: order.fulfilment, ...known };
  return { fulfilment: to === 'sent' ? 'fulfilled' : 'cancelled', ...known };
}

/** For platforms that refund an order only once its merchant has confirmed it. */
export function requireConfirmed(order: Pick<OrderSummary, 'id'> & StageFacts): void {
  const stage = stageOf(order);
  if (TAKEN_ON.has(stage)) return;
  throw new Refusal('order_not_confirmed', `order ${order.id} is ${stage}; it is refunded once it is confirmed`);
}
