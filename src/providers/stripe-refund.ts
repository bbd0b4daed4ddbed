/** A refund as Stripe shows it: in answers, lists and webhooks alike. */
import type { ProviderWord } from '../domain/transaction';
import { isObject, type Fields } from './json-object';
import { fromStripe } from './stripe-currency';

/** Our provider key travels in the refund's metadata under this name, so that lists and webhooks show it. */
export const KEY_NAME = 'refund_gateway_key';

export interface StripeRefund {
  readonly reference: string;
  readonly key?: string;
  /** The payment's names: its payment intent, its charge, or both. */
  readonly payments: readonly string[];
  /** In our minor units. */
  readonly amount: number;
  readonly currency: string;
  readonly word: ProviderWord;
  /** Why, of a refund that did not stay. */
  readonly message?: string;
}

const ID = /^\w{1,255}$/;

const WORD_OF: ReadonlyMap<unknown, ProviderWord> = new Map([
  ['pending', 'pending'],
  ['requires_action', 'pending'],
  ['succeeded', 'settled'],
  ['canceled', 'declined'],
]);

/** Reads strictly: what cannot be understood is a problem, never a guess. Fields that we do not need may be anything. */
export function readRefund(value: unknown): StripeRefund | { readonly problem: string } {
  if (!isObject(value) || value['object'] !== 'refund') return { problem: 'no refund' };
  const { id, status } = value;
  if (!isId(id)) return { problem: 'a refund without an id' };
  const money = moneyOf(value);
  if (!money) return { problem: `amount and currency of ${id}` };
  const word = wordOf(value);
  if (!word) return { problem: `the status "${String(status).slice(0, 50)}" of ${id}` };
  const payments = [value['payment_intent'], value['charge']].filter(isId);
  const key = isObject(value['metadata']) ? value['metadata'][KEY_NAME] : undefined;
  return {
    ...{ reference: id, payments, ...money, word },
    ...(typeof key === 'string' ? { key } : {}),
    ...(word === 'declined' || word === 'reversed' ? { message: messageOf(value) } : {}),
  };
}

export function isId(value: unknown): value is string {
  return typeof value === 'string' && ID.test(value);
}

function moneyOf({ amount: units, currency: code }: Fields): Pick<StripeRefund, 'amount' | 'currency'> | undefined {
  if (typeof units !== 'number' || typeof code !== 'string' || !/^[a-z]{3}$/.test(code)) return undefined;
  const currency = code.toUpperCase();
  const amount = fromStripe(units, currency);
  return amount === undefined ? undefined : { amount, currency };
}

/**
 * `failed` has two meanings. Where Stripe put the money back onto the balance of the shop, it had left: it came back, maybe
 * after Stripe said that it had arrived. Else it never left.
 */
function wordOf({ status, failure_balance_transaction: broughtBack }: Fields): ProviderWord | undefined {
  if (status === 'failed') return typeof broughtBack === 'string' ? 'reversed' : 'declined';
  return WORD_OF.get(status);
}

function messageOf({ status, failure_reason: reason }: Fields): string {
  return typeof reason === 'string' ? `${String(status)}: ${reason}` : String(status);
}
