/** What a credential with few scopes is refused is not done: nothing is answered 403 after it happened. */
import type { Scope } from '../../../src/domain/access';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { ask, withToken } from './client';
import { acceptedReturns, freshOrder, orderWish, startShop } from './shop-under-test';

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startShop()));
afterAll(() => gateway.stop());

const ONE = { partial_refund: true, amount: '1' };

beforeEach(async () => {
  await freshOrder(gateway);
  await gateway.services.orders.put(gateway.caller, orderWish({ orderId: 8, lines: [] }));
  await acceptedReturns(gateway, 12);
  await ask(gateway, '/v1/refund/', { body: { merchant_order: 7, ...ONE } });
});

/** Changes, each by a credential that may do it and nothing else. */
const CHANGES: [path: string, scopes: Scope[], status: number, body?: object][] = [
  ['refund/', ['refunds:create', 'refunds:confirm'], 201, { merchant_order: 7, ...ONE, sync: false }],
  ['refund/', ['refunds:create'], 403, { merchant_order: 7, ...ONE }],
  ['refund/1/cancel/', ['refunds:cancel'], 200],
  ['refund/1/cancel/', ['refunds:read'], 403],
  ['merchant_order/8/confirm/', ['orders:write', 'orders:read', 'returns:read'], 200],
  ['merchant_order/8/confirm/', ['orders:write'], 403],
  ['merchant_order/8/cancel/', ['orders:write'], 403],
  ['merchant_order/7/send/', ['orders:write'], 403],
  ['merchant_order/7/send/', ['orders:read'], 403],
  ['merchant_order/7/return/', ['returns:write', 'orders:read'], 200, { order_items: [11] }],
  ['merchant_order/7/return/', ['returns:ask', 'orders:read'], 200, { order_items: [11] }],
  ['merchant_order/7/return/', ['returns:write'], 403, { order_items: [11] }],
  ['merchant_order/7/return/', ['returns:ask'], 403, { order_items: [11] }],
  ['return/', ['returns:ask'], 201, { order_item: 11 }],
  ['return/', ['orders:write', 'refunds:create'], 403, { order_item: 11 }],
  ['return/1/received/', ['returns:write'], 200],
  ['return/1/received/', ['returns:read'], 403],
  ['return/1/close/', ['returns:ask'], 200],
  ['return/1/close/', ['returns:read'], 403],
];

/** All that a caller with every scope sees. */
async function state(): Promise<string> {
  const lists = ['return', 'refund', 'merchant_order', 'transaction'];
  return (await Promise.all(lists.map(async (name) => (await ask(gateway, `/v1/${name}/`)).text))).join('\n');
}

test.each(CHANGES)('%s with %j is %i', async (...change) => {
  const [path, scopes, status, body] = change;
  const { key } = await gateway.services.credentials.addKey({ shop: gateway.caller.shop, name: 'few', scopes });
  const before = await state();
  const told = await ask(gateway, `/v1/${path}`, {
    ...{ method: 'POST', headers: { authorization: withToken(key) } },
    ...(body && { body }),
  });
  expect(told.status).toBe(status);
  expect((await state()) === before).toBe(status === 403);
});

test.each<[Scope, number]>([
  ['returns:write', 202],
  ['returns:ask', 403],
  ['returns:read', 403],
  ['orders:write', 403],
])('with %s alone a PUT is %i, and what is refused is not done', async (scope, status) => {
  const { key } = await gateway.services.credentials.addKey({ shop: 'north', name: 'few', scopes: [scope] });
  const headers = { authorization: withToken(key) };
  const told = await ask(gateway, '/v1/return/1/', { method: 'PUT', body: { comment: 'x' }, headers });
  expect(told.status).toBe(status);
  expect((await ask(gateway, '/v1/return/1/')).body).toMatchObject({ comment: status === 202 ? 'x' : '' });
});

test.each<[Scope, number]>([
  ['returns:write', 200],
  ['returns:ask', 200],
  ['returns:read', 200],
  ['orders:read', 403],
])('with %s alone, looking at returns is %i', async (scope, status) => {
  const { key } = await gateway.services.credentials.addKey({ shop: 'north', name: 'few', scopes: [scope] });
  const headers = { authorization: withToken(key) };
  for (const path of ['return/1/', 'return/']) {
    expect([path, (await ask(gateway, `/v1/${path}`, { headers })).status]).toEqual([path, status]);
  }
});
