/** Orders as a shop might tell them, with several payments in a currency of 0, 2 or 3 digits; and told anew. */
import type { PutOrderRequest } from '../../../generated/contract';
import { CURRENCIES, textOf } from '../amounts';
import type { Order, Payment, Shop, World } from '../world';
import type { Dice } from './dice';

const DAY_MS = 24 * 60 * 60 * 1000;
const MOST_ORDERS = 3;
const METHODS = ['card', 'blik', 'voucher'] as const;
/** Of no provider we speak to. */
const TILL = { provider: 'till', method: 'cash', reference: 'receipt' };

export function freshOrder(world: World, shop: Shop, dice: Dice): PutOrderRequest {
  const orderId = 1 + Math.min(shop.orders.size, dice.whole(0, MOST_ORDERS - 1));
  const currency = CURRENCIES[dice.whole(0, CURRENCIES.length - 1)] ?? 'PLN';
  const text = (minor: number): string => textOf(minor, currency);
  const payments = Array.from({ length: dice.whole(1, 4) }, (_, index) => ({
    ...{ paymentId: index + 1, amount: text(dice.whole(40, 900)) },
    ...(dice.chance(15)
      ? TILL
      : { provider: 'simulated', method: dice.oneOf(METHODS), reference: `pay-${orderId}-${index + 1}` }),
    ...(dice.chance(50) ? { capturedAt: instant(world.now - dice.whole(1, 3) * DAY_MS) } : {}),
    ...(dice.chance(8) ? { refundable: false } : {}),
  }));
  const lines = Array.from({ length: dice.whole(1, 2) }, (_, index) => ({
    ...{ lineId: index + 1, sku: `SKU-${index + 1}`, name: 'Tea pot', quantity: dice.whole(1, 4) },
    // A discount of a few minor units: so that a line is rarely worth a multiple of its quantity.
    ...{ price: text(dice.whole(20, 300)), discount: text(dice.whole(0, 7)) },
  }));
  const fulfilment = dice.oneOf(['fulfilled', 'fulfilled', 'open'] as const);
  const delivered = dice.chance(70) ? { deliveredAt: instant(world.now - dice.whole(0, 20) * DAY_MS) } : {};
  return { orderId, currency, fulfilment, ...delivered, shipping: text(dice.whole(0, 60)), lines, payments };
}

/** The order as it is, but for one thing. */
export function changedOrder(order: Order, dice: Dice): PutOrderRequest {
  const same = asTold(order);
  const { payments, lines, currency } = same;
  const at = dice.whole(0, payments.length - 1);
  const changes: readonly (() => Partial<PutOrderRequest>)[] = [
    () => ({}),
    () => ({ payments: payments.filter((_, index) => index !== at || payments.length === 1) }),
    () => ({ payments: withPayment(payments, at, { amount: textOf(dice.whole(1, 900), currency) }) }),
    () => ({ payments: withPayment(payments, at, { amount: textOf(dice.whole(200, 2000), currency) }) }),
    () => ({ payments: withPayment(payments, at, { reference: `pay-${order.id}-${at + 1}-b` }) }),
    () => ({ payments: withPayment(payments, at, { refundable: dice.chance(50) }) }),
    () => ({ lines: lines.map((line, index) => (index === 0 ? { ...line, quantity: dice.whole(1, 5) } : line)) }),
    () => ({ lines: lines.slice(0, 1) }),
    () => ({ shipping: textOf(dice.whole(0, 60), currency) }),
    () => ({ currency: CURRENCIES.find((one) => one !== currency) ?? 'PLN', ...withoutDecimals(same) }),
    () => ({ fulfilment: dice.oneOf(['fulfilled', 'open', 'cancelled'] as const) }),
  ];
  return { ...same, ...dice.of(changes)?.() };
}

type PutPayment = PutOrderRequest['payments'][number];

const withPayment = (payments: readonly PutPayment[], at: number, more: Partial<PutPayment>): PutPayment[] =>
  payments.map((payment, index) => (index === at ? { ...payment, ...more } : payment));

/** Amounts that every currency can have. */
function withoutDecimals({ lines, payments }: PutOrderRequest): Partial<PutOrderRequest> {
  const whole = (text: string): string => String(Math.ceil(Number(text)));
  return {
    shipping: '1',
    lines: lines.map((line) => ({ ...line, price: whole(line.price), discount: '0' })),
    payments: payments.map((payment) => ({ ...payment, amount: whole(payment.amount) })),
  };
}

function asTold(order: Order): PutOrderRequest {
  const text = (minor: number): string => textOf(minor, order.currency);
  const { deliveredAt } = order;
  return {
    ...{ orderId: order.id, currency: order.currency, fulfilment: order.fulfilment as 'open' },
    ...(deliveredAt === undefined ? {} : { deliveredAt: instant(deliveredAt) }),
    shipping: text(order.shipping),
    lines: order.lines.map(({ id, quantity, price, discount }) => ({
      ...{ lineId: id, sku: `SKU-${id}`, name: 'Tea pot', quantity, price: text(price), discount: text(discount) },
    })),
    payments: order.payments.map((payment) => paymentAsTold(payment, text)),
  };
}

function paymentAsTold(payment: Payment, text: (minor: number) => string): PutPayment {
  const { id: paymentId, provider, method, reference, refundable, captured, capturedAt } = payment;
  return {
    ...{ paymentId, provider, method, refundable, amount: text(captured) },
    ...(reference === undefined ? {} : { reference }),
    ...(capturedAt === undefined ? {} : { capturedAt: instant(capturedAt) }),
  };
}

const instant = (at: number): string => new Date(at).toISOString();
