/** What is read around refunds: each question through every door that has it, answered alike. */
import { payoutOf } from '../../../src/domain/order';
import { RETURN_TRANSITIONS, type Return, type ReturnState } from '../../../src/domain/return';
import { RETURN_STATUSES, returnStatusOf, searchOfStatus } from '../../../src/dialects/idosell/return-status';
import { SHOP, startGateway, type GatewayUnderTest } from '../../gateway-under-test';
import { GATE_DOORS, send } from './neighbours';
import { openShop } from './three-doors';

jest.setTimeout(60_000);

let gateway: GatewayUnderTest;
beforeAll(async () => {
  gateway = await startGateway({ doors: [] });
  await openShop(gateway);
  await openMore(gateway);
});
afterAll(() => gateway.stop());

/** An order that is shipped, with a claim and a cancelled return; refunds of an order, of a return and of the claim. */
async function openMore({ services, caller, drain }: GatewayUnderTest): Promise<void> {
  const line = { lineId: 1, sku: 'MUG', name: 'Mug', quantity: 3, price: '10.00' };
  const cash = { paymentId: 3, provider: 'till', method: 'cash', amount: '30.00' };
  await services.orders.put(caller, {
    ...{ orderId: 7, orderNumber: 'A-7', currency: 'PLN', fulfilment: 'fulfilled', taxIncluded: true },
    ...{ placedAt: Date.parse('2026-11-01T22:59:59Z'), lines: [line], payments: [cash] },
  });
  const lines = [{ lineId: 1, quantity: 1 }];
  const claim = await services.returns.open(caller, { orderId: 7, kind: 'claim', lines });
  await services.returns.accept(caller, { returnId: claim.id });
  const off = await services.returns.open(caller, { orderId: 7, kind: 'return', lines });
  await services.returns.cancel(caller, { returnId: off.id });
  await services.returns.open(caller, { orderId: 7, kind: 'claim', lines });
  const refused = await services.returns.open(caller, { orderId: 10032, kind: 'return', lines });
  await services.returns.reject(caller, { returnId: refused.id, reason: 'worn' });
  const idle = await services.returns.open(caller, { orderId: 10032, kind: 'claim', lines });
  await services.returns.accept(caller, { returnId: idle.id });

  const money = { currency: 'PLN', amount: '9.99' };
  const card = await services.refunds.addAutomaticForOrder(caller, { orderId: 10032, paymentId: 1, ...money });
  await services.refunds.confirm(caller, { refundId: card.id });
  await drain();
  const order = { sourceType: 'order', sourceId: 10032 } as const;
  await services.refunds.addManual(caller, { ...order, ...money, destination: 'bank_transfer' });
  const dropped = await services.refunds.addManual(caller, { ...order, ...money, destination: 'cash' });
  await services.refunds.cancel(caller, { refundId: dropped.id });
  await services.refunds.addAutomatic(caller, { sourceType: 'return', sourceId: 1 });
  const ofClaim = { sourceType: 'claim', sourceId: claim.id, currency: 'PLN', amount: '10.00' } as const;
  const paid = await services.refunds.addManual(caller, { ...ofClaim, destination: 'cash' });
  await services.refunds.confirm(caller, { refundId: paid.id });
}

const OK = { faultCode: 0, faultString: '' };
const EMPTY = { faultCode: 2, faultString: 'Empty result' };
const NO_SUCH = { faultCode: 3, faultString: 'API operation failed' };

const prepaid = (source: number, ordinal: number, status: string, value: number, more: object) => ({
  ...{ prepaidId: ordinal, paymentOrdinalNumber: ordinal, paymentNumber: `${source}-${ordinal}` },
  ...{ paymentStatus: status, paymentValue: value, currencyId: 'PLN', ...more },
});
const repayment = { paymentType: 'repayment' };
const details = (orderStatus: string, prepaids: readonly object[]) => ({
  orderDetails: { orderStatus, payments: { orderCurrency: { currencyId: 'PLN' } }, prepaids },
});

