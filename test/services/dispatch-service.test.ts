/** Rule 7: `sending` is written before the call, the key never changes, and what is not known keeps its money. */
import { LEASE_MS, type Task } from '../../src/services/dispatch-service';
import type { ProviderLookup } from '../../src/services/ports';
import {
  acceptedReturn,
  auditOf,
  automaticWish,
  caller,
  confirmedRefund,
  money,
  openShop,
  type Gateway,
} from './gateway';

let gateway: Gateway;
beforeEach(async () => {
  gateway = await openShop();
});
afterEach(() => gateway.close());

const claim = (token = 'worker', limit = 10): Promise<Task[]> => gateway.services.dispatch.claim(token, limit);
const record = (task: Task, said: ProviderLookup): Promise<void> => gateway.services.dispatch.record(task, said);
const stateOf = async (refundId: number): Promise<string> =>
  (await gateway.services.refundReader.status(caller, refundId)).state;
const waiting = (): Promise<number | undefined> => gateway.database.reader.read((stores) => stores.outbox.oldestDue());
async function claimed(token = 'worker'): Promise<Task> {
  const [task, ...others] = await claim(token);
  expect(others).toEqual([]);
  return task!;
}

const SETTLED: ProviderLookup = { kind: 'settled', reference: 'r' };
const UNKNOWN: ProviderLookup = { kind: 'unknown', cause: 'timeout' };

describe('a confirmed refund', () => {
  test('is sending, durably, before anybody hears of it', async () => {
    const { id } = await confirmedRefund(gateway);
    const task = await claimed();
    expect(task).toMatchObject({
      ...{ kind: 'send', provider: 'simulated', row: { shop: 'tea', attempts: 0 } },
      order: { shop: 'tea', paymentReference: 'pay_1', amount: 1000, currency: 'PLN' },
    });
    expect(await stateOf(id)).toBe('sending');
  });

  test('that is not confirmed is not sent', async () => {
    await gateway.services.refunds.addAutomaticForOrder(caller, automaticWish());
    expect(await claim()).toEqual([]);
  });

  test('over two payments is two tasks, each under a key of its own', async () => {
    await gateway.services.refunds.addAutomaticForOrder(caller, automaticWish({ amount: '25' }));
    const { id: sourceId } = await acceptedReturn(gateway, 3);
    const { id: refundId } = await gateway.services.refunds.addAutomatic(caller, {
      sourceType: 'return',
      sourceId,
      amount: '24',
    });
    await gateway.services.refunds.confirm(caller, { refundId });
    const [first, second] = await claim();
    expect([first!, second!].map(({ order }) => [order.paymentReference, order.amount])).toEqual([
      ['pay_2', 2000],
      ['pay_1', 400],
    ]);
    expect(first!.order.providerKey).not.toBe(second!.order.providerKey);
    await record(first!, SETTLED);
    expect(await stateOf(refundId)).toBe('sending');
    await record(second!, { kind: 'declined', reason: 'no' });
    expect(await stateOf(refundId)).toBe('partial');
    expect(await gateway.services.returns.get(caller, sourceId)).toMatchObject({ committed: 2000, refunded: 2000 });
  });

  test.each<[string, ProviderLookup, string, boolean]>([
    ['settled', SETTLED, '1000/1000/3000', false],
    ['pending', { kind: 'pending', reference: 'r' }, '0/1000/3000', true],
    ['declined', { kind: 'declined', reason: 'no balance', reference: 'r' }, '0/0/3000', false],
    ['unknown', UNKNOWN, '0/1000/3000', true],
  ])('is %s as its provider said', async (state, said, payment, open) => {
    const { id } = await confirmedRefund(gateway);
    await record(await claimed(), said);
    expect(await stateOf(id)).toBe(state);
    expect(await money(gateway)).toMatchObject({ 'payment 1': payment });
    expect((await waiting()) !== undefined).toBe(open);
  });

  test('keeps what the provider calls it, and why it was declined', async () => {
    const { id } = await confirmedRefund(gateway);
    await record(await claimed(), { kind: 'declined', reason: 'no balance', reference: 'r' });
    expect((await gateway.services.refundReader.status(caller, id)).transactions).toMatchObject([
      { reference: 'r', message: 'no balance' },
    ]);
  });
});

