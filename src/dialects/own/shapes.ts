/**
 * What we answer, in the words of the contract: amounts as decimal text, instants as ISO 8601, nothing that is absent.
 * `details` are members that an answer learned after its first release: they are told only to who asks for them, because
 * clients that were made of an older WSDL may stop at what they do not know (decision 14).
 */
import type * as contract from '../../../generated/contract';
import { formatInstant } from '../../domain/instant';
import { formatMinor } from '../../domain/money';
import { isAutomatic, refundableOf } from '../../domain/order';
import type { Order, OrderLine, OrderSummary, Payment, Pot } from '../../domain/order';
import { stageOf } from '../../domain/order-stage';
import { refundState } from '../../domain/refund';
import type { NamedAdjustment, Refund, RefundLine, Transaction } from '../../domain/refund';
import type { ChosenForm } from '../../domain/refund-form';
import type { Return, ReturnLine } from '../../domain/return';
import type { AuditEntry } from '../../services/ports';
import type {
  PageOf,
  PossibleRefunds,
  Quote,
  QuoteLine,
  QuotePart,
  RefundStatus,
  WholeRefund,
} from '../../services/views';
import { instantOf, present } from './absent';

export function orderShape(order: Order, details = false): contract.Order {
  const { currency } = order;
  return {
    ...orderHead(order),
    taxIncluded: order.taxIncluded,
    shipping: formatMinor(order.shipping, currency),
    ...moneyOf(order),
    lines: order.lines.map((line) => orderLine(line, currency)),
    payments: order.payments.map((payment) => paymentShape(payment, currency)),
    updatedAt: formatInstant(order.updatedAt),
    ...(details ? orderDetails(order) : {}),
  };
}

export function orderPage({ items, nextCursor }: PageOf<OrderSummary>, details?: boolean): contract.OrderPage {
  return { orders: items.map((order) => orderSummary(order, details)), ...cursorOf(nextCursor) };
}

export function orderSummary(order: OrderSummary, details = false): contract.OrderSummary {
  return {
    ...orderHead(order),
    ...moneyOf(order),
    updatedAt: formatInstant(order.updatedAt),
    ...(details ? orderDetails(order) : {}),
  };
}

function orderDetails(order: OrderSummary) {
  return { ...present({ confirmedAt: instantOf(order.confirmedAt) }), stage: stageOf(order) };
}

function orderHead(order: OrderSummary) {
  return {
    orderId: order.id,
    ...present({ orderNumber: order.number }),
    currency: order.currency,
    fulfilment: order.fulfilment,
    ...present({
      channel: order.channel,
      placedAt: instantOf(order.placedAt),
      deliveredAt: instantOf(order.deliveredAt),
    }),
  };
}

function moneyOf(order: OrderSummary) {
  return {
    total: formatMinor(order.total, order.currency),
    captured: formatMinor(order.captured, order.currency),
    ...potShape(order, order.currency),
  };
}

/** Reserved and refunded are the two parts of what is committed; refundable is the rest. */
function potShape(pot: Pot, currency: string) {
  return {
    reserved: formatMinor(pot.committed - pot.refunded, currency),
    refunded: formatMinor(pot.refunded, currency),
    refundable: formatMinor(refundableOf(pot), currency),
  };
}

function orderLine(line: OrderLine, currency: string): contract.OrderLine {
  return {
    lineId: line.id,
    sku: line.sku,
    name: line.name,
    quantity: line.quantity,
    price: formatMinor(line.price, currency),
    discount: formatMinor(line.discount, currency),
    tax: formatMinor(line.tax, currency),
    total: formatMinor(line.total, currency),
  };
}

export function paymentShape(payment: Payment, currency: string): contract.Payment {
  return {
    paymentId: payment.id,
    provider: payment.provider,
    method: payment.method,
    ...present({ reference: payment.reference }),
    automatic: isAutomatic(payment),
    currency,
    captured: formatMinor(payment.captured, currency),
    ...potShape(payment, currency),
    ...present({ capturedAt: instantOf(payment.capturedAt) }),
  };
}

