/**
 * The objects of the API, for its description. Keys are always there, and what is not known is null; only a deployment that tells
 * money as text leaves out what the form of 2015 has no keys for (choice SAPO-14).
 */

/** A JSON number, or its decimal text where the deployment chose so (choice SAPO-1). */
export type Amount = number | string;

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
  amount: Amount;
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
  price: Amount;
  total_discount: Amount;
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
  discounted_unit_price: Amount | null;
  discounted_total: Amount;
  original_total: Amount;
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
  subtotal: Amount;
  total_tax: Amount;
  restock_type: RestockType;
  total_cart_discount_amount: Amount;
  line_item: LineItemShape | null;
}

export type RestockType = 'no_restock' | 'return' | 'cancel';

export interface AdjustmentShape {
  id: number;
  order_id: number;
  refund_id: number;
  kind: 'refund_discrepancy' | 'shipping_refund';
  reason: string | null;
  amount: Amount;
  tax_amount: Amount;
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
  total_refunded: Amount;
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
  net_payment: Amount;
  unpaid_amount: Amount;
  total_outstanding: Amount;
  total_received: Amount;
  total_refunded: Amount;
  total_refunded_shipping: Amount;
  current_subtotal_price: Amount;
  current_total_price: Amount;
  current_total_tax: Amount;
  current_total_discounts: Amount;
  original_total_price: Amount;
  total_price: Amount;
  sub_total_price: Amount;
  subtotal_price: Amount;
  total_tax: Amount;
  total_discounts: Amount;
  total_shipping_price: Amount;
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
  amount: Amount;
  tax: Amount;
  maximum_refundable: Amount;
}

interface CalculatedLine {
  quantity: number;
  line_item_id: number;
  location_id: number | null;
  restock_type: RestockType;
  price: Amount;
  subtotal: Amount;
  total_tax: Amount;
  discounted_price: Amount | null;
  discounted_total_price: Amount;
  total_cart_discount_amount: Amount;
}

interface SuggestedTransaction {
  order_id: number;
  kind: 'suggested_refund';
  gateway: string;
  parent_id: number;
  amount: Amount;
  currency: string;
  maximum_refundable: Amount;
}

interface Bag {
  amount: Amount;
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
