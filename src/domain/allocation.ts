/** An automatic refund is planned over the payments of its order before any of it is reserved. */
import { isAutomatic, refundableOf, type Payment } from './order';
import { Refusal } from './refusal';
import { formatMinor } from './money';
import { shareOut } from './sharing';

/** In which order payments are given back; a setting of the shop. */
export const STRATEGIES = ['largest_first', 'oldest_first', 'original_ratio', 'card_before_voucher'] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** A part of a refund: this much to this payment. */
export interface Part {
  readonly payment: Payment;
  readonly amount: number;
}

const byNumber = (a: Payment, b: Payment): number => a.id - b.id;
const byAge = (a: Payment, b: Payment): number => (a.capturedAt ?? 0) - (b.capturedAt ?? 0) || byNumber(a, b);
const bySize = (a: Payment, b: Payment): number => refundableOf(b) - refundableOf(a) || byNumber(a, b);
/** A map, because a method has any name: also one that every object has. */
const METHOD_RANK: ReadonlyMap<string, number> = new Map([
  ['card', 0],
  ['voucher', 2],
]);
const rankOf = ({ method }: Payment): number => METHOD_RANK.get(method) ?? 1;
const byMethod = (a: Payment, b: Payment): number => rankOf(a) - rankOf(b) || byAge(a, b);

/** Fills one payment after the other. */
function fill(amount: number, payments: readonly Payment[]): Part[] {
  const parts: Part[] = [];
  let left = amount;
  for (const payment of payments) {
    const share = Math.min(left, refundableOf(payment));
    if (share > 0) parts.push({ payment, amount: share });
    left -= share;
  }
  return parts;
}

/**
 * Shares the amount out in the ratio in which the payments were captured, whatever was refunded since. A payment gives no
 * more than what is left of it; what it cannot give goes on in the same ratio over those that still can.
 */
function inRatio(amount: number, payments: readonly Payment[]): Part[] {
  const given = new Map<Payment, number>();
  const roomOf = (payment: Payment): number => refundableOf(payment) - (given.get(payment) ?? 0);
  let left = amount;
  // Each round shares out all that is left, or uses a payment up: there are no more rounds than payments.
  while (left > 0) {
    const open = payments.filter((payment) => roomOf(payment) > 0);
    for (const { payment, amount: share } of byCaptured(left, open)) {
      const taken = Math.min(share, roomOf(payment));
      given.set(payment, (given.get(payment) ?? 0) + taken);
      left -= taken;
    }
  }
  return payments.map((payment) => ({ payment, amount: given.get(payment) ?? 0 })).filter((part) => part.amount > 0);
}

/** Exact parts in the ratio of what was captured. */
function byCaptured(amount: number, payments: readonly Payment[]): Part[] {
  const shares = shareOut(
    amount,
    payments.map(({ captured }) => captured),
  );
  return payments.map((payment, index) => ({ payment, amount: shares[index] ?? 0 }));
}

const PLANS: Readonly<Record<Strategy, (amount: number, payments: readonly Payment[]) => Part[]>> = {
  largest_first: (amount, payments) => fill(amount, [...payments].sort(bySize)),
  oldest_first: (amount, payments) => fill(amount, [...payments].sort(byAge)),
  original_ratio: (amount, payments) => inRatio(amount, [...payments].sort(byNumber)),
  card_before_voucher: (amount, payments) => fill(amount, [...payments].sort(byMethod)),
};

/** As much of the amount as the payments have left, the oldest first, whoever moves the money. */
export function spreadOldestFirst(amount: number, payments: readonly Payment[]): Part[] {
  return PLANS.oldest_first(amount, payments);
}

/** How much of the order's money providers can give back. */
export function automaticallyRefundable(payments: readonly Payment[]): number {
  return payments.filter(isAutomatic).reduce((sum, payment) => sum + refundableOf(payment), 0);
}

/** The parts of an automatic refund of this amount; refuses when providers cannot give that much back. */
export function planParts(amount: number, payments: readonly Payment[], strategy: Strategy, currency: string): Part[] {
  const usable = payments.filter((payment) => isAutomatic(payment) && refundableOf(payment) > 0);
  const most = automaticallyRefundable(payments);
  if (usable.length === 0) {
    throw new Refusal(
      'payment_not_automatic',
      'no payment of the order can be refunded automatically; add a manual refund',
    );
  }
  if (amount > most) {
    const left = formatMinor(most, currency);
    throw new Refusal(
      'amount_exceeds_refundable',
      `payment providers can give back at most ${left} ${currency}`,
      'amount',
    );
  }
  return PLANS[strategy](amount, usable);
}

/**
 * The parts of a refund that is carried out at once: what providers can give back, by the shop's strategy, and the rest over
 * payments that are given back by hand, the oldest first. The order has that much left.
 */
export function planWhole(amount: number, payments: readonly Payment[], strategy: Strategy, currency: string): Part[] {
  const automatic = Math.min(amount, automaticallyRefundable(payments));
  const byHand = payments.filter((payment) => !isAutomatic(payment));
  return [
    ...(automatic > 0 ? planParts(automatic, payments, strategy, currency) : []),
    ...spreadOldestFirst(amount - automatic, byHand),
  ];
}
