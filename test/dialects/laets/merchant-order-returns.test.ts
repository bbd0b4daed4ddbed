/** Returns that are asked for through their merchant order, one for each item (contract, section 4.1, path a). */
import { startGateway, type GatewayUnderTest } from '../../gateway-under-test';
import { faultIn } from './client';
import { BRICK, idsIn, marketOrder, openMarket, ORDER, PLATE, secondOrder, type Market, type Who } from './shop';

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
  await gateway.services.orders.put(gateway.caller, secondOrder(8, 21));
});

const ask = (body: unknown, orderId: number | string = ORDER, who: Who = 'seller') =>
  market.as(who, `/v1/merchant_order/${orderId}/return/`, { body });
const returns = async () => idsIn(await market.as('seller', '/v1/return/'));

test('each item gets a return of its own, and is a return in progress, as its order is', async () => {
  const told = await ask({ order_items: [`/v1/order_item/${BRICK}/`, PLATE], return_type: 2 });
  expect(told).toMatchObject({
    status: 200,
    body: {
      ...{
        id: ORDER,
        status: '110',
        order: { status: '120' },
        items: [{ status: '120' }, { status: '120' }],
        meta: {},
      },
      created_return_request_ids: [1, 2],
      created_return_requests: [`${gateway.address}/v1/return/1/`, `${gateway.address}/v1/return/2/`],
    },
  });
  expect((await market.as('seller', '/v1/return/2/')).body).toMatchObject({ order_item: { id: PLATE }, reason: 16 });
});

test('an item stays a return in progress until its return is off', async () => {
  await ask({ order_items: [BRICK] });
  const status = async () => (await market.as('seller', '/v1/return/1/')).body?.['order_item'] as { status: string };
  for (const action of ['accept', 'received', 'seller_close', 'reopen']) {
    await market.act(1, action);
    expect(await status()).toMatchObject({ status: '120' });
  }
  await market.act(1, 'cancel');
  expect(await status()).toMatchObject({ status: '110', status_localized: 'Received' });
});

test('a buyer may ask if he may read orders, for the answer is one', async () => {
  expect((await ask({ order_items: [PLATE] }, ORDER, 'buyer')).status).toBe(200);
  const { key } = await gateway.services.credentials.addKey({ shop: 'north', name: 'b', scopes: ['returns:ask'] });
  Object.assign(market.keys, { buyer: key });
  expect(faultIn(await ask({ order_items: [BRICK] }, ORDER, 'buyer'))).toEqual({
    ...{ status: 403, text: 'this credential lacks the scope orders:read' },
  });
  expect((await market.as('buyer', '/v1/return/1/get_merchant_order/')).status).toBe(403);
  expect((await market.as('seller', '/v1/return/')).body).toMatchObject({ meta: { total_count: 1 } });
});

test.each([
  ['no items', {}, 71003, 'order_items must name at least one item'],
  ['an empty list', { order_items: [] }, 71003, 'order_items must name at least one item'],
  ['no list', { order_items: BRICK }, 71003, expect.stringMatching(/^order_items must be a list/)],
  ['an item twice', { order_items: [BRICK, BRICK] }, 71003, expect.stringMatching(/^order_items/)],
  ['an item of another order', { order_items: [BRICK, 21] }, 71002, 'order_items: there is no such item'],
  [
    'too many items',
    { order_items: Array.from({ length: 101 }, (_, i) => i + 1) },
    71003,
    expect.stringMatching(/^order_items must/),
  ],
  [
    'a type that is none',
    { order_items: [BRICK], return_type: 0 },
    71003,
    expect.stringMatching(/^return_type must be/),
  ],
])('%s is refused, and nothing is half done', async (_what, body, code, text) => {
  expect(faultIn(await ask(body))).toEqual({ status: 400, code, text });
  expect(await returns()).toEqual([]);
});

test('an item that is coming back already holds all of them up', async () => {
  await ask({ order_items: [PLATE] });
  expect(faultIn(await ask({ order_items: [BRICK, PLATE] }))).toMatchObject({ status: 400, code: 71003 });
  expect(await returns()).toEqual([1]);
});

test('an order of another shop is as one that is not there', async () => {
  const told = [
    await ask({ order_items: [BRICK] }, ORDER, 'foreign'),
    await ask({ order_items: [BRICK] }, 999, 'foreign'),
  ];
  for (const { status, text } of told) expect([status, text]).toEqual([404, '']);
  expect((await ask({ order_items: [BRICK] }, 'x')).status).toBe(404);
});
