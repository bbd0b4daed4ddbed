/** A provider that does not answer in time is cut off; what it says afterwards is heard all the same. */
import { CALL_LIMIT_MS, Worker } from '../../src/jobs/worker';
import { LEASE_MS, type Task } from '../../src/services/dispatch-service';
import { ProviderDirectory } from '../../src/services/provider-directory';
import type { ProviderListing, ProviderLookup, ProviderNews, ProviderOutcome } from '../../src/services/ports';
import { VanishingProvider } from '../fakes/vanishing-provider';
import { auditOf, caller, confirmedRefund, money, openShop, refusalOf, type Gateway } from '../services/gateway';

const LIMIT_MS = 20;

class SilentProvider extends VanishingProvider {
  answer: ((outcome: ProviderOutcome) => void)[] = [];

  override refund(): Promise<ProviderOutcome> {
    return new Promise((resolve) => this.answer.push(resolve));
  }
}

let gateway: Gateway;
let bugs: unknown[];
beforeEach(async () => {
  gateway = await openShop();
  bugs = [];
});
afterEach(() => gateway.close());

function workerOf(
  provider: VanishingProvider,
  options: ConstructorParameters<typeof Worker>[3] = { callLimitMs: LIMIT_MS },
): Worker {
  const { database, sealer, clock, services } = gateway;
  const directory = new ProviderDirectory([provider], database.unitOfWork, database.reader, sealer, clock);
  return new Worker(services.dispatch, directory, (error) => bugs.push(error), options);
}
const statusOf = (refundId: number) => gateway.services.refundReader.status(caller, refundId);
async function round(worker: Worker): Promise<void> {
  await worker.round();
  await worker.settle();
}

describe('a call that takes longer than a lease', () => {
  const others = (): Promise<Task[]> => gateway.services.dispatch.claim('other', 1);

  test('keeps its row by the heartbeat of its worker, and loses it without', async () => {
    expect(CALL_LIMIT_MS).toBeGreaterThan(LEASE_MS);
    const provider = new SilentProvider();
    const worker = workerOf(provider, { callLimitMs: CALL_LIMIT_MS });
    const { id } = await confirmedRefund(gateway);
    await worker.round();
    for (let beats = 0; beats < 3; beats += 1) {
      gateway.clock.pass(LEASE_MS - 1);
      await worker.beat();
      expect(await others()).toEqual([]);
    }
    provider.answer[0]!({ kind: 'settled', reference: 'slow' });
    await worker.settle();
    expect(await statusOf(id)).toMatchObject({ state: 'settled' });
    expect((await auditOf(gateway, 'refund', id)).map(({ action }) => action)).not.toContain('refund.lose');

    await confirmedRefund(gateway);
    await worker.round();
    await worker.beat();
    gateway.clock.pass(LEASE_MS);
    expect(await others()).toMatchObject([{ kind: 'ask' }]);
    provider.answer[1]!({ kind: 'settled', reference: 'slow too' });
    await worker.settle();
    expect(bugs).toEqual([]);
  });

  test('is kept by a worker that beats by itself, also while it waits for its end', async () => {
    const provider = new SilentProvider();
    const worker = workerOf(provider, { callLimitMs: CALL_LIMIT_MS, heartbeatMs: 5 });
    const renew = jest.spyOn(gateway.services.dispatch, 'renew');
    /** A heartbeat that began after this was called, and has ended: the next one has begun. */
    const wholeBeat = (): Promise<void> => {
      const begun = renew.mock.calls.length;
      return until(() => Promise.resolve(renew.mock.calls.length >= begun + 2));
    };
    const { id } = await confirmedRefund(gateway);
    worker.start();
    await until(() => Promise.resolve(provider.answer.length === 1));
    for (const ending of [false, true]) {
      if (ending) void worker.stop();
      gateway.clock.pass(LEASE_MS - 1);
      await wholeBeat();
      gateway.clock.pass(LEASE_MS - 1);
      expect(await others()).toEqual([]);
      await wholeBeat();
    }
    provider.answer[0]!({ kind: 'settled', reference: 'slow' });
    await worker.stop();
    expect(await statusOf(id)).toMatchObject({ state: 'settled' });
    expect(bugs).toEqual([]);
  });

  test('is asked after when the heart could not beat, and what it says then is heard once', async () => {
    const provider = new SilentProvider();
    const worker = workerOf(provider, { callLimitMs: CALL_LIMIT_MS });
    const { id } = await confirmedRefund(gateway);
    await worker.round();
    jest.spyOn(gateway.services.dispatch, 'renew').mockRejectedValueOnce(new Error('the database is away'));
    await expect(worker.beat()).rejects.toThrow('away');
    gateway.clock.pass(LEASE_MS);
    const [task] = await others();
    expect(task).toMatchObject({ kind: 'ask' });
    provider.answer[0]!({ kind: 'settled', reference: 'slow' });
    await worker.settle();
    await gateway.services.dispatch.record(task!, { kind: 'absent' });
    expect(await statusOf(id)).toMatchObject({ state: 'settled' });
    expect(await money(gateway)).toMatchObject({ 'payment 1': '1000/1000/3000' });
  });
});