describe('a refund the provider lost sight of', () => {
  test('still holds its money, and cannot be cancelled', async () => {
    const { id: refundId } = await confirmedRefund(gateway, '30.00');
    await record(await claimed(), UNKNOWN);
    await expect(gateway.services.refunds.cancel(caller, { refundId })).rejects.toMatchObject({
      code: 'transition_not_allowed',
    });
    await expect(
      gateway.services.refunds.addAutomaticForOrder(caller, automaticWish({ amount: '0.01' })),
    ).rejects.toMatchObject({ code: 'amount_exceeds_refundable' });
  });

  test('is asked after under the same key, with longer and longer pauses', async () => {
    await confirmedRefund(gateway);
    const sent = await claimed();
    await record(sent, UNKNOWN);
    const pauses: number[] = [];
    for (let attempt = 0; attempt < 9; attempt++) {
      const pause = (await waiting())! - gateway.clock.now();
      pauses.push(pause);
      gateway.clock.pass(pause - 1);
      expect(await claim()).toEqual([]);
      gateway.clock.pass(1);
      const task = await claimed();
      expect(task).toMatchObject({ kind: 'ask', order: { providerKey: sent.order.providerKey } });
      await record(task, UNKNOWN);
    }
    expect(pauses).toEqual([500, 625, 781, 977, 1221, 1526, 1907, 2384, 2980]);
  });

  test.each<[string, ProviderLookup, string]>([
    ['settled', SETTLED, '1000/1000/3000'],
    ['declined', { kind: 'declined', reason: 'no' }, '0/0/3000'],
    ['pending', { kind: 'pending', reference: 'r' }, '0/1000/3000'],
  ])('is found %s when it is asked after', async (state, said, payment) => {
    const { id } = await confirmedRefund(gateway);
    await record(await claimed(), UNKNOWN);
    gateway.clock.pass(500);
    await record(await claimed(), said);
    expect(await stateOf(id)).toBe(state);
    expect(await money(gateway)).toMatchObject({ 'payment 1': payment });
  });

  test('is sent again, at once and under the same key, when it is proved that it never arrived', async () => {
    const { id } = await confirmedRefund(gateway);
    const first = await claimed();
    await record(first, UNKNOWN);
    gateway.clock.pass(500);
    await record(await claimed(), { kind: 'absent' });
    expect(await stateOf(id)).toBe('approved');
    const again = await claimed();
    expect(again).toMatchObject({ kind: 'send', order: first.order, row: { attempts: 0, absences: 1 } });
    await record(again, SETTLED);
    expect(await money(gateway)).toMatchObject({ 'payment 1': '1000/1000/3000' });
  });

  test('is asked after, never sent again, when its worker died between the call and the answer', async () => {
    const { id } = await confirmedRefund(gateway);
    const lost = await claimed('dead worker');
    gateway.clock.pass(LEASE_MS - 1);
    expect(await claim('worker')).toEqual([]);
    gateway.clock.pass(1);
    const task = await claimed('worker');
    expect(task).toMatchObject({ kind: 'ask', order: lost.order, row: { attempts: 0 } });
    expect(await stateOf(id)).toBe('unknown');
    const last = (await auditOf(gateway, 'refund', id)).at(-1);
    expect(last).toMatchObject({ action: 'refund.lose', actor: 'provider simulated' });
    expect(last?.after).toContain('the worker was interrupted');
  });
});

