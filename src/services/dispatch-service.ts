/**
 * What happens to a confirmed refund: handed to its provider, and asked after until its fate is known. Three rules:
 * `sending` is committed before the call, the key of a transaction never changes, and what is not known keeps its money.
 */
import { createHash } from 'node:crypto';
import { Refusal } from '../domain/refusal';
import type { TransactionEvent, TransactionState } from '../domain/transaction';
import { canonicalJson } from './canonical-json';
import { isOurs, readListing } from './listing';
import { runLoudly } from './loud-work';
import { LONGEST_MESSAGE, placeNews } from './news-desk';
import { pauseMs } from './pauses';
import type { Alarm, RaiseAlarm } from './alarm';
import type {
  Clock,
  ListedRefund,
  OutboxRow,
  ProviderListing,
  ProviderLookup,
  ProviderNews,
  RefundOrder,
  Stores,
  TransactionRecord,
  Tries,
  UnitOfWork,
} from './ports';
import { step, type News } from './refund-steps';
import { applyEvent, hearWord, isOpen } from './transaction-news';

/** A row claimed from the outbox, and what is to be done about it. */
export interface Task {
  readonly row: OutboxRow;
  /** send: move the money. ask: find out what became of it. */
  readonly kind: 'send' | 'ask';
  readonly provider: string;
  readonly order: RefundOrder;
  /** How long ago it was first handed to its provider; absent where the clock was set back since, and nobody knows. */
  readonly keyAgeMs?: number;
}

/** A claimed row belongs to its worker for so long, and again from each heartbeat on; then somebody else takes it over. */
export const LEASE_MS = 15_000;

export class DispatchService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly raise: RaiseAlarm = () => undefined,
  ) {}

  /** Claims due rows for this worker. Transactions to be sent are `sending`, durably, before anybody hears of them. */
  async claim(token: string, limit: number): Promise<Task[]> {
    const now = this.clock.now();
    const rows = await this.work.run((stores) => stores.outbox.claim(token, now, LEASE_MS, limit));
    // A unit of work each: one that cannot be prepared must not hold up the others.
    const tasks = await Promise.all(rows.map((row) => this.prepare(row, now)));
    return tasks.filter((task) => task !== undefined);
  }

  /** The heartbeat: what a living worker is still at stays its own, however long the provider takes. */
  async renew(token: string, rows: readonly OutboxRow[]): Promise<void> {
    if (rows.length === 0) return;
    await this.work.run((stores) => stores.outbox.renew(token, rows, this.clock.now(), LEASE_MS));
  }

  /** Writes down what the provider said. */
  async record(task: Task, said: ProviderLookup): Promise<void> {
    const { row } = task;
    const now = this.clock.now();
    await runLoudly(this.work, this.raise, async (stores, alarms) => {
      if (!(await stores.outbox.hold(row))) return this.applyLate(stores, task, said, now, alarms);
      const after = await this.apply(stores, task, said, now, alarms);
      if (said.kind === 'unknown' && said.mismatch) {
        const { shop, transactionId } = task.order;
        alarms.push({ code: 'outcome_mismatched', shop, transactionId, message: said.cause });
      }
      if (!isOpen(after)) return stores.outbox.finish(row);
      // Found absent: the next is a first send, and that waits for nothing.
      if (after === 'approved') {
        return stores.outbox.putOff(row, now, now, { attempts: 0, absences: row.absences + 1 });
      }
      return putOff(stores, row, now);
    });
  }

  /** Writes down what the provider said after nobody waited for it any more. The row of the outbox is not ours by now. */
  async recordLate(task: Task, said: ProviderLookup): Promise<void> {
    const now = this.clock.now();
    await runLoudly(this.work, this.raise, (stores, alarms) => this.applyLate(stores, task, said, now, alarms));
  }

  /** Something of ours failed, so nothing was heard or written down: the row comes back after a pause. */
  async giveBack({ row }: Task): Promise<void> {
    await this.work.run((stores) => putOff(stores, row, this.clock.now()));
  }

  /** Writes down what a provider told by itself. What cannot be written down yet is kept in the inbox: never lost. */
  async hear(provider: string, news: ProviderNews): Promise<void> {
    const now = this.clock.now();
    await runLoudly(this.work, this.raise, async (stores, alarms) => {
      const placed = await placeNews(stores, provider, news, now, alarms);
      if (placed.kind === 'placed') return;
      const { shop } = news;
      const body = canonicalJson(news);
      const eventId = `told ${createHash('sha256').update(body).digest('hex')}`;
      const row = { shop, provider, eventId, body, news: canonicalJson([news]) };
      await stores.inbox.add(row, now, now + pauseMs(1));
      if (placed.loud) alarms.push({ code: 'news_not_placed', shop, message: placed.problem });
    });
  }

  /** Reads what became of a refund off its provider's list. What else the list tells is written down on the way. */
  async match({ order, provider }: Task, listing: ProviderListing): Promise<ProviderLookup> {
    if (listing.kind === 'unknown') return listing;
    const foreign = new Set<string>();
    for (const listed of listing.refunds.filter((refund) => !isOurs(order, refund))) {
      if (await this.placeListed(order, provider, listed)) foreign.add(listed.reference);
    }
    return readListing(order, listing.refunds, foreign);
  }

  /** Gives back what this worker holds: the process is ending. */
  async release(token: string): Promise<void> {
    await this.work.run((stores) => stores.outbox.release(token));
  }

  /** Whether the listed refund has its place in our books now. */
  private async placeListed(order: RefundOrder, provider: string, listed: ListedRefund): Promise<boolean> {
    const { shop, paymentReference } = order;
    const { ourReference, ...rest } = listed;
    const news = { ...rest, shop, paymentReference, ...(ourReference && { providerKey: ourReference }) };
    return runLoudly(this.work, this.raise, async (stores, alarms) => {
      const placed = await placeNews(stores, provider, news, this.clock.now(), alarms);
      if (placed.kind === 'waits' && placed.loud) {
        alarms.push({ code: 'refund_not_imported', shop, message: placed.problem });
      }
      return placed.kind === 'placed';
    });
  }

  private async prepare(row: OutboxRow, now: number): Promise<Task | undefined> {
    try {
      return await this.work.run(async (stores) => {
        const task = await this.taskOf(stores, row, now);
        if (!task) await stores.outbox.finish(row);
        return task;
      });
    } catch (error) {
      // A database that is busy or away is no fault of this row; its lease will end.
      if (error instanceof Refusal && error.retryable) return undefined;
      await this.work.run((stores) => putOff(stores, row, now));
      const message = `transaction ${row.transactionId} cannot be prepared; it is tried again later`;
      this.raise({ code: 'work_failed', shop: row.shop, transactionId: row.transactionId, message, cause: error });
      return undefined;
    }
  }

  private async taskOf(stores: Stores, row: OutboxRow, now: number): Promise<Task | undefined> {
    const transaction = await stores.refunds.transaction(row.shop, row.transactionId);
    if (!transaction || !isOpen(transaction.state)) return undefined;
    const order = await orderFor(stores, transaction);
    const { provider } = transaction;
    if (!order || provider === undefined) throw new Error(`transaction ${transaction.id} cannot be sent to anybody`);
    const task = { row, provider, order, ...keyAge(row, transaction, now) };
    if (transaction.state === 'approved') {
      await step(stores, transaction, 'send', now);
      return { ...task, kind: 'send' };
    }
    // A worker died between the call and its outcome: nobody knows, so it is asked after, never sent again.
    if (transaction.state === 'sending') {
      await applyEvent(stores, transaction, 'lose', { message: 'the worker was interrupted' }, now);
    }
    return { ...task, kind: 'ask' };
  }

  /** Somebody else asks by now: a word is news all the same, but silence and absence are no longer true. */
  private async applyLate(stores: Stores, task: Task, said: ProviderLookup, now: number, alarms: Alarm[]) {
    if (said.kind !== 'unknown' && said.kind !== 'absent') await this.apply(stores, task, said, now, alarms);
  }

  private async apply(
    stores: Stores,
    { row }: Task,
    said: ProviderLookup,
    now: number,
    alarms: Alarm[],
  ): Promise<TransactionState> {
    const transaction = await stores.refunds.transaction(row.shop, row.transactionId);
    if (!transaction) throw new Error(`transaction ${row.transactionId} vanished`);
    if (said.kind === 'unknown' || said.kind === 'absent') {
      return applyEvent(stores, transaction, EVENT_OF[said.kind], newsOf(said), now);
    }
    return hearWord(stores, transaction, said.kind, newsOf(said), now, alarms);
  }
}

