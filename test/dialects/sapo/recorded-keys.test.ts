/**
 * The keys of each object as the platform's answers and documents have them, in their order. Samples are what the gateway answers;
 * this holds the samples to the platform.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';

type Thing = Readonly<Record<string, unknown>>;

const FOLDER = path.join(__dirname, '..', '..', 'samples', 'sapo');

function answered(sample: string, ...steps: readonly (string | number)[]): Thing {
  const { body } = JSON.parse(readFileSync(path.join(FOLDER, sample, 'response.json'), 'utf8')) as { body: Thing };
  return steps.reduce((inner: Thing, step) => inner[step] as Thing, body);
}

const CURRENT = 'createRefund__lines_and_money';
const OF_2015 = 'getRefund__the_form_of_2015';
const CALCULATED = 'calculateRefund__capped_by_its_parent_in_text';

test.each<[string, Thing, string]>([
  [
    'a refund',
    answered(CURRENT, 'refund'),
    'id order_id return_id created_on processed_at restock user_id note transactions refund_line_items order_adjustments total_refunded',
  ],
  [
    'a transaction',
    answered(CURRENT, 'refund', 'transactions', 0),
    'id parent_id order_id checkout_token refund_id location_id source_name client_id user_id device_id gateway amount currency kind status authorization error_code message cause_type payment_info payment_details receipt created_on processed_at test',
  ],
  [
    'an adjustment',
    answered(CURRENT, 'refund', 'order_adjustments', 0),
    'id order_id refund_id kind reason amount tax_amount',
  ],
  [
    'a line of a refund',
    answered(CURRENT, 'refund', 'refund_line_items', 0),
    'id line_item_id quantity location_id subtotal total_tax restock_type total_cart_discount_amount line_item',
  ],
  [
    'a line of an order',
    answered(CURRENT, 'refund', 'refund_line_items', 0, 'line_item'),
    'id price total_discount discount_code fulfillment_status fulfillable_quantity quantity current_quantity grams product_id variant_id inventory_item_id product_exists variant_inventory_management requires_shipping name title variant_title sku vendor gift_card properties discount_allocations tax_lines taxable non_fulfillable_quantity refundable_quantity restockable discounted_unit_price discounted_total original_total fulfillment_service merchant_editable unit catalog_id note vat_pit_category_code deleted',
  ],
  [
    'a refund of 2015',
    answered(OF_2015, 'refund'),
    'id order_id created_on note restock user_id refund_line_items transactions order_adjustments',
  ],
  [
    'a line of a refund of 2015',
    answered(OF_2015, 'refund', 'refund_line_items', 0),
    'id quantity line_item_id line_item',
  ],
  [
    'a line of an order of 2015',
    answered(OF_2015, 'refund', 'refund_line_items', 0, 'line_item'),
    'id variant_id title quantity price grams sku variant_title vendor fulfillment_service product_id requires_shipping gift_card name variant_inventory_management properties product_exists fulfillable_quantity total_discount fulfillment_status',
  ],
  [
    'a transaction of 2015',
    answered(OF_2015, 'refund', 'transactions', 0),
    'id order_id amount kind gateway status message created_on test authorization currency location_id user_id parent_id device_id receipt error_code source_name',
  ],
  [
    'a calculation',
    answered(CALCULATED, 'refund'),
    'shipping duties total_duties_set additional_fees return refund_line_items transactions currency',
  ],
  [
    'a line of a calculation',
    answered(CALCULATED, 'refund', 'refund_line_items', 0),
    'quantity line_item_id location_id restock_type price subtotal total_tax discounted_price discounted_total_price total_cart_discount_amount',
  ],
  [
    'a suggestion',
    answered(CALCULATED, 'refund', 'transactions', 0),
    'order_id kind gateway parent_id amount currency maximum_refundable',
  ],
])('%s', (_what, told, recorded) => {
  expect(Object.keys(told)).toEqual(recorded.split(' '));
});

test('an order has the keys that matter for refunds, among its others', () => {
  const recorded =
    'return_status net_payment unpaid_amount total_outstanding total_received total_refunded total_refunded_shipping refundable capturable can_mark_as_paid current_subtotal_price current_total_price current_total_tax current_total_discounts original_total_price sub_total_price subtotal_price refunds line_items payment_gateway_names location_id user_id financial_status fulfillment_status status';
  const told = Object.keys(answered('getOrder__after_a_refund', 'order'));
  expect(recorded.split(' ').filter((key) => !told.includes(key))).toEqual([]);
});
