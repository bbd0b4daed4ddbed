/** What each resource can be asked is said in its one table, and its schema, its lists and its objects keep to it. */
import { PART_RESOURCES, TRANSACTION_RESOURCE } from '../../../src/dialects/laets/booking-resources';
import { LOOKUPS } from '../../../src/dialects/laets/lookup';
import { MERCHANT_ORDER_RESOURCE } from '../../../src/dialects/laets/merchant-order-resource';
import { ORDER_ITEM_RESOURCE, ORDER_RESOURCE } from '../../../src/dialects/laets/order-resource';
import { REFUND_RESOURCE } from '../../../src/dialects/laets/refund-resource';
import type { FieldType, FilterRule, Resource } from '../../../src/dialects/laets/resource';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { ask, faultIn } from './client';
import { freshOrder, orderWish, startShop } from './shop-under-test';

const RESOURCES: Readonly<Record<string, Resource<string, string>>> = Object.fromEntries(
  [
    MERCHANT_ORDER_RESOURCE,
    ORDER_RESOURCE,
    ORDER_ITEM_RESOURCE,
    REFUND_RESOURCE,
    TRANSACTION_RESOURCE,
    ...Object.values(PART_RESOURCES),
  ].map((resource) => [resource.name, resource as unknown as Resource<string, string>]),
);
const ORDERS = 5;

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startShop();
  await freshOrder(gateway);
  const { services, caller } = gateway;
  for (let n = 1; n < ORDERS; n++) {
    const lines = [{ lineId: 100 + n, sku: `sku ${n}`, name: 'Thing', quantity: 1, price: '9' }];
    await services.orders.put(
      caller,
      orderWish({ orderId: 7 + n, orderNumber: `A-${n}`, placedAt: 1_700_000_000_000 + n * 1000, lines }),
    );
    await services.orders.confirm(caller, { orderId: 7 + n });
  }
  for (let n = 0; n < ORDERS; n++) {
    await services.refunds.addJoint(caller, { orderId: 7 + n, partial: true, amount: '1.00' });
    gateway.clock.pass(1000);
  }
  await gateway.drain();
});
afterAll(() => gateway.stop());

interface List {
  readonly meta: { readonly total_count: number; readonly next: string | null; readonly previous: string | null };
  readonly objects: readonly (Readonly<Record<string, unknown>> & { readonly id: number })[];
}
const list = async (path: string): Promise<List> => {
  const { status, body, text } = await ask(gateway, path);
  if (status !== 200) throw new Error(`${path} answers ${status} ${text}`);
  return body as unknown as List;
};
const ids = ({ objects }: List): number[] => objects.map(({ id }) => id);

/** A value that a filter of this kind may be given. */
const VALUE: Readonly<Record<FilterRule<string>['kind'], (rule: FilterRule<string>) => string>> = {
  integer: () => '7',
  instant: () => '2026-11-20T10:00:00+01:00',
  related: (rule) => ('resource' in rule ? `/v1/${rule.resource}/7/` : ''),
  text: () => 'A-1',
  words: (rule) => ('words' in rule ? (Object.keys(rule.words)[0] ?? '') : ''),
  fixed: () => '1',
};
const isNamed = (value: unknown): boolean =>
  /^https?:.+\/v1\/\w+\/\d+\/$/.test(
    String(typeof value === 'string' ? value : (value as object & Named).resource_uri),
  );
interface Named {
  readonly resource_uri?: string;
}
const FITS: Readonly<Record<FieldType, (value: unknown) => boolean>> = {
  boolean: (value) => typeof value === 'boolean',
  datetime: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[-+]\d\d:\d\d$/.test(String(value)),
  decimal: (value) => typeof value === 'string' && /^-?\d+\.\d{2,6}$/.test(value),
  dict: (value) => typeof value === 'object' && !Array.isArray(value),
  integer: Number.isSafeInteger,
  list: Array.isArray,
  related: (value) => (Array.isArray(value) ? value.every(isNamed) : isNamed(value)),
  string: (value) => typeof value === 'string',
  time: () => false,
};
const OF_LOOKUP: Partial<Record<string, (value: string) => string>> = {
  isnull: () => 'false',
  in: (value) => `${value},${value}`,
  range: (value) => `${value},${value}`,
};

