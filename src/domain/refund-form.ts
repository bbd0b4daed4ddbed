/**
 * In which forms a customer may have the money of an order back: as it was paid, or as a voucher instead. A form of payment
 * is offered only where there is a way to give it back: a provider that can be asked, or a payout that a person makes.
 */
import { formatMinor } from './money';
import { isAutomatic, refundableOf, type Order, type Payment } from './order';
import type { Destination } from './refund';
import { Refusal } from './refusal';
import type { Shop } from './shop';

export interface RefundForm {
  readonly kind: 'original' | 'voucher';
  /** How it was paid, such as card, in the one word of `methodWord`. */
  readonly method: string;
}

export interface OfferedForm extends RefundForm {
  /** The most that it can give, in minor units. */
  readonly limit: number;
}

export interface ChosenForm extends RefundForm {
  /** What it is to give, in minor units; 0 while the forms before it suffice. */
  readonly amount: number;
}

export const VOUCHER_INSTEAD: RefundForm = { kind: 'voucher', method: 'voucher' };

/** Shops have more than one word for these. A map, because a method has any name: also one that every object has. */
const OTHER_WORDS: ReadonlyMap<string, string> = new Map([
  ['credit_card', 'card'],
  ['transfer', 'bank_transfer'],
]);

/** How a payment without a provider is given back, by its method. */
const PAYOUTS: ReadonlyMap<string, Destination> = new Map([
  ['cash', 'cash'],
  ['bank_transfer', 'bank_transfer'],
  ['customer_balance', 'customer_balance'],
  ['voucher', 'voucher'],
]);

/**
 * The method of a payment in one spelling: "Gift Card" and "gift-card" are one form. What has the same capitals is one form too,
 * such as "Straße" and "strasse": platforms that write methods in capitals could not tell them apart.
 */
export function methodWord(method: string): string {
  // Letter by letter: what stands beside a letter must not change it.
  const letters = Array.from(method.normalize('NFC'), (one) => one.toLowerCase().toUpperCase().toLowerCase());
  const word = letters.join('').replace(/[^\p{L}\p{N}]+/gu, '_');
  return OTHER_WORDS.get(word) ?? word;
}

/** Every form that the order could have, whatever is left of it: as it was paid, in the order of the payments, and a voucher. */
export function formsOf(order: Order): RefundForm[] {
  const methods = new Set(order.payments.map(({ method }) => methodWord(method)));
  return [...[...methods].map((method) => ({ kind: 'original' as const, method })), VOUCHER_INSTEAD];
}

/** The payments that providers give back in this form; what else it gives, a person has to pay out. */
export function automaticPayments(order: Order, { kind, method }: RefundForm): Payment[] {
  if (kind === 'voucher') return [];
  return order.payments.filter((payment) => isAutomatic(payment) && methodWord(payment.method) === method);
}

/** How a person pays this form out. */
export function payoutOf({ method }: RefundForm): Destination | undefined {
  return PAYOUTS.get(method);
}

/** What of a shop decides which forms it offers. */
type FormsOf = Pick<Shop, 'offersVouchers'>;

/**
 * What each form can still give, in the order of the payments, the voucher instead of them last, where the shop has that. None
 * gives more than what is left of the whole order. A form with nothing left is not offered.
 * @param promised what returns that are not decided about will give
 */
export function offeredForms(shop: FormsOf, order: Order, promised: readonly ChosenForm[]): OfferedForm[] {
  const left = leftOf(order, promised);
  const offered = formsOf(order).map((form) => {
    if (form.kind === 'voucher') return { ...form, limit: shop.offersVouchers ? left : 0 };
    const room = roomOf(order, form) - sumOf(promised.filter((one) => isSame(one, form)));
    return { ...form, limit: Math.min(left, room) };
  });
  return offered.filter(({ limit }) => limit > 0);
}

/** What providers can give back, and what a person pays out where there is a way to: a form may have payments of both kinds. */
function roomOf(order: Order, form: RefundForm): number {
  const paid = order.payments.filter(({ method }) => methodWord(method) === form.method);
  const returnable = payoutOf(form) === undefined ? paid.filter(isAutomatic) : paid;
  return returnable.reduce((sum, payment) => sum + refundableOf(payment), 0);
}

function leftOf(order: Order, promised: readonly ChosenForm[]): number {
  return refundableOf(order) - sumOf(promised);
}

function sumOf(forms: readonly ChosenForm[]): number {
  return forms.reduce((sum, { amount }) => sum + amount, 0);
}

/** Refuses a form that the order does not offer now. */
export function requireOffered(
  shop: FormsOf,
  order: Order,
  promised: readonly ChosenForm[],
  wished: readonly RefundForm[],
): void {
  const offered = offeredForms(shop, order, promised);
  if (wished.every((wish) => offered.some((form) => isSame(form, wish)))) return;
  throw new Refusal('destination_unknown', 'the order cannot be given back in every one of these forms', 'payback');
}

/**
 * Fills the worth into the wished forms, one after the other as they are offered; refuses when they cannot give as much. A
 * form that has nothing to give stays chosen, and gives 0: it may be needed when the return is accepted, or taken up again.
 */
export function fillForms(
  shop: FormsOf,
  order: Order,
  promised: readonly ChosenForm[],
  wished: readonly RefundForm[],
  worth: number,
): ChosenForm[] {
  const filled: ChosenForm[] = [];
  const room = leftOf(order, promised);
  let given = 0;
  for (const { limit, ...form } of offeredForms(shop, order, promised)) {
    if (!wished.some((wish) => isSame(form, wish))) continue;
    const amount = Math.min(worth - given, limit, room - given);
    filled.push({ ...form, amount });
    given += amount;
  }
  const idle = wished.filter((wish) => !filled.some((form) => isSame(form, wish)));
  if (given === worth) return [...filled, ...idle.map(({ kind, method }) => ({ kind, method, amount: 0 }))];
  const most = `${formatMinor(given, order.currency)} ${order.currency}`;
  const message = `the chosen forms give back at most ${most}, less than the goods are worth`;
  throw new Refusal('amount_exceeds_refundable', message, 'payback');
}

function isSame(a: RefundForm, b: RefundForm): boolean {
  return a.kind === b.kind && a.method === b.method;
}
