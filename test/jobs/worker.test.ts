import { PARALLEL_TASKS, Worker } from '../../src/jobs/worker';
import { LEASE_MS } from '../../src/services/dispatch-service';
import { ProviderDirectory } from '../../src/services/provider-directory';
import type { Services } from '../../src/services/services';
import { VanishingProvider } from '../fakes/vanishing-provider';
import { auditOf, caller, confirmedRefund, money, openShop, type Gateway } from '../services/gateway';

let gateway: Gateway;
let bugs: unknown[];
beforeEach(async () => {
  gateway = await openShop();
  bugs = [];
});
afterEach(() => gateway.close());

const workerOf = (providers: Services['providers'] = gateway.services.providers): Worker =>
  new Worker(gateway.services.dispatch, providers, (error) => bugs.push(error));

function vanishing(): { provider: VanishingProvider; worker: Worker } {
  const provider = new VanishingProvider();
  const { unitOfWork, reader } = gateway.database;
  const directory = new ProviderDirectory([provider], unitOfWork, reader, gateway.sealer, gateway.clock);
  return { provider, worker: workerOf(directory) };
}

const stateOf = async (refundId: number): Promise<string> =>
  (await gateway.services.refundReader.status(caller, refundId)).state;

/** Lets a worker go round until nothing is left to do, hurrying the clock over every pause. */
async function work(worker: Worker, mostRounds = 20): Promise<void> {
  for (let round = 0; round < mostRounds; round++) {
    await worker.round();
    await worker.settle();
    gateway.clock.pass(LEASE_MS);
  }
}

describe('a worker with the simulated provider', () => {
  test.each([
    ['settles', '10.00', 'settled', '1000/1000/3000', 'settled'],
    ['declines', '9.01', 'declined', '0/0/3000', 'declined'],
    ['settles later', '9.02', 'settled', '902/902/3000', 'settled'],
    ['declines later', '9.03', 'declined', '0/0/3000', 'declined'],
    ['loses the order before it has an effect', '9.04', 'settled', '904/904/3000', 'settled'],
    ['loses the answer after the effect', '9.05', 'settled', '905/905/3000', 'settled'],
    ['reverses later', '9.06', 'reversed', '0/0/3000', 'reversed'],
    ['answers slowly', '9.07', 'settled', '907/907/3000', 'settled'],
  ])('that %s: %s ends as %s', async (_what, amount, state, payment, status) => {
    await gateway.services.providers.setSettings('tea', 'simulated', { laterMs: 20 });
    const { id } = await confirmedRefund(gateway, amount);
    const worker = workerOf();
    await work(worker);
    expect(await stateOf(id)).toBe(state);
    expect(await money(gateway)).toMatchObject({ 'payment 1': payment });
    expect(bugs).toEqual([]);

    // The books of the provider say the same, once.
    const key = await gateway.database.unitOfWork.run(
      async ({ refunds }) => (await refunds.transactionsOf('tea', id))[0]?.providerKey,
    );
    const booked = await gateway.database.reader.read((stores) => stores.simulatedBooks.find('tea', key ?? ''));
    expect(booked).toMatchObject({ status, amount: Number(amount.replace('.', '')) });
    expect(await worker.round()).toBe(false);
  });

  test.each([
    ['9.02', ['refund.wait', 'refund.settle']],
    ['9.04', ['refund.lose', 'refund.absent', 'refund.settle']],
    ['9.05', ['refund.lose', 'refund.settle']],
    ['9.06', ['refund.settle', 'refund.reverse']],
  ])('tells the way of %s in the audit', async (amount, told) => {
    const { id } = await confirmedRefund(gateway, amount);
    await work(workerOf());
    expect((await auditOf(gateway, 'refund', id)).slice(2).map(({ action }) => action)).toEqual(told);
  });

  test('a reversed refund leaves its money free for another', async () => {
    await confirmedRefund(gateway, '29.06');
    await work(workerOf());
    expect(await money(gateway)).toMatchObject({ order: '0/0/6000' });
    await expect(confirmedRefund(gateway, '30.00')).resolves.toBeDefined();
  });

  test('a slow provider holds up its own refund only', async () => {
    await gateway.services.providers.setSettings('tea', 'simulated', { laterMs: 300 });
    const slow = await confirmedRefund(gateway, '9.07');
    const quick = await confirmedRefund(gateway, '1.00');
    const worker = workerOf();
    await worker.round();
    while ((await stateOf(quick.id)) !== 'settled') await worker.round();
    expect(await stateOf(slow.id)).toBe('sending');
    await worker.settle();
    expect(await stateOf(slow.id)).toBe('settled');
  });
});

