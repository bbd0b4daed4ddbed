/** Refunds that their caller puts together, carried out as soon as they are added. */
import { refundState } from '../../src/domain/refund';
import type { AddComposedRefund } from '../../src/services/wishes';
import {
  auditOf,
  automaticWish,
  caller,
  callerWithout,
  manualWish,
  money,
  openShop,
  ORDER,
  refusalOf,
  type Gateway,
} from './gateway';

let gateway: Gateway;
beforeEach(async () => void (gateway = await openShop()));
afterEach(() => gateway.close());

const add = (wish: Omit<AddComposedRefund, 'orderId'>) =>
  gateway.services.refunds.addComposed(caller, { orderId: ORDER, ...wish });
const refusal = async (wish: Omit<AddComposedRefund, 'orderId'>) => {
  const { code, field } = await refusalOf(add(wish));
  return [code, field];
};
const whole = (id: number) => gateway.services.refundReader.get(caller, id);
const TWO_MUGS = [{ lineId: 1, quantity: 2 }];
const EVERYTHING = [
  { lineId: 1, quantity: 3 },
  { lineId: 2, quantity: 1 },
];

test('one refund gives back several payments: what a provider can move is sent, the rest counts as moved', async () => {
  const refund = await add({
    ...{ lines: TWO_MUGS, shipping: 'all', note: 'torn' },
    parts: [
      { paymentId: 1, amount: '12.00' },
      { paymentId: 3, amount: '8.00', currency: 'PLN' },
    ],
  });
  expect(refund).toMatchObject({
    ...{ method: 'automatic', amount: 2000, shipping: 500, adjustment: -500, note: 'torn' },
    confirmedAt: gateway.clock.now(),
    transactions: [
      { state: 'approved', paymentId: 1, provider: 'simulated', amount: 1200 },
      { state: 'settled', paymentId: 3, amount: 800 },
    ],
  });
  expect(refund.transactions[1]).not.toHaveProperty('provider');
  expect(await money(gateway)).toEqual({
    ...{ order: '800/2000/6000', 'payment 1': '0/1200/3000', 'payment 2': '0/0/2000', 'payment 3': '800/800/1000' },
  });
  expect((await whole(refund.id)).lines).toMatchObject([{ lineId: 1, units: [[1, 2]], amount: 2000 }]);
  expect((await auditOf(gateway, 'refund', refund.id)).map(({ action }) => action)).toEqual([
    'refund.add',
    'refund.confirm',
  ]);
  expect(await gateway.database.reader.read((stores) => stores.outbox.oldestDue())).toBe(gateway.clock.now());
});

test('money that goes back another way than it came is not asked for at the provider', async () => {
  const { transactions } = await add({ parts: [{ paymentId: 1, amount: '1.00', way: 'cash' }] });
  expect(transactions).toMatchObject([{ state: 'settled', paymentId: 1, way: 'cash' }]);
  const same = await add({ parts: [{ paymentId: 1, amount: '1.00', way: 'card' }] });
  expect(same.transactions).toMatchObject([{ state: 'approved', provider: 'simulated' }]);
  expect(same.transactions[0]).not.toHaveProperty('way');
});

test('goods come back without money, are taken for good, and leave the money for later', async () => {
  const ghost = await add({ lines: [{ lineId: 1, quantity: 3, restock: 'return', location: 31 }] });
  expect(ghost).toMatchObject({ amount: 0, adjustment: -3000, method: 'manual', transactions: [] });
  expect(refundState(ghost.transactions)).toBe('settled');
  expect((await whole(ghost.id)).lines).toMatchObject([{ restock: 'return', location: 31, units: [[1, 3]] }]);
  expect(await money(gateway)).toMatchObject({ order: '0/0/6000' });
  expect(await refusal({ lines: [{ lineId: 1, quantity: 1 }] })).toEqual([
    'quantity_exceeds_refundable',
    'lines[0].quantity',
  ]);
  const { refunds, refundReader } = gateway.services;
  expect((await refundReader.list(caller, { state: 'settled' })).items.map(({ id }) => id)).toEqual([ghost.id]);
  expect(await refundReader.status(caller, ghost.id)).toMatchObject({ state: 'settled', settledAmount: 0 });
  const change = { refundId: ghost.id };
  expect((await refusalOf(refunds.cancel(caller, change))).code).toBe('transition_not_allowed');
  expect((await refusalOf(refunds.update(caller, { ...change, amount: '1', currency: 'PLN' }))).code).toBe(
    'transition_not_allowed',
  );
  expect((await refusalOf(refunds.confirm(caller, change))).code).toBe('amount_not_positive');
  const replaced = gateway.services.orders.put(caller, { orderId: ORDER, currency: 'PLN', lines: [], payments: [] });
  expect((await refusalOf(replaced)).code).toBe('order_has_refunds');
});