const JACKETS = {
  ...{ orderId: '10032', orderSerialNumber: 10032 },
  ...details('new', [
    prepaid(10032, 1, 'pending', 100, { paymentType: 'payment', payformName: 'card' }),
    prepaid(10032, 2, 'pending', 9.99, repayment),
    prepaid(10032, 3, 'processed', 9.99, { ...repayment, payformId: 1, payformName: 'bank transfer' }),
    prepaid(10032, 4, 'cancelled', 9.99, { ...repayment, payformId: 2, payformName: 'cash' }),
  ]),
};
const MUGS = {
  ...{ orderId: 'A-7', orderSerialNumber: 7 },
  ...details('finished', [prepaid(7, 3, 'pending', 30, { paymentType: 'payment', payformName: 'cash' })]),
};
const page = (all: number, pages: number, at: number, limit: number) => ({
  ...{ resultsNumberAll: all, resultsNumberPage: pages, resultsPage: at, resultsLimit: limit },
});
const snakePage = (all: number, pages: number, at: number, limit: number) => ({
  ...{ results_number_all: all, results_number_page: pages, results_page: at, results_limit: limit },
});
const noOrders = { Results: [], ...page(0, 0, 0, 100), errors: EMPTY };
const orders = (...Results: object[]) => ({ Results, ...page(Results.length, 1, 0, 100), errors: OK });
const inRange = (ordersDateBegin: string, ordersDateEnd: string) => ({
  ordersRange: { ordersDateRange: { ordersDateBegin, ordersDateEnd } },
});
const RETURNED = {
  ...{ id: 1, order_sn: 10032, status: 'accepted, to pay out', status_numeric: 10, currency: 'PLN' },
  prepaids: [prepaid(1, 1, 'processed', 40, repayment)],
};
const OFF = { id: 3, order_sn: 7, status: 'cancelled', status_numeric: 13, currency: 'PLN', prepaids: [] };
const REFUSED = { id: 5, order_sn: 10032, status: 'not accepted', status_numeric: 3, currency: 'PLN', prepaids: [] };
const returns = (...found: object[]) => ({ returns: found, ...snakePage(found.length, 1, 0, 100), errors: OK });
const noReturns = { returns: [], ...snakePage(0, 0, 0, 100), errors: EMPTY };
const today = (date_begin: string, date_end: string) => ({ range: { date: { date_begin, date_end } } });
const CLAIM = { rmaId: 2, orderSn: 7, orderId: 'A-7', currency: 'PLN', rmaStatus: 11 };
const NEW_CLAIM = { ...CLAIM, rmaId: 4, rmaStatus: 1 };
const IDLE_CLAIM = { rmaId: 6, orderSn: 10032, orderId: '10032', currency: 'PLN', rmaStatus: 2 };
const claims = (...rmas: object[]) => ({ rmas, isErrors: false, ...page(rmas.length, 1, 0, 100), errors: OK });
const STATUSES = { statuses: RETURN_STATUSES.map(({ id, name }) => ({ id, name })), errors: OK };
const event = (user: string, eventCode: string, level = 'info') => ({
  ...{ user, eventCode, date: '2026-11-21 11:30:00', level, details: '' },
});

type Question = readonly [what: string, method: string, params: Readonly<Record<string, unknown>>, told: object];

