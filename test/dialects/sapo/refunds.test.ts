/** What Sapo's clients add: refunds, and transactions that give a payment back. */
import { startGateway } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { ask, openShop, ORDER } from './shop';

jest.setTimeout(60_000);

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startGateway({ doors: [] })));
afterAll(() => gateway.stop());
beforeEach(async () => {
  await gateway.clear();
  await openShop(gateway);
});

const create = (refund: object) => ask(gateway, `orders/${ORDER}/refunds.json`, { body: { refund } });
const post = (transaction: object) => ask(gateway, `orders/${ORDER}/transactions.json`, { body: { transaction } });
const calculate = (refund: object) => ask(gateway, `orders/${ORDER}/refunds/calculate.json`, { body: { refund } });
const order = async () => (await ask(gateway, `orders/${ORDER}.json`)).body['order'];
const nothingHappened = async () => {
  expect(await order()).toMatchObject({ refunds: [], total_refunded: 0, line_items: [{ refundable_quantity: 2 }, {}] });
};
const shirt = (more = {}) => ({ line_item_id: 7001, quantity: 1, ...more });

test('a refund is created and carried out: cash at once, the card when its provider says so', async () => {
  const { status, body } = await create({
    ...{ note: 'Khách đổi ý', notify: false, restock: true, colour: 'red' },
    refund_line_items: [shirt({ location_id: 31 }), { line_item_id: 7002, quantity: 1, restock_type: 'cancel' }],
    transactions: [
      { parent_id: 9001, amount: 120000, kind: 'refund' },
      { parent_id: 9002, amount: '60000', kind: 'refund', gateway: 'Tiền mặt' },
    ],
  });
  expect(status).toBe(201);
  expect(body['refund']).toMatchObject({
    ...{ note: 'Khách đổi ý', restock: true, total_refunded: 60000, order_adjustments: [] },
    refund_line_items: [
      { line_item_id: 7001, quantity: 1, location_id: 31, restock_type: 'return' },
      { line_item_id: 7002, restock_type: 'cancel', location_id: null, subtotal: 80000, total_tax: 0 },
    ],
    transactions: [
      { parent_id: 9001, amount: 120000, status: 'pending', gateway: 'card' },
      { parent_id: 9002, amount: 60000, status: 'success', gateway: 'Tiền mặt' },
    ],
  });
  await gateway.drain();
  expect(await order()).toMatchObject({ total_refunded: 180000, financial_status: 'partially_refunded' });
  const again = (await ask(gateway, `orders/${ORDER}/refunds/1.json`)).body['refund'];
  expect(again).toMatchObject({ total_refunded: 180000, transactions: [{ status: 'success' }, { status: 'success' }] });
});

test.each([
  ['card', 'pending'],
  [' Card', 'pending'],
  ['CARD ', 'pending'],
  ['simulated', 'pending'],
  ['cards', 'success'],
])(
  'who calls the gateway of a sale "%s" gives the money back by it only if it is the same: %s',
  async (gateway_, told) => {
    const { body } = await create({ transactions: [{ parent_id: 9001, amount: 5, gateway: gateway_ }] });
    expect(body['refund']).toMatchObject({ transactions: [{ status: told }] });
  },
);

test('numbers of sixteen digits, wholes with a point and texts of a thousand pictures are taken', async () => {
  const lines = [{ lineId: 1_234_567_890_123_456, sku: 'A', name: 'A', quantity: 1, price: '9' }];
  const payments = [{ paymentId: 3_999_999_999_999_999, provider: 'till', method: 'cash', amount: '9' }];
  await gateway.services.orders.put(gateway.caller, {
    orderId: 9_007_199_254_740_990,
    currency: 'VND',
    lines,
    payments,
  });
  const path = 'orders/9007199254740990/refunds.json';
  const body = `{"refund":{"note":"${'🙂'.repeat(1000)}","refund_line_items":[{"line_item_id":1234567890123456,"quantity":1.0}],"transactions":[{"parent_id":3999999999999999,"amount":9.00}]}}`;
  const answer = await ask(gateway, path, { body, method: 'POST' });
  expect([answer.status, answer.body['refund']]).toMatchObject([
    201,
    { refund_line_items: [{ line_item_id: 1_234_567_890_123_456, quantity: 1 }], total_refunded: 9 },
  ]);
  const listed = await ask(gateway, 'orders.json?fields=id&ids=9007199254740990');
  expect(listed.body['orders']).toEqual([{ id: 9_007_199_254_740_990 }]);
});

