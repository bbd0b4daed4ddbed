/**
 * The published client of the API that Sapo mirrors, unchanged, gives money back through the whole gateway. It is no client of
 * Sapo's own: what it says is what that platform's users were seen to send (orders, refunds, transactions; without a version in
 * the address).
 */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { startGateway } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { openShop, ORDER } from '../../dialects/sapo/shop';
import { notHere } from '../not-here';

jest.setTimeout(60_000);

type Thing = Readonly<Record<string, unknown>>;

interface Resource {
  get(...args: unknown[]): Promise<Thing>;
  list(...args: unknown[]): Promise<Thing[]>;
  create(orderId: number, params: object): Promise<Thing>;
  calculate(orderId: number, params: object): Promise<Thing>;
  count(orderId: number): Promise<number>;
}

interface Client {
  baseUrl: object;
  readonly callLimits: Thing;
  readonly order: Resource;
  readonly refund: Resource;
  readonly transaction: Resource;
}

const FOLDER = path.join(__dirname, '..', 'shopify-api-node');
const isHere = existsSync(path.join(FOLDER, 'node_modules', 'shopify-api-node'));

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startGateway({ doors: [] })));
afterAll(() => gateway.stop());
beforeEach(async () => {
  await gateway.clear();
  await openShop(gateway);
});

function clientWith(login: object): Client {
  const load = createRequire(path.join(FOLDER, 'package.json'));
  const made = new (load('shopify-api-node') as new (options: object) => Client)({ shopName: 'north', ...login });
  const { hostname, port, protocol } = new URL(gateway.address);
  made.baseUrl = { hostname, port, protocol };
  return made;
}

/** What the client says went wrong. */
async function failure(asked: Promise<unknown>): Promise<unknown> {
  try {
    return await asked;
  } catch (error) {
    const { response } = error as { response: { statusCode: number; body: unknown } };
    return [response.statusCode, response.body];
  }
}

const story = (): void => {
  test.each(['a private app', 'an access token'])('with %s', async (way) => {
    const basic = { apiKey: gateway.login.user, password: gateway.key };
    const client = clientWith(way === 'a private app' ? basic : { accessToken: gateway.key });
    expect(await client.order.get(ORDER, { fields: 'id,financial_status' })).toEqual({
      ...{ id: ORDER, financial_status: 'paid' },
    });
    const calculated = await client.refund.calculate(ORDER, { shipping: { full_refund: true } });
    const [suggested] = calculated['transactions'] as Thing[];
    expect(suggested).toMatchObject({ kind: 'suggested_refund', amount: 25000, parent_id: 9002 });
    const refund = await client.refund.create(ORDER, {
      note: 'x',
      shipping: { full_refund: true },
      transactions: [{ ...suggested, kind: 'refund' }],
    });
    expect(refund).toMatchObject({ id: 1, total_refunded: 25000 });
    expect(await client.refund.get(ORDER, 1, { fields: 'id,note' })).toEqual({ id: 1, note: 'x' });
    const goods = { refund_line_items: [{ line_item_id: 7001, quantity: 1, restock_type: 'return' }] };
    expect(await client.refund.create(ORDER, goods)).toMatchObject({ restock: true, transactions: [] });
    const sent = await client.transaction.create(ORDER, { kind: 'refund', amount: 50000, parent_id: 9001 });
    expect(sent).toMatchObject({ status: 'pending', refund_id: 3 });
    await gateway.drain();
    expect(await client.transaction.get(ORDER, sent['id'])).toMatchObject({ status: 'success' });
    expect((await client.refund.list(ORDER)).map(({ id }) => id)).toEqual([1, 2, 3]);
    expect(await client.transaction.count(ORDER)).toBe(4);
    expect(await client.transaction.list(ORDER, { since_id: 9001, limit: 1 })).toMatchObject([{ id: 9002 }]);
    expect(await client.order.list({ status: 'any' })).toMatchObject([
      { financial_status: 'partially_refunded', total_refunded: 75000 },
    ]);
    expect(client.callLimits).toMatchObject({ current: 1, max: 40 });
  });

  test('refusals come to it as the platform says them', async () => {
    const client = clientWith({ accessToken: gateway.key });
    expect(await failure(client.refund.create(ORDER, { note: 'x', transactions: [] }))).toEqual([
      422,
      { errors: { base: ['refund_line_items, transactions or order_adjustments must be present'] } },
    ]);
    expect(await failure(client.refund.get(ORDER, 404))).toEqual([404, { errors: 'Not Found' }]);
    expect(await failure(client.transaction.create(ORDER, { kind: 'refund', amount: 1 }))).toEqual([
      422,
      { errors: { parent_id: ['is invalid'] } },
    ]);
    expect(await failure(clientWith({ accessToken: 'wrong' }).refund.list(ORDER))).toEqual([
      401,
      { errors: 'Unauthorized' },
    ]);
  });
};

describe('shopify-api-node', () => {
  if (isHere) story();
  else notHere('shopify-api-node is not here: npm ci --prefix test/clients/shopify-api-node');
});
