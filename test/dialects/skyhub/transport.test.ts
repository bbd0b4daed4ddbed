/** What SkyHub's clients meet before any of their requests is understood: keys, media types, addresses, bodies. */
import { startGateway } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { channelOrder, CODE, SAC, send } from './channel-shop';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway({ doors: [] });
  await gateway.services.credentials.addLogin({ shop: 'south', user: 'south@example.com', password: 'secret' });
  await gateway.services.orders.put(gateway.caller, channelOrder());
  await gateway.services.orders.put(gateway.otherCaller, channelOrder({ orderId: 1, orderNumber: '77' }));
});
afterAll(() => gateway.stop());

const ITEMS = `${SAC}/items`;
const ORDER = `/orders/${encodeURIComponent(CODE)}`;

test.each([ITEMS, ORDER])('%s is answered to whoever shows the three keys', async (path) => {
  expect(await send(gateway, 'GET', path)).toMatchObject({ status: 200 });
});

describe('one key that does not fit is as good as none', () => {
  test.each([
    ['no user', { 'x-user-email': undefined }],
    ['no API key', { 'x-api-key': undefined }],
    ['no account', { 'x-accountmanager-key': undefined }],
    ['the old token instead of the account', { 'x-accountmanager-key': undefined, 'x-user-token': 'north' }],
    ['the old token beside an API key that is wrong', { 'x-api-key': 'wrong', 'x-user-token': 'north' }],
    ['another user', { 'x-user-email': 'nobody@example.com' }],
    ['another API key', { 'x-api-key': 'wrong' }],
    ['the account of another shop', { 'x-accountmanager-key': 'south' }],
    ['an account that nobody has', { 'x-accountmanager-key': 'nowhere' }],
  ])('%s', async (_what, headers) => {
    for (const path of [ITEMS, '/sac', '/sac?cursor=x', '/sac/x/chats']) {
      const { status, text } = await send(gateway, 'GET', path, { headers });
      expect([status, text]).toEqual([401, '{"errors":{"detail":"Unauthorized"}}']);
    }
    for (const path of [ORDER, '/orders', '/orders?page=0', '/orders/x/cancel', '/statuses']) {
      const { status, text } = await send(gateway, 'GET', path, { headers });
      expect([status, text]).toEqual([401, '{"error":"Unauthorized"}']);
    }
  });
});

test.each([
  ['/sac', '{"errors":{"detail":"Unauthorized"}}'],
  ['/sac?cursor=x', '{"errors":{"detail":"Unauthorized"}}'],
  ['/sac/x/chats', '{"errors":{"detail":"Unauthorized"}}'],
  ['/orders', '{"error":"Unauthorized"}'],
  ['/orders/x?y=/sac', '{"error":"Unauthorized"}'],
])('%s is told of in its own form when a proxy asks for it by its whole address', async (path, body) => {
  const { status, text } = await send(gateway, 'GET', `http://gateway.example${path}`, {
    headers: { 'x-api-key': undefined },
  });
  expect([status, text]).toEqual([401, body]);
});

test('a media type that is refused to a proxy is refused in the form of the address', async () => {
  const { status, text } = await send(gateway, 'GET', `http://gateway.example${ITEMS}`, {
    headers: { accept: 'text/html' },
  });
  expect([status, text]).toEqual([406, '{"errors":{"detail":"Answers are application/json"}}']);
});

