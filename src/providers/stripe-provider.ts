/**
 * Refunds over Stripe's own API, without its SDK, which sends again by itself. Each refund carries our provider key twice:
 * as `Idempotency-Key`, under which Stripe refunds once however often it is asked, and in its metadata, by which lists and
 * webhooks show whose it is. What became of a refund is read off the list: a saved error would be told again and again.
 */
import type {
  ListedRefund,
  PaymentProvider,
  ProviderListing,
  ProviderLookup,
  ProviderOutcome,
  RefundOrder,
  VerifiedWebhook,
  WebhookHeaders,
} from '../services/ports';
import { callHttp, type HttpAnswer } from './http-call';
import { causeOf, lookupOf, outcomeOf } from './stripe-answers';
import { toStripe } from './stripe-currency';
import { isId, KEY_NAME, readRefund, type StripeRefund } from './stripe-refund';
import { readSettings, settingsProblem, type StripeSettings } from './stripe-settings';
import { isSigned, readEvent } from './stripe-webhooks';

/** Pinned, so that no change at Stripe changes what its answers mean. */
const STRIPE_VERSION = '2023-08-16';

/** Stripe may forget a key after 24 hours. */
const KEY_LIFE_MS = 24 * 60 * 60 * 1000;
const PAGE_SIZE = 100;
/** A payment with more refunds than this many pages hold is looked at by a person. */
const MOST_PAGES = 100;
const NOT_SET = { kind: 'unknown', cause: 'this shop has no settings for Stripe' } as const;

export class StripeProvider implements PaymentProvider {
  readonly name = 'stripe';
  readonly keyLifeMs = KEY_LIFE_MS;

  checkSettings(settings: unknown): string | undefined {
    return settingsProblem(settings);
  }

  async refund(order: RefundOrder, settings: unknown): Promise<ProviderOutcome> {
    const account = readSettings(settings);
    if (!account) return NOT_SET;
    const { paymentReference, amount, currency, providerKey } = order;
    const field = paymentField(paymentReference);
    if (!field) return declined(`"${paymentReference}" is no payment of Stripe: these begin with pi_, ch_ or py_`);
    const units = toStripe(amount, currency);
    if (units === undefined) return declined(`Stripe cannot be told exactly ${amount} ${currency} in minor units`);
    const form = { [field]: paymentReference, amount: String(units), [`metadata[${KEY_NAME}]`]: providerKey };
    return outcomeOf(order, await post(account, '/v1/refunds', form, providerKey));
  }

  async lookUp(order: RefundOrder, settings: unknown): Promise<ProviderLookup | ProviderListing> {
    const account = readSettings(settings);
    if (!account) return NOT_SET;
    const { reference, paymentReference, shop } = order;
    if (!isId(reference)) return this.list(paymentReference, shop, settings);
    return lookupOf(order, await get(account, `/v1/refunds/${reference}`, {}, limitOf(account)));
  }

  async list(paymentReference: string, _shop: string, settings: unknown): Promise<ProviderListing> {
    const account = readSettings(settings);
    if (!account) return NOT_SET;
    const field = paymentField(paymentReference);
    if (!field) return { kind: 'unknown', cause: `"${paymentReference}" is no payment of Stripe` };
    const limit = limitOf(account);
    const refunds: ListedRefund[] = [];
    let after: Record<string, string> = {};
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const query = { [field]: paymentReference, limit: String(PAGE_SIZE), ...after };
      const read = readPage(paymentReference, await get(account, '/v1/refunds', query, limit));
      if ('cause' in read) return { kind: 'unknown', cause: read.cause };
      refunds.push(...read.refunds);
      const last = read.refunds.at(-1);
      if (!read.more) return { kind: 'listed', refunds };
      if (!last) break;
      after = { starting_after: last.reference };
    }
    return { kind: 'unknown', cause: "Stripe's list has no end" };
  }

  verifyWebhook(rawBody: Buffer, headers: WebhookHeaders, settings: unknown, now: number): VerifiedWebhook {
    const secret = readSettings(settings)?.webhookSecret;
    if (secret === undefined || !isSigned(secret, headers['stripe-signature'], rawBody, now))
      return { kind: 'refused' };
    return readEvent(rawBody);
  }
}

const declined = (reason: string): ProviderOutcome => ({ kind: 'declined', reason });

/** How Stripe wants this payment to be named: shops know it by its payment intent, or by its charge. */
function paymentField(reference: string): 'payment_intent' | 'charge' | undefined {
  if (!isId(reference)) return undefined;
  if (reference.startsWith('pi_')) return 'payment_intent';
  return reference.startsWith('ch_') || reference.startsWith('py_') ? 'charge' : undefined;
}

type Page = { readonly refunds: readonly ListedRefund[]; readonly more: boolean } | { readonly cause: string };

/** One entry that is not understood spoils the page: what is not in a list is taken not to exist. */
function readPage(paymentReference: string, answer: HttpAnswer): Page {
  if (answer.kind === 'unanswered') return { cause: answer.cause };
  if (answer.status !== 200) return { cause: causeOf(answer) };
  const { data, has_more: more } = answer.body ?? {};
  if (!Array.isArray(data) || typeof more !== 'boolean') return { cause: "Stripe's list cannot be read" };
  const refunds: ListedRefund[] = [];
  for (const value of data as unknown[]) {
    const refund = readRefund(value);
    if ('problem' in refund) return { cause: `Stripe's list cannot be read: ${refund.problem}` };
    if (!refund.payments.includes(paymentReference)) return { cause: "Stripe's list shows another payment" };
    refunds.push(listedOf(refund));
  }
  return { refunds, more };
}

function listedOf({ reference, key, amount, currency, word: kind, message }: StripeRefund): ListedRefund {
  const named = key === undefined ? {} : { ourReference: key };
  return { reference, amount, currency, kind, ...named, ...(message === undefined ? {} : { message }) };
}

const limitOf = ({ timeoutMs }: StripeSettings): AbortSignal => AbortSignal.timeout(timeoutMs);

function post(account: StripeSettings, path: string, form: Record<string, string>, key: string): Promise<HttpAnswer> {
  const headers = { ...headersOf(account), 'idempotency-key': key };
  const url = new URL(path, account.baseUrl);
  return callHttp({ method: 'POST', url, headers, form: new URLSearchParams(form) }, limitOf(account));
}

function get(
  account: StripeSettings,
  path: string,
  query: Record<string, string>,
  limit: AbortSignal,
): Promise<HttpAnswer> {
  const url = new URL(path, account.baseUrl);
  url.search = new URLSearchParams(query).toString();
  return callHttp({ method: 'GET', url, headers: headersOf(account) }, limit);
}

function headersOf({ secretKey }: StripeSettings): Record<string, string> {
  return { authorization: `Bearer ${secretKey}`, 'stripe-version': STRIPE_VERSION, accept: 'application/json' };
}
