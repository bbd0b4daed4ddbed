/** Signatures as Standard Webhooks has them: HMAC-SHA256 over id, time and the very bytes of the body. */
import { createHmac } from 'node:crypto';
import type { WebhookHeaders } from '../services/ports';
import { isAmong, isRecent } from './webhook-proof';

const SECRET = /^whsec_([A-Za-z0-9+/]+={0,2})$/;
const SECRET_BYTES = { least: 24, most: 64 };
const ID = /^[!-~]{1,255}$/;

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
  if (typeof id !== 'string' || !ID.test(id) || typeof seconds !== 'string' || !isRecent(seconds, now))
    return undefined;
  // Texts are compared, not bytes: Base64 spells the same bytes in many ways, and we accept one.
  return isAmong(signatures.split(' '), signatureOf(secret, id, seconds, rawBody)) ? id : undefined;
}
