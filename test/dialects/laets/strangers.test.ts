/**
 * What strangers send: broken bodies, members of every wrong kind, filters that nobody has, objects of another shop, methods that are
 * not there. Each is answered in the platform's own shapes, and none tells of our insides (contract, section 2; choice LAETS-4).
 */
import { startGateway, type GatewayUnderTest } from '../../gateway-under-test';
import { ask, faultIn, withToken, type Sent, type Told } from './client';
import { BRICK, marketOrder, openMarket, ORDER, PLATE, secondOrder, type Market } from './shop';

jest.setTimeout(60_000);

let gateway: GatewayUnderTest;
let market: Market;
beforeAll(async () => {
  gateway = await startGateway({ doors: [], environment: { LAETS_SYNC_SECONDS: '0' } });
  market = await openMarket(gateway);
});
afterAll(() => gateway.stop());
beforeEach(async () => {
  await gateway.clear();
  await gateway.services.orders.put(gateway.caller, marketOrder());
  await market.open();
});

const send = (path: string, sent: Sent = {}) => ask(gateway, `/v1/${path}`, sent);

const INSIDES = /native code|object Object|sqlite|typeorm|node_modules|Error:|undefined|\bat \w+ \(/i;

/** Refused, as the platform refuses: a text alone, or a code with a list of one text; no body at all where there is nothing. */
function expectTheirShape({ status, text, headers, body }: Told): void {
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(text).not.toMatch(INSIDES);
  if (text === '') return expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  expect(Object.keys(body ?? {})).toEqual(['errors']);
  expect(body?.['errors']).toEqual([
    status === 400 ? { code: expect.any(Number) as number, msg: [expect.any(String)] } : expect.any(String),
  ]);
}

const HUGE = '9'.repeat(400);
const POSTED = [
  ...['return/', 'refund/', `merchant_order/${ORDER}/return/`, `merchant_order/${ORDER}/send/`, 'refund/1/cancel/'],
  ...['accept', 'received', 'close', 'seller_close', 'cancel', 'reopen'].map((action) => `return/1/${action}/`),
];

const BROKEN = [
  ...['{', 'null', '5', '"x"', '[1]', '[[]]', '{"a":1,"a":2}', '{"a":"\\ud800"}', '{"constructor":"\\u0000"}'],
  ...['['.repeat(5000), `{"a":${'['.repeat(60)}${']'.repeat(60)}}`, Buffer.from([0x7b, 0xff, 0x7d])],
];
const OTHER_KINDS: readonly Readonly<Record<string, string | undefined>>[] = [
  ...[{ 'content-type': 'text/xml' }, { 'content-type': 'application/x-www-form-urlencoded' }],
  ...[{ 'content-type': undefined }, { 'content-encoding': 'gzip' }],
];

test.each(POSTED)('POST %s refuses what is no object in JSON', async (path) => {
  for (const body of BROKEN) expectTheirShape(await send(path, { method: 'POST', body }));
  for (const headers of OTHER_KINDS) {
    const told = await send(path, { method: 'POST', body: '{}', headers });
    expectTheirShape(told);
    expect(told.status).toBe(415);
  }
});

/** Every member that a body may have, with what it must not be. */
const WRONG: readonly unknown[] = [
  {},
  [],
  [[]],
  true,
  -1,
  1.5,
  'x',
  '',
  ' ',
  { toString: 1 },
  { id: {} },
  { resource_uri: '/v1/x/1/' },
];
const ITEM = { order_item: PLATE };
const AMOUNT = { merchant_order: ORDER, partial_refund: true, amount: '1.00' };

describe('a member of a wrong kind', () => {
  test.each<[string, string, object, readonly string[]]>([
    ['return/', 'POST', ITEM, ['order_item', 'merchant', 'user', 'reason', 'return_type']],
    ['refund/', 'POST', AMOUNT, ['merchant_order', 'amount', 'shipping', 'adjustment', 'merchant', 'user']],
    ['return/1/', 'PUT', {}, ['id', 'status', 'reason', 'amount', 'return_type', 'offer_id', 'merchant', 'user']],
    ['return/1/accept/', 'POST', {}, ['return_type']],
  ])('is refused by its name at %s', async (path, method, rest, names) => {
    for (const name of names) {
      const isAmount = path === 'refund/' && /^(amount|shipping|adjustment)$/.test(name);
      for (const value of [...WRONG, HUGE].filter((one) => !isAmount || typeof one !== 'number')) {
        const told = await send(path, { method, body: { ...rest, [name]: value } });
        expectTheirShape(told);
        expect([name, value, faultIn(told).text]).toEqual([name, value, expect.stringMatching(new RegExp(`^${name}`))]);
      }
    }
  });

  test('is refused where it is a list', async () => {
    for (const value of [{ 0: BRICK }, BRICK, [HUGE], [null], [{}], ['/v1/order_item/11/x'], [[BRICK]]]) {
      for (const path of ['return/1/accept/', `merchant_order/${ORDER}/return/`]) {
        expectTheirShape(await send(path, { body: { order_items: value } }));
      }
      expectTheirShape(await send('refund/', { body: { merchant_order: ORDER, order_items: value } }));
      expectTheirShape(await send('refund/', { body: { merchant_order: ORDER, return_requests: value } }));
    }
  });

  test('that nobody knows is passed over', async () => {
    const body = '{"order_item":12,"nothing":{"of":[1]},"constructor":1,"__proto__":{"return_type":1}}';
    expect(await send('return/', { body })).toMatchObject({ status: 201, body: { return_type: 2 } });
  });
});

describe('PUT (our choice LAETS-3)', () => {
  const put = (body: unknown) => send('return/1/', { method: 'PUT', body });

  const others = { merchant: '/v1/merchant/2/', merchant_order: { id: 8 }, order_item: PLATE, user: 14, id: 2 };
  const otherTexts = { offer_sku: 'X', order_id_number: 'X', amount: 5 };

  test.each(Object.entries<unknown>({ ...others, ...otherTexts }))(
    'does not pass over that %s would be another',
    async (name, value) => {
      expect(faultIn(await put({ comment: 'x', [name]: value }))).toEqual({
        ...{ status: 400, code: 71003, text: `${name} cannot be changed by PUT` },
      });
      expect((await send('return/1/')).body).toMatchObject({ comment: '' });
    },
  );

  test('takes what it is related to as its URI, as the object or as the number', async () => {
    for (const body of [
      { merchant: 1, merchant_order: `/v1/merchant_order/${ORDER}/`, order_item: { id: BRICK }, user: null },
      { merchant: { resource_uri: 'https://elsewhere.example/v1/merchant/1/' }, order_item: String(BRICK) },
    ]) {
      expect((await put(body)).status).toBe(202);
    }
  });

  test('has nothing to say of times, which clients write in forms of their own', async () => {
    const times = { created_on: '2026-11-21 10:30:00', last_updated: 'x', closed: null, from_list: true };
    expect((await put(times)).status).toBe(202);
  });
});

describe.each([
  ...['return', 'refund', 'merchant_order', 'order', 'order_item', 'transaction', 'app_transaction'],
  ...['store_transaction', 'mp_transaction', 'merchant'],
])('a list of %s', (name) => {
  test('has no filter but its own, and says so in the words of whoever asked', async () => {
    for (const filter of [...['constructor', '__proto__', 'toString', 'id[]', 'id__', '__id', 'note'], '\ufffd']) {
      const told = await send(`${name}/?${filter === '\ufffd' ? '%ff' : filter}=1`);
      expectTheirShape(told);
      const { code, text = '' } = faultIn(told);
      expect([code, text.slice(0, text.indexOf(';'))]).toEqual([71006, `${filter} is no filter`]);
    }
    const refused = [`id=${HUGE}`, 'id__in=,', 'limit=1&limit=2', `limit=${HUGE}`, 'offset=-1', 'order_by=-', '=1'];
    for (const query of refused) expectTheirShape(await send(`${name}/?${query}`));
  });

  test('has no method but its own', async () => {
    const { headers } = await send(`${name}/`, { method: 'OPTIONS' });
    const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((one) => !headers.allow?.includes(one));
    for (const method of methods) {
      const told = await send(`${name}/`, { method, ...(method === 'DELETE' ? {} : { body: {} }) });
      expect([method, told.status, told.text, told.headers.allow]).toEqual([method, 405, '', headers.allow]);
    }
    expect(headers.allow).toBe(/^(return|refund)$/.test(name) ? 'GET, HEAD, POST, OPTIONS' : 'GET, HEAD, OPTIONS');
  });

  test('has objects that cannot be taken away, and of which only a return can be changed', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'POST']) {
      if (name === 'return' && method === 'PUT') continue;
      const told = await send(`${name}/1/`, { method, ...(method === 'DELETE' ? {} : { body: {} }) });
      expect([method, told.status, told.text]).toEqual([method, 405, '']);
    }
  });

  test('has a schema that is for reading alone', async () => {
    for (const method of ['PUT', 'PATCH', 'DELETE', 'POST']) {
      const told = await send(`${name}/schema/`, { method, ...(method === 'DELETE' ? {} : { body: {} }) });
      expect([method, told.status, told.text, told.headers.allow]).toEqual([method, 405, '', 'GET, HEAD, OPTIONS']);
    }
    expect((await send(`${name}/schema/`)).status).toBe(200);
  });

  test('has no filter that is passed over behind a thousand others', async () => {
    const told = await send(`${name}/?${'&'.repeat(1100)}colour=red`);
    expect(faultIn(told)).toMatchObject({ status: 400, code: 71006 });
    expect(faultIn(await send(`${name}/?${'format&'.repeat(1100)}limit=x`))).toMatchObject({
      status: 400,
      code: 71003,
    });
  });

  test('has nothing of what is no number', async () => {
    for (const id of ['0', '-1', 'x', '1.0', '1e0', '%00', '7%2F', HUGE]) {
      expect(await send(`${name}/${id}/`)).toMatchObject({ status: 404, text: '' });
    }
  });
});

