/** Lists of returns: filters that filter, orderings, pages (contract, sections 2 and 7; choice LAETS-12). */
import { startGateway, type GatewayUnderTest } from '../../gateway-under-test';
import { faultIn } from './client';
import { idsIn as ids, marketOrder, openMarket, secondOrder, type Market } from './shop';

jest.setTimeout(60_000);

let gateway: GatewayUnderTest;
let market: Market;
beforeAll(async () => {
  gateway = await startGateway({ doors: [] });
  market = await openMarket(gateway);
});
afterAll(() => gateway.stop());
beforeEach(async () => {
  await gateway.clear();
  await gateway.services.orders.put(gateway.caller, marketOrder());
});

const as: Market['as'] = (...given) => market.as(...given);
const open: Market['open'] = (...given) => market.open(...given);
const act: Market['act'] = (...given) => market.act(...given);

describe('lists', () => {
  beforeEach(async () => {
    for (const [orderId, lineId] of [
      [8, 21],
      [9, 22],
      [10, 23],
    ] as const) {
      await gateway.services.orders.put(gateway.caller, secondOrder(orderId, lineId));
    }
    await open({ reason: 6, external_id: 'Alpha', user: 14 });
    gateway.clock.pass(1500);
    await open({ order_item: 21, external_id: 'beta' });
    await act(2, 'accept');
    gateway.clock.pass(1500);
    await open({ order_item: 22, return_type: 1 });
    await act(3, 'close');
    await open({ order_item: 23 });
    await act(4, 'accept');
    await act(4, 'close', 'buyer');
  });

  test.each<[string, number[]]>([
    ['', [1, 2, 3, 4]],
    ['merchant=1', [1, 2, 3, 4]],
    ['merchant=/v1/merchant/1/', [1, 2, 3, 4]],
    ['merchant=2', []],
    ['id=2', [2]],
    ['id__in=1,4,9', [1, 4]],
    ['id__gte=3', [3, 4]],
    ['id__range=2,3', [2, 3]],
    ['merchant_order=7', [1]],
    ['merchant_order=/v1/merchant_order/8/', [2]],
    ['merchant_order__in=8,9', [2, 3]],
    ['order_item=22', [3]],
    ['user=14', [1]],
    ['user=15', []],
    ['status=open', [1]],
    ['status=closed_by_seller', [3]],
    ['status=closed_by_buyer', [4]],
    ['status__in=accepted,closed_by_buyer', [2, 4]],
    ['status=nonsense', []],
    ['return_type=1', [3]],
    ['return_type=2', [1, 2, 4]],
    ['reason=6', [1]],
    ['reason=16', [2, 3, 4]],
    ['external_id=Alpha', [1]],
    ['external_id=alpha', []],
    ['external_id__iexact=alpha', [1]],
    ['external_id__icontains=ET', [2]],
    ['external_id__contains=ET', []],
    ['external_id__startswith=Al', [1]],
    ['external_id__iendswith=HA', [1]],
    ['external_id__in=Alpha,beta', [1, 2]],
    ['external_id__isnull=true', [3, 4]],
    ['created_on=2026-11-21T11:30:00%2B01:00', [1]],
    ['created_on=2026-11-21T10:30:01Z', [2]],
    ['created_on__gt=2026-11-21T10:30:01', [3, 4]],
    ['created_on__lte=2026-11-21T10:30:01', [1, 2]],
    ['closed__isnull=false', [3, 4]],
    ['closed__isnull=1', [1, 2]],
    ['last_updated__gte=2026-11-21T10:30:03Z', [3, 4]],
    ['status__in=open,accepted&return_type=2&reason=16', [2]],
    ['order_by=-id', [4, 3, 2, 1]],
    ['order_by=-created_on', [4, 3, 2, 1]],
    ['order_by=status', [2, 4, 3, 1]],
    ['order_by=-last_updated&id__in=1,2', [2, 1]],
    ['limit=2', [1, 2]],
    ['limit=2&offset=3', [4]],
    ['offset=9', []],
  ])('%s finds %j', async (query, found) => {
    const told = await as('seller', `/v1/return/?${query}`);
    expect([told.status, ids(told)]).toEqual([200, found]);
  });

  test('tell how many there are, and where the next page is', async () => {
    const first = await as('seller', '/v1/return/?limit=3&status__in=open,accepted,closed_by_seller,closed_by_buyer');
    expect(first.body?.['meta']).toMatchObject({ limit: 3, offset: 0, previous: null, total_count: 4 });
    const { next } = first.body?.['meta'] as { next: string };
    expect(next).toContain(`${gateway.address}/v1/return/?`);
    const second = await as('seller', next.slice(gateway.address.length));
    expect(ids(second)).toEqual([4]);
    expect((second.body?.['objects'] as object[])[0]).toMatchObject({ from_list: true });
    expect((second.body?.['objects'] as object[])[0]).not.toHaveProperty('meta');
  });

  test.each([
    ['colour=red', 71006],
    ['status__regex=x', 71006],
    ['order_by=comment', 71006],
    ['id=x', 71003],
    ['limit=x', 71003],
    ['created_on=yesterday', 71003],
  ])('%s is refused with %i', async (query, code) => {
    expect(faultIn(await as('seller', `/v1/return/?${query}`))).toMatchObject({ status: 400, code });
  });
});