test('transactions are told by id, whatever refund they are of, and from any id on', async () => {
  const amount = '10000';
  await gateway.services.refunds.addAutomaticForOrder(gateway.caller, {
    ...{ orderId: ORDER, paymentId: 9001, amount: '1000', currency: 'VND' },
  });
  await create({ transactions: [{ parent_id: 9002, amount: 5 }] });
  await gateway.services.refunds.update(gateway.caller, { refundId: 1, amount, currency: 'VND' });
  const idsFrom = async (query: string): Promise<readonly number[]> => {
    const { body } = await ask(gateway, `orders/${ORDER}/transactions.json${query}`);
    return (body['transactions'] as { id: number }[]).map(({ id }) => id);
  };
  const all = await idsFrom('');
  expect(all).toEqual([...all].sort((a, b) => a - b));
  expect(await idsFrom(`?since_id=${all[2]}`)).toEqual(all.slice(3));
  expect(await idsFrom(`?since_id=${all.at(-1)}`)).toEqual([]);
});

test('money first and goods afterwards are balanced as it was recorded', async () => {
  const money = await create({ transactions: [{ parent_id: 9001 }, { parent_id: 9002 }] });
  expect(money.body['refund']).toMatchObject({
    order_adjustments: [{ kind: 'refund_discrepancy', reason: 'Refund discrepancy', amount: -305000, tax_amount: 0 }],
  });
  const lines = [shirt({ quantity: 2 }), { line_item_id: 7002, quantity: 1 }];
  for (const transactions of [{ transactions: [] }, {}]) {
    const { status, body } = await create({ refund_line_items: lines.splice(0, 1), ...transactions });
    expect([status, body['refund']]).toMatchObject([201, { transactions: [], total_refunded: 0, restock: false }]);
  }
  const { body } = await ask(gateway, `orders/${ORDER}/refunds.json?fields=order_adjustments`);
  expect(body['refunds']).toMatchObject([
    { order_adjustments: [{ reason: 'Refund discrepancy', amount: -305000 }] },
    { order_adjustments: [{ reason: 'Refund discrepancy', amount: 200000 }] },
    { order_adjustments: [{ reason: 'Full return balancing adjustment', amount: 80000 }] },
  ]);
  await gateway.drain();
  expect(await order()).toMatchObject({
    ...{ financial_status: 'refunded', total_refunded: 305000, net_payment: 0, refundable: false },
    line_items: [{ refundable_quantity: 0, current_quantity: 0 }, { refundable_quantity: 0 }],
  });
});

test('shipping and adjustments are told back with their signs', async () => {
  const { body } = await create({
    shipping: { amount: '10000' },
    order_adjustments: [{ kind: 'refund_discrepancy', reason: 'Đền bù', amount: -5000 }],
    transactions: [{ parent_id: 9002, amount: 20000 }],
  });
  expect((body['refund'] as { order_adjustments: unknown }).order_adjustments).toMatchObject([
    { kind: 'refund_discrepancy', reason: 'Đền bù', amount: -5000, tax_amount: 0 },
    { kind: 'shipping_refund', reason: 'Shipping refund', amount: -10000 },
    { kind: 'refund_discrepancy', reason: 'Refund discrepancy', amount: -5000 },
  ]);
  const rest = await create({
    shipping: { full_refund: true },
    order_adjustments: [{ kind: 'shipping_refund', amount: '-4000' }],
  });
  expect((rest.body['refund'] as { order_adjustments: unknown }).order_adjustments).toMatchObject([
    { kind: 'shipping_refund', reason: null, amount: -4000 },
    { kind: 'shipping_refund', amount: -11000 },
    { kind: 'refund_discrepancy', amount: 15000 },
  ]);
});