test('bodies that name what is another shop’s are answered as those that name what is nobody’s', async () => {
  await gateway.services.orders.put(gateway.otherCaller, secondOrder(900, 900));
  const headers = { authorization: withToken(market.keys.foreign) };
  for (let n = 0; n < 2; n++) await ask(gateway, '/v1/return/', { body: { order_item: 900 }, headers });
  const [foreign] = (await ask(gateway, '/v1/return/', { headers })).body?.['objects'] as { id: number }[];
  await market.act(1, 'accept');
  const told = async (path: string, body: object) => {
    const { status, text } = await send(path, { body });
    return [status, text.replace(/\b(90\d|[29])\b/g, 'N')];
  };
  expect(foreign?.id).toBe(2);
  const wishes: [string, (id: number, returnId: number) => object][] = [
    ['return/', (id) => ({ order_item: id })],
    ['return/1/accept/', (id) => ({ order_items: [id] })],
    [`merchant_order/${ORDER}/return/`, (id) => ({ order_items: [PLATE, id] })],
    ['refund/', (id) => ({ ...AMOUNT, merchant_order: id })],
    ['refund/', (id) => ({ merchant_order: ORDER, order_items: [id] })],
    ['refund/', (_, returnId) => ({ ...AMOUNT, return_requests: [1, returnId] })],
    ['refund/', (_, returnId) => ({ ...AMOUNT, merchant: returnId })],
    ['return/', (_, returnId) => ({ ...ITEM, merchant: returnId })],
  ];
  for (const [path, wish] of wishes) {
    const answers = [await told(path, wish(900, 2)), await told(path, wish(901, 9))];
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.[0]).toBe(400);
  }
});
