/** Returns through laets' door: the flow of its clients, every step by every side, and what is refused. */
import { NOW, startGateway, type GatewayUnderTest } from '../../gateway-under-test';
import { ask, faultIn, withToken } from './client';
import {
  BRICK,
  idsIn as ids,
  marketOrder,
  MERCHANT,
  openMarket,
  ORDER,
  PLATE,
  secondOrder,
  type Market,
  type Who,
} from './shop';

jest.setTimeout(60_000);

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
});

const as: Market['as'] = (...given) => market.as(...given);
const open: Market['open'] = (...given) => market.open(...given);
const act: Market['act'] = (...given) => market.act(...given);

describe('asking for a return', () => {
  test('as the Python client does', async () => {
    const body =
      '{"merchant": "/v1/merchant/1/", "order_item": "/v1/order_item/11/", "reason": 6, "return_type": 2, "comment": "Têst"}';
    const told = await as('seller', '/v1/return/?return_data=1', { body });
    expect(told.status).toBe(201);
    expect(told.headers.location).toBe(`${gateway.address}/v1/return/1/`);
    expect(told.body).toMatchObject({
      ...{ id: 1, status: 'open', return_type: 2, reason: 6, reason_localized: 'Reason 6', comment: 'Têst' },
      ...{ amount: '0.00', closed: null, created_on: '2026-11-21T11:30:00+01:00', external_id: null },
      ...{ offer_id: '11', offer_name: 'Brick', order_id_number: '260105D0000077', user: null, meta: {} },
    });
  });

  test('without saying more than the item: a refund, because it was not received', async () => {
    const { body } = await open();
    expect(body).toMatchObject({ return_type: 2, reason: 16, reason_localized: 'Item not received', comment: '' });
  });

  test('a return of an order without a number of its own names ours, as the order does', async () => {
    const { orderNumber: _, ...unnumbered } = secondOrder(8, 21);
    await gateway.services.orders.put(gateway.caller, unnumbered);
    expect((await open({ order_item: 21 })).body).toMatchObject({ order_id_number: '8' });
    expect((await as('seller', '/v1/order/8/')).body).toMatchObject({ id_number: '8' });
  });

  test.each([
    ['its number', BRICK],
    ['its number as text', String(BRICK)],
    ['an absolute URI', `https://elsewhere.example/v1/order_item/${BRICK}/`],
    ['a URI with two slashes', `/v1//order_item/${BRICK}`],
    ['an object', { id: BRICK, resource_uri: `/v1/order_item/${BRICK}/` }],
    ['an object with its number', { pk: BRICK }],
  ])('an item may be named by %s', async (_what, item) => {
    expect(await open({ order_item: item })).toMatchObject({ status: 201, body: { order_item: { id: BRICK } } });
  });

  test('an item of several pieces is returned whole, and of one that was given back in part the rest', async () => {
    const wish = { orderId: ORDER, lines: [{ lineId: PLATE, quantity: 1 }], goodsBack: true } as const;
    const { id } = await gateway.services.returns.open(gateway.caller, wish);
    expect(faultIn(await open({ order_item: PLATE }))).toMatchObject({ status: 400, code: 71003 });
    await gateway.services.returns.accept(gateway.caller, { returnId: id });
    await gateway.services.returns.receive(gateway.caller, { returnId: id });
    await gateway.services.returns.close(gateway.caller, { returnId: id });
    const { body } = await open({ order_item: PLATE });
    const [line] = (await gateway.services.returns.get(gateway.caller, Number(body?.['id']))).lines;
    expect(line).toMatchObject({ lineId: PLATE, requested: 1 });
    expect(faultIn(await open({ order_item: PLATE }))).toMatchObject({ status: 400, code: 71003 });
  });

  test('one item has one return until that is over (our choice LAETS-8)', async () => {
    await open();
    const again = faultIn(await open());
    expect(again).toEqual({ status: 400, code: 71003, text: expect.stringMatching(/^order_item: /) as string });
    await act(1, 'cancel');
    expect((await open()).status).toBe(201);
  });

  test('what the caller says of the user and its own number is told again', async () => {
    const { body } = await open({ user: '/v1/user/14/', external_id: 'EXT-1', starred: true });
    expect(body).toMatchObject({
      ...{ external_id: 'EXT-1', starred: true },
      user: { id: 14, resource_uri: `${gateway.address}/v1/user/14/`, username: null, email: null },
    });
    await gateway.services.orders.put(gateway.caller, secondOrder(8, 21));
    const taken = faultIn(await open({ order_item: 21, external_id: 'EXT-1' }));
    expect(taken).toEqual({ status: 400, code: 71003, text: 'external_id: another return has this number' });
    expect(ids(await as('seller', '/v1/return/'))).toEqual([1]);
  });

  test.each([
    ['an item that nobody has', { order_item: 99 }, 71002, 'order_item: there is no such item'],
    ['an item of another shop', { order_item: 31 }, 71002, 'order_item: there is no such item'],
    ['another merchant', { merchant: '/v1/merchant/2/' }, 71002, 'merchant: there is no such merchant'],
    ['no item', { order_item: null }, 71003, 'order_item is required'],
    ['an item that is a refund', { order_item: '/v1/refund/11/' }, 71003, expect.stringMatching(/^order_item must be/)],
    ['a list of items', { order_item: [11] }, 71003, expect.stringMatching(/^order_item must be/)],
    ['another type', { return_type: 3 }, 71003, expect.stringMatching(/^return_type must be 1/)],
    ['a type that is text', { return_type: 'x' }, 71003, expect.stringMatching(/^return_type must be/)],
    ['a reason of 0', { reason: 0 }, 71003, 'reason must be a whole number above 0'],
    ['a reason that is a fraction', { reason: 1.5 }, 71003, 'reason must be a whole number above 0'],
    ['a comment that is a number', { comment: 5 }, 71003, expect.stringMatching(/^comment must be text/)],
    ['a comment without end', { comment: 'x'.repeat(1001) }, 71003, expect.stringMatching(/^comment must be text/)],
    ['a number without end', { external_id: 'x'.repeat(65) }, 71003, expect.stringMatching(/^external_id must be/)],
    ['a mark that is text', { starred: 'yes' }, 71003, 'starred must be true or false'],
  ])('%s is refused', async (_what, more, code, text) => {
    await gateway.services.orders.put(gateway.otherCaller, secondOrder(9, 31));
    expect(faultIn(await open(more))).toEqual({ status: 400, code, text });
    expect(ids(await as('seller', '/v1/return/'))).toEqual([]);
  });

  test('an item that two orders have is nobody’s guess', async () => {
    await gateway.services.orders.put(gateway.caller, secondOrder(8, BRICK));
    expect(faultIn(await open())).toEqual({
      ...{ status: 400, code: 71002, text: 'order_item: several merchant orders have an item of this number' },
    });
  });

  test.each([
    ['no JSON', '{', 400],
    ['a list of something', '[1]', 400],
    ['a text', '"x"', 400],
    ['the same member twice', '{"order_item":11,"order_item":12}', 400],
    ['too much', `{"comment":"${'x'.repeat(1024 * 1024)}"}`, 413],
  ])('%s is refused in the platform’s shape', async (_what, body, status) => {
    const told = await as('seller', '/v1/return/', { body });
    expect(told.status).toBe(status);
    expect((told.body?.['errors'] as unknown[]).length).toBe(1);
  });
});

