/** Times as the platform writes them: YYYY-MM-DD hh:mm:ss, on the shop's own clock (choice IDO-24). */

const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** @param at epoch milliseconds */
export function shopTime(at: number, timezone: string): string {
  const parts = Object.fromEntries(
    formatOf(timezone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  return `${parts['year']}-${parts['month']}-${parts['day']} ${parts['hour']}:${parts['minute']}:${parts['second']}`;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = FORMATS.get(timeZone);
  if (known) return known;
  const two = '2-digit' as const;
  const made = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, hourCycle: 'h23', year: 'numeric', month: two, day: two, hour: two, minute: two, second: two },
  });
  FORMATS.set(timeZone, made);
  return made;
}