describe('what is not there is not found', () => {
  test.each([
    ['GET', '/sac/nobody-1/items'],
    // The other shop has it.
    ['GET', '/sac/Lojas%20Americanas-77/items'],
    ['GET', '/sac/77/items'],
    // Decoded once, matched exactly.
    ['GET', '/sac/Lojas%2520Americanas-298765432198761/items'],
    ['GET', '/sac/lojas%20americanas-298765432198761/items'],
    ['GET', '/sac/Lojas+Americanas-298765432198761/items'],
    ['GET', `${SAC}%20/items`],
    ['GET', '/sac/%E0%A4%A/items'],
    ['GET', `${SAC}/chats`],
    ['POST', `${SAC}/chats`],
    ['GET', `${SAC}/refunds/1`],
    ['DELETE', ITEMS],
    ['PATCH', `${SAC}/instances`],
    ['OPTIONS', '/sac'],
    ['POST', '/sac'],
    ['GET', SAC],
  ])('%s %s', async (method, path) => {
    const { status, text } = await send(gateway, method, path, method === 'POST' ? { body: {} } : {});
    expect([status, text]).toEqual([404, '{"errors":{"detail":"Not found"}}']);
  });

  test.each([
    ['GET', '/orders/nobody-1'],
    ['GET', '/orders/Lojas%20Americanas-77'],
    ['GET', '/orders/298765432198761'],
    ['POST', `${ORDER}/cancel`],
    ['POST', `${ORDER}/invoice`],
    ['GET', '/orders/queue/1'],
    ['GET', '/statuses'],
    ['GET', '/queues/orders'],
    ['DELETE', '/queues/orders/x'],
    ['OPTIONS', '/orders'],
    ['POST', '/orders'],
  ])('%s %s', async (method, path) => {
    const { status, text } = await send(gateway, method, path, method === 'POST' ? { body: {} } : {});
    expect([status, text]).toEqual([404, '{"error":"Not found"}']);
  });
});

describe('what another shop has is byte for byte as what nobody has', () => {
  const instance = {
    items: [{ id: '77-1', quantity: 1 }],
    action: { id: 'RETURN' },
    cause: { id: 'A', reason: { id: '1' } },
  };

  beforeAll(async () => {
    const { otherCaller: other, services } = gateway;
    const ticket = { code: 'Lojas Americanas-77', orderCode: '02-77', platform: 'B2w', createdAt: gateway.clock.now() };
    await services.tickets.put(other, ticket);
    await services.returns.open(other, { orderId: 1, lines: [{ lineId: 1, quantity: 1 }] });
  });

  interface Asked {
    readonly method: string;
    readonly path: string;
    readonly body?: object;
    /** What nobody has; absent: the same with another code. */
    readonly other?: string;
    readonly otherBody?: object;
    /** 404 when absent. */
    readonly status?: number;
  }
  const withdrawn = (id: string): object => ({ instance: { id, status: 'CANCELLED' } });

  test.each<Asked>([
    { method: 'GET', path: '/sac/CODE' },
    { method: 'GET', path: '/sac/CODE/items' },
    { method: 'GET', path: '/sac/CODE/refunds' },
    { method: 'GET', path: '/sac/CODE/instances' },
    { method: 'POST', path: '/sac/CODE/instances', body: { instance } },
    { method: 'PUT', path: '/sac/CODE/instances', body: withdrawn('1') },
    { method: 'GET', path: '/orders/CODE' },
    // By the bare code of a ticket or of an order.
    { method: 'GET', path: '/sac/02-77/items', other: '/sac/02-78/items' },
    { method: 'GET', path: '/sac/77/items', other: '/sac/78/items' },
    // Named inside of an order of one's own.
    { method: 'PUT', path: `${SAC}/instances`, body: withdrawn('1'), otherBody: withdrawn('9'), status: 422 },
    { method: 'GET', path: '/sac?platform=B2w', other: '/sac?platform=B2x', status: 200 },
  ])('$method $path', async ({ method, path, body, other = path, otherBody = body, status = 404 }) => {
    const heard = async (target: string, what?: object) => {
      const { status, text, headers } = await send(gateway, method, target, what ? { body: what } : {});
      const { date: _date, 'x-request-id': id, ...alike } = headers;
      expect(id).toBeDefined();
      return { status, text, alike };
    };
    const foreign = await heard(path.replace('CODE', 'Lojas%20Americanas-77'), body);
    expect(await heard(other.replace('CODE', 'Lojas%20Americanas-78'), otherBody)).toEqual(foreign);
    expect(foreign.status).toBe(status);
  });
});

test.each([
  ['/sac/Lojas%20Americanas-298765432198761/refunds', 200],
  ['/sac', 200],
  ['/sac/Lojas%20Americanas-1/instances', 404],
  ['/orders?page=1&per_page=30', 200],
])(
  'the request %s, as the vendor sends it with a content type and without a body, is answered %i',
  async (path, status) => {
    const { status: heard, headers } = await send(gateway, 'GET', path);
    expect([heard, headers['content-type']]).toEqual([status, 'application/json; charset=utf-8']);
  },
);

