/** How this platform writes times and amounts (contract, section 2), and how its callers write times. */
import { clockAt } from '../../domain/shop-clock';
import { formatMinor } from '../../domain/money';

/** 2016-04-14T09:51:07+02:00, on the shop's own clock. @param at epoch milliseconds */
export function timeOf(at: number, timezone: string): string {
  const { date, time, offset } = clockAt(at, timezone);
  return `${date}T${time}${offset}`;
}

/** At least two places, whatever the currency has (choice LAETS-17). */
export function moneyOf(minor: number, currency: string): string {
  return padded(formatMinor(minor, currency), 2);
}

const UNIT_PLACES = 6;

/**
 * What one of so many units is worth, with six places. It is for reading only: the last place is cut off, and no refund is worked
 * out from it.
 */
export function unitPriceOf(minor: number, quantity: number, currency: string): string {
  const digits = (formatMinor(0, currency).split('.')[1] ?? '').length;
  const scaled = (BigInt(minor) * 10n ** BigInt(UNIT_PLACES - digits)) / BigInt(quantity);
  const text = String(scaled < 0n ? -scaled : scaled).padStart(UNIT_PLACES + 1, '0');
  return `${scaled < 0n ? '-' : ''}${text.slice(0, -UNIT_PLACES)}.${text.slice(-UNIT_PLACES)}`;
}

function padded(text: string, places: number): string {
  const [whole = '', fraction = ''] = text.split('.');
  return `${whole}.${fraction.padEnd(places, '0')}`;
}

/** A day, a time, a zone; without a zone it is UTC. A plus sign that nobody escaped has become a blank. */
const TIME = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?)?(Z|[-+ ]\d{2}:?\d{2})?$/i;

/** Epoch milliseconds of the whole second; undefined for what is no time of any calendar. */
export function readInstant(text: string): number | undefined {
  const [, day, time = '00:00', zone = 'Z'] = TIME.exec(text) ?? [];
  // The 30th of February would be read as the 2nd of March.
  if (day === undefined || !isDay(day)) return undefined;
  const offset = zone.replace(' ', '+').replace(/^([-+]\d{2}):?/, '$1:');
  const at = Date.parse(`${day}T${time}${offset}`);
  return Number.isNaN(at) ? undefined : at;
}

function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day);
}
