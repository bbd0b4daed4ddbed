import type { PutOrder } from '../../src/services/wishes';
import {
  acceptedReturn,
  auditOf,
  automaticWish,
  caller,
  callerOf,
  callerWithout,
  confirmedRefund,
  money,
  openShop,
  ORDER,
  orderWish,
  refusalOf,
  type Gateway,
} from './gateway';

let gateway: Gateway;
beforeEach(async () => {
  gateway = await openShop();
});
afterEach(() => gateway.close());

const put = (more: Partial<PutOrder> = {}): ReturnType<Gateway['services']['orders']['put']> =>
  gateway.services.orders.put(caller, orderWish(more));
const [card, blik, cash] = orderWish().payments as [
  PutOrder['payments'][0],
  PutOrder['payments'][0],
  PutOrder['payments'][0],
];
const [mug, pot] = orderWish().lines as [PutOrder['lines'][0], PutOrder['lines'][0]];

describe('an order', () => {
  test('is kept with its totals, and read as it was answered', async () => {
    const answer = await put({
      ...{ orderId: 8, orderNumber: 'A/8', channel: 'web', placedAt: 1, deliveredAt: 2, taxIncluded: false },
      lines: [{ ...mug, discount: '1.50', tax: '5.70' }, pot],
    });
    expect(answer).toMatchObject({
      ...{ id: 8, number: 'A/8', channel: 'web', placedAt: 1, deliveredAt: 2, taxIncluded: false, shipping: 500 },
      ...{ total: 6420, captured: 6000, committed: 0, refunded: 0, fulfilment: 'fulfilled' },
      lines: [
        { id: 1, price: 1000, discount: 150, tax: 570, total: 3420 },
        { id: 2, total: 2500 },
      ],
    });
    expect(await gateway.services.orders.get(caller, 8)).toStrictEqual(answer);
  });

  test('put the same twice changes nothing', async () => {
    const before = await gateway.services.orders.get(caller, 7);
    gateway.clock.pass(5000);
    expect(await put()).toStrictEqual(before);
    expect(await put({ payments: [cash, card, blik], shipping: '5' })).toStrictEqual(before);
    expect(await gateway.services.orders.get(caller, 7)).toStrictEqual(before);
    expect(await auditOf(gateway, 'order', 7)).toHaveLength(1);
  });

  test('put the same twice changes nothing, with refunds on it', async () => {
    await confirmedRefund(gateway);
    const [task] = await gateway.services.dispatch.claim('worker', 1);
    await gateway.services.dispatch.record(task!, { kind: 'settled', reference: 'r' });
    const before = await gateway.services.orders.get(caller, 7);
    gateway.clock.pass(5000);
    expect(await put()).toStrictEqual(before);
    expect(await money(gateway)).toMatchObject({ order: '1000/1000/6000', 'payment 1': '1000/1000/3000' });
  });

  test('replaced keeps what refunds hold', async () => {
    await confirmedRefund(gateway);
    await put({ payments: [{ ...card, amount: '10.00' }, blik], lines: [mug] });
    expect(await money(gateway)).toEqual({ order: '0/1000/3000', 'payment 1': '0/1000/1000', 'payment 2': '0/0/2000' });
    expect(
      (await refusalOf(gateway.services.refunds.addAutomaticForOrder(caller, automaticWish({ amount: '0.01' })))).code,
    ).toBe('amount_exceeds_refundable');
  });

  test.each<[string, Partial<PutOrder>]>([
    ['currency', { currency: 'EUR' }],
    ['payments', { payments: [{ ...card, amount: '9.99' }] }],
    ['payments', { payments: [blik, cash] }],
    ['payments[0]', { payments: [{ ...card, reference: 'pay_9' }, blik] }],
    ['payments[0].amount', { payments: [{ ...card, amount: '9.99' }, blik] }],
    ['lines', { lines: [mug] }],
    ['lines[1]', { lines: [mug, { ...pot, price: '24.00' }] }],
  ])('with refunds and returns is not replaced by one that differs in %s', async (field, more) => {
    await confirmedRefund(gateway);
    await gateway.services.returns.open(caller, { orderId: 7, lines: [{ lineId: 2, quantity: 1 }] });
    const before = await gateway.services.orders.get(caller, 7);
    expect(await refusalOf(put(more))).toMatchObject({ code: 'order_has_refunds', field });
    expect(await gateway.services.orders.get(caller, 7)).toStrictEqual(before);
  });

  test('whose refund was cancelled may be replaced by anything in its currency', async () => {
    const { id: refundId } = await confirmedRefund(gateway);
    await gateway.services.refunds.cancel(caller, { refundId });
    expect(await refusalOf(put({ currency: 'EUR', payments: [] }))).toMatchObject({ field: 'currency' });
    await put({ payments: [] });
    expect(await money(gateway)).toEqual({ order: '0/0/0' });
  });

  test.each<[string, string, Partial<PutOrder>]>([
    ['currency_unknown', 'currency', { currency: 'ZLOTY' }],
    ['amount_invalid', 'shipping', { shipping: '-1' }],
    ['amount_invalid', 'lines[1].price', { lines: [mug, { ...pot, price: '1.001' }] }],
    ['amount_invalid', 'lines[0].discount', { lines: [{ ...mug, discount: '30.01' }] }],
    ['amount_invalid', 'lines[0].tax', { lines: [{ ...mug, tax: 'x' }] }],
    ['amount_invalid', 'payments[2].amount', { payments: [card, blik, { ...cash, amount: '0' }] }],
    ['request_invalid', 'lines[1].lineId', { lines: [mug, { ...pot, lineId: 1 }] }],
    ['request_invalid', 'payments[1].paymentId', { payments: [card, { ...blik, paymentId: 1 }] }],
  ])('is refused with %s for %s', async (code, field, more) => {
    const before = await gateway.services.orders.get(caller, 7);
    expect(await refusalOf(put(more))).toMatchObject({ code, field });
    expect(await gateway.services.orders.get(caller, 7)).toStrictEqual(before);
  });

  test('shows as refundable only what a provider can be asked for', async () => {
    const { payments } = await put({ payments: [card, { ...blik, refundable: false }, cash] });
    expect(payments.map(({ refundable }) => refundable)).toEqual([true, false, false]);
  });

  test('not refunded anywhere keeps a return whose kind was decided', async () => {
    await acceptedReturn(gateway, 1);
    await put({ deliveredAt: 1 });
    expect((await gateway.services.returns.list(caller, {})).items[0]?.kind).toBe('return');
  });
});

