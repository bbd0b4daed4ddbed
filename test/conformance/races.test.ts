/** Many callers at once, through different doors, on one payment: who comes first gets the money, and nobody gets it twice. */
import { startGateway } from '../gateway-under-test';
import type { DoorName, GatewayUnderTest } from '../gateway-under-test';
import type { AnyRequest, AskOptions, OperationName, Reply } from '../clients/doors';
import { callOperation } from '../../src/dialects/own/operations';
import { confirmed, ORDER, ordered, refundedByCard, refundedInCash } from './cases/case';

const CAPTURED = 8000;
/** Amounts in minor units; together far more than there is. */
const WISHES = Array.from({ length: 200 }, (_, index) => [30, 70, 110, 290, 5][index % 5] ?? 1);

let gateway: GatewayUnderTest;
beforeAll(async () => void (gateway = await startGateway()));
afterAll(() => gateway.stop());
beforeEach(async () => {
  await gateway.clear();
  await ordered(gateway);
});

/** The same through each door in turn, all at once. */
function atOnce(
  operation: OperationName,
  requests: readonly AnyRequest[],
  optionsFor: (door: DoorName) => AskOptions = () => ({}),
): Promise<Reply[]> {
  const doors = ['rest', 'soap11', 'soap12'] as const;
  return Promise.all(
    requests.map((request, index) => {
      const door = doors[index % doors.length] ?? 'rest';
      return gateway.ask[door](operation, request, optionsFor(door));
    }),
  );
}

const isAnswer = (reply: Reply): reply is { readonly answer: Record<string, unknown> } => 'answer' in reply;
const codesOf = (replies: readonly Reply[]): string[] =>
  replies.flatMap((reply) => ('refused' in reply ? [reply.refused.code] : []));
const text = (minor: number): string => (minor / 100).toFixed(2);
const payment = async (): Promise<Record<string, unknown>> =>
  (await gateway.rows())['payments']?.find(({ id }) => id === 1) ?? {};

test('two hundred refunds at once never give back more than the payment has', async () => {
  const replies = await atOnce(
    'addAutomaticRefundForOrder',
    WISHES.map((minor) => ({ orderId: 5, paymentId: 1, amount: text(minor), currency: 'PLN' })),
  );
  const accepted = WISHES.filter((_minor, index) => isAnswer(replies[index] as Reply));
  const refused = WISHES.filter((_minor, index) => !isAnswer(replies[index] as Reply));
  const sum = accepted.reduce((total, minor) => total + minor, 0);

  expect(sum).toBeLessThanOrEqual(CAPTURED);
  expect(new Set(codesOf(replies))).toEqual(new Set(['amount_exceeds_refundable']));
  expect(Math.min(...refused)).toBeGreaterThan(CAPTURED - sum);
  expect(await payment()).toMatchObject({ captured: CAPTURED, committed: sum, refunded: 0 });
  const { refunds = [], transactions = [], orders = [], audit_entries: audit = [] } = await gateway.rows();
  expect(refunds.map(({ amount }) => Number(amount)).sort()).toEqual([...accepted].sort());
  expect(transactions).toHaveLength(accepted.length);
  expect(audit.filter(({ action }) => action === 'refund.add')).toHaveLength(accepted.length);
  expect(orders[0]).toMatchObject({ committed: sum });
});

test('what two hundred refunds at once were promised is given back, once each', async () => {
  const [each, share] = [50, 40];
  await atOnce(
    'addAutomaticRefundForOrder',
    Array.from({ length: 200 }, () => ({ orderId: 5, paymentId: 1, amount: text(share), currency: 'PLN' })),
  );
  const ids = Array.from({ length: 200 }, (_, index) => index + 1);
  const confirming = atOnce('confirmRefund', [...ids, ...ids].map((refundId) => ({ refundId }))); // prettier-ignore
  for (let round = 0; round < each; round++) await gateway.drain();
  const replies = await confirming;
  await gateway.drain();
  expect(replies.filter(isAnswer)).toHaveLength(200);
  expect(await payment()).toMatchObject({ committed: CAPTURED, refunded: CAPTURED });
  const { simulated_refunds: given = [] } = await gateway.rows();
  expect(given).toHaveLength(200);
  expect(given.reduce((sum, { amount }) => sum + Number(amount), 0)).toBe(CAPTURED);
});

test('one idempotency key sent fifty times at once makes one refund and fifty equal answers', async () => {
  const wish = { orderId: 5, paymentId: 1, amount: '7.00', currency: 'PLN', note: 'raz, a dobrze' };
  const replies = await atOnce('addAutomaticRefundForOrder', Array(50).fill(wish) as AnyRequest[], (door) =>
    door === 'soap11' ? { idempotencyBlock: 'once' } : { idempotencyKey: 'once' },
  );
  expect(codesOf(replies)).toEqual([]);
  expect(new Set(replies.map((reply) => JSON.stringify(sorted(reply)))).size).toBe(1);
  expect((await gateway.rows())['refunds']).toHaveLength(1);
  expect(await payment()).toMatchObject({ committed: 700 });
});