test('a transaction of kind refund gives a payment back, and the refund that holds it can be read', async () => {
  const { status, body } = await post({
    kind: 'refund',
    amount: '20000',
    currency: 'VND',
    parent_id: 9002,
    status: 'failure',
  });
  expect([status, body['transaction']]).toMatchObject([
    201,
    { kind: 'refund', amount: 20000, parent_id: 9002, status: 'success', refund_id: 1, gateway: 'Tiền mặt' },
  ]);
  expect((await ask(gateway, `orders/${ORDER}/refunds.json`)).body['refunds']).toMatchObject([
    { id: 1, transactions: [body['transaction']], order_adjustments: [{ amount: -20000 }] },
  ]);
  const whole = await post({ kind: 'refund', parent_id: 9001 });
  expect(whole.body['transaction']).toMatchObject({ amount: 200000, status: 'pending' });
});

test.each([
  ['settles', 1000, ['pending', 'success'], 1000],
  ['declines', 901, ['pending', 'failure'], 0],
  ['is lost sight of', 904, ['pending', 'pending'], 0],
])('a transaction that %s says so', async (_what, amount, words, given) => {
  const { body } = await post({ kind: 'refund', parent_id: 9001, amount });
  const { id } = body['transaction'] as { id: number };
  const status = async () =>
    ((await ask(gateway, `orders/${ORDER}/transactions/${id}.json`)).body['transaction'] as { status: string }).status;
  const before = await status();
  await gateway.drain();
  expect([before, await status()]).toEqual(words);
  expect(await order()).toMatchObject({ total_refunded: given });
});

test('whether the customer is to be told is written down', async () => {
  for (const notify of [true, false, undefined]) {
    await create({ notify, transactions: [{ parent_id: 9002, amount: 1 }] });
  }
  const told = await Promise.all(
    [1, 2, 3].map(async (id) => (await gateway.services.refundReader.get(gateway.caller, id)).audit[0]?.after),
  );
  expect(told.map((after) => (JSON.parse(after ?? '{}') as { notify?: boolean }).notify)).toEqual([
    true,
    false,
    undefined,
  ]);
});

test('one key is one refund, however often it is sent', async () => {
  const headers = { 'X-Sapo-Access-Token': gateway.key, 'Idempotency-Key': 'k-1' };
  const body = { refund: { transactions: [{ parent_id: 9002, amount: 1 }] } };
  const first = await ask(gateway, `orders/${ORDER}/refunds.json`, { body, headers });
  const second = await ask(gateway, `orders/${ORDER}/refunds.json`, { body, headers });
  expect([first.status, second.text]).toEqual([201, first.text]);
  const another = { transaction: { kind: 'refund', parent_id: 9002, amount: 2 } };
  const { status, text } = await ask(gateway, `orders/${ORDER}/transactions.json`, { body: another, headers });
  expect([status, text]).toEqual([422, '{"errors":{"base":["Idempotency-Key was used for another request"]}}']);
});

const NET = { transactions: ['cannot refund more than the net payment received'] };
const PARENT = { 'transactions.amount': ['cannot refund more than the parent transaction'] };
const EMPTY = { base: ['refund_line_items, transactions or order_adjustments must be present'] };
const BOUGHT = { 'refund_line_items.quantity': ['cannot refund more items than were purchased'] };
const invalid = (path: string) => ({ [path]: ['is invalid'] });
const money = (more: object) => ({ transactions: [{ parent_id: 9002, ...more }] });
const line = (more: object) => ({ refund_line_items: [shirt(more)] });

