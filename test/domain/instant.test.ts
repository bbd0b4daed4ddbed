import { formatInstant, parseInstant } from '../../src/domain/instant';
import { refusedBy } from './refused';

test.each([
  ['2026-11-21T10:30:00Z', '2026-11-21T10:30:00.000Z'],
  ['2026-11-21T10:30:00.123Z', '2026-11-21T10:30:00.123Z'],
  ['2026-11-21T10:30:00+01:00', '2026-11-21T09:30:00.000Z'],
  ['2028-02-29T00:00:00Z', '2028-02-29T00:00:00.000Z'],
])('%s is the instant %s', (text, instant) => {
  expect(formatInstant(parseInstant(text, 'since'))).toBe(instant);
});

test.each(['2026-02-30T00:00:00Z', '2027-02-29T00:00:00Z', '2026-04-31T00:00:00Z', '2026-13-01T00:00:00Z', 'soon', ''])(
  'no calendar has "%s"',
  (text) => {
    expect(refusedBy(() => parseInstant(text, 'since'))).toEqual({ code: 'request_invalid', field: 'since' });
  },
);

test.each(['0001-01-01T00:00:00+14:00', '9999-12-31T23:59:59-01:00'])(
  '%s has a year of its own zone that cannot be written in UTC',
  (text) => {
    expect(refusedBy(() => parseInstant(text, 'since'))).toEqual({ code: 'request_invalid', field: 'since' });
  },
);
