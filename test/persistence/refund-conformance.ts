import { nextOrdinal } from '../../src/domain/ordinal';
import { foundReturn, newRefund, newTransaction, NOW, order } from './samples';
import { refusalCode, type Subject } from './subject';

/** Refunds and the transactions that carry them out. */
export function refundConformance(subject: Subject): void {
  beforeEach(() => subject.work(({ orders }) => orders.put('a', order)));
  const add = (change: Partial<typeof newRefund> = {}) =>
    subject.work(async ({ orders, refunds }) => {
      const { lastOrdinal = 0 } = (await orders.find('a', order.id)) ?? {};
      const refund = { ...newRefund, ordinal: nextOrdinal({ lastOrdinal }), ...change };
      await orders.takeOrdinal('a', order.id, refund.ordinal);
      return refunds.add('a', refund);
    });

  test('a refund comes back as it was added, with its lines and transactions', async () => {
    const cash = { amount: 500, destination: 'cash' as const, reference: 'till 3' };
    const added = await add({ transactions: [newTransaction, cash] });
    const found = await subject.database.reader.read(({ refunds }) => refunds.find('a', added.id));
    expect(found).toStrictEqual(added);
    expect(found?.transactions).toMatchObject([
      { state: 'requested', amount: 2000, paymentId: 1, provider: 'simulated', updatedAt: NOW },
      { state: 'requested', amount: 500, destination: 'cash', reference: 'till 3', updatedAt: NOW },
    ]);
    expect(await subject.work(({ refunds }) => refunds.linesOf('a', added.id))).toEqual(newRefund.lines);
    expect(await subject.work(({ refunds }) => refunds.orderOf('a', added.id))).toBe(42);
    const [record] = await subject.work(({ refunds }) => refunds.transactionsOf('a', added.id));
    expect(record).toStrictEqual({
      ...{
        id: added.transactions[0]?.id,
        shop: 'a',
        refundId: added.id,
        orderId: 42,
        state: 'requested',
        amount: 2000,
      },
      ...{ currency: 'PLN', paymentId: 1, provider: 'simulated', providerKey: '01KEY', createdAt: NOW, updatedAt: NOW },
      shares: [],
    });
    expect(await subject.work(({ refunds }) => refunds.findByProviderKey('a', '01KEY'))).toEqual(record);
    expect(await subject.work(({ refunds }) => refunds.transaction('a', record?.id ?? 0))).toEqual(record);
  });

  test('a refund of another shop is not there', async () => {
    const { id, transactions } = await add();
    await subject.work(async ({ refunds }) => {
      const record = await refunds.transaction('a', transactions[0]?.id ?? 0);
      if (!record) throw new Error('the transaction is there');
      const foreign = { ...record, shop: 'b' };
      expect(await refunds.find('b', id)).toBeUndefined();
      expect(await refunds.orderOf('b', id)).toBeUndefined();
      expect(await refunds.linesOf('b', id)).toEqual([]);
      expect(await refunds.transactionsOf('b', id)).toEqual([]);
      expect(await refunds.transaction('b', record.id)).toBeUndefined();
      expect(await refunds.findByProviderKey('b', '01KEY')).toBeUndefined();
      expect(await refunds.list('b', { after: 0, limit: 9 })).toEqual([]);
      expect(await refunds.unitsTaken('b', 42)).toEqual([]);
      expect(await refunds.shippingTaken('b', 42)).toBe(0);
      expect(await refusalCode(refunds.move(foreign, 'approved', NOW))).toBe('transition_not_allowed');
      expect(await refusalCode(refunds.resizeTransaction(foreign, 1, NOW))).toBe('transition_not_allowed');
      expect(await refusalCode(refunds.dropTransaction(foreign))).toBe('transition_not_allowed');
      await refunds.resize('b', id, 1, { adjustment: 0, lines: [] });
      await refunds.markConfirmed('b', id, NOW);
      expect(await refunds.find('a', id)).toMatchObject({ amount: 2000 });
      expect((await refunds.find('a', id))?.confirmedAt).toBeUndefined();
    });
  });

  test('a transaction moves only from the state it was seen in', async () => {
    const { id } = await add();
    const [seen] = await subject.work(({ refunds }) => refunds.transactionsOf('a', id));
    if (!seen) throw new Error('the transaction is there');
    await subject.work(({ refunds }) => refunds.move(seen, 'approved', NOW + 1));
    expect(await refusalCode(subject.work(({ refunds }) => refunds.move(seen, 'cancelled', NOW + 2)))).toBe(
      'transition_not_allowed',
    );
    for (const step of ['resize', 'drop'] as const) {
      const wish = subject.work(({ refunds }) =>
        step === 'drop' ? refunds.dropTransaction(seen) : refunds.resizeTransaction(seen, 1, NOW),
      );
      expect(await refusalCode(wish)).toBe('transition_not_allowed');
    }
    expect(await subject.work(({ refunds }) => refunds.transaction('a', seen.id))).toEqual({
      ...{ ...seen, state: 'approved', updatedAt: NOW + 1 },
    });
  });

  test('a reference once known stays, a message goes with its state, and the time of settling is kept', async () => {
    const { id } = await add();
    const move = (to: 'approved' | 'sending' | 'unknown' | 'settled' | 'reversed', at: number, news = {}) =>
      subject.work(async ({ refunds }) => {
        const [seen] = await refunds.transactionsOf('a', id);
        if (seen) await refunds.move(seen, to, at, news);
        return (await refunds.transactionsOf('a', id))[0];
      });
    await move('approved', 1);
    await move('sending', 2);
    expect(await move('unknown', 3, { message: 'no answer', reference: 're_1' })).toMatchObject({
      message: 'no answer',
    });
    const settled = await move('settled', 4);
    expect(settled).toMatchObject({ reference: 're_1', settledAt: 4, updatedAt: 4 });
    expect(settled).not.toHaveProperty('message');
    expect(await move('reversed', 5, { message: 'account closed' })).toMatchObject({
      ...{ state: 'reversed', reference: 're_1', settledAt: 4, updatedAt: 5, message: 'account closed' },
    });
  });

  test('a refund that is not confirmed can be planned anew', async () => {
    const { id } = await add({ transactions: [newTransaction, { amount: 100, paymentId: 2 }] });
    await subject.work(async ({ refunds }) => {
      const [first, second] = await refunds.transactionsOf('a', id);
      if (!first || !second) throw new Error('both transactions are there');
      await refunds.resize('a', id, 1530, { adjustment: -470 });
      await refunds.resizeTransaction(first, 1500, NOW + 1);
      await refunds.dropTransaction(second);
      await refunds.addTransaction('a', id, { amount: 30, paymentId: 3 }, NOW + 2);
      await refunds.markConfirmed('a', id, NOW + 3);
    });
    expect(await subject.work(({ refunds }) => refunds.find('a', id))).toMatchObject({
      ...{ amount: 1530, adjustment: -470, confirmedAt: NOW + 3 },
      transactions: [
        { amount: 1500, updatedAt: NOW + 1 },
        { amount: 30, paymentId: 3, updatedAt: NOW + 2, state: 'requested' },
      ],
    });
  });

  test('goods that came back without money keep where they went, and stay taken', async () => {
    const lines = [{ ...newRefund.lines[0]!, restock: 'return' as const, location: 31 }];
    const adjustments = [
      { kind: 'shipping' as const, reason: 'late', amount: 300, tax: 0 },
      { kind: 'discrepancy' as const, amount: -50, tax: -5 },
    ];
    const ghost = await add({ amount: 0, lines, adjustments, shipping: 300, transactions: [] });
    expect(ghost.transactions).toEqual([]);
    const moved = await add({ lines: [], transactions: [{ amount: 1, paymentId: 1, way: 'cash' }] });
    await subject.work(async ({ refunds }) => {
      expect(await refunds.find('a', ghost.id)).toStrictEqual(ghost);
      expect(await refunds.linesOf('a', ghost.id)).toStrictEqual(lines);
      const found = lines.map((line) => ({ refundId: ghost.id, ...line }));
      expect(await refunds.linesOfOrders('a', [42])).toStrictEqual(found);
      const named = adjustments.map((adjustment) => ({ refundId: ghost.id, ...adjustment }));
      expect(await refunds.adjustmentsOfOrders('a', [42])).toStrictEqual(named);
      expect(await refunds.unitsTaken('a', 42)).toEqual([{ lineId: lines[0]?.lineId, units: lines[0]?.units }]);
      expect(await refunds.shippingTaken('a', 42)).toBe(300 + newRefund.shipping);
      expect((await refunds.find('a', moved.id))?.transactions).toMatchObject([{ way: 'cash' }]);
      expect(await refunds.transactionsOf('a', moved.id)).toMatchObject([{ way: 'cash' }]);
      expect(await refunds.linesOfOrders('b', [42])).toEqual([]);
      expect(await refunds.adjustmentsOfOrders('b', [42])).toEqual([]);
    });
  });

  test('a refund for several returns keeps what each transaction gives for each, and their goods stay theirs', async () => {
    const { id: returnId } = await subject.work(({ returns }) => returns.add('a', foundReturn));
    const shares = [{ returnId, amount: 1500 }];
    const lines = [{ ...newRefund.lines[0]!, returnId }];
    const joint = await add({
      said: '{"ação":1}',
      lines,
      transactions: [{ ...newTransaction, shares }, { amount: 5 }],
    });
    const plain = { sourceType: 'return' as const, sourceId: returnId, returnId, lines: [] };
    const own = await add({ ...plain, transactions: [{ amount: 700 }] });
    await subject.work(async ({ refunds }) => {
      expect(await refunds.find('a', joint.id)).toStrictEqual(joint);
      expect(joint).toMatchObject({ said: '{"ação":1}', transactions: [{ shares }, {}] });
      expect(joint.transactions[1]).not.toHaveProperty('shares');
      expect(await refunds.linesOf('a', joint.id)).toStrictEqual(lines);
      expect((await refunds.transactionsOf('a', joint.id)).map((one) => one.shares)).toEqual([shares, []]);
      expect((await refunds.transactionsOf('a', own.id)).map((one) => one.shares)).toEqual([
        [{ returnId, amount: 700 }],
      ]);
      expect(await refunds.unitsTaken('a', 42)).toEqual([]);
    });
  });

  test('units and shipping are taken by live refunds only, and units of returns are not the order’s', async () => {
    const { id: returnId } = await subject.work(({ returns }) => returns.add('a', foundReturn));
    await add({ shipping: 300 });
    await add({
      ...{ shipping: 50, transactions: [{ amount: 1 }] },
      lines: [
        { lineId: 7, sku: 'mug', quantity: 1, units: [[3, 3]], amount: 1 },
        { lineId: 2, sku: 'cup', quantity: 1, units: [[1, 1]], amount: 1 },
      ],
    });
    const released = await add({ shipping: 1000, transactions: [{ amount: 1 }] });
    await add({ sourceType: 'return', sourceId: returnId, returnId, shipping: 7, transactions: [{ amount: 1 }] });
    await subject.work(async ({ refunds }) => {
      for (const one of await refunds.transactionsOf('a', released.id)) await refunds.move(one, 'cancelled', NOW);
    });
    await subject.work(async ({ refunds }) => {
      expect(await refunds.unitsTaken('a', 42)).toEqual([
        { lineId: 7, units: [[1, 1], [3, 3]] }, // prettier-ignore
        { lineId: 2, units: [[1, 1]] },
      ]);
      expect(await refunds.shippingTaken('a', 42)).toBe(357);
      expect(await refunds.shippingTaken('a', 43)).toBe(0);
    });
  });
}
