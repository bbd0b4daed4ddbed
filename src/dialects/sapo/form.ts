/**
 * In which of its generations the platform is spoken: with money as JSON numbers and all keys, or with money as text and the keys
 * of 2015 alone (choices SAPO-1 and SAPO-14). A deployment has one of them, so no answer mixes both.
 */
import { minorDigits } from '../../domain/currency';
import { formatMinor } from '../../domain/money';
import type { Amount, LineItemShape, RefundLineShape, RefundShape, TransactionShape } from './shapes';

export type FormName = 'number' | 'text';

export interface Form {
  amount(minor: number, currency: string): Amount;
  /** The keys of each object that this generation has, in its order. */
  readonly refund: (whole: RefundShape) => RefundShape;
  readonly refundLine: (whole: RefundLineShape) => RefundLineShape;
  readonly lineItem: (whole: LineItemShape) => LineItemShape;
  readonly transaction: (whole: TransactionShape) => TransactionShape;
}

const asItIs = <T>(whole: T): T => whole;

const CURRENT: Form = {
  // Sums have at most 15 digits: a division is rounded to the double that their text would be read as, and is written so.
  amount: (minor, currency) => minor / 10 ** minorDigits(currency),
  refund: asItIs,
  refundLine: asItIs,
  lineItem: asItIs,
  transaction: asItIs,
};

/** What this generation has no key for is not told, though the type of the whole says it were there. */
function only<T extends object>(...keys: readonly (keyof T)[]): (whole: T) => T {
  return (whole) => Object.fromEntries(keys.map((key) => [key, whole[key]])) as unknown as T;
}

const OF_2015: Form = {
  amount: formatMinor,
  refund: only(
    ...(['id', 'order_id', 'created_on', 'note', 'restock', 'user_id'] as const),
    ...(['refund_line_items', 'transactions', 'order_adjustments'] as const),
  ),
  refundLine: only('id', 'quantity', 'line_item_id', 'line_item'),
  lineItem: only(
    ...(['id', 'variant_id', 'title', 'quantity', 'price', 'grams', 'sku', 'variant_title', 'vendor'] as const),
    ...(['fulfillment_service', 'product_id', 'requires_shipping', 'gift_card', 'name'] as const),
    ...(['variant_inventory_management', 'properties', 'product_exists', 'fulfillable_quantity'] as const),
    ...(['total_discount', 'fulfillment_status'] as const),
  ),
  transaction: only(
    ...(['id', 'order_id', 'amount', 'kind', 'gateway', 'status', 'message', 'created_on', 'test'] as const),
    ...(['authorization', 'currency', 'location_id', 'user_id', 'parent_id', 'device_id', 'receipt'] as const),
    ...(['error_code', 'source_name'] as const),
  ),
};

export const FORMS = { number: CURRENT, text: OF_2015 } as const satisfies Record<FormName, Form>;
