import type { Return } from '../../src/domain/return';
import type { Condition, ReturnField } from '../../src/services/ports';
import { foundReturn, NOW, order } from './samples';
import type { Subject } from './subject';

type Fits = Condition<ReturnField>;

/** Returns as whoever lists them combines conditions and orderings, and what was added to returns and shops for it. */
export function returnListingConformance(subject: Subject): void {
  const { reference: _, lines, ...rest } = foundReturn;
  const [line] = lines;
  const at = (lineId: number) => [{ ...line!, lineId }];
  const adding = (more: Partial<Return>): Omit<Return, 'id'> => ({ ...rest, lines: at(7), ...more });
  const RETURNS: readonly Omit<Return, 'id'>[] = [
    adding({ reference: 'Äx', reasonCode: 6, customer: 14, openedAt: NOW + 3 }),
    adding({ state: 'closed', closedAt: NOW + 9, closedBy: 'buyer', lines: at(2), reference: 'aB' }),
    adding({ state: 'closed', closedAt: NOW + 8, closedBy: 'seller', orderId: 43, updatedAt: NOW + 5 }),
    adding({ state: 'rejected', compensation: 'exchange', lines: [...at(2), line!], reasonCode: 6 }),
  ];

  beforeEach(() =>
    subject.work(async ({ orders, returns }) => {
      for (const id of [42, 43]) await orders.put('a', { ...order, id });
      await orders.put('b', order);
      for (const found of RETURNS) await returns.add('a', found);
      await returns.add('b', adding({ reasonCode: 6 }));
    }),
  );

  const page = { skip: 0, limit: 10 };

  test.each<[string, Fits[], number[]]>([
    ['nothing', [], [1, 2, 3, 4]],
    ['ids', [{ field: 'id', is: 'one_of', values: [4, 2, 5] }], [2, 4]],
    ['no id', [{ field: 'id', is: 'one_of', values: [] }], []],
    ['an order', [{ field: 'orderId', is: 'one_of', values: [43] }], [3]],
    ['the first line', [{ field: 'lineId', is: 'one_of', values: [2] }], [2, 4]],
    ['lines from one on', [{ field: 'lineId', is: 'at_least', value: 3 }], [1, 3]],
    ['a customer', [{ field: 'customer', is: 'one_of', values: [14] }], [1]],
    ['no customer', [{ field: 'customer', is: 'absent' }], [2, 3, 4]],
    ['who closed it', [{ field: 'standing', is: 'one_of', values: ['closed_by_buyer', 'rejected'] }], [2, 4]],
    ['what it is compensated by', [{ field: 'compensation', is: 'one_of', values: ['exchange'] }], [4]],
    ['a reason', [{ field: 'reasonCode', is: 'one_of', values: [6] }], [1, 4]],
    ['that it was closed', [{ field: 'closedAt', is: 'given' }], [2, 3]],
    ['when it was closed', [{ field: 'closedAt', is: 'at_least', value: NOW + 9 }], [2]],
    ['when it was opened', [{ field: 'openedAt', is: 'below', value: NOW + 3 }], [2, 3, 4]],
    ['when it changed', [{ field: 'updatedAt', is: 'at_least', value: NOW + 5 }], [3]],
    ['a whole text', [{ field: 'reference', is: 'whole', text: 'aB', ignoringCase: false }], [2]],
    ['a whole text in other case', [{ field: 'reference', is: 'whole', text: 'Ab', ignoringCase: false }], []],
    ['a whole text ignoring case', [{ field: 'reference', is: 'whole', text: 'Ab', ignoringCase: true }], [2]],
    ['letters that have no case to ignore', [{ field: 'reference', is: 'whole', text: 'äX', ignoringCase: true }], []],
    ['a beginning', [{ field: 'reference', is: 'start', text: 'Ä', ignoringCase: false }], [1]],
    ['an end', [{ field: 'reference', is: 'end', text: 'X', ignoringCase: true }], [1]],
    ['an end that is longer', [{ field: 'reference', is: 'end', text: 'xaB', ignoringCase: false }], []],
    ['something within', [{ field: 'reference', is: 'within', text: 'B', ignoringCase: false }], [2]],
    ['special letters of patterns', [{ field: 'reference', is: 'within', text: '%', ignoringCase: true }], []],
    ['any text', [{ field: 'reference', is: 'within', text: '', ignoringCase: false }], [1, 2]],
    [
      'all at once',
      [
        { field: 'standing', is: 'one_of', values: ['closed_by_buyer', 'closed_by_seller'] },
        { field: 'lineId', is: 'one_of', values: [7] },
      ],
      [3],
    ],
  ])('%s', async (_what, conditions, ids) => {
    await subject.database.reader.read(async ({ returns }) => {
      const found = await returns.listed('a', { ...page, conditions, order: [] });
      expect(found.map(({ id }) => id)).toEqual(ids);
      expect(await returns.countListed('a', conditions)).toBe(ids.length);
      for (const one of found) expect(one).toEqual(await returns.find('a', one.id));
    });
  });

  test.each([
    ['openedAt', false, [2, 3, 4, 1]],
    ['openedAt', true, [1, 4, 3, 2]],
    ['updatedAt', true, [3, 4, 2, 1]],
    ['standing', false, [2, 3, 1, 4]],
    ['id', true, [4, 3, 2, 1]],
  ] as const)('by %s, the last first: %s', async (field, descending, ids) => {
    const order = [{ field, descending }];
    const all = { field: 'id' as const, is: 'one_of' as const, values: [1, 2, 3, 4] };
    await subject.database.reader.read(async ({ returns }) => {
      for (const conditions of [[], [all]]) {
        const found = await returns.listed('a', { ...page, conditions, order });
        expect(found.map(({ id }) => id)).toEqual(ids);
        const second = await returns.listed('a', { skip: 1, limit: 2, conditions, order });
        expect(second.map(({ id }) => id)).toEqual(ids.slice(1, 3));
      }
    });
  });

  test('what was said about a closed return comes back, and goes when it is taken up again', async () => {
    const closed = await subject.work(({ returns }) => returns.find('a', 2));
    expect(closed).toEqual({ ...RETURNS[1], id: 2 });
    const { closedAt: _at, closedBy: _by, reference: _reference, ...open } = closed!;
    const changed: Return = { ...open, state: 'accepted', reference: 'new', said: '{"starred":true}' };
    await subject.work(({ returns }) => returns.update('a', changed));
    expect(await subject.work(({ returns }) => returns.find('a', 2))).toEqual(changed);
  });

  test('a line is found in the orders that have it, as far as two of them', async () => {
    await subject.work(async ({ orders }) => {
      await orders.put('a', { ...order, id: 44 });
      await orders.put('a', { ...order, id: 45, lines: [{ ...order.lines[0]!, id: 99 }] });
    });
    await subject.database.reader.read(async ({ orders }) => {
      expect(await orders.withLine('a', 7)).toEqual([42, 43]);
      expect(await orders.withLine('a', 99)).toEqual([45]);
      expect(await orders.withLine('b', 99)).toEqual([]);
    });
  });
}
