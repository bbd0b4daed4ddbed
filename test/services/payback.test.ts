/** Customers who say how they want their money: a promise while the return is open, refunds once it is accepted. */
import type { RefundForm } from '../../src/domain/refund-form';
import type { Return } from '../../src/domain/return';
import type { OpenReturn } from '../../src/services/wishes';
import { auditOf, caller, callerWithout, manualWish, money, openShop, ORDER, refusalOf, type Gateway } from './gateway';

let gateway: Gateway;
beforeEach(async () => void (gateway = await openShop()));
afterEach(() => gateway.close());

const CARD: RefundForm = { kind: 'original', method: 'card' };
const BLIK: RefundForm = { kind: 'original', method: 'blik' };
const CASH: RefundForm = { kind: 'original', method: 'cash' };
const VOUCHER: RefundForm = { kind: 'voucher', method: 'voucher' };

const wish = (more: Partial<OpenReturn> = {}): OpenReturn => ({
  orderId: ORDER,
  lines: [{ lineId: 1, quantity: 3 }],
  payback: [CARD],
  ...more,
});
const open = (more?: Partial<OpenReturn>): Promise<Return> => gateway.services.returns.open(caller, wish(more));

const ofCard = { orderId: ORDER, paymentId: 1, currency: 'PLN' };

async function refundsOf(returnId: number): Promise<string[]> {
  const stories = await gateway.services.refundReader.ofReturns(caller, ORDER);
  const { refunds = [] } = stories.find(({ returned }) => returned.id === returnId) ?? {};
  return refunds.map(({ ordinal, method, amount }) => `${ordinal} ${method} ${amount}`);
}

test('a promise reserves nothing, and the acceptance writes one refund a form, each with a number of its own', async () => {
  const whole = {
    lines: [
      { lineId: 1, quantity: 3 },
      { lineId: 2, quantity: 1 },
    ],
    payback: [CASH, BLIK, CARD],
  };
  const { id: returnId, payback } = await open(whole);
  expect(payback?.map(({ method, amount }) => `${method} ${amount}`)).toEqual(['card 3000', 'blik 2000', 'cash 500']);
  expect((await money(gateway))['order']).toBe('0/0/6000');

  const accepted = await gateway.services.returns.accept(caller, { returnId });
  expect(await refundsOf(returnId)).toEqual(['1 automatic 3000', '2 automatic 2000', '3 manual 500']);
  expect(await money(gateway)).toEqual({
    order: '0/5500/6000',
    'payment 1': '0/3000/3000',
    'payment 2': '0/2000/2000',
    'payment 3': '0/0/1000',
  });
  expect(await gateway.services.returns.get(caller, returnId)).toEqual(accepted);
  for (const id of [1, 2, 3])
    expect((await auditOf(gateway, 'refund', id)).map(({ action }) => action)).toEqual(['refund.add']);
});

test('a refund of goods that were not accepted is never written, whatever was promised', async () => {
  for (const quantity of [0, 1, 2, 3]) {
    const { id: returnId } = await open();
    const lines = quantity === 0 ? [] : [{ lineId: 1, quantity }];
    const { captured, committed } = await gateway.services.returns.accept(caller, { returnId, lines });
    expect([captured, committed]).toEqual([quantity * 1000, quantity * 1000]);
    await gateway.services.returns.withdraw(caller, { returnId });
    expect((await money(gateway))['order']).toBe('0/0/6000');
  }
});

