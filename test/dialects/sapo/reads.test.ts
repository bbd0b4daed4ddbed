/** What Sapo's clients read: orders, refunds and transactions, those of other doors included. */
import type { Scope } from '../../../src/domain/access';
import { SHOP, startGateway } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { ask, openShop, ORDER } from './shop';

jest.setTimeout(60_000);

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startGateway({ doors: [] })));
afterAll(() => gateway.stop());
beforeEach(async () => {
  await gateway.clear();
  await openShop(gateway);
});

const basic = (user: string, password: string) => ({
  Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});

/** 120000 of the card for a shirt, the shipping for a shirt at 100000: the adjustment takes 5000 away. */
const refundOfShirt = () =>
  gateway.services.refunds.addAutomaticForOrder(gateway.caller, {
    ...{ orderId: ORDER, paymentId: 9001, amount: '120000', currency: 'VND', note: 'vỡ khi giao' },
    ...{ lines: [{ lineId: 7001, quantity: 1 }], shipping: '25000' },
  });

describe('who is calling', () => {
  const ways = (): [string, Record<string, string>][] => [
    ['X-Bizweb-Access-Token', { 'X-Bizweb-Access-Token': gateway.key }],
    ['X-Sapo-Access-Token', { 'x-sapo-access-token': gateway.key }],
    ['X-Shopify-Access-Token', { 'X-Shopify-Access-Token': gateway.key }],
    ['the key as user', basic(gateway.key, 'whatever')],
    ['the key as password', basic('api', gateway.key)],
    ['a login', basic(gateway.login.user, gateway.login.password)],
  ];

  test('is told in each of the ways that clients know', async () => {
    for (const [way, headers] of ways()) {
      expect([way, (await ask(gateway, `orders/${ORDER}.json`, { headers })).status]).toEqual([way, 200]);
    }
    const { user, password } = gateway.login;
    const { token } = await gateway.services.credentials.issueToken(user, password);
    expect((await ask(gateway, 'orders.json', { headers: { 'X-Bizweb-Access-Token': token } })).status).toBe(200);
  });

  test.each<[string, Record<string, string>]>([
    ['nothing', {}],
    ['a wrong token', { 'X-Sapo-Access-Token': 'wrong' }],
    ['a wrong key', { 'X-Sapo-Access-Token': 'rgw_wrong' }],
    ['a wrong login', basic('erp@north', 'wrong')],
  ])('%s is 401', async (_what, headers) => {
    const { status, body } = await ask(gateway, `orders/${ORDER}.json`, { headers });
    expect([status, body]).toEqual([401, { errors: 'Unauthorized' }]);
  });

  const forbidden = async (scopes: readonly Scope[], path: string, body?: object) => {
    const { key } = await gateway.services.credentials.addKey({ shop: SHOP, name: 'x', scopes });
    const headers = { 'X-Sapo-Access-Token': key };
    const answer = await ask(gateway, path, { headers, ...(body ? { body } : {}) });
    expect([answer.status, answer.text]).toEqual([403, '{"errors":"Forbidden"}']);
  };

  test('a key that may not read refunds is 403', async () => {
    for (const path of ['.json', `/${ORDER}.json`, `/${ORDER}/refunds.json`, `/${ORDER}/transactions/count.json`]) {
      await forbidden(['orders:read'], `orders${path}`);
    }
    await forbidden(['orders:read'], `orders/${ORDER}/refunds/calculate.json`, { refund: {} });
  });

  test.each<[string, readonly Scope[]]>([
    ['adds none', ['orders:read', 'refunds:read']],
    ['confirms none', ['orders:read', 'refunds:read', 'refunds:create']],
    ['reads no refunds', ['orders:read', 'refunds:create', 'refunds:confirm']],
    ['reads no orders', ['refunds:read', 'refunds:create', 'refunds:confirm']],
  ])('nothing is given back for a key that %s', async (_what, scopes) => {
    await forbidden(scopes, `orders/${ORDER}/refunds.json`, { refund: { transactions: [{ parent_id: 9002 }] } });
    await forbidden(scopes, `orders/${ORDER}/transactions.json`, { transaction: { kind: 'refund', parent_id: 9002 } });
    expect((await ask(gateway, `orders/${ORDER}/refunds.json`)).body).toEqual({ refunds: [] });
  });
});

