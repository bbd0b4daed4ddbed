/** The key of the day: how older platforms let a password be used over an open line without showing it. */
import { createHash } from 'node:crypto';
import { clockAt } from '../domain/shop-clock';

const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex');

/** Clocks differ: this long around midnight the day next to it counts as well. */
const MIDNIGHT_TOLERANCE_MS = 10 * 60 * 1000;

/** Lower-case hex: SHA-1 of the date (YYYYMMDD) and the SHA-1 of the password. */
export function dayKeyOf(day: string, password: string): string {
  return sha1(day + sha1(password));
}

/** The shop's date, YYYYMMDD, and close to midnight that of the neighbouring day as well. */
export function daysAround(now: number, timezone: string): string[] {
  const days = [now - MIDNIGHT_TOLERANCE_MS, now, now + MIDNIGHT_TOLERANCE_MS].map((at) =>
    clockAt(at, timezone).date.replaceAll('-', ''),
  );
  return [...new Set(days)];
}
