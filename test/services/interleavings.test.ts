/**
 * Everybody wants the same payment at once: callers, the worker and the provider's news. The scheduler decides who comes
 * next, unit of work by unit of work and call by call, in 500 sequences; the provider and the clock are in memory.
 */
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { Worker } from '../../src/jobs/worker';
import { AesSealer } from '../../src/persistence/aes-sealer';
import { DispatchService, LEASE_MS } from '../../src/services/dispatch-service';
import { OrderBook } from '../../src/services/order-book';
import { OrderService } from '../../src/services/order-service';
import type { ListedRefund, ProviderOutcome, Reader, RefundOrder, Stores, UnitOfWork } from '../../src/services/ports';
import { ProviderDirectory } from '../../src/services/provider-directory';
import { RefundService } from '../../src/services/refund-service';
import { ShopService } from '../../src/services/shop-service';
import { Refusal } from '../../src/domain/refusal';
import { FixedClock } from '../fakes/fixed-clock';
import { VanishingProvider } from '../fakes/vanishing-provider';
import { BranchingDatabase } from './branching-database';
import { caller, ORDER, TEA_SHOP } from './gateway';

const SEQUENCES = 500;
const CAPTURED = 10;

/** Units of work one after the other, as on SQLite; the scheduler decides which is next. */
class ScheduledWork implements UnitOfWork, Reader {
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: BranchingDatabase,
    private readonly scheduler: fc.Scheduler,
  ) {}

  async run<T>(change: (stores: Stores) => Promise<T>): Promise<T> {
    await this.scheduler.schedule(Promise.resolve(), 'unit of work');
    const turn = this.last.then(() => this.database.run(change));
    this.last = turn.catch(() => undefined);
    return turn;
  }

  read<T>(look: (stores: Stores) => Promise<T>): Promise<T> {
    return this.run(look);
  }
}

/** A provider whose calls and answers take as long as the scheduler likes. */
class ScheduledProvider extends VanishingProvider {
  constructor(private readonly scheduler: fc.Scheduler) {
    super();
  }

  override async refund(order: RefundOrder): Promise<ProviderOutcome> {
    await this.scheduler.schedule(Promise.resolve(), 'call');
    const outcome = await super.refund(order);
    await this.scheduler.schedule(Promise.resolve(), 'answer');
    return outcome;
  }
}

/** What everybody does at once. Amounts are of a payment of 10 JPY, of which refund 1 holds 4 already. */
interface Crowd {
  readonly adds: readonly number[];
  readonly update: number;
  readonly cancels: boolean;
  readonly trouble: 'none' | 'before' | 'after';
  readonly handmade: number;
  readonly tells: boolean;
}

const CROWD: fc.Arbitrary<Crowd> = fc.record({
  adds: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 4 }),
  update: fc.integer({ min: 1, max: 10 }),
  cancels: fc.boolean(),
  trouble: fc.constantFrom('none', 'before', 'after'),
  handmade: fc.integer({ min: 1, max: 6 }),
  tells: fc.boolean(),
});

let database: BranchingDatabase;
const clock = new FixedClock();

beforeAll(async () => {
  database = await BranchingDatabase.open(clock);
  const book = new OrderBook(new Set(['simulated']));
  await new ShopService(database, database, clock).add(TEA_SHOP);
  const payments = [{ paymentId: 1, provider: 'simulated', method: 'card', amount: '10', reference: 'pay' }];
  const lines = [{ lineId: 1, sku: 'A', name: 'A', quantity: 1, price: '10' }];
  const wish = { orderId: ORDER, currency: 'JPY', lines, payments };
  await new OrderService(database, database, book, clock).put(caller, wish);
});
afterAll(() => database.close());