test('payments are sales under their own ids', async () => {
  const { body, headers } = await ask(gateway, `orders/${ORDER}/transactions.json`);
  expect(body['transactions']).toMatchObject([
    { id: 9001, parent_id: null, kind: 'sale', status: 'success', amount: 200000, currency: 'VND', gateway: 'card' },
    {
      id: 9002,
      parent_id: null,
      kind: 'sale',
      amount: 105000,
      gateway: 'Tiền mặt',
      created_on: '2026-11-20T08:00:00Z',
    },
  ]);
  expect(headers.get('X-Bizweb-Api-Call-Limit')).toBe('1/40');
  expect(headers.get('X-Shopify-Shop-Api-Call-Limit')).toBe('1/40');
  expect((await ask(gateway, `orders/${ORDER}/transactions/count.json`)).text).toBe('{"count":2}');
  expect((await ask(gateway, `orders/${ORDER}/transactions/9002.json?fields=id`)).text).toBe(
    '{"transaction":{"id":9002}}',
  );
});

test('a refund of another door is told in words of this one, and moves on as its money does', async () => {
  const { id } = await refundOfShirt();
  const read = async () => (await ask(gateway, `orders/${ORDER}/refunds/${id}.json`)).body['refund'];
  expect(await read()).toMatchObject({
    ...{ id, order_id: ORDER, return_id: null, note: 'vỡ khi giao', total_refunded: 0, processed_at: null },
    created_on: '2026-11-21T10:30:00Z',
    refund_line_items: [
      { line_item_id: 7001, quantity: 1, subtotal: 90000, total_tax: 10000, line_item: { id: 7001 } },
    ],
    order_adjustments: [
      { kind: 'shipping_refund', reason: 'Shipping refund', amount: -25000, refund_id: id, order_id: ORDER },
      { kind: 'refund_discrepancy', reason: 'Refund discrepancy', amount: 5000, tax_amount: 0 },
    ],
    transactions: [{ kind: 'refund', status: 'pending', parent_id: 9001, refund_id: id, amount: 120000 }],
  });
  await gateway.services.refunds.confirm(gateway.caller, { refundId: id });
  await gateway.drain();
  expect(await read()).toMatchObject({
    ...{ total_refunded: 120000, processed_at: '2026-11-21T10:30:00Z' },
    transactions: [{ status: 'success', processed_at: '2026-11-21T10:30:00Z' }],
  });
  expect((await ask(gateway, `orders/${ORDER}.json`)).body['order']).toMatchObject({
    ...{ financial_status: 'partially_refunded', total_refunded: 120000, net_payment: 185000, total_received: 305000 },
    ...{ current_total_price: 180000, current_total_tax: 10000, total_refunded_shipping: 25000, status: 'open' },
    refunds: [{ id }],
    line_items: [{ id: 7001, refundable_quantity: 1, current_quantity: 1 }, { refundable_quantity: 1 }],
  });
});

test('transactions of refunds stand behind the payments, under numbers that no payment has', async () => {
  const { id } = await refundOfShirt();
  const { body } = await ask(gateway, `orders/${ORDER}/transactions.json?fields=id,kind`);
  const movement = 4_000_000_000_000_000 + 1;
  expect(body['transactions']).toEqual([
    { id: 9001, kind: 'sale' },
    { id: 9002, kind: 'sale' },
    { id: movement, kind: 'refund' },
  ]);
  expect((await ask(gateway, `orders/${ORDER}/transactions/${movement}.json`)).body['transaction']).toMatchObject({
    ...{ id: movement, refund_id: id, test: false },
  });
});

