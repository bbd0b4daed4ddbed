import { newOrder, requireReplaceable, type NewLine, type NewOrder, type NewPayment } from '../../src/domain/new-order';
import {
  isAutomatic,
  lineOf,
  lineTotal,
  paymentOf,
  payoutOf,
  refundableOf,
  refundableOnPayment,
  type Order,
} from '../../src/domain/order';
import type { Taken } from '../../src/domain/refund-content';
import type { UnitRange } from '../../src/domain/units';
import { refusedBy } from './refused';
import { line, order, payment, usedPayment, wishedOrder } from './samples';

const HUGE = Number.MAX_SAFE_INTEGER;

test.each([
  ['none', 0, 0],
  ['underway', 5, 0],
  ['underway', 5, 4],
  ['done', 5, 5],
] as const)('the payout is %s where %i were promised and %i given', (payout, committed, refunded) => {
  expect(payoutOf({ captured: 9, committed, refunded })).toBe(payout);
});

describe('what the customer paid for a line', () => {
  test.each<[string, Partial<NewLine>, boolean, number]>([
    ['price times quantity', {}, true, 3000],
    ['less the discount on the whole line', { discount: 100 }, true, 2900],
    ['tax included is not added again', { tax: 561 }, true, 3000],
    ['tax on top is added', { tax: 690 }, false, 3690],
    ['discount and tax on top', { discount: 1000, tax: 460 }, false, 2460],
    ['nothing, where all of it was discounted', { discount: 3000 }, true, 0],
  ])('%s', (_what, more, taxIncluded, total) => {
    expect(lineTotal(line(1, 3, 1000, more), taxIncluded)).toBe(total);
  });
});

describe('a new order', () => {
  test('adds up lines, shipping and payments', () => {
    const made = order({
      shipping: 500,
      lines: [line(1, 3, 1000, { discount: 100 }), line(2, 1, 250)],
      payments: [payment(1, 3000), payment(2, 650)],
    });
    expect(made).toMatchObject({ total: 3650, captured: 3650, committed: 0, refunded: 0 });
    expect(made.lines.map(({ total }) => total)).toEqual([2900, 250]);
    expect(made.payments.map(refundableOf)).toEqual([3000, 650]);
  });

  /** Twelve digits before the point: what every protocol can tell. */
  test.each([
    ['PLN', 99_999_999_999_999],
    ['VND', 999_999_999_999],
    ['KWD', 999_999_999_999_999],
  ])('in %s is worth at most %i, and may be worth that', (currency, most) => {
    const whole = { currency, lines: [line(1, 1, most)], payments: [payment(1, most)] };
    expect(order(whole)).toMatchObject({ total: most, captured: most });
    const more = {
      lines: { ...whole, shipping: 1 },
      payments: { ...whole, payments: [payment(1, most), payment(2, 1)] },
    };
    for (const [field, wish] of Object.entries(more)) {
      expect(refusedBy(() => order(wish))).toEqual({ code: 'amount_invalid', field });
    }
  });

  test('may have a line that is given away, or that is all tax', () => {
    const given = line(1, 2, 50, { discount: 100 });
    expect(order({ lines: [given, line(2, 1, 50, { tax: 50 })] }).lines.map(({ total }) => total)).toEqual([0, 50]);
  });

  test.each<[string, string, Partial<NewOrder>]>([
    ['request_invalid', 'lines[1].lineId', { lines: [line(1, 1, 1), line(1, 2, 2)] }],
    ['request_invalid', 'payments[1].paymentId', { payments: [payment(1, 1), payment(1, 2)] }],
    ['amount_invalid', 'lines[0].price', { lines: [line(1, 2, HUGE)] }],
    ['amount_invalid', 'lines[0].discount', { lines: [line(1, 2, 50, { discount: 101 })] }],
    ['amount_invalid', 'lines[0].tax', { lines: [line(1, 2, 50, { discount: 60, tax: 41 })] }],
    ['amount_invalid', 'lines', { lines: [line(1, 1, HUGE), line(2, 1, 1)] }],
    ['amount_invalid', 'lines', { lines: [line(1, 1, HUGE)], shipping: 1 }],
    ['amount_invalid', 'lines', { lines: [line(1, 1, HUGE, { tax: HUGE })], taxIncluded: false }],
    ['amount_invalid', 'payments', { payments: [payment(1, HUGE), payment(2, 1)] }],
  ])('is refused with %s for %s', (code, field, more) => {
    expect(refusedBy(() => newOrder(wishedOrder(more)))).toEqual({ code, field });
  });
});

