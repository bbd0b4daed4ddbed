/** Refunds as callers wish them: whose money, how much of it, and what becomes of it. */
import type * as contract from '../../../generated/contract';
import { minorOf, positiveMinorOf, digitsOf } from '../amounts';
import { foundOr, refuseUnless } from '../refused';
import type { Order, Refund, Return, Shop, Transaction, World } from '../world';
import { holds, isAutomatic, leftOfOrder, leftOfPayment, returnSums, worthOf } from './holding';
import { planOver } from './plan';
import { move, requireAll } from './steps';
import { freeUnits, lineOf, takenShipping, takenUnits, worthOfUnits } from './units';

interface Source {
  readonly sourceType: string;
  readonly sourceId: number;
  readonly order: Order;
  readonly returned?: Return;
}

type Content = Pick<Refund, 'lines' | 'shipping' | 'adjustment'>;
type Way = Pick<Transaction, 'amount' | 'paymentId' | 'provider' | 'destination' | 'reference'>;

export function addAutomaticRefundForOrder(
  world: World,
  shop: Shop,
  request: contract.AddAutomaticRefundForOrderRequest,
): Refund {
  const order = foundOr(shop.orders.get(request.orderId), 'order_not_found', 'orderId');
  const payment = order.payments.find(({ id }) => id === request.paymentId);
  refuseUnless(payment !== undefined, 'payment_not_found', 'paymentId');
  requireCurrency(order, request.currency);
  const code = order.payments.some(isAutomatic) ? 'payment_not_automatic' : 'order_not_automatic';
  refuseUnless(isAutomatic(payment), code, 'paymentId');
  const amount = positiveMinorOf(request.amount, order.currency);
  const left = Math.min(leftOfOrder(shop, order), leftOfPayment(shop, order, payment));
  requireFresh(request.expectedRefundable, left, order.currency);
  const content = contentOf(shop, order, request, amount);
  requireRoom(amount, left);
  const source = { sourceType: 'order', sourceId: order.id, order };
  const way = { amount, paymentId: payment.id, provider: payment.provider };
  return add(world, shop, source, 'automatic', amount, content, [way]);
}

export function addAutomaticRefund(world: World, shop: Shop, request: contract.AddAutomaticRefundRequest): Refund {
  const source = sourceOf(shop, request);
  requireRefundable(source);
  const { order } = source;
  if (request.currency !== undefined) requireCurrency(order, request.currency);
  const left = leftOf(shop, source);
  const amount = request.amount === undefined ? left : positiveMinorOf(request.amount, order.currency);
  refuseUnless(amount > 0, 'amount_exceeds_refundable');
  requireRoom(amount, left);
  const parts = planOver(order, shop.strategy, amount, (payment) => leftOfPayment(shop, order, payment));
  const ways = parts.map(({ payment, amount: share }) => ({
    ...{ amount: share, paymentId: payment.id, provider: payment.provider },
  }));
  return add(world, shop, source, 'automatic', amount, wholeOf(shop, source, amount), ways);
}

export function addManualRefund(world: World, shop: Shop, request: contract.AddManualRefundRequest): Refund {
  const { currency, destination, reference } = request;
  const source = sourceOf(shop, request);
  requireRefundable(source);
  requireCurrency(source.order, currency);
  const amount = positiveMinorOf(request.amount, currency);
  const left = leftOf(shop, source);
  requireFresh(request.expectedRefundable, left, currency);
  const content = source.returned ? wholeOf(shop, source, amount) : contentOf(shop, source.order, request, amount);
  requireRoom(amount, left);
  const way = { amount, destination, ...(reference === undefined ? {} : { reference }) };
  return add(world, shop, source, 'manual', amount, content, [way]);
}

export function updateRefund(world: World, shop: Shop, request: contract.UpdateRefundRequest): Refund {
  const refund = refundOf(shop, request.refundId);
  const order = foundOr(shop.orders.get(refund.orderId), 'order_not_found');
  requireCurrency(refund, request.currency);
  const amount = positiveMinorOf(request.amount, refund.currency);
  requireRoom(amount, leftOf(shop, { ...refund, order }) + heldBy(refund));
  requireAll(refund.transactions, 'update');
  refund.transactions = changed(shop, order, refund, amount);
  const { returned } = refund;
  // It names the goods of its return as long as it gives back their whole worth.
  if (returned) Object.assign(refund, goodsOf(returned, amount));
  else refund.adjustment += amount - refund.amount;
  refund.amount = amount;
  shop.audited += 1;
  for (const { state } of refund.transactions) world.onStep('transaction', state, state);
  return refund;
}

