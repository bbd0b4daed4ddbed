/** Words for reasons of returns, where a deployment has them (our choice LAETS-9). */
import { startGateway, type GatewayUnderTest } from '../../gateway-under-test';
import { ask, withToken } from './client';
import { marketOrder, openMarket, PLATE } from './shop';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway({ doors: [], environment: { LAETS_REASONS: '6=Broken; 16=Lost on the way' } });
  await gateway.services.orders.put(gateway.caller, marketOrder());
});
afterAll(() => gateway.stop());

test('are told as they stand in every language, alone and in lists; others are as ever', async () => {
  const market = await openMarket(gateway);
  expect((await market.open({ reason: 6 })).body).toMatchObject({ reason: 6, reason_localized: 'Broken' });
  expect((await market.open({ order_item: PLATE, reason: 7 })).body).toMatchObject({ reason_localized: 'Reason 7' });
  const headers = { authorization: withToken(gateway.key), 'content-language': 'de' };
  const { body } = await ask(gateway, '/v1/return/', { headers });
  expect(body?.['objects']).toMatchObject([{ reason_localized: 'Broken' }, { reason_localized: 'Grund 7' }]);
  await market.act(2, 'cancel');
  const again = await ask(gateway, '/v1/merchant_order/7/return/', { headers, body: { order_items: [PLATE] } });
  expect(again.status).toBe(200);
  expect((await market.as('seller', '/v1/return/3/')).body).toMatchObject({ reason_localized: 'Lost on the way' });
});
