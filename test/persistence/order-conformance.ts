import { bareOrder, order, payment } from './samples';
import { refusalCode, type Subject } from './subject';

/** Orders: what is put comes back, and the pots keep the rule about money. */
export function orderConformance(subject: Subject): void {
  test('an order comes back as it was put, with its lines in their order', async () => {
    await subject.work(({ orders }) => orders.put('a', order));
    await subject.work(({ orders }) => orders.put('a', bareOrder));
    expect(await subject.database.reader.read(({ orders }) => orders.find('a', 42))).toEqual(order);
    expect(await subject.work(({ orders }) => orders.lock('a', 1))).toStrictEqual(bareOrder);
  });

  test('how far an order has come is written apart from it, and a new version of the order leaves it alone', async () => {
    const marked = { id: 42, fulfilment: 'cancelled', confirmedAt: 5, updatedAt: 6 } as const;
    await subject.work(({ orders }) => orders.put('a', order));
    await subject.work(({ orders }) => orders.mark('b', marked));
    expect(await subject.work(({ orders }) => orders.find('a', 42))).toEqual(order);
    await subject.work(({ orders }) => orders.mark('a', marked));
    expect(await subject.work(({ orders }) => orders.find('a', 42))).toEqual({ ...order, ...marked });
    await subject.work(({ orders }) => orders.put('a', order));
    expect(await subject.work(({ orders }) => orders.find('a', 42))).toEqual({ ...order, confirmedAt: 5 });
  });

  test('an order of another shop is not there, and both shops may use one number', async () => {
    await subject.work(({ orders }) => orders.put('a', order));
    expect(await subject.work(({ orders }) => orders.find('b', 42))).toBeUndefined();
    await subject.work(({ orders }) => orders.put('b', { ...order, currency: 'EUR' }));
    expect(await subject.work(({ orders }) => orders.find('a', 42))).toEqual(order);
    expect(
      await refusalCode(subject.work(({ orders }) => orders.change('c', 42, 1, { committed: 1, refunded: 0 }))),
    ).toBe('amount_exceeds_refundable');
  });

  test('putting an order again replaces lines and payments and leaves the pots alone', async () => {
    const second = { ...payment, id: 2, ordinal: 2, captured: 500 };
    await subject.work(({ orders }) => orders.put('a', { ...order, payments: [payment, second] }));
    await subject.work(({ orders }) => orders.change('a', 42, 1, { committed: 300, refunded: 100 }));
    const third = { ...payment, id: 3, ordinal: 3, captured: 700 };
    const changed = { ...order, lines: order.lines.slice(1), payments: [{ ...payment, method: 'blik' }, third] };
    await subject.work(({ orders }) => orders.put('a', changed));
    expect(await subject.work(({ orders }) => orders.find('a', 42))).toEqual({
      ...changed,
      ...{ captured: 10_700, committed: 300, refunded: 100 },
      payments: [{ ...payment, method: 'blik', committed: 300, refunded: 100 }, third],
    });
  });

  test.each([
    ['a payment that money hangs on is missing', [{ ...payment, id: 2, ordinal: 2, captured: 10_000 }]],
    [
      'a payment is worth less than hangs on it',
      [
        { ...payment, captured: 299 },
        { ...payment, id: 2, ordinal: 2 },
      ],
    ],
    ['the order is worth less than hangs on it', []],
  ])('an order is not replaced when %s', async (_why, payments) => {
    await subject.work(({ orders }) => orders.put('a', order));
    await subject.work(({ orders }) => orders.change('a', 42, 1, { committed: 300, refunded: 0 }));
    expect(await refusalCode(subject.work(({ orders }) => orders.put('a', { ...order, payments })))).toBe(
      'order_has_refunds',
    );
    expect(await subject.work(({ orders }) => orders.find('a', 42))).toMatchObject({
      captured: 10_000,
      committed: 300,
    });
  });

  test.each([
    ['more committed than captured', { committed: 10_001, refunded: 0 }],
    ['more refunded than committed', { committed: 1, refunded: 2 }],
    ['less refunded than nothing', { committed: 0, refunded: -1 }],
    ['less committed than nothing', { committed: -1, refunded: 0 }],
  ])('a pot never has %s', async (_what, change) => {
    await subject.work(({ orders }) => orders.put('a', order));
    for (const paymentId of [undefined, 1]) {
      const wish = subject.work(({ orders }) => orders.change('a', 42, paymentId, change));
      expect(await refusalCode(wish)).toBe('amount_exceeds_refundable');
    }
    expect(await subject.work(({ orders }) => orders.find('a', 42))).toEqual(order);
  });

  test('a change that the payment refuses leaves the order as it was, even when the unit of work goes on', async () => {
    await subject.work(({ orders }) =>
      orders.put('a', { ...order, payments: [payment, { ...payment, id: 2, ordinal: 2 }] }),
    );
    await subject.work(async ({ orders }) => {
      const wish = orders.change('a', 42, 1, { committed: 15_000, refunded: 0 });
      expect(await refusalCode(wish)).toBe('amount_exceeds_refundable');
    });
    expect(await subject.work(({ orders }) => orders.find('a', 42))).toMatchObject({ captured: 20_000, committed: 0 });
  });

  test('the whole of a pot can be committed, refunded and released again', async () => {
    await subject.work(({ orders }) => orders.put('a', order));
    for (const sign of [1, -1]) {
      await subject.work(({ orders }) =>
        orders.change('a', 42, 1, { committed: sign * 10_000, refunded: sign * 10_000 }),
      );
    }
    expect(await subject.work(({ orders }) => orders.find('a', 42))).toEqual(order);
  });

  test('the greatest safe amount comes back exact', async () => {
    const most = Number.MAX_SAFE_INTEGER;
    const rich = { ...order, id: most, total: most, captured: most, payments: [{ ...payment, captured: most }] };
    await subject.work(({ orders }) => orders.put('a', rich));
    await subject.work(({ orders }) => orders.change('a', most, 1, { committed: most - 1, refunded: 0 }));
    await subject.work(({ orders }) => orders.change('a', most, 1, { committed: 1, refunded: most }));
    for (const more of [1, 2, most]) {
      const wish = subject.work(({ orders }) => orders.change('a', most, 1, { committed: more, refunded: 0 }));
      expect(await refusalCode(wish)).toBe('amount_exceeds_refundable');
    }
    const found = await subject.work(({ orders }) => orders.find('a', most));
    expect(found).toMatchObject({ id: most, captured: most, committed: most, refunded: most });
    expect(found?.payments[0]).toMatchObject({ captured: most, committed: most, refunded: most });
  });

  test('sixty reservations at once never pass what was captured', async () => {
    await subject.work(({ orders }) => orders.put('a', order));
    const wishes = Array.from({ length: 60 }, () =>
      refusalCode(subject.work(({ orders }) => orders.change('a', 42, 1, { committed: 300, refunded: 0 }))),
    );
    const answers = await Promise.all(wishes);
    expect(answers.filter((answer) => answer === 'none')).toHaveLength(33);
    const found = await subject.work(({ orders }) => orders.find('a', 42));
    expect(found).toMatchObject({ committed: 9900, payments: [{ committed: 9900 }] });
  });
}
