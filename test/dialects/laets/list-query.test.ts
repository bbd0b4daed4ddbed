/** How a list is asked for, by the table of a resource: the choices LAETS-3 and LAETS-4 (code 71006) are ours. */
import { Addresses, idIn, idOfUri } from '../../../src/dialects/laets/address';
import { FAULTS, Complaint } from '../../../src/dialects/laets/faults';
import { LANGUAGES } from '../../../src/dialects/laets/language';
import { listShape, readList } from '../../../src/dialects/laets/list-query';
import type { Resource } from '../../../src/dialects/laets/resource';
import { schemaOf } from '../../../src/dialects/laets/schema';
import { moneyOf, readInstant, timeOf, unitPriceOf } from '../../../src/dialects/laets/written';

const PARCEL: Resource<'id' | 'state' | 'sentAt' | 'label' | 'orderId', 'id' | 'sentAt'> = {
  name: 'parcel',
  fields: {
    id: { type: 'integer', help: 'Its number.', unique: true },
    label: { type: 'string', help: 'What is written on it.', nullable: true, creatable: true, editable: true },
    order: { type: 'related', related: 'to_one', help: 'Its order.', creatable: true },
    late: { type: 'boolean', help: 'Whether it is late.', creatable: true, byDefault: false },
  },
  filters: {
    id: { kind: 'integer', field: 'id' },
    status: { kind: 'words', field: 'state', words: { sent: ['sent'], gone: ['lost', 'burnt'] } },
    sent_on: { kind: 'instant', field: 'sentAt', nullable: true },
    label: { kind: 'text', field: 'label', nullable: true },
    order: { kind: 'related', field: 'orderId', resource: 'order' },
    merchant: { kind: 'fixed', resource: 'merchant' },
  },
  ordering: { id: 'id', sent_on: 'sentAt' },
  defaultLimit: 20,
  detailMethods: ['get'],
  listMethods: ['get', 'post'],
};

const read = (query: Record<string, unknown>) => readList(PARCEL, query, { merchant: 3 });
const SECOND = Date.parse('2026-01-05T09:00:00Z');

describe('conditions', () => {
  test.each<[Record<string, unknown>, unknown[]]>([
    [{}, []],
    [{ return_data: '1' }, []],
    [{ id: '5' }, [{ field: 'id', is: 'one_of', values: [5] }]],
    [{ id__in: '5,6, 7' }, [{ field: 'id', is: 'one_of', values: [5, 6, 7] }]],
    [{ id__in: ['5', '6'] }, [{ field: 'id', is: 'one_of', values: [5, 6] }]],
    [{ id__gt: '5' }, [{ field: 'id', is: 'at_least', value: 6 }]],
    [{ id__gte: '5' }, [{ field: 'id', is: 'at_least', value: 5 }]],
    [{ id__lt: '5' }, [{ field: 'id', is: 'below', value: 5 }]],
    [{ id__lte: '5' }, [{ field: 'id', is: 'below', value: 6 }]],
    [
      { id__range: '5,7' },
      [
        { field: 'id', is: 'at_least', value: 5 },
        { field: 'id', is: 'below', value: 8 },
      ],
    ],
    [{ status: 'gone' }, [{ field: 'state', is: 'one_of', values: ['lost', 'burnt'] }]],
    [{ status__in: 'sent,gone' }, [{ field: 'state', is: 'one_of', values: ['sent', 'lost', 'burnt'] }]],
    [{ status__iexact: 'SENT' }, [{ field: 'state', is: 'one_of', values: ['sent'] }]],
    [{ status: 'constructor' }, [{ field: 'state', is: 'one_of', values: [] }]],
    [
      { sent_on: '2026-01-05T10:00:00+01:00' },
      [
        { field: 'sentAt', is: 'at_least', value: SECOND },
        { field: 'sentAt', is: 'below', value: SECOND + 1000 },
      ],
    ],
    [{ sent_on__lte: '2026-01-05T09:00:00' }, [{ field: 'sentAt', is: 'below', value: SECOND + 1000 }]],
    [{ sent_on__gt: '2026-01-05T10:00:00 01:00' }, [{ field: 'sentAt', is: 'at_least', value: SECOND + 1000 }]],
    [{ sent_on__isnull: 'True' }, [{ field: 'sentAt', is: 'absent' }]],
    [{ sent_on__isnull: '0' }, [{ field: 'sentAt', is: 'given' }]],
    [{ label: 'A,b' }, [{ field: 'label', is: 'whole', text: 'A,b', ignoringCase: false }]],
    [{ label__iexact: 'A' }, [{ field: 'label', is: 'whole', text: 'A', ignoringCase: true }]],
    [{ label__contains: 'A' }, [{ field: 'label', is: 'within', text: 'A', ignoringCase: false }]],
    [{ label__icontains: 'A' }, [{ field: 'label', is: 'within', text: 'A', ignoringCase: true }]],
    [{ label__startswith: 'A' }, [{ field: 'label', is: 'start', text: 'A', ignoringCase: false }]],
    [{ label__iendswith: 'A' }, [{ field: 'label', is: 'end', text: 'A', ignoringCase: true }]],
    [{ label__in: 'A,B' }, [{ field: 'label', is: 'one_of', values: ['A', 'B'] }]],
    [{ label__isnull: 'false' }, [{ field: 'label', is: 'given' }]],
    [{ order: '/v1/order/9/' }, [{ field: 'orderId', is: 'one_of', values: [9] }]],
    [{ order__in: 'https://h/v1/order/9/,10' }, [{ field: 'orderId', is: 'one_of', values: [9, 10] }]],
    [{ merchant: '3' }, []],
    [{ merchant__in: '2,/v1/merchant/3/' }, []],
    [{ merchant: '4' }, [{ field: 'id', is: 'one_of', values: [] }]],
  ])('%j', (query, conditions) => {
    expect(read(query).conditions).toEqual(conditions);
  });
});

