/** What every engine must do, whichever it is. An engine's own test file opens a fresh, migrated database for each test. */
import { Refusal, type RefusalCode } from '../../src/domain/refusal';
import type { Database } from '../../src/persistence/database';
import type { Stores } from '../../src/services/ports';
import { bareOrder, foundReturn, newRefund, newTransaction, NOW, order, payment } from './samples';
import { listConformance } from './list-conformance';
import { outboxConformance } from './outbox-conformance';
import { recordConformance } from './record-conformance';

export async function refusalCode(wish: Promise<unknown>): Promise<RefusalCode | 'none'> {
  return wish.then(
    () => 'none',
    (error: unknown) => {
      if (error instanceof Refusal) return error.code;
      throw error;
    },
  );
}

export interface Subject {
  database: Database;
  /** One unit of work. */
  work<T>(change: (stores: Stores) => Promise<T>): Promise<T>;
}

export function storeConformance(engine: string, open: () => Promise<Database>): void {
  describe(`stores on ${engine}`, () => {
    const subject = {
      work: (change) => subject.database.unitOfWork.run(change),
    } as Subject;

    beforeEach(async () => {
      subject.database = await open();
    });
    afterEach(async () => {
      await subject.database.close();
    });

    describe('orders', () => orderConformance(subject));
    describe('returns', () => returnConformance(subject));
    describe('refunds', () => refundConformance(subject));
    describe('lists', () => listConformance(subject));
    describe('the outbox', () => outboxConformance(subject));
    describe('other records', () => recordConformance(subject));
    describe('units of work', () => unitConformance(subject));
  });
}

function orderConformance(subject: Subject): void {
  test('an order comes back as it was put, with its lines in their order', async () => {
    await subject.work(({ orders }) => orders.put('a', order));
    await subject.work(({ orders }) => orders.put('a', bareOrder));
    expect(await subject.database.reader.read(({ orders }) => orders.find('a', 42))).toEqual(order);
    expect(await subject.work(({ orders }) => orders.lock('a', 1))).toStrictEqual(bareOrder);
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
    const second = { ...payment, id: 2, captured: 500 };
    await subject.work(({ orders }) => orders.put('a', { ...order, payments: [payment, second] }));
    await subject.work(({ orders }) => orders.change('a', 42, 1, { committed: 300, refunded: 100 }));
    const third = { ...payment, id: 3, captured: 700 };
    const changed = { ...order, lines: order.lines.slice(1), payments: [{ ...payment, method: 'blik' }, third] };
    await subject.work(({ orders }) => orders.put('a', changed));
    expect(await subject.work(({ orders }) => orders.find('a', 42))).toEqual({
      ...changed,
      ...{ captured: 10_700, committed: 300, refunded: 100 },
      payments: [{ ...payment, method: 'blik', committed: 300, refunded: 100 }, third],
    });
  });

  test.each([
    ['a payment that money hangs on is missing', [{ ...payment, id: 2, captured: 10_000 }]],
    [
      'a payment is worth less than hangs on it',
      [
        { ...payment, captured: 299 },
        { ...payment, id: 2 },
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
    await subject.work(({ orders }) => orders.put('a', { ...order, payments: [payment, { ...payment, id: 2 }] }));
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

function returnConformance(subject: Subject): void {
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

function refundConformance(subject: Subject): void {
  beforeEach(() => subject.work(({ orders }) => orders.put('a', order)));
  const add = (change: Partial<typeof newRefund> = {}) =>
    subject.work(({ refunds }) => refunds.add('a', { ...newRefund, ...change }));

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
      await refunds.resize('b', id, 1, 0);
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
      await refunds.resize('a', id, 1530, -470);
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

function unitConformance(subject: Subject): void {
  test('what a unit of work wrote is gone when it throws, and its neighbours keep theirs', async () => {
    const put = (id: number) =>
      subject.work(async ({ orders }) => {
        await orders.put('a', { ...order, id });
        if (id % 2 === 0) throw new Error(`no ${id}`);
        return id;
      });
    const answers = await Promise.allSettled([1, 2, 3, 4, 5].map(put));
    expect(answers.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    const left = await subject.database.reader.read(({ orders }) => orders.list('a', { after: 0, limit: 9 }));
    expect(left.map(({ id }) => id)).toEqual([1, 3, 5]);
  });

  test('a unit of work inside another, and a read inside one, are bugs that are noticed', async () => {
    const { unitOfWork, reader } = subject.database;
    const nested = unitOfWork.run(() => unitOfWork.run(() => Promise.resolve('never')));
    await expect(nested).rejects.toThrow('run was called inside a unit of work');
    const read = unitOfWork.run(() => reader.read(() => Promise.resolve('never')));
    await expect(read).rejects.toThrow('inside a unit of work');
    expect(await unitOfWork.run(() => Promise.resolve('after'))).toBe('after');
  });

  test('what a unit of work set going may begin another once it is over', async () => {
    const { unitOfWork } = subject.database;
    let later: Promise<string> | undefined;
    let over = (): void => undefined;
    const ended = new Promise<void>((resolve) => (over = resolve));
    await unitOfWork.run(() => {
      later = ended.then(() => unitOfWork.run(() => Promise.resolve('later')));
      return Promise.resolve();
    });
    over();
    expect(await later).toBe('later');
  });

  test('a statement that comes after the end of its unit of work is refused, not given to another', async () => {
    let kept: Stores | undefined;
    await subject.work((stores) => {
      kept = stores;
      return Promise.resolve();
    });
    await expect(kept?.orders.put('a', order)).rejects.toThrow('an await is missing');
    await expect(kept?.audit.of('a', 'order', 1)).rejects.toThrow('an await is missing');
  });

  test('a statement without await still ends before its unit of work does', async () => {
    const forgetful = subject.work(async ({ orders, shops }) => {
      void orders.put('a', bareOrder).catch(() => undefined);
      await shops.find('a');
      throw new Error('changed my mind');
    });
    await expect(forgetful).rejects.toThrow('changed my mind');
    expect(await subject.work(({ orders }) => orders.find('a', 1))).toBeUndefined();
  });

  test('migrating again changes nothing, and the database answers', async () => {
    await subject.work(({ orders }) => orders.put('a', order));
    await subject.database.migrate();
    await subject.database.ping();
    expect(await subject.database.pendingMigrations()).toEqual([]);
    expect(await subject.work(({ orders }) => orders.find('a', 42))).toEqual(order);
  });
}
