/** Webhooks of the simulated provider, signed as it would sign them. */
import { signatureOf } from '../../src/providers/standard-webhooks';
import type { ProviderWord } from '../../src/domain/transaction';

export const SECRET = Buffer.alloc(32, 7);
export const SECRET_TEXT = `whsec_${SECRET.toString('base64')}`;

export interface ToldRefund {
  readonly id: string;
  readonly key?: string;
  readonly payment: string;
  readonly amount: number;
  readonly currency: string;
  readonly message?: string;
}

export const eventBody = (word: ProviderWord, refund: ToldRefund, more: object = { shop: 'tea' }): Buffer =>
  Buffer.from(JSON.stringify({ type: `refund.${word}`, ...more, refund }));

export function signed(rawBody: Buffer, id: string, now: number, secret: Buffer = SECRET) {
  const seconds = String(Math.floor(now / 1000));
  return {
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': signatureOf(secret, id, seconds, rawBody),
  };
}