/** What the refund holds itself is free for its own new plan; a payment that stays in it keeps its transaction. */
function changed(shop: Shop, order: Order, refund: Refund, amount: number): Transaction[] {
  const ownOf = (paymentId: number): Transaction | undefined =>
    refund.transactions.find((transaction) => transaction.paymentId === paymentId);
  const room = (payment: Order['payments'][number]): number =>
    leftOfPayment(shop, order, payment) + (ownOf(payment.id)?.amount ?? 0);
  const [first] = refund.transactions;
  if (!first) throw new Error('the model has a refund without transactions');
  if (!refund.returned || refund.method === 'manual') {
    const payment = order.payments.find(({ id }) => id === first.paymentId);
    if (payment) requireRoom(amount, room(payment));
    first.amount = amount;
    return [first];
  }
  // The payments that it is on come first, as long as they have room for all of it.
  const own = { ...order, payments: order.payments.filter(({ id }) => (ownOf(id)?.amount ?? 0) > 0) };
  const suffices = own.payments.filter(isAutomatic).reduce((sum, one) => sum + room(one), 0) >= amount;
  const parts = planOver(suffices ? own : order, shop.strategy, amount, room);
  const planned = parts.map(({ payment, amount: share }) => {
    const own = ownOf(payment.id);
    if (!own) return transactionOf(refund, { amount: share, paymentId: payment.id, provider: payment.provider });
    own.amount = share;
    return own;
  });
  // Those that stay come first: what is new to the refund is numbered after them.
  return [
    ...refund.transactions.filter((one) => planned.includes(one)),
    ...planned.filter((one) => !refund.transactions.includes(one)),
  ];
}

export function confirmRefund(world: World, shop: Shop, request: contract.ConfirmRefundRequest): Refund {
  const refund = refundOf(shop, request.refundId);
  const order = foundOr(shop.orders.get(refund.orderId), 'order_not_found');
  const happening = refund.method === 'automatic' ? 'approve' : 'record';
  requireAll(refund.transactions, happening);
  if (refund.method === 'automatic') requireSendable(order, refund);
  requireFresh(request.expectedRefundable, leftOf(shop, { ...refund, order }), refund.currency);
  for (const transaction of refund.transactions) move(world, transaction, happening);
  refund.confirmed = true;
  shop.audited += 1;
  return refund;
}

function requireSendable(order: Order, { transactions }: Refund): void {
  const code = order.payments.some(isAutomatic) ? 'payment_not_automatic' : 'order_not_automatic';
  for (const { paymentId } of transactions) {
    const payment = order.payments.find(({ id }) => id === paymentId);
    refuseUnless(payment !== undefined && isAutomatic(payment), code, 'paymentId');
  }
}

export function cancelRefund(world: World, shop: Shop, { refundId }: contract.CancelRefundRequest): Refund {
  const refund = refundOf(shop, refundId);
  requireAll(refund.transactions, 'cancel');
  // What a provider was ever given may still be on its way to it.
  for (const { sentAt } of refund.transactions) refuseUnless(sentAt === undefined, 'transition_not_allowed');
  for (const transaction of refund.transactions) move(world, transaction, 'cancel');
  shop.audited += 1;
  return refund;
}

export function resolveRefund(world: World, shop: Shop, request: contract.ResolveRefundRequest): Refund {
  const { refundId, transactionId, outcome } = request;
  const refund = refundOf(shop, refundId);
  const named = refund.transactions.filter(({ id }) => transactionId === undefined || id === transactionId);
  refuseUnless(named.length > 0, 'refund_not_found', 'transactionId');
  const open = named.filter(({ state }) => state === 'unknown' || state === 'pending');
  refuseUnless(open.length > 0, 'transition_not_allowed');
  for (const transaction of open) {
    move(world, transaction, outcome === 'settled' ? 'settle' : 'decline');
    transaction.misled = true;
  }
  shop.audited += 1;
  return refund;
}

/** A refund that was made at the provider by hand: ours from now on, and settled. */
export function importRefund(
  world: World,
  shop: Shop,
  order: Order,
  paymentId: number,
  amount: number,
  reference: string,
): Transaction {
  const content = { lines: [], shipping: 0, adjustment: amount };
  const source = { sourceType: 'order', sourceId: order.id, order };
  const way = { amount, paymentId, provider: 'simulated', reference };
  const refund = add(world, shop, source, 'automatic', amount, content, [way]);
  refund.confirmed = true;
  const [transaction] = refund.transactions;
  if (!transaction) throw new Error('the model imported a refund without a transaction');
  move(world, transaction, 'record');
  return transaction;
}

