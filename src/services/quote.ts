/** A quote explains every amount before anything is written. It walks the same checks as the refund itself. */
import { automaticallyRefundable, planParts, type Part } from '../domain/allocation';
import { formatMinor, parseMoney, parseSigned } from '../domain/money';
import { lineOf, refundableOf, type Order } from '../domain/order';
import { Refusal } from '../domain/refusal';
import type { RefundLine } from '../domain/refund';
import { worthOfUnits, type UnitRange } from '../domain/units';
import { goodsOf } from '../domain/refund-content';
import { orderContent, plainContent, type Content } from './new-refund';
import type { OrderBook } from './order-book';
import type { ReadStores } from './ports';
import { getSource, refundableFor, requireRefundable, requireRoom, type FoundSource } from './refund-source';
import { shopOf } from './shop-service';
import type { Quote, QuoteLine, QuotePart } from './views';
import type { QuoteRefund } from './wishes';

export async function quoteFor(stores: ReadStores, book: OrderBook, shop: string, wish: QuoteRefund): Promise<Quote> {
  const source = await getSource(book, stores, shop, wish);
  requireRefundable(source);
  const { order } = source;
  const refundable = refundableFor(source);
  const wanted = await contentOf(stores, shop, source, wish, refundable);
  if (wish.amount !== undefined) requireRoom(amountOf(wanted), refundable, order.currency);
  const { content, cut } = cappedAt(refundable, wanted);
  const amount = amountOf(content);
  if (amount < 0) throw new Refusal('amount_invalid', 'adjustment takes more away than there is', 'adjustment');

  const { strategy } = await shopOf(stores, shop);
  const automatic = Math.min(amount, automaticallyRefundable(order.payments));
  const parts = automatic > 0 ? planParts(automatic, order.payments, strategy, order.currency) : [];
  return {
    sourceType: source.sourceType,
    sourceId: source.sourceId,
    orderId: order.id,
    currency: order.currency,
    amount,
    refundable,
    automaticallyRefundable: automatic,
    lines: content.lines.map((line) => explainLine(order, line)),
    shipping: content.shipping,
    adjustment: content.adjustment,
    parts: parts.map((part) => explainPart(order, part, strategy)),
    explanation: explainAmount(order, content, amount, automatic) + explainCut(order, cut),
  };
}

/** Nothing named: what is left. An amount named: the adjustment is worked out. Otherwise the parts make the amount. */
async function contentOf(
  stores: ReadStores,
  shop: string,
  source: FoundSource,
  wish: QuoteRefund,
  refundable: number,
): Promise<Content> {
  const { currency } = source.order;
  if (wish.amount !== undefined && wish.adjustment !== undefined) {
    throw new Refusal('request_invalid', 'adjustment is worked out when amount is named; leave one out', 'adjustment');
  }
  const whole = wholeAmount(wish, currency, refundable);
  const content = source.returned
    ? plainContent(source, wish, whole ?? refundable)
    : await orderContent(stores, shop, source.order, wish, whole ?? 0);
  if (whole !== undefined) return content;
  const adjustment = wish.adjustment === undefined ? 0 : parseSigned(wish.adjustment, currency, 'adjustment').minor;
  return { ...content, adjustment: source.returned ? content.adjustment + adjustment : adjustment };
}

/** The amount that the wish asks for as a whole; undefined when its parts make the amount. */
function wholeAmount(wish: QuoteRefund, currency: string, refundable: number): number | undefined {
  if (wish.amount !== undefined) return parseMoney(wish.amount, currency).minor;
  const named = [wish.lines, wish.shipping, wish.adjustment].some((part) => part !== undefined);
  return named ? undefined : refundable;
}

function amountOf({ lines, shipping, adjustment }: Content): number {
  return goodsOf(lines) + shipping + adjustment;
}

/** Goods may be worth more than is left to give back; then a quote gives what is left, and says so. */
function cappedAt(refundable: number, content: Content): { content: Content; cut: number } {
  const cut = Math.max(0, amountOf(content) - refundable);
  return { content: { ...content, adjustment: content.adjustment - cut }, cut };
}

function explainCut({ currency }: Order, cut: number): string {
  return cut === 0 ? '' : `; cut by ${formatMinor(cut, currency)} to what is left to refund`;
}

function rangeText(units: readonly UnitRange[]): string {
  return units.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`)).join(', ');
}

function explainLine(order: Order, line: RefundLine): QuoteLine {
  const { lineId, sku, quantity, units, amount } = line;
  const whole = lineOf(order, lineId, 'lines');
  const total = formatMinor(whole.total, order.currency);
  const share = (sum: number): number => worthOfUnits(units, sum, whole.quantity);
  return {
    lineId,
    sku,
    quantity,
    amount,
    discount: share(whole.discount),
    tax: share(whole.tax),
    explanation: `${quantity} of ${whole.quantity} units (${rangeText(units)}) of a line worth ${total} ${order.currency}`,
  };
}

function explainPart(order: Order, { payment, amount }: Part, strategy: string): QuotePart {
  const left = formatMinor(refundableOf(payment), order.currency);
  const explanation = `payment ${payment.id} (${payment.method}) has ${left} ${order.currency} left; planned ${strategy}`;
  return { payment, amount, explanation };
}

function explainAmount(order: Order, content: Content, amount: number, automatic: number): string {
  const text = (minor: number): string => formatMinor(minor, order.currency);
  const sum =
    `${text(amount)} ${order.currency} = lines ${text(goodsOf(content.lines))} + shipping ${text(content.shipping)}` +
    ` + adjustment ${text(content.adjustment)}`;
  const manual = amount - automatic;
  return manual === 0 ? `${sum}; all of it automatic` : `${sum}; ${text(automatic)} automatic, ${text(manual)} manual`;
}