describe('replacing an order', () => {
  const free: Taken = { units: new Map(), shipping: 0 };
  const taken: Taken = { units: new Map<number, UnitRange[]>([[1, [[1, 1]]]]), shipping: 200 };
  const old: Order = {
    ...order({ shipping: 500 }),
    captured: 3500,
    committed: 1200,
    refunded: 0,
    lines: order({ lines: [line(1, 3, 1000), line(2, 1, 100)] }).lines,
    payments: [usedPayment(1, 3000, 1000), usedPayment(2, 500, 0)],
  };
  const fresh = (more: Partial<NewOrder> = {}): Order =>
    order({
      shipping: 500,
      lines: [line(1, 3, 1000), line(2, 1, 100)],
      payments: [payment(1, 3000), payment(2, 500)],
      ...more,
    });
  const pay = (more: Partial<NewPayment>): Partial<NewOrder> => ({
    payments: [payment(1, 3000, more), payment(2, 500)],
  });

  test('that nobody was promised money from may change everything', () => {
    const untouched = { ...old, committed: 0, payments: [usedPayment(1, 3000, 0)] };
    const other = order({ currency: 'EUR', lines: [line(9, 1, 1)], payments: [] });
    expect(() => requireReplaceable(untouched, other, free, false)).not.toThrow();
  });

  test.each<[string, Partial<NewOrder>]>([
    ['the same', {}],
    ['a payment without refunds left out', { payments: [payment(1, 3000)] }],
    ['a payment that is just as large as what is held', { payments: [payment(1, 1000), payment(2, 500)] }],
    ['just as much money as refunds hold', { payments: [payment(1, 1000), payment(2, 200)] }],
    ['shipping that is just what was given back', { shipping: 200 }],
    ['a line without refunds left out', { lines: [line(1, 3, 1000)] }],
    ['another name for a line', { lines: [line(1, 3, 1000, { name: 'Other', sku: 'OTHER' })] }],
    ['a line more, first', { lines: [line(3, 1, 5), line(1, 3, 1000)] }],
  ])('with refunds may bring %s', (_what, more) => {
    expect(() => requireReplaceable(old, fresh(more), taken, true)).not.toThrow();
  });

  test.each<[string, string, Partial<NewOrder>]>([
    ['another currency', 'currency', { currency: 'EUR' }],
    ['less shipping than was given back', 'shipping', { shipping: 199 }],
    ['less money than refunds hold', 'payments', { payments: [payment(1, 1000), payment(2, 199)] }],
    ['no such payment any more', 'payments', { payments: [payment(2, 3000)] }],
    ['another provider', 'payments[0]', pay({ provider: 'stripe' })],
    ['another reference', 'payments[0]', pay({ reference: 'pay_9' })],
    ['less on the payment than it holds', 'payments[0].amount', { payments: [payment(1, 999), payment(2, 501)] }],
    ['no such line any more', 'lines', { lines: [line(2, 1, 100)] }],
    ['another quantity of a line', 'lines[0]', { lines: [line(1, 4, 750)] }],
    ['another worth of a line', 'lines[0]', { lines: [line(1, 3, 1000, { discount: 1 })] }],
  ])('with refunds is refused when it brings %s', (_what, field, more) => {
    expect(refusedBy(() => requireReplaceable(old, fresh(more), taken, true))).toEqual({
      code: 'order_has_refunds',
      field,
    });
  });

  test('with refunds of money alone, and of no goods, keeps what they were promised from', () => {
    expect(refusedBy(() => requireReplaceable(old, fresh({ currency: 'EUR' }), free, true)).field).toBe('currency');
    expect(() => requireReplaceable(old, fresh({ lines: [line(9, 1, 1)] }), free, true)).not.toThrow();
  });

  test('with an open return alone keeps the lines that are to come back', () => {
    const untouched = { ...old, committed: 0, payments: [usedPayment(1, 3000, 0)] };
    expect(refusedBy(() => requireReplaceable(untouched, fresh({ lines: [line(2, 1, 100)] }), taken, true)).field).toBe(
      'lines',
    );
  });
});

describe('parts of an order', () => {
  test('are found by their number, or refused', () => {
    expect(paymentOf(order(), 1).captured).toBe(3000);
    expect(lineOf(order(), 1, 'lineId').sku).toBe('SKU-1');
    expect(refusedBy(() => paymentOf(order(), 2))).toEqual({ code: 'payment_not_found', field: 'paymentId' });
    expect(refusedBy(() => lineOf(order(), 2, 'lines[3].lineId'))).toEqual({
      code: 'line_not_found',
      field: 'lines[3].lineId',
    });
  });

  test.each([
    ['what is left of the payment', 900, 100, 400],
    ['what manual refunds left of the order', 3000, 100, 0],
    ['nothing, when the payment is given back', 500, 500, 0],
  ])('a provider can give back %s', (_what, ofOrder, ofPayment, left) => {
    const whole = { captured: 3000, committed: ofOrder, refunded: 0 };
    expect(refundableOnPayment(whole, usedPayment(1, 500, ofPayment))).toBe(left);
  });

  test('a payment is given back automatically when its provider can do it and knows it', () => {
    const { reference: _, ...withoutReference } = usedPayment(1, 100, 0);
    expect(isAutomatic(usedPayment(1, 100, 0))).toBe(true);
    expect(isAutomatic(usedPayment(1, 100, 0, { refundable: false }))).toBe(false);
    expect(isAutomatic(withoutReference)).toBe(false);
  });
});
