/** What callers wish for: mostly something that can be granted, sometimes a little more, or something quite wrong. */
import type { PutOrderRequest } from '../../../generated/contract';
import { CURRENCIES, textOf } from '../amounts';
import type { Operation, Wish } from '../asking';
import { isAutomatic, leftOfOrder, leftOfPayment, returnSums, worthOf } from '../rules/holding';
import { takenUnits } from '../rules/units';
import type { Order, Payment, Refund, Return, Shop, TransactionState, World } from '../world';
import type { Dice } from './dice';
import { changedOrder, freshOrder } from './orders';

type Make = (world: World, shop: Shop, dice: Dice) => Wish | undefined;

/** A number that nothing has. */
const NOTHING = 987_654;

const someOrder = (shop: Shop, dice: Dice): Order | undefined => dice.of([...shop.orders.values()]);

/** How much to ask for where so much is left: a part, all of it, or one minor unit too much. */
function amountOf(left: number, dice: Dice): number {
  const part = Math.max(1, Math.ceil(left / dice.whole(2, 5)));
  if (dice.chance(12)) return Math.max(1, left + 1);
  return dice.chance(15) ? Math.max(1, left) : Math.min(part, Math.max(1, left));
}

/** An amount with its currency; now and then one that no order can have. */
function money(minor: number, currency: string, dice: Dice): { amount: string; currency: string } {
  if (!dice.chance(8)) return { amount: textOf(minor, currency), currency };
  const wrong = [
    { amount: textOf(0, currency), currency },
    { amount: currency === 'VND' ? '5.5' : '7.125', currency: currency === 'KWD' ? 'PLN' : currency },
    { amount: textOf(minor, currency), currency: 'XXX' },
    { amount: '1', currency: CURRENCIES.find((one) => one !== currency) ?? 'PLN' },
  ];
  return dice.of(wrong) ?? { amount: '0', currency };
}

/** What the caller believes is left: nothing said, the truth, or what it was a moment ago. */
function belief(left: number, currency: string, dice: Dice): { expectedRefundable?: string } {
  if (!dice.chance(35)) return {};
  return { expectedRefundable: textOf(Math.max(0, left + (dice.chance(30) ? 1 : 0)), currency) };
}

function goods(
  shop: Shop,
  order: Order,
  dice: Dice,
): { lines?: { lineId: number; quantity: number }[]; shipping?: string } {
  if (!dice.chance(40)) return {};
  const line = dice.of(order.lines);
  const free = line ? line.quantity - takenUnits(shop, order.id, line.id).size : 0;
  const quantity = Math.max(1, dice.chance(10) ? free + 1 : Math.min(free, dice.whole(1, 2)));
  return {
    ...(line && dice.chance(80) ? { lines: [{ lineId: dice.chance(4) ? NOTHING : line.id, quantity }] } : {}),
    ...(dice.chance(40) ? { shipping: textOf(Math.floor(order.shipping / dice.whole(1, 3)), order.currency) } : {}),
  };
}

const DESTINATIONS = ['cash', 'bank_transfer', 'customer_balance', 'voucher'] as const;

const addAutomaticRefundForOrder: Make = (_world, shop, dice) => {
  const order = someOrder(shop, dice);
  if (!order) return undefined;
  const able = order.payments.filter(isAutomatic);
  const payment = dice.of<Payment>(dice.chance(8) ? order.payments : able) ?? order.payments[0];
  if (!payment) return undefined;
  const left = Math.min(leftOfOrder(shop, order), leftOfPayment(shop, order, payment));
  const request = {
    orderId: dice.chance(3) ? NOTHING : order.id,
    paymentId: dice.chance(3) ? NOTHING : payment.id,
    ...money(amountOf(left, dice), order.currency, dice),
    ...belief(left, order.currency, dice),
    ...goods(shop, order, dice),
  };
  return { operation: 'addAutomaticRefundForOrder', request };
};

function sourceOf(returned: Return): { sourceType: 'return' | 'claim'; sourceId: number } {
  return { sourceType: returned.kind === 'claim' ? 'claim' : 'return', sourceId: returned.id ?? NOTHING };
}

const leftOfReturn = (shop: Shop, returned: Return): number => {
  const order = shop.orders.get(returned.orderId);
  const ofOrder = order ? leftOfOrder(shop, order) : 0;
  return Math.min(ofOrder, worthOf(returned) - returnSums(shop, returned).committed);
};

