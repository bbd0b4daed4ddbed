/**
 * The messages of the contract, a folder each: what is sent, what was sent before, and every key of the answer in its order. They are
 * answered by a shop of which nothing came back before; shop.json, where there is one, is its order.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { PutOrder } from '../../../src/services/wishes';
import { SHOP, startGateway, type GatewayUnderTest } from '../../gateway-under-test';
import { ask, withToken } from './client';
import { marketOrder, openMarket, secondOrder, type Market, type Who } from './shop';

jest.setTimeout(60_000);

const FOLDER = path.join(__dirname, '..', '..', 'samples', 'laets');

interface Sample {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The shop's own key when absent. */
  readonly as?: Who;
}

let gateway: GatewayUnderTest;
let market: Market;
beforeAll(async () => {
  const environment = {
    ...{ LAETS_APP_SECRET: 'example-secret', LAETS_SIGNATURES: 'ignored', LAETS_SYNC_SECONDS: '0' },
  };
  gateway = await startGateway({ doors: [], environment });
  market = await openMarket(gateway);
  const login = { shop: SHOP, user: 'example-user', password: 'example-token' };
  await gateway.services.credentials.addLogin(login);
});
afterAll(() => gateway.stop());
beforeEach(async () => {
  await gateway.clear();
  await gateway.services.orders.put(gateway.otherCaller, secondOrder(31, 31));
});

const read = (name: string, file: string): unknown => JSON.parse(readFileSync(path.join(FOLDER, name, file), 'utf8'));

const send = ({ as = 'seller', headers, ...sent }: Sample) =>
  ask(gateway, sent.path, { ...sent, headers: { host: 'h', authorization: withToken(market.keys[as]), ...headers } });

/** Tokens are made by chance. */
const withoutToken = (text: string): string => text.replace(/"rgu_[\w-]+"/, '"rgu_example"');

test.each(readdirSync(FOLDER))('%s', async (name) => {
  const order = existsSync(path.join(FOLDER, name, 'shop.json')) ? read(name, 'shop.json') : marketOrder();
  await gateway.services.orders.put(gateway.caller, order as PutOrder);
  const { before = [], ...request } = read(name, 'request.json') as Sample & { before?: Sample[] };
  for (const earlier of before) expect((await send(earlier)).status).toBeLessThan(300);
  const { status, text: sent, headers } = await send(request);
  const text = withoutToken(sent);
  const body = text === '' ? undefined : (JSON.parse(text) as object);
  const expected = read(name, 'response.json') as { status: number; location?: string; body?: object };
  expect({ status, ...(headers.location && { location: headers.location }), ...(body && { body }) }).toEqual(expected);
  expect(text).toBe(expected.body === undefined ? '' : JSON.stringify(expected.body));
});

/** As they were recorded from the platform (contract, section 4.2); the user has an address beside, which clients rely on (section 7). */
const RECORDED = {
  return:
    'id, resource_uri, status, status_localized, return_type, return_type_localized, reason, reason_localized, comment, amount, closed, created_on, last_updated, external_id, from_list, starred, merchant, merchant_order, order_id_number, offer_id, offer_name, offer_sku, order_item, user, meta',
  merchant: 'id, pk, name, resource_uri',
  merchant_order: 'id, pk, resource_uri',
  order_item:
    'id, resource_uri, status, status_localized, price, price_vat_included, amount_vat_included, vat, shipping, sku, name, merchant_order',
  user: 'id, resource_uri, username, display_name, email, first_name, last_name',
};

test('every object has the recorded keys, in the recorded order', () => {
  const { body } = read('createReturn__with_all_that_can_be_said', 'response.json') as {
    body: Record<string, Record<string, object>>;
  };
  const keys = (object: object | undefined): string => Object.keys(object ?? {}).join(', ');
  expect({
    return: keys(body),
    merchant: keys(body['merchant']),
    merchant_order: keys(body['merchant_order']),
    order_item: keys(body['order_item']),
    user: keys(body['user']),
  }).toEqual(RECORDED);
});