test('nothing of a composed refund can be confirmed or cancelled any more', async () => {
  const { id: refundId } = await add({ parts: [{ paymentId: 3 }] });
  for (const step of ['confirm', 'cancel'] as const) {
    expect((await refusalOf(gateway.services.refunds[step](caller, { refundId }))).code).toBe('transition_not_allowed');
  }
});

test('named adjustments are kept, and count as shipping or as the rest', async () => {
  const { id } = await add({
    lines: [{ lineId: 1, quantity: 1 }],
    parts: [{ paymentId: 3, amount: '10.00' }],
    adjustments: [
      { kind: 'shipping', reason: 'late', amount: '2.00' },
      { kind: 'discrepancy', amount: '-2.00', tax: '-0.10' },
    ],
  });
  const ledger = await gateway.services.refundReader.ledger(caller, ORDER);
  expect(ledger.refunds).toMatchObject([
    {
      refund: { id, shipping: 200, adjustment: -200 },
      adjustments: [
        { kind: 'shipping', reason: 'late', amount: 200, tax: 0 },
        { kind: 'discrepancy', amount: -200, tax: -10 },
      ],
    },
  ]);
  expect(ledger.shippingTaken).toBe(200);
  expect(await refusal({ adjustments: [{ kind: 'shipping', amount: '3.01' }] })).toEqual([
    'shipping_exceeds_refundable',
    'shipping',
  ]);
  const rest = await add({ shipping: 'all', adjustments: [{ kind: 'shipping', amount: '1.00' }] });
  expect(rest.shipping).toBe(300);
});

test('a part without an amount is what is left of its payment, and one without a payment is of the only one that can', async () => {
  await gateway.services.refunds.addAutomaticForOrder(caller, automaticWish({ amount: '25.00' }));
  const { transactions } = await add({ parts: [{ amount: '11.00' }, { paymentId: 1 }] });
  expect(transactions).toMatchObject([
    { paymentId: 2, amount: 1100 },
    { paymentId: 1, amount: 500 },
  ]);
});

test('manual refunds of the order leave less for its payments', async () => {
  await gateway.services.refunds.addManual(caller, manualWish({ amount: '55.00' }));
  expect((await add({ parts: [{ paymentId: 1 }] })).amount).toBe(500);
});

test.each<[string, Omit<AddComposedRefund, 'orderId'>, [string, string | undefined]]>([
  ['nothing named', {}, ['refund_empty', undefined]],
  ['empty lists', { lines: [], parts: [], adjustments: [] }, ['refund_empty', undefined]],
  ['shipping alone', { shipping: 'all' }, ['refund_empty', undefined]],
  ['a line that is not there', { lines: [{ lineId: 9, quantity: 1 }] }, ['line_not_found', 'lines[0].lineId']],
  ['a line twice', { lines: [...TWO_MUGS, ...TWO_MUGS] }, ['request_invalid', 'lines[1].lineId']],
  ['too many units', { lines: [{ lineId: 2, quantity: 2 }] }, ['quantity_exceeds_refundable', 'lines[0].quantity']],
  ['too much shipping', { lines: TWO_MUGS, shipping: '5.01' }, ['shipping_exceeds_refundable', 'shipping']],
  [
    'shipping named below zero',
    { adjustments: [{ kind: 'shipping', amount: '-1' }] },
    ['amount_invalid', 'adjustments[0].amount'],
  ],
  [
    'an adjustment that no door could tell',
    { adjustments: [{ kind: 'discrepancy', amount: '1000000000000.00' }] },
    ['amount_invalid', 'adjustments'],
  ],
  [
    'adjustments whose sum none could tell, though they cancel out',
    {
      adjustments: [
        { kind: 'discrepancy', amount: '500000000000.00' },
        { kind: 'discrepancy', amount: '-499999999999.99', tax: '-0.01' },
      ],
    },
    ['amount_invalid', 'adjustments'],
  ],
  [
    'another currency',
    { parts: [{ paymentId: 1, amount: '1', currency: 'EUR' }] },
    ['currency_mismatch', 'parts[0].currency'],
  ],
  ['no amount at all', { parts: [{ paymentId: 1, amount: '0' }] }, ['amount_invalid', 'parts[0].amount']],
  ['half a grosz', { parts: [{ paymentId: 1, amount: '1.005' }] }, ['amount_invalid', 'parts[0].amount']],
  [
    'more than was paid, in parts',
    {
      parts: [
        { paymentId: 1, amount: '30.00' },
        { paymentId: 2, amount: '30.01' },
      ],
    },
    ['amount_exceeds_refundable', 'parts'],
  ],
  [
    'more than one payment has',
    { parts: [{ paymentId: 3, amount: '10.01' }] },
    ['amount_exceeds_refundable', 'parts[0].amount'],
  ],
  [
    'more than one payment has, in two parts',
    {
      parts: [
        { paymentId: 3, amount: '6.00' },
        { paymentId: 3, amount: '4.01' },
      ],
    },
    ['amount_exceeds_refundable', 'parts[1].amount'],
  ],
  [
    'a payment that is not there',
    { parts: [{ paymentId: 8, amount: '1' }] },
    ['payment_not_found', 'parts[0].paymentId'],
  ],
  ['no payment, where several could', { parts: [{ amount: '20.00' }] }, ['request_invalid', 'parts[0].paymentId']],
  ['no payment, where none could', { parts: [{ amount: '30.01' }] }, ['amount_exceeds_refundable', 'parts[0].amount']],
])('%s is refused, and changes nothing', async (_what, wish, refused) => {
  expect(await refusal(wish)).toEqual(refused);
  expect(await money(gateway)).toMatchObject({ order: '0/0/6000' });
  expect((await gateway.services.refundReader.ledger(caller, ORDER)).refunds).toEqual([]);
});

