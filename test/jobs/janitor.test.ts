/** What nobody knows is found out: by its key while the provider remembers it, by the list of its payment afterwards. */
import { CALL_LIMIT_MS, Worker } from '../../src/jobs/worker';
import { LEASE_MS } from '../../src/services/dispatch-service';
import { ProviderDirectory } from '../../src/services/provider-directory';
import type { ProviderListing, ProviderLookup, RefundOrder } from '../../src/services/ports';
import { VanishingProvider } from '../fakes/vanishing-provider';
import { caller, confirmedRefund, money, openShop, type Gateway } from '../services/gateway';

const COUNT = 100;
const KEY_LIFE_MS = 60 * 60 * 1000;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Forgets keys as real providers do: afterwards the same key would pay a second time. */
class ForgetfulProvider extends VanishingProvider {
  override keyLifeMs = KEY_LIFE_MS;
  private readonly since = new Map<string, number>();
  paid = 0;
  /** How far its own clock is ahead of ours. */
  aheadMs = 0;
  /** Whether it can be asked. */
  reachable = true;

  constructor(private readonly now: () => number) {
    super();
  }

  override async refund(order: RefundOrder) {
    const known = this.remembers(order) && this.books.has(order.providerKey);
    if (!known && this.troubles[0] !== 'before') this.paid += 1;
    if (!known) this.since.set(order.providerKey, this.now() + this.aheadMs);
    return super.refund(order);
  }

  override async lookUp(order: RefundOrder): Promise<ProviderLookup | ProviderListing> {
    if (!this.reachable) return { kind: 'unknown', cause: 'no answer' };
    return this.remembers(order) ? super.lookUp(order) : { kind: 'absent' };
  }

  private remembers({ providerKey }: RefundOrder): boolean {
    return this.now() + this.aheadMs - (this.since.get(providerKey) ?? 0) < KEY_LIFE_MS;
  }
}

let gateway: Gateway;
let bugs: unknown[];
let provider: ForgetfulProvider;
let worker: Worker;
beforeEach(async () => {
  gateway = await openShop({
    lines: [{ lineId: 1, sku: 'GOLD', name: 'Gold', quantity: 1, price: '1000.00' }],
    payments: [{ paymentId: 1, provider: 'simulated', method: 'card', amount: '1000.00', reference: 'pay_1' }],
  });
  bugs = [];
  provider = new ForgetfulProvider(() => gateway.clock.now());
  const { database, sealer, clock, services } = gateway;
  const directory = new ProviderDirectory([provider], database.unitOfWork, database.reader, sealer, clock);
  worker = new Worker(services.dispatch, directory, (error) => bugs.push(error));
});
afterEach(() => gateway.close());

async function rounds(count: number): Promise<void> {
  for (let done = 0; done < count; done++) {
    await worker.round();
    await worker.settle();
  }
}

async function lost(count: number, ...troubles: ('before' | 'after')[]): Promise<void> {
  for (let index = 0; index < count; index++) {
    await confirmedRefund(gateway, '1.00');
    provider.troubles.push(troubles[index % troubles.length]!);
  }
  await rounds(Math.ceil(count / 10));
  expect(await states()).toEqual({ unknown: count });
}

async function states(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (let cursor = 0; ; ) {
    const { items, nextCursor } = await gateway.services.refundReader.list(caller, {
      state: 'all',
      limit: 100,
      cursor,
    });
    for (const { transactions } of items) {
      for (const { state } of transactions) counts[state] = (counts[state] ?? 0) + 1;
    }
    if (nextCursor === undefined) return counts;
    cursor = nextCursor;
  }
}