export function refundShape(refund: Refund, details?: boolean): contract.Refund {
  return {
    refundId: refund.id,
    orderId: refund.orderId,
    sourceType: refund.sourceType,
    sourceId: refund.sourceId,
    method: refund.method,
    state: refundState(refund.transactions),
    amount: formatMinor(refund.amount, refund.currency),
    currency: refund.currency,
    ...present({ reason: refund.reason, note: refund.note }),
    createdAt: formatInstant(refund.createdAt),
    ...present({ confirmedAt: instantOf(refund.confirmedAt) }),
    transactions: transactionShapes(refund.transactions, refund.currency, details),
  };
}

export function refundPage({ items, nextCursor }: PageOf<Refund>, details?: boolean): contract.RefundPage {
  return { refunds: items.map((refund) => refundShape(refund, details)), ...cursorOf(nextCursor) };
}

function transactionShapes(
  transactions: readonly Transaction[],
  currency: string,
  details = false,
): contract.Transaction[] {
  return transactions.map((transaction) => ({
    transactionId: transaction.id,
    state: transaction.state,
    amount: formatMinor(transaction.amount, currency),
    currency,
    ...present({
      paymentId: transaction.paymentId,
      provider: transaction.provider,
      destination: transaction.destination,
      reference: transaction.reference,
      message: transaction.message,
    }),
    updatedAt: formatInstant(transaction.updatedAt),
    ...(details ? transactionDetails(transaction, currency) : {}),
  }));
}

function transactionDetails(transaction: Transaction, currency: string) {
  const { way, account, clientAccount, settledAt } = transaction;
  const shares = transaction.shares?.map(({ returnId, amount }) => ({
    ...{ returnId, amount: formatMinor(amount, currency) },
  }));
  return present({ way, account, clientAccount, settledAt: instantOf(settledAt), shares });
}

export function statusShape(status: RefundStatus): contract.RefundStatus {
  const { currency } = status;
  return {
    refundId: status.refundId,
    state: status.state,
    amount: formatMinor(status.amount, currency),
    currency,
    settledAmount: formatMinor(status.settledAmount, currency),
    createdAt: formatInstant(status.createdAt),
    ...present({ confirmedAt: instantOf(status.confirmedAt), settledAt: instantOf(status.settledAt) }),
    transactions: transactionShapes(status.transactions, currency),
  };
}

export function wholeRefund(
  { refund, lines, adjustments, audit }: WholeRefund,
  details = false,
): contract.RefundDetails {
  const { currency, ordinal } = refund;
  return {
    ...refundShape(refund, details),
    ...contentShape(refund, lines, details),
    audit: audit.map(auditEntry),
    ...(details ? { ordinal, adjustments: adjustmentShapes(adjustments, currency) } : {}),
  };
}

export function contentShape(
  { shipping, adjustment, currency }: Refund,
  lines: readonly RefundLine[],
  details = false,
) {
  return {
    lines: lines.map((line) => refundLine(line, currency, details)),
    shipping: formatMinor(shipping, currency),
    adjustment: formatMinor(adjustment, currency),
  };
}

export function refundLine(line: RefundLine, currency: string, details = false): contract.RefundLine {
  const { lineId, sku, quantity, amount, restock, location, returnId } = line;
  const told = { lineId, sku, quantity, amount: formatMinor(amount, currency) };
  return details ? { ...told, ...present({ restock, location, returnId }) } : told;
}

export function adjustmentShapes(adjustments: readonly NamedAdjustment[], currency: string): contract.Adjustment[] {
  return adjustments.map(({ kind, amount, tax, reason }) => ({
    kind,
    amount: formatMinor(amount, currency),
    tax: formatMinor(tax, currency),
    ...present({ reason }),
  }));
}

