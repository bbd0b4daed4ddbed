/** Times as the platform writes them in lists: 2023-06-06T21:41:57-03:00, on the shop's own clock. */

const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** @param at epoch milliseconds */
export function shopTime(at: number, timezone: string): string {
  const parts = Object.fromEntries(
    formatOf(timezone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const date = `${parts['year']}-${parts['month']}-${parts['day']}`;
  const time = `${parts['hour']}:${parts['minute']}:${parts['second']}`;
  // "GMT-03:00", and "GMT" alone for no offset.
  const offset = (parts['timeZoneName'] ?? '').replace('GMT', '') || '+00:00';
  return `${date}T${time}${offset}`;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(timeZone);
  if (known) return known;
  const two = '2-digit' as const;
  const made = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: two, day: two, hour: two, minute: two, second: two },
    timeZoneName: 'longOffset',
  });
  FORMATS.set(timeZone, made);
  return made;
}
