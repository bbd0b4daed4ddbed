/** Rule 9: one wish under one idempotency key has one effect and one answer. */
import type { Caller } from '../../src/domain/access';
import {
  acceptedReturn,
  auditOf,
  automaticWish,
  caller,
  callerOf,
  manualWish,
  money,
  openShop,
  orderWish,
  refusalOf,
  TEA_SHOP,
  type Gateway,
} from './gateway';

let gateway: Gateway;
beforeEach(async () => {
  gateway = await openShop();
});
afterEach(() => gateway.close());

const keyed = (idempotencyKey: string, more: Partial<Caller> = {}): Caller =>
  callerOf('tea', { idempotencyKey, ...more });
const add = (who: Caller, amount = '10.00'): Promise<{ id: number }> =>
  gateway.services.refunds.addAutomaticForOrder(who, automaticWish({ amount }));

test('a wish repeated 50 times at once under one key is one refund and 50 equal answers', async () => {
  const answers = await Promise.all(Array.from({ length: 50 }, () => add(keyed('k1'))));
  for (const answer of answers) expect(answer).toStrictEqual(answers[0]);
  expect((await gateway.services.refundReader.list(caller, { state: 'all' })).items).toHaveLength(1);
  expect(await money(gateway)).toMatchObject({ order: '0/1000/6000' });
  expect(await auditOf(gateway, 'refund', answers[0]!.id)).toHaveLength(1);
});

test('a wish repeated later is answered as the first time, whatever became of the refund', async () => {
  const first = await add(keyed('k1'));
  gateway.clock.pass(1000);
  await gateway.services.refunds.cancel(caller, { refundId: first.id });
  expect(await add(keyed('k1', { requestId: 'request-2' }))).toStrictEqual(first);
  expect(await money(gateway)).toMatchObject({ order: '0/0/6000' });
});

test('a wish is the same in whatever sequence its members come', async () => {
  const { amount, currency, orderId } = automaticWish();
  const paymentId = 1;
  const first = await gateway.services.refunds.addAutomaticForOrder(keyed('k1'), {
    amount,
    currency,
    orderId,
    paymentId,
  });
  const second = await gateway.services.refunds.addAutomaticForOrder(keyed('k1'), {
    paymentId,
    orderId,
    currency,
    amount,
  });
  expect(second).toStrictEqual(first);
});

describe('a key that was used before', () => {
  test.each<[string, (who: Caller) => Promise<unknown>]>([
    ['another amount', (who) => add(who, '10.01')],
    ['the amount in other digits', (who) => add(who, '10')],
    ['another payment', (who) => gateway.services.refunds.addAutomaticForOrder(who, automaticWish({ paymentId: 2 }))],
    [
      'an order that is not there',
      (who) => gateway.services.refunds.addAutomaticForOrder(who, automaticWish({ orderId: 99 })),
    ],
    ['another operation', (who) => gateway.services.refunds.addManual(who, manualWish())],
    ['a step of the refund', (who) => gateway.services.refunds.confirm(who, { refundId: 1 })],
    ['an order', (who) => gateway.services.orders.put(who, orderWish())],
    ['a return', (who) => gateway.services.returns.open(who, { orderId: 7, lines: [{ lineId: 1, quantity: 1 }] })],
  ])('is refused for %s', async (_what, ask) => {
    await add(keyed('k1'));
    const before = await money(gateway);
    expect(await refusalOf(ask(keyed('k1')))).toMatchObject({ code: 'idempotency_key_reused', retryable: false });
    expect(await money(gateway)).toEqual(before);
  });

  test('by another credential, or in another shop, is theirs', async () => {
    const first = await add(keyed('k1'));
    const second = await add(keyed('k1', { credential: 'key:other' }), '1.00');
    expect(second.id).not.toBe(first.id);
    await gateway.services.shops.add({ ...TEA_SHOP, code: 'other' });
    const other = callerOf('other', { idempotencyKey: 'k1' });
    await expect(gateway.services.orders.put(other, orderWish())).resolves.toMatchObject({ id: 7 });
  });

  test('for a wish that was refused may be used again', async () => {
    await refusalOf(add(keyed('k1'), '30.01'));
    await expect(add(keyed('k1'), '30.00')).resolves.toMatchObject({ amount: 3000 });
  });
});

test.each(['', ' ', 'a b', 'ключ', 'a\n', 'x'.repeat(256)])('"%s" is no key', async (key) => {
  expect((await refusalOf(add(keyed(key)))).code).toBe('idempotency_key_invalid');
  expect(await money(gateway)).toMatchObject({ order: '0/0/6000' });
});

test('a key may have 255 characters', async () => {
  await expect(add(keyed('x'.repeat(255)))).resolves.toBeDefined();
});

describe('every operation that changes something, repeated', () => {
  test.each<[string, (who: Caller) => Promise<unknown>]>([
    [
      'addAutomatic',
      (who) => gateway.services.refunds.addAutomatic(who, { sourceType: 'return', sourceId: 2, amount: '1' }),
    ],
    ['addManual', (who) => gateway.services.refunds.addManual(who, manualWish())],
    ['update', (who) => gateway.services.refunds.update(who, { refundId: 1, amount: '2', currency: 'PLN' })],
    ['confirm', (who) => gateway.services.refunds.confirm(who, { refundId: 1 })],
    ['cancel', (who) => gateway.services.refunds.cancel(who, { refundId: 1 })],
    ['put', (who) => gateway.services.orders.put(who, orderWish({ channel: 'web' }))],
    ['open', (who) => gateway.services.returns.open(who, { orderId: 7, lines: [{ lineId: 1, quantity: 1 }] })],
    ['accept', (who) => gateway.services.returns.accept(who, { returnId: 1 })],
    ['reject', (who) => gateway.services.returns.reject(who, { returnId: 1, reason: 'worn' })],
    ['cancel', (who) => gateway.services.returns.cancel(who, { returnId: 1 })],
    ['receive', (who) => gateway.services.returns.receive(who, { returnId: 2 })],
    ['close', (who) => gateway.services.returns.close(who, { returnId: 3 })],
    ['reopen', (who) => gateway.services.returns.reopen(who, { returnId: 4 })],
  ])('%s answers the first answer and does nothing', async (_operation, ask) => {
    const { returns } = gateway.services;
    await add(caller);
    await returns.open(caller, { orderId: 7, lines: [{ lineId: 2, quantity: 1 }] });
    await acceptedReturn(gateway, 1);
    const { id: received } = await acceptedReturn(gateway, 1);
    await returns.receive(caller, { returnId: received });
    const lines = [{ lineId: 1, quantity: 1 }];
    const { id: rejected } = await returns.open(caller, { orderId: 7, lines });
    await returns.reject(caller, { returnId: rejected, reason: 'worn' });
    const first = await ask(keyed('again'));
    const after = await money(gateway);
    gateway.clock.pass(1);
    expect(await ask(keyed('again'))).toStrictEqual(first);
    expect(await money(gateway)).toEqual(after);
  });
});
