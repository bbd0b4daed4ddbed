/** Callers who ask to be answered with what becomes of a refund: they wait for the worker, up to a limit. */
import type { Refund } from '../../src/domain/refund';
import { refundState } from '../../src/domain/refund';
import { caller, confirmedRefund, openShop, type Gateway } from './gateway';

let gateway: Gateway;
let refund: Refund;
beforeEach(async () => {
  gateway = await openShop();
  refund = await confirmedRefund(gateway);
});
afterEach(() => gateway.close());

const wait = (limitMs: number, of = refund) => gateway.services.outcomes.outcomeOf(caller, of, limitMs);
const settle = () =>
  gateway.database.unitOfWork.run(async ({ refunds }) => {
    const [transaction] = await refunds.transactionsOf('tea', refund.id);
    if (transaction) await refunds.move(transaction, 'settled', gateway.clock.now());
  });
const timed = async (asked: Promise<Refund>): Promise<[string, number]> => {
  const begun = performance.now();
  const { transactions } = await asked;
  return [refundState(transactions), performance.now() - begun];
};

test('one that is finished is answered at once', async () => {
  await settle();
  const finished = await gateway.services.refundReader.get(caller, refund.id);
  expect((await timed(wait(10_000, finished.refund)))[1]).toBeLessThan(100);
});

test('one that finishes meanwhile is answered as it ended, long before the limit', async () => {
  const asked = timed(wait(10_000));
  setTimeout(() => void settle(), 200);
  const [state, tookMs] = await asked;
  expect(state).toBe('settled');
  expect(tookMs).toBeLessThan(5000);
});

test('after the limit it is answered as it is', async () => {
  const [state, tookMs] = await timed(wait(300));
  expect(state).toBe('approved');
  expect(tookMs).toBeGreaterThanOrEqual(290);
  expect((await timed(wait(0)))[1]).toBeLessThan(100);
});

test('who waits for nothing is answered as it stands now, not as it was when the caller was given it', async () => {
  await settle();
  expect((await timed(wait(0)))[0]).toBe('settled');
});

test('nobody is kept waiting by a gateway that ends', async () => {
  const asked = timed(wait(10_000));
  setTimeout(() => gateway.services.outcomes.end(), 100);
  expect((await asked)[1]).toBeLessThan(5000);
  expect((await timed(wait(10_000)))[1]).toBeLessThan(100);
});
