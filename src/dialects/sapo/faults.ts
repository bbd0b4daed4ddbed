/** The platform's `errors` for our refusals: the path of the member that is to blame, and what is wrong with it (choice SAPO-10). */
import { QuantityExceeded } from '../../domain/refund-content';
import { Refusal, type RefusalCode } from '../../domain/refusal';
import { MemberInvalid } from './members';

export type Fault = Readonly<Record<string, readonly string[]>>;

const invalid = (path: string): Fault => ({ [path]: ['is invalid'] });
const base = (text: string): Fault => ({ base: [text] });

/**
 * What the services call a member, indices left out, and what it is here; all others have their own path already. A map, because
 * the names of members that stand twice are the caller's.
 */
const PATHS: ReadonlyMap<string, string> = new Map([
  ['lines.lineId', 'refund_line_items.line_item_id'],
  ['lines.quantity', 'refund_line_items.quantity'],
  ['adjustments', 'order_adjustments'],
  ['adjustments.amount', 'order_adjustments.amount'],
  ['adjustments.tax', 'order_adjustments.tax_amount'],
  ['paymentId', 'parent_id'],
  ['parts.amount', 'transactions.amount'],
  ['parts.currency', 'transactions.currency'],
  ['parts.paymentId', 'transactions.parent_id'],
  ['shipping', 'shipping.amount'],
]);

const ROWS: Partial<Record<RefusalCode, (refusal: Refusal) => Fault>> = {
  // A list with nothing in it is none (choice SAPO-8).
  refund_empty: () => base('refund_line_items, transactions or order_adjustments must be present'),
  idempotency_key_invalid: () => base('Idempotency-Key is invalid'),
  idempotency_key_reused: () => base('Idempotency-Key was used for another request'),
  order_not_paid: () => base('Order cannot be refunded'),
  line_not_found: ({ field = '' }) => invalid(pathOf(field)),
  quantity_exceeds_refundable: (refusal) =>
    refusal instanceof QuantityExceeded && refusal.isMoreThanBought
      ? { 'refund_line_items.quantity': ['cannot refund more items than were purchased'] }
      : { refund_line_items: ['cannot refund more than refundable quantity'] },
  shipping_exceeds_refundable: () => ({ 'shipping.amount': ['cannot refund more than the shipping left'] }),
  amount_exceeds_refundable: ({ field = '' }) =>
    pathOf(field) === 'transactions.amount'
      ? { 'transactions.amount': ['cannot refund more than the parent transaction'] }
      : { transactions: ['cannot refund more than the net payment received'] },
};

/** Where a transaction was posted by itself, a member of it that is invalid has no other path than its own. */
export function ofPostedTransaction(error: unknown): unknown {
  if (!(error instanceof Refusal) || !error.field?.startsWith(ONLY_PART)) return error;
  if (error.code === 'amount_exceeds_refundable') return error;
  return new Refusal(error.code, error.message, error.field.slice(ONLY_PART.length));
}

const ONLY_PART = 'parts[0].';

/** Undefined where a refusal is about none of the members that were sent. */
export function faultOf(refusal: Refusal): Fault | undefined {
  if (refusal instanceof MemberInvalid) return invalid(refusal.path);
  const row = ROWS[refusal.code];
  if (row) return row(refusal);
  const path = refusal.field === undefined ? undefined : pathOf(refusal.field);
  // What is missing is at an address, unless a member of the body named it.
  if (path === undefined || (refusal.kind === 'missing' && path === refusal.field)) return undefined;
  return invalid(path);
}

/** Indices are left out, and so is the wrapper that everything is in. */
function pathOf(field: string): string {
  const plain = field.replace(/\[\d+\]/g, '').replace(/^(?:refund|transaction)\./, '');
  return PATHS.get(plain) ?? plain;
}
