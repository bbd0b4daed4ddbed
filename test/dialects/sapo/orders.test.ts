/** The list of orders: what narrows it, and the words that tell how far an order and its money are. */
import type { PutOrder } from '../../../src/services/wishes';
import { startGateway } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { ask } from './shop';

jest.setTimeout(60_000);

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startGateway({ doors: [] })));
afterAll(() => gateway.stop());
beforeEach(() => gateway.clear());

const put = ({ orderId, ...more }: Partial<PutOrder> & Pick<PutOrder, 'orderId'>, caller = gateway.caller) =>
  gateway.services.orders.put(caller, {
    ...{ orderId, currency: 'VND', lines: [{ lineId: 1, sku: 'A', name: 'Áo', quantity: 1, price: '100' }] },
    payments: [{ paymentId: orderId, provider: 'till', method: 'cash', amount: '100' }],
    ...more,
  });
const ids = async (query: string): Promise<number[]> => {
  const { body } = await ask(gateway, `orders.json?fields=id&${query}`);
  return (body['orders'] as { id: number }[]).map(({ id }) => id);
};

describe('is narrowed', () => {
  beforeEach(async () => {
    const day = (text: string): number => Date.parse(`${text}Z`);
    await put({ orderId: 1, placedAt: day('2026-11-01T08:00:00.900'), fulfilment: 'fulfilled' });
    gateway.clock.pass(60_000);
    await put({ orderId: 2, placedAt: day('2026-11-02T08:00:00'), fulfilment: 'cancelled' });
    await put({ orderId: 3 });
    await put({ orderId: 4, placedAt: day('2026-11-03T08:00:00') });
    await put({ orderId: 5 }, gateway.otherCaller);
  });

  test.each([
    ['by nothing', '', [1, 2, 3, 4]],
    ['by ids, in whatever order', 'ids=4%2C1%2C99', [1, 4]],
    ['by ids of which none can be one', 'ids=x,-1', []],
    ['by no ids', 'ids=', [1, 2, 3, 4]],
    ['by the id of another shop', 'ids=5', []],
    ['by ids above one', 'ids=1,2,4&since_id=1', [2, 4]],
    ['by status', 'status=closed', [1]],
    ['by any status', 'status=any', [1, 2, 3, 4]],
    ['by what is shipped', 'fulfillment_status=fulfilled', [1]],
    ['by what is not', 'fulfillment_status=unfulfilled', [2, 3, 4]],
    ['by what is not, and is open', 'fulfillment_status=unfulfilled&status=open', [3, 4]],
    ['by two words that exclude each other', 'fulfillment_status=fulfilled&status=open', []],
    ['by what is shipped in part', 'fulfillment_status=partial', []],
    ['by a word that is none', 'fulfillment_status=constructor&status=toString', [1, 2, 3, 4]],
    ['from a time on, which counts', 'created_on_min=2026-11-02 08:00', [2, 3, 4]],
    ['to a time, which counts to its last second', 'created_on_max=2026-11-01 08:00:00', [1]],
    ['in a period', 'created_on_min=2026-11-01T08:00:00Z&created_on_max=2026-11-02 15:00 +07:00', [1, 2]],
    ['by when it was put, where nobody said when it was placed', 'created_on_min=2026-11-21 10:31', [3]],
    ['by the last change', 'modified_on_min=2026-11-21 10:31', [2, 3, 4]],
    ['by the last change, the other way', 'modified_on_max=2026-11-21 10:30:59', [1]],
    ['page by page', 'limit=2&page=2', [3, 4]],
    ['page by page of what is left', 'modified_on_min=2026-11-21 10:31&limit=2&page=2', [4]],
  ])('%s', async (_what, query, found) => {
    expect(await ids(query)).toEqual(found);
  });

  test.each(['created_on_min', 'created_on_max', 'modified_on_min', 'modified_on_max'])(
    'a time that is none is 422: %s',
    async (name) => {
      const { status, body } = await ask(gateway, `orders.json?${name}=yesterday`);
      expect([status, body]).toEqual([422, { errors: { [name]: ['is invalid'] } }]);
    },
  );
});

test('how far an order is', async () => {
  await put({ orderId: 1 });
  await put({ orderId: 2, fulfilment: 'fulfilled' });
  await put({ orderId: 3, fulfilment: 'cancelled' });
  const { body } = await ask(gateway, 'orders.json?fields=status,fulfillment_status,return_status');
  expect(body['orders']).toEqual([
    { status: 'open', fulfillment_status: null, return_status: 'no_return' },
    { status: 'closed', fulfillment_status: 'fulfilled', return_status: 'no_return' },
    { status: 'cancelled', fulfillment_status: null, return_status: 'no_return' },
  ]);
});

test('how far its money is', async () => {
  const part = { paymentId: 1, provider: 'till', method: 'cash', amount: '40' };
  await put({ orderId: 1, payments: [] });
  await put({ orderId: 2, payments: [], fulfilment: 'cancelled' });
  await put({ orderId: 3, payments: [part] });
  for (const orderId of [4, 5, 6, 7]) await put({ orderId });
  const refund = (orderId: number, refund: object) =>
    ask(gateway, `orders/${orderId}/refunds.json`, { body: { refund } });
  await refund(5, { transactions: [{ amount: 1 }] });
  await refund(6, { transactions: [{ amount: 100 }] });
  await refund(7, { refund_line_items: [{ line_item_id: 1, quantity: 1 }] });
  const { body } = await ask(gateway, 'orders.json?fields=id,financial_status,total_refunded,refundable');
  expect(body['orders']).toEqual([
    { id: 1, financial_status: 'pending', total_refunded: 0, refundable: false },
    { id: 2, financial_status: 'voided', total_refunded: 0, refundable: false },
    { id: 3, financial_status: 'partially_paid', total_refunded: 0, refundable: true },
    { id: 4, financial_status: 'paid', total_refunded: 0, refundable: true },
    { id: 5, financial_status: 'partially_refunded', total_refunded: 1, refundable: true },
    { id: 6, financial_status: 'refunded', total_refunded: 100, refundable: false },
    // Goods alone came back.
    { id: 7, financial_status: 'paid', total_refunded: 0, refundable: true },
  ]);
});
