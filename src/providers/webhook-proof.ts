/** What every signature of a webhook is held to, however its provider writes it. */
import { createHash, timingSafeEqual } from 'node:crypto';

/** How far the time of a webhook may be from ours, either way. */
export const WEBHOOK_TOLERANCE_MS = 5 * 60 * 1000;

/** More than any sender needs while it changes its secret; each costs us a comparison. */
const MOST_SIGNATURES = 10;

/** Whether one of the given signatures is the right one. In constant time, over hashes of equal length. */
export function isAmong(given: readonly string[], right: string): boolean {
  const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
  const wanted = sha256(right);
  return given.slice(0, MOST_SIGNATURES).some((one) => timingSafeEqual(sha256(one), wanted));
}

/** Whether the time in a signature, in whole seconds, is about now. */
export function isRecent(seconds: string, now: number): boolean {
  return /^[0-9]{1,12}$/.test(seconds) && Math.abs(now - Number(seconds) * 1000) <= WEBHOOK_TOLERANCE_MS;
}
