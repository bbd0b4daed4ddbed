/** Rule 8: every change that touches money writes one audit entry with it: who, what, before, after, when, request id. */
import {
  acceptedReturn,
  auditOf,
  automaticWish,
  caller,
  callerOf,
  confirmedRefund,
  manualWish,
  openShop,
  orderWish,
  refusalOf,
  type Gateway,
} from './gateway';

let gateway: Gateway;
beforeEach(async () => {
  gateway = await openShop();
});
afterEach(() => gateway.close());

const standing = (state: string, amount: string): string => JSON.stringify({ amount, currency: 'PLN', state });

test('the life of an automatic refund can be read off its audit', async () => {
  const { refunds, dispatch } = gateway.services;
  const clerk = callerOf('tea', { name: 'Anna', requestId: 'r-77' });
  const { id: refundId } = await refunds.addAutomaticForOrder(clerk, automaticWish());
  gateway.clock.pass(10);
  await refunds.update(caller, { refundId, amount: '12', currency: 'PLN' });
  await refunds.confirm(caller, { refundId });
  const [task] = await dispatch.claim('worker', 1);
  await dispatch.record(task!, { kind: 'settled', reference: 're_1' });
  await dispatch.hear('simulated', {
    ...{ shop: 'tea', providerKey: task!.order.providerKey, kind: 'reversed', message: 'account closed' },
  });

  const entries = await auditOf(gateway, 'refund', refundId);
  expect(entries.map(({ action, actor, before, after }) => [action, actor, before, after])).toEqual([
    ['refund.add', 'Anna', undefined, standing('requested', '10.00')],
    ['refund.update', 'test', standing('requested', '10.00'), standing('requested', '12.00')],
    ['refund.confirm', 'test', standing('requested', '12.00'), standing('approved', '12.00')],
    ['refund.settle', 'provider simulated', standing('sending', '12.00'), standing('settled', '12.00')],
    [
      'refund.reverse',
      'provider simulated',
      standing('settled', '12.00'),
      JSON.stringify({ amount: '12.00', currency: 'PLN', reason: 'account closed', state: 'reversed' }),
    ],
  ]);
  expect(entries[0]).toMatchObject({ requestId: 'r-77', at: gateway.clock.now() - 10 });
  expect(entries[3]).not.toHaveProperty('requestId');
});

test('a manual refund tells who paid it out, a cancelled one why', async () => {
  const { refunds } = gateway.services;
  const paid = await refunds.addManual(caller, manualWish());
  await refunds.confirm(caller, { refundId: paid.id });
  const off = await refunds.addManual(caller, manualWish());
  await refunds.cancel(caller, { refundId: off.id, reason: 'a mistake' });
  expect((await auditOf(gateway, 'refund', paid.id)).map(({ action, after }) => [action, after])).toEqual([
    ['refund.add', standing('requested', '10.00')],
    ['refund.confirm', standing('settled', '10.00')],
  ]);
  expect(JSON.parse((await auditOf(gateway, 'refund', off.id))[1]?.after ?? '')).toEqual({
    ...{ state: 'cancelled', amount: '10.00', currency: 'PLN', reason: 'a mistake' },
  });
});

test.each([
  ['settled', { kind: 'settled', reference: 'r' }, 'refund.settle'],
  ['pending', { kind: 'pending', reference: 'r' }, 'refund.wait'],
  ['declined', { kind: 'declined', reason: 'no balance' }, 'refund.decline'],
  ['unknown', { kind: 'unknown', cause: 'timeout' }, 'refund.lose'],
] as const)('what a provider said is told once: %s', async (state, said, action) => {
  const { id } = await confirmedRefund(gateway);
  const [task] = await gateway.services.dispatch.claim('worker', 1);
  await gateway.services.dispatch.record(task!, said);
  await gateway.services.dispatch.record(task!, said);
  const entries = (await auditOf(gateway, 'refund', id)).slice(2);
  expect(entries.map((entry) => entry.action)).toEqual([action]);
  expect(JSON.parse(entries[0]?.after ?? '')).toMatchObject({ state });
});

test('each step of a return writes one entry, with what it is worth', async () => {
  const { returns } = gateway.services;
  const { id: returnId } = await acceptedReturn(gateway, 2);
  await returns.receive(caller, { returnId, lines: [{ lineId: 1, received: 1, restock: true }] });
  await returns.close(caller, { returnId });
  await returns.reopen(caller, { returnId });
  await returns.cancel(caller, { returnId });
  const entries = await auditOf(gateway, 'return', returnId);
  const gist = (json?: string): unknown =>
    json === undefined ? undefined : (JSON.parse(json) as { state: string; worth: string });
  const of = (state: string, worth: string): object => ({ state, worth, currency: 'PLN' });
  expect(entries.map(({ action, before, after }) => [action, gist(before), gist(after)])).toEqual([
    ['return.open', undefined, of('open', '0.00')],
    ['return.accept', of('open', '0.00'), of('accepted', '20.00')],
    ['return.receive', of('accepted', '20.00'), { ...of('received', '10.00'), restock: [{ sku: 'MUG', quantity: 1 }] }],
    ['return.close', of('received', '10.00'), of('closed', '10.00')],
    ['return.reopen', of('closed', '10.00'), of('accepted', '10.00')],
    ['return.cancel', of('accepted', '10.00'), of('cancelled', '0.00')],
  ]);
});

test('goods that go back to stock are told of once, also when the return is opened again', async () => {
  const { returns } = gateway.services;
  const { id: returnId } = await acceptedReturn(gateway, 2);
  const lines = [{ lineId: 1, received: 2, restock: true }];
  await returns.receive(caller, { returnId, lines });
  await returns.close(caller, { returnId });
  await returns.reopen(caller, { returnId });
  await returns.receive(caller, { returnId, lines });
  const told = (await auditOf(gateway, 'return', returnId)).filter(({ after }) => after?.includes('restock'));
  expect(told).toHaveLength(1);
});

test('an order writes one entry when it comes and one when it changes', async () => {
  const { orders } = gateway.services;
  await orders.put(caller, orderWish());
  await orders.put(caller, orderWish({ shipping: '6.00' }));
  const entries = await auditOf(gateway, 'order', 7);
  expect(entries.map(({ action }) => action)).toEqual(['order.put', 'order.put']);
  expect(entries[0]?.before).toBeUndefined();
  expect(
    [entries[1]?.before, entries[1]?.after].map((json) => (JSON.parse(json ?? '') as { total: number }).total),
  ).toEqual([6000, 6100]);
});

test('what was refused is not in the audit', async () => {
  const { refunds, returns } = gateway.services;
  const { id: refundId } = await confirmedRefund(gateway);
  const { id: returnId } = await acceptedReturn(gateway, 1);
  await refusalOf(refunds.update(caller, { refundId, amount: '1', currency: 'PLN' }));
  await refusalOf(refunds.confirm(caller, { refundId }));
  await refusalOf(returns.accept(caller, { returnId }));
  expect(await auditOf(gateway, 'refund', refundId)).toHaveLength(2);
  expect(await auditOf(gateway, 'return', returnId)).toHaveLength(2);
});
