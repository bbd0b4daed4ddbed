/** The providers' door, on a real gateway. */
import http from 'node:http';
import { NOW, SHOP, startGateway, type GatewayUnderTest } from '../gateway-under-test';
import { eventBody, SECRET_TEXT, signed, type ToldRefund } from '../services/signed';

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway({ doors: [] });
  await gateway.services.providers.setSettings(SHOP, 'simulated', { webhookSecret: SECRET_TEXT });
});
afterAll(() => gateway.stop());
beforeEach(() => gateway.clear());

const REFUND: ToldRefund = { id: 're_1', payment: 'pay_1', amount: 700, currency: 'PLN' };
const BODY = eventBody('settled', REFUND, {});
const ADDRESSED = `/providers/simulated/webhook/${SHOP}`;

async function post(path: string, body: Buffer, headers: Record<string, string> = signed(body, 'evt_1', NOW)) {
  const response = await fetch(`${gateway.address}${path}`, { method: 'POST', body: new Uint8Array(body), headers });
  const text = await response.text();
  return { status: response.status, body: JSON.parse(text) as Record<string, unknown>, headers: response.headers };
}
const kept = async () => (await gateway.rows())['inbox'];

test('keeps the very bytes that came, and answers when they are kept', async () => {
  const body = Buffer.from(`  ${BODY.toString()}\r\n`);
  const answer = await post(ADDRESSED, body);
  expect([answer.status, answer.body]).toEqual([200, { received: true }]);
  expect(await kept()).toMatchObject([
    { shop: SHOP, provider: 'simulated', event_id: 'evt_1', body: body.toString(), received_at: NOW, attempts: 0 },
  ]);
});

test('answers 200 to the same event again, and keeps no second row', async () => {
  for (const _time of [1, 2, 3]) expect((await post(ADDRESSED, BODY)).status).toBe(200);
  expect(await kept()).toHaveLength(1);
});

test('reads no JSON and asks for no Content-Type', async () => {
  const headers = { ...signed(BODY, 'evt_1', NOW), 'Content-Type': 'text/plain; charset=iso-8859-2' };
  expect((await post(ADDRESSED, BODY, headers)).status).toBe(200);
});

test('takes the shop from the body where the address names none', async () => {
  const body = eventBody('settled', REFUND, { shop: SHOP });
  expect((await post('/providers/simulated/webhook', body)).status).toBe(200);
  expect(await kept()).toMatchObject([{ shop: SHOP }]);
});

test.each<[string, string, number, string]>([
  ['nobody proves to have sent', ADDRESSED, 401, 'credentials_invalid'],
  ['names no shop', '/providers/simulated/webhook', 401, 'credentials_invalid'],
  ['is for a shop that is not there', '/providers/simulated/webhook/nobody', 401, 'credentials_invalid'],
  ['is of a provider that is not there', `/providers/nobody/webhook/${SHOP}`, 404, 'path_not_found'],
])('refuses what %s, and keeps nothing', async (_what, path, status, code) => {
  const answer = await post(path, BODY, signed(BODY, 'evt_1', NOW, Buffer.alloc(32, 1)));
  expect([answer.status, answer.body['code']]).toEqual([status, code]);
  expect(answer.headers.get('content-type')).toMatch('application/problem+json');
  expect(await kept()).toEqual([]);
});

test.each<[number, number]>([
  [1024 * 1024, 200],
  [1024 * 1024 + 1, 413],
])('takes a body of %i bytes: %i', async (size, status) => {
  const body = Buffer.concat([BODY, Buffer.alloc(size - BODY.length, ' ')]);
  expect((await post(ADDRESSED, body)).status).toBe(status);
  expect(await kept()).toHaveLength(status === 200 ? 1 : 0);
});

test('reads no compressed body', async () => {
  const headers = { ...signed(BODY, 'evt_1', NOW), 'Content-Encoding': 'gzip' };
  expect((await post(ADDRESSED, BODY, headers)).status).toBe(415);
});

test('a body that is broken off leaves nothing behind', async () => {
  await new Promise<void>((resolve) => {
    const headers = { ...signed(BODY, 'evt_1', NOW), 'Content-Length': '500' };
    const sending = http.request(`${gateway.address}${ADDRESSED}`, { method: 'POST', headers });
    sending.on('error', () => resolve()).on('close', () => resolve());
    sending.write('{"type"', () => sending.destroy());
  });
  expect(await kept()).toEqual([]);
});

test('is written down by the worker, and readyz tells how long the oldest event waits', async () => {
  const ready = async () => (await (await fetch(`${gateway.address}/readyz`)).json()) as Record<string, unknown>;
  expect(await ready()).toMatchObject({ status: 'ready', outboxAgeMs: 0, inboxAgeMs: 0 });
  await post(ADDRESSED, BODY);
  await gateway.drain();
  gateway.clock.pass(3000);
  expect(await ready()).toMatchObject({ status: 'ready', inboxAgeMs: 3000 });
  await gateway.services.orders.put(gateway.caller, {
    ...{ orderId: 5, currency: 'PLN', lines: [{ lineId: 1, sku: 'A', name: 'A', quantity: 1, price: '9.00' }] },
    payments: [{ paymentId: 1, provider: 'simulated', method: 'card', amount: '9.00', reference: 'pay_1' }],
  });
  await gateway.drain();
  expect(await ready()).toMatchObject({ inboxAgeMs: 0 });
  expect(await gateway.services.orders.get(gateway.caller, 5)).toMatchObject({ committed: 700, refunded: 700 });
});
