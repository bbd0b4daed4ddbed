/** What a person found out about a refund whose fate nobody knows. */
import type { ProviderLookup } from '../../src/services/ports';
import type { ResolveRefund } from '../../src/services/wishes';
import {
  acceptedReturn,
  auditOf,
  automaticWish,
  caller,
  confirmedRefund,
  money,
  openShop,
  refusalOf,
  type Gateway,
} from './gateway';

let gateway: Gateway;
beforeEach(async () => {
  gateway = await openShop();
});
afterEach(() => gateway.close());

const resolve = (wish: Partial<ResolveRefund> = {}, who = caller) =>
  gateway.services.refunds.resolve(who, { refundId: 1, outcome: 'settled', reason: 'on the statement', ...wish });
async function said(...answers: readonly ProviderLookup[]): Promise<void> {
  const tasks = await gateway.services.dispatch.claim('worker', 10);
  for (const [index, task] of tasks.entries()) await gateway.services.dispatch.record(task, answers[index]!);
}
const UNKNOWN: ProviderLookup = { kind: 'unknown', cause: 'timeout' };
const PENDING: ProviderLookup = { kind: 'pending', reference: 'r' };

test.each([
  ['unknown', UNKNOWN, 'settled', '1000/1000/3000'],
  ['unknown', UNKNOWN, 'declined', '0/0/3000'],
  ['pending', PENDING, 'settled', '1000/1000/3000'],
  ['pending', PENDING, 'declined', '0/0/3000'],
] as const)('a refund that is %s (%j) can be resolved as %s', async (_state, answer, outcome, payment) => {
  await confirmedRefund(gateway);
  await said(answer);
  const refund = await resolve({ outcome, reference: 're_7' });
  expect(refund.transactions).toMatchObject([{ state: outcome, reference: 're_7' }]);
  expect(await money(gateway)).toMatchObject({ 'payment 1': payment });
  const last = (await auditOf(gateway, 'refund', 1)).at(-1);
  expect(last).toMatchObject({
    action: 'refund.resolve',
    actor: 'test',
    after: expect.stringContaining('on the statement'),
  });
  // Nobody asks after it any more.
  gateway.clock.pass(60_000);
  expect(await gateway.services.dispatch.claim('worker', 10)).toEqual([]);
  expect(await gateway.database.reader.read((stores) => stores.outbox.oldestDue())).toBeUndefined();
});

test.each<[string, () => Promise<unknown>]>([
  ['requested', () => gateway.services.refunds.addAutomaticForOrder(caller, automaticWish())],
  ['approved', () => confirmedRefund(gateway)],
  ['sending', async () => [await confirmedRefund(gateway), await gateway.services.dispatch.claim('worker', 1)]],
  ['settled', async () => [await confirmedRefund(gateway), await said({ kind: 'settled', reference: 'r' })]],
  ['declined', async () => [await confirmedRefund(gateway), await said({ kind: 'declined', reason: 'no' })]],
])('a refund that is %s is not resolved by hand', async (state, prepare) => {
  await prepare();
  const refusal = await refusalOf(resolve());
  expect([refusal.code, refusal.message]).toEqual(['transition_not_allowed', expect.stringContaining(state)]);
});

/** A confirmed refund of 24.00 in two transactions: 20.00 and 4.00. */
async function refundInTwo(): Promise<number> {
  await gateway.services.refunds.addAutomaticForOrder(caller, automaticWish({ amount: '25' }));
  const { id: sourceId } = await acceptedReturn(gateway, 3);
  const { id: refundId } = await gateway.services.refunds.addAutomatic(caller, {
    ...{ sourceType: 'return', sourceId, amount: '24' },
  });
  await gateway.services.refunds.confirm(caller, { refundId });
  return refundId;
}

test('all transactions of a refund can be resolved at once, and keep the numbers that their provider gave', async () => {
  const refundId = await refundInTwo();
  await said(PENDING, { kind: 'pending', reference: 'r2' });
  const { transactions } = await resolve({ refundId });
  expect(transactions.map(({ state, reference }) => [state, reference])).toEqual([
    ['settled', 'r'],
    ['settled', 'r2'],
  ]);
});

test('a refusal names the state of each transaction', async () => {
  const refundId = await refundInTwo();
  await said({ kind: 'settled', reference: 'r' }, { kind: 'declined', reason: 'no' });
  expect((await refusalOf(resolve({ refundId }))).message).toMatch('settled, declined');
});

test('names a transaction, or means all that are not known', async () => {
  const refundId = await refundInTwo();
  await said(UNKNOWN, UNKNOWN);
  expect(await refusalOf(resolve({ refundId, reference: 're' }))).toMatchObject({
    ...{ code: 'request_invalid', field: 'reference' },
  });
  expect(await refusalOf(resolve({ refundId, transactionId: 1 }))).toMatchObject({
    ...{ code: 'refund_not_found', field: 'transactionId' },
  });
  const half = await resolve({ refundId, transactionId: 2, outcome: 'declined' });
  expect(half.transactions.map(({ state }) => state)).toEqual(['declined', 'unknown']);
  expect((await refusalOf(resolve({ refundId, transactionId: 2 }))).code).toBe('transition_not_allowed');
  const whole = await resolve({ refundId });
  expect(whole.transactions.map(({ state }) => state)).toEqual(['declined', 'settled']);
});

test('repeated under one key has one effect and one answer', async () => {
  await confirmedRefund(gateway);
  await said(UNKNOWN);
  const again = { ...caller, idempotencyKey: 'k1' };
  const answers = [await resolve({}, again), await resolve({}, again)];
  expect(answers[1]).toEqual(answers[0]);
  expect((await refusalOf(resolve({ outcome: 'declined' }, again))).code).toBe('idempotency_key_reused');
});

test('a provider that says otherwise later is not overheard', async () => {
  await confirmedRefund(gateway);
  const [task] = await gateway.services.dispatch.claim('worker', 1);
  await gateway.services.dispatch.record(task!, UNKNOWN);
  await resolve({ outcome: 'declined' });
  await gateway.services.dispatch.recordLate(task!, { kind: 'settled', reference: 'r' });
  expect(gateway.alarms).toMatchObject([{ code: 'outcome_contradicted' }]);
});