describe.each(Object.keys(RESOURCES))('%s', (name) => {
  const resource = RESOURCES[name]!;
  const isEmpty = name === 'mp_transaction';

  test('tells its table as its schema', async () => {
    const { body } = await ask(gateway, `/v1/${name}/schema/`);
    expect(body).toMatchObject({
      default_limit: resource.defaultLimit,
      allowed_detail_http_methods: resource.detailMethods,
      allowed_list_http_methods: resource.listMethods,
      ordering: Object.keys(resource.ordering),
      filtering: Object.fromEntries(Object.keys(resource.filters).map((filter) => [filter, 1])),
    });
    const { fields = {} } = body as { fields?: Record<string, { type: string; name: string }> };
    expect(Object.keys(fields)).toEqual(Object.keys(resource.fields));
  });

  test('has objects of the fields that it tells of', async () => {
    const [object] = (await list(`/v1/${name}/`)).objects;
    if (isEmpty) return expect(object).toBeUndefined();
    expect(Object.keys(object ?? {}).filter((key) => key !== 'pk' && !(key in resource.fields))).toEqual([]);
    expect(Object.keys(resource.fields).filter((key) => !(key in (object ?? {})))).toEqual([]);
    for (const [field, { type, nullable = false }] of Object.entries(resource.fields)) {
      const value = object?.[field];
      expect([field, value, value === null ? nullable : FITS[type](value)]).toEqual([field, value, true]);
    }
    const detail = (await ask(gateway, `/v1/${name}/${object?.id}/`)).body ?? {};
    expect({ ...detail, from_list: true }).toMatchObject({ ...withoutItems(object ?? {}), meta: {} });
    expect(object?.['resource_uri']).toBe(`${gateway.address}/v1/${name}/${object?.id}/`);
  });

  test('takes every filter with every lookup of its kind, and no other', async () => {
    for (const [filter, rule] of Object.entries(resource.filters)) {
      for (const lookup of LOOKUPS[rule.kind]) {
        const plain = VALUE[rule.kind](rule);
        // A time is a whole second, so several are a range.
        const isOne = rule.kind === 'instant' && lookup === 'in';
        const value = encodeURIComponent(isOne ? plain : (OF_LOOKUP[lookup] ?? String)(plain));
        const { status, text } = await ask(gateway, `/v1/${name}/?${filter}__${lookup}=${value}`);
        expect([filter, lookup, status, status === 200 ? '' : text]).toEqual([filter, lookup, 200, '']);
      }
      expect(faultIn(await ask(gateway, `/v1/${name}/?${filter}__regex=1`))).toMatchObject({
        status: 400,
        code: 71006,
      });
    }
    expect(faultIn(await ask(gateway, `/v1/${name}/?colour=red`))).toMatchObject({ status: 400, code: 71006 });
  });

  test('finds exactly what is asked for, and counts it', async () => {
    const all = ids(await list(`/v1/${name}/?order_by=id`));
    if (isEmpty) return expect(all).toEqual([]);
    expect(all).toEqual([...all].sort((a, b) => a - b));
    const [first = 0, second = 0] = all;
    const found = await list(`/v1/${name}/?id__in=${second},${first},999&order_by=id`);
    expect([ids(found), found.meta.total_count]).toEqual([[first, second], 2]);
    expect(ids(await list(`/v1/${name}/?id=${first}`))).toEqual([first]);
    expect(ids(await list(`/v1/${name}/?id__gt=${first}&order_by=id`))).toEqual(all.slice(1));
  });

  test('is ordered by what it tells of, either way, and by nothing else', async () => {
    for (const order of Object.keys(resource.ordering)) {
      const up = ids(await list(`/v1/${name}/?order_by=${order}`));
      expect([order, ids(await list(`/v1/${name}/?order_by=-${order}`))]).toEqual([order, [...up].reverse()]);
    }
    expect(faultIn(await ask(gateway, `/v1/${name}/?order_by=colour`))).toMatchObject({ status: 400, code: 71006 });
  });

  test('is read page by page, nothing twice and nothing left out', async () => {
    const all = ids(await list(`/v1/${name}/`));
    const seen: number[] = [];
    let next: string | null = `${gateway.address}/v1/${name}/?limit=2`;
    while (next !== null) {
      const page: List = await list(next.slice(gateway.address.length));
      seen.push(...ids(page));
      next = page.meta.next;
    }
    expect(seen).toEqual(all);
  });
});

/** Items of a merchant order say themselves where they stand. */
function withoutItems({ items: _items, ...shape }: Readonly<Record<string, unknown>>): object {
  return { ...shape, from_list: true };
}

test.each([
  ['/v1/merchant_order/?status=80', ORDERS],
  ['/v1/merchant_order/?status__in=80,85', ORDERS],
  ['/v1/merchant_order/?status=85', 0],
  ['/v1/merchant_order/?status=10', 0],
  ['/v1/merchant/?id=1', 1],
  ['/v1/merchant/?id__in=2,/v1/merchant/1/&order_by=-id', 1],
  ['/v1/merchant/?id=2', 0],
  ['/v1/merchant_order/?merchant=1', ORDERS],
  ['/v1/merchant_order/?merchant=2', 0],
  ['/v1/merchant_order/?order=/v1/order/8/', 1],
  ['/v1/order/?id_number=A-2', 1],
  ['/v1/order/?id_number__istartswith=a-', ORDERS - 1],
  ['/v1/order_item/?merchant_order=7', 2],
  ['/v1/order_item/?sku=P-1X1', 1],
  ['/v1/refund/?status=complete', ORDERS],
  ['/v1/refund/?status=pending', 0],
  ['/v1/refund/?merchant_order=/v1/merchant_order/8/', 1],
  ['/v1/transaction/?order=/v1/order/8/', 2],
  ['/v1/transaction/?order=8&transaction_type=2', 1],
  ['/v1/transaction/?transaction_type=3', 0],
  ['/v1/store_transaction/?transaction=/v1/transaction/7/', 1],
])('%s finds %d', async (path, found) => {
  const { objects, meta } = await list(path);
  expect([objects.length, meta.total_count]).toEqual([found, found]);
});

test('the ledger begins with the newest', async () => {
  const { objects } = await list('/v1/transaction/');
  const times = objects.map(({ timestamp }) => Date.parse(String(timestamp)));
  expect(times).toEqual([...times].sort((a, b) => b - a));
  expect(objects).toHaveLength(2 * ORDERS);
});
