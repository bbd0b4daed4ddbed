/** An order as this platform tells it: the keys that refunds depend on, and no others (choice SAPO-16). */
import { refundableOf, type Order, type OrderLine } from '../../domain/order';
import { worthOfUnits } from '../../domain/units';
import type { OrderLedger } from '../../services/views';
import { lineItemShape, untaxed } from './line-shape';
import { refundShape } from './refund-shape';
import type { OrderShape } from './shapes';
import { amountOf, timeOf } from './written';

export function orderShape(ledger: OrderLedger): OrderShape {
  const { order, refunds, freeUnits } = ledger;
  const { id, number, currency, placedAt, updatedAt } = order;
  const at = timeOf(placedAt ?? updatedAt);
  return {
    ...{ id, name: number ?? String(id), order_number: number ?? null, created_on: at, modified_on: timeOf(updatedAt) },
    ...{ currency, source_name: order.channel ?? null, taxes_included: order.taxIncluded },
    ...{ status: STATUS[order.fulfilment], financial_status: financialStatus(order) },
    ...{ fulfillment_status: order.fulfilment === 'fulfilled' ? 'fulfilled' : null, return_status: 'no_return' },
    ...moneyOf(ledger),
    ...{ refundable: refundableOf(order) > 0, capturable: false, can_mark_as_paid: false },
    refunds: refunds.map((refund) => refundShape(ledger, refund)),
    line_items: order.lines.map((line) => lineItemShape(order, line, freeUnits)),
    payment_gateway_names: [...new Set(order.payments.map(({ method }) => method))],
    ...{ location_id: null, user_id: null },
  };
}

const STATUS = { open: 'open', fulfilled: 'closed', cancelled: 'cancelled' } as const satisfies Record<
  Order['fulfilment'],
  OrderShape['status']
>;

/** The filter of a list by the same words; undefined for all orders. */
export function fulfilmentOf(status: unknown): Order['fulfilment'] | undefined {
  return (Object.keys(STATUS) as Order['fulfilment'][]).find((fulfilment) => STATUS[fulfilment] === status);
}

function financialStatus({ captured, refunded, total, fulfilment }: Order): OrderShape['financial_status'] {
  if (captured === 0) return fulfilment === 'cancelled' ? 'voided' : 'pending';
  if (refunded > 0) return refunded === captured ? 'refunded' : 'partially_refunded';
  return captured < total ? 'partially_paid' : 'paid';
}

function moneyOf({ order, refunds, freeUnits, shippingTaken }: OrderLedger) {
  const { captured, refunded, total, shipping, lines, currency, taxIncluded } = order;
  const amount = (minor: number): number => amountOf(minor, currency);
  const all = (share: (line: OrderLine) => number): number => amount(lines.reduce((sum, line) => sum + share(line), 0));
  /** The same of the units that nobody gave back. */
  const kept = (share: (line: OrderLine) => number): number =>
    all((line) => worthOfUnits(freeUnits.get(line.id) ?? [], share(line), line.quantity));
  const unpaid = amount(Math.max(0, total - captured));
  const worth = (line: OrderLine): number => untaxed(line, taxIncluded);
  const currentGoods = lines.reduce(
    (sum, line) => sum + worthOfUnits(freeUnits.get(line.id) ?? [], line.total, line.quantity),
    0,
  );
  const settled = refunds.filter(({ refund }) => refund.transactions.some(({ state }) => state === 'settled'));
  const shippingBack = settled.reduce((sum, { refund }) => sum + refund.shipping, 0);
  return {
    ...{ net_payment: amount(captured - refunded), unpaid_amount: unpaid, total_outstanding: unpaid },
    ...{ total_received: amount(captured), total_refunded: amount(refunded) },
    total_refunded_shipping: amount(shippingBack),
    ...{ current_subtotal_price: kept(worth), current_total_price: amount(currentGoods + shipping - shippingTaken) },
    ...{ current_total_tax: kept(({ tax }) => tax), current_total_discounts: kept(({ discount }) => discount) },
    ...{ original_total_price: amount(total), total_price: amount(total) },
    ...{ sub_total_price: all(worth), subtotal_price: all(worth), total_tax: all(({ tax }) => tax) },
    ...{ total_discounts: all(({ discount }) => discount), total_shipping_price: amount(shipping) },
  };
}