describe('a return that is accepted by itself (our choice LAETS-6)', () => {
  const statusOf = async (more: object) => (await open(more)).body?.['status'];

  test('is an exchange inside the window', async () => {
    expect(await statusOf({ return_type: 1 })).toBe('accepted');
    expect((await act(1, 'accept')).status).toBe(200);
  });

  test('is none for which money is wanted', async () => {
    expect(await statusOf({ return_type: 2 })).toBe('open');
  });

  test('is no claim', async () => {
    await gateway.services.orders.put(gateway.caller, marketOrder({ deliveredAt: NOW - 15 * 24 * 60 * 60 * 1000 }));
    expect(await statusOf({ return_type: 1 })).toBe('open');
  });

  test('is none where the shop decides itself', async () => {
    await gateway.services.shops.set('north', { acceptsReturns: false });
    expect(await statusOf({ return_type: 1 })).toBe('open');
    await gateway.services.shops.set('north', { acceptsReturns: true });
  });

  test('is also what a buyer asks for', async () => {
    expect((await open({ return_type: 1 }, 'buyer')).body).toMatchObject({ status: 'accepted' });
  });
});

test('a return tells when it was closed, and forgets it when it is taken up again', async () => {
  await open();
  await act(1, 'accept');
  gateway.clock.pass(60_000);
  expect((await act(1, 'close')).body).toMatchObject({ closed: '2026-11-21T11:31:00+01:00' });
  expect((await act(1, 'reopen')).body).toMatchObject({ status: 'accepted', closed: null });
});

test('the seller rejects a request by cancelling it (our choice LAETS-5)', async () => {
  await open();
  await gateway.services.returns.reject(gateway.caller, { returnId: 1, reason: 'used' });
  expect((await as('seller', '/v1/return/1/')).body).toMatchObject({
    status: 'cancelled',
    status_localized: 'Cancelled',
  });
});

