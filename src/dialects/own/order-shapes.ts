/** What we answer about an order as a whole: what was given back of it, what could be, and in which forms. */
import type * as contract from '../../../generated/contract';
import type { Part } from '../../domain/allocation';
import { formatMinor } from '../../domain/money';
import { isAutomatic, refundableOf } from '../../domain/order';
import type { Order } from '../../domain/order';
import { countUnits } from '../../domain/units';
import type { LedgerRefund, OrderLedger, RefundForms, Suggestion } from '../../services/views';
import { adjustmentShapes, contentShape, orderShape, refundLine, refundShape } from './shapes';

export function suggestionShape({ order, lines, shipping, shippingLeft, parts }: Suggestion): contract.Suggestion {
  const { id: orderId, currency } = order;
  const amount = parts.reduce((sum, part) => sum + part.amount, 0);
  return {
    orderId,
    currency,
    amount: formatMinor(amount, currency),
    lines: lines.map((line) => refundLine(line, currency, true)),
    shipping: formatMinor(shipping, currency),
    shippingLeft: formatMinor(shippingLeft, currency),
    parts: parts.map((part) => partShape(part, currency)),
  };
}

function partShape({ payment, amount }: Part, currency: string): contract.SuggestedPart {
  return {
    paymentId: payment.id,
    provider: payment.provider,
    method: payment.method,
    automatic: isAutomatic(payment),
    amount: formatMinor(amount, currency),
    refundable: formatMinor(refundableOf(payment), currency),
  };
}

export function formsShape(orderId: number, { currency, forms }: RefundForms): contract.RefundForms {
  const offered = forms.map(({ kind, method, limit }) => ({ kind, method, limit: formatMinor(limit, currency) }));
  return { orderId, currency, forms: offered };
}

export function ledgerShape({ order, refunds, freeUnits, shippingTaken }: OrderLedger): contract.OrderLedger {
  const { currency } = order;
  return {
    order: orderShape(order, true),
    refunds: refunds.map(ledgerRefund),
    freeLines: freeLineShapes(order, freeUnits),
    shippingTaken: formatMinor(shippingTaken, currency),
    shippingLeft: formatMinor(order.shipping - shippingTaken, currency),
  };
}

function freeLineShapes({ lines }: Order, freeUnits: OrderLedger['freeUnits']): contract.FreeLine[] {
  return lines.map(({ id, sku }) => ({ lineId: id, sku, quantity: countUnits(freeUnits.get(id) ?? []) }));
}

function ledgerRefund({ refund, lines, adjustments, isLastOfGoods }: LedgerRefund): contract.LedgerRefund {
  const { orderId: _order, currency, ...told } = refundShape(refund, true);
  return {
    ...told,
    ordinal: refund.ordinal,
    ...contentShape(refund, lines, true),
    adjustments: adjustmentShapes(adjustments, currency),
    lastOfGoods: isLastOfGoods,
  };
}
