/** What a customer bought and paid, and what of it is still there to give back. All amounts are whole minor units. */
import type { Numbered } from './ordinal';
import { Refusal } from './refusal';

export type Fulfilment = 'open' | 'fulfilled' | 'cancelled';

/** Three figures that every pot of money has: an order, a payment, a return. */
export interface Pot {
  /** What came in; for a return, what its accepted goods are worth. */
  readonly captured: number;
  /** All transactions that hold money, settled ones included. Never above captured: a database constraint repeats it. */
  readonly committed: number;
  /** The settled part of committed: money that was given back. */
  readonly refunded: number;
}

/** The one function that says how much may still be given back. */
export function refundableOf(pot: Pot): number {
  return pot.captured - pot.committed;
}

/** How far the money that was promised out of a pot has come: none was, some is still on its way, or all of it was given. */
export type Payout = 'none' | 'underway' | 'done';

/** The store asks for the same in SQL. */
export function payoutOf({ committed, refunded }: Pot): Payout {
  if (committed === 0) return 'none';
  return committed > refunded ? 'underway' : 'done';
}

export interface OrderLine {
  /** The shop's own id of the line, unique inside the order. */
  readonly id: number;
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  /** Price of one unit. */
  readonly price: number;
  /** Discount on the whole line. */
  readonly discount: number;
  /** Tax on the whole line. */
  readonly tax: number;
  /** What the customer paid for the whole line. */
  readonly total: number;
}

export interface Payment extends Pot {
  /** Number of the payment, unique inside its order. */
  readonly id: number;
  /** Its number among the payments and refunds of the order. */
  readonly ordinal: number;
  readonly provider: string;
  readonly method: string;
  /** The provider's own id of the payment. */
  readonly reference?: string;
  /** Whether the provider can give this payment back. */
  readonly refundable: boolean;
  /** Epoch milliseconds. */
  readonly capturedAt?: number;
}

export interface OrderSummary extends Pot, Numbered {
  readonly id: number;
  readonly number?: string;
  readonly currency: string;
  readonly fulfilment: Fulfilment;
  readonly channel?: string;
  readonly placedAt?: number;
  readonly deliveredAt?: number;
  /** When its merchant took it on, where he told us; no part of what the shop puts. */
  readonly confirmedAt?: number;
  readonly taxIncluded: boolean;
  readonly shipping: number;
  readonly total: number;
  readonly updatedAt: number;
}

export interface Order extends OrderSummary {
  readonly lines: readonly OrderLine[];
  readonly payments: readonly Payment[];
}

/** What the customer paid for a line: the discount is shared out with the line, never ignored and never taken twice. */
export function lineTotal(line: Omit<OrderLine, 'total'>, taxIncluded: boolean): number {
  return line.quantity * line.price - line.discount + (taxIncluded ? 0 : line.tax);
}

/** Whether a provider can be asked to give this payment back. */
export function isAutomatic(payment: Payment): boolean {
  return payment.refundable && payment.reference !== undefined;
}

/**
 * Refuses a payment that no provider can give back. A draft may be made before the provider's reference of the payment is
 * known; without it nothing can be confirmed.
 */
export function requireAutomatic(order: Order, payment: Payment, isDraft = false): void {
  const fits = isDraft ? ({ refundable }: Payment): boolean => refundable : isAutomatic;
  if (fits(payment)) return;
  if (order.payments.some(fits)) {
    const message = `payment ${payment.id} cannot be refunded by a provider; add a manual refund`;
    throw new Refusal('payment_not_automatic', message, 'paymentId');
  }
  const message = `no payment of order ${order.id} can be refunded by a provider; add a manual refund`;
  throw new Refusal('order_not_automatic', message, 'paymentId');
}

/** Refuses to ask a provider for money of a payment that it could not find. */
export function requireReference({ id, reference }: Payment): void {
  if (reference !== undefined) return;
  throw new Refusal('payment_reference_missing', `the provider's reference of payment ${id} is not known`);
}

/** For platforms that refund what was shipped, or is off, through a return alone. */
export function requireUnfulfilled({ id, fulfilment }: OrderSummary): void {
  if (fulfilment === 'open') return;
  throw new Refusal('order_not_open', `order ${id} is ${fulfilment}; refund it through a return or a claim`);
}

/** An automatic refund is limited by its payment and by its order, both: manual refunds use up the order alone. */
export function refundableOnPayment(order: Pot, payment: Pot): number {
  return Math.min(refundableOf(order), refundableOf(payment));
}

/** The payment of this number; refuses when the order has none. */
export function paymentOf(order: Order, paymentId: number): Payment {
  const payment = order.payments.find(({ id }) => id === paymentId);
  if (!payment) throw new Refusal('payment_not_found', `order ${order.id} has no payment ${paymentId}`, 'paymentId');
  return payment;
}

/** The payment of this number among the payments and refunds of the order; refuses when it has none. */
export function paymentNumbered(order: Order, wanted: number): Payment {
  const payment = order.payments.find(({ ordinal }) => ordinal === wanted);
  if (!payment) throw new Refusal('payment_not_found', `order ${order.id} has no payment ${wanted}`, 'paymentId');
  return payment;
}

/** The line of this id; refuses when the order has none. */
export function lineOf(order: Order, lineId: number, field: string): OrderLine {
  const line = order.lines.find(({ id }) => id === lineId);
  if (!line) throw new Refusal('line_not_found', `order ${order.id} has no line ${lineId}`, field);
  return line;
}
