/** Refunds as laets' clients make them: the vendor's own arithmetic (contract, section 5), and our choices where it says nothing. */
import type { Scope } from '../../../src/domain/access';
import { SCOPES } from '../../../src/domain/access';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { ask, faultIn, withToken, type Told } from './client';
import { acceptedReturns, freshOrder, ORDER, orderWish, startShop } from './shop-under-test';

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startShop()));
beforeEach(() => freshOrder(gateway));
afterAll(() => gateway.stop());

const MERCHANT_ORDER = '/v1/merchant_order/7/';
const refund = (body: object): Promise<Told> =>
  ask(gateway, '/v1/refund/', { body: { merchant_order: MERCHANT_ORDER, ...body } });
const get = async (path: string): Promise<Record<string, unknown>> => {
  const { status, body } = await ask(gateway, path);
  if (status !== 200 || !body) throw new Error(`${path} answers ${status}`);
  return body;
};
const list = async (path: string) => (await get(path))['objects'] as Record<string, unknown>[];
const amounts = ({ status, body }: Told) => [
  ...[status, body?.['amount'], body?.['shipping'], body?.['adjustment'], body?.['total_refund_amount']],
];
const uri = (id: number): string => `/v1/return/${id}/`;
/** What the worker would do while a caller waits, and over again. */
const whileSending = async <T>(asked: Promise<T>): Promise<T> => {
  let isOver = false;
  const over = asked.finally(() => void (isOver = true));
  while (!isOver) {
    await gateway.drain();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  return over;
};

describe('the vendor’s own arithmetic', () => {
  test('all returns without an amount give the price of the merchant order, and with shipping all of it', async () => {
    const ids = await acceptedReturns(gateway, 11, 12);
    const { price_vat_included, amount_vat_included, shipping_vat_included } = await get(MERCHANT_ORDER);
    const told = await refund({ partial_refund: false, return_requests: ids.map(uri), shipping: '10.00' });
    expect(amounts(told)).toEqual([201, price_vat_included, shipping_vat_included, '0.00', amount_vat_included]);
  });

  test('n-1 items with the shipping first, the last item without it later', async () => {
    const [brick = 0, plate = 0] = await acceptedReturns(gateway, 11, 12);
    const first = await refund({ return_requests: [uri(brick)], shipping: '10.00', partial_refund: false });
    expect(amounts(first)).toEqual([201, '30.00', '10.00', '0.00', '40.00']);
    const last = await refund({ return_requests: [uri(plate)], shipping: '0', partial_refund: false });
    expect(amounts(last)).toEqual([201, '20.00', '0.00', '0.00', '20.00']);
    expect(faultIn(await refund({ partial_refund: true, amount: '0.01' })).code).toBe(71004);
  });

  test('each return knows what was given for it', async () => {
    const [brick = 0, plate = 0] = await acceptedReturns(gateway, 11, 12);
    await refund({ return_requests: [uri(brick), uri(plate)], adjustment: '-5' });
    const { returns } = gateway.services;
    const given = await Promise.all([brick, plate].map((id) => returns.get(gateway.caller, id)));
    expect(given.map(({ committed }) => committed)).toEqual([2700, 1800]);
  });

  test('with sync the refund is complete at once', async () => {
    const [brick = 0] = await acceptedReturns(gateway, 11);
    const told = await whileSending(refund({ return_requests: [uri(brick)], sync: true }));
    expect([told.status, told.body?.['status']]).toEqual([201, 'complete']);
  });

  test('a refund is one transaction, with one row of the application and one of the store, which add up to it', async () => {
    await acceptedReturns(gateway, 11, 12);
    await whileSending(refund({ return_requests: [uri(1), uri(2)], shipping: '10', sync: true }));
    const [sale] = await list('/v1/transaction/?order=7&transaction_type=1');
    const [back, second] = await list('/v1/transaction/?order=7&transaction_type=2');
    expect([sale?.['amount'], back?.['amount'], second]).toEqual(['60.00', '-60.00', undefined]);
    for (const name of ['app_transaction', 'store_transaction', 'mp_transaction']) {
      const rowOf = (of = sale) => list(`/v1/${name}/?transaction=${of?.['id']}`);
      const [[sold], [given]] = [await rowOf(), await rowOf(back)];
      const expected = { app_transaction: ['0.00', '0.00'], store_transaction: ['60.00', '-60.00'] }[name] ?? [];
      expect([name, sold?.['amount'], given?.['amount']]).toEqual([name, expected[0], expected[1]]);
    }
  });
});

test.each<[string, object]>([
  ['text', { amount: '30', shipping: '1.50', adjustment: '-0.50' }],
  ['numbers, to the digit', { amount: 30, shipping: 1.5, adjustment: -0.5 }],
])('amounts may be %s', async (_what, given) => {
  expect(amounts(await refund({ partial_refund: true, ...given }))).toEqual([201, '30.00', '1.50', '-0.50', '31.00']);
});

test('what was said comes back, on the origin that the caller used', async () => {
  const [brick = 0, plate = 0] = await acceptedReturns(gateway, 11, 12);
  const said = {
    memo: 'Mémô',
    seller_note: 'n',
    user: '/v1/user/14/',
    merchant: '/v1/merchant/1/',
    partial_refund: true,
  };
  const goods = { return_requests: [uri(brick), uri(plate)], order_items: [{ resource_uri: '/v1/order_item/12/' }] };
  const { body, headers } = await refund({ ...said, ...goods, amount: '1' });
  const at = (path: string): string => gateway.address + path;
  expect(body).toEqual({
    ...{ id: 1, pk: 1, resource_uri: at('/v1/refund/1/'), status: 'pending', meta: {}, from_list: false },
    ...{ amount: '1.00', shipping: '0.00', adjustment: '0.00', total_refund_amount: '1.00', currency: 'EUR' },
    ...{ memo: 'Mémô', seller_note: 'n', user: at('/v1/user/14/'), merchant: at('/v1/merchant/1/') },
    ...{ partial_refund: true, merchant_order: at(MERCHANT_ORDER), order_items: [at('/v1/order_item/12/')] },
    return_requests: [at(uri(brick)), at(uri(plate))],
    ...{ created_on: '2026-11-21T11:30:00+01:00', last_updated: '2026-11-21T11:30:00+01:00' },
  });
  expect(headers.location).toBe(body?.['resource_uri']);
  expect(await get('/v1/refund/1/')).toEqual(body);
  const { meta: _meta, ...shape } = body ?? {};
  expect(await list('/v1/refund/')).toEqual([{ ...shape, from_list: true }]);
});

test('a refund of another door is told as far as this platform has words for it', async () => {
  const [brick = 0] = await acceptedReturns(gateway, 11);
  const { refunds } = gateway.services;
  const wish = { sourceType: 'return', sourceId: brick, amount: '12.34', currency: 'EUR' } as const;
  await refunds.addManual(gateway.caller, { ...wish, destination: 'cash' });
  expect(await get('/v1/refund/1/')).toMatchObject({
    ...{ amount: '12.34', total_refund_amount: '12.34', partial_refund: true, memo: '', seller_note: '', user: null },
    ...{ status: 'pending', order_items: [], return_requests: [gateway.address + uri(brick)] },
  });
});

describe('without returns', () => {
  test('the items are paid back, or all of them', async () => {
    expect(amounts(await refund({ order_items: ['/v1/order_item/12/'] }))).toEqual([
      201,
      '20.00',
      '0.00',
      '0.00',
      '20.00',
    ]);
    await freshOrder(gateway);
    expect(amounts(await refund({ amount: '50.01', order_items: [] }))).toEqual([
      201,
      '50.00',
      '0.00',
      '0.00',
      '50.00',
    ]);
  });

  test('an amount is free up to what is left', async () => {
    expect(amounts(await refund({ partial_refund: true, amount: '60' }))).toEqual([
      201,
      '60.00',
      '0.00',
      '0.00',
      '60.00',
    ]);
  });
});

describe.each([
  ['PLN', '10.00', '10.00', '0.01'],
  ['VND', '10000', '10000.00', '1'],
  ['KWD', '10.125', '10.125', '0.001'],
])('in %s', (currency, price, told, least) => {
  test('amounts have all the digits of the currency, two places at least', async () => {
    const lines = [{ lineId: 11, sku: 'B', name: 'B', quantity: 1, price }];
    const payments = [{ paymentId: 1, provider: 'simulated', method: 'card', amount: price, reference: 'pay_1' }];
    await freshOrder(gateway, { currency, lines, payments, shipping: '0' });
    expect((await get(MERCHANT_ORDER))['amount_vat_included']).toBe(told);
    expect(amounts(await refund({ partial_refund: true, amount: least }))[0]).toBe(201);
    await acceptedReturns(gateway, 11);
    expect(faultIn(await refund({ return_requests: ['/v1/return/1/'], adjustment: '0' })).code).toBe(71004);
    expect(faultIn(await refund({ partial_refund: true, amount: `${least}0001` }))).toMatchObject(
      currency === 'VND' ? { code: 71004 } : { code: 71003 },
    );
  });
});

describe('is refused', () => {
  test.each<[string, object, number, string]>([
    ['without a merchant order', { merchant_order: null }, 71003, 'merchant_order'],
    ['of an order that is not there', { merchant_order: '/v1/merchant_order/8/' }, 71002, 'merchant_order'],
    ['of something that is no merchant order', { merchant_order: '/v1/order/7/' }, 71003, 'merchant_order'],
    ['of another merchant', { merchant: '/v1/merchant/2/' }, 71002, 'merchant'],
    ['of a return that is not there', { return_requests: [uri(1), uri(9)] }, 71002, 'return_requests'],
    ['of a return twice', { return_requests: [uri(1), uri(1)] }, 71003, 'return_requests'],
    ['of an exchange', { return_requests: [uri(2)] }, 71002, 'return_requests'],
    ['of a return that nobody accepted', { return_requests: [uri(3)] }, 71001, 'return_requests'],
    ['of an item that is not there', { order_items: [99] }, 71002, 'order_items'],
    ['of an item of no named return', { return_requests: [uri(1)], order_items: [12] }, 71002, 'order_items'],
    ['of an item that is in a return', { order_items: [11] }, 71003, 'order_items'],
    ['without the amount of a partial one', { partial_refund: true }, 71003, 'amount'],
    ['of an amount that the goods are not worth', { return_requests: [uri(1)], amount: '9.98' }, 71003, 'amount'],
    ['of no amount', { amount: 'all' }, 71003, 'amount'],
    ['of an exponent', { partial_refund: true, amount: '1e1' }, 71003, 'amount'],
    ['of more digits than the currency has', { partial_refund: true, amount: '1.005' }, 71003, 'amount'],
    ['below zero', { partial_refund: true, amount: '-1' }, 71003, 'amount'],
    ['of nothing', { return_requests: [uri(1)], adjustment: '-10' }, 71004, 'goods, shipping'],
    [
      'of more than the return is worth',
      { return_requests: [uri(1)], partial_refund: true, amount: '10.01' },
      71004,
      'amount',
    ],
    ['of more than is left', { partial_refund: true, amount: '60.01' }, 71004, 'amount'],
    ['of too much shipping', { partial_refund: true, amount: '1', shipping: '10.01' }, 71004, 'shipping'],
    ['with a memo that is no text', { partial_refund: true, amount: '1', memo: 5 }, 71003, 'memo'],
    ['with a flag that is none', { partial_refund: 'yes' }, 71003, 'partial_refund'],
    ['with sync that is none', { partial_refund: true, amount: '1', sync: 1 }, 71003, 'sync'],
  ])('%s', async (_what, body, code, name) => {
    const { services, caller } = gateway;
    const open = (compensation: 'refund' | 'exchange') =>
      services.returns.open(caller, {
        orderId: ORDER,
        compensation,
        goodsBack: true,
        lines: [{ lineId: 11, quantity: 1 }],
      });
    for (const compensation of ['refund', 'exchange', 'refund'] as const) {
      const { id: returnId } = await open(compensation);
      if (returnId < 3) await services.returns.accept(caller, { returnId });
    }
    const fault = faultIn(await refund(body));
    expect(fault).toMatchObject({ status: 400, code });
    expect(fault.text).toMatch(new RegExp(`^${name}`));
    expect(await list('/v1/refund/')).toEqual([]);
  });

  test('while the order is not confirmed, or given up', async () => {
    await gateway.services.orders.put(gateway.caller, orderWish({ orderId: 8, fulfilment: 'open' }));
    const ask8 = () => refund({ merchant_order: 8, partial_refund: true, amount: '1' });
    expect(faultIn(await ask8())).toMatchObject({ status: 400, code: 71005 });
    await ask(gateway, '/v1/merchant_order/8/confirm/', { method: 'POST' });
    expect((await ask8()).status).toBe(201);
    await ask(gateway, '/v1/merchant_order/8/cancel/', { method: 'POST' });
    expect(faultIn(await ask8()).code).toBe(71005);
  });

  test.each<Scope>(['refunds:create', 'refunds:confirm'])('without the scope %s', async (scope) => {
    const { credentials } = gateway.services;
    const { key } = await credentials.addKey({
      shop: gateway.caller.shop,
      name: 'few',
      scopes: SCOPES.filter((one) => one !== scope),
    });
    const headers = { authorization: withToken(key) };
    const body = { merchant_order: MERCHANT_ORDER, partial_refund: true, amount: '1' };
    expect((await ask(gateway, '/v1/refund/', { body, headers })).status).toBe(403);
  });
});

describe('is cancelled', () => {
  test('while nothing was sent, and then neither again nor paid', async () => {
    const [brick = 0] = await acceptedReturns(gateway, 11);
    await refund({ return_requests: [uri(brick)] });
    const told = await ask(gateway, '/v1/refund/1/cancel/', { body: [] });
    expect([told.status, told.body?.['status'], told.body?.['meta']]).toEqual([200, 'cancelled', {}]);
    expect(faultIn(await ask(gateway, '/v1/refund/1/cancel/', { method: 'POST' })).code).toBe(71001);
    await gateway.drain();
    expect((await get('/v1/refund/1/'))['status']).toBe('cancelled');
    expect(await list('/v1/transaction/?transaction_type=2')).toEqual([]);
  });

  test('never once it is complete', async () => {
    await whileSending(refund({ partial_refund: true, amount: '1', sync: true }));
    expect(faultIn(await ask(gateway, '/v1/refund/1/cancel/', { method: 'POST' }))).toMatchObject({
      status: 400,
      code: 71001,
    });
  });
});

test('what was declined is failed, is in no ledger, and leaves its money', async () => {
  // The simulated provider declines what ends in 901.
  await refund({ partial_refund: true, amount: '9.01' });
  await gateway.drain();
  expect((await get('/v1/refund/1/'))['status']).toBe('failed');
  expect(await list('/v1/transaction/?transaction_type=2')).toEqual([]);
  expect((await refund({ partial_refund: true, amount: '60' })).status).toBe(201);
});

test('what was given in part is failed, and the ledger has what was given', async () => {
  await refund({ partial_refund: true, amount: '60' });
  await gateway.drain();
  expect((await list('/v1/refund/'))[0]).toMatchObject({ status: 'complete' });
  await freshOrder(gateway);
  const payments = [...orderWish().payments].map((one) => (one.paymentId === 1 ? { ...one, amount: '29.01' } : one));
  await freshOrder(gateway, { payments });
  await refund({ partial_refund: true, amount: '34.01' });
  await gateway.drain();
  expect((await list('/v1/refund/'))[0]).toMatchObject({ status: 'failed', total_refund_amount: '34.01' });
  expect((await list('/v1/transaction/?transaction_type=2'))[0]).toMatchObject({ amount: '-5.00' });
});

test('with sync a caller waits no longer than the limit', async () => {
  const [brick = 0] = await acceptedReturns(gateway, 11);
  const begun = performance.now();
  const told = await refund({ return_requests: [uri(brick)], sync: true });
  expect([told.status, told.body?.['status']]).toEqual([201, 'pending']);
  expect(performance.now() - begun).toBeGreaterThan(900);
});

test('answers are the same for what is another shop’s and for what is nobody’s', async () => {
  const stranger = { ...orderWish({ orderId: 900 }), lines: [], payments: orderWish().payments };
  await gateway.services.orders.put(gateway.otherCaller, stranger);
  await gateway.services.orders.confirm(gateway.otherCaller, { orderId: 900 });
  const wish = { orderId: 900, partial: true, amount: '1' };
  const { id } = await gateway.services.refunds.addJoint(gateway.otherCaller, wish);
  const told = async (path: string, sent = {}) => {
    const { status, text, headers } = await ask(gateway, path, sent);
    return [status, text.replace(/900|901/g, 'N'), headers['content-type']];
  };
  for (const action of ['', 'cancel/']) {
    const sent = action === '' ? {} : { method: 'POST' };
    const nobody = await told(`/v1/refund/${id + 1}/${action}`, sent);
    expect(await told(`/v1/refund/${id}/${action}`, sent)).toEqual(nobody);
    expect(nobody.slice(0, 2)).toEqual([404, '']);
  }
  const body = (orderId: number) => ({ body: { merchant_order: orderId, partial_refund: true, amount: '1' } });
  expect(await told('/v1/refund/', body(900))).toEqual(await told('/v1/refund/', body(901)));
  expect(await list('/v1/refund/?merchant_order=900')).toEqual([]);
  expect(await list('/v1/transaction/?order=900')).toEqual([]);
});
