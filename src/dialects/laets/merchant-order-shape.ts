/**
 * An order of ours is two things on this platform: what its buyer ordered, and the part of it that one merchant has to send, which
 * here is all of it (contract, section 6). Both have our id of the order.
 */
import { knownSince } from '../../domain/booking';
import { stageOf } from '../../domain/order-stage';
import type { Shop } from '../../domain/shop';
import type { OrderWithReturns } from '../../services/views';
import { orderItemShape, type Writing } from './order-item-shape';
import { merchantOrderStatus, orderStatus, paymentStatus, statusWords } from './order-status';
import type { MerchantOrderShape, OrderShape, PaymentShape } from './order-shapes';
import { merchantStub } from './merchant-stub';
import { moneyOf, timeOf } from './written';

/** Of one order, with what only lists say. */
export function merchantOrderShape(
  { order, returns }: OrderWithReturns,
  shop: Shop,
  writing: Writing,
  isListed = false,
): MerchantOrderShape {
  const { addresses, language, timezone } = writing;
  const { currency, lines, shipping } = order;
  const money = (minor: number): string => moneyOf(minor, currency);
  const sum = (of: (line: (typeof lines)[number]) => number): number => lines.reduce((all, line) => all + of(line), 0);
  const [goods, tax, discount] = [sum(({ total }) => total), sum((line) => line.tax), sum((line) => line.discount)];
  const status = merchantOrderStatus(order);
  const nothing = money(0);
  const { id, pk, resource_uri } = addresses.stub('merchant_order', order.id);
  // Key by key, as items are.
  return {
    id,
    pk,
    resource_uri,
    // How much tax there is in shipping the gateway is not told: none is said to be in it.
    amount: money(goods - tax + shipping),
    amount_vat_included: money(goods + shipping),
    amount_vat_included_before_discount: money(goods + discount + shipping),
    app_discount_amount: nothing,
    app_discount_amount_vat_included: nothing,
    application: null,
    billing_address: null,
    shipping_address: null,
    created_on: timeOf(knownSince(order), timezone),
    currency,
    debug: false,
    discount_amount: money(discount),
    discount_amount_vat_included: money(discount),
    eco_tax: nothing,
    eco_tax_vat_included: nothing,
    entered_discount_codes: [],
    external_id: null,
    from_list: isListed,
    items: lines.map((line) => orderItemShape(order, returns, line, writing, isListed)),
    items_count: lines.length,
    last_updated: timeOf(order.updatedAt, timezone),
    merchant: merchantStub(shop, addresses),
    merchant_comment: '',
    order: orderShape({ order, returns }, writing),
    price: money(goods - tax),
    price_vat_included: money(goods),
    received: stageOf(order) === 'delivered',
    shipping: money(shipping),
    shipping_vat_included: money(shipping),
    starred: false,
    status,
    status_localized: statusWords(status, language),
    user: null,
    vat: money(tax),
    vat_on_products: money(tax),
    vat_on_shipping: nothing,
    vat_on_eco_tax: nothing,
  };
}

export function orderShape(
  { order, returns }: OrderWithReturns,
  { addresses, language, timezone }: Writing,
): OrderShape {
  const status = orderStatus(order, returns);
  return {
    ...addresses.stub('order', order.id),
    id_number: buyersNumberOf(order),
    cart_id: null,
    created_on: timeOf(knownSince(order), timezone),
    last_updated: timeOf(order.updatedAt, timezone),
    external_id: null,
    currency: order.currency,
    amount_vat_included: moneyOf(order.total, order.currency),
    payment: paymentShape(order),
    shipping_speed: null,
    status,
    status_localized: statusWords(status, language),
  };
}

/** The number that the buyer knows: where an order has no other, the one that it has with us. */
export function buyersNumberOf({ number, id }: Pick<OrderWithReturns['order'], 'number' | 'id'>): string {
  return number ?? String(id);
}

/** Our payments of the order are one there: what came in is told of all of them. */
function paymentShape(order: OrderWithReturns['order']): PaymentShape {
  const backends = new Set(order.payments.map(({ provider }) => provider));
  return {
    id: order.id,
    status: paymentStatus(order),
    collected_amount: moneyOf(order.captured, order.currency),
    remaining_to_collect: moneyOf(Math.max(order.total - order.captured, 0), order.currency),
    payment_backend: backends.size === 1 ? ([...backends][0] ?? null) : null,
  };
}