test.each<[Record<string, unknown>, number, string]>([
  [{ colour: 'red' }, 71006, 'colour'],
  [{ label__regex: 'x' }, 71006, 'label__regex'],
  [{ id__contains: '5' }, 71006, 'id__contains'],
  [{ status__gt: 'x' }, 71006, 'status__gt'],
  [{ constructor: '1' }, 71006, 'constructor'],
  [{ order_by: 'label' }, 71006, 'order_by'],
  [{ order_by: '--id' }, 71006, 'order_by'],
  [{ id: 'five' }, 71003, 'id'],
  [{ id: '' }, 71003, 'id'],
  [{ id: ['5', '6'] }, 71003, 'id'],
  [{ id__range: '5' }, 71003, 'id__range'],
  [{ id__range: '5,6,7' }, 71003, 'id__range'],
  [{ sent_on: '2026-02-30' }, 71003, 'sent_on'],
  [{ sent_on: 'yesterday' }, 71003, 'sent_on'],
  [{ sent_on__in: '2026-01-01,2026-01-02' }, 71006, 'sent_on__in'],
  [{ sent_on__in: '2026-01-01' }, 71006, 'sent_on__in'],
  [{ sent_on__isnull: 'maybe' }, 71003, 'sent_on__isnull'],
  [{ order: '/v1/refund/9/' }, 71003, 'order'],
  [{ limit: '-1' }, 71003, 'limit'],
  [{ offset: '1.5' }, 71003, 'offset'],
])('%j is refused with %i, and its name', (query, fault, field) => {
  const given = (): unknown => read(query);
  expect(given).toThrow(Complaint);
  expect(given).toThrow(
    expect.objectContaining({ fault, field, message: expect.stringContaining(field) as string }) as Error,
  );
});

test.each([
  [{}, { limit: 20, skip: 0 }],
  [
    { limit: '5', offset: '10' },
    { limit: 5, skip: 10 },
  ],
  [{ limit: '0' }, { limit: 100, skip: 0 }],
  [{ limit: '1000' }, { limit: 100, skip: 0 }],
])('%j is the page %j', (query, page) => {
  expect(read(query)).toMatchObject(page);
});

test('the order may be named with and without a minus sign, more than once', () => {
  expect(read({ order_by: '-sent_on' }).order).toEqual([{ field: 'sentAt', descending: true }]);
  expect(read({ order_by: ['sent_on', '-id'] }).order).toEqual([
    { field: 'sentAt', descending: false },
    { field: 'id', descending: true },
  ]);
});

