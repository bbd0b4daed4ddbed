/** Every refusal of every refund operation: rows in the order of the checks, and the first thing that is wrong is told. */
import type { Scope } from '../../src/domain/access';
import type { AddAutomaticRefund, AddAutomaticRefundForOrder, AddManualRefund } from '../../src/services/wishes';
import {
  acceptedReturn,
  automaticWish,
  caller,
  callerWithout,
  confirmedRefund,
  manualWish,
  money,
  openShop,
  refusalOf,
  type Gateway,
} from './gateway';

let gateway: Gateway;
beforeEach(async () => {
  gateway = await openShop();
  await gateway.services.refunds.addAutomaticForOrder(caller, automaticWish({ amount: '5.00' }));
});
afterEach(() => gateway.close());

/** 25.00 are left on payment 1, 55.00 on the order. */
const AUTOMATIC_FOR_ORDER: readonly (readonly [string, string | undefined, Partial<AddAutomaticRefundForOrder>])[] = [
  ['order_not_found', 'orderId', { orderId: 8 }],
  ['payment_not_found', 'paymentId', { paymentId: 4 }],
  ['currency_unknown', 'currency', { currency: 'ZLOTY' }],
  ['currency_mismatch', 'currency', { currency: 'EUR' }],
  ['payment_not_automatic', 'paymentId', { paymentId: 3 }],
  ['amount_invalid', 'amount', { amount: '' }],
  ['amount_invalid', 'amount', { amount: '0' }],
  ['amount_invalid', 'amount', { amount: '-1.00' }],
  ['amount_invalid', 'amount', { amount: '1.005' }],
  ['amount_invalid', 'amount', { amount: '1e1' }],
  ['amount_invalid', 'expectedRefundable', { expectedRefundable: 'all' }],
  ['view_is_stale', 'expectedRefundable', { expectedRefundable: '30.00' }],
  ['line_not_found', 'lines[0].lineId', { lines: [{ lineId: 9, quantity: 1 }] }],
  ['quantity_exceeds_refundable', 'lines[0].quantity', { lines: [{ lineId: 1, quantity: 4 }] }],
  ['amount_invalid', 'shipping', { shipping: '-1' }],
  ['shipping_exceeds_refundable', 'shipping', { shipping: '5.01' }],
  ['amount_exceeds_refundable', 'amount', { amount: '25.01' }],
];

const MANUAL: readonly (readonly [string, string | undefined, Partial<AddManualRefund>])[] = [
  ['order_not_found', 'sourceId', { sourceId: 8 }],
  ['return_not_found', 'sourceId', { sourceType: 'return', sourceId: 1 }],
  ['return_not_found', 'sourceId', { sourceType: 'claim', sourceId: 1 }],
  ['currency_unknown', 'currency', { currency: 'ZLOTY' }],
  ['currency_mismatch', 'currency', { currency: 'EUR' }],
  ['amount_invalid', 'amount', { amount: '0.00' }],
  ['amount_invalid', 'amount', { amount: '-0.01' }],
  ['amount_invalid', 'amount', { amount: '0.001' }],
  ['view_is_stale', 'expectedRefundable', { expectedRefundable: '60.00' }],
  ['line_not_found', 'lines[0].lineId', { lines: [{ lineId: 9, quantity: 1 }] }],
  ['quantity_exceeds_refundable', 'lines[0].quantity', { lines: [{ lineId: 2, quantity: 2 }] }],
  ['shipping_exceeds_refundable', 'shipping', { shipping: '5.01' }],
  ['amount_exceeds_refundable', 'amount', { amount: '55.01' }],
];

/** Pairs of neighbours whose faults can be in one wish. */
function pairs<T extends object>(
  rows: readonly (readonly [string, string | undefined, Partial<T>])[],
): [string, Partial<T>][] {
  return rows.flatMap(([code, , earlier], index) => {
    const later = rows.slice(index + 1).find(([other, , wrong]) => {
      return other !== code && Object.keys(wrong).every((field) => !(field in earlier));
    });
    return later ? [[`${code}, not ${later[0]}`, { ...later[2], ...earlier }] as [string, Partial<T>]] : [];
  });
}

