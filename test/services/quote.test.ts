/** A quote promises nothing that the refund itself would refuse, and refuses nothing that it would take. */
import type { QuoteRefund } from '../../src/services/wishes';
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
beforeEach(async () => {
  gateway = await openShop();
});
afterEach(() => gateway.close());

const quote = (more: Partial<QuoteRefund> = {}): ReturnType<Gateway['services']['refundReader']['quote']> =>
  gateway.services.refundReader.quote(caller, { sourceType: 'order', sourceId: 7, ...more });

describe('a quote', () => {
  test('of nothing in particular is of all that is left', async () => {
    await gateway.services.refunds.addManual(caller, manualWish({ amount: '4.00' }));
    expect(await quote()).toMatchObject({
      ...{ sourceType: 'order', sourceId: 7, orderId: 7, currency: 'PLN', lines: [], shipping: 0 },
      amount: 5600,
      refundable: 5600,
      automaticallyRefundable: 5000,
      adjustment: 5600,
    });
  });

  test('adds up lines, shipping and adjustment, and explains each', async () => {
    const answer = await quote({ lines: [{ lineId: 1, quantity: 2 }], shipping: '5.00', adjustment: '-1.50' });
    expect(answer).toMatchObject({
      ...{ amount: 2350, shipping: 500, adjustment: -150, automaticallyRefundable: 2350 },
      lines: [{ lineId: 1, quantity: 2, amount: 2000, explanation: '2 of 3 units (1-2) of a line worth 30.00 PLN' }],
      parts: [{ payment: { id: 1 }, amount: 2350 }],
      explanation: '23.50 PLN = lines 20.00 + shipping 5.00 + adjustment -1.50; all of it automatic',
    });
  });

  test.each<[string, Partial<QuoteRefund>, number]>([
    ['shipping', { shipping: '5.00' }, 500],
    ['adjustment', { adjustment: '3.00' }, 300],
    ['lines', { lines: [{ lineId: 2, quantity: 1 }] }, 2500],
    ['parts that come to nothing', { shipping: '1.00', adjustment: '-1.00' }, 0],
  ])('of %s alone is of nothing else', async (_what, parts, amount) => {
    expect(await quote(parts)).toMatchObject({ amount, automaticallyRefundable: amount });
  });

  test('gives each unit its share of discount and tax, and names units that do not follow each other', async () => {
    const mug = { lineId: 1, sku: 'MUG', name: 'Mug', quantity: 3, price: '10.00', discount: '1.00', tax: '2.00' };
    await gateway.services.orders.put(caller, orderWish({ orderId: 8, lines: [mug] }));
    const wish = automaticWish({ orderId: 8, amount: '9.66', lines: [{ lineId: 1, quantity: 1 }] });
    const { id: refundId } = await gateway.services.refunds.addAutomaticForOrder(caller, wish);
    await gateway.services.refunds.addAutomaticForOrder(caller, wish);
    await gateway.services.refunds.cancel(caller, { refundId });
    const { lines } = await quote({ sourceId: 8, lines: [{ lineId: 1, quantity: 2 }] });
    expect(lines).toEqual([
      {
        ...{ lineId: 1, sku: 'MUG', quantity: 2, amount: 1933, discount: 67, tax: 133 },
        explanation: '2 of 3 units (1, 3) of a line worth 29.00 PLN',
      },
    ]);
  });

  test('says why each payment gives that much, and that nothing is automatic when none is left', async () => {
    const { refunds } = gateway.services;
    await refunds.addAutomaticForOrder(caller, automaticWish({ amount: '30.00' }));
    expect((await quote({ amount: '8.00' })).parts.map(({ explanation }) => explanation)).toEqual([
      'payment 2 (blik) has 20.00 PLN left; planned largest_first',
    ]);
    await refunds.addAutomaticForOrder(caller, automaticWish({ paymentId: 2, amount: '20.00' }));
    expect(await quote({ amount: '8.00' })).toMatchObject({
      ...{ amount: 800, automaticallyRefundable: 0, parts: [] },
      explanation: '8.00 PLN = lines 0.00 + shipping 0.00 + adjustment 8.00; 0.00 automatic, 8.00 manual',
    });
  });

  test('of an amount works the adjustment out', async () => {
    expect(await quote({ amount: '12.00', lines: [{ lineId: 1, quantity: 1 }] })).toMatchObject({
      amount: 1200,
      adjustment: 200,
    });
  });

  test('tells what must be paid out by hand', async () => {
    const answer = await quote({ amount: '55.00' });
    expect(answer.parts.map(({ payment, amount }) => [payment.id, amount])).toEqual([
      [1, 3000],
      [2, 2000],
    ]);
    expect(answer.explanation).toMatch('50.00 automatic, 5.00 manual');
  });

  test('of a return is of what was accepted', async () => {
    const { id: sourceId } = await acceptedReturn(gateway, 2);
    expect(await quote({ sourceType: 'return', sourceId })).toMatchObject({
      amount: 2000,
      refundable: 2000,
      lines: [{ quantity: 2 }],
    });
    expect(await quote({ sourceType: 'return', sourceId, adjustment: '-3' })).toMatchObject({
      amount: 1700,
      adjustment: -300,
    });
  });

  test('of goods that are worth more than is left is cut to that, and says so', async () => {
    await gateway.services.refunds.addManual(caller, manualWish({ amount: '45.00' }));
    const answer = await quote({ lines: [{ lineId: 1, quantity: 3 }], shipping: '5' });
    expect(answer).toMatchObject({ amount: 1500, refundable: 1500, adjustment: -2000, shipping: 500 });
    expect(answer.explanation).toMatch('; cut by 20.00 to what is left to refund');
  });

  test('writes nothing, and is kept by the refund that follows it', async () => {
    const before = await money(gateway);
    const { amount } = await quote({ lines: [{ lineId: 1, quantity: 3 }] });
    expect(await money(gateway)).toEqual(before);
    const wish = automaticWish({ amount: (amount / 100).toFixed(2), lines: [{ lineId: 1, quantity: 3 }] });
    expect(await gateway.services.refunds.addAutomaticForOrder(caller, wish)).toMatchObject({ amount, adjustment: 0 });
  });

  test.each<[string, string | undefined, Partial<QuoteRefund>]>([
    ['order_not_found', 'sourceId', { sourceId: 8 }],
    ['return_not_found', 'sourceId', { sourceType: 'return' }],
    ['request_invalid', 'adjustment', { amount: '1', adjustment: '1' }],
    ['amount_invalid', 'amount', { amount: '1.001' }],
    ['amount_invalid', 'amount', { amount: '-1' }],
    ['line_not_found', 'lines[0].lineId', { lines: [{ lineId: 9, quantity: 1 }] }],
    ['quantity_exceeds_refundable', 'lines[0].quantity', { lines: [{ lineId: 1, quantity: 4 }] }],
    ['shipping_exceeds_refundable', 'shipping', { shipping: '5.01' }],
    ['amount_invalid', 'adjustment', { adjustment: '1.001' }],
    ['amount_invalid', 'adjustment', { shipping: '1.00', adjustment: '-1.01' }],
    ['amount_exceeds_refundable', 'amount', { amount: '60.01' }],
  ])('is refused with %s for %s', async (code, field, more) => {
    expect(await refusalOf(quote(more))).toMatchObject({ code, field });
  });

  test('of a return names no lines, and waits until it is accepted', async () => {
    const { id: sourceId } = await gateway.services.returns.open(caller, {
      orderId: 7,
      lines: [{ lineId: 1, quantity: 1 }],
    });
    const of = { sourceType: 'return', sourceId } as const;
    expect((await refusalOf(quote(of))).code).toBe('return_not_accepted');
    await gateway.services.returns.accept(caller, { returnId: sourceId });
    expect(await refusalOf(quote({ ...of, lines: [{ lineId: 1, quantity: 1 }] }))).toMatchObject({
      code: 'request_invalid',
      field: 'lines',
    });
  });
});
