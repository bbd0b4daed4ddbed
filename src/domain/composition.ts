/** A refund that its caller puts together, payment by payment: what each part gives back, and who moves the money. */
import type { Part } from './allocation';
import { formatMinor } from './money';
import { isAutomatic, refundableOf, refundableOnPayment, type Order, type Payment } from './order';
import { Refusal } from './refusal';

export interface WantedPart {
  /** Absent: the only payment that has enough left. */
  readonly paymentId?: number;
  /** Absent: what is left of the payment. */
  readonly amount?: number;
  /** How the money goes back; absent: as it came. */
  readonly way?: string;
}

/** A part that a provider is asked for has no way of its own. */
export interface ComposedPart extends Part {
  readonly isAutomatic: boolean;
  readonly way?: string;
}

/** Finds the payment and the amount of each part; refuses more than is left of the order, and then of each payment. */
export function composeParts(order: Order, wanted: readonly WantedPart[]): ComposedPart[] {
  requireRoomForAll(order, wanted);
  const parts: ComposedPart[] = [];
  wanted.forEach((part, index) => {
    const after = without(order, parts);
    const payment = paymentFor(after, part, index);
    const left = refundableOnPayment(after, payment);
    const amount = part.amount ?? left;
    if (amount > left || amount === 0) throw exceeds(after, payment, left, index);
    parts.push({ payment, amount, ...wayOf(payment, part) });
  });
  return parts;
}

/** The order as it is once these parts are reserved. */
function without(order: Order, parts: readonly ComposedPart[]): Order {
  const reserved = (of: readonly ComposedPart[]): number => of.reduce((sum, { amount }) => sum + amount, 0);
  const payments = order.payments.map((payment) => ({
    ...payment,
    committed: payment.committed + reserved(parts.filter((part) => part.payment.id === payment.id)),
  }));
  return { ...order, payments, committed: order.committed + reserved(parts) };
}

function requireRoomForAll(order: Order, wanted: readonly WantedPart[]): void {
  const left = refundableOf(order);
  if (wanted.reduce((sum, { amount = 0 }) => sum + amount, 0) <= left) return;
  const most = formatMinor(left, order.currency);
  const message = `the parts must add up to at most ${most} ${order.currency}, what is left to refund`;
  throw new Refusal('amount_exceeds_refundable', message, 'parts');
}

function paymentFor(order: Order, { paymentId, amount = 1 }: WantedPart, index: number): Payment {
  const field = `parts[${index}].paymentId`;
  if (paymentId !== undefined) {
    const named = order.payments.find(({ id }) => id === paymentId);
    if (named) return named;
    throw new Refusal('payment_not_found', `order ${order.id} has no payment ${paymentId}`, field);
  }
  const [only, second] = order.payments.filter((payment) => refundableOnPayment(order, payment) >= amount);
  if (second) throw new Refusal('request_invalid', `${field} must be named: several payments have enough left`, field);
  if (only) return only;
  const message = `no payment of order ${order.id} has as much left`;
  throw new Refusal('amount_exceeds_refundable', message, `parts[${index}].amount`);
}

function exceeds({ currency }: Order, { id }: Payment, left: number, index: number): Refusal {
  const message = `payment ${id} has ${formatMinor(left, currency)} ${currency} left to refund`;
  return new Refusal('amount_exceeds_refundable', message, `parts[${index}].amount`);
}

/** Money that goes back another way than it came is not asked for at the provider: it would be paid twice. */
function wayOf(payment: Payment, { way }: WantedPart): Pick<ComposedPart, 'isAutomatic' | 'way'> {
  const own = [payment.method, payment.provider].map(spelt);
  const isOther = way !== undefined && !own.includes(spelt(way));
  return { isAutomatic: isAutomatic(payment) && !isOther, ...(isOther ? { way } : {}) };
}

/** A capital or a blank must not decide whether a customer gets his money: "Card " is "card". */
function spelt(way: string): string {
  return way.normalize('NFC').trim().toLowerCase();
}