/** Counts a try that told nothing definite, and waits accordingly. */
async function putOff(stores: Stores, row: OutboxRow, now: number): Promise<void> {
  const tries: Tries = { attempts: row.attempts + 1, absences: row.absences };
  await stores.outbox.putOff(row, now, now + pauseMs(tries.attempts, tries.absences), tries);
}

/** Nothing where it cannot be known: a key that is taken for younger than it is would pay a second time. */
function keyAge(row: OutboxRow, { sentAt }: TransactionRecord, now: number): Pick<Task, 'keyAgeMs'> {
  const keyAgeMs = now - (sentAt ?? now);
  return row.clockSetBack || keyAgeMs < 0 ? {} : { keyAgeMs };
}

const EVENT_OF = { unknown: 'lose', absent: 'absent' } as const satisfies Record<string, TransactionEvent>;

function newsOf(said: ProviderLookup): News {
  switch (said.kind) {
    case 'settled':
    case 'pending':
      return { reference: said.reference };
    case 'declined':
    case 'reversed':
      return {
        message: said.reason.slice(0, LONGEST_MESSAGE),
        ...(said.reference === undefined ? {} : { reference: said.reference }),
      };
    case 'unknown':
      return { message: said.cause.slice(0, LONGEST_MESSAGE) };
    case 'absent':
      return {};
  }
}

async function orderFor(stores: Stores, transaction: TransactionRecord): Promise<RefundOrder | undefined> {
  const { shop, id: transactionId, amount, currency, providerKey, reference } = transaction;
  const order = await stores.orders.find(shop, transaction.orderId);
  const paymentReference = order?.payments.find(({ id }) => id === transaction.paymentId)?.reference;
  if (paymentReference === undefined || providerKey === undefined) return undefined;
  const known = { shop, transactionId, paymentReference, amount, currency, providerKey };
  return reference === undefined ? known : { ...known, reference };
}
