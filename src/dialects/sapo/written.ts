/** How this platform writes times (choice SAPO-14). */
import { formatInstant } from '../../domain/instant';

/** Seconds are the smallest part: 2016-02-03T04:05:06Z. */
export function timeOf(at: number): string {
  return formatInstant(at).replace(/\.\d+/, '');
}

export function timeIfKnown(at: number | undefined): string | null {
  return at === undefined ? null : timeOf(at);
}
