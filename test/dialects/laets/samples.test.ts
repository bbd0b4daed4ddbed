/**
 * The messages of the contract, a folder each: what is sent, what was sent before, and every key of the answer in its order. They are
 * answered by a shop of which nothing came back before.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { startGateway, type GatewayUnderTest } from '../../gateway-under-test';
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
  gateway = await startGateway({ doors: [] });
  market = await openMarket(gateway);
});
afterAll(() => gateway.stop());
beforeEach(async () => {
  await gateway.clear();
  await gateway.services.orders.put(gateway.caller, marketOrder());
  await gateway.services.orders.put(gateway.otherCaller, secondOrder(31, 31));
});

const read = (name: string, file: string): unknown => JSON.parse(readFileSync(path.join(FOLDER, name, file), 'utf8'));

const send = ({ as = 'seller', headers, ...sent }: Sample) =>
  ask(gateway, sent.path, { ...sent, headers: { host: 'h', authorization: withToken(market.keys[as]), ...headers } });

test.each(readdirSync(FOLDER))('%s', async (name) => {
  const { before = [], ...request } = read(name, 'request.json') as Sample & { before?: Sample[] };
  for (const earlier of before) expect((await send(earlier)).status).toBeLessThan(300);
  const { status, body, text, headers } = await send(request);
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
