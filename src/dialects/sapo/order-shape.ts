/** An order as this platform tells it: the keys that refunds depend on, and no others (choice SAPO-16). */
import { refundableOf, type Order } from '../../domain/order';
import { worthOfUnits } from '../../domain/units';
import type { OrderLedger } from '../../services/views';
import type { Form } from './form';
import { untaxed } from './line-shape';
import type { Amount, LineItemShape, OrderShape, RefundShape } from './shapes';
import { timeOf } from './written';

export function orderShape(
  ledger: OrderLedger,
  form: Form,
  lineItems: LineItemShape[],
  refunds: RefundShape[],
): OrderShape {
  const { order } = ledger;
  const { id, number, currency, placedAt, updatedAt, fulfilment } = order;
  const sums = sumsOf(ledger);
  const amount = (minor: number): Amount => form.amount(minor, currency);
  return {
    id,
    name: number ?? String(id),
    order_number: number ?? null,
    created_on: timeOf(placedAt ?? updatedAt),
    modified_on: timeOf(updatedAt),
    currency,
    source_name: order.channel ?? null,
    taxes_included: order.taxIncluded,
    status: STATUS[fulfilment],
    financial_status: financialStatus(order),
    fulfillment_status: fulfilment === 'fulfilled' ? 'fulfilled' : null,
    return_status: 'no_return',
    net_payment: amount(order.captured - order.refunded),
    unpaid_amount: amount(sums.unpaid),
    total_outstanding: amount(sums.unpaid),
    total_received: amount(order.captured),
    total_refunded: amount(order.refunded),
    total_refunded_shipping: amount(sums.shippingBack),
    current_subtotal_price: amount(sums.keptWorth),
    current_total_price: amount(sums.keptGoods + order.shipping - ledger.shippingTaken),
    current_total_tax: amount(sums.keptTax),
    current_total_discounts: amount(sums.keptDiscount),
    original_total_price: amount(order.total),
    total_price: amount(order.total),
    sub_total_price: amount(sums.worth),
    subtotal_price: amount(sums.worth),
    total_tax: amount(sums.tax),
    total_discounts: amount(sums.discount),
    total_shipping_price: amount(order.shipping),
    refundable: refundableOf(order) > 0,
    capturable: false,
    can_mark_as_paid: false,
    refunds,
    line_items: lineItems,
    payment_gateway_names: [...new Set(order.payments.map(({ method }) => method))],
    location_id: null,
    user_id: null,
  };
}

const STATUS = { open: 'open', fulfilled: 'closed', cancelled: 'cancelled' } as const satisfies Record<
  Order['fulfilment'],
  OrderShape['status']
>;

/** What the filters of a list mean for us; a word that is none of them means nothing. */
const WORDS: Readonly<Record<string, Readonly<Record<string, readonly Order['fulfilment'][]>>>> = {
  status: { open: ['open'], closed: ['fulfilled'], cancelled: ['cancelled'] },
  // An order is shipped as a whole here.
  fulfillment_status: { fulfilled: ['fulfilled'], unfulfilled: ['open', 'cancelled'], partial: [], restocked: [] },
};

/** The orders that both filters of a list leave; undefined for all of them. */
export function fulfilmentsOf(query: Readonly<Record<string, unknown>>): readonly Order['fulfilment'][] | undefined {
  const wanted = Object.entries(WORDS).flatMap(([name, words]) => {
    const word = query[name];
    const meant = typeof word === 'string' ? Object.entries(words).find(([one]) => one === word)?.[1] : undefined;
    return meant ? [meant] : [];
  });
  const [first, ...others] = wanted;
  return first?.filter((fulfilment) => others.every((other) => other.includes(fulfilment)));
}

function financialStatus({ captured, refunded, total, fulfilment }: Order): OrderShape['financial_status'] {
  if (captured === 0) return fulfilment === 'cancelled' ? 'voided' : 'pending';
  if (refunded > 0) return refunded === captured ? 'refunded' : 'partially_refunded';
  return captured < total ? 'partially_paid' : 'paid';
}

/** What an order comes to, in minor units; `kept` is of the units that nobody gave back. */
function sumsOf({ order, refunds, freeUnits }: OrderLedger) {
  const sums = { worth: 0, tax: 0, discount: 0, keptWorth: 0, keptGoods: 0, keptTax: 0, keptDiscount: 0 };
  for (const line of order.lines) {
    const { id, quantity, tax, discount, total } = line;
    const kept = freeUnits.get(id) ?? [];
    const worth = untaxed(line, order.taxIncluded);
    sums.worth += worth;
    sums.tax += tax;
    sums.discount += discount;
    sums.keptWorth += worthOfUnits(kept, worth, quantity);
    sums.keptGoods += worthOfUnits(kept, total, quantity);
    sums.keptTax += worthOfUnits(kept, tax, quantity);
    sums.keptDiscount += worthOfUnits(kept, discount, quantity);
  }
  const settled = refunds.filter(({ refund }) => refund.transactions.some(({ state }) => state === 'settled'));
  const shippingBack = settled.reduce((sum, { refund }) => sum + refund.shipping, 0);
  return { ...sums, unpaid: Math.max(0, order.total - order.captured), shippingBack };
}
