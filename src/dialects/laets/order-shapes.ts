/**
 * Orders, merchant orders and items as this platform shows them. What the gateway does not know is null, empty or "0.00" (choice
 * LAETS-20).
 */
import type { Stub } from './shapes';

interface Named extends Stub {
  name: string;
}

export interface OrderItemShape extends Stub {
  amount_vat_included: string;
  application_commission_amount: string;
  application_commission_rate: string;
  application_commission_tax_rate_included: string;
  bundled: boolean;
  created_on: string;
  currency: string;
  discount_amount_vat_included: string;
  discounts: unknown[];
  external_id: null;
  extra_info: null;
  from_list: boolean;
  gift: boolean;
  iceberg_commission_amount: string;
  iceberg_commission_rate: string;
  iceberg_commission_tax_rate_included: string;
  item_image_url: null;
  item_type: string;
  merchant_commission_amount: string;
  merchant_commission_rate: string;
  merchant_commission_tax_rate_included: string;
  /** Its address. */
  merchant_order: string;
  name: string;
  number_of_people: null;
  offer_absolute_url: null;
  offer_id: string;
  option_answers: unknown[];
  /** Of one piece, without tax, six places. */
  price: string;
  /** Of one piece. */
  price_vat_included: string;
  product: null;
  product_offer: null;
  product_variation: null;
  /** How many pieces. */
  quantity: number;
  received: boolean;
  reservations: unknown[];
  reviewed: boolean;
  reviews: unknown[];
  service_offer: null;
  service_variation: null;
  shipped_on: null;
  shipping: string;
  shipping_speed: null;
  size: null;
  sku: string;
  status: string;
  status_localized: string;
  stock: null;
  variation: null;
  variation_name: null;
  variation_sku: null;
  variation_stock: null;
  /** Of one piece, six places. */
  vat: string;
}

export interface PaymentShape {
  id: number;
  status: string;
  collected_amount: string;
  remaining_to_collect: string;
  /** Null where the order was paid in several ways. */
  payment_backend: string | null;
}

export interface OrderShape extends Stub {
  id_number: string;
  cart_id: null;
  created_on: string;
  last_updated: string;
  external_id: null;
  currency: string;
  amount_vat_included: string;
  payment: PaymentShape;
  shipping_speed: null;
  status: string;
  status_localized: string;
}

export interface MerchantOrderShape extends Stub {
  /** Price and shipping without tax. */
  amount: string;
  amount_vat_included: string;
  amount_vat_included_before_discount: string;
  app_discount_amount: string;
  app_discount_amount_vat_included: string;
  application: null;
  billing_address: null;
  shipping_address: null;
  created_on: string;
  currency: string;
  debug: boolean;
  discount_amount: string;
  discount_amount_vat_included: string;
  eco_tax: string;
  eco_tax_vat_included: string;
  entered_discount_codes: string[];
  external_id: null;
  from_list: boolean;
  items: OrderItemShape[];
  items_count: number;
  last_updated: string;
  merchant: Named;
  merchant_comment: string;
  order: OrderShape;
  /** Of all items, without tax. */
  price: string;
  price_vat_included: string;
  received: boolean;
  /** Without tax. */
  shipping: string;
  shipping_vat_included: string;
  starred: boolean;
  status: string;
  status_localized: string;
  user: null;
  /** All tax there is in it. */
  vat: string;
  vat_on_products: string;
  vat_on_shipping: string;
  vat_on_eco_tax: string;
}
