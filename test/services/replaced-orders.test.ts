/** What becomes of refunds and returns while the shop puts new versions of their order: no money goes where nobody agreed to send it. */
import type { PutPayment } from '../../src/services/wishes';
import {
  acceptedReturn,
  auditOf,
  automaticWish,
  caller,
  manualWish,
  money,
  openShop,
  ORDER,
  orderWish,
  refusalOf,
  type Gateway,
} from './gateway';

let gateway: Gateway;
beforeEach(async () => void (gateway = await openShop()));
afterEach(() => gateway.close());

const codeOf = async (answer: Promise<unknown>): Promise<readonly unknown[]> => {
  const { code, field } = await refusalOf(answer);
  return [code, field];
};

const [card, ...others] = orderWish().payments as [PutPayment, ...PutPayment[]];
const put = (more: Parameters<typeof orderWish>[0]) => gateway.services.orders.put(caller, orderWish(more));
const cardAs = (more: Partial<PutPayment>) => put({ payments: [{ ...card, ...more }, ...others] });
const zeroDraft = () =>
  gateway.services.refunds.addAutomaticForOrder(caller, automaticWish({ amount: '0', draft: true }));
const raise = (refundId: number, amount: string) =>
  gateway.services.refunds.update(caller, { refundId, amount, currency: 'PLN' });
const confirm = (refundId: number) => gateway.services.refunds.confirm(caller, { refundId });

describe('the currency of an order stays', () => {
  const inForints = (): Promise<unknown> => put({ currency: 'HUF' });

  test('where nothing was ever asked of it, it may change', async () => {
    await expect(inForints()).resolves.toMatchObject({ currency: 'HUF' });
  });

  test.each<[string, () => Promise<unknown>]>([
    ['a draft of nothing', zeroDraft],
    ['a manual draft', () => gateway.services.refunds.addManual(caller, manualWish({ amount: '0', draft: true }))],
    [
      'a refund that was cancelled',
      async () => gateway.services.refunds.cancel(caller, { refundId: (await zeroDraft()).id }),
    ],
    [
      'a return that was cancelled',
      async () => gateway.services.returns.cancel(caller, { returnId: (await acceptedReturn(gateway, 1)).id }),
    ],
  ])('once it has had %s', async (_what, had) => {
    await had();
    expect(await codeOf(inForints())).toEqual(['order_has_refunds', 'currency']);
  });
});

test('shipping that was given back without money is not taken out of the order, which can be refunded further', async () => {
  const shipping = { adjustments: [{ kind: 'shipping' as const, amount: '5.00' }] };
  await gateway.services.refunds.addComposed(caller, { orderId: ORDER, ...shipping });
  expect(await codeOf(put({ shipping: '4.99' }))).toEqual(['order_has_refunds', 'shipping']);
  const joint = { orderId: ORDER, partial: true, amount: '1.00' };
  await expect(gateway.services.refunds.addJoint(caller, joint)).resolves.toMatchObject({ amount: 100 });
});

test('a draft asks the provider that its payment has now', async () => {
  const { id } = await zeroDraft();
  await cardAs({ provider: 'stripe', reference: 'pi_1' });
  const [old] = (await gateway.services.refundReader.get(caller, id)).refund.transactions;
  const raised = await gateway.services.refunds
    .update(caller, { refundId: id, amount: '5.00', currency: 'PLN' })
    .then(({ transactions }) => transactions);
  expect(old).toMatchObject({ provider: 'simulated' });
  expect(raised).toMatchObject([{ provider: 'stripe', paymentId: 1, amount: 500 }]);
});

test('a payment that may not be given back any more is not, whatever was drafted of it', async () => {
  const { id } = await gateway.services.refunds.addAutomaticForOrder(caller, automaticWish());
  await cardAs({ refundable: false });
  expect(await codeOf(confirm(id))).toEqual(['payment_not_automatic', 'paymentId']);
  expect(await money(gateway)).toMatchObject({ 'payment 1': '0/1000/3000' });
  await gateway.services.refunds.cancel(caller, { refundId: id });
  expect(await money(gateway)).toMatchObject({ 'payment 1': '0/0/3000' });
});