test('the list of transactions takes limit, page, since_id and bounds of time', async () => {
  await refundOfShirt();
  const ids = async (query: string) => {
    const { body } = await ask(gateway, `orders/${ORDER}/transactions.json?fields=id&${query}`);
    return (body['transactions'] as { id: number }[]).map(({ id }) => id);
  };
  const movement = 4_000_000_000_000_001;
  expect(await ids('limit=2')).toEqual([9001, 9002]);
  expect(await ids('limit=2&page=2')).toEqual([movement]);
  expect(await ids('since_id=9001')).toEqual([9002, movement]);
  expect(await ids('created_on_min=2026-11-20 08:01')).toEqual([9001, movement]);
  expect(await ids('created_on_max=2026-11-20 08:00')).toEqual([9002]);
  const wrong = await ask(gateway, `orders/${ORDER}/transactions.json?created_on_max=soon`);
  expect([wrong.status, wrong.body]).toEqual([422, { errors: { created_on_max: ['is invalid'] } }]);
});

test('lists take limit, page, since_id, fields and bounds of time, and pass over what makes no sense', async () => {
  for (let count = 0; count < 3; count++) {
    await gateway.services.refunds.addManual(gateway.caller, {
      ...{ sourceType: 'order', sourceId: ORDER, amount: '1', currency: 'VND', destination: 'cash' },
    });
    gateway.clock.pass(60_000);
  }
  const ids = async (query: string) => {
    const { body } = await ask(gateway, `orders/${ORDER}/refunds.json?fields=id%2Cnothing&${query}`);
    return (body['refunds'] as { id: number }[]).map(({ id }) => id);
  };
  expect(await ids('')).toEqual([1, 2, 3]);
  expect(await ids('limit=2')).toEqual([1, 2]);
  expect(await ids('limit=2&page=2')).toEqual([3]);
  expect(await ids('limit=0&page=-1&colour=red')).toEqual([1, 2, 3]);
  expect(await ids('since_id=2')).toEqual([3]);
  expect(await ids('created_on_min=2026-11-21 10:31')).toEqual([2, 3]);
  expect(await ids('created_on_max=2026-11-21T17:31:00%2B07:00')).toEqual([1, 2]);
  expect(await ids('created_on_max=2026-11-21T17:31:00+07:00')).toEqual([1, 2]);
  const wrong = await ask(gateway, `orders/${ORDER}/refunds.json?created_on_min=soon`);
  expect([wrong.status, wrong.body]).toEqual([422, { errors: { created_on_min: ['is invalid'] } }]);
});

test('orders are listed by id and by status', async () => {
  const line = { lineId: 1, sku: 'B', name: 'B', quantity: 1, price: '5' };
  await gateway.services.orders.put(gateway.caller, {
    ...{ orderId: 451, currency: 'PLN', fulfilment: 'fulfilled', lines: [line], payments: [] },
  });
  const ids = async (query: string) =>
    ((await ask(gateway, `orders.json?fields=id,financial_status&${query}`)).body['orders'] as { id: number }[]).map(
      ({ id }) => id,
    );
  expect(await ids('')).toEqual([450, 451]);
  expect(await ids('status=any')).toEqual([450, 451]);
  expect(await ids('status=open')).toEqual([450]);
  expect(await ids('status=closed')).toEqual([451]);
  expect(await ids('limit=1&page=2')).toEqual([451]);
  expect(await ids('since_id=450')).toEqual([451]);
  expect((await ask(gateway, 'orders/451.json')).body['order']).toMatchObject({ financial_status: 'pending' });
});

test.each([
  'orders/999.json',
  'orders/0.json',
  'orders/x.json',
  'orders/count.json',
  'orders/99999999999999999999.json',
  'orders/999/refunds.json',
  'orders/450/refunds/7.json',
  'orders/450/refunds/x.json',
  'orders/999/transactions.json',
  'orders/450/transactions/7.json',
  'orders/450/refunds',
  'orders/450/refunds/calculate.json',
  'orders',
  'order_returns.json',
  'order_returns/1',
  'order_returns/1/refunds',
  'order_returns/1/refunds/1',
  'themes.json',
  '',
])('nothing is at %s', async (path) => {
  const { status, text } = await ask(gateway, path);
  expect([status, text]).toEqual([404, '{"errors":"Not Found"}']);
});

