import { foundReturn, NOW, order } from './samples';
import { refusalCode, type Subject } from './subject';

/** Returns with their lines and their pot. */
export function returnConformance(subject: Subject): void {
  beforeEach(() => subject.work(({ orders }) => orders.put('a', order)));

  test('a return comes back as it was added, with the currency of its order', async () => {
    const added = await subject.work(({ returns }) => returns.add('a', foundReturn));
    expect(added).toEqual({ ...foundReturn, id: added.id });
    for (const found of await subject.work(({ returns }) =>
      Promise.all([returns.find('a', added.id), returns.findByReference('a', 'R-1')]),
    )) {
      expect(found).toStrictEqual(added);
    }
    expect(await subject.work(({ returns }) => returns.ofOrder('a', 42))).toEqual([added]);
    expect(await subject.work(({ returns }) => returns.orderOf('a', added.id))).toBe(42);
  });

  test('a return of another shop is not there', async () => {
    const { id } = await subject.work(({ returns }) => returns.add('a', foundReturn));
    await subject.work(async ({ returns }) => {
      expect(await returns.find('b', id)).toBeUndefined();
      expect(await returns.findByReference('b', 'R-1')).toBeUndefined();
      expect(await returns.orderOf('b', id)).toBeUndefined();
      expect(await returns.ofOrder('b', 42)).toEqual([]);
      expect(await returns.list('b', { after: 0, limit: 9 })).toEqual([]);
      expect(await refusalCode(returns.change('b', id, { committed: 1, refunded: 0 }))).toBe(
        'amount_exceeds_refundable',
      );
    });
  });

  test('a reference is taken once in a shop, and returns without one are as many as there are', async () => {
    const { reference: _, ...nameless } = foundReturn;
    await subject.work(({ returns }) => returns.add('a', foundReturn));
    expect(await refusalCode(subject.work(({ returns }) => returns.add('a', foundReturn)))).toBe('reference_taken');
    await subject.work(({ returns }) => returns.add('a', nameless));
    await subject.work(({ returns }) => returns.add('a', nameless));
    await subject.work(({ orders }) => orders.put('b', order));
    await subject.work(({ returns }) => returns.add('b', foundReturn));
    expect(await subject.work(({ returns }) => returns.ofOrder('a', 42))).toHaveLength(3);
  });

  test('an update writes state, texts, lines and worth and leaves the pot alone', async () => {
    const added = await subject.work(({ returns }) => returns.add('a', foundReturn));
    await subject.work(({ returns }) => returns.change('a', added.id, { committed: 50, refunded: 20 }));
    const { note: _, ...rest } = added;
    const changed = {
      ...rest,
      state: 'received' as const,
      captured: 100,
      lines: added.lines.slice(1),
      updatedAt: NOW + 5,
    };
    await subject.work(({ returns }) => returns.update('a', changed));
    expect(await subject.work(({ returns }) => returns.find('a', added.id))).toEqual({
      ...changed,
      committed: 50,
      refunded: 20,
    });
  });

  test('a return is never worth less than what is committed, and never gives more than it is worth', async () => {
    const added = await subject.work(({ returns }) => returns.add('a', foundReturn));
    await subject.work(({ returns }) => returns.change('a', added.id, { committed: 4000, refunded: 0 }));
    const smaller = subject.work(({ returns }) => returns.update('a', { ...added, captured: 3999 }));
    expect(await refusalCode(smaller)).toBe('return_has_refunds');
    for (const change of [
      { committed: 1, refunded: 0 },
      { committed: 0, refunded: 4001 },
      { committed: -4001, refunded: 0 },
    ]) {
      const wish = subject.work(({ returns }) => returns.change('a', added.id, change));
      expect(await refusalCode(wish)).toBe('amount_exceeds_refundable');
    }
  });
}
