/** One refund for several returns of an order at once, for its shipping, and with an adjustment. */
import { refundState } from '../../src/domain/refund';
import { step } from '../../src/services/refund-steps';
import type { AddJointRefund } from '../../src/services/wishes';
import {
  acceptedReturn,
  auditOf,
  caller,
  callerOf,
  callerWithout,
  manualWish,
  money,
  openShop,
  ORDER,
  refusalOf,
  TEA_SHOP,
  type Gateway,
} from './gateway';

let gateway: Gateway;
beforeEach(async () => void (gateway = await openShop()));
afterEach(() => gateway.close());

type Wish = Omit<AddJointRefund, 'orderId'>;
const add = (wish: Wish = {}) => gateway.services.refunds.addJoint(caller, { orderId: ORDER, ...wish });
const refusal = async (wish: Wish) => {
  const { code, field } = await refusalOf(add(wish));
  return [code, field];
};
/** Refunded, committed and captured of a return. */
async function pot(returnId: number): Promise<string> {
  const { refunded, committed, captured } = await gateway.services.returns.get(caller, returnId);
  return `${refunded}/${committed}/${captured}`;
}
/** An accepted return of the tea pot, 25.00. */
async function potReturn(): Promise<number> {
  const lines = [{ lineId: 2, quantity: 1 }];
  const { id: returnId } = await gateway.services.returns.open(caller, { orderId: ORDER, lines });
  return (await gateway.services.returns.accept(caller, { returnId })).id;
}
const WAY = { settled: ['send', 'settle'], declined: ['send', 'decline'], reversed: ['reverse'] } as const;
/** Brings each transaction of the refund, one after the other, to what its provider says. */
async function tell(refundId: number, ...words: (keyof typeof WAY)[]): Promise<void> {
  await gateway.database.unitOfWork.run(async (stores) => {
    const transactions = await stores.refunds.transactionsOf('tea', refundId);
    for (const [index, word] of words.entries()) {
      let transaction = transactions[index];
      for (const event of WAY[word]) {
        if (transaction) transaction = { ...transaction, state: await step(stores, transaction, event, 5) };
      }
    }
  });
}

test('two returns and the shipping are one refund, one transaction a payment, and each return has its part', async () => {
  const mugs = (await acceptedReturn(gateway, 3)).id;
  const teaPot = await potReturn();
  const refund = await add({ returnIds: [mugs, teaPot], shipping: '5.00', note: 'sorry', said: '{"a":1}' });
  expect(refund).toMatchObject({
    ...{ sourceType: 'order', sourceId: ORDER, method: 'automatic', amount: 6000, shipping: 500, adjustment: 0 },
    ...{ note: 'sorry', said: '{"a":1}', confirmedAt: gateway.clock.now() },
  });
  expect(refund.transactions).toMatchObject([
    { state: 'approved', paymentId: 1, amount: 3000, shares: [{ returnId: mugs, amount: 3000 }] },
    { state: 'approved', paymentId: 2, amount: 2000, shares: [{ returnId: teaPot, amount: 2000 }] },
    { state: 'settled', paymentId: 3, amount: 1000, shares: [{ returnId: teaPot, amount: 500 }] },
  ]);
  expect([await pot(mugs), await pot(teaPot)]).toEqual(['0/3000/3000', '500/2500/2500']);
  expect((await money(gateway))['order']).toBe('1000/6000/6000');
  expect((await gateway.services.refundReader.get(caller, refund.id)).lines).toMatchObject([
    { lineId: 1, quantity: 3, amount: 3000, returnId: mugs },
    { lineId: 2, quantity: 1, amount: 2500, returnId: teaPot },
  ]);
  expect(await gateway.services.refundReader.ledger(caller, ORDER)).toMatchObject({
    shippingTaken: 500,
    refunds: [{ isLastOfGoods: true, adjustments: [] }],
  });
  expect((await auditOf(gateway, 'refund', refund.id)).map(({ action }) => action)).toEqual([
    'refund.add',
    'refund.confirm',
  ]);
  await tell(refund.id, 'settled', 'settled');
  expect([await pot(mugs), await pot(teaPot)]).toEqual(['3000/3000/3000', '2500/2500/2500']);
  expect((await money(gateway))['order']).toBe('6000/6000/6000');
});

