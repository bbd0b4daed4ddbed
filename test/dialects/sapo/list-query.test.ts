/** What a caller may ask of a list: how much of it, of which time, and of which keys. */
import { type Refusal } from '../../../src/domain/refusal';
import { idsOf, onlyFields, pageFrom, pageOf, periodOf } from '../../../src/dialects/sapo/list-query';

const rows = Array.from({ length: 600 }, (_, index) => ({ id: index + 1, created_on: '2026-11-21T10:30:00Z' }));
const found = (query: object): [first: number | undefined, count: number] => {
  const page = pageFrom(rows, query as Record<string, unknown>);
  return [page[0]?.id, page.length];
};

test.each<[string, object, [number | undefined, number]]>([
  ['is of 50 where nobody says', {}, [1, 50]],
  ['is of as many as were asked for', { limit: '3' }, [1, 3]],
  ['is of 250 at most', { limit: '250' }, [1, 250]],
  ['is of 250 where more were asked for', { limit: '251', page: '2' }, [251, 250]],
  ['is of 50 where none were asked for', { limit: '0' }, [1, 50]],
  ['is of 50 where the limit is none', { limit: 'ten' }, [1, 50]],
  ['is of 50 where the limit is below zero', { limit: '-5' }, [1, 50]],
  ['is of 50 where the limit is a half', { limit: '1.5' }, [1, 50]],
  ['is of 50 where the limit stands twice', { limit: ['1', '2'] }, [1, 50]],
  ['is the first where the page is none', { page: 'x' }, [1, 50]],
  ['is the first where the page is 0', { page: '0' }, [1, 50]],
  ['is the last', { page: '12' }, [551, 50]],
  ['is of nothing behind the last', { page: '13' }, [undefined, 0]],
  ['is of nothing far behind the last', { page: '999999999999999' }, [undefined, 0]],
  ['is of what comes after an id', { since_id: '590' }, [591, 10]],
  ['is of all where the id is none', { since_id: 'x' }, [1, 50]],
  ['passes over the parameters of other lists', { ids: '7', order: 'created_on desc', page_info: 'x' }, [1, 50]],
  ['is of nothing before there were computers', { created_on_max: '1970-01-01' }, [undefined, 0]],
  ['is of all since then', { created_on_min: '1970-01-01', created_on_max: '' }, [1, 50]],
])('a page %s', (_what, query, page) => {
  expect(found(query)).toEqual(page);
});

test('orders take the same pages', () => {
  expect(pageOf({ limit: '251', page: '-1', since_id: '7' })).toEqual({ page: 1, limit: 250, sinceId: 7 });
  expect(pageOf({ limit: '9'.repeat(30), page: '9'.repeat(400), since_id: '4000000000000001' })).toEqual({
    ...{ page: Math.floor(Number.MAX_SAFE_INTEGER / 250), limit: 250, sinceId: 4_000_000_000_000_001 },
  });
});

test.each([
  ['1,2', [1, 2]],
  [' 7 , x,0,-1,1.5,9007199254740991', [7, 9_007_199_254_740_991]],
  [
    ['1', '2,3'],
    [1, 2, 3],
  ],
  [
    Array.from({ length: 300 }, (_, index) => index + 1).join(','),
    Array.from({ length: 300 }, (_, index) => index + 1),
  ],
  ['x', []],
  ['', undefined],
  [['', ''], undefined],
  [{ a: '1' }, undefined],
])('of ids those are read that can be some, all of them: %j', (ids, read) => {
  expect(idsOf({ ids })).toEqual(read);
});

const SECOND_MS = 1000;

test.each([
  ['2008-12-31 03:00', '2008-12-31T03:00:00Z'],
  ['2008-12-31T03:00:05.900Z', '2008-12-31T03:00:05Z'],
  ['2008-12-31', '2008-12-31T00:00:00Z'],
  ['2008-12-31 03:00 +07:00', '2008-12-30T20:00:00Z'],
  ['2008-12-31T03:00:00+0700', '2008-12-30T20:00:00Z'],
  ['2008-12-31T03:00:00 07:00', '2008-12-30T20:00:00Z'],
  ['2008-12-31T03:00:00-07:00', '2008-12-31T10:00:00Z'],
  ['2008-12-31T03:00:00+07', '2008-12-30T20:00:00Z'],
])('a bound is a time: %s', (text, read) => {
  const at = Date.parse(read);
  expect(periodOf({ at_min: text, at_max: text }, 'at')).toEqual({ from: at, before: at + SECOND_MS });
});

test.each([
  ...['soon', '2026-13-01', '2026-02-30', '2026-01-01 25:00', '2026-01-01 +99:00', '0000-01-01', '20260101', 5],
  ...[['2026-01-01', '2026-01-02']],
])('a bound that is no time is refused under its name: %j', (given) => {
  expect(() => periodOf({ at_min: given }, 'at')).toThrow(
    expect.objectContaining({ code: 'request_invalid', field: 'at_min' }) as Refusal,
  );
});

test.each([
  ['id,note', { id: 1, note: 'x' }],
  [' note , id ', { id: 1, note: 'x' }],
  ['nothing', {}],
  ['__proto__,constructor', {}],
  ['', { id: 1, note: 'x', more: true }],
  [undefined, { id: 1, note: 'x', more: true }],
  [['id'], { id: 1, note: 'x', more: true }],
])('of the keys those are told that were asked for: %j', (fields, told) => {
  expect(onlyFields({ id: 1, note: 'x', more: true }, { fields })).toEqual(told);
});
