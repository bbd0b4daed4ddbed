/**
 * The requests that unmodified clients of the platform were observed to send, byte by byte, against the running gateway. Replaying is
 * weaker than running the clients: the PHP client is in no registry, and the Python client needs Python 2.
 */
import { SCOPES } from '../../../src/domain/access';
import type { Caller } from '../../../src/domain/access';
import { startGateway, type GatewayUnderTest } from '../../gateway-under-test';
import { ask, faultIn, type Told } from './client';
import { marketOrder, secondOrder } from './shop';

/** The nonce of the recorded requests, which is a time. */
const NONCE_S = 1767605400;
const SECRET = 'example-secret';

async function market(signatures: string): Promise<GatewayUnderTest> {
  const environment = { LAETS_APP_SECRET: SECRET, LAETS_SIGNATURES: signatures, LAETS_SYNC_SECONDS: '0' };
  const gateway = await startGateway({ doors: [], now: NONCE_S * 1000, environment });
  const { shops, credentials, orders, itemReturns, providers } = gateway.services;
  // The third shop is merchant 3, the fifth return is return 5.
  await shops.add({
    code: 'ns',
    currency: 'EUR',
    timezone: 'Europe/Berlin',
    returnWindowDays: 14,
    strategy: 'largest_first',
  });
  await providers.setSettings('ns', 'simulated', {});
  await credentials.addLogin({ shop: 'ns', user: 'example-user', password: 'example-token' });
  const caller: Caller = { shop: 'ns', credential: 'test', name: 'test', requestId: 'r', scopes: new Set(SCOPES) };
  const { deliveredAt: _, ...undelivered } = marketOrder({ fulfilment: 'open', placedAt: NONCE_S * 1000 });
  await orders.put(caller, undelivered);
  for (const lineId of [21, 22, 23, 24]) {
    await orders.put(gateway.caller, secondOrder(lineId, lineId));
    await itemReturns.open(gateway.caller, { lineIds: [lineId], compensation: 'refund' });
  }
  return gateway;
}

describe('the PHP client, which signs what it sends', () => {
  let gateway: GatewayUnderTest;
  beforeAll(async () => void (gateway = await market('required')));
  afterAll(() => gateway.stop());

  const headers = {
    ...{ accept: 'application/json', 'content-type': 'application/json; charset=UTF-8', 'content-language': 'fr' },
    authorization: 'IcebergAccessToken example-user:example-token',
    ...{ 'application-signature': 'a021d98a860dddc69bf45820e9f8f035b07cde1e', 'application-nonce': String(NONCE_S) },
  };

  test('reads a merchant order, returns an item of it, and reads the return', async () => {
    const order = await ask(gateway, '/v1/merchant_order/7/', { headers });
    expect(order).toMatchObject({ status: 200, body: { id: 7, merchant: { id: 3 }, items: [{ id: 11 }, { id: 12 }] } });
    expect(order.headers['content-language']).toBe('fr');

    const told = await ask(gateway, '/v1/merchant_order/7/return/', {
      body: '{"order_items":[11],"return_type":1}',
      headers: { ...headers, accept: '*/*', 'application-signature': '153fffb572f15720cf7b7a223af949ab048bc42c' },
    });
    expect(told).toMatchObject({
      status: 200,
      body: {
        ...{ id: 7, status: '60', created_return_request_ids: [5], order: { status: '120' } },
        created_return_requests: [`${gateway.address}/v1/return/5/`],
        items: [
          { id: 11, status: '120' },
          { id: 12, status: '60' },
        ],
      },
    });

    const found = await ask(gateway, '/v1/return/5/', { headers });
    expect(found).toMatchObject({
      status: 200,
      body: { id: 5, status: 'accepted', return_type: 1, return_type_localized: 'Échange', reason: 16 },
    });
  });

  test('is not believed with the signature of another request', async () => {
    expect(await ask(gateway, '/v1/merchant_order/7/return/', { body: '{"order_items":[12]}', headers })).toMatchObject(
      {
        ...{ status: 401, text: '' },
      },
    );
  });
});