const QUESTIONS: readonly Question[] = [
  [
    'a payment is booked on a day of the shop',
    'payments/get',
    { paymentNumber: '10032-1', sourceType: 'order' },
    {
      result: {
        ...{ orderNumber: 10032, ordinalNumber: 1, value: 100, currency: 'PLN', accountingDate: '2026-11-20' },
        ...{ status: 'pending', externalPaymentId: 'ext-1' },
      },
      errors: OK,
    },
  ],
  [
    'a refund by a provider has its number there, and what was done about it',
    'payments/get',
    { paymentNumber: '10032-2', sourceType: 'order' },
    {
      result: {
        ...{ orderNumber: 10032, ordinalNumber: 2, value: 9.99, currency: 'PLN', accountingDate: '2026-11-21' },
        ...{ status: 'pending', externalPaymentId: expect.stringMatching(/^sim_/) as string },
        eventLog: {
          eventLogList: [
            event('erp', 'refund.add'),
            event('erp', 'refund.confirm'),
            event('provider simulated', 'refund.settle'),
          ],
        },
      },
      errors: OK,
    },
  ],
  [
    'a manual refund has the form in which it is paid out',
    'payments/get',
    { paymentNumber: '2-1', sourceType: 'rma' },
    {
      result: {
        ...{ orderNumber: 7, ordinalNumber: 1, value: 10, currency: 'PLN', accountingDate: '2026-11-21' },
        ...{ status: 'pending', paymentFormId: 2, externalPaymentId: '' },
        eventLog: { eventLogList: [event('erp', 'refund.add'), event('erp', 'refund.confirm')] },
      },
      errors: OK,
    },
  ],
  ['a number that nothing has', 'payments/get', { paymentNumber: '10032-9', sourceType: 'order' }, { errors: EMPTY }],
  ['a return that is not there', 'payments/get', { paymentNumber: '9-1', sourceType: 'return' }, { errors: EMPTY }],
  ['a source that cannot be', 'payments/get', { paymentNumber: '1-1', sourceType: 'gift' }, { errors: NO_SUCH }],
  [
    'the forms of manual refunds',
    'payments/getForms',
    { activeOnly: 'yes' },
    {
      result: {
        payment_forms: [
          { id: 1, name: 'bank transfer' },
          { id: 2, name: 'cash' },
          { id: 3, name: 'customer balance' },
          { id: 4, name: 'voucher' },
        ],
      },
      errors: OK,
    },
  ],
  ['orders by serial number', 'orders/get', { ordersSerialNumbers: [10032, 7, 8] }, orders(MUGS, JACKETS)],
  ['orders by their ids', 'orders/get', { ordersIds: ['A-7', '10032', '7'] }, orders(MUGS, JACKETS)],
  [
    'one page of orders',
    'orders/get',
    { resultsPage: 1, resultsLimit: 1 },
    { Results: [JACKETS], ...page(2, 2, 1, 1), errors: OK },
  ],
  [
    'a page of orders past the end',
    'orders/get',
    { resultsPage: 2, resultsLimit: 1 },
    { Results: [], ...page(2, 2, 2, 1), errors: EMPTY },
  ],
  ['orders by status', 'orders/get', { ordersStatuses: ['finished', 'packed'] }, orders(MUGS)],
  ['orders in a status that none of ours has', 'orders/get', { ordersStatuses: ['packed'] }, noOrders],
  ['orders of a day of the shop', 'orders/get', inRange('2026-11-01', '2026-11-01'), orders(MUGS)],
  ['orders of the second', 'orders/get', inRange('2026-11-01 23:59:59', '2026-11-01 23:59:59'), orders(MUGS)],
  ['orders of the day after', 'orders/get', inRange('2026-11-02', '2026-11-30'), noOrders],
  [
    'orders that changed',
    'orders/get',
    { ordersRange: { ordersDateRange: { ordersDateType: 'modified', ordersDateBegin: '2026-11-21 11:30:00' } } },
    orders(MUGS, JACKETS),
  ],
  ['returns of an order', 'returns/get', { order_sn: 10032 }, returns(RETURNED, REFUSED)],
  ['one return', 'returns/get', { return_id: 3 }, returns(OFF)],
  ['returns by their ids', 'returns/get', { return_ids: [1, 3] }, returns(RETURNED, OFF)],
  ['no complaint among the returns', 'returns/get', { return_ids: [2] }, noReturns],
  ['returns by status', 'returns/get', { status: 10 }, returns(RETURNED)],
  ['returns in a status that none has', 'returns/get', { status: 11 }, noReturns],
  ['returns in a status that is none of ours', 'returns/get', { status: 14 }, noReturns],
  ['returns of today', 'returns/get', today('2026-11-21', '2026-11-21'), returns(RETURNED, OFF, REFUSED)],
  [
    'returns of an hour in which none came',
    'returns/get',
    today('2026-11-21 11:30:01', '2026-11-21 12:30:00'),
    noReturns,
  ],
  [
    'one page of returns',
    'returns/get',
    { results_page: 1, results_limit: 1 },
    { returns: [OFF], ...snakePage(3, 3, 1, 1), errors: OK },
  ],
  ['the statuses of returns', 'returns/getStatuses', {}, STATUSES],
  ['complaints by their ids', 'rma/get', { rmaIds: [2, 1] }, claims(CLAIM)],
  ['all complaints', 'rma/get', { resultsPage: 0 }, claims(CLAIM, NEW_CLAIM, IDLE_CLAIM)],
  ['no complaints', 'rma/get', { rmaIds: [1] }, { rmas: [], isErrors: false, ...page(0, 0, 0, 100), errors: EMPTY }],
  ['the statuses of complaints', 'rma/getStatuses', {}, STATUSES],
];