test('a part that fails gives back the room of its returns alone', async () => {
  const mugs = (await acceptedReturn(gateway, 3)).id;
  const teaPot = await potReturn();
  const { id } = await add({ returnIds: [mugs, teaPot] });
  await tell(id, 'settled', 'declined');
  expect([await pot(mugs), await pot(teaPot)]).toEqual(['3000/3000/3000', '500/500/2500']);
  await tell(id, 'reversed');
  expect([await pot(mugs), await pot(teaPot)]).toEqual(['0/0/3000', '500/500/2500']);
  expect((await money(gateway))['order']).toBe('500/500/6000');
});

test('cancelled as long as nothing was sent, and the returns can be paid back again', async () => {
  const mugs = (await acceptedReturn(gateway, 1)).id;
  const teaPot = await potReturn();
  const refund = await add({ returnIds: [mugs, teaPot] });
  expect(refund.transactions.map(({ state }) => state)).toEqual(['approved', 'approved']);
  const withdrawn = gateway.services.returns.withdraw(caller, { returnId: mugs });
  expect((await refusalOf(withdrawn)).code).toBe('return_has_refunds');
  await gateway.services.refunds.cancel(caller, { refundId: refund.id });
  expect([await pot(mugs), await pot(teaPot), (await money(gateway))['order']]).toEqual([
    ...['0/0/1000', '0/0/2500', '0/0/6000'],
  ]);
  await gateway.services.returns.withdraw(caller, { returnId: mugs });
  const again = await add({ returnIds: [teaPot] });
  await tell(again.id, 'settled');
  const cancelled = gateway.services.refunds.cancel(caller, { refundId: again.id });
  expect((await refusalOf(cancelled)).code).toBe('transition_not_allowed');
});

test('a refund of one return and nothing else is a refund of that return', async () => {
  const mugs = (await acceptedReturn(gateway, 2)).id;
  const refund = await add({ returnIds: [mugs], adjustment: '-3.00' });
  expect(refund).toMatchObject({ sourceType: 'return', sourceId: mugs, ordinal: 1, amount: 1700, adjustment: -300 });
  expect(refund.transactions[0]).not.toHaveProperty('shares');
  const { lines } = await gateway.services.refundReader.get(caller, refund.id);
  expect(lines).toMatchObject([{ lineId: 1, quantity: 2, amount: 2000 }]);
  expect(lines[0]).not.toHaveProperty('returnId');
  expect(await pot(mugs)).toBe('0/1700/2000');
});

test('an adjustment below zero lowers what every return gives, one above it rests on the order alone', async () => {
  const mugs = (await acceptedReturn(gateway, 1)).id;
  const teaPot = await potReturn();
  const { id, amount } = await add({ returnIds: [mugs, teaPot], shipping: '1.00', adjustment: '-0.07' });
  expect([amount, await pot(mugs), await pot(teaPot)]).toEqual([3593, '0/998/1000', '0/2495/2500']);
  await gateway.services.refunds.cancel(caller, { refundId: id });
  const more = await add({ returnIds: [mugs], adjustment: '2.00' });
  expect(more).toMatchObject({ sourceType: 'order', amount: 1200, adjustment: 200 });
  expect(await pot(mugs)).toBe('0/1000/1000');
  const least = await add({ returnIds: [teaPot], shipping: '5.00', adjustment: '-29.99' });
  expect([least.amount, least.shipping, await pot(teaPot)]).toEqual([1, 500, '0/1/2500']);
});

test('goods that an adjustment eats up are given back once all the same', async () => {
  const mugs = (await acceptedReturn(gateway, 1)).id;
  const teaPot = await potReturn();
  const wish = { returnIds: [mugs, teaPot], shipping: '2.00', adjustment: '-36.99' };
  expect(await refusal(wish)).toEqual(['amount_not_positive', 'adjustment']);
  const { id } = await add({ ...wish, adjustment: '-36.00' });
  expect([await pot(mugs), await pot(teaPot)]).toEqual(['0/1/1000', '0/1/2500']);
  expect(await refusal(wish)).toEqual(['amount_exceeds_refundable', 'amount']);
  expect(await refusal({ returnIds: [mugs] })).toEqual(['amount_exceeds_refundable', 'amount']);
  const cancelled = gateway.services.returns.cancel(caller, { returnId: mugs });
  await expect(cancelled).rejects.toMatchObject({ code: 'return_has_refunds' });
  await gateway.services.refunds.cancel(caller, { refundId: id });
  expect(await pot(mugs)).toBe('0/0/1000');
});

