import { REFUND_STATE_RULES, refundState, type RefundState } from '../../src/domain/refund';
import { TRANSITIONS, type TransactionState } from '../../src/domain/transaction';
import { foundReturn, newRefund, NOW, order } from './samples';
import type { Subject } from './subject';

/** Lists: what each filter finds, page by page. */
export function listConformance(subject: Subject): void {
  const ids = (rows: readonly { id: number }[]): number[] => rows.map(({ id }) => id);
  const all = { after: 0, limit: 100 };

  test('orders are listed by ascending id, from one id on, as many as wished', async () => {
    for (const id of [30, 10, 20]) await subject.work(({ orders }) => orders.put('a', { ...order, id, updatedAt: id }));
    await subject.work(({ orders }) => orders.put('a', { ...order, id: 40, fulfilment: 'open', updatedAt: 40 }));
    await subject.work(({ orders }) => orders.put('b', { ...order, id: 50 }));
    await subject.database.reader.read(async ({ orders }) => {
      expect(ids(await orders.list('a', all))).toEqual([10, 20, 30, 40]);
      expect(ids(await orders.list('a', { after: 10, limit: 2 }))).toEqual([20, 30]);
      expect(ids(await orders.list('a', { ...all, fulfilment: 'open' }))).toEqual([40]);
      expect(ids(await orders.list('a', { ...all, since: 30 }))).toEqual([30, 40]);
      expect(ids(await orders.list('a', { ...all, since: 20, fulfilment: 'fulfilled' }))).toEqual([20, 30]);
      const { lines: _, payments: __, ...summary } = { ...order, id: 10, updatedAt: 10 };
      expect((await orders.list('a', all))[0]).toStrictEqual(summary);
    });
  });

  test('returns are listed by every filter alone and together', async () => {
    await subject.work(async ({ orders, returns }) => {
      await orders.put('a', order);
      await orders.put('a', { ...order, id: 43 });
      const { reference: _, ...one } = foundReturn;
      await returns.add('a', { ...one, updatedAt: 1 });
      await returns.add('a', { ...one, updatedAt: 2, state: 'accepted', kind: 'claim' });
      await returns.add('a', { ...one, updatedAt: 3, state: 'accepted', orderId: 43 });
    });
    await subject.database.reader.read(async ({ returns }) => {
      expect(ids(await returns.list('a', all))).toEqual([1, 2, 3]);
      expect(ids(await returns.list('a', { after: 1, limit: 1 }))).toEqual([2]);
      expect(ids(await returns.list('a', { ...all, state: 'accepted' }))).toEqual([2, 3]);
      expect(ids(await returns.list('a', { ...all, kind: 'claim' }))).toEqual([2]);
      expect(ids(await returns.list('a', { ...all, orderId: 43 }))).toEqual([3]);
      expect(ids(await returns.list('a', { ...all, since: 2 }))).toEqual([2, 3]);
      expect(
        ids(await returns.list('a', { ...all, state: 'accepted', kind: 'return', orderId: 43, since: 3 })),
      ).toEqual([3]);
      expect((await returns.list('a', all))[1]?.lines).toEqual(foundReturn.lines);
    });
  });

  test('refunds are listed by source, order and time, each with all of its transactions', async () => {
    await subject.work(async ({ orders, returns, refunds }) => {
      await orders.put('a', order);
      await orders.put('a', { ...order, id: 43 });
      const { id: returnId } = await returns.add('a', foundReturn);
      const two = [{ amount: 1 }, { amount: 2 }];
      await refunds.add('a', { ...newRefund, transactions: two, createdAt: 1 });
      await refunds.add('a', { ...newRefund, transactions: two, createdAt: 2, orderId: 43, sourceId: 43 });
      await refunds.add('a', {
        ...{ ...newRefund, transactions: two, createdAt: 3, sourceType: 'return', sourceId: returnId, returnId },
      });
    });
    await subject.database.reader.read(async ({ refunds }) => {
      const found = await refunds.list('a', { after: 0, limit: 2 });
      expect(ids(found)).toEqual([1, 2]);
      expect(found.map(({ transactions }) => transactions.length)).toEqual([2, 2]);
      expect(found[0]).toStrictEqual(await refunds.find('a', 1));
      expect(ids(await refunds.list('a', { after: 2, limit: 2 }))).toEqual([3]);
      expect(ids(await refunds.list('a', { ...all, sourceType: 'return' }))).toEqual([3]);
      expect(ids(await refunds.list('a', { ...all, orderId: 43 }))).toEqual([2]);
      expect(ids(await refunds.list('a', { ...all, since: 2 }))).toEqual([2, 3]);
      expect(ids(await refunds.list('a', { ...all, since: 2, orderId: 42, state: 'requested' }))).toEqual([3]);
      expect(ids(await refunds.list('a', { ...all, state: 'requested', sourceType: 'order' }))).toEqual([1, 2]);
    });
  });

  test('a filter by state finds exactly the refunds that say they are in it, for every pair of states', async () => {
    const states = Object.keys(TRANSITIONS) as TransactionState[];
    await subject.work(async ({ orders, refunds }) => {
      await orders.put('a', order);
      let ordinal = 2;
      for (const first of states) {
        for (const second of [undefined, ...states]) {
          const transactions = second === undefined ? [{ amount: 1 }] : [{ amount: 1 }, { amount: 1 }];
          const { id } = await refunds.add('a', { ...newRefund, ordinal: ordinal++, lines: [], transactions });
          // Between them those that moved no money: each page finds its way through both.
          if (second === 'approved') {
            await refunds.add('a', { ...newRefund, ordinal: ordinal++, amount: 0, lines: [], transactions: [] });
          }
          for (const [place, one] of (await refunds.transactionsOf('a', id)).entries()) {
            await refunds.move(one, place === 0 ? first : (second ?? first), NOW);
          }
        }
      }
    });
    await subject.database.reader.read(async ({ refunds }) => {
      const everything = await refunds.list('a', all);
      expect(everything).toHaveLength(states.length * (states.length + 2));
      const wanted = (state: RefundState): number[] =>
        ids(everything.filter(({ transactions }) => refundState(transactions) === state));
      for (const { state } of REFUND_STATE_RULES) {
        for (const narrower of [{}, { orderId: order.id }, { since: NOW }, { sourceType: 'order' as const }]) {
          const found = await refunds.list('a', { ...all, ...narrower, state });
          expect([state, narrower, ids(found)]).toEqual([state, narrower, wanted(state)]);
        }
        const [first, second, third] = wanted(state);
        const page = await refunds.list('a', { after: first ?? 0, limit: 2, state });
        expect(ids(page)).toEqual([second, third].filter((id) => id !== undefined));
        const skipped = await refunds.list('a', { after: 0, skip: 1, limit: 2, state });
        expect(ids(skipped)).toEqual([second, third].filter((id) => id !== undefined));
        expect(await refunds.count('a', { state })).toBe(wanted(state).length);
      }
    });
  });
}