describe.each(Object.entries(GATE_DOORS))('over %s', (name, { ask, has }) => {
  test.each(QUESTIONS.filter(([, method]) => has(method)))('%s (%s)', async (_what, method, params, told) => {
    const { status, reply } = await ask(gateway, method, params);
    const { errors } = told as { errors: typeof OK };
    expect(status).toBe(name.includes('REST') && errors.faultCode !== 0 ? 207 : 200);
    expect(inSoapToo(reply)).toEqual(told);
  });
});

/** The contract of SOAP is older than this member. */
function inSoapToo(reply: Readonly<Record<string, unknown>>): object {
  const { externalPaymentStatus: _, ...result } = (reply['result'] ?? {}) as Readonly<Record<string, unknown>>;
  return 'result' in reply ? { ...reply, result } : reply;
}

test('over REST a refund by a provider says what its provider said', async () => {
  const { reply } = await send(gateway, 'payments/payments?paymentNumber=10032-2&sourceType=order');
  expect(reply).toMatchObject({ result: { externalPaymentStatus: 'confirmed' } });
});

describe('lists in a query may be written', () => {
  test.each([
    'ordersSerialNumbers=7,10032',
    'ordersSerialNumbers=7&ordersSerialNumbers=10032',
    'ordersSerialNumbers[]=7&ordersSerialNumbers[]=10032',
    'ordersSerialNumbers[0]=7&ordersSerialNumbers[1]=10032',
    'ordersSerialNumbers=7,10032&ordersSerialNumbers=&resultsLimit=&unknown[a]=1',
  ])('%s', async (query) => {
    expect((await send(gateway, `orders/orders?${query}`)).reply).toEqual(orders(MUGS, JACKETS));
  });
});

test.each(['v3', 'v4', 'v8.1'])('the search has its older address too, in %s', async (version) => {
  const body = JSON.stringify({ params: { ordersSerialNumbers: [7] } });
  expect((await send(gateway, 'orders/orders/get', { method: 'POST', body }, version)).reply).toEqual(orders(MUGS));
});