test('the rounding of an adjustment leaves no return out', async () => {
  const mugs = (await acceptedReturn(gateway, 1)).id;
  const teaPot = await potReturn();
  expect(await refusal({ returnIds: [mugs, teaPot], adjustment: '-34.99' })).toEqual([
    'amount_not_positive',
    'adjustment',
  ]);
  await add({ returnIds: [mugs, teaPot], adjustment: '-34.98' });
  expect([await pot(mugs), await pot(teaPot)]).toEqual(['0/1/1000', '0/1/2500']);
});

test('who names a part of what came back means less money than there would be', async () => {
  const lines = [
    { lineId: 1, quantity: 1 },
    { lineId: 2, quantity: 1 },
  ];
  const { id } = await gateway.services.returns.open(caller, { orderId: ORDER, lines });
  await gateway.services.returns.accept(caller, { returnId: id });
  for (const lineIds of [[1], [2], []]) {
    expect(await refusal({ returnIds: [id], lineIds })).toEqual(['request_invalid', 'lineIds']);
  }
  const part = await add({ returnIds: [id], lineIds: [2], partial: true, amount: '1.00' });
  expect(part.amount).toBe(100);
  await gateway.services.refunds.cancel(caller, { refundId: part.id });
  expect(await add({ returnIds: [id], lineIds: [2, 1] })).toMatchObject({ amount: 3500 });
});

test.each(['amount', 'adjustment'])('%s beyond what is exact is refused', async (field) => {
  const [most, more] = ['999999999999.99', '1000000000000.00'];
  const huge = { amount: field === 'amount' ? more : most, adjustment: `-${field === 'adjustment' ? more : most}` };
  expect(await refusal({ partial: true, shipping: '1.00', ...huge })).toEqual(['amount_invalid', field]);
  const exact = await add({ partial: true, shipping: '1.00', amount: most, adjustment: `-${most}` });
  expect(exact.amount).toBe(100);
});

test('a partial refund gives what it says, in the ratio of what is left of the returns', async () => {
  const mugs = (await acceptedReturn(gateway, 3)).id;
  const teaPot = await potReturn();
  await add({ returnIds: [mugs], partial: true, amount: '5.00' });
  const part = await add({ returnIds: [mugs, teaPot], partial: true, amount: '10.01' });
  expect(part).toMatchObject({ amount: 1001, adjustment: 1001 });
  expect([await pot(mugs), await pot(teaPot)]).toEqual(['0/1000/3000', '0/501/2500']);
  expect(await refusal({ returnIds: [mugs, teaPot], partial: true, amount: '40.00' })).toEqual([
    ...['amount_exceeds_refundable', 'amount'],
  ]);
  const rest = await add({ returnIds: [mugs, teaPot], partial: true, amount: '39.99' });
  // What the till gave is recorded as given.
  expect([rest.amount, await pot(mugs), await pot(teaPot)]).toEqual([3999, '0/3000/3000', '500/2500/2500']);
});

test('without returns whole lines of the order are paid back, all of them where none is named', async () => {
  const some = await add({ lineIds: [2], shipping: '5.00' });
  expect(some).toMatchObject({ sourceType: 'order', amount: 3000, shipping: 500, adjustment: 0 });
  expect(await refusal({})).toEqual(['amount_exceeds_refundable', 'amount']);
  expect(await refusal({ lineIds: [2] })).toEqual(['quantity_exceeds_refundable', 'lineIds']);
  await gateway.services.refunds.cancel(caller, { refundId: some.id });
  const all = await add({ shipping: '5.00' });
  expect(all).toMatchObject({ amount: 6000, shipping: 500, adjustment: 0 });
  expect(await refusal({ partial: true, amount: '0.01' })).toEqual(['amount_exceeds_refundable', 'amount']);
});

test('goods that are coming back are not paid back without their return', async () => {
  await acceptedReturn(gateway, 1);
  expect(await refusal({ lineIds: [1] })).toEqual(['quantity_exceeds_refundable', 'lineIds']);
});

test('the units of a return stay its own: it can be closed, and taken up again', async () => {
  const mugs = (await acceptedReturn(gateway, 2)).id;
  await add({ returnIds: [mugs], shipping: '1.00' });
  await gateway.services.returns.receive(caller, { returnId: mugs });
  await gateway.services.returns.close(caller, { returnId: mugs });
  const reopened = await gateway.services.returns.reopen(caller, { returnId: mugs });
  expect(reopened).toMatchObject({ state: 'accepted', lines: [{ accepted: 2, units: [[1, 2]] }] });
});

