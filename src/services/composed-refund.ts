/** A refund of an order that its caller puts together: units, shipping, adjustments, and parts for each payment, or none. */
import { spreadOldestFirst } from '../domain/allocation';
import { composeParts, type ComposedPart } from '../domain/composition';
import { formatMinor, largestSum, parseMoney, parsePositive, parseSigned, requireCurrency } from '../domain/money';
import { refundableOf, type Order } from '../domain/order';
import { goodsOf, requireShipping, takeLines, type Taken } from '../domain/refund-content';
import type { NamedAdjustment, RefundLine } from '../domain/refund';
import { Refusal } from '../domain/refusal';
import { newAutomaticParts } from './new-refund';
import type { NewRefund, NewTransaction } from './ports';
import type { Suggestion } from './views';
import type { AddComposedRefund, SuggestRefund } from './wishes';

type Composed = Pick<NewRefund, 'method' | 'amount' | 'transactions'> & {
  readonly content: Required<Pick<NewRefund, 'lines' | 'shipping' | 'adjustment' | 'adjustments'>>;
};

/** Decides what the refund is of; what of the order is taken was read in the same unit of work. */
export function compose(order: Order, taken: Taken, wish: AddComposedRefund): Composed {
  requireContent(wish);
  if (wish.currency !== undefined) requireCurrency(wish.currency, order.currency);
  if (order.payments.length === 0) {
    throw new Refusal('order_not_paid', `order ${order.id} has no payment that could be given back`);
  }
  const lines = composedLines(order, taken, wish);
  const adjustments = namedAdjustments(order, wish);
  const shipping = shippingOf(order, taken, wish, adjustments);
  const parts = composeParts(order, wantedParts(order, wish));
  const amount = parts.reduce((sum, part) => sum + part.amount, 0);
  return {
    method: parts.some((part) => part.isAutomatic) ? 'automatic' : 'manual',
    amount,
    transactions: parts.map(newComposedPart),
    content: { lines, shipping, adjustment: amount - goodsOf(lines) - shipping, adjustments },
  };
}

/** What a refund of these lines and this shipping would be of, and which payments would give it back, the oldest first. */
export function suggest(order: Order, taken: Taken, wish: SuggestRefund): Suggestion {
  if (wish.currency !== undefined) requireCurrency(wish.currency, order.currency);
  const lines = composedLines(order, taken, wish);
  const shipping = shippingOf(order, taken, wish, []);
  const wanted = Math.min(goodsOf(lines) + shipping, refundableOf(order));
  const parts = spreadOldestFirst(wanted, order.payments);
  return { order, lines, shipping, shippingLeft: order.shipping - taken.shipping, parts };
}

/** Shipping alone says nothing: it is part of what the money is for. */
function requireContent({ lines = [], adjustments = [], parts = [] }: AddComposedRefund): void {
  if (lines.length > 0 || adjustments.length > 0 || parts.length > 0) return;
  throw new Refusal('refund_empty', 'a refund is of lines, of adjustments or of money; name some');
}

function composedLines(order: Order, taken: Taken, { lines = [] }: SuggestRefund): RefundLine[] {
  return takeLines(order, taken, lines).map((line, index) => {
    const { restock, location } = lines[index] ?? {};
    return { ...line, ...(restock === undefined ? {} : { restock }), ...(location === undefined ? {} : { location }) };
  });
}

function namedAdjustments({ currency }: Order, { adjustments = [] }: AddComposedRefund): NamedAdjustment[] {
  const named = adjustments.map(({ kind, reason, amount, tax = '0' }, index) => {
    const field = `adjustments[${index}].amount`;
    // Less than no shipping would leave more of it to give back than the order ever had.
    const [readAmount, readTax] = kind === 'shipping' ? [parsePositive, parseMoney] : [parseSigned, parseSigned];
    return {
      kind,
      ...(reason === undefined ? {} : { reason }),
      amount: readAmount(amount, currency, field).minor,
      tax: readTax(tax, currency, `adjustments[${index}].tax`).minor,
    };
  });
  requireTellable(currency, named);
  return named;
}

/** Nothing else limits what an adjustment is of: one that is larger than amounts are could be kept, and no door could tell it. */
function requireTellable(currency: string, named: readonly NamedAdjustment[]): void {
  const most = largestSum(currency);
  const sum = named.reduce((all, { amount, tax }) => all + Math.abs(amount) + Math.abs(tax), 0);
  if (sum <= most) return;
  const message = `the adjustments must add up to at most ${formatMinor(most, currency)}, whatever their signs`;
  throw new Refusal('amount_invalid', message, 'adjustments');
}

/** All shipping that is given back, as such or as an adjustment. */
function shippingOf(order: Order, taken: Taken, wish: SuggestRefund, named: readonly NamedAdjustment[]): number {
  const asAdjustment = named
    .filter(({ kind }) => kind === 'shipping')
    .reduce((sum, { amount, tax }) => sum + amount + tax, 0);
  const rest = Math.max(0, order.shipping - taken.shipping - asAdjustment);
  const plain = wish.shipping === 'all' ? rest : parseMoney(wish.shipping ?? '0', order.currency, 'shipping').minor;
  requireShipping(order, taken, plain + asAdjustment);
  return plain + asAdjustment;
}

function wantedParts({ currency: own }: Order, { parts = [] }: AddComposedRefund) {
  return parts.map(({ amount, currency, ...part }, index) => {
    if (currency !== undefined) requireCurrency(currency, own, `parts[${index}].currency`);
    return amount === undefined
      ? part
      : { ...part, amount: parsePositive(amount, own, `parts[${index}].amount`).minor };
  });
}

/** Asked for at the provider of its payment, or recorded as moved. */
export function newComposedPart(part: ComposedPart): NewTransaction {
  const [automatic] = part.isAutomatic ? newAutomaticParts([part]) : [];
  if (automatic) return automatic;
  return { amount: part.amount, paymentId: part.payment.id, ...(part.way === undefined ? {} : { way: part.way }) };
}
