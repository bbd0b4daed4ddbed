/** What callers are to be shown of the world, in the words of the contract. Ids that nobody has seen yet are left out. */
import { textOf } from './amounts';
import type { Subject } from './asking';
import { refundStateOf } from './refund-state';
import {
  capturedOf,
  isAutomatic,
  orderSums,
  paymentSums,
  returnSums,
  totalOf,
  worthOf,
  type Sums,
} from './rules/holding';
import type { Order, Refund, Return, Shop, Transaction } from './world';

const moneyView = ({ committed, refunded }: Sums, captured: number, currency: string) => ({
  reserved: textOf(committed - refunded, currency),
  refunded: textOf(refunded, currency),
  refundable: textOf(captured - committed, currency),
});

function orderView(shop: Shop, order: Order) {
  const { currency } = order;
  const text = (minor: number): string => textOf(minor, currency);
  return {
    ...{ orderId: order.id, currency, fulfilment: order.fulfilment, shipping: text(order.shipping) },
    ...{ total: text(totalOf(order)), captured: text(capturedOf(order)) },
    ...moneyView(orderSums(shop, order), capturedOf(order), currency),
    lines: order.lines.map(({ id, quantity, total }) => ({ lineId: id, quantity, total: text(total) })),
    payments: order.payments.map((payment) => ({
      ...{ paymentId: payment.id, provider: payment.provider, automatic: isAutomatic(payment) },
      captured: text(payment.captured),
      ...moneyView(paymentSums(shop, order, payment), payment.captured, currency),
    })),
  };
}

function returnView(shop: Shop, returned: Return) {
  const currency = shop.orders.get(returned.orderId)?.currency ?? '';
  const { id: returnId, orderId, kind, compensation, state } = returned;
  return {
    ...{ returnId, orderId, kind, compensation, state, currency, worth: textOf(worthOf(returned), currency) },
    ...moneyView(returnSums(shop, returned), worthOf(returned), currency),
    lines: returned.lines.map(({ units: _units, acceptedBefore: _before, amount, ...line }) => ({
      ...{ ...line, amount: textOf(amount, currency) },
    })),
  };
}

function transactionView({ id: transactionId, state, amount, paymentId, provider, destination, refund }: Transaction) {
  const { currency } = refund;
  return { transactionId, state, amount: textOf(amount, currency), currency, paymentId, provider, destination };
}

function refundView(refund: Refund) {
  const { id: refundId, orderId, sourceType, sourceId, method, currency } = refund;
  return {
    ...{
      refundId,
      orderId,
      sourceType,
      sourceId,
      method,
      currency,
      state: refundStateOf(refund.transactions.map(({ state }) => state)),
    },
    amount: textOf(refund.amount, currency),
    transactions: refund.transactions.map(transactionView),
  };
}

export function viewOf(shop: Shop, subject: Subject): unknown {
  if (subject.kind === 'order') return orderView(shop, subject.order);
  if (subject.kind === 'return') return returnView(shop, subject.returned);
  return refundView(subject.refund);
}

/** As `viewOf`, for who looks at a refund whole. */
export function wholeView(shop: Shop, subject: Subject): unknown {
  if (subject.kind !== 'refund') return viewOf(shop, subject);
  const { refund } = subject;
  const { currency, shipping, lines, adjustment } = refund;
  const sign = adjustment < 0 ? '-' : '';
  return {
    ...refundView(refund),
    shipping: textOf(shipping, currency),
    adjustment: sign + textOf(Math.abs(adjustment), currency),
    lines: lines.map(({ lineId, units, amount }) => ({
      lineId,
      quantity: units.length,
      amount: textOf(amount, currency),
    })),
  };
}
