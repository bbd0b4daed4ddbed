import { once } from 'node:events';
import http from 'node:http';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { asker } from './ask';
import type { Ask } from './ask';
import { KEY, SECRET, startRestServer } from './rest-server';
import type { RestServer } from './rest-server';

let server: RestServer;
beforeAll(async () => (server = await startRestServer()));
afterAll(() => server.stop());
const ask = asker(() => server);

const manual = { sourceType: 'order', sourceId: 1001, amount: '12.00', currency: 'PLN', destination: 'cash' };

const POST = { method: 'POST' };
const TOO_LARGE = `{"note":"${'x'.repeat(1024 * 1024)}"}`;

test.each<[string, string, Ask, number, object]>([
  ['a body that is no JSON', '/refunds/manual', { text: '{"amount":12' }, 400, { code: 'request_malformed' }],
  [
    'a body that is no UTF-8',
    '/refunds/manual',
    { text: Buffer.from('{"note":"\xff"}', 'latin1') },
    400,
    { code: 'request_malformed', detail: 'the body is not UTF-8' },
  ],
  [
    'a body nested without end',
    '/refunds/manual',
    { text: '['.repeat(50_000) + ']'.repeat(50_000) },
    400,
    { code: 'request_malformed' },
  ],
  [
    'a name given twice',
    '/refunds/manual',
    { text: '{"amount":"1","amount":"100"}' },
    400,
    { field: 'amount', detail: 'amount is given twice' },
  ],
  [
    'a name given twice, once in disguise',
    '/refunds/manual',
    { text: '{"amount":"1","\\u0061mount":"100"}' },
    400,
    { field: 'amount' },
  ],
  [
    'a name given twice, inside of lists and objects that have others',
    '/refunds/manual',
    { text: '{"a":{"x":[1,"],",{}]},"lines":[[],{"b":1},{"q":[{"\\u0061mount":[1,2],"c":{"c":3},"amount":4}]}]}' },
    400,
    { field: 'lines[2].q[0].amount', detail: 'lines[2].q[0].amount is given twice' },
  ],
  [
    'a name given twice that every object has',
    '/refunds/manual',
    { text: '{"__proto__":{"constructor":1,"constructor":2}}' },
    400,
    { field: '__proto__.constructor' },
  ],
  ['a name given twice in a list', '/refunds/manual', { text: '[0,{"a":1,"a":2}]' }, 400, { field: '[1].a' }],
  ['a path with broken escapes', '/refunds/%zz', {}, 400, { code: 'request_malformed' }],
  ['no credentials', '/refunds', { headers: { Authorization: '' } }, 401, { code: 'credentials_missing' }],
  [
    'credentials of another kind',
    '/refunds',
    { headers: { Authorization: 'Basic YTpi' } },
    401,
    { code: 'credentials_missing' },
  ],
  ['a wrong key', '/refunds', { headers: { Authorization: 'Bearer rgw_wrong' } }, 401, { code: 'credentials_invalid' }],
  [
    'no credentials, before anything of the body',
    '/refunds/manual',
    { text: '{', headers: { Authorization: '' } },
    401,
    { code: 'credentials_missing' },
  ],
  ['a scope that is missing', '/returns', { body: { orderId: 1, lines: [] } }, 403, { code: 'scope_missing' }],
  ['a path that nobody knows', '/nothing', {}, 404, { code: 'path_not_found' }],
  ['a path in other letters', '/Refunds', {}, 404, { code: 'path_not_found' }],
  ['something that is not there', '/refunds/5/status', {}, 404, { code: 'refund_not_found', field: 'refundId' }],
  ['a method that the path lacks', '/refunds/5', { method: 'DELETE' }, 405, { code: 'method_not_allowed' }],
  ['a body that is too large', '/refunds/manual', { text: TOO_LARGE }, 413, { code: 'request_too_large' }],
  [
    'a form',
    '/refunds/manual',
    { text: 'amount=1', headers: { 'Content-Type': 'application/x-www-form-urlencoded' } },
    415,
    { code: 'media_type_unsupported' },
  ],
  [
    'another charset',
    '/refunds/manual',
    { body: manual, headers: { 'Content-Type': 'application/json; charset=latin1' } },
    415,
    { code: 'media_type_unsupported' },
  ],
  [
    'a compressed body',
    '/refunds/manual',
    { body: manual, headers: { 'Content-Encoding': 'gzip' } },
    415,
    { code: 'media_type_unsupported' },
  ],
  [
    'an amount above what is left',
    '/refunds/5',
    { method: 'PATCH', body: { amount: '60.00', currency: 'PLN' } },
    422,
    { code: 'amount_exceeds_refundable', field: 'amount' },
  ],
  ['a gateway with too much to do', '/refunds/5/cancel', POST, 503, { code: 'gateway_busy', retryable: true }],
])('%s is a problem', async (_name, path, request, status, members) => {
  const answer = await ask(path, request);
  expect(answer.status).toBe(status);
  expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(answer.json).toMatchObject({ status, retryable: false, ...members });
  expect(answer.json).toMatchObject({
    type: expect.stringMatching(/^urn:refund-gateway:problem:[a-z_]+$/),
    title: expect.any(String),
    detail: expect.any(String),
    requestId: answer.headers.get('x-request-id'),
  });
});

