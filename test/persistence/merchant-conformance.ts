import { bookingNumber, knownSince } from '../../src/domain/booking';
import { stageOf, type OrderStage } from '../../src/domain/order-stage';
import { REFUND_STATE_RULES, refundState, type RefundState } from '../../src/domain/refund';
import type { TransactionState } from '../../src/domain/transaction';
import type { BookingField, Condition, ItemField, OrderField, RefundField } from '../../src/services/ports';
import { newRefund, order } from './samples';
import type { Subject } from './subject';

const PAGE = { skip: 0, limit: 100, order: [] } as const;
const { placedAt: _placed, deliveredAt: _delivered, ...bare } = order;

/** Lists whose callers combine conditions and orderings: orders, their lines, refunds, and what the account of a merchant shows. */
export function merchantConformance(subject: Subject): void {
  const read: typeof subject.database.reader.read = (look) => subject.database.reader.read(look);
  const ids = (rows: readonly { id: number }[]): number[] => rows.map(({ id }) => id);

  describe('orders', () => {
    const line = (id: number, sku = 'mug') => ({ ...order.lines[0]!, id, sku });
    beforeEach(() =>
      subject.work(async ({ orders }) => {
        await orders.put('a', { ...order, id: 10, number: 'A-10', placedAt: 500, updatedAt: 900, lines: [line(71)] });
        await orders.put('a', { ...bare, id: 20, number: 'a-20', updatedAt: 800, lines: [line(72), line(71, 'cup')] });
        await orders.put('a', { ...bare, id: 30, fulfilment: 'open', placedAt: 700, updatedAt: 700, lines: [] });
        await orders.put('a', { ...bare, id: 40, fulfilment: 'open', placedAt: 300, updatedAt: 600, lines: [] });
        await orders.mark('a', { id: 40, fulfilment: 'open', confirmedAt: 5, updatedAt: 600 });
        await orders.put('a', { ...bare, id: 50, fulfilment: 'open', payments: [], updatedAt: 500, lines: [] });
        await orders.put('a', { ...bare, id: 60, fulfilment: 'cancelled', deliveredAt: 1, updatedAt: 400, lines: [] });
        await orders.put('b', { ...order, id: 10 });
      }),
    );

    test.each<[string, Condition<OrderField>[], number[]]>([
      ['nothing', [], [10, 20, 30, 40, 50, 60]],
      ['ids', [{ field: 'id', is: 'one_of', values: [60, 10, 99] }], [10, 60]],
      ['a number, whatever its case', [{ field: 'number', is: 'whole', text: 'A-20', ignoringCase: true }], [20]],
      ['stages', [{ field: 'stage', is: 'one_of', values: ['paid', 'sent'] }], [20, 30]],
      ['when they are known since', [{ field: 'since', is: 'at_least', value: 700 }], [20, 30]],
      ['when they changed', [{ field: 'updatedAt', is: 'below', value: 600 }], [50, 60]],
    ])('by %s', async (_name, conditions, found) => {
      await read(async ({ listings }) => {
        expect(ids(await listings.orders('a', { ...PAGE, conditions }))).toEqual(found);
        expect(await listings.countOrders('a', conditions)).toBe(found.length);
        expect(ids(await listings.orders('a', { conditions, order: [], skip: 1, limit: 1 }))).toEqual(
          found.slice(1, 2),
        );
      });
    });

    test('each is found in the stage that the domain sees it in, and in no other', async () => {
      const stages: OrderStage[] = ['unpaid', 'paid', 'confirmed', 'sent', 'delivered', 'cancelled'];
      await read(async ({ listings }) => {
        for (const stage of stages) {
          const conditions = [{ field: 'stage', is: 'one_of', values: [stage] }] as const;
          const found = await listings.orders('a', { ...PAGE, conditions });
          expect([stage, found.map((one) => stageOf(one))]).toEqual([stage, [stage]]);
        }
      });
    });

    test('in any order', async () => {
      await read(async ({ listings }) => {
        const listed = async (field: 'id' | 'since' | 'updatedAt', descending: boolean) =>
          listings.orders('a', { ...PAGE, conditions: [], order: [{ field, descending }] });
        expect(ids(await listed('id', true))).toEqual([60, 50, 40, 30, 20, 10]);
        expect(ids(await listed('updatedAt', false))).toEqual([60, 50, 40, 30, 20, 10]);
        const since = await listed('since', false);
        expect(since.map(knownSince)).toEqual([300, 400, 500, 500, 700, 800]);
        expect(ids(since)).toEqual([40, 60, 10, 50, 30, 20]);
      });
    });

    test.each<[string, Condition<ItemField>[], [number, number][]]>([
      ['nothing', [], [[71, 10], [71, 20], [72, 20]]], // prettier-ignore
      ['their own number', [{ field: 'id', is: 'one_of', values: [71] }], [[71, 10], [71, 20]]], // prettier-ignore
      ['their order', [{ field: 'orderId', is: 'one_of', values: [20] }], [[71, 20], [72, 20]]], // prettier-ignore
      ['what they are', [{ field: 'sku', is: 'whole', text: 'cup', ignoringCase: false }], [[71, 20]]],
    ])('lines by %s', async (_name, conditions, found) => {
      await read(async ({ listings }) => {
        const lines = await listings.items('a', { ...PAGE, conditions });
        expect(lines.map(({ lineId, orderId }) => [lineId, orderId])).toEqual(found);
        expect(await listings.countItems('a', conditions)).toBe(found.length);
      });
    });
  });

  describe('refunds and what the account shows', () => {
    const STATES: readonly (readonly TransactionState[])[] = [
      ...[['requested'], ['approved'], ['sending', 'settled'], ['pending'], ['unknown'], ['settled'], ['declined']],
      ...[['cancelled'], ['reversed'], ['settled', 'declined'], ['declined', 'cancelled'], []],
    ] as TransactionState[][];
    let refunds: readonly { id: number; state: RefundState }[];

    beforeEach(async () => {
      refunds = await subject.work(async (stores) => {
        await stores.orders.put('a', { ...order, placedAt: 300 });
        await stores.orders.put('a', { ...bare, id: 43, updatedAt: 200, lines: [] });
        await stores.orders.put('a', { ...bare, id: 44, payments: [], updatedAt: 100, lines: [] });
        await stores.orders.put('b', order);
        const added = [];
        for (const [index, states] of STATES.entries()) {
          const transactions = states.map(() => ({ amount: 100 }));
          const change = {
            ordinal: index + 2,
            lines: [],
            transactions,
            amount: 100 * states.length,
            createdAt: 1000 - index,
          };
          const { id } = await stores.refunds.add('a', {
            ...newRefund,
            ...change,
            ...(index > 8 ? { orderId: 43 } : {}),
          });
          const records = await stores.refunds.transactionsOf('a', id);
          for (const [at, state] of states.entries()) {
            const record = records[at];
            if (record && state !== 'requested') await stores.refunds.move(record, state, 5);
          }
          added.push({ id, state: refundState(states.map((state) => ({ state }))) });
        }
        await stores.refunds.add('b', { ...newRefund, transactions: [] });
        return added;
      });
    });

    const states = [...new Set(REFUND_STATE_RULES.map(({ state }) => state))];
    test.each([
      ...states.map((state) => [state]),
      ['settled', 'partial'],
      ['requested', 'approved', 'sending', 'pending', 'unknown'],
      ['declined', 'reversed', 'partial', 'cancelled'],
    ] as RefundState[][])('refunds that are %s %s %s %s %s', async (...wanted) => {
      const fitting = ids(refunds.filter(({ state }) => wanted.includes(state)));
      const named = wanted.filter((one) => one !== undefined);
      const conditions = [{ field: 'state', is: 'one_of', values: named }] as const;
      await read(async ({ listings }) => {
        expect(ids(await listings.refunds('a', { ...PAGE, conditions }))).toEqual(fitting);
        expect(await listings.countRefunds('a', conditions)).toBe(fitting.length);
        const order = [{ field: 'createdAt', descending: false }] as const;
        expect(ids(await listings.refunds('a', { ...PAGE, conditions, order }))).toEqual([...fitting].reverse());
        const ofOrder = [...conditions, { field: 'orderId', is: 'one_of', values: [43] }] as const;
        const there = fitting.filter((id) => refunds.findIndex((one) => one.id === id) > 8);
        expect(ids(await listings.refunds('a', { ...PAGE, conditions: ofOrder }))).toEqual(there);
        expect(await listings.countRefunds('a', ofOrder)).toBe(there.length);
      });
    });

    test('refunds by all else, with their transactions', async () => {
      const all = ids(refunds);
      const [first = 0, second = 0] = all;
      const cases: [Condition<RefundField>[], number[]][] = [
        [[], all],
        [[{ field: 'id', is: 'one_of', values: [second, first] }], [first, second]],
        [[{ field: 'createdAt', is: 'at_least', value: 999 }], [first, second]],
        [[{ field: 'state', is: 'one_of', values: [] }], []],
        [[{ field: 'state', is: 'one_of', values: ['settled'] }, { field: 'state', is: 'one_of', values: ['partial'] }], []], // prettier-ignore
      ];
      await read(async ({ listings }) => {
        for (const [conditions, found] of cases) {
          expect(ids(await listings.refunds('a', { ...PAGE, conditions }))).toEqual(found);
          expect(await listings.countRefunds('a', conditions)).toBe(found.length);
        }
        const last = [{ field: 'id', descending: true }] as const;
        const [, newest] = await listings.refunds('a', { conditions: [], order: last, skip: 0, limit: 2 });
        expect(newest?.id).toBe(all.at(-2));
      });
      const whole = await read((stores) => stores.listings.refunds('a', { ...PAGE, conditions: [] }));
      for (const refund of whole) expect(await read((stores) => stores.refunds.find('a', refund.id))).toEqual(refund);
    });

    test('the account shows what came in, and what was really given back', async () => {
      const given = refunds.filter((_one, index) => STATES[index]?.includes('settled')).map(({ id }) => id);
      const [third = 0, sixth = 0, tenth = 0] = given;
      const numberOf = (id: number) => bookingNumber('refund', id);
      const newest = [numberOf(third), numberOf(sixth), numberOf(tenth), 42, 43];
      const cases: [Condition<BookingField>[], number[]][] = [
        [[], newest],
        [[{ field: 'kind', is: 'one_of', values: ['refund'] }], newest.slice(0, 3)],
        [[{ field: 'kind', is: 'one_of', values: ['sale'] }], [42, 43]],
        [[{ field: 'kind', is: 'one_of', values: [] }], []],
        [[{ field: 'orderId', is: 'one_of', values: [43] }], [numberOf(tenth), 43]],
        [[{ field: 'orderId', is: 'one_of', values: [42] }, { field: 'kind', is: 'one_of', values: ['refund'] }], newest.slice(0, 2)], // prettier-ignore
        [[{ field: 'number', is: 'one_of', values: [42, numberOf(sixth), sixth] }], [numberOf(sixth), 42]],
        [[{ field: 'number', is: 'at_least', value: numberOf(sixth) }], [numberOf(sixth), numberOf(tenth)]],
        [[{ field: 'at', is: 'below', value: 1000 }], newest],
        [[{ field: 'at', is: 'at_least', value: 300 }], newest.slice(0, 4)],
      ];
      const order = [{ field: 'at', descending: true }] as const;
      const numbers = (places: readonly { kind: 'sale' | 'refund'; id: number }[]) =>
        places.map(({ kind, id }) => bookingNumber(kind, id));
      await read(async ({ listings }) => {
        for (const [conditions, found] of cases) {
          expect(numbers(await listings.bookings('a', { ...PAGE, conditions, order }))).toEqual(found);
          expect(await listings.countBookings('a', conditions)).toBe(found.length);
          const page = { conditions, order, skip: 1, limit: 2 };
          expect(numbers(await listings.bookings('a', page))).toEqual(found.slice(1, 3));
        }
        const byNumber = await listings.bookings('a', { ...PAGE, conditions: [], order: [] });
        expect(numbers(byNumber)).toEqual([...newest].sort((a, b) => a - b));
        expect(byNumber[0]).toEqual({ kind: 'sale', id: 42 });
      });
    });
  });
}