test('an order that nobody paid cannot be refunded, not even without money', async () => {
  const lines = [{ lineId: 1, sku: 'A', name: 'A', quantity: 1, price: '1' }];
  await gateway.services.orders.put(caller, { orderId: 8, currency: 'PLN', lines, payments: [] });
  const ghost = gateway.services.refunds.addComposed(caller, { orderId: 8, lines: [{ lineId: 1, quantity: 1 }] });
  expect((await refusalOf(ghost)).code).toBe('order_not_paid');
});

test('it is added and confirmed in one, and needs the scopes of both', async () => {
  for (const scope of ['refunds:create', 'refunds:confirm'] as const) {
    const wish = { orderId: ORDER, parts: [{ paymentId: 3 }] };
    expect((await refusalOf(gateway.services.refunds.addComposed(callerWithout(scope), wish))).code).toBe(
      'scope_missing',
    );
  }
});

test('a repeat under the same key has one effect', async () => {
  const once = { ...caller, idempotencyKey: 'k' };
  const wish = { orderId: ORDER, lines: EVERYTHING, parts: [{ paymentId: 3, amount: '1' }] };
  const first = await gateway.services.refunds.addComposed(once, wish);
  expect(await gateway.services.refunds.addComposed(once, wish)).toEqual(first);
  expect(await money(gateway)).toMatchObject({ order: '100/100/6000' });
});

test('the last of the goods is the refund after which no unit was left, with or without money', async () => {
  await add({ parts: [{ paymentId: 3, amount: '1' }] });
  await add({ lines: TWO_MUGS });
  await add({ lines: [{ lineId: 1, quantity: 1 }, { lineId: 2, quantity: 1 }] }); // prettier-ignore
  const { refunds, freeUnits } = await gateway.services.refundReader.ledger(caller, ORDER);
  expect(refunds.map(({ isLastOfGoods }) => isLastOfGoods)).toEqual([false, false, true]);
  expect([...freeUnits.values()]).toEqual([[], []]);
});

test('goods that were released since, or came back later, do not make an earlier refund the last', async () => {
  const { refunds, returns } = gateway.services;
  const wish = manualWish({ lines: [{ lineId: 2, quantity: 1 }] });
  const { id: refundId } = await refunds.addManual(caller, wish);
  const mugs = await add({ lines: [{ lineId: 1, quantity: 3 }] });
  const isLast = async (): Promise<boolean | undefined> => {
    const ledger = await gateway.services.refundReader.ledger(caller, ORDER);
    return ledger.refunds.find(({ refund }) => refund.id === mugs.id)?.isLastOfGoods;
  };
  expect(await isLast()).toBe(true);
  await refunds.cancel(caller, { refundId });
  expect(await isLast()).toBe(false);
  gateway.clock.pass(1000);
  await returns.open(caller, { orderId: ORDER, lines: [{ lineId: 2, quantity: 1 }] });
  expect(await isLast()).toBe(false);
});
