import { bareOrder, order } from './samples';
import type { Subject } from './subject';

/** Orders by what their sales channels call them. */
export function channelConformance(subject: Subject): void {
  beforeEach(() =>
    subject.work(async ({ orders }) => {
      await orders.put('a', { ...order, id: 1, channel: 'x-y', number: 'z', fulfilment: 'open' });
      await orders.put('a', { ...order, id: 2, channel: 'x', number: 'y-z' });
      await orders.put('a', { ...order, id: 3, channel: 'x', number: 'z' });
      const { channel: _, ...nameless } = order;
      await orders.put('a', { ...nameless, id: 4, number: 'z' });
      await orders.put('a', { ...bareOrder, id: 5 });
      await orders.put('b', { ...order, id: 6, channel: 'x', number: 'z' });
    }),
  );

  test('an order is found by its code, and by its number alone where a channel has it', async () => {
    await subject.database.reader.read(async ({ channelOrders }) => {
      expect(await channelOrders.withCode('a', 'x-z')).toEqual([3]);
      expect((await channelOrders.withCode('a', 'x-y-z')).sort()).toEqual([1, 2]);
      expect(await channelOrders.withCode('b', 'x-z')).toEqual([6]);
      for (const code of ['X-z', 'x-z ', 'z', '-z', 'x-', '', 'c'.repeat(300), '-'.repeat(201)]) {
        expect(await channelOrders.withCode('a', code)).toEqual([]);
      }
      expect((await channelOrders.withNumber('a', 'z')).sort()).toEqual([1, 3]);
      expect(await channelOrders.withNumber('a', 'y')).toEqual([]);
    });
  });

  test('orders of channels are counted and paged', async () => {
    await subject.database.reader.read(async ({ channelOrders }) => {
      const page = async (filter: Parameters<typeof channelOrders.page>[1]) =>
        (await channelOrders.page('a', filter)).map(({ id }) => id);
      const all = { limit: 9, skip: 0 };
      expect(await page(all)).toEqual([1, 2, 3]);
      expect(await page({ limit: 1, skip: 1 })).toEqual([2]);
      expect(await page({ ...all, channel: 'x' })).toEqual([2, 3]);
      expect(await page({ ...all, fulfilments: ['open', 'cancelled'] })).toEqual([1]);
      expect(await page({ ...all, fulfilments: [] })).toEqual([]);
      const { lines: _, payments: __, ...summary } = { ...order, id: 2, channel: 'x', number: 'y-z' };
      expect((await channelOrders.page('a', all))[1]).toStrictEqual(summary);
      expect(await channelOrders.count('a', {})).toBe(3);
      expect(await channelOrders.count('a', { channel: 'x', fulfilments: ['fulfilled'] })).toBe(2);
    });
  });
}
