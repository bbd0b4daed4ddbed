import { foundReturn, newRefund, order } from './samples';
import type { Subject } from './subject';

/** What belongs to the orders of a page, read at once. */
export function batchConformance(subject: Subject): void {
  const ids = (rows: readonly { id: number }[]): number[] => rows.map(({ id }) => id);
  const line = newRefund.lines[0]!;
  const named = { kind: 'discrepancy' as const, amount: -50, tax: 0 };

  beforeEach(() =>
    subject.work(async ({ orders, returns, refunds }) => {
      for (const id of [42, 43, 44]) await orders.put('a', { ...order, id });
      await orders.put('b', order);
      const { reference: _, ...nameless } = foundReturn;
      const ofOrder = (id: number) => ({ ...newRefund, orderId: id, sourceId: id, transactions: [{ amount: 1 }] });
      await refunds.add('a', { ...ofOrder(43), adjustments: [named] });
      await refunds.add('a', ofOrder(42));
      await refunds.add('a', ofOrder(44));
      const { id: returnId } = await returns.add('a', { ...nameless, orderId: 43 });
      await returns.add('a', nameless);
      await returns.add('a', { ...nameless, orderId: 44 });
      const lines = [{ ...line, lineId: 2 }, line];
      const transactions = [{ amount: 1 }, { amount: 2 }];
      await refunds.add('a', {
        ...{ ...ofOrder(43), sourceType: 'return', sourceId: returnId, returnId, ordinal: 1, lines, transactions },
        adjustments: [named, { ...named, amount: 7 }],
      });
      await refunds.add('b', { ...newRefund, transactions: [] });
      await returns.add('b', nameless);
    }),
  );

  test('lines come by order in their places, and an order of another shop has none', async () => {
    await subject.database.reader.read(async ({ orders }) => {
      expect([...(await orders.linesIn('a', [43, 42, 99]))]).toStrictEqual([
        [43, order.lines],
        [42, order.lines],
        [99, []],
      ]);
      expect(await orders.linesIn('b', [43])).toEqual(new Map([[43, []]]));
      expect(await orders.linesIn('a', [])).toEqual(new Map());
    });
  });

  test('refunds come by order, those of returns too, each whole', async () => {
    await subject.database.reader.read(async ({ refunds }) => {
      const found = await refunds.ofOrders('a', [43, 42]);
      expect(ids(found)).toEqual([2, 1, 4]);
      for (const refund of found) expect(refund).toStrictEqual(await refunds.find('a', refund.id));
      expect(ids(await refunds.ofOrders('b', [43, 42]))).toEqual([5]);
      expect(await refunds.ofOrders('a', [])).toEqual([]);
    });
  });

  test('so do their lines and the adjustments that were named', async () => {
    await subject.database.reader.read(async ({ refunds }) => {
      expect(await refunds.linesOfOrders('a', [43, 42])).toStrictEqual([
        { refundId: 2, ...line },
        { refundId: 1, ...line },
        { refundId: 4, ...line, lineId: 2 },
        { refundId: 4, ...line },
      ]);
      expect(await refunds.adjustmentsOfOrders('a', [43, 42])).toStrictEqual([
        { refundId: 1, ...named },
        { refundId: 4, ...named },
        { refundId: 4, ...named, amount: 7 },
      ]);
      expect(await refunds.linesOfOrders('b', [43, 44])).toEqual([]);
      expect(await refunds.adjustmentsOfOrders('b', [43, 42])).toEqual([]);
      expect([await refunds.linesOfOrders('a', []), await refunds.adjustmentsOfOrders('a', [])]).toEqual([[], []]);
    });
  });

  test('and so do returns with their lines', async () => {
    await subject.database.reader.read(async ({ returns }) => {
      const found = await returns.ofOrders('a', [43, 42]);
      expect(ids(found)).toEqual([2, 1]);
      for (const returned of found) expect(returned).toStrictEqual(await returns.find('a', returned.id));
      expect(ids(await returns.ofOrders('b', [43, 42]))).toEqual([4]);
      expect(await returns.ofOrders('a', [])).toEqual([]);
    });
  });

  test('what returns hold comes by order and return, and one that was turned down holds nothing', async () => {
    await subject.work(({ returns }) => returns.add('a', { ...foundReturn, reference: 'R-9', state: 'rejected' }));
    await subject.work(({ returns }) => returns.add('a', { ...foundReturn, reference: 'R-10', state: 'cancelled' }));
    await subject.database.reader.read(async ({ returns }) => {
      const held = (await returns.ofOrders('a', [42, 43])).flatMap(
        ({ id: returnId, orderId, openedAt, state, lines }) =>
          ['rejected', 'cancelled'].includes(state)
            ? []
            : lines.map(({ lineId, units }) => ({ returnId, orderId, openedAt, lineId, units })),
      );
      expect(held.map(({ returnId }) => returnId)).toEqual([2, 2, 1, 1]);
      expect(await returns.unitsHeld('a', [43, 42])).toStrictEqual(held);
      expect(await returns.unitsHeld('b', [43])).toEqual([]);
      expect(await returns.unitsHeld('a', [])).toEqual([]);
    });
  });
}
