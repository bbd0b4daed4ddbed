/** An item: a line of an order, whole (contract, sections 4.2 and 6). */
import type { Order, OrderLine } from '../../domain/order';
import { knownSince } from '../../domain/booking';
import { stageOf } from '../../domain/order-stage';
import type { Return } from '../../domain/return';
import type { Addresses } from './address';
import type { Language } from './language';
import { itemStatus, statusWords } from './order-status';
import type { OrderItemShape } from './order-shapes';
import { moneyOf, timeOf, unitPriceOf } from './written';

/** How the caller is answered. */
export interface Writing {
  readonly addresses: Addresses;
  readonly language: Language;
  readonly timezone: string;
}

/** Of commissions: the gateway takes none, and knows of none that others take. */
const NO_RATE = '0.00';

/**
 * Key by key: so many spread together become tables for V8, and a page of them costs several times as much.
 * @param returns those of the order
 */
export function orderItemShape(
  order: Order,
  returns: readonly Return[],
  line: OrderLine,
  { addresses, language, timezone }: Writing,
  isListed: boolean,
): OrderItemShape {
  const { id, name, sku, quantity, total, tax, discount } = line;
  const { currency } = order;
  const status = itemStatus(order, returns, id);
  const unit = (minor: number): string => unitPriceOf(minor, quantity, currency);
  const nothing = moneyOf(0, currency);
  return {
    id,
    pk: id,
    resource_uri: addresses.of('order_item', id),
    amount_vat_included: moneyOf(total, currency),
    application_commission_amount: nothing,
    application_commission_rate: NO_RATE,
    application_commission_tax_rate_included: NO_RATE,
    iceberg_commission_amount: nothing,
    iceberg_commission_rate: NO_RATE,
    iceberg_commission_tax_rate_included: NO_RATE,
    merchant_commission_amount: nothing,
    merchant_commission_rate: NO_RATE,
    merchant_commission_tax_rate_included: NO_RATE,
    bundled: false,
    created_on: timeOf(knownSince(order), timezone),
    currency,
    discount_amount_vat_included: moneyOf(discount, currency),
    discounts: [],
    external_id: null,
    extra_info: null,
    from_list: isListed,
    gift: false,
    item_image_url: null,
    item_type: 'product',
    merchant_order: addresses.of('merchant_order', order.id),
    name,
    number_of_people: null,
    offer_absolute_url: null,
    offer_id: String(id),
    option_answers: [],
    price: unit(total - tax),
    // A piece may be worth no whole minor unit of its own.
    price_vat_included: total % quantity === 0 ? moneyOf(total / quantity, currency) : unit(total),
    product: null,
    product_offer: null,
    product_variation: null,
    quantity,
    received: stageOf(order) === 'delivered',
    reservations: [],
    reviewed: false,
    reviews: [],
    service_offer: null,
    service_variation: null,
    shipped_on: null,
    shipping: unit(0),
    shipping_speed: null,
    size: null,
    sku,
    status,
    status_localized: statusWords(status, language),
    stock: null,
    variation: null,
    variation_name: null,
    variation_sku: null,
    variation_stock: null,
    vat: unit(tax),
  };
}
