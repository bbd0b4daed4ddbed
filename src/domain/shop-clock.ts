/** What the shop's own clock shows. Each dialect writes it in its own way, and a day is the shop's day. */

interface ClockFace {
  /** YYYY-MM-DD. */
  readonly date: string;
  /** hh:mm:ss. */
  readonly time: string;
  /** How far the clock is ahead of UTC, such as -03:00. */
  readonly offset: string;
}

/** Making a format costs more than using it a hundred times. */
const FORMATS = new Map<string, Intl.DateTimeFormat>();
/** "05/01/2026, 10:00:00 GMT-03:00", and "GMT" alone for no offset. Intl would tell the parts too, but takes four times as long. */
const FACE = /^(\d+)\/(\d+)\/(\d+), (\d+:\d+:\d+) GMT(.*)$/;

/** @param at epoch milliseconds @param timezone IANA name */
export function clockAt(at: number, timezone: string): ClockFace {
  const text = formatOf(timezone).format(at);
  const [, day, month, year, time, offset] = FACE.exec(text) ?? [];
  if (time === undefined) throw new Error(`"${text}" is not how this version of Intl is expected to write a time`);
  return { date: `${year}-${month}-${day}`, time, offset: offset || '+00:00' };
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