test.each<[string, Wish, [string, string | undefined]]>([
  ['a currency that is not the order’s', { currency: 'EUR' }, ['currency_mismatch', 'currency']],
  ['a return twice', { returnIds: [1, 1] }, ['request_invalid', 'returnIds[1]']],
  ['a return that is not there', { returnIds: [1, 9] }, ['return_not_found', 'returnIds[1]']],
  ['a return that is exchanged', { returnIds: [2] }, ['return_is_exchange', 'returnIds[0]']],
  ['a return that nobody accepted', { returnIds: [3] }, ['return_not_accepted', 'returnIds[0]']],
  ['a line of no named return', { returnIds: [1], lineIds: [2] }, ['line_not_found', 'lineIds']],
  ['a line twice', { returnIds: [1], lineIds: [1, 1] }, ['request_invalid', 'lineIds']],
  ['a line that is not there', { lineIds: [9] }, ['line_not_found', 'lineIds']],
  ['an amount that the goods are not worth', { returnIds: [1], amount: '10.02' }, ['request_invalid', 'amount']],
  ['a partial refund without an amount', { returnIds: [1], partial: true }, ['request_invalid', 'amount']],
  ['an amount below zero', { partial: true, amount: '-1' }, ['amount_invalid', 'amount']],
  ['more digits than the currency has', { returnIds: [1], adjustment: '0.001' }, ['amount_invalid', 'adjustment']],
  ['too much shipping', { returnIds: [1], shipping: '5.01' }, ['shipping_exceeds_refundable', 'shipping']],
  ['shipping below zero', { returnIds: [1], shipping: '-1' }, ['amount_invalid', 'shipping']],
  ['nothing in the end', { returnIds: [1], adjustment: '-10' }, ['amount_not_positive', undefined]],
  [
    'more than the return is worth',
    { returnIds: [1], partial: true, amount: '10.01' },
    ['amount_exceeds_refundable', 'amount'],
  ],
  [
    'more than the order has left',
    { partial: true, amount: '55.01', shipping: '5' },
    ['amount_exceeds_refundable', 'amount'],
  ],
])('%s is refused, and nothing is done', async (_what, wish, expected) => {
  await acceptedReturn(gateway, 1);
  const lines = [{ lineId: 1, quantity: 1 }];
  const { returns } = gateway.services;
  const exchange = await returns.open(caller, { orderId: ORDER, compensation: 'exchange', lines });
  await returns.accept(caller, { returnId: exchange.id });
  await returns.open(caller, { orderId: ORDER, lines });
  const before = await money(gateway);
  expect(await refusal(wish)).toEqual(expected);
  expect(await money(gateway)).toEqual(before);
});

test('a repeated amount may be a cent off, and what the goods are worth is given', async () => {
  const mugs = (await acceptedReturn(gateway, 1)).id;
  expect((await add({ returnIds: [mugs], amount: '9.99' })).amount).toBe(1000);
});

test.each([
  ['VND', '1000', '999', '1000'],
  ['KWD', '1.000', '1.010', '1.011'],
])('so far may it be off in %s', async (currency, price, near, far) => {
  const lines = [{ lineId: 1, sku: 'MUG', name: 'Mug', quantity: 1, price }];
  const payments = [{ paymentId: 1, provider: 'simulated', method: 'card', amount: price, reference: 'p' }];
  await gateway.services.orders.put(caller, { orderId: 8, currency, fulfilment: 'fulfilled', lines, payments });
  const { id } = await acceptedReturn(gateway, 1, 8);
  const ask = (amount: string) =>
    gateway.services.refunds.addJoint(caller, { orderId: 8, returnIds: [id], amount, partial: false });
  if (currency === 'VND') expect((await refusalOf(ask(near))).field).toBe('amount');
  else expect((await refusalOf(ask(far))).field).toBe('amount');
  expect((await ask(currency === 'VND' ? far : near)).amount).toBe(1000);
});

test('orders that no merchant took on can be kept from being refunded', async () => {
  gateway.clock.pass(1);
  await gateway.services.orders.put(caller, {
    ...{ orderId: 8, currency: 'PLN', lines: [] },
    payments: [{ paymentId: 1, provider: 'simulated', method: 'card', amount: '9.00', reference: 'pay_8' }],
  });
  const wish: AddJointRefund = { orderId: 8, confirmedOnly: true, partial: true, amount: '1.00' };
  const ask = () => gateway.services.refunds.addJoint(caller, wish);
  expect((await refusalOf(ask())).code).toBe('order_not_confirmed');
  await gateway.services.orders.confirm(caller, { orderId: 8 });
  expect((await ask()).amount).toBe(100);
  await gateway.services.orders.send(caller, { orderId: 8 });
  expect((await ask()).amount).toBe(100);
});

