import http from 'node:http';
import { KEY, startRestServer } from './rest-server';
import type { RestServer } from './rest-server';

let server: RestServer;
beforeAll(async () => (server = await startRestServer()));
afterAll(() => server.stop());
beforeEach(() => {
  server.asked.length = 0;
  server.lines.length = 0;
});

const manual = { sourceType: 'order', sourceId: 1001, amount: '12.00', currency: 'PLN', destination: 'cash' };
const auth = { Authorization: `Bearer ${KEY}` };
const json = { ...auth, 'Content-Type': 'application/json' };

function post(path: string, body?: unknown, headers: Record<string, string> = json): Promise<Response> {
  return fetch(`${server.url}/rest/v1${path}`, {
    method: 'POST',
    headers,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

test('an answer has the amounts as text, the times in UTC, and nothing that is absent', async () => {
  const response = await post('/refunds/manual', manual);
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(await response.json()).toEqual({
    refundId: 9002,
    orderId: 1001,
    sourceType: 'order',
    sourceId: 1001,
    method: 'manual',
    state: 'requested',
    amount: '12.00',
    currency: 'PLN',
    createdAt: '2026-11-21T10:30:00.000Z',
    transactions: [
      {
        transactionId: 7,
        state: 'requested',
        amount: '12.00',
        currency: 'PLN',
        destination: 'cash',
        updatedAt: '2026-11-21T10:30:00.000Z',
      },
    ],
  });
});

const LEFT = { reserved: '30.00', refunded: '20.00', refundable: '41.80' };

test('what is committed is shown as what is reserved and what was given back', async () => {
  const payments = [
    { paymentId: 1, provider: 'simulated', method: 'card', reference: 'pay_1', automatic: true },
    { paymentId: 2, provider: 'till', method: 'cash', automatic: false, capturedAt: '2026-11-21T10:30:00.000Z' },
  ].map((payment) => ({ ...payment, currency: 'PLN', captured: '91.80', ...LEFT }));
  const get = async (path: string): Promise<unknown> =>
    (await fetch(`${server.url}/rest/v1${path}`, { headers: auth })).json();
  expect(await get('/orders/1001')).toMatchObject({ captured: '91.80', ...LEFT, payments });
  expect(await get('/returns/501')).toMatchObject({ worth: '91.80', ...LEFT });
  const possible = await get('/refunds/possible?sourceType=order&sourceId=1001');
  expect(possible).toEqual({
    sourceType: 'order',
    sourceId: 1001,
    orderId: 1001,
    currency: 'PLN',
    refundable: '41.80',
    payments,
  });
});

test('path, query and body reach the service as one wish', async () => {
  await post('/orders/1001/refunds/automatic', { paymentId: 1, amount: '1', currency: 'PLN' });
  await fetch(`${server.url}/rest/v1/refunds?orderId=7&limit=2&cursor=15&since=2026-11-21T10:30:00%2B01:00`, {
    headers: auth,
  });
  expect(server.asked.map(({ wish }) => wish)).toEqual([
    { orderId: 1001, paymentId: 1, amount: '1', currency: 'PLN' },
    { orderId: 7, limit: 2, cursor: 15, since: Date.UTC(2026, 10, 21, 9, 30) },
  ]);
});

test.each([
  ['with no body', undefined, auth],
  ['with an empty object', {}, json],
])('where every member is optional, a POST %s will do', async (_name, body, headers) => {
  expect((await post('/refunds/5/confirm', body, headers)).status).toBe(200);
  expect(server.asked[0]?.wish).toEqual({ refundId: 5 });
});

test('a body on a GET is passed over', async () => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const sending = http.request(`${server.url}/rest/v1/refunds`, {
      method: 'GET',
      headers: { ...auth, 'Content-Length': 9 },
    });
    sending.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject);
    sending.end('{"broken"');
  });
  expect(status).toBe(200);
});

test.each([
  ['Authorization', `Bearer ${KEY}`],
  ['authorization', `bearer ${KEY}`],
  ['X-API-KEY', KEY],
])('the header %s opens the door', async (name, value) => {
  expect((await fetch(`${server.url}/rest/v1/refunds`, { headers: { [name]: value } })).status).toBe(200);
});

test('the caller carries the idempotency key and the id of the request', async () => {
  const response = await post('/refunds/manual', manual, {
    ...json,
    'Idempotency-Key': 'k-1',
    'X-Request-Id': 'erp.17',
  });
  expect(response.headers.get('x-request-id')).toBe('erp.17');
  expect(server.asked[0]?.caller).toMatchObject({ shop: 'mugs', idempotencyKey: 'k-1', requestId: 'erp.17' });
});

test.each(['a b', 'x'.repeat(101), 'a"b'])('a request id that could do harm is replaced: %s', async (given) => {
  const response = await fetch(`${server.url}/rest/v1/refunds`, { headers: { ...auth, 'X-Request-Id': given } });
  expect(response.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
});

test.each(['/rest/v1/refunds', '/rest/v1/nothing', '/nowhere', '/rest/v1/docs', '/rest/v1/openapi.json'])(
  '%s is neither kept nor framed, nor does it say what made it',
  async (path) => {
    const { headers } = await fetch(`${server.url}${path}`, { headers: auth });
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('etag')).toBeNull();
  },
);

test('each request leaves one line in the log, without its query', async () => {
  await fetch(`${server.url}/rest/v1/refunds?limit=1`, { headers: { ...auth, 'X-Request-Id': 'one' } });
  await fetch(`${server.url}/rest/v1/nothing`, { headers: { ...auth, 'X-Request-Id': 'two' } });
  expect(server.lines).toEqual([
    { requestId: 'one', method: 'GET', path: '/rest/v1/refunds', status: 200, durationMs: expect.any(Number) },
    {
      requestId: 'two',
      method: 'GET',
      path: '/rest/v1/nothing',
      status: 404,
      code: 'path_not_found',
      durationMs: expect.any(Number),
    },
  ]);
});

test('HEAD answers as GET does, without the body', async () => {
  const response = await fetch(`${server.url}/rest/v1/refunds`, { method: 'HEAD', headers: auth });
  expect([response.status, await response.text()]).toEqual([200, '']);
});