test.each<[string, object, object]>([
  ['nothing', {}, EMPTY],
  ['empty lists', { note: 'x', transactions: [] }, EMPTY],
  ['a notify that is neither', { notify: 'yes', ...money({ amount: 1 }) }, invalid('notify')],
  ['shipping alone', { shipping: { full_refund: true } }, EMPTY],
  ['more than was received', money({ amount: 305001 }), NET],
  ['more than the parent', money({ amount: 105001 }), PARENT],
  ['more units than were bought', line({ quantity: 3 }), BOUGHT],
  ['a line that is not there', line({ line_item_id: 1 }), invalid('refund_line_items.line_item_id')],
  ['a line without a number', line({ line_item_id: null }), invalid('refund_line_items.line_item_id')],
  ['no quantity', line({ quantity: null }), invalid('refund_line_items.quantity')],
  ['a quantity of nothing', line({ quantity: 0 }), invalid('refund_line_items.quantity')],
  ['half a unit', line({ quantity: 0.5 }), invalid('refund_line_items.quantity')],
  ['another restock_type', line({ restock_type: 'legacy_restock' }), invalid('refund_line_items.restock_type')],
  ['another kind', money({ amount: 1, kind: 'void' }), invalid('transactions.kind')],
  ['a suggestion posted as it is', money({ amount: 1, kind: 'suggested_refund' }), invalid('transactions.kind')],
  ['an amount of nothing', money({ amount: 0 }), invalid('transactions.amount')],
  ['an amount below zero', money({ amount: '-1' }), invalid('transactions.amount')],
  ['digits that the currency lacks', money({ amount: 1.5 }), invalid('transactions.amount')],
  ['an amount in words', money({ amount: 'ten' }), invalid('transactions.amount')],
  ['an exponent', money({ amount: '1e3' }), invalid('transactions.amount')],
  ['another currency', money({ amount: 1, currency: 'USD' }), invalid('transactions.currency')],
  ['no currency at all', money({ amount: 1, currency: 'QQQ' }), invalid('transactions.currency')],
  ['another currency for all', { currency: 'USD', ...money({ amount: 1 }) }, invalid('currency')],
  ['a parent that is not there', money({ parent_id: 1, amount: 1 }), invalid('transactions.parent_id')],
  ['no parent where both could', { transactions: [{ amount: 1 }] }, invalid('transactions.parent_id')],
  [
    'too much shipping',
    { shipping: { amount: 25001 }, ...line({}) },
    { 'shipping.amount': ['cannot refund more than the shipping left'] },
  ],
  [
    'an adjustment of another kind',
    { order_adjustments: [{ kind: 'gift', amount: 1 }] },
    invalid('order_adjustments.kind'),
  ],
  [
    'shipping with the wrong sign',
    { order_adjustments: [{ kind: 'shipping_refund', amount: 5 }] },
    invalid('order_adjustments.amount'),
  ],
  [
    'shipping whose tax takes more than it gives',
    { order_adjustments: [{ kind: 'shipping_refund', amount: -1, tax_amount: 100 }] },
    invalid('order_adjustments.tax_amount'),
  ],
  ['no list', { transactions: {} }, invalid('transactions')],
  ['a list of something else', { refund_line_items: [7001] }, invalid('refund_line_items')],
  ['a note that is no text', { note: 5, ...line({}) }, invalid('note')],
  ['a note that no other door could tell', { note: 'x'.repeat(1001), ...line({}) }, invalid('note')],
])('%s is 422, and nothing happens', async (_what, refund, errors) => {
  const { status, body } = await create(refund);
  expect([status, body]).toEqual([422, { errors }]);
  await nothingHappened();
});

test('units that came back cannot come back again', async () => {
  await create(line({ quantity: 2 }));
  const { status, body } = await create(line({}));
  expect([status, body]).toEqual([
    422,
    { errors: { refund_line_items: ['cannot refund more than refundable quantity'] } },
  ]);
});

test.each<[string, object, object]>([
  ['nothing said', {}, invalid('kind')],
  ['a sale', { kind: 'sale', amount: 1 }, invalid('kind')],
  ['more than the parent', { kind: 'refund', parent_id: 9002, amount: '105001' }, PARENT],
  ['an amount of nothing', { kind: 'refund', parent_id: 9002, amount: 0 }, invalid('amount')],
  ['an amount in words', { kind: 'refund', parent_id: 9002, amount: 'ten' }, invalid('amount')],
  ['another currency', { kind: 'refund', parent_id: 9002, amount: 1, currency: 'USD' }, invalid('currency')],
  ['a parent that is not there', { kind: 'refund', parent_id: 5, amount: 1 }, invalid('parent_id')],
])('a transaction with %s is 422', async (_what, transaction, errors) => {
  const { status, body } = await post(transaction);
  expect([status, body]).toEqual([422, { errors }]);
  await nothingHappened();
});

test('an order without payments cannot be refunded', async () => {
  const lines = [{ lineId: 7001, sku: 'B', name: 'B', quantity: 1, price: '5' }];
  await gateway.services.orders.put(gateway.caller, { orderId: 451, currency: 'VND', lines, payments: [] });
  const { status, body } = await ask(gateway, 'orders/451/refunds.json', { body: { refund: line({}) } });
  expect([status, body]).toEqual([422, { errors: { base: ['Order cannot be refunded'] } }]);
  const calculated = await ask(gateway, 'orders/451/refunds/calculate.json', { body: { refund: line({}) } });
  expect([calculated.status, calculated.body['refund']]).toMatchObject([200, { transactions: [], currency: 'VND' }]);
});