describe('the Python client', () => {
  let gateway: GatewayUnderTest;
  beforeAll(async () => void (gateway = await market('ignored')));
  afterAll(() => gateway.stop());

  const headers = {
    ...{
      accept: '*/*',
      'accept-encoding': 'gzip, deflate',
      'accept-language': 'en',
      'content-type': 'application/json',
    },
    authorization: 'IcebergAccessToken example-user:example-token',
  };
  const get = (path: string): Promise<Told> => ask(gateway, path, { headers });
  /** Actions have no body, and say so. */
  const act = (path: string): Promise<Told> =>
    ask(gateway, path, { method: 'POST', headers: { ...headers, 'content-length': '0' } });
  const post = (path: string, body: string): Promise<Told> => ask(gateway, path, { body, headers });

  const RETURN =
    '{"merchant": "/v1/merchant/3/", "order_item": "/v1/order_item/11/", "reason": 6, "return_type": 2, "comment": "Têst"}';
  const REFUND =
    '{"merchant": "/v1/merchant/3/", "seller_note": "n", "memo": "Mémô", "sync": true, "shipping": "6.00", "merchant_order": "/v1/merchant_order/7/", "user": "/v1/user/14/", "partial_refund": false, "return_requests": ["/v1/return/5/"], "adjustment": 0}';

  test('walks from single sign-on to the refund', async () => {
    expect([Buffer.byteLength(RETURN), Buffer.byteLength(REFUND)]).toEqual([118, 250]);
    const sso =
      '/v1/user/sso/?application=ns&first_name=Example&last_name=User&message_auth=2df25c653e411d5b2370b76649e48d7651229b6d&currency=EUR&timestamp=1767605400&email=user%40example.com&include_application_data=True&shipping_country=FR';
    const none = { ...headers, authorization: 'IcebergAccessToken None:None' };
    expect(await ask(gateway, sso, { headers: none })).toMatchObject({
      status: 200,
      body: { username: 'user@example.com', access_token: expect.stringMatching(/^rgu_/) as string },
    });
    expect(await get('/v1/merchant_order/7/')).toMatchObject({ status: 200, body: { id: 7, status: '60' } });
    expect(await act('/v1/merchant_order/7/confirm/')).toMatchObject({ status: 200, body: { status: '80' } });

    const made = await post('/v1/return/?return_data=1', RETURN);
    expect(made).toMatchObject({ status: 201, body: { id: 5, status: 'open', comment: 'Têst', reason: 6 } });
    expect(made.headers.location).toBe(`${gateway.address}/v1/return/5/`);
    for (const [action, status] of [
      ['accept', 'accepted'],
      ['received', 'package_received'],
      ['seller_close', 'closed_by_seller'],
    ] as const) {
      expect(await act(`/v1/return/5/${action}/`)).toMatchObject({ status: 200, body: { id: 5, status } });
    }
    expect(await get('/v1/user/me/')).toMatchObject({ status: 200, body: { username: 'example-user' } });

    // Here the observed client had taken the return up again and cancelled it, against a server that let it.
    const refund = await post('/v1/refund/?return_data=1', REFUND);
    expect(refund).toMatchObject({ status: 201, body: { amount: '7.20', total_refund_amount: '13.20' } });
    expect(await get('/v1/return/5/')).toMatchObject({ body: { amount: '7.20', status: 'closed_by_seller' } });

    expect(await act('/v1/return/5/reopen/')).toMatchObject({
      status: 200,
      body: { status: 'accepted', closed: null },
    });
    expect(faultIn(await act('/v1/return/5/cancel/'))).toMatchObject({ status: 400, code: 71001 });
    expect(await get('/v1/return/?merchant=3')).toMatchObject({
      ...{ status: 200, body: { meta: { total_count: 1 }, objects: [{ id: 5 }] } },
    });
    expect(await get('/v1/return/404/')).toMatchObject({ status: 404, text: '' });
    expect(await act('/v1/return/409/accept/')).toMatchObject({ status: 404, text: '' });
  });

  test('1.5.0 leaves return_data out, and cancels what it took up again', async () => {
    const body = RETURN.replace('/11/', '/12/');
    const made = await post('/v1/return/', body);
    const id = String(made.body?.['id']);
    for (const [action, status] of [
      ['accept', 'accepted'],
      ['received', 'package_received'],
      ['seller_close', 'closed_by_seller'],
      ['reopen', 'accepted'],
      ['cancel', 'cancelled'],
    ] as const) {
      expect(await act(`/v1/return/${id}/${action}/`)).toMatchObject({ status: 200, body: { status } });
    }
    const wish = REFUND.replace('/v1/return/5/', `/v1/return/${id}/`);
    expect(faultIn(await post('/v1/refund/', wish))).toMatchObject({ status: 400, code: 71001 });
  });
});