test('both scopes are needed, and another shop’s order and returns are not there', async () => {
  const { id } = await acceptedReturn(gateway, 1);
  const { refunds, shops, orders } = gateway.services;
  for (const scope of ['refunds:create', 'refunds:confirm'] as const) {
    expect((await refusalOf(refunds.addJoint(callerWithout(scope), { orderId: ORDER }))).code).toBe('scope_missing');
  }
  await shops.add({ ...TEA_SHOP, code: 'coffee' });
  const stranger = callerOf('coffee');
  expect((await refusalOf(refunds.addJoint(stranger, { orderId: ORDER }))).code).toBe('order_not_found');
  await orders.put(stranger, { orderId: 1, currency: 'PLN', lines: [], payments: [] });
  const foreign = refunds.addJoint(stranger, { orderId: 1, returnIds: [id] });
  expect((await refusalOf(foreign)).code).toBe('return_not_found');
});

test('a repeat under one key is one refund', async () => {
  const { id } = await acceptedReturn(gateway, 1);
  const ask = () =>
    gateway.services.refunds.addJoint({ ...caller, idempotencyKey: 'k' }, { orderId: ORDER, returnIds: [id] });
  expect(await ask()).toEqual(await ask());
  expect(await pot(id)).toBe('0/1000/1000');
});

test('many at once never give more than the goods are worth', async () => {
  const mugs = (await acceptedReturn(gateway, 3)).id;
  const teaPot = await potReturn();
  const wishes = Array.from({ length: 12 }, (_, index): Wish => {
    const returnIds = index % 3 === 0 ? [mugs, teaPot] : index % 3 === 1 ? [mugs] : [teaPot];
    return { returnIds, partial: true, amount: `${7 + index}.03`, ...(index % 2 ? { shipping: '0.50' } : {}) };
  });
  const done = await Promise.allSettled(wishes.map(add));
  expect(done.some(({ status }) => status === 'rejected')).toBe(true);
  const shares = done
    .flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
    .flatMap(({ sourceType, sourceId, amount, transactions }) =>
      sourceType === 'order' ? transactions.flatMap(({ shares = [] }) => shares) : [{ returnId: sourceId, amount }],
    );
  for (const returnId of [mugs, teaPot]) {
    const { committed, captured } = await gateway.services.returns.get(caller, returnId);
    const given = shares.filter((share) => share.returnId === returnId).reduce((sum, { amount }) => sum + amount, 0);
    expect(committed).toBe(given);
    expect(committed).toBeLessThanOrEqual(captured);
  }
});

test('where no provider can give anything back it is recorded as given', async () => {
  gateway.clock.pass(1);
  await gateway.services.orders.put(caller, {
    ...{ orderId: 8, currency: 'PLN', fulfilment: 'fulfilled', lines: [] },
    payments: [{ paymentId: 1, provider: 'till', method: 'cash', amount: '9.00' }],
  });
  const refund = await gateway.services.refunds.addJoint(caller, { orderId: 8, partial: true, amount: '9' });
  expect([refund.method, refundState(refund.transactions)]).toEqual(['manual', 'settled']);
});

describe('the refunds of a return', () => {
  test('are those of the return itself and the parts of joint ones that are for it, for every platform', async () => {
    const mugs = (await acceptedReturn(gateway, 3)).id;
    const teaPot = await potReturn();
    await gateway.services.refunds.addManual(caller, manualWish({ sourceType: 'return', sourceId: mugs, amount: '4' }));
    const { id } = await add({ returnIds: [mugs, teaPot], partial: true, amount: '25.50', shipping: '2.00' });
    const gist = (refunds: readonly { id: number; amount: number; transactions: readonly { amount: number }[] }[]) =>
      refunds.map((refund) => [refund.id, refund.amount, refund.transactions.map(({ amount }) => amount)]);
    const expected = [
      [[1, 400, [400]], [id, 1300, [1300]]], // prettier-ignore
      [[id, 1250, [1250]]],
    ];
    const stories = await gateway.services.refundReader.ofReturns(caller, ORDER);
    expect(stories.map(({ refunds }) => gist(refunds))).toEqual(expected);
    const found = await gateway.services.sources.returns(caller, { sourceType: 'return', page: 1, limit: 9 });
    expect(found.items.map(({ refunds }) => gist(refunds))).toEqual(expected);
    const possible = { sourceType: 'return', sourceId: mugs } as const;
    expect((await gateway.services.refundReader.possible(caller, possible)).refundable).toBe(1300);
  });
});