test('who chooses the forms asks for money, and who withdraws takes refunds back', async () => {
  const { returns } = gateway.services;
  const withoutCreate = callerWithout('refunds:create');
  expect((await refusalOf(returns.open(withoutCreate, wish()))).code).toBe('scope_missing');
  const { payback: _, ...plain } = wish();
  await returns.open(withoutCreate, { ...plain, lines: [{ lineId: 2, quantity: 1 }] });
  const { id: returnId } = await open();
  const choice = { returnId, payback: [VOUCHER] };
  expect((await refusalOf(returns.choosePayback(withoutCreate, choice))).code).toBe('scope_missing');
  expect((await refusalOf(returns.choosePayback(callerWithout('returns:write'), choice))).code).toBe('scope_missing');
  expect((await refusalOf(returns.withdraw(callerWithout('refunds:cancel'), { returnId }))).code).toBe('scope_missing');
  expect((await refusalOf(returns.withdraw(callerWithout('returns:write'), { returnId }))).code).toBe('scope_missing');
  // The acceptance grants what was asked for.
  expect((await returns.accept(withoutCreate, { returnId })).committed).toBe(3000);
});

test('a withdrawal leaves the refunds of other returns alone', async () => {
  const { returns } = gateway.services;
  const first = await open({ lines: [{ lineId: 1, quantity: 1 }] });
  const second = await open({ lines: [{ lineId: 1, quantity: 1 }] });
  for (const { id: returnId } of [first, second]) await returns.accept(caller, { returnId });
  expect([await refundsOf(first.id), await refundsOf(second.id)]).toEqual([['1 automatic 1000'], ['1 automatic 1000']]);
  await returns.withdraw(caller, { returnId: first.id });
  expect((await money(gateway))['order']).toBe('0/1000/6000');
  expect(await returns.get(caller, second.id)).toMatchObject({ state: 'accepted', committed: 1000 });
});

test('an acceptance that cannot pay back as chosen changes nothing', async () => {
  const { id: returnId } = await open({ payback: [VOUCHER] });
  await gateway.services.refunds.addManual(caller, manualWish({ amount: '40.00' }));
  const before = await money(gateway);
  expect(await refusalOf(gateway.services.returns.accept(caller, { returnId }))).toMatchObject({
    code: 'amount_exceeds_refundable',
    field: 'payback',
  });
  expect(await money(gateway)).toEqual(before);
  expect(await gateway.services.returns.get(caller, returnId)).toMatchObject({ state: 'open', captured: 0 });
});

test('a promise of the same return does not stand in the way of choosing anew', async () => {
  const { id: returnId } = await open();
  const { payback } = await gateway.services.returns.choosePayback(caller, { returnId, payback: [CARD] });
  expect(payback).toEqual([{ ...CARD, amount: 3000 }]);
});

test('nothing is chosen any more once somebody has decided', async () => {
  const { returns } = gateway.services;
  const { id: accepted } = await open({ lines: [{ lineId: 1, quantity: 1 }] });
  await returns.accept(caller, { returnId: accepted });
  const { id: rejected } = await open({ lines: [{ lineId: 1, quantity: 1 }] });
  await returns.reject(caller, { returnId: rejected, reason: 'worn' });
  for (const returnId of [accepted, rejected]) {
    const { code } = await refusalOf(returns.choosePayback(caller, { returnId, payback: [VOUCHER] }));
    expect(code).toBe('transition_not_allowed');
  }
});

test('an exchange cannot be paid back', async () => {
  expect((await refusalOf(open({ compensation: 'exchange' }))).code).toBe('return_is_exchange');
  const { payback: _, ...plain } = wish({ compensation: 'exchange' });
  const { id: returnId } = await gateway.services.returns.open(caller, plain);
  const choice = gateway.services.returns.choosePayback(caller, { returnId, payback: [CARD] });
  expect((await refusalOf(choice)).code).toBe('return_is_exchange');
});

test('a shop that offers no vouchers any more lets nobody choose one, and keeps what it promised', async () => {
  const { returns, shops, refundReader } = gateway.services;
  const { id: promised } = await open({ lines: [{ lineId: 1, quantity: 1 }], payback: [VOUCHER] });
  const { id: other } = await open({ lines: [{ lineId: 1, quantity: 1 }] });
  await shops.set('tea', { offersVouchers: false });
  expect((await refundReader.forms(caller, ORDER)).forms.map(({ kind }) => kind)).not.toContain('voucher');
  for (const refused of [
    open({ lines: [{ lineId: 2, quantity: 1 }], payback: [CARD, VOUCHER] }),
    returns.choosePayback(caller, { returnId: other, payback: [VOUCHER] }),
  ]) {
    expect(await refusalOf(refused)).toMatchObject({ code: 'destination_unknown', field: 'payback' });
  }
  await returns.accept(caller, { returnId: promised });
  expect(await refundsOf(promised)).toEqual(['1 manual 1000']);
});