describe('Accept', () => {
  test.each([
    ['text/html', 406],
    ['application/xml, text/*', 406],
    ['application/json;q=0', 406],
    ['*/*, application/json;q=0.0', 406],
    ['*/*', 200],
    ['application/*;q=0.5', 200],
    ['text/html, */*;q=0.1', 200],
    ['application/json; charset=utf-8', 200],
    [undefined, 200],
  ])('%s is %i', async (accept, status) => {
    const reply = await send(gateway, 'GET', ITEMS, { headers: { accept } });
    expect(reply.status).toBe(status);
    if (status === 406) expect(JSON.parse(reply.text)).toEqual({ errors: { detail: 'Answers are application/json' } });
  });
});

describe('a body', () => {
  const INSTANCES = `${SAC}/instances`;

  test.each([
    ['none', undefined, {}, 400, 'The request must have a body'],
    ['no JSON', '{', {}, 400, 'The body is not well-formed JSON'],
    ['no content type', '{}', { 'content-type': undefined }, 415, 'Send the body as application/json in UTF-8'],
    ['another content type', '{}', { 'content-type': 'text/plain' }, 415, 'Send the body as application/json in UTF-8'],
    [
      'another charset',
      '{}',
      { 'content-type': 'application/json; charset=iso-8859-1' },
      415,
      'Send the body as application/json in UTF-8',
    ],
    ['no UTF-8', Buffer.from('{"a":"ção"}', 'latin1'), {}, 415, 'The body is not UTF-8'],
    ['compressed', '{}', { 'content-encoding': 'gzip' }, 415, 'Send the body without Content-Encoding'],
    ['a member twice', '{"instance":{},"instance":{}}', {}, 422, 'instance is given twice'],
    ['a member called as something of ours twice', '{"cursor":1,"cursor":2}', {}, 422, 'cursor is given twice'],
    [
      'a member of an item twice',
      '{"instance":{"items":[{"id":"1"},{"id":"77-1","id":"77-2","quantity":1}]}}',
      {},
      422,
      'instance.items[1].id is given twice',
    ],
    ['a list', '[]', {}, 422, 'the body must be an object'],
    ['nothing in it', '{"instance":null}', {}, 422, 'instance must be an object'],
    [
      'a character that XML lacks',
      '{"instance":{"id":"\\u0000"}}',
      {},
      422,
      'instance.id must not hold control characters',
    ],
    ['too large', `"${'x'.repeat(1024 * 1024)}"`, {}, 413, 'A body has at most 1048576 bytes'],
  ])('with %s', async (_what, body, headers, status, detail) => {
    for (const method of ['POST', 'PUT']) {
      const reply = await send(gateway, method, INSTANCES, { ...(body === undefined ? {} : { body }), headers });
      expect([reply.status, JSON.parse(reply.text)]).toEqual([status, { errors: { detail } }]);
    }
  });

  test('is not looked at where nobody asked for one', async () => {
    expect(await send(gateway, 'GET', INSTANCES, { body: '{' })).toMatchObject({ status: 200 });
  });
});

test('the description and its page are open, and name every address that is served', async () => {
  const none = { 'x-user-email': undefined, 'x-api-key': undefined, 'x-accountmanager-key': undefined };
  const { status, text } = await send(gateway, 'GET', '/skyhub/openapi.json', { headers: none });
  expect(status).toBe(200);
  const { paths, servers } = JSON.parse(text) as { paths: object; servers: object[] };
  expect(Object.keys(paths).sort()).toEqual([
    ...['/orders', '/orders/{code}'],
    ...['/sac', '/sac/{code}', '/sac/{code}/instances', '/sac/{code}/items', '/sac/{code}/refunds'],
  ]);
  expect(servers).toEqual([{ url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/) as string }]);
  expect(await send(gateway, 'GET', '/skyhub/docs', { headers: { ...none, accept: 'text/html' } })).toMatchObject({
    status: 200,
  });
});