test('one idempotency key sent at once with different wishes carries out one of them', async () => {
  const wishes = Array.from({ length: 30 }, (_, index) => ({
    ...{ orderId: 5, paymentId: 1, amount: text(100 + (index % 10)), currency: 'PLN' },
  }));
  const replies = await atOnce('addAutomaticRefundForOrder', wishes, () => ({
    idempotencyKey: 'one-of-ten',
  }));
  expect(replies.filter(isAnswer)).toHaveLength(3);
  expect(new Set(codesOf(replies))).toEqual(new Set(['idempotency_key_reused']));
  expect((await gateway.rows())['refunds']).toHaveLength(1);
});

test.each([
  ['confirmRefund', 'cancelRefund'],
  ['cancelRefund', 'confirmRefund'],
] as const)('of %s and %s of one cash refund at once, fifteen times each, one wins', async (first, second) => {
  await refundedInCash('30.00')(gateway);
  const fifteen = Array<AnyRequest>(15).fill({ refundId: 1 });
  const [firsts, seconds] = await Promise.all([atOnce(first, fifteen), atOnce(second, fifteen)]);
  const replies = [...firsts, ...seconds];
  expect(replies.filter(isAnswer)).toHaveLength(1);
  expect(new Set(codesOf(replies))).toEqual(new Set(['transition_not_allowed']));
  const paidOut = (first === 'confirmRefund' ? firsts : seconds).some(isAnswer);
  const { transactions = [], orders = [] } = await gateway.rows();
  expect(transactions[0]).toMatchObject({ state: paidOut ? 'settled' : 'cancelled' });
  expect(orders[0]).toMatchObject(paidOut ? { committed: 3000, refunded: 3000 } : { committed: 0, refunded: 0 });
});

test('of confirmations and changes at once, the money sent is what the last change before the confirmation said', async () => {
  await refundedByCard('30.00')(gateway);
  const amounts = Array.from({ length: 30 }, (_, index) => ({
    refundId: 1,
    amount: text(1000 + index),
    currency: 'PLN',
  }));
  const [changes, confirmations] = await Promise.all([
    atOnce('updateRefund', amounts),
    atOnce('confirmRefund', Array(9).fill({ refundId: 1 }) as AnyRequest[]),
  ]);
  expect(confirmations.filter(isAnswer)).toHaveLength(1);
  const confirmedAmount = confirmations.find(isAnswer)?.answer['amount'];
  await gateway.drain();
  const { audit_entries: audit = [], simulated_refunds: given = [], refunds = [] } = await gateway.rows();
  expect(given.map(({ amount }) => text(Number(amount)))).toEqual([confirmedAmount]);
  expect(refunds.map(({ amount }) => text(Number(amount)))).toEqual([confirmedAmount]);
  const ofRefund = audit.filter(({ subject, actor }) => subject === 'refund' && actor === 'erp');
  expect(ofRefund.filter(({ action }) => action === 'refund.update')).toHaveLength(changes.filter(isAnswer).length);
  // Each entry begins where the one before it ended: nobody changed what somebody else was changing.
  const gaps = ofRefund
    .slice(1)
    .filter(({ before_json: before }, index) => plain(before) !== plain(ofRefund[index]?.['after_json']));
  expect(gaps).toEqual([]);
});

test('a cancellation that meets the worker either keeps the money here or comes too late', async () => {
  for (const amount of ['1.00', '2.00', '3.00', '4.00', '5.00']) await refundedByCard(amount)(gateway);
  for (const refundId of [1, 2, 3, 4, 5]) await confirmed(refundId)(gateway);
  const [replies] = await Promise.all([
    atOnce('cancelRefund', [1, 2, 3, 4, 5].map((refundId) => ({ refundId }))), // prettier-ignore
    gateway.drain(),
  ]);
  await gateway.drain();
  const { transactions = [], simulated_refunds: given = [] } = await gateway.rows();
  replies.forEach((reply, index) => {
    expect(transactions[index]).toMatchObject({ state: isAnswer(reply) ? 'cancelled' : 'settled' });
  });
  const settled = transactions.filter(({ state }) => state === 'settled');
  const sum = settled.reduce((total, { amount }) => total + Number(amount), 0);
  expect(given).toHaveLength(settled.length);
  expect(await payment()).toMatchObject({ committed: sum, refunded: sum });
});

test('an order that is replaced while its money is refunded keeps every promise', async () => {
  const smaller = {
    ...ORDER,
    payments: ORDER.payments.map((one) => ({ ...one, ...(one.paymentId === 1 && { amount: '40.00' }) })),
  };
  const [refunds] = await Promise.all([
    atOnce('addAutomaticRefundForOrder', WISHES.map((minor) => ({ orderId: 5, paymentId: 1, amount: text(minor), currency: 'PLN' }))), // prettier-ignore
    atOnce('putOrder', [smaller, ORDER, smaller, ORDER] as unknown as AnyRequest[]),
  ]);
  const sum = WISHES.reduce((total, minor, index) => total + (isAnswer(refunds[index] as Reply) ? minor : 0), 0);
  const { captured, committed } = await payment();
  expect(committed).toBe(sum);
  expect(Number(captured)).toBeGreaterThanOrEqual(sum);
  const seen = await callOperation('getOrder', gateway.services, gateway.caller, { orderId: 5 });
  expect(seen.reserved).toBe(text(sum));
});

/** SOAP answers in the order of the schema, REST in the order of the code: equal answers read alike. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, part]) => [name, sorted(part)]),
  );
}

function plain(json: unknown): string {
  const { state, amount } = JSON.parse(String(json)) as Record<string, unknown>;
  return `${String(state)} ${String(amount)}`;
}
