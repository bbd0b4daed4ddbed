/** How much is held and how much was given back, counted from the transactions. */
import type { Order, Payment, Return, Shop, Transaction, TransactionState } from '../world';

const HOLDS: readonly TransactionState[] = ['requested', 'approved', 'sending', 'pending', 'unknown', 'settled'];

export const holds = ({ state }: Transaction): boolean => HOLDS.includes(state);

export interface Sums {
  readonly committed: number;
  readonly refunded: number;
}

function sumsOf(transactions: readonly Transaction[]): Sums {
  const sum = (some: readonly Transaction[]): number => some.reduce((total, { amount }) => total + amount, 0);
  return {
    committed: sum(transactions.filter(holds)),
    refunded: sum(transactions.filter(({ state }) => state === 'settled')),
  };
}

export const ofOrder = (shop: Shop, orderId: number): Transaction[] =>
  shop.refunds.filter((refund) => refund.orderId === orderId).flatMap(({ transactions }) => transactions);

export const orderSums = (shop: Shop, order: Order): Sums => sumsOf(ofOrder(shop, order.id));

export const paymentSums = (shop: Shop, order: Order, payment: Payment): Sums =>
  sumsOf(ofOrder(shop, order.id).filter(({ paymentId }) => paymentId === payment.id));

export const returnSums = (shop: Shop, returned: Return): Sums =>
  sumsOf(shop.refunds.filter((refund) => refund.returned === returned).flatMap(({ transactions }) => transactions));

export const capturedOf = (order: Order): number => order.payments.reduce((sum, { captured }) => sum + captured, 0);

export const totalOf = (order: Order): number => order.lines.reduce((sum, { total }) => sum + total, order.shipping);

export const worthOf = (returned: Return): number => returned.lines.reduce((sum, { amount }) => sum + amount, 0);

export const leftOfOrder = (shop: Shop, order: Order): number => capturedOf(order) - orderSums(shop, order).committed;

export const leftOfPayment = (shop: Shop, order: Order, payment: Payment): number =>
  payment.captured - paymentSums(shop, order, payment).committed;

/** Whether a provider can give this payment back: we speak to it, and it knows the payment. */
export const isAutomatic = (payment: Payment): boolean =>
  payment.refundable && payment.provider === 'simulated' && payment.reference !== undefined;
