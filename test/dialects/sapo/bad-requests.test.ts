/** Whatever is wrong about a request is told in the platform's own shape, says nothing of our insides, and changes nothing. */
import { startGateway } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { ask, openShop, ORDER } from './shop';

jest.setTimeout(60_000);

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway({ doors: ['soap11'] });
  await openShop(gateway);
});
afterAll(() => gateway.stop());
afterEach(async () => {
  expect((await ask(gateway, `orders/${ORDER}/refunds.json`)).text).toBe('{"refunds":[]}');
});

const REFUNDS = `orders/${ORDER}/refunds.json`;
const CALCULATE = `orders/${ORDER}/refunds/calculate.json`;
const TRANSACTIONS = `orders/${ORDER}/transactions.json`;
const HEADERS = { 'Content-Type': 'application/json' };

test.each<[number, string, string, Parameters<typeof ask>[2]]>([
  [200, 'an order', `orders/${ORDER}.json`, {}],
  [200, 'a calculation', CALCULATE, { body: { refund: {} } }],
  [400, 'broken JSON', REFUNDS, { body: '{' }],
  [401, 'nobody', REFUNDS, { headers: {} }],
  [404, 'an address of nothing', 'nothing.json', {}],
  [404, 'an address that does not end as all do', `orders/${ORDER}/refunds`, {}],
  [404, 'an address that cannot be read', 'orders/%ZZ.json', {}],
  [404, 'a token wanted', 'oauth/access_token', { body: {} }],
  [405, 'another method', REFUNDS, { method: 'DELETE' }],
  [405, 'a question for methods', REFUNDS, { method: 'OPTIONS' }],
  [413, 'a body too large', REFUNDS, { body: { refund: { note: 'x'.repeat(2_000_000) } } }],
  [415, 'a form', REFUNDS, { method: 'POST', body: 'a=b', headers: { 'Content-Type': 'text/plain' } }],
  [422, 'nothing to do', REFUNDS, { body: { refund: {} } }],
])('%s, %s: JSON, with both call limits and no more than the platform says', async (...row) => {
  const [status, , path, sent = {}] = row;
  const key = sent.headers && Object.keys(sent.headers).length === 0 ? {} : { 'X-Sapo-Access-Token': gateway.key };
  const answer = await ask(gateway, path, { ...sent, headers: { ...HEADERS, ...key, ...sent.headers } });
  expect(answer.status).toBe(status);
  expect(answer.headers.get('Content-Type')).toBe('application/json; charset=utf-8');
  expect(answer.headers.get('X-Bizweb-Api-Call-Limit')).toBe('1/40');
  expect(answer.headers.get('X-Shopify-Shop-Api-Call-Limit')).toBe('1/40');
  if (status >= 400) expect(['errors', 'error']).toContain(Object.keys(answer.body)[0]);
  else expect(answer.body).not.toHaveProperty('errors');
});

const WRAPPER = 'Required parameter missing or invalid';

test.each([
  '',
  '{}',
  '[]',
  'null',
  '5',
  '"x"',
  '{"refund":null,"transaction":null}',
  '{"refund":[],"transaction":"x"}',
])('a body without its wrapper is 400, and names it: %s', async (body) => {
  for (const path of [REFUNDS, CALCULATE]) {
    const { status, text } = await ask(gateway, path, { method: 'POST', body });
    expect([status, text]).toEqual([400, JSON.stringify({ errors: { refund: WRAPPER } })]);
  }
  const { status, text } = await ask(gateway, TRANSACTIONS, { method: 'POST', body });
  expect([status, text]).toEqual([400, JSON.stringify({ errors: { transaction: WRAPPER } })]);
});

test.each(['{', '{"refund":{"note":NaN}}', `{"refund":${'['.repeat(50)}${']'.repeat(50)}}`, '{"refund":{}} x'])(
  'what is no JSON is 400: %s',
  async (body) => {
    for (const path of [REFUNDS, CALCULATE, TRANSACTIONS]) {
      const { status, text } = await ask(gateway, path, { method: 'POST', body });
      expect([status, text]).toEqual([400, '{"errors":"Bad Request"}']);
    }
  },
);

test.each(['note', 'constructor', 'toString', '__proto__'])('a member that stands twice is named: %s', async (name) => {
  for (const path of [REFUNDS, CALCULATE, TRANSACTIONS]) {
    const { status, text } = await ask(gateway, path, { method: 'POST', body: `{"${name}":1,"${name}":2}` });
    expect([status, text]).toEqual([422, `{"errors":{"${name}":["is invalid"]}}`]);
  }
});

const line = (more: object) => ({ refund_line_items: [{ line_item_id: 7001, quantity: 1, ...more }] });
const money = (more: object) => ({ transactions: [{ parent_id: 9002, amount: 1, ...more }] });
const adjusted = (more: object) => ({ order_adjustments: [{ kind: 'refund_discrepancy', amount: 1, ...more }] });
const many = (one: object, count: number): object[] => Array.from({ length: count }, () => one);

