/** When an order and a return of it can be refunded, and how much of the shipping (contract, section 5; choices LAETS-16, LAETS-17, LAETS-19). */
import type { PutOrder } from '../../../src/services/wishes';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { ask, faultIn } from './client';
import { acceptedReturns, freshOrder, orderWish, startShop } from './shop-under-test';

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startShop()));
beforeEach(() => freshOrder(gateway));
afterAll(() => gateway.stop());

const refund = (body: object, order = 7) => ask(gateway, '/v1/refund/', { body: { merchant_order: order, ...body } });
const act = async (path: string): Promise<void> => {
  expect((await ask(gateway, `/v1/${path}/`, { method: 'POST' })).status).toBe(200);
};

describe('an order', () => {
  test.each<[string, Partial<PutOrder>, readonly string[], number | undefined]>([
    ['0', { payments: [] }, [], 71005],
    ['60', {}, [], 71005],
    ['80', {}, ['confirm'], undefined],
    ['85', {}, ['confirm', 'send'], undefined],
    ['110', { fulfilment: 'fulfilled', deliveredAt: 5 }, [], undefined],
    ['2000', {}, ['cancel'], 71005],
  ])('that is %s', async (status, wish, steps, code) => {
    await gateway.services.orders.put(gateway.caller, orderWish({ ...wish, orderId: 8 }));
    for (const step of steps) await act(`merchant_order/8/${step}`);
    expect((await ask(gateway, '/v1/merchant_order/8/')).body).toMatchObject({ status });
    const told = await refund({ partial_refund: true, amount: '1' }, 8);
    expect([told.status, faultIn(told).code]).toEqual([code === undefined ? 201 : 400, code]);
  });
});

test.each<[string, readonly string[], number | undefined]>([
  ['accepted', [], undefined],
  ['package_received', ['received'], undefined],
  ['closed_by_seller', ['received', 'seller_close'], undefined],
  ['closed_by_seller', ['close'], undefined],
  ['cancelled', ['cancel'], 71001],
])('a return that is %s, by %j, and stays so', async (status, steps, code) => {
  const [id = 0] = await acceptedReturns(gateway, 12);
  for (const step of steps) await act(`return/${id}/${step}`);
  const told = await refund({ return_requests: [id] });
  expect(code === undefined ? told.status : faultIn(told).code).toBe(code ?? 201);
  expect((await ask(gateway, `/v1/return/${id}/`)).body).toMatchObject({
    status,
    amount: code === undefined ? '20.00' : '0.00',
  });
});

test('shipping is given back once, in as many parts as one likes', async () => {
  const partial = { partial_refund: true, amount: '1' };
  expect((await refund({ ...partial, shipping: '4.00' })).status).toBe(201);
  expect(faultIn(await refund({ ...partial, shipping: '6.01' }))).toMatchObject({ status: 400, code: 71004 });
  expect((await refund({ ...partial, shipping: '6.00' })).status).toBe(201);
  expect(faultIn(await refund({ ...partial, shipping: '0.01' }))).toEqual({
    ...{ status: 400, code: 71004, text: expect.stringMatching(/^shipping/) as string },
  });
});

test('an amount may be a hundredth off what the goods are worth, either way and no further (our choice LAETS-16)', async () => {
  for (const [amount, status] of [
    ['19.98', 400],
    ['20.02', 400],
    ['19.99', 201],
  ] as const) {
    expect([amount, (await refund({ order_items: [12], amount })).status]).toEqual([amount, status]);
  }
});