test('a worker has so many refunds under way at once, and takes the next when one is done', async () => {
  await gateway.services.providers.setSettings('tea', 'simulated', { delayMs: 150 });
  for (let count = 0; count < PARALLEL_TASKS + 4; count++) await confirmedRefund(gateway, '1.00');
  const worker = workerOf();
  const inState = async (state: 'sending' | 'settled'): Promise<number> =>
    (await gateway.services.refundReader.list(caller, { state })).items.length;
  await worker.round();
  await worker.round();
  expect(await inState('sending')).toBe(PARALLEL_TASKS);
  await worker.settle();
  expect(await inState('settled')).toBe(PARALLEL_TASKS);
  await worker.round();
  await worker.settle();
  expect(await inState('settled')).toBe(PARALLEL_TASKS + 4);
});

describe('a worker whose provider vanishes', () => {
  test('sends a lost order again under its key, and only when it is sure that it never arrived', async () => {
    const { provider, worker } = vanishing();
    provider.troubles.push('before', 'before', 'after');
    const { id } = await confirmedRefund(gateway);
    await work(worker);
    const [key] = [...provider.books.keys()];
    expect(provider.calls).toEqual([
      ...[`refund ${key}`, `lookUp ${key}`, `refund ${key}`, `lookUp ${key}`, `refund ${key}`, `lookUp ${key}`],
    ]);
    expect(provider.books.size).toBe(1);
    expect(await stateOf(id)).toBe('settled');
  });

  test('whatever is lost, each refund has exactly one effect', async () => {
    const { provider, worker } = vanishing();
    provider.troubles.push('before', 'after', 'crash', 'after', 'before', 'crash', 'before');
    const refunds = [];
    for (let count = 0; count < 10; count++) refunds.push(await confirmedRefund(gateway, '1.00'));
    await work(worker);
    for (const { id } of refunds) expect(await stateOf(id)).toBe('settled');
    expect(provider.books.size).toBe(10);
    expect(await money(gateway)).toMatchObject({ 'payment 1': '1000/1000/3000' });
  });

  test('takes a provider that throws for a bug of ours: the refund is asked after, and that was an attempt', async () => {
    const { provider, worker } = vanishing();
    provider.troubles.push('crash');
    const { id } = await confirmedRefund(gateway);
    await worker.round();
    await worker.settle();
    expect(bugs).toEqual([expect.objectContaining({ message: expect.stringMatching('must not throw') as string })]);
    expect(await stateOf(id)).toBe('sending');
    expect(await gateway.services.dispatch.claim('other', 1)).toEqual([]);
    gateway.clock.pass(500);
    const [task] = await gateway.services.dispatch.claim('other', 1);
    expect(task).toMatchObject({ kind: 'ask', row: { attempts: 1 } });
    await work(worker);
    expect(await stateOf(id)).toBe('settled');
    expect(provider.calls.filter((call) => call.startsWith('refund'))).toHaveLength(1);
  });

  test("does not call when so much time passed since the claim that the row may be another worker's", async () => {
    const { provider, worker } = vanishing();
    const { id } = await confirmedRefund(gateway);
    let monotonic = 1000;
    const now = jest.spyOn(performance, 'now').mockImplementation(() => monotonic);
    jest.spyOn(gateway.services.dispatch, 'claim').mockImplementationOnce(async (...args) => {
      const tasks = await gateway.services.dispatch.claim(...args);
      monotonic += LEASE_MS;
      return tasks;
    });
    await worker.round();
    await worker.settle();
    now.mockRestore();
    expect(provider.calls).toEqual([]);
    expect(bugs).toMatchObject([{ code: 'gateway_busy' }]);
    await work(worker);
    expect(await stateOf(id)).toBe('settled');
    expect(provider.calls.map((call) => call.split(' ')[0])).toEqual(['lookUp', 'refund']);
  });

  test('hears news until they are written down', async () => {
    const { provider, worker } = vanishing();
    const { id } = await confirmedRefund(gateway);
    await work(worker, 1);
    const [providerKey = ''] = provider.books.keys();
    provider.told.push({ shop: 'tea', providerKey, kind: 'reversed', message: 'account closed' });
    expect(await worker.round()).toBe(true);
    expect(provider.told).toEqual([]);
    expect(await stateOf(id)).toBe('reversed');
    expect(await worker.round()).toBe(false);
  });
});