describe('an automatic refund of a payment', () => {
  const add = (more: Partial<AddAutomaticRefundForOrder>): Promise<unknown> =>
    gateway.services.refunds.addAutomaticForOrder(caller, automaticWish(more));

  test.each(AUTOMATIC_FOR_ORDER)('is refused with %s for %s: %j', async (code, field, more) => {
    const before = await money(gateway);
    expect(await refusalOf(add(more))).toMatchObject({ code, field });
    expect(await money(gateway)).toEqual(before);
  });

  test.each(pairs(AUTOMATIC_FOR_ORDER))('is refused with %s', async (codes, more) => {
    expect((await refusalOf(add(more))).code).toBe(codes.split(',')[0]);
  });

  test('is taken when it is just what is left, and the caller knows that', async () => {
    await expect(add({ amount: '25.00', expectedRefundable: '25.0' })).resolves.toMatchObject({ amount: 2500 });
    expect(await refusalOf(add({ amount: '0.01' }))).toMatchObject({ code: 'amount_exceeds_refundable' });
  });
});

describe('a manual refund', () => {
  const add = (more: Partial<AddManualRefund>): Promise<unknown> =>
    gateway.services.refunds.addManual(caller, manualWish(more));

  test.each(MANUAL)('is refused with %s for %s: %j', async (code, field, more) => {
    const before = await money(gateway);
    expect(await refusalOf(add(more))).toMatchObject({ code, field });
    expect(await money(gateway)).toEqual(before);
  });

  test.each(pairs(MANUAL))('is refused with %s', async (codes, more) => {
    expect((await refusalOf(add(more))).code).toBe(codes.split(',')[0]);
  });

  test('of a return says nothing about lines and shipping: the return does', async () => {
    const { id: sourceId } = await acceptedReturn(gateway, 1);
    for (const more of [{ lines: [{ lineId: 1, quantity: 1 }] }, { shipping: '1' }]) {
      expect(await refusalOf(add({ sourceType: 'return', sourceId, ...more }))).toMatchObject({
        code: 'request_invalid',
        field: Object.keys(more)[0],
      });
    }
  });
});

describe('an automatic refund of a return', () => {
  const add = (more: Partial<AddAutomaticRefund>): Promise<unknown> =>
    gateway.services.refunds.addAutomatic(caller, { sourceType: 'return', sourceId: 1, ...more });

  test.each<[string, string | undefined, Partial<AddAutomaticRefund>]>([
    ['return_not_found', 'sourceId', { sourceId: 9 }],
    ['return_not_found', 'sourceId', { sourceType: 'claim' }],
    ['currency_unknown', 'currency', { currency: 'ZLOTY' }],
    ['currency_mismatch', 'currency', { currency: 'EUR' }],
    ['amount_invalid', 'amount', { amount: '0' }],
    ['amount_invalid', 'amount', { amount: '-2' }],
    ['amount_invalid', 'amount', { amount: '2.999' }],
    ['amount_exceeds_refundable', 'amount', { amount: '20.01' }],
  ])('is refused with %s for %s: %j', async (code, field, more) => {
    await acceptedReturn(gateway, 2);
    const before = await money(gateway);
    expect(await refusalOf(add(more))).toMatchObject({ code, field });
    expect(await money(gateway)).toEqual(before);
  });

  test('is refused for an exchange, whatever its state', async () => {
    const lines = [{ lineId: 1, quantity: 1 }];
    const { id } = await gateway.services.returns.open(caller, { orderId: 7, lines, compensation: 'exchange' });
    expect(await refusalOf(add({ sourceId: id }))).toMatchObject({ code: 'return_is_exchange', field: 'sourceId' });
    await gateway.services.returns.accept(caller, { returnId: id });
    expect(await refusalOf(add({ sourceId: id }))).toMatchObject({ code: 'return_is_exchange' });
  });

  test.each(['open', 'rejected', 'cancelled'] as const)('is refused while the return is %s', async (state) => {
    const { returns } = gateway.services;
    const { id } = await returns.open(caller, { orderId: 7, lines: [{ lineId: 1, quantity: 1 }] });
    if (state === 'rejected') await returns.reject(caller, { returnId: id, reason: 'worn' });
    if (state === 'cancelled') await returns.cancel(caller, { returnId: id });
    expect(await refusalOf(add({ sourceId: id }))).toMatchObject({ code: 'return_not_accepted', field: 'sourceId' });
    const manual = manualWish({ sourceType: 'return', sourceId: id });
    expect((await refusalOf(gateway.services.refunds.addManual(caller, manual))).code).toBe('return_not_accepted');
  });

  test('is refused when nothing is left of its worth', async () => {
    await acceptedReturn(gateway, 2);
    await add({});
    expect((await refusalOf(add({}))).code).toBe('amount_exceeds_refundable');
    expect((await refusalOf(add({ amount: '0.01' }))).code).toBe('amount_exceeds_refundable');
  });

  test('is refused when no provider can give that much back', async () => {
    await gateway.services.refunds.addAutomaticForOrder(caller, automaticWish({ amount: '25' }));
    await acceptedReturn(gateway, 3);
    expect((await refusalOf(add({}))).code).toBe('amount_exceeds_refundable');
    await gateway.services.refunds.addAutomaticForOrder(caller, automaticWish({ paymentId: 2, amount: '20' }));
    expect((await refusalOf(add({ amount: '1' }))).code).toBe('payment_not_automatic');
  });
});

