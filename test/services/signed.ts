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

export function signed(rawBody: Buffer, id: string, now: number, secret = SECRET): Record<string, string> {
  const seconds = String(Math.floor(now / 1000));
  return {
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': signatureOf(secret, id, seconds, rawBody),
  };
}

/** Numbers from 0 to 1 that look random and are the same in every run. */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  return items
    .map((item) => [random(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}
