/** The objects of the API, for its description. Keys are always there; what is not known is null (choice SAPO-14). */

export interface TransactionShape {
  /** Of a payment the shop's own number; of a refund's transaction ours. */
  id: number;
  /** The sale that a refund gives back. */
  parent_id: number | null;
  order_id: number;
  checkout_token: string | null;
  refund_id: number | null;
  location_id: number | null;
  source_name: string;
  client_id: number | null;
  user_id: number | null;
  device_id: number | null;
  /** How it was paid. */
  gateway: string | null;
  amount: number;
  /** ISO 4217 code. */
  currency: string;
  kind: 'sale' | 'refund';
  status: 'pending' | 'success' | 'failure';
  /** The payment provider's own number. */
  authorization: string | null;
  error_code: string | null;
  message: string | null;
  cause_type: string | null;
  payment_info: string | null;
  payment_details: Record<string, string>;
  receipt: Record<string, string>;
  created_on: string;
  processed_at: string | null;
  test: boolean;
}

export interface LineItemShape {
  id: number;
  price: number;
  total_discount: number;
  discount_code: string | null;
  fulfillment_status: 'fulfilled' | null;
  fulfillable_quantity: number;
  quantity: number;
  current_quantity: number;
  grams: number | null;
  product_id: number | null;
  variant_id: number | null;
  inventory_item_id: number | null;
  product_exists: boolean | null;
  variant_inventory_management: string | null;
  requires_shipping: boolean | null;
  name: string;
  title: string;
  variant_title: string | null;
  sku: string;
  vendor: string | null;
  gift_card: boolean | null;
  properties: Record<string, string>[];
  discount_allocations: Record<string, string>[];
  tax_lines: Record<string, string>[];
  taxable: boolean;
  non_fulfillable_quantity: number | null;
  /** Units that no refund and no return holds. */
  refundable_quantity: number;
  restockable: boolean | null;
  discounted_unit_price: number | null;
  discounted_total: number;
  original_total: number;
  fulfillment_service: string | null;
  merchant_editable: boolean | null;
  unit: string | null;
  catalog_id: number | null;
  note: string | null;
  vat_pit_category_code: string | null;
  deleted: boolean | null;
}

export interface RefundLineShape {
  id: number;
  line_item_id: number;
  quantity: number;
  location_id: number | null;
  subtotal: number;
  total_tax: number;
  restock_type: RestockType;
  total_cart_discount_amount: number;
  line_item: LineItemShape | null;
}

export type RestockType = 'no_restock' | 'return' | 'cancel';

export interface AdjustmentShape {
  id: number;
  order_id: number;
  refund_id: number;
  kind: 'refund_discrepancy' | 'shipping_refund';
  reason: string | null;
  amount: number;
  tax_amount: number;
}

export interface RefundShape {
  id: number;
  order_id: number;
  return_id: null;
  created_on: string;
  processed_at: string | null;
  restock: boolean;
  user_id: number | null;
  note: string | null;
  transactions: TransactionShape[];
  refund_line_items: RefundLineShape[];
  order_adjustments: AdjustmentShape[];
  /** What was really given back. */
  total_refunded: number;
}

export interface OrderShape {
  id: number;
  name: string;
  order_number: string | null;
  created_on: string;
  modified_on: string;
  currency: string;
  source_name: string | null;
  taxes_included: boolean;
  status: 'open' | 'closed' | 'cancelled';
  financial_status: 'pending' | 'partially_paid' | 'paid' | 'partially_refunded' | 'refunded' | 'voided';
  fulfillment_status: 'fulfilled' | null;
  return_status: 'no_return';
  net_payment: number;
  unpaid_amount: number;
  total_outstanding: number;
  total_received: number;
  total_refunded: number;
  total_refunded_shipping: number;
  current_subtotal_price: number;
  current_total_price: number;
  current_total_tax: number;
  current_total_discounts: number;
  original_total_price: number;
  total_price: number;
  sub_total_price: number;
  subtotal_price: number;
  total_tax: number;
  total_discounts: number;
  total_shipping_price: number;
  refundable: boolean;
  capturable: boolean;
  can_mark_as_paid: boolean;
  refunds: RefundShape[];
  line_items: LineItemShape[];
  payment_gateway_names: string[];
  location_id: number | null;
  user_id: number | null;
}

interface CalculatedShipping {
  amount: number;
  tax: number;
  maximum_refundable: number;
}

interface CalculatedLine {
  quantity: number;
  line_item_id: number;
  location_id: number | null;
  restock_type: RestockType;
  price: number;
  subtotal: number;
  total_tax: number;
  discounted_price: number | null;
  discounted_total_price: number;
  total_cart_discount_amount: number;
}

interface SuggestedTransaction {
  order_id: number;
  kind: 'suggested_refund';
  gateway: string;
  parent_id: number;
  amount: number;
  currency: string;
  maximum_refundable: number;
}

interface Bag {
  amount: number;
  currency_code: string;
}

interface Bags {
  shop_money: Bag;
  presentment_money: Bag;
}

export interface CalculationShape {
  shipping: CalculatedShipping;
  /** Always empty. */
  duties: Bag[];
  total_duties_set: Bags;
  /** Always empty. */
  additional_fees: Bag[];
  return: null;
  refund_line_items: CalculatedLine[];
  transactions: SuggestedTransaction[];
  currency: string;
}