describe('the body of an action (our choice LAETS-11)', () => {
  test.each([
    ['none', undefined],
    ['an empty list, as PHP writes it', '[]'],
    ['an empty object', '{}'],
    ['what laets documents', { order_items: [BRICK], return_type: 2 }],
    ['a URI', { order_items: [`/v1/order_item/${BRICK}/`] }],
    ['no items', { order_items: [] }],
    ['more items than its own', { order_items: [PLATE, BRICK] }],
  ])('may be %s', async (_what, body) => {
    await open();
    for (const action of ['accept', 'received', 'seller_close', 'reopen', 'cancel']) {
      expect(await act(1, action, 'seller', body)).toMatchObject({ status: 200 });
    }
  });

  test.each([
    ['other items', { order_items: [PLATE] }, 71002, 'order_items: there is no such item'],
    ['something else than items', { order_items: BRICK }, 71003, expect.stringMatching(/^order_items must be/)],
    ['a type that is none', { return_type: 9 }, 71003, expect.stringMatching(/^return_type must be/)],
  ])('may not name %s', async (_what, body, code, text) => {
    await open();
    for (const action of ['accept', 'received', 'close', 'seller_close', 'cancel', 'reopen']) {
      expect(faultIn(await act(1, action, 'seller', body))).toEqual({ status: 400, code, text });
    }
  });

  test('names the item that is shown, whatever other lines the return has from another door', async () => {
    const { caller, services } = gateway;
    const lines = [PLATE, BRICK].map((lineId) => ({ lineId, quantity: 1 }));
    await services.returns.open(caller, { orderId: ORDER, goodsBack: true, lines });
    const { order_item: shown } = (await as('seller', '/v1/return/1/')).body as { order_item: { id: number } };
    expect(shown.id).toBe(PLATE);
    for (const action of ['accept', 'received', 'close', 'reopen', 'cancel']) {
      expect(faultIn(await act(1, action, 'seller', { order_items: [BRICK] }))).toEqual({
        ...{ status: 400, code: 71002, text: 'order_items: there is no such item' },
      });
      expect(await act(1, action, 'seller', { order_items: [PLATE] })).toMatchObject({ status: 200 });
    }
  });

  test('is not blamed for what the return itself stands in the way of', async () => {
    await open();
    await act(1, 'cancel');
    await open();
    expect(faultIn(await act(1, 'reopen'))).toEqual({
      ...{ status: 400, code: 71003, text: 'the item is in a return already, or was given back' },
    });
    await act(2, 'accept');
    await as('seller', '/v1/refund/', { body: { merchant_order: ORDER, return_requests: [2] } });
    expect(faultIn(await act(2, 'cancel'))).toEqual({
      ...{ status: 400, code: 71001, text: 'refunds of 7.20 EUR rest on return 2; cancel them first' },
    });
  });

  test('only accept may change the type, and only when it accepts', async () => {
    await open();
    for (const action of ['received', 'close', 'seller_close', 'cancel', 'reopen']) {
      expect(faultIn(await act(1, action, 'seller', { return_type: 1 }))).toMatchObject({ status: 400, code: 71003 });
    }
    expect((await act(1, 'accept', 'seller', { return_type: 1 })).body).toMatchObject({ return_type: 1 });
    expect((await act(1, 'accept', 'seller', { return_type: 1 })).status).toBe(200);
    expect(faultIn(await act(1, 'accept', 'seller', { return_type: 2 }))).toMatchObject({ status: 400, code: 71003 });
  });
});

describe('PUT (our choice LAETS-3)', () => {
  const put = (body: unknown, who: Who = 'seller') => as(who, '/v1/return/1/', { method: 'PUT', body });

  test('changes comment, external_id and starred, and nothing that is not named', async () => {
    await open({ comment: 'first', external_id: 'A' });
    expect(await put({ comment: 'second', starred: true })).toMatchObject({
      ...{ status: 202, body: { comment: 'second', external_id: 'A', starred: true, status: 'open' } },
    });
    expect((await put({ external_id: null, comment: null })).body).toMatchObject({
      ...{ comment: '', external_id: null, starred: true },
    });
    expect(await gateway.database.reader.read((stores) => stores.audit.of('north', 'return', 1))).toHaveLength(3);
  });

  test('takes the whole object back', async () => {
    await open();
    const { body } = await as('seller', '/v1/return/1/');
    expect(await put({ ...body, comment: 'changed' })).toMatchObject({ status: 202, body: { comment: 'changed' } });
  });

  test('refuses what is changed by actions, and says its name', async () => {
    await open();
    for (const [name, value] of Object.entries({ status: 'accepted', return_type: 1, reason: 6, amount: '5.00' })) {
      expect(faultIn(await put({ [name]: value }))).toEqual({
        ...{ status: 400, code: 71003, text: `${name} cannot be changed by PUT` },
      });
    }
  });

  test('refuses a number that another return has', async () => {
    await open({ external_id: 'A' });
    await open({ order_item: PLATE, external_id: 'B' });
    expect(faultIn(await put({ external_id: 'B' }))).toMatchObject({ status: 400, code: 71003 });
    expect((await put({ external_id: 'A' })).status).toBe(202);
  });

  test('is the seller’s', async () => {
    await open();
    expect(faultIn(await put({ comment: 'x' }, 'buyer')).status).toBe(403);
  });

  test('keeps what another platform wants to hear again', async () => {
    const wish = { orderId: ORDER, said: '{"their":"word"}', lines: [{ lineId: BRICK, quantity: 1 }] };
    await gateway.services.returns.open(gateway.caller, wish);
    await put({ starred: true });
    expect((await gateway.services.returns.get(gateway.caller, 1)).said).toBe('{"their":"word","starred":true}');
  });
});

