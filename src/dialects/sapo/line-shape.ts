/** A line of an order as this platform tells it, with what is left of it to give back. */
import { lineTotal, type Order, type OrderLine } from '../../domain/order';
import { countUnits } from '../../domain/units';
import type { OrderLedger } from '../../services/views';
import type { Form } from './form';
import type { LineItemShape } from './shapes';

/** The lines of the order, each by its id: an order tells them, and each of its refunds those that came back. */
export function lineItems({ order, freeUnits }: OrderLedger, form: Form): ReadonlyMap<number, LineItemShape> {
  return new Map(
    order.lines.map((line) => [
      line.id,
      form.lineItem(lineItem(order, line, countUnits(freeUnits.get(line.id) ?? []), form)),
    ]),
  );
}

/** Key by key: objects with many keys that are put together of parts cost several times as much, on every page of orders. */
function lineItem(order: Order, line: OrderLine, left: number, form: Form): LineItemShape {
  const { id, quantity, price, discount, name, sku, tax } = line;
  const original = quantity * price;
  const discounted = original - discount;
  const isDone = order.fulfilment === 'fulfilled';
  const amount = (minor: number) => form.amount(minor, order.currency);
  return {
    id,
    price: amount(price),
    total_discount: amount(discount),
    discount_code: null,
    fulfillment_status: isDone ? 'fulfilled' : null,
    fulfillable_quantity: isDone ? 0 : left,
    quantity,
    current_quantity: left,
    grams: null,
    product_id: null,
    variant_id: null,
    inventory_item_id: null,
    product_exists: null,
    variant_inventory_management: null,
    requires_shipping: null,
    name,
    title: name,
    variant_title: null,
    sku,
    vendor: null,
    gift_card: null,
    properties: [],
    discount_allocations: [],
    tax_lines: [],
    taxable: tax > 0,
    non_fulfillable_quantity: null,
    refundable_quantity: left,
    restockable: null,
    // A unit's share that is no whole amount is not told: rounded, the shares would not add up.
    discounted_unit_price: discounted % quantity === 0 ? amount(discounted / quantity) : null,
    discounted_total: amount(discounted),
    original_total: amount(original),
    fulfillment_service: null,
    merchant_editable: null,
    unit: null,
    catalog_id: null,
    note: null,
    vat_pit_category_code: null,
    deleted: null,
  };
}

/** What a line comes to before tax, whether its prices hold tax or not. */
export function untaxed(line: OrderLine, taxIncluded: boolean): number {
  return lineTotal(line, taxIncluded) - line.tax;
}
