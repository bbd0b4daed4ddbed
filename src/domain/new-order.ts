/** What makes an order sound, and what an order may no longer change once money was promised from it. */
import { formatMinor, largestSum } from './money';
import { lineOf, lineTotal, type Order, type OrderLine, type Payment } from './order';
import { numberPayments } from './ordinal';
import { requireDistinct, type Taken } from './refund-content';
import { Refusal } from './refusal';

/** A larger product could not be worked out exactly. */
const LARGEST_PRODUCT = Number.MAX_SAFE_INTEGER;

export type NewLine = Omit<OrderLine, 'total'>;
export type NewPayment = Omit<Payment, 'committed' | 'refunded' | 'ordinal'>;
type Derived = 'lines' | 'payments' | 'total' | 'captured' | 'committed' | 'refunded' | 'lastOrdinal';
export type NewOrder = Omit<Order, Derived> & {
  readonly lines: readonly NewLine[];
  readonly payments: readonly NewPayment[];
};

function refuse(field: string, problem: string): never {
  throw new Refusal('amount_invalid', `${field} ${problem}`, field);
}

function wholeLine(line: NewLine, index: number, taxIncluded: boolean): OrderLine {
  const total = lineTotal(line, taxIncluded);
  if (line.quantity * line.price > LARGEST_PRODUCT) refuse(`lines[${index}].price`, 'times the quantity is too large');
  if (line.discount > line.quantity * line.price)
    refuse(`lines[${index}].discount`, 'must not be above the line itself');
  if (taxIncluded && line.tax > total) refuse(`lines[${index}].tax`, 'must not be above the line it is part of');
  return { ...line, total };
}

/** Works totals and numbers out; refuses ids given twice and sums that make no sense. */
export function newOrder(wish: NewOrder): Order {
  requireDistinct(
    wish.lines.map(({ id }) => id),
    (index) => `lines[${index}].lineId`,
  );
  requireDistinct(
    wish.payments.map(({ id }) => id),
    (index) => `payments[${index}].paymentId`,
  );
  const lines = wish.lines.map((line, index) => wholeLine(line, index, wish.taxIncluded));
  const payments = wish.payments.map((payment) => ({ ...payment, committed: 0, refunded: 0 }));
  const total = lines.reduce((sum, line) => sum + line.total, wish.shipping);
  const captured = payments.reduce((sum, payment) => sum + payment.captured, 0);
  const largest = largestSum(wish.currency);
  if (total > largest) refuse('lines', `and shipping must add up to at most ${formatMinor(largest, wish.currency)}`);
  if (captured > largest) refuse('payments', `must add up to at most ${formatMinor(largest, wish.currency)}`);
  return { ...wish, lines, total, captured, committed: 0, refunded: 0, ...numberPayments(payments) };
}

/** The new version of an order goes on with the numbers of the old one. */
export function keepNumbers(old: Order, fresh: Order): Order {
  return { ...fresh, ...numberPayments(fresh.payments, old) };
}

function requireKept(kept: boolean, field: string, problem: string): asserts kept {
  if (!kept) throw new Refusal('order_has_refunds', `${field} ${problem}`, field);
}

/**
 * Refuses a new version of an order that would pull the ground from under refunds and returns it already has.
 * @param isTold whether any, be it over or of nothing, is told in the order's old currency; of no matter where that stays
 */
export function requireReplaceable(old: Order, fresh: Order, taken: Taken, isTold: boolean): void {
  const { currency } = old;
  const isSame = fresh.currency === currency;
  requireKept(isSame || !isTold, 'currency', `must stay ${currency}: the order has refunds or returns`);
  const bound = old.committed > 0 || taken.units.size > 0 || taken.shipping > 0;
  if (!bound) return;
  requireKept(fresh.shipping >= taken.shipping, 'shipping', 'must not be below what was refunded of it');
  requireKept(
    fresh.captured >= old.committed,
    'payments',
    `must add up to at least ${formatMinor(old.committed, currency)} ${currency}, which refunds hold`,
  );
  requirePaymentsKept(old, fresh);
  requireLinesKept(old, fresh, taken);
}

function requirePaymentsKept(old: Order, fresh: Order): void {
  for (const payment of old.payments.filter(({ committed }) => committed > 0)) {
    const index = fresh.payments.findIndex(({ id }) => id === payment.id);
    const same = fresh.payments[index];
    requireKept(same !== undefined, 'payments', `must keep payment ${payment.id}, which has refunds`);
    // A reference may become known, as that of a draft does.
    const isKnown = payment.reference === undefined || same.reference === payment.reference;
    const kept = same.provider === payment.provider && isKnown;
    requireKept(kept, `payments[${index}]`, 'must keep its provider and reference: it has refunds');
    const least = formatMinor(payment.committed, old.currency);
    requireKept(
      same.captured >= payment.committed,
      `payments[${index}].amount`,
      `must be at least ${least}, which refunds hold`,
    );
  }
}

function requireLinesKept(old: Order, fresh: Order, taken: Taken): void {
  for (const lineId of taken.units.keys()) {
    const before = lineOf(old, lineId, 'lines');
    const index = fresh.lines.findIndex(({ id }) => id === lineId);
    const after = fresh.lines[index];
    requireKept(after !== undefined, 'lines', `must keep line ${lineId}, of which units were given back`);
    const same = after.quantity === before.quantity && after.total === before.total;
    requireKept(same, `lines[${index}]`, 'must keep its quantity and total: units of it were given back');
  }
}
