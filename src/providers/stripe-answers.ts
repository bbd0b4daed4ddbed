/** What an answer of Stripe says about a refund of ours. What does not say it clearly is `unknown`, and asked after. */
import type { ProviderLookup, ProviderOutcome, RefundOrder } from '../services/ports';
import type { HttpAnswer } from './http-call';
import { isObject } from './json-object';
import { readRefund, type StripeRefund } from './stripe-refund';

type Answered = Extract<HttpAnswer, { kind: 'answered' }>;

/**
 * A request that Stripe understood and will not carry out, now or later: nothing was done. All other answers leave that
 * open: 409 is the same key at work, 429 and 5xx may follow an effect, 401 and 403 pass when the shop's key is put right.
 */
const FINAL_STATUS: ReadonlySet<number> = new Set([400, 402, 404]);
/** Not among them: `idempotency_error`, for then the key was used before, and nobody here knows what came of that. */
const FINAL_TYPE: ReadonlySet<unknown> = new Set(['invalid_request_error', 'card_error']);

/** What a request to refund came to. */
export function outcomeOf(order: RefundOrder, answer: HttpAnswer): ProviderOutcome {
  if (answer.kind === 'answered') {
    const reason = refusalOf(answer);
    if (reason !== undefined) return { kind: 'declined', reason };
  }
  const found = lookupOf(order, answer);
  // Sent again after it came back: no word of a first answer fits. Asked, Stripe tells the whole story.
  const again = found.kind === 'reversed' || found.kind === 'absent';
  return again ? { kind: 'unknown', cause: 'the refund was known and came back' } : found;
}

/** What became of a refund whose reference we know. */
export function lookupOf(order: RefundOrder, answer: HttpAnswer): ProviderLookup {
  if (answer.kind === 'unanswered') return { kind: 'unknown', cause: answer.cause };
  if (answer.status !== 200) return { kind: 'unknown', cause: causeOf(answer) };
  const refund = readRefund(answer.body);
  if ('problem' in refund) return { kind: 'unknown', cause: `Stripe's answer cannot be read: ${refund.problem}` };
  const difference = differenceOf(order, refund);
  if (difference !== undefined) {
    return { kind: 'unknown', cause: `Stripe shows refund ${refund.reference} ${difference}`, mismatch: true };
  }
  const { reference, word, message } = refund;
  if (word === 'settled' || word === 'pending') return { kind: word, reference };
  return { kind: word, reference, reason: message ?? word };
}

/** What to say of an answer that settles nothing. */
export function causeOf({ status, body }: Answered): string {
  if (status === 401 || status === 403) return `Stripe refused the key that this shop has set (HTTP ${status})`;
  const error = body?.['error'];
  const word = isObject(error) ? (error['code'] ?? error['type']) : undefined;
  return `Stripe answered HTTP ${status}${typeof word === 'string' ? `, ${withoutSecrets(word)}` : ''}`;
}

function refusalOf({ status, headers, body }: Answered): string | undefined {
  const error = body?.['error'];
  if (!FINAL_STATUS.has(status) || !isObject(error) || !FINAL_TYPE.has(error['type'])) return undefined;
  if (headers.get('stripe-should-retry') === 'true') return undefined;
  const said = error['message'] ?? error['code'];
  return typeof said === 'string' ? withoutSecrets(said) : `refused by Stripe (HTTP ${status})`;
}

/** How it is another refund than the one that was ordered. */
function differenceOf(order: RefundOrder, { reference, key, payments, amount, currency }: StripeRefund) {
  if (key !== order.providerKey && reference !== order.reference) return 'without our key';
  if (!payments.includes(order.paymentReference)) return `of another payment than ${order.paymentReference}`;
  if (amount === order.amount && currency === order.currency) return undefined;
  return `of ${amount} ${currency} in minor units, but ${order.amount} ${order.currency} was ordered`;
}

/** What a person reads, and a log keeps, holds no key: not even one that Stripe repeats. */
function withoutSecrets(text: string): string {
  return text.replace(/\b([sr]k|whsec)_[\w*]+/g, '$1_...');
}
