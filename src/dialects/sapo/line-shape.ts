/** A line of an order as this platform tells it, with what is left of it to give back. */
import { lineTotal, type Order, type OrderLine } from '../../domain/order';
import { countUnits, type UnitRange } from '../../domain/units';
import type { LineItemShape } from './shapes';
import { amountOf } from './written';

export function lineItemShape(
  order: Order,
  line: OrderLine,
  freeUnits: ReadonlyMap<number, readonly UnitRange[]>,
): LineItemShape {
  const { id, quantity, price, discount, name, sku } = line;
  const left = countUnits(freeUnits.get(id) ?? []);
  const original = quantity * price;
  const discounted = original - discount;
  const isDone = order.fulfilment === 'fulfilled';
  const amount = (minor: number): number => amountOf(minor, order.currency);
  return {
    ...{ id, price: amount(price), total_discount: amount(discount), discount_code: null },
    ...{ fulfillment_status: isDone ? 'fulfilled' : null, fulfillable_quantity: isDone ? 0 : left },
    ...{ quantity, current_quantity: left, grams: null, product_id: null, variant_id: null, inventory_item_id: null },
    ...{ product_exists: null, variant_inventory_management: null, requires_shipping: null, name, title: name },
    ...{ variant_title: null, sku, vendor: null, gift_card: null, properties: [], discount_allocations: [] },
    ...{ tax_lines: [], taxable: line.tax > 0, non_fulfillable_quantity: null, refundable_quantity: left },
    restockable: null,
    // A unit's share that is no whole amount is not told: rounded, the shares would not add up.
    discounted_unit_price: discounted % quantity === 0 ? amount(discounted / quantity) : null,
    ...{ discounted_total: amount(discounted), original_total: amount(original) },
    ...{ fulfillment_service: null, merchant_editable: null, unit: null, catalog_id: null, note: null },
    ...{ vat_pit_category_code: null, deleted: null },
  };
}

/** What a line comes to before tax, whether its prices hold tax or not. */
export function untaxed(line: OrderLine, taxIncluded: boolean): number {
  return lineTotal(line, taxIncluded) - line.tax;
}