test('a bug is logged whole and told to nobody', async () => {
  const { status, json, text, headers } = await ask('/refunds/5');
  expect(status).toBe(500);
  expect(json).toMatchObject({
    code: 'internal_error',
    detail: 'Internal error',
    requestId: headers.get('x-request-id'),
  });
  expect(text).not.toMatch(/select|hunter2|\.ts|node_modules/);
  expect(server.bugs).toEqual([expect.objectContaining({ message: SECRET })]);
});

test.each([
  [405, 'allow', 'GET, HEAD, PATCH, OPTIONS', '/refunds/5', { method: 'DELETE' }],
  [405, 'allow', 'GET, HEAD, OPTIONS', '/refunds/possible', { method: 'DELETE' }],
  [401, 'www-authenticate', 'Bearer realm="refund-gateway"', '/refunds', { headers: { Authorization: '' } }],
  [503, 'retry-after', '1', '/refunds/5/cancel', POST],
  [200, 'allow', 'POST, OPTIONS', '/refunds/manual', { method: 'OPTIONS' }],
])('a %i has the header %s: %s', async (status, name, value, path, request) => {
  const answer = await ask(path, request);
  expect([answer.status, answer.headers.get(name)]).toEqual([status, value]);
});

test('an upload that is far too large is answered while it is still coming', async () => {
  const headers = {
    Authorization: `Bearer ${KEY}`,
    'Content-Type': 'application/json',
    'Transfer-Encoding': 'chunked',
  };
  const request = http.request(`${server.url}/rest/v1/refunds/manual`, { method: 'POST', headers });
  const pouring = setInterval(() => request.write('x'.repeat(64 * 1024)), 1);
  const answer = await new Promise<string>((resolve, reject) => {
    request.on('error', reject).on('response', (response) => response.setEncoding('utf8').on('data', resolve));
  });
  clearInterval(pouring);
  request.on('error', () => undefined).destroy();
  expect(JSON.parse(answer)).toMatchObject({ code: 'request_too_large', status: 413 });
});

test('who reads nothing before a large body is sent, on a slow line, is still told', async () => {
  const pieces = 10;
  const piece = 'x'.repeat(300_000);
  const { hostname, port } = new URL(server.url);
  const line = net.connect(Number(port), hostname);
  let broken: Error | undefined;
  line.on('error', (error) => (broken = error));
  line.write(
    `POST /rest/v1/refunds/manual HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${KEY}\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${pieces * piece.length}\r\n\r\n`,
  );
  for (let sent = 0; sent < pieces && !broken; sent += 1) {
    line.write(piece);
    await sleep(300);
  }
  const [answer] = broken ? [broken.message] : ((await once(line, 'data')) as [Buffer]);
  line.destroy();
  expect(String(answer)).toMatch(/^HTTP\/1\.1 413 /);
}, 20_000);
