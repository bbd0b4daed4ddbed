/** A refund as this platform tells it, whichever door it came through. */
import type { Order } from '../../domain/order';
import type { NamedAdjustment, RefundLine } from '../../domain/refund';
import { worthOfUnits } from '../../domain/units';
import type { LedgerRefund } from '../../services/views';
import type { Form } from './form';
import { partId } from './ids';
import { ADJUSTMENT_KIND, RESTOCK_TYPE } from './kinds';
import type { AdjustmentShape, LineItemShape, RefundLineShape, RefundShape } from './shapes';
import { movementShapes } from './transaction-shape';
import { timeIfKnown, timeOf } from './written';

export function refundShape(
  order: Order,
  form: Form,
  lineItems: ReadonlyMap<number, LineItemShape>,
  given: LedgerRefund,
): RefundShape {
  const { refund, lines } = given;
  const settled = refund.transactions.filter(({ state }) => state === 'settled');
  const givenBack = settled.reduce((sum, { amount }) => sum + amount, 0);
  return form.refund({
    id: refund.id,
    order_id: order.id,
    return_id: null,
    created_on: timeOf(refund.createdAt),
    processed_at: timeIfKnown(refund.confirmedAt),
    restock: lines.some(({ restock = 'none' }) => restock !== 'none'),
    user_id: null,
    note: refund.note ?? null,
    transactions: movementShapes(order, refund, form),
    refund_line_items: lines.map((line, position) =>
      refundLineShape(order, form, { ...line, id: partId(refund.id, position), lineItem: lineItems.get(line.lineId) }),
    ),
    order_adjustments: adjustmentShapes(order, form, given),
    // What was really given back (choice SAPO-16).
    total_refunded: form.amount(givenBack, refund.currency),
  });
}

interface NumberedLine extends RefundLine {
  readonly id: number;
  /** An order may have lost a line that none of its refunds holds any more. */
  readonly lineItem: LineItemShape | undefined;
}

/** Subtotal and tax come to what the units are worth, whether prices hold tax or not (choice SAPO-19). */
function refundLineShape(order: Order, form: Form, line: NumberedLine): RefundLineShape {
  const bought = order.lines.find(({ id }) => id === line.lineId);
  const tax = bought ? worthOfUnits(line.units, bought.tax, bought.quantity) : 0;
  return form.refundLine({
    id: line.id,
    line_item_id: line.lineId,
    quantity: line.quantity,
    location_id: line.location ?? null,
    subtotal: form.amount(line.amount - tax, order.currency),
    total_tax: form.amount(tax, order.currency),
    restock_type: RESTOCK_TYPE[line.restock ?? 'none'],
    total_cart_discount_amount: form.amount(0, order.currency),
    line_item: line.lineItem ?? null,
  });
}

const DISCREPANCY = 'Refund discrepancy';
const FULL_RETURN = 'Full return balancing adjustment';
const SHIPPING = 'Shipping refund';

/**
 * What its caller named, and what makes goods and shipping come to the money that moved (choices SAPO-11 and SAPO-12). Our own
 * sign is the other one: there, more than the goods are worth is below zero.
 */
function adjustmentShapes({ id, currency }: Order, form: Form, { refund, ...rest }: LedgerRefund): AdjustmentShape[] {
  const { adjustments, isLastOfGoods } = rest;
  // As most refunds are, and pages are full of them.
  if (adjustments.length === 0 && refund.shipping === 0 && refund.adjustment === 0) return [];
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
    id: partId(refund.id, position),
    order_id: id,
    refund_id: refund.id,
    kind,
    reason,
    // A zero has no sign.
    amount: form.amount(minor || 0, currency),
    tax_amount: form.amount(tax || 0, currency),
  }));
}

interface Told extends Pick<AdjustmentShape, 'kind' | 'reason'> {
  readonly minor: number;
  readonly tax: number;
}