describe('two workers', () => {
  test('never hold the same refund', async () => {
    for (let count = 0; count < 20; count++) await confirmedRefund(gateway, '1.00');
    const batches = await Promise.all(Array.from({ length: 8 }, (_, worker) => claim(`worker ${worker}`, 4)));
    const ids = batches.flat().map(({ row }) => row.transactionId);
    expect(ids).toHaveLength(20);
    expect(new Set(ids).size).toBe(20);
    expect(await claim('late')).toEqual([]);
  });

  test('one that lost its lease changes neither the row nor what the other learned', async () => {
    const { id } = await confirmedRefund(gateway);
    const slow = await claimed('slow');
    gateway.clock.pass(LEASE_MS);
    const fast = await claimed('fast');
    await record(slow, UNKNOWN);
    await record(fast, SETTLED);
    await record(slow, { kind: 'declined', reason: 'late' });
    expect(await stateOf(id)).toBe('settled');
    expect(await waiting()).toBeUndefined();
    expect(await money(gateway)).toMatchObject({ 'payment 1': '1000/1000/3000' });
  });

  test('one that lost its lease knows nothing by silence or absence: meanwhile it may have been sent anew', async () => {
    const { id } = await confirmedRefund(gateway);
    const lost = await claimed('lost');
    gateway.clock.pass(LEASE_MS);
    await record(await claimed('second'), { kind: 'absent' });
    const sent = await claimed('third');
    expect(sent).toMatchObject({ kind: 'send' });
    await record(lost, UNKNOWN);
    expect(await stateOf(id)).toBe('sending');
    await record(sent, UNKNOWN);
    await record(lost, { kind: 'absent' });
    expect(await stateOf(id)).toBe('unknown');
    gateway.clock.pass(516);
    expect(await claimed('fourth')).toMatchObject({ kind: 'ask', row: { attempts: 1, absences: 1 } });
  });

  test('one that lost its lease gives nothing back', async () => {
    await confirmedRefund(gateway);
    const lost = await claimed('lost');
    gateway.clock.pass(LEASE_MS);
    const held = await claimed('holder');
    await gateway.services.dispatch.giveBack(lost);
    gateway.clock.pass(500);
    expect(await claim('third')).toEqual([]);
    await record(held, SETTLED);
  });

  test('one that ends gives back what it holds; the refund is then asked after', async () => {
    await confirmedRefund(gateway);
    await confirmedRefund(gateway, '2.00');
    await claim('ending', 1);
    await claim('other', 1);
    await gateway.services.dispatch.release('ending');
    const [task, ...others] = await claim('worker');
    expect(task).toMatchObject({ kind: 'ask', order: { amount: 1000 } });
    expect(others).toEqual([]);
  });
});

describe('news from a provider', () => {
  const hear = (kind: 'settled' | 'declined' | 'reversed', providerKey: string, shop = 'tea'): Promise<void> =>
    gateway.services.dispatch.hear('simulated', { shop, providerKey, kind, message: 'the bank said so' });

  test.each([
    ['settled', 'settled', '1000/1000/3000'],
    ['declined', 'declined', '0/0/3000'],
    ['reversed', 'reversed', '0/0/3000'],
  ] as const)('%s about a pending refund makes it %s', async (kind, state, payment) => {
    const { id } = await confirmedRefund(gateway);
    const task = await claimed();
    await record(task, { kind: 'pending', reference: 'r' });
    await hear(kind, task.order.providerKey);
    expect(await stateOf(id)).toBe(state);
    expect(await money(gateway)).toMatchObject({ 'payment 1': payment });
    gateway.clock.pass(LEASE_MS);
    expect(await claim()).toEqual([]);
    expect(await waiting()).toBeUndefined();
  });

  test('of a reversal gives the money free again, and is told in the audit', async () => {
    const { id } = await confirmedRefund(gateway, '30.00');
    const task = await claimed();
    await record(task, SETTLED);
    await hear('reversed', task.order.providerKey);
    expect(await stateOf(id)).toBe('reversed');
    expect(await money(gateway)).toMatchObject({ order: '0/0/6000', 'payment 1': '0/0/3000' });
    expect((await auditOf(gateway, 'refund', id)).at(-1)).toMatchObject({ action: 'refund.reverse' });
    await expect(confirmedRefund(gateway, '30.00')).resolves.toBeDefined();
  });

  test('heard while the refund is still being sent is not undone by the answer', async () => {
    const { id } = await confirmedRefund(gateway);
    const task = await claimed();
    await hear('settled', task.order.providerKey);
    await record(task, UNKNOWN);
    expect(await stateOf(id)).toBe('settled');
    expect(await waiting()).toBeUndefined();
  });

  test('heard twice, about nobody, or from another shop changes nothing', async () => {
    const { id } = await confirmedRefund(gateway);
    const task = await claimed();
    await hear('settled', task.order.providerKey, 'coffee');
    await hear('settled', 'nobody');
    expect(await stateOf(id)).toBe('sending');
    await hear('settled', task.order.providerKey);
    await hear('settled', task.order.providerKey);
    expect(await money(gateway)).toMatchObject({ 'payment 1': '1000/1000/3000' });
    expect(await auditOf(gateway, 'refund', id)).toHaveLength(3);
  });
});