test.each<[string, unknown, number, object]>([
  ['broken JSON', '{"refund":', 400, { errors: 'Bad Request' }],
  ['no body', undefined, 400, { errors: { refund: 'Required parameter missing or invalid' } }],
  ['no wrapper', {}, 400, { errors: { refund: 'Required parameter missing or invalid' } }],
  ['a list', [], 400, { errors: { refund: 'Required parameter missing or invalid' } }],
])('%s is %s', async (_what, body, status, told) => {
  const answer = await ask(gateway, `orders/${ORDER}/refunds.json`, { method: 'POST', body });
  expect([answer.status, answer.body]).toEqual([status, told]);
});

test.each(['refunds.json', 'refunds/calculate.json'])(
  'of an order that is not there nothing is refunded: %s',
  async (path) => {
    const { status, text } = await ask(gateway, `orders/999/${path}`, { body: { refund: line({}) } });
    expect([status, text]).toEqual([404, '{"errors":"Not Found"}']);
  },
);

describe('a calculation', () => {
  test('suggests payments oldest first, and no more than they have left', async () => {
    await post({ kind: 'refund', parent_id: 9001, amount: 50000 });
    const lines = [shirt({ quantity: 2 }), { line_item_id: 7002, quantity: 1 }];
    const { status, body } = await calculate({ refund_line_items: lines, shipping: { full_refund: true } });
    expect([status, body['refund']]).toMatchObject([
      200,
      {
        shipping: { amount: 25000, tax: 0, maximum_refundable: 25000 },
        refund_line_items: [
          { line_item_id: 7001, subtotal: 180000, total_tax: 20000, discounted_price: 90000 },
          { line_item_id: 7002 },
        ],
        transactions: [
          { kind: 'suggested_refund', parent_id: 9002, amount: 105000, maximum_refundable: 105000 },
          { parent_id: 9001, amount: 150000, maximum_refundable: 150000 },
        ],
        currency: 'VND',
      },
    ]);
    expect(await order()).toMatchObject({ refunds: [{ id: 1 }] });
  });

  test('of shipping alone suggests the shipping, and of nothing nothing', async () => {
    const ofShipping = await calculate({ shipping: { full_refund: true } });
    expect(ofShipping.body['refund']).toMatchObject({ transactions: [{ amount: 25000, gateway: 'Tiền mặt' }] });
    expect((await calculate({})).body['refund']).toMatchObject({ transactions: [], refund_line_items: [] });
  });

  test('can be posted back once its kind is changed', async () => {
    const { body } = await calculate({ refund_line_items: [shirt()], currency: 'VND' });
    const { refund_line_items, transactions } = body['refund'] as Record<string, object[]>;
    const kept = transactions?.map((one) => ({ ...one, kind: 'refund' }));
    expect(await create({ refund_line_items, transactions: kept })).toMatchObject({
      ...{ status: 201, body: { refund: { order_adjustments: [], total_refunded: 100000 } } },
    });
  });

  test('leaves out shipping that was given back, and the money of others', async () => {
    await create({ shipping: { amount: 20000 }, transactions: [{ parent_id: 9002, amount: 100000 }] });
    const { body } = await calculate({ refund_line_items: [shirt()], shipping: { full_refund: true } });
    expect(body['refund']).toMatchObject({
      shipping: { amount: 5000, maximum_refundable: 5000 },
      transactions: [
        { parent_id: 9002, amount: 5000, maximum_refundable: 5000 },
        { parent_id: 9001, amount: 100000, maximum_refundable: 200000 },
      ],
    });
    const tooMuch = await calculate({ shipping: { amount: 5001 } });
    expect([tooMuch.status, Object.keys(tooMuch.body['errors'] as object)]).toEqual([422, ['shipping.amount']]);
  });

  test('in another currency is 422', async () => {
    expect(await calculate({ currency: 'USD' })).toMatchObject({ status: 422, body: { errors: invalid('currency') } });
  });
});

test('an answer never says errors when it is none', async () => {
  for (const { text } of [await create(line({})), await post({ kind: 'refund', parent_id: 9002, amount: 1 })]) {
    expect(text).not.toContain('errors');
  }
});
