/** Instants are epoch milliseconds inside and ISO 8601 text in UTC outside. */
import { Refusal } from './refusal';

/** Years of four digits, in UTC: what lies outside could be read in its own zone, and never be written again. */
const FIRST = Date.parse('0001-01-01T00:00:00Z');
const LAST = Date.parse('9999-12-31T23:59:59.999Z');

/** Reads ISO 8601 text with a zone. Refuses a day that no calendar has, such as 2026-02-30, and years that are not 1 to 9999 in UTC. */
export function parseInstant(text: string, field: string): number {
  const instant = Date.parse(text);
  const day = Number(text.slice(8, 10));
  const lastDay = new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0)).getUTCDate();
  if (!(instant >= FIRST && instant <= LAST) || day > lastDay) {
    throw new Refusal(
      'request_invalid',
      `${field} must be an ISO 8601 time with a zone, such as 2026-11-21T10:30:00Z`,
      field,
    );
  }
  return instant;
}

/** Writes an instant as ISO 8601 text in UTC. */
export function formatInstant(instant: number): string {
  return new Date(instant).toISOString();
}
