/** Orders as SkyHub's clients list and find them. */
import type { OrderList } from '../../../src/dialects/skyhub/shapes';
import { startGateway } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { ask, channelOrder } from './channel-shop';

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startGateway({ doors: [] })));
afterAll(() => gateway.stop());
beforeEach(async () => {
  await gateway.clear();
  const { orders } = gateway.services;
  const nameless = channelOrder({ orderId: 5 });
  for (const order of [
    channelOrder({ orderId: 1, channel: 'Submarino', orderNumber: '1', fulfilment: 'open' }),
    channelOrder({ orderId: 2, channel: 'Lojas-Americanas', orderNumber: '2-B', fulfilment: 'cancelled' }),
    channelOrder({ orderId: 3, channel: 'Submarino', orderNumber: '3' }),
  ]) {
    await orders.put(gateway.caller, order);
  }
  const { channel: _, ...withoutChannel } = nameless;
  const { orderNumber: __, ...withoutNumber } = channelOrder({ orderId: 6 });
  await orders.put(gateway.caller, withoutChannel);
  await orders.put(gateway.caller, withoutNumber);
  await orders.put(gateway.otherCaller, channelOrder({ channel: 'Submarino', orderNumber: '9' }));
});

const codes = async (query: string): Promise<unknown> => {
  const { status, body } = await ask<OrderList>(gateway, 'GET', `/orders${query}`);
  return status === 200 ? [body.total, ...body.orders.map(({ code }) => code)] : { status, ...body };
};

test.each([
  ['', [3, 'Submarino-1', 'Lojas-Americanas-2-B', 'Submarino-3']],
  ['?page=1&per_page=2', [3, 'Submarino-1', 'Lojas-Americanas-2-B']],
  ['?page=2&per_page=2', [3, 'Submarino-3']],
  ['?page=3&per_page=2', [3]],
  ['?filters%5Bsale_system%5D=Submarino', [2, 'Submarino-1', 'Submarino-3']],
  ['?filters[sale_system]=submarino', [0]],
  ['?filters%5Bstatuses%5D%5B%5D=new', [1, 'Submarino-1']],
  ['?filters[statuses][]=shipped&filters[statuses][]=canceled', [2, 'Lojas-Americanas-2-B', 'Submarino-3']],
  ['?filters[statuses][]=lost', [0]],
  // As http_build_query of PHP writes a list.
  ['?filters%5Bstatuses%5D%5B0%5D=canceled', [1, 'Lojas-Americanas-2-B']],
  ['?filters%5Bstatuses%5D%5B0%5D=new&filters%5Bstatuses%5D%5B1%5D=shipped', [2, 'Submarino-1', 'Submarino-3']],
  ['?filters[statuses]=shipped', [1, 'Submarino-3']],
  ['?filters[statuses]=new&filters[statuses]=lost&filters[statuses][]=shipped', [2, 'Submarino-1', 'Submarino-3']],
  ['?filters[statuses][x]=new&filters[statusesx]=new', [3, 'Submarino-1', 'Lojas-Americanas-2-B', 'Submarino-3']],
  ['?filters[sale_system]=Submarino&filters[statuses][]=shipped&unknown=1', [1, 'Submarino-3']],
])('GET /orders%s lists what came through the channels of this shop', async (query, told) => {
  expect(await codes(query)).toEqual(told);
});

test('thirty are on a page when nobody says how many, and a hundred at most', async () => {
  for (let orderId = 10; orderId < 110; orderId++) {
    await gateway.services.orders.put(gateway.caller, channelOrder({ orderId, orderNumber: `n${orderId}` }));
  }
  const lengths = ['', '?page=2', '?page=4', '?per_page=100', '?page=2&per_page=100'].map(async (query) => {
    const { body } = await ask<OrderList>(gateway, 'GET', `/orders${query}`);
    return [body.total, body.orders.length];
  });
  expect(await Promise.all(lengths)).toEqual([
    [103, 30],
    [103, 30],
    [103, 13],
    [103, 100],
    [103, 3],
  ]);
});

test.each(['?page=0', '?page=x', '?page=1&page=2', '?per_page=101', '?per_page=-1'])(
  'GET /orders%s is no page',
  async (query) => {
    expect(await codes(query)).toEqual({ status: 422, error: expect.stringMatching(/must be/) as string });
  },
);

test("are listed by the shop's own ids of them, whenever they were placed", async () => {
  const wish = { orderId: 4, channel: 'Submarino', orderNumber: '4', placedAt: Date.parse('2020-01-01T00:00:00Z') };
  await gateway.services.orders.put(gateway.caller, channelOrder(wish));
  expect(await codes('?filters[sale_system]=Submarino')).toEqual([3, 'Submarino-1', 'Submarino-3', 'Submarino-4']);
});

test('a channel and a number with dashes of their own make one code', async () => {
  expect(await ask(gateway, 'GET', '/orders/Lojas-Americanas-2-B')).toMatchObject({
    status: 200,
    body: { channel: 'Lojas-Americanas' },
  });
});

test('two orders with one code are not chosen between', async () => {
  await gateway.services.orders.put(
    gateway.caller,
    channelOrder({ orderId: 7, channel: 'Submarino', orderNumber: '3' }),
  );
  const error = 'More than one order has this channel and number';
  expect(await ask(gateway, 'GET', '/orders/Submarino-3')).toEqual({ status: 422, body: { error } });
  expect(await ask(gateway, 'GET', '/sac/3/items')).toEqual({ status: 422, body: { errors: { detail: error } } });
});