describe('a return that is taken up again is promised anew what none of its refunds holds', () => {
  const { reject, cancel } = {
    reject: (returnId: number) => gateway.services.returns.reject(caller, { returnId, reason: 'worn' }),
    cancel: (returnId: number) => gateway.services.returns.cancel(caller, { returnId }),
  };

  test.each([
    ['rejected', reject],
    ['cancelled', cancel],
  ])('when nobody had accepted it: %s', async (_state, end) => {
    const { id: returnId } = await open();
    await end(returnId);
    const reopened = await gateway.services.returns.reopen(caller, { returnId });
    expect(reopened).toMatchObject({ state: 'accepted', captured: 3000, committed: 3000 });
    expect(await refundsOf(returnId)).toEqual(['1 automatic 3000']);
    expect(await gateway.services.returns.get(caller, returnId)).toEqual(reopened);
  });

  test('when its refunds were taken back with it', async () => {
    const { id: returnId } = await open({ payback: [CARD, VOUCHER] });
    await gateway.services.returns.accept(caller, { returnId, lines: [{ lineId: 1, quantity: 2 }] });
    await gateway.services.returns.withdraw(caller, { returnId });
    await gateway.services.refunds.addAutomaticForOrder(caller, { ...ofCard, amount: '25.00' });
    await gateway.services.returns.reopen(caller, { returnId });
    // The voucher was chosen too, though the card sufficed at first; and no more is accepted than was before.
    expect(await refundsOf(returnId)).toEqual(['1 automatic 2000', '2 automatic 500', '3 manual 1500']);
  });

  test('when one of them was declined, and no more than that', async () => {
    const { returns, refunds } = gateway.services;
    const { id: returnId } = await open({
      lines: [
        { lineId: 1, quantity: 3 },
        { lineId: 2, quantity: 1 },
      ],
      payback: [BLIK, CARD, VOUCHER],
    });
    await returns.accept(caller, { returnId });
    await refunds.cancel(caller, { refundId: 2 });
    await refunds.confirm(caller, { refundId: 1 });
    await returns.receive(caller, { returnId });
    await returns.close(caller, { returnId });
    expect(await returns.reopen(caller, { returnId })).toMatchObject({ captured: 5500, committed: 5500 });
    expect(await refundsOf(returnId)).toEqual([
      '1 automatic 3000',
      '2 automatic 2000',
      '3 manual 500',
      '4 automatic 2000',
    ]);
  });

  test('and nothing where all of it was given back', async () => {
    const { returns } = gateway.services;
    const { id: returnId } = await open();
    await returns.accept(caller, { returnId });
    await returns.receive(caller, { returnId });
    await returns.close(caller, { returnId });
    await returns.reopen(caller, { returnId });
    expect(await refundsOf(returnId)).toEqual(['1 automatic 3000']);
  });

  test('or it is not taken up when the chosen forms have too little left, and nothing changes', async () => {
    const { id: returnId } = await open();
    await reject(returnId);
    await gateway.services.refunds.addAutomaticForOrder(caller, { ...ofCard, amount: '0.01' });
    const before = await money(gateway);
    expect(await refusalOf(gateway.services.returns.reopen(caller, { returnId }))).toMatchObject({
      code: 'amount_exceeds_refundable',
      field: 'payback',
    });
    expect(await money(gateway)).toEqual(before);
    expect(await gateway.services.returns.get(caller, returnId)).toMatchObject({ state: 'rejected', captured: 0 });
  });
});
