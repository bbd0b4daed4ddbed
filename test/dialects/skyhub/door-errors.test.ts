/** What goes wrong behind this door, whatever it is, in the platform's two forms and its statuses (contract, section 1; choice SKY-2). */
import type http from 'node:http';
import type { AddressInfo } from 'node:net';
import { SCOPES } from '../../../src/domain/access';
import { Refusal, REFUSALS, type RefusalCode } from '../../../src/domain/refusal';
import { skyhubRest } from '../../../src/dialects/skyhub/rest';
import type { OpenApiDocument } from '../../../src/rest/openapi-document';
import { createRestApp } from '../../../src/rest/rest-app';

const SECRET = 'select * from refunds where password = hunter2';

let next: unknown;
const bugs: unknown[] = [];
let server: http.Server;
let address: string;

beforeAll(async () => {
  const principal = { shop: 'north', credential: 'login:erp', name: 'erp', scopes: new Set(SCOPES) };
  const services = { credentials: { authenticateLogin: () => Promise.resolve(principal) } };
  const openApi: OpenApiDocument = { openapi: '3.0.0', info: { title: 'SkyHub', version: '1' }, paths: {} };
  const onBug = (bug: unknown): void => void bugs.push(bug);
  const door = skyhubRest({
    registerRoutes: (router) =>
      void router.get(['/sac/:code', '/orders/:code'], () => {
        throw next;
      }),
    openApi,
    settings: { pacing: false, put: true, forms: new Map() },
    clock: { now: () => 0 },
    onBug,
  });
  const app = createRestApp({ services, openApi, log: () => undefined, onBug }, [door]);
  server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** The status, the sentence in the form that is right for the path, and a header. */
async function heard(path: '/sac/x' | '/orders/x', header = 'retry-after'): Promise<unknown[]> {
  const headers = { 'X-User-Email': 'erp', 'X-Api-Key': 'k', 'X-Accountmanager-Key': 'north' };
  const reply = await fetch(address + path, { headers });
  const body = (await reply.json()) as { error?: string; errors?: { detail: string } };
  const sentence = path === '/sac/x' ? body.errors?.detail : body.error;
  expect(body).toEqual(path === '/sac/x' ? { errors: { detail: sentence } } : { error: sentence });
  expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8');
  return [reply.status, sentence, reply.headers.get(header)];
}

const STATUSES = [400, 401, 403, 404, 408, 413, 415, 422, 500, 503];

test.each(Object.keys(REFUSALS) as RefusalCode[])('%s is told with a status that the platform has', async (code) => {
  next = new Refusal(code, 'this is what would be right');
  const [onSac, onOrders] = [await heard('/sac/x'), await heard('/orders/x')];
  expect(STATUSES).toContain(onSac[0]);
  expect(onSac[1]).toMatch(/^[A-Z]/);
  expect(onOrders).toEqual(onSac);
});

test.each<[RefusalCode, number, string, string | null]>([
  ['scope_missing', 403, 'Forbidden', null],
  ['ticket_not_found', 404, 'Not found', null],
  ['method_not_allowed', 404, 'Not found', null],
  ['request_malformed', 400, 'No JSON', null],
  ['request_too_large', 413, 'No JSON', null],
  ['media_type_unsupported', 415, 'No JSON', null],
  ['order_ambiguous', 422, 'No JSON', null],
  ['gateway_busy', 503, 'No JSON', '1'],
])('%s is %i', async (code, ...told) => {
  next = new Refusal(code, 'no JSON');
  expect(await heard('/sac/x')).toEqual(told);
});

test('a body that does not arrive ends the connection', async () => {
  next = new Refusal('request_timeout', 'the body did not arrive in time');
  expect(await heard('/sac/x', 'connection')).toEqual([408, 'The body did not arrive in time', 'close']);
});

test('a bug says nothing of itself, and is told to us', async () => {
  next = new Error(SECRET);
  for (const path of ['/sac/x', '/orders/x'] as const)
    expect(await heard(path)).toEqual([500, 'Internal server error', null]);
  expect(bugs).toEqual([next, next]);
});