describe('several workers', () => {
  test('never send the same refund', async () => {
    const { provider, worker } = vanishing();
    const directory = new ProviderDirectory(
      [provider],
      gateway.database.unitOfWork,
      gateway.database.reader,
      gateway.sealer,
      gateway.clock,
    );
    const workers = [worker, workerOf(directory), workerOf(directory), workerOf(directory)];
    for (let count = 0; count < 30; count++) await confirmedRefund(gateway, '1.00');
    for (let round = 0; round < 5; round++) await Promise.all(workers.map((one) => one.round()));
    await Promise.all(workers.map((one) => one.settle()));
    expect(provider.calls).toHaveLength(30);
    expect(new Set(provider.calls).size).toBe(30);
    expect(await money(gateway)).toMatchObject({ 'payment 1': '3000/3000/3000' });
  });
});

describe('starting and stopping', () => {
  test('a worker that is started sends by itself, and finishes what is under way when it is stopped', async () => {
    await gateway.services.providers.setSettings('tea', 'simulated', { delayMs: 100 });
    const { id } = await confirmedRefund(gateway);
    const worker = workerOf();
    worker.start();
    while ((await stateOf(id)) === 'approved') await new Promise((resolve) => setTimeout(resolve, 5));
    expect(await stateOf(id)).toBe('sending');
    await worker.stop();
    expect(await stateOf(id)).toBe('settled');
    expect(bugs).toEqual([]);
  });

  test('a worker that is stopped sends nothing more, and rests between rounds', async () => {
    const worker = workerOf();
    worker.start();
    await worker.stop();
    const { id } = await confirmedRefund(gateway);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(await stateOf(id)).toBe('approved');
  });

  test('a worker that is stopped gives back the leases it could neither finish nor give back before', async () => {
    const { provider, worker } = vanishing();
    provider.troubles.push('crash');
    jest.spyOn(gateway.services.dispatch, 'giveBack').mockRejectedValueOnce(new Error('the database is away'));
    const { id } = await confirmedRefund(gateway);
    await worker.round();
    await worker.settle();
    const other = gateway.services.dispatch;
    expect(await other.claim('other', 1)).toEqual([]);
    await worker.stop();
    expect(await other.claim('other', 1)).toMatchObject([{ kind: 'ask' }]);
    expect(await stateOf(id)).toBe('unknown');
  });

  test('a worker ends also when the database that should take its leases back is away', async () => {
    const away = new Error('the database is away');
    jest.spyOn(gateway.services.dispatch, 'release').mockRejectedValueOnce(away);
    await expect(workerOf().stop()).resolves.toBeUndefined();
    expect(bugs).toEqual([away]);
  });

  test('a worker that was never started can be stopped', async () => {
    await expect(workerOf().stop()).resolves.toBeUndefined();
  });
});