/** Most often one that can be refunded. */
function someReturn(shop: Shop, dice: Dice, ...states: readonly Return['state'][]): Return | undefined {
  const fitting = shop.returns.filter(({ state }) => states.includes(state));
  return dice.of(dice.chance(8) ? shop.returns : fitting);
}

const addAutomaticRefund: Make = (_world, shop, dice) => {
  const returned = someReturn(shop, dice, 'accepted', 'received', 'closed');
  const currency = shop.orders.get(returned?.orderId ?? 0)?.currency;
  if (!returned || currency === undefined) return undefined;
  const source = sourceOf(returned);
  if (dice.chance(4)) return { operation: 'addAutomaticRefund', request: { ...source, sourceId: NOTHING } };
  const whole = dice.chance(30);
  const sum = money(amountOf(leftOfReturn(shop, returned), dice), currency, dice);
  const said = dice.chance(50) || sum.currency !== currency ? sum : { amount: sum.amount };
  return { operation: 'addAutomaticRefund', request: whole ? source : { ...source, ...said } };
};

const addManualRefund: Make = (_world, shop, dice) => {
  const destination = dice.oneOf(DESTINATIONS);
  const returned = dice.chance(40) ? someReturn(shop, dice, 'accepted', 'received', 'closed') : undefined;
  const order = returned ? shop.orders.get(returned.orderId) : someOrder(shop, dice);
  if (!order) return undefined;
  const left = returned ? leftOfReturn(shop, returned) : leftOfOrder(shop, order);
  // Often so much that the order has less left than its payments have.
  const sum = money(amountOf(left, dice), order.currency, dice);
  const source = returned
    ? sourceOf(returned)
    : { sourceType: 'order' as const, sourceId: dice.chance(3) ? NOTHING : order.id };
  const rest = returned ? {} : goods(shop, order, dice);
  const request = { ...source, ...sum, destination, ...belief(left, order.currency, dice), ...rest };
  return { operation: 'addManualRefund', request };
};

/** Most often one with a transaction in one of these states. */
function someRefund(shop: Shop, dice: Dice, ...states: readonly TransactionState[]): Refund | undefined {
  const fitting = shop.refunds.filter(({ transactions }) => transactions.some(({ state }) => states.includes(state)));
  return dice.of(dice.chance(8) ? shop.refunds : fitting);
}

const idOf = (refund: Refund, dice: Dice): number => (dice.chance(3) ? NOTHING : (refund.id ?? NOTHING));

function leftFor(shop: Shop, refund: Refund): number {
  const order = shop.orders.get(refund.orderId);
  if (refund.returned) return leftOfReturn(shop, refund.returned);
  return order ? leftOfOrder(shop, order) : 0;
}

const updateRefund: Make = (_world, shop, dice) => {
  const refund = someRefund(shop, dice, 'requested');
  if (!refund) return undefined;
  const most = leftFor(shop, refund) + refund.amount;
  const minor = dice.chance(50) ? amountOf(most, dice) : Math.max(1, refund.amount + dice.whole(-5, 5));
  return {
    operation: 'updateRefund',
    request: { refundId: idOf(refund, dice), ...money(minor, refund.currency, dice) },
  };
};

const confirmRefund: Make = (_world, shop, dice) => {
  const refund = someRefund(shop, dice, 'requested');
  if (!refund) return undefined;
  const request = { refundId: idOf(refund, dice), ...belief(leftFor(shop, refund), refund.currency, dice) };
  return { operation: 'confirmRefund', request };
};

/** Now and then one that was sent and did not arrive: it looks like one that nobody was ever given. */
const cancelRefund: Make = (_world, shop, dice) => {
  const notArrived = shop.refunds.filter(({ transactions }) =>
    transactions.some(({ state, sentAt }) => state === 'approved' && sentAt !== undefined),
  );
  const refund = (dice.chance(60) ? dice.of(notArrived) : undefined) ?? someRefund(shop, dice, 'requested', 'approved');
  return refund && { operation: 'cancelRefund', request: { refundId: idOf(refund, dice) } };
};

