import type { TransactionState } from '../../src/domain/transaction';
import type { InboxRow, NewInboxRow } from '../../src/services/ports';
import { newRefund, newTransaction, NOW, order } from './samples';
import type { Subject } from './subject';

const EVENT: NewInboxRow = { shop: 'a', provider: 'p', eventId: 'e1', body: '{"ż":1}', news: '[]' };

/** What every inbox keeps: events once, and until they are written down. */
export function inboxConformance(subject: Subject): void {
  const add = (more: Partial<NewInboxRow> = {}, due = NOW): Promise<boolean> =>
    subject.work(({ inbox }) => inbox.add({ ...EVENT, ...more }, NOW, due));
  const due = (now = NOW, limit = 10): Promise<InboxRow[]> =>
    subject.database.reader.read(({ inbox }) => inbox.due(now, limit));
  const oldest = (): Promise<number | undefined> => subject.database.reader.read(({ inbox }) => inbox.oldestReceived());

  test('an event is kept once, by shop, provider and event id', async () => {
    expect(await add()).toBe(true);
    expect(await add({ news: '[1]' })).toBe(false);
    expect(await Promise.all([add({ shop: 'b' }), add({ provider: 'q' }), add({ eventId: 'e2' })])).toEqual([
      ...[true, true, true],
    ]);
    const rows = await due();
    expect(rows).toHaveLength(4);
    expect(rows[0]).toEqual({ id: 1, shop: 'a', provider: 'p', eventId: 'e1', news: '[]', attempts: 0 });
  });

  test('events come when they are due, the oldest first, so many at once', async () => {
    await add({ eventId: 'later' }, NOW + 5);
    await add({ eventId: 'now' });
    expect((await due()).map(({ eventId }) => eventId)).toEqual(['now']);
    expect((await due(NOW + 5)).map(({ eventId }) => eventId)).toEqual(['now', 'later']);
    expect(await due(NOW + 5, 1)).toHaveLength(1);
  });

  test('an event is taken by one only, and its attempts are counted', async () => {
    await add();
    const [row] = await due();
    const take = (): Promise<boolean> => subject.work(({ inbox }) => inbox.take(row!));
    expect((await Promise.all([take(), take(), take()])).filter(Boolean)).toHaveLength(1);
    expect(await due()).toMatchObject([{ attempts: 1 }]);
  });

  test('an event that is parked waits, and one that is finished is gone', async () => {
    await add();
    const [row] = await due();
    await subject.work(({ inbox }) => inbox.park(row!, NOW, NOW + 100, 'nobody knows it'));
    expect(await due(NOW + 99)).toEqual([]);
    expect(await due(NOW + 100)).toHaveLength(1);
    expect(await oldest()).toBe(NOW);
    await subject.work(({ inbox }) => inbox.finish(row!, NOW + 100));
    expect(await due(NOW + 1_000)).toEqual([]);
    expect(await subject.work(({ inbox }) => inbox.take(row!))).toBe(false);
    expect(await oldest()).toBeUndefined();
    expect(await add()).toBe(false);
  });

  test('an event that was parked before the clock was set back by an hour does not wait for it', async () => {
    await add({}, NOW + 1_800_000);
    expect(await due(NOW)).toEqual([]);
    expect(await due(NOW - 3_600_000)).toHaveLength(1);
  });

  test('a unit of work that fails keeps no event', async () => {
    const failing = subject.work(async ({ inbox }) => {
      await inbox.add(EVENT, NOW, NOW);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await due()).toEqual([]);
  });

  test('payments and refunds are found by what their provider calls them, in their shop only', async () => {
    await subject.work(async ({ orders, refunds }) => {
      await orders.put('a', order);
      await refunds.add('a', { ...newRefund, transactions: [{ ...newTransaction, reference: 're_1' }] });
      expect(await orders.paymentsOf('a', 'simulated', 'pay_1')).toEqual([{ orderId: order.id, paymentId: 1 }]);
      expect(await orders.paymentsOf('a', 'other', 'pay_1')).toEqual([]);
      expect(await orders.paymentsOf('b', 'simulated', 'pay_1')).toEqual([]);
      expect(await refunds.findByReference('a', 'simulated', 're_1')).toMatchObject([{ id: 1, orderId: order.id }]);
      expect(await refunds.findByReference('a', 'other', 're_1')).toEqual([]);
      expect(await refunds.findByReference('b', 'simulated', 're_1')).toEqual([]);
      expect(await refunds.ofPayment('a', order.id, 1)).toMatchObject([{ id: 1 }]);
      expect(await refunds.ofPayment('a', order.id, 2)).toEqual([]);
      expect(await refunds.ofPayment('b', order.id, 1)).toEqual([]);
    });
  });

  test('the first send of a transaction is remembered, whatever comes after it', async () => {
    await subject.work(async ({ orders, refunds }) => {
      await orders.put('a', order);
      await refunds.add('a', newRefund);
      const walk = async (to: TransactionState, at: number): Promise<number | undefined> => {
        await refunds.move((await refunds.transaction('a', 1))!, to, at);
        return (await refunds.transaction('a', 1))?.sentAt;
      };
      expect(await walk('approved', NOW)).toBeUndefined();
      expect(await walk('sending', NOW + 1)).toBe(NOW + 1);
      expect(await walk('unknown', NOW + 2)).toBe(NOW + 1);
      expect(await walk('approved', NOW + 3)).toBe(NOW + 1);
      expect(await walk('sending', NOW + 4)).toBe(NOW + 1);
    });
  });
}
