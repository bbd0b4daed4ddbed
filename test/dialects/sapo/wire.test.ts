/**
 * Requests as unmodified clients put them on the wire, header by header (credentials apart). That these are answered is weaker
 * evidence than the clients themselves: only shopify-api-node is run, in test/clients/sapo.
 */
import http from 'node:http';
import { startGateway } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';

jest.setTimeout(60_000);

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startGateway({ doors: [] })));
afterAll(() => gateway.stop());
beforeEach(async () => {
  await gateway.clear();
  await gateway.services.orders.put(gateway.caller, {
    ...{ orderId: 450, currency: 'VND', shipping: '10' },
    lines: [{ lineId: 7001, sku: 'A-1', name: 'Áo', quantity: 1, price: '90' }],
    payments: [{ paymentId: 9001, provider: 'till', method: 'cash', amount: '100' }],
  });
  await gateway.services.refunds.addComposed(gateway.caller, { orderId: 450, parts: [{ amount: '2' }], note: 'first' });
});

interface Sent {
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** Without the helping hand of fetch, which leaves out a length of nothing and adds headers of its own. */
function send({ method = 'GET', path, headers, body }: Sent): Promise<{ status: number; body: unknown }> {
  return new Promise((resolve, reject) => {
    const request = http.request(gateway.address + path, { method, headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (more: string) => void (text += more));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) as unknown }));
    });
    request.on('error', reject).end(body);
  });
}

const basic = () => `Basic ${Buffer.from(`api:${gateway.key}`).toString('base64')}`;

const CLIENTS = {
  'shopify-api-node 3.15.0': () => ({
    ...{ 'user-agent': 'shopify-api-node/3.15.0', authorization: basic(), accept: 'application/json' },
    'accept-encoding': 'gzip, deflate, br',
  }),
  'shopify-api-node 3.15.0 with a token': () => ({
    ...{ 'user-agent': 'shopify-api-node/3.15.0', 'x-shopify-access-token': gateway.key, accept: 'application/json' },
    'accept-encoding': 'gzip, deflate, br',
  }),
  'my-bizweb-api 0.7.0': () => ({
    ...{ accept: 'application/json', 'content-type': 'application/json', 'content-length': '0' },
    authorization: basic(),
  }),
  bizweb_api_php: () => ({
    ...{ 'user-agent': 'ohBizweb-php-api-client', accept: '*/*', 'x-bizweb-access-token': gateway.key },
  }),
  'Sapo-MCP 0.7.1': () => ({
    ...{ authorization: basic(), 'content-type': 'application/json', accept: 'application/json' },
  }),
} as const;

const NOT_FOUND = [404, { errors: 'Not Found' }] as const;
const EMPTY = [
  422,
  { errors: { base: ['refund_line_items, transactions or order_adjustments must be present'] } },
] as const;
const REFUNDS = [200, { refunds: [{ id: 1, note: 'first', transactions: [{ amount: 2 }] }] }] as const;
const NO_TRANSACTIONS = '{"refund":{"note":"x","transactions":[]}}';

type Row = readonly [client: keyof typeof CLIENTS, path: string, answer: readonly [number, object], body?: string];

const ROWS: readonly Row[] = [
  ['shopify-api-node 3.15.0', 'orders/450/refunds.json', REFUNDS],
  [
    'shopify-api-node 3.15.0',
    'orders/450/refunds/1.json?fields=id%2Cnote',
    [200, { refund: { id: 1, note: 'first' } }],
  ],
  [
    ...(['shopify-api-node 3.15.0', 'orders/450/refunds/calculate.json'] as const),
    [200, { refund: { shipping: { amount: 10 }, transactions: [{ kind: 'suggested_refund', amount: 10 }] } }],
    '{"refund":{"shipping":{"full_refund":true}}}',
  ],
  ['shopify-api-node 3.15.0', 'orders/450/refunds.json', EMPTY, NO_TRANSACTIONS],
  ['shopify-api-node 3.15.0', 'orders/450/refunds/404.json', NOT_FOUND],
  [
    ...(['shopify-api-node 3.15.0', 'orders/450/transactions.json'] as const),
    [201, { transaction: { kind: 'refund', amount: 1, parent_id: 9001 } }],
    '{"transaction":{"kind":"refund","amount":1}}',
  ],
  [
    ...(['shopify-api-node 3.15.0 with a token', 'orders/450/transactions.json'] as const),
    [200, { transactions: [{ kind: 'sale' }, { kind: 'refund' }] }],
  ],
  ['my-bizweb-api 0.7.0', 'orders/450/refunds.json', REFUNDS],
  ['my-bizweb-api 0.7.0', 'orders/450/refunds/404.json', NOT_FOUND],
  ['my-bizweb-api 0.7.0', 'themes.json', NOT_FOUND],
  ['bizweb_api_php', 'orders/450/refunds/1.json', [200, { refund: { id: 1, order_id: 450 } }]],
  [
    ...(['bizweb_api_php', 'orders/450/transactions.json'] as const),
    [201, { transaction: { kind: 'refund', amount: 1, status: 'success' } }],
    '{"transaction":{"kind":"refund","amount":"1.00"}}',
  ],
  ['Sapo-MCP 0.7.1', 'orders/450/refunds.json', EMPTY, NO_TRANSACTIONS],
  ['Sapo-MCP 0.7.1', 'orders/450/refunds.json', REFUNDS],
  ['Sapo-MCP 0.7.1', 'orders/450/refunds/404.json', NOT_FOUND],
  [
    ...(['Sapo-MCP 0.7.1', 'orders/450/transactions.json'] as const),
    [422, { errors: { kind: ['is invalid'] } }],
    '{"transaction":{}}',
  ],
];

test.each(ROWS.map((row) => ({ name: `${row[0]}: ${row[3] ? 'POST' : 'GET'} ${row[1]}`, row })))(
  '$name',
  async ({ row }) => {
    const [client, path, [status, told], body] = row;
    const length =
      body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(body.length) };
    const answer = await send({
      ...{ path: `/admin/${path}`, headers: { ...CLIENTS[client](), ...length } },
      ...(body === undefined ? {} : { method: 'POST', body }),
    });
    expect([answer.status, answer.body]).toMatchObject([status, told]);
  },
);

test('what was composed is as long as it was on the wire', () => {
  expect(ROWS.flatMap((row) => (row[3] === undefined ? [] : [row[3].length]))).toEqual([44, 41, 44, 49, 41, 18]);
});
