/** Webhooks of Stripe, as it would send them to the tests' shop. */
import { stripeSignature } from '../../src/providers/stripe-webhooks';
import type { StripeRefundObject } from '../fakes/stripe-books';

export const WEBHOOK_SECRET = 'whsec_Zm9yX3Rlc3RzX29ubHk';

export function eventOf(type: string, object: Partial<StripeRefundObject> | object, id = 'evt_1'): Buffer {
  return Buffer.from(JSON.stringify({ id, object: 'event', api_version: '2023-08-16', type, data: { object } }));
}

export function signedBy(secret: string, body: Buffer, now: number): Record<string, string> {
  const seconds = String(Math.floor(now / 1000));
  return { 'stripe-signature': `t=${seconds},v1=${stripeSignature(secret, seconds, body)}` };
}