function add(
  world: World,
  shop: Shop,
  { order, sourceType, sourceId, returned }: Source,
  method: Refund['method'],
  amount: number,
  content: Content,
  ways: readonly Way[],
): Refund {
  const refund: Refund = {
    ...{ orderId: order.id, sourceType, sourceId, method, amount, currency: order.currency, confirmed: false },
    ...(returned ? { returned } : {}),
    ...content,
    transactions: [],
  };
  refund.transactions = ways.map((way) => transactionOf(refund, way));
  for (const _ of ways) world.onStep('transaction', '-', 'requested');
  shop.refunds.push(refund);
  shop.audited += 1;
  return refund;
}

const transactionOf = (refund: Refund, way: Way): Transaction => ({
  ...{ refund, state: 'requested', contradictions: new Set<string>(), misled: false },
  ...way,
});

function refundOf(shop: Shop, refundId: number): Refund {
  return foundOr(
    shop.refunds.find(({ id }) => id === refundId),
    'refund_not_found',
    'refundId',
  );
}

function sourceOf(shop: Shop, request: { readonly sourceType: string; readonly sourceId: number }): Source {
  const { sourceType, sourceId } = request;
  if (sourceType === 'order') {
    return { sourceType, sourceId, order: foundOr(shop.orders.get(sourceId), 'order_not_found', 'sourceId') };
  }
  const found = shop.returns.find(({ id }) => id === sourceId);
  const kind = found?.kind === 'claim' ? 'claim' : 'return';
  const returned = foundOr(kind === sourceType ? found : undefined, 'return_not_found', 'sourceId');
  const order = foundOr(shop.orders.get(returned.orderId), 'order_not_found', 'sourceId');
  return { sourceType, sourceId, order, returned };
}

function requireRefundable({ returned }: Source): void {
  if (!returned) return;
  refuseUnless(returned.compensation === 'refund', 'return_is_exchange', 'sourceId');
  const acceptedOnce = ['accepted', 'received', 'closed'].includes(returned.state);
  refuseUnless(acceptedOnce, 'return_not_accepted', 'sourceId');
}

/** For a return never more than its accepted goods are worth, nor than is left of its order. */
function leftOf(shop: Shop, { order, returned }: Pick<Source, 'order' | 'returned'>): number {
  const left = leftOfOrder(shop, order);
  return returned ? Math.min(left, worthOf(returned) - returnSums(shop, returned).committed) : left;
}

function requireCurrency(of: { readonly currency: string }, currency: string): void {
  digitsOf(currency);
  refuseUnless(currency === of.currency, 'currency_mismatch', 'currency');
}

const heldBy = ({ transactions }: Refund): number =>
  transactions.filter(holds).reduce((sum, { amount }) => sum + amount, 0);

function requireFresh(expected: string | undefined, left: number, currency: string): void {
  if (expected === undefined) return;
  refuseUnless(minorOf(expected, currency) === left, 'view_is_stale', 'expectedRefundable');
}

function requireRoom(amount: number, left: number): void {
  refuseUnless(amount <= left, 'amount_exceeds_refundable', 'amount');
}

function contentOf(
  shop: Shop,
  order: Order,
  wish: Pick<contract.AddManualRefundRequest, 'lines' | 'shipping'>,
  amount: number,
): Content {
  const lines = (wish.lines ?? []).map(({ lineId, quantity }, index) => {
    const line = lineOf(order, lineId, `lines[${index}].lineId`);
    const units = freeUnits(line, takenUnits(shop, order.id, lineId), quantity, `lines[${index}].quantity`);
    return { lineId, units, amount: worthOfUnits(line, units) };
  });
  const shipping = minorOf(wish.shipping ?? '0', order.currency);
  const left = order.shipping - takenShipping(shop, order.id);
  refuseUnless(wish.shipping === undefined || shipping <= left, 'shipping_exceeds_refundable', 'shipping');
  const goods = lines.reduce((sum, line) => sum + line.amount, 0);
  return { lines, shipping, adjustment: amount - goods - shipping };
}

/** The refund that gives back the whole return names its goods; any other is a sum. */
function wholeOf(shop: Shop, { returned }: Source, amount: number): Content {
  const isFirst = returned && returnSums(shop, returned).committed === 0;
  return isFirst ? goodsOf(returned, amount) : { lines: [], shipping: 0, adjustment: amount };
}

function goodsOf(returned: Return, amount: number): Content {
  if (amount !== worthOf(returned)) return { lines: [], shipping: 0, adjustment: amount };
  const lines = returned.lines.filter(({ accepted }) => accepted > 0);
  return {
    lines: lines.map(({ lineId, units, amount: worth }) => ({ lineId, units, amount: worth })),
    shipping: 0,
    adjustment: 0,
  };
}