const granted = async (wish: Promise<unknown>): Promise<boolean> => {
  try {
    await wish;
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
};

const addition = (amount: number) => ({ orderId: ORDER, paymentId: 1, amount: String(amount), currency: 'JPY' });

class Race {
  private readonly provider: ScheduledProvider;
  private readonly refunds: RefundService;
  private readonly dispatch: DispatchService;
  private readonly worker: Worker;
  private readonly bugs: unknown[] = [];

  constructor(
    private readonly crowd: Crowd,
    private readonly scheduler: fc.Scheduler,
  ) {
    const work = new ScheduledWork(database, scheduler);
    this.provider = new ScheduledProvider(scheduler);
    if (crowd.trouble !== 'none') this.provider.troubles.push(crowd.trouble);
    this.refunds = new RefundService(work, new OrderBook(new Set(['simulated'])), clock);
    this.dispatch = new DispatchService(work, clock);
    const directory = new ProviderDirectory([this.provider], work, work, new AesSealer(randomBytes(32)), clock);
    this.worker = new Worker(this.dispatch, directory, (error) => this.bugs.push(error));
  }

  /** Answers what is wrong with the books afterwards. */
  async run(): Promise<void> {
    const first = await this.begun();
    const { adds, update, cancels, handmade } = this.crowd;
    const changed = granted(this.refunds.update(caller, { refundId: first, amount: String(update), currency: 'JPY' }));
    const confirmed = granted(this.refunds.confirm(caller, { refundId: first }));
    const others = [
      ...adds.map((amount) => granted(this.addAndConfirm(amount))),
      ...(cancels ? [this.insistOnCancelling(first)] : []),
      this.dispatch.hear('simulated', this.newsOf(handmade)),
      ...(this.crowd.tells ? [this.tellOf(first)] : []),
      this.rounds(5),
    ];
    await this.scheduler.waitFor(Promise.all([changed, confirmed, ...others]));
    await this.scheduler.waitFor(this.worker.settle());
    await this.judge();
    for (let round = 0; round < 6; round += 1) {
      clock.pass(3_600_000);
      await this.scheduler.waitFor(this.rounds(1).then(() => this.worker.settle()));
    }
    await this.judge();
    await this.judgeTheEnd();
  }

  private async begun(): Promise<number> {
    const wish = this.refunds.addAutomaticForOrder(caller, addition(4));
    return (await this.scheduler.waitFor(wish)).id;
  }

  private async addAndConfirm(amount: number): Promise<void> {
    const { id: refundId } = await this.refunds.addAutomaticForOrder(caller, addition(amount));
    await this.refunds.confirm(caller, { refundId });
  }

  /** Asked again and again, it may well meet a refund that was sent and looks as if it had never been. */
  private async insistOnCancelling(refundId: number): Promise<void> {
    for (let attempt = 0; attempt < 6; attempt += 1) await granted(this.refunds.cancel(caller, { refundId }));
  }

  private newsOf(amount: number) {
    const foreign: ListedRefund = { reference: 'hand', amount, currency: 'JPY', kind: 'settled' };
    return { ...foreign, shop: 'tea', paymentReference: 'pay' };
  }

  /** The provider's word comes by webhook as well, as soon as there is one: before its answer, or after it. */
  private async tellOf(refundId: number): Promise<void> {
    for (let look = 0; look < 5; look += 1) {
      await this.scheduler.schedule(Promise.resolve(), 'webhook');
      const [one] = await database.run(({ refunds }) => refunds.transactionsOf('tea', refundId));
      const order = this.provider.books.get(one?.providerKey ?? '');
      if (!order) continue;
      const { providerKey, amount, currency } = order;
      const news = { shop: 'tea', providerKey, reference: `ref ${providerKey}`, amount, currency };
      return this.dispatch.hear('simulated', { ...news, kind: 'settled' });
    }
  }

  /** Each round comes after the leases of the one before: calls may still be under way when they are asked after. */
  private async rounds(count: number): Promise<void> {
    for (let round = 0; round < count; round += 1) {
      await this.worker.round();
      clock.pass(LEASE_MS);
    }
  }

  private async judge(): Promise<void> {
    expect(this.bugs).toEqual([]);
    const { order, transactions } = await this.books();
    const held = transactions.filter(({ state }) => !['declined', 'cancelled', 'reversed'].includes(state));
    const settled = transactions.filter(({ state }) => state === 'settled');
    const sum = (list: readonly { readonly amount: number }[]) => list.reduce((total, { amount }) => total + amount, 0);
    const pot = { captured: CAPTURED, committed: sum(held), refunded: sum(settled) };
    expect(order).toMatchObject({ ...pot, payments: [pot] });
    expect(pot.committed).toBeLessThanOrEqual(CAPTURED);
    for (const { providerKey, amount } of this.provider.books.values()) {
      expect(transactions.find((one) => one.providerKey === providerKey)).toMatchObject({
        amount,
        state: expect.not.stringMatching(/cancelled|requested|declined/),
      });
    }
  }

  /** What settled was paid, and what was paid settled. */
  private async judgeTheEnd(): Promise<void> {
    const { transactions } = await this.books();
    const sent = transactions.filter(({ sentAt }) => sentAt !== undefined);
    expect(sent.map(({ state }) => state)).toEqual(sent.map(() => 'settled'));
    expect(sent.map(({ providerKey }) => providerKey).sort()).toEqual([...this.provider.books.keys()].sort());
  }

  private books() {
    return database.run(async ({ orders, refunds }) => ({
      order: await orders.find('tea', ORDER),
      transactions: await refunds.ofPayment('tea', ORDER, 1),
    }));
  }
}

test('whoever comes first, no more is given back than there is, and all of it once', async () => {
  const begun = clock.now();
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), CROWD, async (scheduler, crowd) => {
      clock.pass(begun - clock.now());
      await database.branch(() => new Race(crowd, scheduler).run());
    }),
    { seed: 20_261_121, numRuns: SEQUENCES },
  );
}, 180_000);