test.each([
  ['inside the life of their keys, by their keys', LEASE_MS, /^lookUp/],
  ['after it, by the list of their payment', KEY_LIFE_MS + LEASE_MS, /^list/],
  ['when the life is about to end, by the list', KEY_LIFE_MS - CALL_LIMIT_MS, /^list/],
  ['after the clock was set back by two days, when nobody knows how old they are, by the list', -2 * DAY_MS, /^list/],
])(
  '100 refunds that nobody knows of are all found out %s',
  async (_when, passed, asked) => {
    await lost(COUNT, 'after', 'before');
    provider.calls.length = 0;
    gateway.clock.pass(passed);
    await rounds(20);
    expect(await states()).toEqual({ settled: COUNT });
    expect(provider.paid).toBe(COUNT);
    expect(provider.books.size).toBe(COUNT);
    expect(provider.calls.find((call) => !call.startsWith('refund'))).toMatch(asked);
    expect(await money(gateway)).toMatchObject({ 'payment 1': `10000/10000/100000` });
    expect(bugs).toEqual([]);
  },
  60_000,
);

test('a provider that cannot be asked by key answers with the list of the payment, and is believed as far as it proves', async () => {
  provider.lookUp = ({ paymentReference }) => provider.list(paymentReference);
  await lost(COUNT, 'after', 'before');
  gateway.clock.pass(LEASE_MS);
  await rounds(20);
  expect(await states()).toEqual({ settled: COUNT });
  expect(provider.paid).toBe(COUNT);
  expect(bugs).toEqual([]);
}, 60_000);

test('a list that breaks off leaves the refund unknown, and its money held', async () => {
  await lost(1, 'after');
  provider.listable = false;
  gateway.clock.pass(KEY_LIFE_MS);
  await rounds(3);
  expect(await states()).toEqual({ unknown: 1 });
  expect(await money(gateway)).toMatchObject({ 'payment 1': '0/100/100000' });
  provider.listable = true;
  gateway.clock.pass(KEY_LIFE_MS);
  await rounds(3);
  expect(await states()).toEqual({ settled: 1 });
});

test('a clock that is set back when the key is over does not make the key young again: nothing is paid twice', async () => {
  await lost(1, 'after');
  provider.reachable = false;
  provider.listable = false;
  for (let waited = 0; waited < 2 * KEY_LIFE_MS; waited += KEY_LIFE_MS / 6) {
    gateway.clock.pass(KEY_LIFE_MS / 6);
    await rounds(1);
  }
  gateway.clock.pass(-1.5 * KEY_LIFE_MS);
  provider.aheadMs = 1.5 * KEY_LIFE_MS;
  // The first answer after the jump tells nothing, so the row is put off by the new clock once.
  await rounds(1);
  provider.reachable = true;
  provider.listable = true;
  gateway.clock.pass(KEY_LIFE_MS / 6);
  await rounds(3);
  expect(await states()).toEqual({ settled: 1 });
  expect(provider.paid).toBe(1);
});

test('a refund that was made by hand is imported when the list of its payment is read', async () => {
  await lost(1, 'after');
  provider.others.set('pay_1', [{ reference: 'hand_1', amount: 555, currency: 'PLN', kind: 'settled' }]);
  gateway.clock.pass(KEY_LIFE_MS);
  await rounds(3);
  expect(await states()).toEqual({ settled: 2 });
  expect(await money(gateway)).toMatchObject({ 'payment 1': '655/655/100000' });
});

test('the simulated provider can play a refund that was made by hand', async () => {
  const simulated = new Worker(gateway.services.dispatch, gateway.services.providers, (error) => bugs.push(error));
  await gateway.database.unitOfWork.run((stores) =>
    stores.simulatedBooks.add({
      ...{ shop: 'tea', providerKey: 'by hand', reference: 'hand_1', paymentReference: 'pay_1', amount: 555 },
      ...{ currency: 'PLN', status: 'pending', becomes: 'settled', becomesAt: gateway.clock.now() },
    }),
  );
  await simulated.round();
  expect(await money(gateway)).toMatchObject({ 'payment 1': '555/555/100000' });
  expect(await simulated.round()).toBe(false);
});
