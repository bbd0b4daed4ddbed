/** Rules 2, 3 and 6: what may still be given back, whichever door the wish came through and however many come at once. */
import { formatMinor, parseMoney } from '../../src/domain/money';
import type { PutOrder } from '../../src/services/wishes';
import {
  acceptedReturn,
  automaticWish,
  caller,
  manualWish,
  money,
  openShop,
  orderWish,
  refusalOf,
  type Gateway,
} from './gateway';

let gateway: Gateway;
async function open(order: Partial<PutOrder> = {}): Promise<void> {
  gateway = await openShop(order);
}
afterEach(() => gateway.close());

describe('manual and automatic refunds share the room of the order', () => {
  beforeEach(() => open());

  test('a manual refund leaves less for a provider than the payment itself has', async () => {
    const { refunds } = gateway.services;
    await refunds.addManual(caller, manualWish({ amount: '50.00' }));
    expect((await refusalOf(refunds.addAutomaticForOrder(caller, automaticWish({ amount: '10.01' })))).code).toBe(
      'amount_exceeds_refundable',
    );
    await refunds.addAutomaticForOrder(caller, automaticWish({ amount: '10.00' }));
    expect(await money(gateway)).toMatchObject({ order: '0/6000/6000', 'payment 1': '0/1000/3000' });
  });

  test('an automatic refund leaves less to be paid out by hand', async () => {
    const { refunds } = gateway.services;
    await refunds.addAutomaticForOrder(caller, automaticWish({ amount: '30.00' }));
    expect((await refusalOf(refunds.addManual(caller, manualWish({ amount: '30.01' })))).code).toBe(
      'amount_exceeds_refundable',
    );
    await refunds.addManual(caller, manualWish({ amount: '30.00' }));
  });

  test('a settled manual refund holds its room for good', async () => {
    const { refunds } = gateway.services;
    const { id: refundId } = await refunds.addManual(caller, manualWish({ amount: '60.00' }));
    await refunds.confirm(caller, { refundId });
    expect((await refusalOf(refunds.addAutomaticForOrder(caller, automaticWish({ amount: '0.01' })))).code).toBe(
      'amount_exceeds_refundable',
    );
  });

  test('a caller who saw more than is left for both is told', async () => {
    const { refunds } = gateway.services;
    await refunds.addManual(caller, manualWish({ amount: '50.00' }));
    const wish = automaticWish({ amount: '1.00', expectedRefundable: '30.00' });
    expect((await refusalOf(refunds.addAutomaticForOrder(caller, wish))).code).toBe('view_is_stale');
    await refunds.addAutomaticForOrder(caller, { ...wish, expectedRefundable: '10.00' });
  });
});

describe('a refund of returned goods covers what was accepted', () => {
  beforeEach(() => open());

  test.each<[string, (sourceId: number, amount: string) => Promise<unknown>]>([
    [
      'automatically',
      (sourceId, amount) => gateway.services.refunds.addAutomatic(caller, { sourceType: 'return', sourceId, amount }),
    ],
    [
      'by hand',
      (sourceId, amount) =>
        gateway.services.refunds.addManual(caller, manualWish({ sourceType: 'return', sourceId, amount })),
    ],
  ])('and no more, %s', async (_how, add) => {
    const { returns } = gateway.services;
    const { id: returnId } = await returns.open(caller, { orderId: 7, lines: [{ lineId: 1, quantity: 3 }] });
    await returns.accept(caller, { returnId, lines: [{ lineId: 1, quantity: 2 }] });
    expect((await refusalOf(add(returnId, '20.01'))).code).toBe('amount_exceeds_refundable');
    await add(returnId, '19.99');
    expect((await refusalOf(add(returnId, '0.02'))).code).toBe('amount_exceeds_refundable');
    await add(returnId, '0.01');
  });

  test('with both doors together', async () => {
    const { id: sourceId } = await acceptedReturn(gateway, 2);
    await gateway.services.refunds.addManual(caller, manualWish({ sourceType: 'return', sourceId, amount: '15' }));
    const wish = { sourceType: 'return', sourceId } as const;
    expect((await refusalOf(gateway.services.refunds.addAutomatic(caller, { ...wish, amount: '5.01' }))).code).toBe(
      'amount_exceeds_refundable',
    );
    expect((await gateway.services.refunds.addAutomatic(caller, wish)).amount).toBe(500);
  });

  test('also when it is changed later', async () => {
    const { id: sourceId } = await acceptedReturn(gateway, 1);
    const wish = { sourceType: 'return', sourceId, amount: '5' } as const;
    const { id: refundId } = await gateway.services.refunds.addAutomatic(caller, wish);
    const update = gateway.services.refunds.update(caller, { refundId, amount: '10.01', currency: 'PLN' });
    expect((await refusalOf(update)).code).toBe('amount_exceeds_refundable');
  });

  test.each(['automatic', 'manual'] as const)(
    'and the order itself does not give those goods back again: %s',
    async (how) => {
      const { refunds, returns } = gateway.services;
      await returns.open(caller, { orderId: 7, lines: [{ lineId: 1, quantity: 2 }] });
      const two = { amount: '20', lines: [{ lineId: 1, quantity: 2 }] };
      const one = { amount: '10', lines: [{ lineId: 1, quantity: 1 }] };
      const add = (more: typeof two): Promise<unknown> =>
        how === 'automatic'
          ? refunds.addAutomaticForOrder(caller, automaticWish(more))
          : refunds.addManual(caller, manualWish(more));
      expect((await refusalOf(add(two))).code).toBe('quantity_exceeds_refundable');
      await add(one);
      expect((await refusalOf(add(one))).code).toBe('quantity_exceeds_refundable');
    },
  );

  test('and goods given back with the order cannot come back in a return', async () => {
    const { refunds, returns } = gateway.services;
    const wish = automaticWish({ amount: '20', lines: [{ lineId: 1, quantity: 2 }] });
    const { id: refundId } = await refunds.addAutomaticForOrder(caller, wish);
    const openTwo = (): Promise<unknown> => returns.open(caller, { orderId: 7, lines: [{ lineId: 1, quantity: 2 }] });
    expect((await refusalOf(openTwo())).code).toBe('quantity_exceeds_refundable');
    await refunds.cancel(caller, { refundId });
    await openTwo();
  });

  test('and no more than was paid for the order is left', async () => {
    const { refunds } = gateway.services;
    await refunds.addManual(caller, manualWish({ amount: '55' }));
    const { id: sourceId } = await acceptedReturn(gateway, 2);
    expect((await refunds.addAutomatic(caller, { sourceType: 'return', sourceId })).amount).toBe(500);
  });
});

