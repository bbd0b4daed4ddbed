/** A provider that does not answer in time is cut off; what it says afterwards is heard all the same. */
import { CALL_LIMIT_MS, Worker } from '../../src/jobs/worker';
import { LEASE_MS } from '../../src/services/dispatch-service';
import { ProviderDirectory } from '../../src/services/provider-directory';
import type { ProviderListing, ProviderLookup, ProviderNews, ProviderOutcome } from '../../src/services/ports';
import { VanishingProvider } from '../fakes/vanishing-provider';
import { caller, confirmedRefund, money, openShop, refusalOf, type Gateway } from '../services/gateway';

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

function workerOf(provider: VanishingProvider): Worker {
  const { database, sealer, clock, services } = gateway;
  const directory = new ProviderDirectory([provider], database.unitOfWork, database.reader, sealer, clock);
  return new Worker(services.dispatch, directory, (error) => bugs.push(error), { callLimitMs: LIMIT_MS });
}
const statusOf = (refundId: number) => gateway.services.refundReader.status(caller, refundId);
async function round(worker: Worker): Promise<void> {
  await worker.round();
  await worker.settle();
}

test('the limit ends well before the lease', () => {
  expect(CALL_LIMIT_MS).toBeLessThanOrEqual(LEASE_MS / 2);
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

test('a call that settles after its lease, after an absent and after a cancel was tried, is paid once and counted', async () => {
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