test('a page tells where its neighbours are, with all that was asked', () => {
  const page = (skip: number) =>
    listShape(
      PARCEL,
      new Addresses('http://h'),
      { status: 'sent', id__in: ['1', '2'] },
      { limit: 2, skip },
      {
        ...{ items: ['a', 'b'], total: 5 },
      },
    );
  const at = (offset: number) => `http://h/v1/parcel/?status=sent&id__in=1&id__in=2&limit=2&offset=${offset}`;
  expect(page(0)).toEqual({
    meta: { limit: 2, next: at(2), offset: 0, previous: null, total_count: 5 },
    objects: ['a', 'b'],
  });
  expect(page(1).meta).toMatchObject({ next: at(3), previous: at(0) });
  expect(page(3).meta).toMatchObject({ next: null, previous: at(1) });
});

test('the schema is the table', () => {
  const schema = schemaOf(PARCEL);
  expect(schema).toMatchObject({
    ...{ default_format: 'application/json', default_limit: 20, ordering: ['id', 'sent_on'] },
    ...{ allowed_detail_http_methods: ['get'], allowed_list_http_methods: ['get', 'post'] },
    filtering: { id: 1, status: 1, sent_on: 1, label: 1, order: 1, merchant: 1 },
  });
  const field = (name: string) => schema.fields[name];
  expect(field('id')).toEqual({
    ...{ blank: true, creatable: false, default: 'No default provided.', editable: false, help_text: 'Its number.' },
    ...{ name: 'id', nullable: false, readonly: true, type: 'integer', unique: true },
  });
  expect(field('order')).toMatchObject({ blank: false, creatable: true, readonly: false, related_type: 'to_one' });
  expect(field('late')).toMatchObject({ blank: true, default: false });
});

test('amounts and times are written as the platform writes them', () => {
  expect([moneyOf(720, 'EUR'), moneyOf(7, 'VND'), moneyOf(-1234, 'KWD')]).toEqual(['7.20', '7.00', '-1.234']);
  expect([
    unitPriceOf(600, 1, 'EUR'),
    unitPriceOf(1000, 3, 'EUR'),
    unitPriceOf(-5, 2, 'EUR'),
    unitPriceOf(7, 2, 'VND'),
  ]).toEqual(['6.000000', '3.333333', '-0.025000', '3.500000']);
  expect(timeOf(SECOND, 'Europe/Berlin')).toBe('2026-01-05T10:00:00+01:00');
  expect(readInstant('2026-01-05')).toBe(Date.parse('2026-01-05T00:00:00Z'));
});

test('numbers of objects are read from addresses, and from nothing that only looks like one', () => {
  expect([idOfUri('/v1/return/5/', 'return'), idOfUri('http://h:1//v1//return/5', 'return')]).toEqual([5, 5]);
  const behind = ['https://h/gateway/v1/return/5/', 'https://h:1/a//b_c/v1/return/5', 'https://h/v1/v1/return/5/'];
  expect(behind.map((text) => idOfUri(text, 'return'))).toEqual([5, 5, 5]);
  for (const text of [
    ...[
      '/v1/refund/5/',
      '/v1/return/x/',
      '/v1/return/5/accept/',
      'return/5',
      'ftp://h/v1/return/5/',
      'https:///v1/return/5/',
    ],
    ...[
      'https://h/gateway/v1/refund/5/',
      'https://h/gateway/return/5/',
      'https://h/gatewayv1/return/5/',
      'https://h/a/v2/return/5/',
    ],
    ...[
      'https://h/?x=/v1/return/5/',
      'https://h/a?x/v1/return/5/',
      'https://h/#/v1/return/5/',
      '/gateway/v1/return/5/',
    ],
  ]) {
    expect([text, idOfUri(text, 'return')]).toEqual([text, undefined]);
  }
  expect(idIn('5')).toBe(5);
  for (const text of ['0', '-1', '5a', '', '1'.repeat(16)]) expect(() => idIn(text)).toThrow('nothing of this number');
});

test('there are six codes and six languages', () => {
  expect(Object.keys(FAULTS).map(Number)).toEqual([71001, 71002, 71003, 71004, 71005, 71006]);
  expect([...LANGUAGES]).toEqual(['en', 'de', 'fr', 'pl', 'pt', 'vi']);
});