test('a reference that was not known yet may become known to a draft, and then stays', async () => {
  const { reference: _, ...unknown } = card;
  await put({ payments: [unknown, ...others] });
  const { id } = await gateway.services.refunds.addAutomaticForOrder(caller, automaticWish({ draft: true }));
  expect(await codeOf(confirm(id))).toEqual(['payment_reference_missing', undefined]);
  await cardAs({ reference: 'late' });
  await expect(confirm(id)).resolves.toMatchObject({ id });
  expect(await codeOf(cardAs({ reference: 'later' }))).toEqual(['order_has_refunds', 'payments[0]']);
});

test('another amount of a refund goes back the way that was agreed, as long as there is room on it', async () => {
  const { returns, refundReader } = gateway.services;
  const payback = [{ kind: 'original', method: 'blik' } as const];
  const lines = [{ lineId: 1, quantity: 2 }];
  const { id: returnId } = await returns.open(caller, { orderId: ORDER, lines, payback });
  await returns.accept(caller, { returnId });
  const [{ id } = { id: 0 }] = await refundReader.list(caller, { orderId: ORDER }).then(({ items }) => items);
  const paths = async (amount: string): Promise<unknown> =>
    (await raise(id, amount)).transactions.map((one) => [one.paymentId, one.amount]);
  expect(await paths('5.00')).toEqual([[2, 500]]);
  expect(await paths('20.00')).toEqual([[2, 2000]]);
});

test('a refund of a return names its goods only while it gives their whole worth', async () => {
  const returnId = (await acceptedReturn(gateway, 2)).id;
  const source = { sourceType: 'return', sourceId: returnId, currency: 'PLN' } as const;
  const { id } = await gateway.services.refunds.addAutomatic(caller, { ...source, amount: '20.00' });
  const content = async (): Promise<unknown> => {
    const { refund, lines } = await gateway.services.refundReader.get(caller, id);
    return [refund.amount, refund.adjustment, lines.map(({ quantity }) => quantity)];
  };
  expect(await content()).toEqual([2000, 0, [2]]);
  await raise(id, '10.00');
  expect(await content()).toEqual([1000, 1000, []]);
  await raise(id, '20.00');
  expect(await content()).toEqual([2000, 0, [2]]);
});

test.each(['reject', 'cancel'] as const)(
  'a return that was given up (%s) is not taken up as another product',
  async (end) => {
    const { returns } = gateway.services;
    const { id: returnId } = await returns.open(caller, { orderId: ORDER, lines: [{ lineId: 1, quantity: 1 }] });
    await returns[end](caller, { returnId, reason: 'worn' });
    const lines = [{ lineId: 1, sku: 'GOLD', name: 'Gold', quantity: 1, price: '55.00' }];
    await put({ lines });
    expect(await codeOf(returns.reopen(caller, { returnId }))).toEqual(['line_not_found', 'lines']);
    await put({});
    await expect(returns.reopen(caller, { returnId })).resolves.toMatchObject({ state: 'accepted', captured: 1000 });
  },
);

test('the key of one way to close a return answers for no other', async () => {
  const returnId = (await acceptedReturn(gateway, 1)).id;
  const withKey = { ...caller, idempotencyKey: 'close-1' };
  await gateway.services.returns.closeAnyway(withKey, { returnId });
  await gateway.services.returns.reopen(caller, { returnId });
  expect(await codeOf(gateway.services.returns.close(withKey, { returnId }))).toEqual([
    ...['idempotency_key_reused', undefined],
  ]);
  expect((await auditOf(gateway, 'return', returnId)).map(({ action }) => action)).toEqual([
    ...['return.open', 'return.accept', 'return.close', 'return.reopen'],
  ]);
});