test('an order of another shop, and a refund of another order, are byte for byte like one that is not there', async () => {
  await openShop({ ...gateway, caller: gateway.otherCaller });
  await gateway.services.orders.put(gateway.otherCaller, { orderId: 9, currency: 'VND', lines: [], payments: [] });
  await gateway.services.orders.put(gateway.caller, { orderId: 452, currency: 'VND', lines: [], payments: [] });
  const { id } = await refundOfShirt();
  const nothing = (await ask(gateway, 'orders/999.json')).text;
  expect((await ask(gateway, 'orders/9.json')).text).toBe(nothing);
  expect((await ask(gateway, `orders/452/refunds/${id}.json`)).text).toBe(nothing);
});

test.each([
  ['PUT', `orders/${ORDER}/refunds/1.json`, 'GET, HEAD'],
  ['DELETE', `orders/${ORDER}/refunds/1.json`, 'GET, HEAD'],
  ['DELETE', `orders/${ORDER}/transactions/1.json`, 'GET, HEAD'],
  ['PUT', `orders/${ORDER}/transactions/9001.json`, 'GET, HEAD'],
  ['PUT', `orders/${ORDER}.json`, 'GET, HEAD'],
  ['DELETE', `orders/${ORDER}.json`, 'GET, HEAD'],
  ['POST', 'orders.json', 'GET, HEAD'],
  ['PATCH', `orders/${ORDER}/refunds.json`, 'GET, HEAD, POST'],
  ['DELETE', `orders/${ORDER}/refunds/calculate.json`, 'POST'],
])('%s %s is 405, and told what there is instead', async (method, path, allow) => {
  const { status, body, headers } = await ask(gateway, path, { method });
  expect([status, body, headers.get('Allow')]).toEqual([405, { errors: 'Method Not Allowed' }, allow]);
});

test.each(['close', 'open', 'cancel'])('an order is not to be changed here: %s', async (step) => {
  const { status, text } = await ask(gateway, `orders/${ORDER}/${step}.json`, { body: {} });
  expect([status, text]).toEqual([404, '{"errors":"Not Found"}']);
});

test.each([
  ['GET', 'oauth/authorize?client_id=1&scope=read_orders&redirect_uri=x'],
  ['POST', 'oauth/access_token'],
  ['GET', 'oauth'],
])('whoever wants a token there is told so as OAuth does: %s %s', async (method, path) => {
  const { status, body } = await ask(gateway, path, { method, ...(method === 'POST' ? { body: {} } : {}) });
  expect([status, body]).toEqual([404, { error: 'invalid_request', error_description: expect.any(String) as string }]);
});

test('a refund is the last of the goods when it was the one after which nothing was left', async () => {
  const whole = (lines: { lineId: number; quantity: number }[]) =>
    gateway.services.refunds.addManual(gateway.caller, {
      ...{ sourceType: 'order', sourceId: ORDER, amount: '1000', currency: 'VND', destination: 'cash', lines },
    });
  await whole([{ lineId: 7001, quantity: 2 }]);
  await whole([{ lineId: 7002, quantity: 1 }]);
  const { body } = await ask(gateway, `orders/${ORDER}/refunds.json`);
  expect(body['refunds']).toMatchObject([
    { order_adjustments: [{ reason: 'Refund discrepancy', amount: 199000 }] },
    { order_adjustments: [{ reason: 'Full return balancing adjustment', amount: 79000 }] },
  ]);
});

test('the description and its page are served', async () => {
  const document = await fetch(`${gateway.address}/sapo/openapi.json`);
  expect(((await document.json()) as { servers: unknown }).servers).toEqual([{ url: `${gateway.address}/admin` }]);
  expect((await fetch(`${gateway.address}/sapo/docs`)).status).toBe(200);
});
