/** Signatures as Standard Webhooks has them: HMAC-SHA256 over id, time and the very bytes of the body. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { WebhookHeaders } from '../services/ports';

/** How far the time of a webhook may be from ours, either way. */
export const WEBHOOK_TOLERANCE_MS = 5 * 60 * 1000;

const SECRET = /^whsec_([A-Za-z0-9+/]+={0,2})$/;
const SECRET_BYTES = { least: 24, most: 64 };
const ID = /^[!-~]{1,255}$/;
const SECONDS = /^[0-9]{1,12}$/;
/** More than any sender needs while it changes its secret; each costs us a comparison. */
const MOST_SIGNATURES = 10;

/** The bytes of a secret such as `whsec_MfKQ...`; undefined when it is none. */
export function secretBytes(secret: unknown): Buffer | undefined {
  const [, text] = (typeof secret === 'string' && SECRET.exec(secret)) || [];
  if (text === undefined) return undefined;
  const bytes = Buffer.from(text, 'base64');
  return bytes.length >= SECRET_BYTES.least && bytes.length <= SECRET_BYTES.most ? bytes : undefined;
}

/** The signature of a webhook, such as `v1,K5oZ...`. */
export function signatureOf(secret: Buffer, id: string, seconds: string, rawBody: Buffer): string {
  const made = createHmac('sha256', secret).update(`${id}.${seconds}.`).update(rawBody).digest('base64');
  return `v1,${made}`;
}

/** The id of a webhook that was signed with the secret, not long ago; undefined for everything else. */
export function verifiedId(
  secret: Buffer | undefined,
  rawBody: Buffer,
  headers: WebhookHeaders,
  now: number,
): string | undefined {
  const { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signatures } = headers;
  if (secret === undefined || typeof signatures !== 'string') return undefined;
  if (typeof id !== 'string' || !ID.test(id) || typeof seconds !== 'string' || !SECONDS.test(seconds)) return undefined;
  if (Math.abs(now - Number(seconds) * 1000) > WEBHOOK_TOLERANCE_MS) return undefined;
  const made = signatureOf(secret, id, seconds, rawBody);
  const given = signatures.split(' ').slice(0, MOST_SIGNATURES);
  return given.some((one) => equal(one, made)) ? id : undefined;
}

/** Compares the texts, over hashes of equal length: Base64 spells the same bytes in many ways, and we accept one. */
function equal(a: string, b: string): boolean {
  const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(sha256(a), sha256(b));
}
