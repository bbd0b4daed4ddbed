/** What providers tell by webhook: kept once, written down when it finds its place, never lost meanwhile. */
import type { Order, Payment, Shop, Told, Transaction, World } from '../world';
import { leftOfOrder, leftOfPayment, ofOrder } from './holding';
import { importRefund } from './refunds';
import { moveAudited } from './steps';
import { contradict, hear } from './words';

/** Kept once an event, however often it is sent. */
export function receive(world: World, told: Told): void {
  const known = world.inbox.some(({ shop, event }) => shop === told.shop && event === told.event);
  if (!known) world.inbox.push(told);
}

export function writeDown(world: World, due: readonly Told[]): void {
  for (const told of due) told.placed = place(world, told);
}

function place(world: World, told: Told): boolean {
  const { shop, word, reference } = told;
  const named = told.transaction ?? byReference(shop, reference);
  if (named && told.amount !== named.amount) return otherMoney(shop, named, told);
  if (named) {
    hear(world, shop, named, word, reference);
    return true;
  }
  const found = paymentOf(shop, told.paymentReference);
  if (!found || mayBeOneOfOurs(shop, found, told)) return false;
  // Money that did not move is nobody's refund.
  if (word === 'pending' || word === 'declined') return true;
  const { order, payment } = found;
  const room = Math.min(leftOfOrder(shop, order), leftOfPayment(shop, order, payment));
  if (told.currency !== order.currency || told.amount > room) return false;
  const imported = importRefund(world, shop, order, payment.id, told.amount, reference);
  if (word === 'reversed') moveAudited(world, shop, imported, 'reverse');
  return true;
}

/** About another amount than ours: it waits while ours is on its way, and is a contradiction otherwise. */
function otherMoney(shop: Shop, named: Transaction, { word, amount }: Told): boolean {
  const waits = ['approved', 'sending', 'pending', 'unknown'].includes(named.state);
  if (!waits) contradict(shop, named, `${word} of ${amount}`);
  return !waits;
}

const byReference = (shop: Shop, reference: string): Transaction | undefined =>
  shop.refunds
    .flatMap(({ transactions }) => transactions)
    .find((one) => one.provider === 'simulated' && one.reference === reference);

function paymentOf(shop: Shop, reference: string): { order: Order; payment: Payment } | undefined {
  for (const order of shop.orders.values()) {
    const payment = order.payments.find((one) => one.provider === 'simulated' && one.reference === reference);
    if (payment) return { order, payment };
  }
  return undefined;
}

/** Ours comes first: one on its way, about as much, whose name at the provider is not known yet. */
function mayBeOneOfOurs(shop: Shop, { order, payment }: { order: Order; payment: Payment }, told: Told): boolean {
  const UNDER_WAY = ['approved', 'sending', 'pending', 'unknown'];
  return ofOrder(shop, order.id).some(
    ({ paymentId, amount, state, sentAt, reference }) =>
      paymentId === payment.id &&
      amount === told.amount &&
      UNDER_WAY.includes(state) &&
      sentAt !== undefined &&
      reference === undefined,
  );
}
