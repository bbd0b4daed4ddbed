/** A refund that was ever handed to its provider cannot be taken back, and nothing that a provider says is lost. */
import { LEASE_MS, type Task } from '../../src/services/dispatch-service';
import type { ProviderLookup } from '../../src/services/ports';
import { auditOf, caller, confirmedRefund, money, openShop, orderWish, refusalOf, type Gateway } from './gateway';

let gateway: Gateway;
beforeEach(async () => {
  gateway = await openShop();
});
afterEach(() => gateway.close());

const SETTLED: ProviderLookup = { kind: 'settled', reference: 'r' };
const UNKNOWN: ProviderLookup = { kind: 'unknown', cause: 'timeout' };

const record = (task: Task, said: ProviderLookup): Promise<void> => gateway.services.dispatch.record(task, said);
const transactionOf = (refundId: number) =>
  gateway.database.unitOfWork.run(async (stores) => (await stores.refunds.transactionsOf('tea', refundId))[0]!);
async function claimed(token = 'worker'): Promise<Task> {
  const [task] = await gateway.services.dispatch.claim(token, 10);
  return task!;
}

/** Sent, lost, looked up and found absent: approved once more. */
async function foundAbsent(): Promise<{ refundId: number; first: Task }> {
  const { id: refundId } = await confirmedRefund(gateway);
  const first = await claimed('A');
  gateway.clock.pass(LEASE_MS);
  await record(await claimed('B'), { kind: 'absent' });
  return { refundId, first };
}

describe('the first send', () => {
  test('is remembered, and never changes', async () => {
    const { id } = await confirmedRefund(gateway);
    expect((await transactionOf(id)).sentAt).toBeUndefined();
    const sentAt = gateway.clock.now();
    await record(await claimed(), UNKNOWN);
    expect((await transactionOf(id)).sentAt).toBe(sentAt);
    gateway.clock.pass(500);
    await record(await claimed(), { kind: 'absent' });
    gateway.clock.pass(500);
    expect(await claimed()).toMatchObject({ kind: 'send', keyAgeMs: 1000 });
    expect(await transactionOf(id)).toMatchObject({ state: 'sending', sentAt });
  });

  test('keeps a refund from being cancelled, also when the provider said that nothing arrived', async () => {
    const { refundId, first } = await foundAbsent();
    expect(await transactionOf(refundId)).toMatchObject({ state: 'approved' });
    const refusal = await refusalOf(gateway.services.refunds.cancel(caller, { refundId }));
    expect(refusal.code).toBe('transition_not_allowed');
    expect(refusal.message).toMatch('was handed to its provider');
    // The call that outlasted its lease comes back after all.
    await record(first, SETTLED);
    expect(await transactionOf(refundId)).toMatchObject({ state: 'settled' });
    expect(await money(gateway)).toMatchObject({ 'payment 1': '1000/1000/3000' });
  });

  test('does not keep a refund that was only confirmed from being cancelled', async () => {
    const { id: refundId } = await confirmedRefund(gateway);
    await gateway.services.refunds.cancel(caller, { refundId });
    expect(await money(gateway)).toMatchObject({ 'payment 1': '0/0/3000' });
  });
});

describe('an answer that contradicts the books', () => {
  test('is told in the audit and to a person, once, and moves no money', async () => {
    const { id } = await confirmedRefund(gateway);
    const task = await claimed();
    await record(task, { kind: 'declined', reason: 'no balance' });
    await record(task, SETTLED);
    await gateway.services.dispatch.recordLate(task, SETTLED);
    await gateway.services.dispatch.hear('simulated', {
      ...{ shop: 'tea', kind: 'settled', providerKey: task.order.providerKey },
    });
    expect(await transactionOf(id)).toMatchObject({ state: 'declined' });
    expect(await money(gateway)).toMatchObject({ 'payment 1': '0/0/3000' });
    const conflicts = (await auditOf(gateway, 'refund', id)).filter(({ action }) => action === 'refund.conflict');
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]).toMatchObject({ actor: 'provider simulated', after: expect.stringContaining('says settled') });
    expect(gateway.alarms).toMatchObject([{ code: 'outcome_contradicted', shop: 'tea', transactionId: 1 }]);
  });

  test('is told when what is settled is said to be declined', async () => {
    const { id } = await confirmedRefund(gateway);
    const task = await claimed();
    await record(task, SETTLED);
    await gateway.services.dispatch.recordLate(task, { kind: 'declined', reason: 'late' });
    expect(await transactionOf(id)).toMatchObject({ state: 'settled' });
    expect(gateway.alarms).toMatchObject([{ code: 'outcome_contradicted' }]);
  });

  test('comes too late to be one when the refund was reversed', async () => {
    await confirmedRefund(gateway);
    const task = await claimed();
    await record(task, { kind: 'reversed', reason: 'account closed', reference: 'r' });
    await gateway.services.dispatch.recordLate(task, SETTLED);
    expect(gateway.alarms).toEqual([]);
  });
});

describe('a row that cannot be prepared', () => {
  test('is put off and reported; the others are sent', async () => {
    await confirmedRefund(gateway, '1.00');
    await confirmedRefund(gateway, '2.00');
    await gateway.services.orders.put(caller, {
      ...orderWish({ orderId: 8 }),
      payments: [{ paymentId: 1, provider: 'simulated', method: 'card', amount: '60.00', reference: 'pay_8' }],
    });
    const { id: broken } = await confirmedRefund(gateway, '3.00', 8);
    await forget('pay_8');
    const tasks = await gateway.services.dispatch.claim('worker', 10);
    expect(tasks.map(({ order }) => order.amount)).toEqual([100, 200]);
    expect(await transactionOf(broken)).toMatchObject({ state: 'approved' });
    expect(gateway.alarms).toMatchObject([{ code: 'work_failed', transactionId: 3, cause: expect.any(Error) }]);
    expect(await gateway.services.dispatch.claim('worker', 10)).toEqual([]);

    await remember('pay_8');
    gateway.clock.pass(500);
    expect(await gateway.services.dispatch.claim('worker', 10)).toMatchObject([{ order: { amount: 300 } }]);
  });

  const put = (reference?: string): Promise<unknown> =>
    gateway.database.unitOfWork.run(async ({ orders }) => {
      const order = (await orders.find('tea', 8))!;
      const payments = order.payments.map(({ reference: _, ...rest }) => ({
        ...rest,
        ...(reference && { reference }),
      }));
      await orders.put('tea', { ...order, payments });
    });
  const forget = (_reference: string): Promise<unknown> => put();
  const remember = (reference: string): Promise<unknown> => put(reference);
});