describe('changing a refund', () => {
  const update = (more: object): Promise<unknown> =>
    gateway.services.refunds.update(caller, { refundId: 1, amount: '6.00', currency: 'PLN', ...more });

  test.each([
    ['currency_unknown', 'currency', { currency: 'ZLOTY' }],
    ['amount_invalid', 'amount', { amount: '0' }],
    ['amount_invalid', 'amount', { amount: '-6' }],
    ['amount_invalid', 'amount', { amount: '6.001' }],
    ['refund_not_found', 'refundId', { refundId: 99 }],
    ['currency_mismatch', 'currency', { currency: 'EUR' }],
    ['amount_exceeds_refundable', 'amount', { amount: '30.01' }],
  ])('is refused with %s for %s', async (code, field, more) => {
    const before = await money(gateway);
    expect(await refusalOf(update(more))).toMatchObject({ code, field });
    expect(await money(gateway)).toEqual(before);
  });

  test('counts what others hold on the order, and what it holds itself as free', async () => {
    await gateway.services.refunds.addManual(caller, manualWish({ amount: '45.00' }));
    expect(await refusalOf(update({ amount: '15.01' }))).toMatchObject({
      ...{ code: 'amount_exceeds_refundable', field: 'amount' },
      message: expect.stringMatching('at most 15.00 PLN') as string,
    });
    await expect(update({ amount: '15.00' })).resolves.toMatchObject({ amount: 1500 });
  });
});

describe('a step that the state of a refund does not know', () => {
  type StepName = 'update' | 'confirm' | 'cancel';
  const take = (name: StepName, refundId: number): Promise<unknown> =>
    name === 'update'
      ? gateway.services.refunds.update(caller, { refundId, amount: '1', currency: 'PLN' })
      : gateway.services.refunds[name](caller, { refundId });

  test.each<[string, StepName[], StepName[]]>([
    ['confirmed', ['confirm'], ['update', 'confirm']],
    ['cancelled', ['cancel'], ['update', 'confirm', 'cancel']],
    ['confirmed and cancelled', ['confirm', 'cancel'], ['update', 'confirm', 'cancel']],
  ])('is refused once it is %s', async (_state, way, refused) => {
    for (const name of way) await take(name, 1);
    const before = await money(gateway);
    for (const name of refused) {
      expect((await refusalOf(take(name, 1))).code).toBe('transition_not_allowed');
    }
    expect(await money(gateway)).toEqual(before);
  });

  test.each<StepName>(['update', 'confirm', 'cancel'])('is refused while it is sent: %s', async (name) => {
    const { id } = await confirmedRefund(gateway);
    await gateway.services.dispatch.claim('worker', 10);
    expect((await refusalOf(take(name, id))).code).toBe('transition_not_allowed');
  });

  test('is refused whole when one of its transactions is on its way', async () => {
    const { id: sourceId } = await acceptedReturn(gateway, 3);
    const { id } = await gateway.services.refunds.addAutomatic(caller, { sourceType: 'return', sourceId });
    await gateway.services.refunds.confirm(caller, { refundId: id });
    await gateway.services.dispatch.claim('worker', 1);
    expect((await refusalOf(take('cancel', id))).code).toBe('transition_not_allowed');
    const { transactions } = await gateway.services.refundReader.status(caller, id);
    expect(transactions.map(({ state }) => state)).toEqual(['sending', 'approved']);
  });

  test.each<StepName>(['update', 'confirm', 'cancel'])('is refused for a settled manual refund: %s', async (name) => {
    const { id } = await gateway.services.refunds.addManual(caller, manualWish());
    await take('confirm', id);
    expect((await refusalOf(take(name, id))).code).toBe('transition_not_allowed');
  });
});

