import { clockAt } from '../../domain/shop-clock';

/**
 * Times as the platform writes them in lists: 2023-06-06T21:41:57-03:00, on the shop's own clock.
 * @param at epoch milliseconds
 */
export function shopTime(at: number, timezone: string): string {
  const { date, time, offset } = clockAt(at, timezone);
  return `${date}T${time}${offset}`;
}