test('orders are listed by fulfilment and change', async () => {
  gateway.clock.pass(1000);
  await put({ orderId: 8, fulfilment: 'open' });
  const listed = async (wish: object): Promise<number[]> =>
    (await gateway.services.orders.list(caller, wish)).items.map(({ id }) => id);
  expect(await listed({})).toEqual([7, 8]);
  expect(await listed({ fulfilment: 'open' })).toEqual([8]);
  expect(await listed({ since: gateway.clock.now() })).toEqual([8]);
  expect(await listed({ cursor: 8 })).toEqual([]);
});

describe('an order goes on with its merchant', () => {
  const change = { orderId: ORDER };
  const stages = async () => (await auditOf(gateway, 'order', ORDER)).map(({ action, before, after }) => [action, before, after]); // prettier-ignore

  test('confirmed, then sent, each told in the audit', async () => {
    await put({ fulfilment: 'open' });
    gateway.clock.pass(1000);
    const at = gateway.clock.now();
    const { orders } = gateway.services;
    expect(await orders.confirm(caller, change)).toMatchObject({ fulfilment: 'open', confirmedAt: at, updatedAt: at });
    gateway.clock.pass(1000);
    const sent = await orders.send(caller, change);
    expect(sent).toMatchObject({ fulfilment: 'fulfilled', confirmedAt: at });
    expect(await orders.get(caller, ORDER)).toStrictEqual(sent);
    expect((await stages()).slice(-2)).toEqual([
      ['order.confirm', '{"stage":"paid"}', '{"stage":"confirmed"}'],
      ['order.send', '{"stage":"confirmed"}', '{"stage":"sent"}'],
    ]);
    expect((await refusalOf(orders.send(caller, change))).code).toBe('transition_not_allowed');
  });

  test('given up, and its money stays where it is', async () => {
    await put({ fulfilment: 'open' });
    const before = await money(gateway);
    expect((await gateway.services.orders.cancel(caller, change)).fulfilment).toBe('cancelled');
    expect(await money(gateway)).toEqual(before);
    expect((await refusalOf(gateway.services.orders.cancel(caller, change))).code).toBe('transition_not_allowed');
  });

  test('and the shop’s next version of it does not undo that it was confirmed, nor is it another version for that', async () => {
    await put({ fulfilment: 'open' });
    const { confirmedAt } = await gateway.services.orders.confirm(caller, change);
    const count = (await stages()).length;
    expect((await put({ fulfilment: 'open' })).confirmedAt).toBe(confirmedAt);
    expect(await stages()).toHaveLength(count);
    expect((await put({ fulfilment: 'open', channel: 'web' })).confirmedAt).toBe(confirmedAt);
  });

  test.each(['confirm', 'send', 'cancel'] as const)('%s needs the scope, and an order of the shop', async (step) => {
    const { orders } = gateway.services;
    expect((await refusalOf(orders[step](callerWithout('orders:write'), change))).code).toBe('scope_missing');
    expect((await refusalOf(orders[step](callerOf('coffee'), change))).code).toBe('order_not_found');
  });
});