describe('confirming on figures that are no longer true', () => {
  const confirm = (expectedRefundable: string): Promise<unknown> =>
    gateway.services.refunds.confirm(caller, { refundId: 1, expectedRefundable });

  test('is refused, and taken with the true ones', async () => {
    await gateway.services.refunds.addManual(caller, manualWish({ amount: '1.00' }));
    expect(await refusalOf(confirm('55.00'))).toMatchObject({ code: 'view_is_stale', field: 'expectedRefundable' });
    await expect(confirm('54.00')).resolves.toMatchObject({ transactions: [{ state: 'approved' }] });
  });

  test('looks at the return, where the refund is one of a return', async () => {
    const { id: sourceId } = await acceptedReturn(gateway, 2);
    const wish = { sourceType: 'return', sourceId, amount: '5' } as const;
    const { id: refundId } = await gateway.services.refunds.addAutomatic(caller, wish);
    const { refunds } = gateway.services;
    expect((await refusalOf(refunds.confirm(caller, { refundId, expectedRefundable: '50.00' }))).code).toBe(
      'view_is_stale',
    );
    await expect(refunds.confirm(caller, { refundId, expectedRefundable: '15.00' })).resolves.toBeDefined();
  });
});

describe('a credential without the scope', () => {
  const refund = { refundId: 1 };
  const change = { refundId: 1, amount: '1', currency: 'PLN' };
  const source = { sourceType: 'order', sourceId: 7 } as const;
  const returned = { returnId: 1, reason: 'worn' };

  test.each<[Scope, string, (who: ReturnType<typeof callerWithout>) => Promise<unknown>]>([
    [
      'refunds:create',
      'addAutomatic',
      (who) => gateway.services.refunds.addAutomatic(who, { ...source, sourceType: 'return' }),
    ],
    [
      'refunds:create',
      'addAutomaticForOrder',
      (who) => gateway.services.refunds.addAutomaticForOrder(who, automaticWish()),
    ],
    ['refunds:create', 'addManual', (who) => gateway.services.refunds.addManual(who, manualWish())],
    ['refunds:update', 'update', (who) => gateway.services.refunds.update(who, change)],
    ['refunds:confirm', 'confirm', (who) => gateway.services.refunds.confirm(who, refund)],
    ['refunds:cancel', 'cancel', (who) => gateway.services.refunds.cancel(who, refund)],
    [
      'refunds:resolve',
      'resolve',
      (who) => gateway.services.refunds.resolve(who, { ...refund, outcome: 'settled', reason: 'r' }),
    ],
    ['refunds:read', 'possible', (who) => gateway.services.refundReader.possible(who, source)],
    ['refunds:read', 'status', (who) => gateway.services.refundReader.status(who, 1)],
    ['refunds:read', 'list', (who) => gateway.services.refundReader.list(who, {})],
    ['refunds:read', 'get', (who) => gateway.services.refundReader.get(who, 1)],
    ['refunds:read', 'quote', (who) => gateway.services.refundReader.quote(who, source)],
    [
      'orders:write',
      'put',
      (who) => gateway.services.orders.put(who, { orderId: 1, currency: 'PLN', lines: [], payments: [] }),
    ],
    ['orders:read', 'get', (who) => gateway.services.orders.get(who, 7)],
    ['orders:read', 'list', (who) => gateway.services.orders.list(who, {})],
    [
      'returns:write',
      'open',
      (who) => gateway.services.returns.open(who, { orderId: 7, lines: [{ lineId: 1, quantity: 1 }] }),
    ],
    ['returns:write', 'accept', (who) => gateway.services.returns.accept(who, returned)],
    ['returns:write', 'reject', (who) => gateway.services.returns.reject(who, returned)],
    ['returns:write', 'receive', (who) => gateway.services.returns.receive(who, returned)],
    ['returns:write', 'close', (who) => gateway.services.returns.close(who, returned)],
    ['returns:write', 'cancel', (who) => gateway.services.returns.cancel(who, returned)],
    ['returns:write', 'reopen', (who) => gateway.services.returns.reopen(who, returned)],
    ['returns:read', 'get', (who) => gateway.services.returns.get(who, 1)],
    ['returns:read', 'list', (who) => gateway.services.returns.list(who, {})],
  ])('%s is refused %s', async (scope, _operation, ask) => {
    expect((await refusalOf(ask(callerWithout(scope)))).code).toBe('scope_missing');
  });
});
