/** What belongs to another shop, or to another order, is answered byte for byte like what is not there. */
import { startGateway } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { ask, openShop, ORDER } from './shop';

jest.setTimeout(60_000);

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway({ doors: [] });
  await openShop({ ...gateway, caller: gateway.otherCaller });
  await gateway.services.refunds.addManual(gateway.otherCaller, {
    ...{ sourceType: 'order', sourceId: ORDER, amount: '1', currency: 'VND', destination: 'cash' },
  });
  await gateway.services.orders.put(gateway.caller, { orderId: 7, currency: 'VND', lines: [], payments: [] });
});
afterAll(() => gateway.stop());

const MOVEMENT = 4_000_000_000_000_001;
const refund = { transactions: [{ parent_id: 9002, amount: 1 }] };
const transaction = { kind: 'refund', parent_id: 9002, amount: 1 };

/** Everything but what no two answers have alike. */
async function told(path: string, sent: Parameters<typeof ask>[2]): Promise<unknown> {
  const { status, text, headers } = await ask(gateway, path, sent);
  const alike = [...headers].filter(([name]) => name !== 'date' && name !== 'x-request-id');
  return { status, text, alike };
}

test.each<[string, string, object?]>([
  ['GET', '.json'],
  ['GET', '/refunds.json'],
  ['GET', '/refunds/1.json'],
  ['GET', '/refunds/1.json?fields=id'],
  ['GET', '/transactions.json'],
  ['GET', '/transactions/count.json'],
  ['GET', '/transactions/9001.json'],
  ['GET', `/transactions/${MOVEMENT}.json`],
  ['POST', '/refunds.json', { refund }],
  ['POST', '/refunds.json', { refund: {} }],
  ['POST', '/refunds.json', { refund: { ...refund, currency: 'USD' } }],
  ['POST', '/refunds/calculate.json', { refund: {} }],
  ['POST', '/refunds/calculate.json', { refund: { refund_line_items: [{ line_item_id: 7001, quantity: 99 }] } }],
  ['POST', '/transactions.json', { transaction }],
  ['PUT', '/refunds/1.json', {}],
  ['DELETE', '/refunds/1.json'],
])('%s orders/ID%s', async (...[method, path, body]: [string, string, object?]) => {
  const sent = { method, ...(body === undefined ? {} : { body }) };
  const ofAnother = await told(`orders/${ORDER}${path}`, sent);
  expect(ofAnother).toEqual(await told(`orders/999${path}`, sent));
});

test.each(['refunds/1.json', 'transactions/9001.json', `transactions/${MOVEMENT}.json`])(
  'what is under an order of another shop is not under one of our own: %s',
  async (path) => {
    expect(await told(`orders/7/${path}`, {})).toEqual(await told('orders/7/refunds/999.json', {}));
  },
);

test('lists do not have it', async () => {
  expect((await ask(gateway, `orders.json?ids=${ORDER}`)).text).toBe('{"orders":[]}');
  expect((await ask(gateway, 'orders.json?fields=id')).text).toBe('{"orders":[{"id":7}]}');
});

test('the books of the other shop are as they were', async () => {
  const { refunds } = await gateway.services.refundReader.ledger(gateway.otherCaller, ORDER);
  expect(refunds).toHaveLength(1);
});
