/** The whole way of a return, by a client that keeps to the rules of the vendor's own, against the running gateway. */
import { startGateway, type GatewayUnderTest } from '../../gateway-under-test';
import { RulesClient } from './rules-client';
import { marketOrder, secondOrder } from './shop';

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startGateway({ doors: [], environment: { LAETS_SYNC_SECONDS: '0' } })));
afterAll(() => gateway.stop());
beforeEach(async () => {
  await gateway.clear();
  await gateway.services.orders.put(gateway.caller, marketOrder());
  for (const id of [21, 22, 23]) await gateway.services.orders.put(gateway.caller, secondOrder(id, id));
});

test('from the order through the return to the refund, by the addresses that the gateway tells', async () => {
  const client = new RulesClient(gateway, gateway.key);
  const order = await client.get('/v1/merchant_order/7/');
  const [brick] = order.members['items'] as { resource_uri: string }[];
  const made = await client.make('return', {
    ...{
      order_item: brick?.resource_uri,
      merchant: (order.members['merchant'] as { resource_uri: string }).resource_uri,
    },
    ...{ reason: 6, return_type: 2, comment: 'broken', external_id: 'RMA-1' },
  });
  for (const name of ['merchant', 'merchant_order', 'order_item']) {
    const { resource_uri: uri } = made.members[name] as { resource_uri: string };
    expect((await client.get(uri)).kind).toBe(name);
  }
  for (const action of ['accept', 'received', 'seller_close']) await client.act(made, action);
  const refund = await client.make('refund', {
    ...{ merchant_order: order.uri, return_requests: [made.uri], partial_refund: false, sync: true },
  });
  expect(refund.members).toMatchObject({ amount: '7.20', total_refund_amount: '7.20' });
  expect((await client.get(made.uri)).members).toMatchObject({ amount: '7.20', status: 'closed_by_seller' });
  expect((await client.get(`${made.uri}get_merchant_order/`)).uri).toBe(order.uri);
});

test('a filter finds one, and pages find all', async () => {
  const client = new RulesClient(gateway, gateway.key);
  for (const item of [21, 22, 23]) await client.make('return', { order_item: item, external_id: `RMA-${item}` });
  expect((await client.one('return', '?external_id=RMA-22')).members).toMatchObject({ order_item: { id: 22 } });
  await expect(client.one('return', '?status=open')).rejects.toThrow('does not name one return');
  expect(await client.all('return', '?limit=1&order_by=-id')).toHaveLength(3);
});