function auditEntry({ id, at, actor, action, requestId, before, after }: AuditEntry): contract.AuditEntry {
  return { entryId: id, at: formatInstant(at), actor, action, ...present({ requestId, before, after }) };
}

export function possibleShape(possible: PossibleRefunds): contract.PossibleRefunds {
  const { sourceType, sourceId, orderId, currency } = possible;
  const payments = possible.payments.map((payment) => paymentShape(payment, currency));
  return { sourceType, sourceId, orderId, currency, refundable: formatMinor(possible.refundable, currency), payments };
}

export function quoteShape(quote: Quote): contract.Quote {
  const { sourceType, sourceId, orderId, currency, explanation } = quote;
  return {
    sourceType,
    sourceId,
    orderId,
    currency,
    amount: formatMinor(quote.amount, currency),
    refundable: formatMinor(quote.refundable, currency),
    automaticallyRefundable: formatMinor(quote.automaticallyRefundable, currency),
    lines: quote.lines.map((line) => quoteLine(line, currency)),
    shipping: formatMinor(quote.shipping, currency),
    adjustment: formatMinor(quote.adjustment, currency),
    parts: quote.parts.map((part) => quotePart(part, currency)),
    explanation,
  };
}

function quoteLine(line: QuoteLine, currency: string): contract.QuoteLine {
  return {
    lineId: line.lineId,
    sku: line.sku,
    quantity: line.quantity,
    amount: formatMinor(line.amount, currency),
    discount: formatMinor(line.discount, currency),
    tax: formatMinor(line.tax, currency),
    explanation: line.explanation,
  };
}

function quotePart({ payment, amount, explanation }: QuotePart, currency: string): contract.QuotePart {
  return {
    paymentId: payment.id,
    provider: payment.provider,
    method: payment.method,
    amount: formatMinor(amount, currency),
    refundable: formatMinor(refundableOf(payment), currency),
    explanation,
  };
}

export function returnShape(returned: Return, details = false): contract.ReturnCase {
  const { currency } = returned;
  return {
    returnId: returned.id,
    orderId: returned.orderId,
    ...present({ reference: returned.reference }),
    kind: returned.kind,
    compensation: returned.compensation,
    state: returned.state,
    ...present({ reason: returned.reason, note: returned.note }),
    currency,
    worth: formatMinor(returned.captured, currency),
    ...potShape(returned, currency),
    lines: returned.lines.map((line) => returnLine(line, currency)),
    openedAt: formatInstant(returned.openedAt),
    updatedAt: formatInstant(returned.updatedAt),
    ...(details ? returnDetails(returned) : {}),
  };
}

function returnDetails({ payback, currency, reasonCode, customer, closedAt, closedBy }: Return) {
  return {
    ...(payback ? { payback: paybackShape(payback, currency) } : {}),
    ...present({ reasonCode, customer, closedAt: instantOf(closedAt), closedBy }),
  };
}

function paybackShape(payback: readonly ChosenForm[], currency: string): contract.PaybackForm[] {
  return payback.map(({ kind, method, amount }) => ({ kind, method, amount: formatMinor(amount, currency) }));
}

export function returnPage({ items, nextCursor }: PageOf<Return>, details?: boolean): contract.ReturnPage {
  return { returns: items.map((returned) => returnShape(returned, details)), ...cursorOf(nextCursor) };
}

function returnLine(line: ReturnLine, currency: string): contract.ReturnLine {
  return {
    lineId: line.lineId,
    sku: line.sku,
    requested: line.requested,
    accepted: line.accepted,
    received: line.received,
    ...present({ condition: line.condition }),
    restock: line.restock,
    restockReported: line.restockReported,
    amount: formatMinor(line.amount, currency),
    ...present({ reason: line.reason }),
  };
}

function cursorOf(next: number | undefined): { nextCursor?: string } {
  return next === undefined ? {} : { nextCursor: String(next) };
}