test('objects of another shop are exactly as if they did not exist', async () => {
  await open();
  for (const [method, path, body] of [
    ['GET', 'return/1/', undefined],
    ['PUT', 'return/1/', { comment: 'x' }],
    ...['accept', 'received', 'close', 'seller_close', 'cancel', 'reopen'].map((one) => [
      'POST',
      `return/1/${one}/`,
      {},
    ]),
    ['POST', 'return/', { order_item: BRICK }],
    ['GET', 'merchant/1/', undefined],
  ] as [string, string, object | undefined][]) {
    const there = await as('foreign', `/v1/${path}`, { method, ...(body && { body }) });
    const nowhere = await as('foreign', `/v1/${path.replace(/\b1\b/, '999')}`, {
      method,
      ...(body && { body: 'order_item' in body ? { order_item: 999 } : body }),
    });
    expect([there.status, there.text]).toEqual([nowhere.status, nowhere.text]);
    expect(there.status).toBe(method === 'POST' && path === 'return/' ? 400 : 404);
  }
  expect(ids(await as('foreign', '/v1/return/'))).toEqual([]);
  expect((await as('seller', '/v1/return/1/')).body).toMatchObject({ status: 'open', comment: '' });
});

test.each([
  ['en', 'Waiting for merchant', 'Refund', 'Item not received'],
  ['de', 'Wartet auf den Händler', 'Rückerstattung', 'Artikel nicht erhalten'],
  ['fr', 'En attente du marchand', 'Remboursement', 'Article non reçu'],
  ['pl', 'Oczekuje na sprzedawcę', 'Zwrot pieniędzy', 'Nie otrzymano towaru'],
  ['pt', 'Aguardando o lojista', 'Reembolso', 'Item não recebido'],
  ['vi', 'Đang chờ người bán', 'Hoàn tiền', 'Chưa nhận được hàng'],
])('in %s a return is told as %s, %s, %s (our choice LAETS-2)', async (language, status, type, reason) => {
  await open();
  const headers = { authorization: withToken(gateway.key), 'content-language': language };
  const { body, headers: told } = await ask(gateway, '/v1/return/1/', { headers });
  expect(told['content-language']).toBe(language);
  expect(body).toMatchObject({
    ...{ status_localized: status, return_type_localized: type, reason_localized: reason },
  });
});

test('who may nothing about returns is told so, and who may only ask may look', async () => {
  await open();
  const { key } = await gateway.services.credentials.addKey({ shop: 'north', name: 'narrow', scopes: ['orders:read'] });
  const narrow = (path: string, body?: object) =>
    ask(gateway, path, { headers: { authorization: withToken(key) }, ...(body && { body }) });
  for (const told of [
    await narrow('/v1/return/'),
    await narrow('/v1/return/1/'),
    await narrow('/v1/return/', { order_item: PLATE }),
  ]) {
    expect(faultIn(told).status).toBe(403);
  }
  expect(ids(await as('buyer', '/v1/return/'))).toEqual([1]);
  expect((await as('buyer', '/v1/return/1/')).status).toBe(200);
});

test('merchants and users answer under the addresses that objects name', async () => {
  const { body } = await as('seller', '/v1/user/me/');
  expect(await as('seller', new URL(String(body?.['resource_uri'])).pathname)).toMatchObject({ status: 200, body });
  expect((await as('seller', '/v1/user/14/')).status).toBe(404);
  expect(await as('seller', `/v1/merchant/${MERCHANT}/`)).toMatchObject({
    ...{ status: 200, body: { id: MERCHANT, pk: MERCHANT, name: 'north' } },
  });
});