describe('parts always add up', () => {
  test.each([
    ['PLN', '100.00', 3],
    ['PLN', '0.01', 3],
    ['HUF', '9.99', 4],
    ['JPY', '1000', 7],
    ['VND', '99999', 13],
    ['KWD', '10.001', 6],
  ])('%s %s in %i units that come back one by one', async (currency, amount, quantity) => {
    const whole = parseMoney(amount, currency).minor;
    const discount = formatMinor(whole * (quantity - 1), currency);
    await open({
      ...{ currency, shipping: '0', lines: [{ lineId: 1, sku: 'A', name: 'A', quantity, price: amount, discount }] },
      payments: [{ paymentId: 1, provider: 'simulated', method: 'card', reference: 'r', amount }],
    });
    for (let unit = 1; unit <= quantity; unit++) {
      const { id: sourceId, captured } = await acceptedReturn(gateway, 1);
      // A unit of a cheap line may be worth nothing; then there is nothing to refund.
      if (captured > 0) await gateway.services.refunds.addAutomatic(caller, { sourceType: 'return', sourceId });
    }
    expect(await money(gateway)).toMatchObject({ order: `0/${whole}/${whole}` });
  });
});

describe('many callers at once', () => {
  const code = (error: unknown): string => (error as { code?: string }).code ?? String(error);

  test('200 refunds of one payment never give back more than it has', async () => {
    await open();
    const answers = await Promise.allSettled(
      Array.from({ length: 200 }, (_, index) =>
        gateway.services.refunds.addAutomaticForOrder(caller, automaticWish({ amount: index % 2 ? '0.70' : '1.30' })),
      ),
    );
    const added = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.amount] : []));
    const codes = answers.flatMap((answer) => (answer.status === 'rejected' ? [code(answer.reason)] : []));
    const sum = added.reduce((total, amount) => total + amount, 0);
    expect(new Set(codes)).toEqual(new Set(['amount_exceeds_refundable']));
    expect(sum).toBe(3000);
    expect(await money(gateway)).toMatchObject({ order: '0/3000/6000', 'payment 1': '0/3000/3000' });
  });

  test('200 refunds of both methods and both payments never give back more than the order has', async () => {
    await open({ payments: orderWish().payments.slice(0, 2) });
    const answers = await Promise.allSettled(
      Array.from({ length: 200 }, (_, index) =>
        index % 3 === 0
          ? gateway.services.refunds.addManual(caller, manualWish({ amount: '0.90' }))
          : gateway.services.refunds.addAutomaticForOrder(
              caller,
              automaticWish({ paymentId: index % 3, amount: '0.90' }),
            ),
      ),
    );
    const sum = answers.reduce((total, answer) => total + (answer.status === 'fulfilled' ? answer.value.amount : 0), 0);
    expect(sum).toBe(4950);
    expect((await money(gateway))['order']).toBe('0/4950/5000');
  });

  test('refunds that are added, changed and cancelled at once leave the pots as the refunds say', async () => {
    await open();
    const { refunds, refundReader } = gateway.services;
    const churn = async (index: number): Promise<void> => {
      const { id: refundId } = await refunds.addAutomaticForOrder(caller, automaticWish({ amount: `0.${20 + index}` }));
      await refunds.update(caller, { refundId, amount: `1.${10 + index}`, currency: 'PLN' });
      if (index % 2) await refunds.cancel(caller, { refundId });
      else await refunds.confirm(caller, { refundId });
    };
    await Promise.allSettled(Array.from({ length: 60 }, (_, index) => churn(index)));
    const { items } = await refundReader.list(caller, { state: 'all', limit: 100 });
    const live = items.filter(({ transactions }) => transactions.every(({ state }) => state !== 'cancelled'));
    const held = live.reduce((sum, { amount }) => sum + amount, 0);
    expect(held).toBeGreaterThan(0);
    expect(await money(gateway)).toMatchObject({ order: `0/${held}/6000`, 'payment 1': `0/${held}/3000` });
  });
});