/** Under the path of the member that is to blame. */
const INVALID: readonly (readonly [path: string, refund: object])[] = [
  ['note', { ...line({}), note: '\u0000' }],
  ['transactions.gateway', money({ gateway: '\u0001' })],
  ['transactions.gateway', money({ gateway: 5 })],
  ['transactions.kind', money({ kind: '' })],
  ['transactions.parent_id', money({ parent_id: 4_000_000_000_000_001 })],
  ['transactions.parent_id', money({ parent_id: -1 })],
  ['transactions.amount', money({ amount: '99999999999999999999' })],
  ['transactions.amount', money({ amount: '' })],
  ['transactions.amount', money({ amount: '+5' })],
  ['transactions.amount', money({ amount: true })],
  ['transactions.currency', money({ currency: 'vnd' })],
  ['transactions', { transactions: many({ parent_id: 9002, amount: 1 }, 101) }],
  ['refund_line_items', { refund_line_items: many({ line_item_id: 7001, quantity: 1 }, 501) }],
  ['refund_line_items', { refund_line_items: [null] }],
  ['refund_line_items.line_item_id', { refund_line_items: many({ line_item_id: 7001, quantity: 1 }, 2) }],
  ['refund_line_items.line_item_id', line({ line_item_id: '7001x' })],
  ['refund_line_items.quantity', line({ quantity: 1e30 })],
  ['refund_line_items.quantity', line({ quantity: true })],
  ['refund_line_items.location_id', line({ location_id: 'x' })],
  ['refund_line_items.location_id', line({ location_id: 0 })],
  ['refund_line_items.restock_type', line({ restock_type: '__proto__' })],
  ['restock', { ...line({}), restock: 1 }],
  ['currency', { ...line({}), currency: '' }],
  ['shipping', { ...line({}), shipping: 5 }],
  ['shipping.full_refund', { ...line({}), shipping: { full_refund: 'yes' } }],
  ['shipping.amount', { ...line({}), shipping: { amount: -1 } }],
  ['order_adjustments', { order_adjustments: 'x' }],
  ['order_adjustments', { order_adjustments: many({ kind: 'refund_discrepancy', amount: 1 }, 101) }],
  ['order_adjustments', adjusted({ amount: 1_000_000_000_000 })],
  ['order_adjustments', adjusted({ amount: 999_999_999_999, tax_amount: -1 })],
  ['order_adjustments.kind', adjusted({ kind: null })],
  ['order_adjustments.amount', adjusted({ amount: null })],
  ['order_adjustments.amount', adjusted({ amount: '1.5' })],
  ['order_adjustments.tax_amount', adjusted({ tax_amount: '0.5' })],
  ['order_adjustments.reason', adjusted({ reason: 'x'.repeat(1001) })],
];

test.each(INVALID)('%s is invalid in %j', async (path, refund) => {
  const { status, body } = await ask(gateway, REFUNDS, { body: { refund } });
  expect([status, body]).toEqual([422, { errors: { [path]: ['is invalid'] } }]);
});

test.each<[object, object]>([
  [line({ quantity: 3 }), { 'refund_line_items.quantity': ['cannot refund more items than were purchased'] }],
  [line({ line_item_id: 1 }), { 'refund_line_items.line_item_id': ['is invalid'] }],
  [line({ restock_type: 'legacy_restock' }), { 'refund_line_items.restock_type': ['is invalid'] }],
  [{ shipping: { amount: 25001 } }, { 'shipping.amount': ['cannot refund more than the shipping left'] }],
])('a calculation is refused as the refund would be: %j', async (refund, errors) => {
  const { status, body } = await ask(gateway, CALCULATE, { body: { refund } });
  expect([status, body]).toEqual([422, { errors }]);
});

test.each(['authorization', 'sale', 'capture', 'void', 'suggested_refund', 5, null])(
  'a transaction of kind %s is 422',
  async (kind) => {
    const { status, body } = await ask(gateway, TRANSACTIONS, { body: { transaction: { kind, parent_id: 9001 } } });
    expect([status, body]).toEqual([422, { errors: { kind: ['is invalid'] } }]);
  },
);

test('a key that can be none is named', async () => {
  for (const key of [' ', 'x'.repeat(256), 'a b']) {
    const headers = { 'X-Sapo-Access-Token': gateway.key, 'Idempotency-Key': key };
    const { status, text } = await ask(gateway, REFUNDS, { body: { refund: money({}) }, headers });
    expect([status, text]).toEqual([422, '{"errors":{"base":["Idempotency-Key is invalid"]}}']);
  }
});

test('zeros without an end are read as fast as any other amount', async () => {
  const amount = `0.${'0'.repeat(300_000)}1`;
  for (const path of [REFUNDS, TRANSACTIONS, CALCULATE]) {
    const money = { kind: 'refund', amount };
    const refund = { shipping: { amount }, transactions: [money] };
    expect((await ask(gateway, path, { body: { refund, transaction: money } })).status).toBe(422);
  }
});
