/** A request that is sent again with its Idempotency-Key, which the platform has not and this gateway adds: docs/laets.md, "What is served". */
import type { GatewayUnderTest } from '../../gateway-under-test';
import { ask, faultIn, withToken } from './client';
import { acceptedReturns, freshOrder, startShop } from './shop-under-test';

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startShop()));
beforeEach(() => freshOrder(gateway));
afterAll(() => gateway.stop());

const send = (path: string, body: object, key = 'k1') =>
  ask(gateway, `/v1/${path}`, { body, headers: { authorization: withToken(gateway.key), 'idempotency-key': key } });
const count = async (resource: string) =>
  ((await ask(gateway, `/v1/${resource}/`)).body?.['meta'] as { total_count: number }).total_count;

test.each<[string, object, object]>([
  ['refund', { partial_refund: true, amount: '1.00', merchant_order: 7 }, { amount: '2.00' }],
  ['return', { order_item: 12 }, { order_item: 11 }],
])('one %s is made of two requests that are the same, and another wish is refused', async (resource, body, other) => {
  const first = await send(`${resource}/`, body);
  const again = await send(`${resource}/`, body);
  expect([first.status, again.status, again.text]).toEqual([201, 201, first.text]);
  expect(again.headers.location).toBe(first.headers.location);
  expect(await count(resource)).toBe(1);
  expect(faultIn(await send(`${resource}/`, { ...body, ...other }))).toEqual({
    ...{ status: 400, code: 71003, text: expect.stringMatching(/^this Idempotency-Key came with another/) as string },
  });
  expect((await send(`${resource}/`, body, 'x'.repeat(256))).status).toBe(400);
  expect(await count(resource)).toBe(1);
});

test('returns of several items are made once', async () => {
  const body = { order_items: [11, 12] };
  const first = await send('merchant_order/7/return/', body);
  expect(await send('merchant_order/7/return/', body)).toMatchObject({
    status: 200,
    body: { created_return_request_ids: first.body?.['created_return_request_ids'] },
  });
  expect(await count('return')).toBe(2);
});

test('the repeat of a return is told what the first was told, that of a refund how it stands now', async () => {
  const opened = await send('return/', { order_item: 12 }, 'open');
  await send('return/1/accept/', {}, 'accept');
  const refunded = await send('refund/', { merchant_order: 7, return_requests: [1] }, 'refund');
  await gateway.drain();
  expect((await send('return/', { order_item: 12 }, 'open')).text).toBe(opened.text);
  expect(refunded.body).toMatchObject({ status: 'pending' });
  const { body: now } = await ask(gateway, '/v1/refund/1/');
  expect(now).toMatchObject({ status: 'complete' });
  for (const sync of [undefined, false, true]) {
    const again = await send('refund/', { merchant_order: 7, return_requests: [1], sync }, 'refund');
    expect([sync, again.status, again.body]).toEqual([sync, 201, now]);
  }
});

test('an action that was taken is told again, and not refused as one that was taken already', async () => {
  const [id = 0] = await acceptedReturns(gateway, 12);
  for (const action of ['received', 'seller_close', 'reopen', 'cancel']) {
    const path = `return/${id}/${action}/`;
    const first = await send(path, {}, action);
    expect([action, first.status, (await send(path, {}, action)).status]).toEqual([action, 200, 200]);
    expect((await send(path, {}, `other ${action}`)).status).toBe(400);
  }
});
