/** Times as the platform writes them: YYYY-MM-DD hh:mm:ss, on the shop's own clock (choice IDO-24). */
import { clockAt } from '../../domain/shop-clock';

/** @param at epoch milliseconds */
export function shopTime(at: number, timezone: string): string {
  const { date, time } = clockAt(at, timezone);
  return `${date} ${time}`;
}

/** A time as a clock shows it, without a place: what it would be in epoch milliseconds if the clock were at UTC. */
interface ClockTime {
  readonly asUtc: number;
  /** Whether only the day was said. */
  readonly isDay: boolean;
}

/** From one time to another on the shop's clock, both of them included. */
export interface Span {
  readonly begin?: ClockTime;
  readonly end?: ClockTime;
}

const CLOCK_TIME = /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d:\d\d))?$/;
const SECOND_MS = 1000;
const DAY_MS = 24 * 60 * 60 * SECOND_MS;

/** Reads YYYY-MM-DD, with or without hh:mm:ss; undefined for what no clock shows. */
export function readClockTime(text: string): ClockTime | undefined {
  const [, day, time] = CLOCK_TIME.exec(text) ?? [];
  const asUtc = Date.parse(`${day}T${time ?? '00:00:00'}Z`);
  // The 30th of February would be read as the 2nd of March.
  if (Number.isNaN(asUtc) || !new Date(asUtc).toISOString().startsWith(String(day))) return undefined;
  return { asUtc, isDay: time === undefined };
}

/** A day at the end counts whole, and so does a second (choice IDO-31). */
export function periodIn(timezone: string, { begin, end }: Span): { readonly from?: number; readonly before?: number } {
  return {
    ...(begin ? { from: instantAt(begin.asUtc, timezone) } : {}),
    ...(end ? { before: instantAt(end.asUtc + (end.isDay ? DAY_MS : SECOND_MS), timezone) } : {}),
  };
}

/** When the shop's clock shows this. Twice, because the clock may be set between the time that is meant and the first guess. */
function instantAt(asUtc: number, timezone: string): number {
  const guess = asUtc - aheadOfUtc(asUtc, timezone);
  return asUtc - aheadOfUtc(guess, timezone);
}

function aheadOfUtc(at: number, timezone: string): number {
  return Date.parse(`${shopTime(at, timezone).replace(' ', 'T')}Z`) - Math.floor(at / SECOND_MS) * SECOND_MS;
}
