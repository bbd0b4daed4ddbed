/** Webhooks of Stripe: `Stripe-Signature` over the very bytes of the body, and the refunds that an event is about. */
import { createHmac } from 'node:crypto';
import type { ProviderNews, VerifiedWebhook } from '../services/ports';
import { isObject, objectOf, type Fields } from './json-object';
import { isId, readRefund } from './stripe-refund';
import { isAmong, isRecent } from './webhook-proof';

/** Events that tell about refunds. A shop's account has many others; they are kept and change nothing. */
const REFUND_EVENTS: ReadonlySet<unknown> = new Set([
  'refund.created',
  'refund.updated',
  'refund.failed',
  'charge.refund.updated',
  'charge.refunded',
]);

/** The signature of a body: hexadecimal HMAC-SHA256 over `seconds.body`, keyed with the secret as Stripe shows it. */
export function stripeSignature(secret: string, seconds: string, rawBody: Buffer): string {
  return createHmac('sha256', secret).update(`${seconds}.`).update(rawBody).digest('hex');
}

/** Whether a header such as `t=1492774577,v1=5257a8...,v1=...` proves that the body was signed with the secret, just now. */
export function isSigned(secret: string, header: unknown, rawBody: Buffer, now: number): boolean {
  if (typeof header !== 'string') return false;
  const parts = header.split(',').map((part) => part.trim());
  const valuesOf = (name: string): string[] =>
    parts.filter((part) => part.startsWith(`${name}=`)).map((part) => part.slice(name.length + 1));
  const [seconds, second] = valuesOf('t');
  if (seconds === undefined || second !== undefined || !isRecent(seconds, now)) return false;
  return isAmong(valuesOf('v1'), stripeSignature(secret, seconds, rawBody));
}

/** What a proved event says. */
export function readEvent(rawBody: Buffer): Exclude<VerifiedWebhook, { kind: 'refused' }> {
  const event = objectOf(rawBody);
  const { id: eventId, type, data } = event ?? {};
  if (!isId(eventId)) return unreadable('the body must be an event with an id');
  const news: Omit<ProviderNews, 'shop'>[] = [];
  for (const value of REFUND_EVENTS.has(type) ? refundsIn(data) : []) {
    const refund = readRefund(value);
    if ('problem' in refund) return unreadable(`not understood: ${refund.problem}`);
    const { reference, payments, amount, currency, word: kind, key, message } = refund;
    const [paymentReference, ...paymentAliases] = payments;
    if (paymentReference === undefined) return unreadable(`not understood: the payment of ${reference}`);
    const named = key === undefined ? {} : { providerKey: key };
    const told = message === undefined ? {} : { message };
    news.push({ kind, reference, paymentReference, paymentAliases, amount, currency, ...named, ...told });
  }
  return { kind: 'verified', eventId, news };
}

/** The event's own refund, or those that old versions of the API show inside of a charge. */
function refundsIn(data: unknown): readonly unknown[] {
  const object = isObject(data) ? data['object'] : undefined;
  if (!isObject(object) || object['object'] !== 'charge') return [object];
  const { data: listed } = isObject(object['refunds']) ? object['refunds'] : ({} as Fields);
  return Array.isArray(listed) ? (listed as unknown[]) : [];
}

function unreadable(problem: string): { readonly kind: 'unreadable'; readonly problem: string } {
  return { kind: 'unreadable', problem };
}
