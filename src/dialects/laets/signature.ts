/** Proofs made with the secret of the application: of requests in strict mode, and of single sign-on (contract, section 1). */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from '../../domain/refusal';

/** How far the nonce, which is a time, may be from our clock (choice LAETS-1). */
const TOLERANCE_S = 300;
const SECOND_MS = 1000;
const TIME = /^\d{1,12}$/;

/** Lower-case hex of an HMAC-SHA1. */
function proofOf(secret: string, bytes: Buffer): Buffer {
  return Buffer.from(createHmac('sha1', secret).update(bytes).digest('hex'));
}

function fits(given: string, proof: Buffer): boolean {
  const shown = Buffer.from(given);
  return shown.length === proof.length && timingSafeEqual(shown, proof);
}

/**
 * Refuses a request whose Application-Signature is not that of its bytes and of its Application-Nonce, or whose nonce is too old
 * or too new.
 * @param now epoch milliseconds
 */
export function requireSignature(headers: IncomingHttpHeaders, body: Buffer, secret: string, now: number): void {
  const nonce = textOf(headers['application-nonce']);
  const signature = textOf(headers['application-signature']);
  const proof = proofOf(secret, Buffer.concat([body, Buffer.from(`:${nonce}`)]));
  const offS = TIME.test(nonce) ? Math.abs(now / SECOND_MS - Number(nonce)) : Infinity;
  if (fits(signature, proof) && offS <= TOLERANCE_S) return;
  throw new Refusal('credentials_invalid', 'the signature of the application is missing, wrong or too old');
}

/** Parameters that a single sign-on is proved with, in their order; the first four always count, the others where they are given. */
const SIGNED = ['email', 'first_name', 'last_name', 'timestamp'] as const;
const ALSO_SIGNED = ['currency', 'shipping_country', 'from_session_id', 'birth_date'] as const;

/** Whether `message_auth` is the proof of the other parameters. */
export function isProved(query: Readonly<Record<string, string | undefined>>, secret: string): boolean {
  const rest = ALSO_SIGNED.map((name) => query[name]).filter((text) => text !== undefined);
  const message = [...SIGNED.map((name) => query[name] ?? ''), ...rest].join(';');
  return fits(query['message_auth'] ?? '', proofOf(secret, Buffer.from(message)));
}

function textOf(header: string | string[] | undefined): string {
  return typeof header === 'string' ? header : '';
}
