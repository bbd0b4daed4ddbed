/** A refund as this platform tells it, whichever door it came through. */
import type { Order } from '../../domain/order';
import type { NamedAdjustment, RefundLine } from '../../domain/refund';
import { worthOfUnits } from '../../domain/units';
import type { LedgerRefund, OrderLedger } from '../../services/views';
import { partId } from './ids';
import { lineItemShape } from './line-shape';
import { ADJUSTMENT_KIND, RESTOCK_TYPE } from './kinds';
import type { AdjustmentShape, RefundLineShape, RefundShape } from './shapes';
import { movementShapes } from './transaction-shape';
import { amountOf, timeIfKnown, timeOf } from './written';

export function refundShape(ledger: OrderLedger, given: LedgerRefund): RefundShape {
  const { order } = ledger;
  const { refund, lines } = given;
  const settled = refund.transactions.filter(({ state }) => state === 'settled');
  return {
    ...{ id: refund.id, order_id: order.id, return_id: null, created_on: timeOf(refund.createdAt) },
    processed_at: timeIfKnown(refund.confirmedAt),
    ...{ restock: lines.some(({ restock = 'none' }) => restock !== 'none'), user_id: null, note: refund.note ?? null },
    transactions: movementShapes(order, refund),
    refund_line_items: lines.map((line, position) => refundLineShape(ledger, refund.id, line, position)),
    order_adjustments: adjustmentShapes(order, given),
    // What was really given back (choice SAPO-16).
    total_refunded: amountOf(
      settled.reduce((sum, { amount }) => sum + amount, 0),
      refund.currency,
    ),
  };
}

/** Subtotal and tax come to what the units are worth, whether prices hold tax or not (choice SAPO-19). */
function refundLineShape(ledger: OrderLedger, refundId: number, line: RefundLine, position: number): RefundLineShape {
  const { order, freeUnits } = ledger;
  const bought = order.lines.find(({ id }) => id === line.lineId);
  const share = (sum: number): number => (bought ? worthOfUnits(line.units, sum, bought.quantity) : 0);
  const tax = share(bought?.tax ?? 0);
  return {
    ...{
      id: partId(refundId, position),
      line_item_id: line.lineId,
      quantity: line.quantity,
      location_id: line.location ?? null,
    },
    subtotal: amountOf(line.amount - tax, order.currency),
    total_tax: amountOf(tax, order.currency),
    restock_type: RESTOCK_TYPE[line.restock ?? 'none'],
    total_cart_discount_amount: 0,
    // An order may have lost a line that none of its refunds holds any more.
    line_item: bought ? lineItemShape(order, bought, freeUnits) : null,
  };
}

const DISCREPANCY = 'Refund discrepancy';
const FULL_RETURN = 'Full return balancing adjustment';
const SHIPPING = 'Shipping refund';

/**
 * What its caller named, and what makes goods and shipping come to the money that moved (choices SAPO-11 and SAPO-12). Our own
 * sign is the other one: there, more than the goods are worth is below zero.
 */
function adjustmentShapes({ id: orderId, currency }: Order, { refund, ...rest }: LedgerRefund): AdjustmentShape[] {
  const { adjustments, isLastOfGoods } = rest;
  const named = (of: NamedAdjustment['kind']): number =>
    adjustments.reduce((sum, { kind, amount, tax }) => sum + (kind === of ? amount + tax : 0), 0);
  const told: Told[] = adjustments.map(({ kind, reason, amount, tax }) => ({
    ...{ kind: ADJUSTMENT_KIND[kind], reason: reason ?? null, minor: -amount, tax: -tax },
  }));
  const made: Told[] = [
    { kind: 'shipping_refund', reason: SHIPPING, minor: named('shipping') - refund.shipping, tax: 0 },
    {
      kind: 'refund_discrepancy',
      reason: isLastOfGoods ? FULL_RETURN : DISCREPANCY,
      ...{ minor: named('discrepancy') - refund.adjustment, tax: 0 },
    },
  ];
  return [...told, ...made.filter(({ minor }) => minor !== 0)].map(({ kind, reason, minor, tax }, position) => ({
    ...{ id: partId(refund.id, position), order_id: orderId, refund_id: refund.id, kind, reason },
    // A zero has no sign.
    ...{ amount: amountOf(minor || 0, currency), tax_amount: amountOf(tax || 0, currency) },
  }));
}

interface Told extends Pick<AdjustmentShape, 'kind' | 'reason'> {
  readonly minor: number;
  readonly tax: number;
}