test('a call without an answer is unknown, and says how long was waited', async () => {
  const worker = workerOf(new SilentProvider());
  const { id } = await confirmedRefund(gateway);
  await round(worker);
  expect(await statusOf(id)).toMatchObject({
    state: 'unknown',
    transactions: [{ message: 'no answer within 0.02 s' }],
  });
});

test('a call that settles after it was cut off, after an absent and after a cancel was tried, is paid once and counted', async () => {
  const provider = new SilentProvider();
  const worker = workerOf(provider);
  const { id: refundId } = await confirmedRefund(gateway);
  await round(worker);
  gateway.clock.pass(LEASE_MS);
  await round(worker);
  expect(await statusOf(refundId)).toMatchObject({ state: 'approved' });
  expect((await refusalOf(gateway.services.refunds.cancel(caller, { refundId }))).code).toBe('transition_not_allowed');

  provider.answer[0]!({ kind: 'settled', reference: 'late' });
  await until(async () => (await statusOf(refundId)).state === 'settled');
  expect(await money(gateway)).toMatchObject({ 'payment 1': '1000/1000/3000' });
  gateway.clock.pass(LEASE_MS);
  await round(worker);
  expect(provider.answer).toHaveLength(1);
  expect(bugs).toEqual([]);
});

test('a look-up, a list and news that never end hold up nobody', async () => {
  const never = new Promise<never>(() => undefined);
  class Mute extends VanishingProvider {
    override lookUp(): Promise<ProviderLookup> {
      return never;
    }
    override list(): Promise<ProviderListing> {
      return never;
    }
    override news(): Promise<ProviderNews[]> {
      return never;
    }
  }
  const provider = new Mute();
  provider.troubles.push('after');
  const worker = workerOf(provider);
  const { id } = await confirmedRefund(gateway);
  for (const keyLifeMs of [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 0]) {
    provider.keyLifeMs = keyLifeMs;
    await round(worker);
    expect(await statusOf(id)).toMatchObject({ state: 'unknown' });
    gateway.clock.pass(LEASE_MS);
  }
  expect(bugs).toEqual([]);
});

test('one piece of news that cannot be heard does not hold up the others', async () => {
  const provider = new VanishingProvider();
  const worker = workerOf(provider);
  const { id } = await confirmedRefund(gateway);
  await round(worker);
  const [providerKey = ''] = provider.books.keys();
  const news: ProviderNews = { shop: 'tea', providerKey, kind: 'reversed' };
  provider.told.push({ ...news, message: 5 as unknown as string }, news);
  await round(worker);
  expect(await statusOf(id)).toMatchObject({ state: 'reversed' });
  expect(provider.told).toHaveLength(1);
  expect(bugs).toHaveLength(1);
});

async function until(done: () => Promise<boolean>): Promise<void> {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 5));
}
