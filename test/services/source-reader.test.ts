/** Orders, returns and claims as platforms look them up, with the payments and refunds that are numbered in them. */
import {
  acceptedReturn,
  automaticWish,
  caller,
  callerOf,
  callerWithout,
  manualWish,
  openShop,
  ORDER,
  orderWish,
  refusalOf,
  TEA_SHOP,
  type Gateway,
} from './gateway';

let gateway: Gateway;
beforeEach(async () => void (gateway = await openShop()));
afterEach(() => gateway.close());

const page = { page: 1, limit: 100 };

describe('by its number in the source', () => {
  const inOrder = (ordinal: number) => ({ sourceType: 'order', sourceId: ORDER, ordinal }) as const;

  test('a payment is found, and a refund with all that was done about it', async () => {
    const { refunds, sources, orders } = gateway.services;
    const { id: refundId } = await refunds.addAutomaticForOrder(caller, automaticWish());
    const refund = await refunds.update(caller, { refundId, amount: '9.00', currency: 'PLN' });
    const { payments } = await orders.get(caller, ORDER);
    expect(await sources.entry(caller, inOrder(2))).toStrictEqual({
      ...{ orderId: ORDER, currency: 'PLN', payment: payments[1] },
    });
    const entry = await sources.entry(caller, inOrder(4));
    expect(entry).toMatchObject({ currency: 'PLN', refund: { id: refund.id, amount: 900, ordinal: 4 } });
    expect(entry).toMatchObject({ audit: [{ action: 'refund.add' }, { action: 'refund.update' }] });
  });

  test('a return has refunds, and none of the payments of its order', async () => {
    const returned = await acceptedReturn(gateway, 2);
    const source = { sourceType: 'return', sourceId: returned.id } as const;
    expect((await refusalOf(gateway.services.sources.entry(caller, { ...source, ordinal: 1 }))).code).toBe(
      'payment_not_found',
    );
    const refund = await gateway.services.refunds.addAutomatic(caller, source);
    expect(await gateway.services.sources.entry(caller, { ...source, ordinal: 1 })).toMatchObject({ refund });
  });

  test.each([
    ['payment_not_found', inOrder(9)],
    ['order_not_found', { ...inOrder(1), sourceId: 99 }],
    ['return_not_found', { ...inOrder(1), sourceType: 'claim' } as const],
  ])('there is a refusal %s', async (code, wish) => {
    expect((await refusalOf(gateway.services.sources.entry(caller, wish))).code).toBe(code);
  });
});

test('orders come with their payments and their own refunds, and say how many there are', async () => {
  const { orders, refunds, sources } = gateway.services;
  await orders.put(caller, orderWish({ orderId: 8, orderNumber: 'T-8' }));
  await orders.put(caller, orderWish({ orderId: 9 }));
  const first = await refunds.addManual(caller, manualWish());
  const second = await refunds.addManual(caller, manualWish());
  await refunds.addManual(caller, manualWish({ sourceId: 9 }));
  await acceptedReturn(gateway, 1, 8).then(({ id }) =>
    refunds.addAutomatic(caller, { sourceType: 'return', sourceId: id }),
  );
  const { items, total } = await sources.orders(caller, { ids: [ORDER, 8], page: 1, limit: 1 });
  expect(total).toBe(2);
  const { lines: _, payments, ...order } = await orders.get(caller, ORDER);
  expect(items).toMatchObject([{ order, refunds: [first, second] }]);
  expect(items[0]?.payments.map(({ id }) => id)).toEqual(payments.map(({ id }) => id));
  const next = await sources.orders(caller, { ids: [ORDER, 8], page: 2, limit: 1 });
  expect(next).toMatchObject({ items: [{ order: { id: 8, number: 'T-8' }, refunds: [] }], total: 2 });
});

test('returns and claims are looked up apart, cancellations with the returns', async () => {
  const { orders, returns, refunds, sources } = gateway.services;
  await orders.put(caller, orderWish({ orderId: 8, orderNumber: 'T-8', fulfilment: 'open' }));
  const returned = await acceptedReturn(gateway, 1);
  const lines = [{ lineId: 1, quantity: 1 }];
  const claim = await returns.open(caller, { orderId: ORDER, kind: 'claim', lines });
  const cancelled = await returns.open(caller, { orderId: 8, lines });
  const refund = await refunds.addAutomatic(caller, { sourceType: 'return', sourceId: returned.id });
  expect(await sources.returns(caller, { ...page, sourceType: 'return' })).toMatchObject({
    items: [
      { returned: { id: returned.id }, refunds: [refund] },
      { returned: { id: cancelled.id, kind: 'cancellation' }, orderNumber: 'T-8', refunds: [] },
    ],
    total: 2,
  });
  const claims = await sources.returns(caller, { ...page, sourceType: 'claim' });
  expect(claims).toStrictEqual({ items: [{ returned: claim, refunds: [] }], total: 1 });
  const none = await sources.returns(caller, { ...page, sourceType: 'claim', ids: [returned.id] });
  expect(none).toEqual({ items: [], total: 0 });
});

test('another shop finds nothing of it', async () => {
  const { shops, sources } = gateway.services;
  await shops.add({ ...TEA_SHOP, code: 'coffee' });
  await acceptedReturn(gateway, 1);
  const other = callerOf('coffee');
  expect(await sources.orders(other, page)).toEqual({ items: [], total: 0 });
  expect(await sources.returns(other, { ...page, sourceType: 'return' })).toEqual({ items: [], total: 0 });
});

test.each(['orders:read', 'refunds:read'] as const)('orders are for credentials with %s', async (scope) => {
  const { sources } = gateway.services;
  const entry = sources.entry(callerWithout(scope), { sourceType: 'order', sourceId: ORDER, ordinal: 1 });
  expect((await refusalOf(entry)).code).toBe('scope_missing');
  expect((await refusalOf(sources.orders(callerWithout(scope), page))).code).toBe('scope_missing');
});

test.each(['returns:read', 'refunds:read'] as const)('returns are for credentials with %s', async (scope) => {
  const { sources } = gateway.services;
  const entry = sources.entry(callerWithout(scope), { sourceType: 'return', sourceId: 1, ordinal: 1 });
  expect((await refusalOf(entry)).code).toBe('scope_missing');
  const list = sources.returns(callerWithout(scope), { ...page, sourceType: 'return' });
  expect((await refusalOf(list)).code).toBe('scope_missing');
});