const resolveRefund: Make = (_world, shop, dice) => {
  const refund = someRefund(shop, dice, 'unknown', 'pending');
  if (!refund) return undefined;
  const outcome = dice.oneOf(['settled', 'declined'] as const);
  const [one] = refund.transactions;
  const named = dice.chance(30) && one?.id !== undefined ? { transactionId: dice.chance(10) ? NOTHING : one.id } : {};
  return {
    operation: 'resolveRefund',
    request: { refundId: idOf(refund, dice), outcome, reason: 'statement', ...named },
  };
};

const putOrder: Make = (world, shop, dice) => {
  const order = dice.chance(25) ? undefined : someOrder(shop, dice);
  const request: PutOrderRequest = order ? changedOrder(order, dice) : freshOrder(world, shop, dice);
  return { operation: 'putOrder', request };
};

const openReturn: Make = (_world, shop, dice) => {
  const order = someOrder(shop, dice);
  if (!order) return undefined;
  const lines = order.lines.slice(0, dice.whole(1, order.lines.length)).map(({ id, quantity }) => {
    const free = quantity - takenUnits(shop, order.id, id).size;
    return {
      lineId: dice.chance(3) ? NOTHING : id,
      quantity: Math.max(1, dice.chance(10) ? free + 1 : Math.min(free, dice.whole(1, 3))),
    };
  });
  const kind = dice.chance(30) ? { kind: dice.oneOf(['return', 'claim', 'cancellation'] as const) } : {};
  const compensation = dice.chance(8) ? { compensation: 'exchange' as const } : {};
  return {
    operation: 'openReturn',
    request: { orderId: dice.chance(3) ? NOTHING : order.id, ...kind, ...compensation, lines },
  };
};

const returnIdOf = (returned: Return, dice: Dice): number => (dice.chance(3) ? NOTHING : (returned.id ?? NOTHING));

const acceptReturn: Make = (_world, shop, dice) => {
  const returned = someReturn(shop, dice, 'open');
  if (!returned) return undefined;
  const returnId = returnIdOf(returned, dice);
  if (!dice.chance(50)) return { operation: 'acceptReturn', request: { returnId } };
  const lines = returned.lines.slice(dice.whole(0, 1)).map(({ lineId, requested }) => ({
    ...{ lineId, quantity: dice.chance(8) ? requested + 1 : dice.whole(1, requested) },
  }));
  return { operation: 'acceptReturn', request: { returnId, ...(lines.length > 0 ? { lines } : {}) } };
};

const receiveReturn: Make = (_world, shop, dice) => {
  const returned = someReturn(shop, dice, 'accepted');
  if (!returned) return undefined;
  const returnId = returnIdOf(returned, dice);
  if (!dice.chance(75)) return { operation: 'receiveReturn', request: { returnId } };
  const lines = returned.lines.map(({ lineId, requested, accepted }) => {
    const received = dice.chance(8) ? requested + 1 : dice.whole(0, requested);
    const said = dice.chance(60) ? { accepted: Math.min(accepted, received) + (dice.chance(25) ? 1 : 0) } : {};
    const condition = dice.oneOf(['ok', 'damaged'] as const);
    return { lineId, received, ...said, condition, restock: dice.chance(50) };
  });
  return { operation: 'receiveReturn', request: { returnId, lines } };
};

type Ending = 'rejectReturn' | 'closeReturn' | 'cancelReturn' | 'reopenReturn';

const ending =
  (operation: Ending, ...states: readonly Return['state'][]): Make =>
  (_world, shop, dice) => {
    const returned = someReturn(shop, dice, ...states);
    if (!returned) return undefined;
    const returnId = returnIdOf(returned, dice);
    return operation === 'rejectReturn'
      ? { operation, request: { returnId, reason: 'worn' } }
      : { operation, request: { returnId } };
  };

export const MAKE: Readonly<Record<Operation, Make>> = {
  putOrder,
  openReturn,
  acceptReturn,
  receiveReturn,
  rejectReturn: ending('rejectReturn', 'open', 'accepted'),
  closeReturn: ending('closeReturn', 'received'),
  cancelReturn: ending('cancelReturn', 'open', 'accepted'),
  reopenReturn: ending('reopenReturn', 'closed', 'rejected', 'cancelled'),
  addAutomaticRefund,
  addAutomaticRefundForOrder,
  addManualRefund,
  updateRefund,
  confirmRefund,
  cancelRefund,
  resolveRefund,
};
