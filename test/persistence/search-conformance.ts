import { payoutOf, type Payout } from '../../src/domain/order';
import type { OrderSearch, ReturnSearch } from '../../src/services/ports';
import { bareOrder, foundReturn, newRefund, order, payment } from './samples';
import type { Subject } from './subject';

/** What platforms look up by many ids, by days and by pages that they count. */
export function searchConformance(subject: Subject): void {
  const ids = (rows: readonly { id: number }[]): number[] => rows.map(({ id }) => id);
  const all = { skip: 0, limit: 100 };
  const read: typeof subject.database.reader.read = (look) => subject.database.reader.read(look);

  describe('orders', () => {
    beforeEach(async () => {
      const { number: _, placedAt: __, ...nameless } = order;
      await subject.work(async ({ orders }) => {
        await orders.put('a', { ...order, id: 10, number: 'A-10', placedAt: 100, updatedAt: 900 });
        await orders.put('a', { ...order, id: 20, number: '30', placedAt: 200, updatedAt: 800, fulfilment: 'open' });
        await orders.put('a', { ...nameless, id: 30, updatedAt: 700, fulfilment: 'cancelled' });
        await orders.put('b', { ...order, id: 10, number: 'A-10' });
      });
    });

    test.each<[string, OrderSearch, number[]]>([
      ['nothing in particular', {}, [10, 20, 30]],
      ['ids', { ids: [30, 10, 99] }, [10, 30]],
      ['no ids at all', { ids: [] }, []],
      ['numbers, or ids where there is no number', { numbers: ['A-10', '30', '10'] }, [10, 20, 30]],
      ['the id of an order that has a number', { numbers: ['20'] }, []],
      ['numbers that could be no ids', { numbers: ['A-10', '030', '1e1'] }, [10]],
      ['fulfilment', { fulfilments: ['open', 'cancelled'] }, [20, 30]],
      ['the time they were placed, without its end', { placed: { from: 100, before: 200 } }, [10]],
      ['the time they came, which of one is that of its change', { created: { from: 200, before: 701 } }, [20, 30]],
      ['the same from a time on', { created: { from: 201 }, fulfilments: ['cancelled', 'open'] }, [30]],
      ['the time they changed', { updated: { from: 800 } }, [10, 20]],
      ['all together', { ids: [20, 30], numbers: ['30'], fulfilments: ['open'], placed: { before: 201 } }, [20]],
    ])('by %s', async (_name, search, found) => {
      await read(async ({ orders }) => {
        expect(ids(await orders.search('a', { ...search, ...all }))).toEqual(found);
        expect(await orders.countFound('a', search)).toBe(found.length);
        expect(ids(await orders.search('a', { ...search, skip: 1, limit: 1 }))).toEqual(found.slice(1, 2));
        expect(ids(await orders.search('a', { ...search, ...all, after: 10 }))).toEqual(found.filter((id) => id > 10));
      });
    });

    test('payments come by order, and an order of another shop has none', async () => {
      const second = { ...payment, id: 2, ordinal: 2 };
      await subject.work(async ({ orders }) => {
        await orders.put('a', { ...order, id: 10, payments: [payment, second] });
        await orders.put('a', bareOrder);
      });
      await read(async ({ orders }) => {
        const found = await orders.paymentsIn('a', [10, 1, 99]);
        expect([...found]).toStrictEqual([
          [10, [payment, second]],
          [1, bareOrder.payments],
          [99, []],
        ]);
        expect(await orders.paymentsIn('b', [1])).toEqual(new Map([[1, []]]));
        expect(await orders.paymentsIn('a', [])).toEqual(new Map());
      });
    });
  });

  describe('returns', () => {
    /** Committed and refunded of the five returns, whose worth is 4000. */
    const POTS = [
      [0, 0],
      [100, 0],
      [4000, 3999],
      [100, 100],
      [4000, 4000],
    ] as const;

    beforeEach(() =>
      subject.work(async ({ orders, returns }) => {
        for (const id of [order.id, 43]) await orders.put('a', { ...order, id });
        const { reference: _, ...nameless } = foundReturn;
        for (const [index, [committed, refunded]] of POTS.entries()) {
          await returns.add('a', { ...nameless, state: 'accepted', committed, refunded, openedAt: index });
        }
        await returns.add('a', { ...nameless, orderId: 43, kind: 'claim', openedAt: 5 });
        await orders.put('b', order);
        await returns.add('b', nameless);
      }),
    );

    test.each<[string, ReturnSearch, number[]]>([
      ['nothing in particular', {}, [1, 2, 3, 4, 5, 6]],
      ['ids', { ids: [6, 2, 99] }, [2, 6]],
      ['orders', { orderIds: [43] }, [6]],
      ['kind', { kinds: ['claim', 'cancellation'] }, [6]],
      ['state', { states: ['open'] }, [6]],
      ['the time they were opened', { opened: { from: 1, before: 3 } }, [2, 3]],
      ['all together', { ids: [1, 2, 3], orderIds: [order.id], states: ['accepted'], payout: 'underway' }, [2, 3]],
    ])('by %s', async (_name, search, found) => {
      await read(async ({ returns }) => {
        const whole = await returns.search('a', { ...search, ...all });
        expect(ids(whole)).toEqual(found);
        expect(whole[0]?.lines).toEqual(foundReturn.lines);
        expect(await returns.countFound('a', search)).toBe(found.length);
        expect(ids(await returns.search('a', { ...search, skip: 1, limit: 1 }))).toEqual(found.slice(1, 2));
      });
    });

    test.each<Payout>(['none', 'underway', 'done'])('the payout %s is what the domain says', async (payout) => {
      await read(async ({ returns }) => {
        const every = await returns.search('a', all);
        const found = await returns.search('a', { ...all, payout });
        expect(found.length).toBeGreaterThan(0);
        expect(found).toEqual(every.filter((returned) => payoutOf(returned) === payout));
      });
    });
  });

  test('refunds come by their sources, with all of their transactions', async () => {
    await subject.work(async ({ orders, returns, refunds }) => {
      for (const id of [order.id, 43, 44]) await orders.put('a', { ...order, id });
      const { id: returnId } = await returns.add('a', foundReturn);
      const two = [{ amount: 1 }, { amount: 2 }];
      await refunds.add('a', { ...newRefund, transactions: two });
      await refunds.add('a', { ...newRefund, transactions: two, orderId: 44, sourceId: 44 });
      await refunds.add('a', { ...newRefund, transactions: two, sourceType: 'return', sourceId: returnId, returnId });
      await refunds.add('a', { ...newRefund, transactions: two, orderId: 43, sourceId: 43 });
    });
    await read(async ({ refunds }) => {
      const found = await refunds.ofSources('a', 'order', [order.id, 43, 1]);
      expect(ids(found)).toEqual([1, 4]);
      expect(found.map(({ transactions }) => transactions.length)).toEqual([2, 2]);
      expect(ids(await refunds.ofSources('a', 'return', [1]))).toEqual([3]);
      expect(await refunds.ofSources('a', 'claim', [1])).toEqual([]);
      expect(await refunds.ofSources('b', 'order', [order.id])).toEqual([]);
      expect(await refunds.ofSources('a', 'order', [])).toEqual([]);
    });
  });
}
