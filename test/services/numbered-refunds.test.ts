/** What platforms need that know a refund by its number in its source, as a draft first. */
import { Refusal } from '../../src/domain/refusal';
import {
  acceptedReturn,
  automaticWish,
  caller,
  manualWish,
  money,
  openShop,
  ORDER,
  orderWish,
  type Gateway,
} from './gateway';

let gateway: Gateway;
beforeEach(async () => void (gateway = await openShop()));
afterEach(() => gateway.close());

const codeOf = (wish: Promise<unknown>): Promise<unknown> =>
  wish.then(
    () => 'done',
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  );

describe('numbers', () => {
  test('the refunds of an order go on where its payments end, and are found by their number', async () => {
    const { refunds, refundReader } = gateway.services;
    const first = await refunds.addAutomaticForOrder(caller, automaticWish());
    const second = await refunds.addManual(caller, manualWish());
    expect([first.ordinal, second.ordinal]).toEqual([4, 5]);
    const source = { sourceType: 'order', sourceId: ORDER } as const;
    expect(await refundReader.numbered(caller, { ...source, ordinal: 5 })).toStrictEqual(second);
    for (const ordinal of [1, 6]) {
      expect(await codeOf(refundReader.numbered(caller, { ...source, ordinal }))).toBe('refund_not_found');
    }
    expect(await codeOf(refundReader.numbered(caller, { ...source, sourceId: 99, ordinal: 4 }))).toBe(
      'order_not_found',
    );
  });

  test('the refunds of a return begin at 1, whatever its order has', async () => {
    const returned = await acceptedReturn(gateway, 2);
    await gateway.services.refunds.addAutomaticForOrder(caller, automaticWish({ amount: '1.00' }));
    const source = { sourceType: 'return', sourceId: returned.id } as const;
    const refund = await gateway.services.refunds.addAutomatic(caller, { ...source, amount: '1.00' });
    const next = await gateway.services.refunds.addManual(caller, manualWish({ ...source, amount: '1.00' }));
    expect([refund.ordinal, next.ordinal]).toEqual([1, 2]);
  });

  test('a payment that comes later never takes the number of a refund', async () => {
    await gateway.services.refunds.addManual(caller, manualWish());
    const late = { paymentId: 4, provider: 'till', method: 'cash', amount: '1.00' };
    const { payments } = orderWish();
    const order = await gateway.services.orders.put(caller, orderWish({ payments: [...payments, late] }));
    expect(order.payments.map(({ ordinal }) => ordinal)).toEqual([1, 2, 3, 5]);
    expect((await gateway.services.refunds.addManual(caller, manualWish())).ordinal).toBe(6);
  });
});

describe('drafts', () => {
  test.each(['automatic', 'manual'] as const)(
    'a %s draft of nothing holds nothing, and must have an amount to be confirmed',
    async (method) => {
      const { refunds } = gateway.services;
      const draft = { amount: '0', draft: true } as const;
      const { id } =
        method === 'manual'
          ? await refunds.addManual(caller, manualWish(draft))
          : await refunds.addAutomaticForOrder(caller, automaticWish(draft));
      expect(await money(gateway)).toMatchObject({ order: '0/0/6000' });
      expect(await codeOf(refunds.confirm(caller, { refundId: id }))).toBe('amount_not_positive');
      await refunds.update(caller, { refundId: id, amount: '10.00', currency: 'PLN', draft: true });
      expect(await money(gateway)).toMatchObject({ order: '0/1000/6000' });
      await refunds.update(caller, { refundId: id, amount: '0.00', currency: 'PLN', draft: true });
      expect(await money(gateway)).toMatchObject({ order: '0/0/6000' });
      await refunds.update(caller, { refundId: id, amount: '2.00', currency: 'PLN' });
      await refunds.confirm(caller, { refundId: id });
      expect(await money(gateway)).toMatchObject({ order: `${method === 'manual' ? 200 : 0}/200/6000` });
    },
  );

  test('a draft for a return over two payments can go down to nothing and up again', async () => {
    const returned = await acceptedReturn(gateway, 2);
    const { refunds } = gateway.services;
    const { id, amount } = await refunds.addAutomatic(caller, { sourceType: 'return', sourceId: returned.id });
    await refunds.update(caller, { refundId: id, amount: '0', currency: 'PLN', draft: true });
    expect(await money(gateway)).toMatchObject({ order: '0/0/6000' });
    const again = await refunds.update(caller, { refundId: id, amount: '1.00', currency: 'PLN' });
    expect(amount).toBeGreaterThan(100);
    expect(again.transactions.map((one) => one.amount)).toEqual([100]);
  });

  test('nothing is not an amount where no draft is meant', async () => {
    const { refunds } = gateway.services;
    expect(await codeOf(refunds.addManual(caller, manualWish({ amount: '0' })))).toBe('amount_invalid');
    expect(await codeOf(refunds.addAutomaticForOrder(caller, automaticWish({ amount: '0.00' })))).toBe(
      'amount_invalid',
    );
  });

  test('a draft may wait for the reference of its payment; a confirmation may not', async () => {
    const [card, ...others] = orderWish().payments;
    const { reference, ...bare } = card as { reference: string } & (typeof others)[number];
    const { orders, refunds } = gateway.services;
    await orders.put(caller, orderWish({ payments: [bare, ...others] }));
    expect(await codeOf(refunds.addAutomaticForOrder(caller, automaticWish()))).toBe('payment_not_automatic');
    const { id } = await refunds.addAutomaticForOrder(caller, automaticWish({ draft: true, amount: '0' }));
    await refunds.update(caller, { refundId: id, amount: '0.01', currency: 'PLN' });
    expect(await codeOf(refunds.confirm(caller, { refundId: id }))).toBe('payment_reference_missing');
    await refunds.update(caller, { refundId: id, amount: '0', currency: 'PLN', draft: true });
    await orders.put(caller, orderWish({ payments: [{ ...bare, reference }, ...others] }));
    await refunds.update(caller, { refundId: id, amount: '0.01', currency: 'PLN' });
    expect(await codeOf(refunds.confirm(caller, { refundId: id }))).toBe('done');
  });

  test('a page of drafts is counted from 1, oldest first, and says how many there are', async () => {
    const { refunds, refundReader } = gateway.services;
    for (let made = 0; made < 5; made++) await refunds.addManual(caller, manualWish({ amount: '1.00' }));
    const [first] = (await refundReader.drafts(caller, { page: 1, limit: 1 })).items;
    await refunds.cancel(caller, { refundId: first?.id ?? 0 });
    const numbersOn = async (page: number): Promise<unknown> => {
      const found = await refundReader.drafts(caller, { sourceType: 'order', page, limit: 3 });
      return [found.total, ...found.items.map(({ ordinal }) => ordinal)];
    };
    expect([await numbersOn(1), await numbersOn(2), await numbersOn(3)]).toEqual([[4, 5, 6, 7], [4, 8], [4]]);
    expect(await refundReader.drafts(caller, { sourceType: 'claim', page: 1, limit: 3 })).toEqual({
      items: [],
      total: 0,
    });
  });
});