describe('what is wrong in a question is named', () => {
  test.each([
    ['paymentNumber', 'payments/payments?paymentNumber=first&sourceType=order'],
    ['paymentNumber', 'payments/payments?sourceType=order'],
    ['sourceType', 'payments/payments?paymentNumber=10032-1'],
    ['ordersSerialNumbers', 'orders/orders?ordersSerialNumbers=7,A-7'],
    ['ordersSerialNumbers', `orders/orders?ordersSerialNumbers=${'7,'.repeat(1001)}`],
    ['ordersIds', 'orders/orders?ordersIds[a]=7'],
    ['resultsLimit', 'orders/orders?resultsLimit=101'],
    ['resultsLimit', 'orders/orders?resultsLimit=0'],
    ['resultsPage', 'orders/orders?resultsPage=-1'],
    ['ordersDateType', 'orders/orders?ordersRange[ordersDateRange][ordersDateType]=payment'],
    ['ordersDateBegin', 'orders/orders?ordersRange[ordersDateRange][ordersDateBegin]=2026-02-30'],
    ['ordersRange', 'orders/orders?ordersRange=today'],
    ['range', 'returns/returns?range=2026&range[date][date_begin]=2026-11-21'],
    ['a', 'returns/returns?a[b][c][d][e]=1'],
    ['status', 'returns/returns?status=new'],
    ['date_end', 'returns/returns?range[date][date_end]=2026-11-21T10:00:00'],
    ['results_page', 'returns/returns?results_page=1.5'],
    ['rmaIds', 'rma/rma?rmaIds=1;2'],
  ])('%s in %s', async (field, path) => {
    const { status, error, reply } = await send(gateway, path);
    expect([status, error]).toEqual([422, `Invalid data format: ${field}`]);
    expect(reply).toMatchObject({ errors: { code: 422, message: `Invalid data format: ${field}` } });
  });
});

describe('nothing is written through', () => {
  test.each([
    ['POST', 'payments/payments'],
    ['PUT', 'payments/payments'],
    ['PUT', 'payments/confirm'],
    ['POST', 'payments/cancel'],
    ['POST', 'payments/cashback'],
    ['POST', 'payments/repayment'],
    ['POST', 'orders/orders'],
    ['PUT', 'orders/orders'],
    ['POST', 'returns/returns'],
    ['PUT', 'returns/returns'],
    ['PUT', 'rma/rma'],
    ['GET', 'payments/profiles'],
  ])('%s %s', async (method, path) => {
    const body = method === 'GET' ? {} : { body: '{"params":{}}' };
    const { status, error, reply } = await send(gateway, path, { method, ...body });
    expect([status, error]).toEqual([404, 'Not found']);
    expect(reply).toMatchObject({ errors: { code: 404, message: 'Not found' } });
  });
});

describe('who asks', () => {
  test.each([
    ['orders/orders', ['orders:read']],
    ['orders/orders', ['refunds:read']],
    ['payments/payments?paymentNumber=10032-1&sourceType=order', ['refunds:read']],
    ['returns/returns', ['returns:read']],
    ['rma/rma', ['refunds:read']],
  ] as const)('for %s must have more rights than %j', async (path, scopes) => {
    const { key } = await gateway.services.credentials.addKey({ shop: SHOP, name: 'reader', scopes });
    const { status, error } = await send(gateway, path, { headers: { 'X-API-KEY': key } });
    expect([status, error]).toEqual([403, 'Access denied. Scope: oms, level: r']);
  });

  test.each(['payments/forms', 'returns/statuses', 'rma/statuses', 'orders/orders'])(
    'for %s must be known',
    async (path) => {
      const { status, error } = await send(gateway, path, { headers: { 'X-API-KEY': 'rgw_nobody' } });
      expect([status, error]).toEqual([401, 'Authorization error']);
    },
  );
});

test('a return has one status, by which it is found, whatever its state and its money', () => {
  const pots = [
    { committed: 0, refunded: 0 },
    { committed: 2, refunded: 1 },
    { committed: 2, refunded: 2 },
  ];
  for (const state of Object.keys(RETURN_TRANSITIONS) as ReturnState[]) {
    for (const pot of pots) {
      const fitting = RETURN_STATUSES.filter(({ id }) => {
        const { states, payout = payoutOf({ ...pot, captured: 2 }) } = searchOfStatus(id);
        return states.includes(state) && payout === payoutOf({ ...pot, captured: 2 });
      });
      expect(fitting).toEqual([returnStatusOf({ state, ...pot } as Return)]);
    }
  }
});