describe('stricter platforms', () => {
  test('an order that is not open any more is refunded through its returns only', async () => {
    const { orders, refunds, refundReader } = gateway.services;
    const strict = { unfulfilledOnly: true } as const;
    const source = { sourceType: 'order', sourceId: ORDER } as const;
    expect(await codeOf(refunds.addAutomaticForOrder(caller, automaticWish(strict)))).toBe('order_not_open');
    expect(await codeOf(refundReader.possible(caller, { ...source, ...strict }))).toBe('order_not_open');
    await orders.put(caller, orderWish({ fulfilment: 'open' }));
    const { id } = await refunds.addAutomaticForOrder(caller, automaticWish(strict));
    const manual = await refunds.addManual(caller, manualWish());
    await orders.put(caller, orderWish({ fulfilment: 'cancelled' }));
    expect(await codeOf(refunds.confirm(caller, { refundId: id, ...strict }))).toBe('order_not_open');
    expect(await codeOf(refunds.confirm(caller, { refundId: manual.id, ...strict }))).toBe('done');
    expect(await codeOf(refunds.confirm(caller, { refundId: id }))).toBe('done');
  });

  test('a refund that is confirmed cannot be cancelled, although nothing was sent', async () => {
    const { refunds } = gateway.services;
    const { id } = await refunds.addAutomaticForOrder(caller, automaticWish());
    await refunds.confirm(caller, { refundId: id });
    const strict = { refundId: id, unconfirmedOnly: true } as const;
    expect(await codeOf(refunds.cancel(caller, strict))).toBe('transition_not_allowed');
    expect(await codeOf(refunds.cancel(caller, { refundId: id }))).toBe('done');
  });

  test('no payment that can go back by itself is another matter than this payment that cannot', async () => {
    const { orders, refunds } = gateway.services;
    expect(await codeOf(refunds.addAutomaticForOrder(caller, automaticWish({ paymentId: 3 })))).toBe(
      'payment_not_automatic',
    );
    const till = { paymentId: 3, provider: 'till', method: 'cash', amount: '60.00' };
    await orders.put(caller, orderWish({ payments: [till] }));
    expect(await codeOf(refunds.addAutomaticForOrder(caller, automaticWish({ paymentId: 3 })))).toBe(
      'order_not_automatic',
    );
  });

  test('the accounts of a manual refund are kept as they were written', async () => {
    const accounts = { account: '49 0000 0000', clientAccount: '49 0000 0001' };
    const { id } = await gateway.services.refunds.addManual(
      caller,
      manualWish({ destination: 'bank_transfer', ...accounts }),
    );
    await gateway.services.refunds.update(caller, { refundId: id, amount: '2.00', currency: 'PLN' });
    const { refund } = await gateway.services.refundReader.get(caller, id);
    expect(refund.transactions).toMatchObject([{ amount: 200, ...accounts }]);
  });
});
