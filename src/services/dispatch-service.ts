/**
 * What happens to a confirmed refund: handed to its provider, and asked after until its fate is known. Three rules:
 * `sending` is committed before the call, the key of a transaction never changes, and what is not known keeps its money.
 */
import type { Refund } from '../domain/refund';
import { TRANSITIONS, type TransactionEvent, type TransactionState } from '../domain/transaction';
import type { Actor } from './audit';
import type {
  Clock,
  OutboxRow,
  ProviderLookup,
  ProviderNews,
  ProviderOutcome,
  RefundOrder,
  Stores,
  TransactionRecord,
  UnitOfWork,
} from './ports';
import { auditRefund, step, type News } from './refund-steps';

/** A row claimed from the outbox, and what is to be done about it. */
export interface Task {
  readonly row: OutboxRow;
  /** send: move the money. ask: find out what became of it. */
  readonly kind: 'send' | 'ask';
  readonly provider: string;
  readonly order: RefundOrder;
}

/** Pauses before the provider is asked again, by attempt; the last one repeats. */
const PAUSES_MS = [500, 1000, 5_000, 30_000, 120_000, 600_000, 1_800_000, 3_600_000] as const;
/** A claimed row belongs to its worker for so long; then somebody else takes it over. */
export const LEASE_MS = 60_000;

const EVENT_OF: Readonly<Record<ProviderLookup['kind'], TransactionEvent>> = {
  settled: 'settle',
  pending: 'wait',
  declined: 'decline',
  unknown: 'lose',
  absent: 'absent',
};

export class DispatchService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Claims due rows for this worker. Transactions to be sent are `sending`, durably, before anybody hears of them. */
  async claim(token: string, limit: number): Promise<Task[]> {
    const now = this.clock.now();
    return this.work.run(async (stores) => {
      const tasks: Task[] = [];
      for (const row of await stores.outbox.claim(token, now, LEASE_MS, limit)) {
        const task = await this.prepare(stores, row, now);
        if (task) tasks.push(task);
        else await stores.outbox.finish(row, token);
      }
      return tasks;
    });
  }

  /** Writes down what the provider said. */
  async record(token: string, task: Task, said: ProviderLookup): Promise<void> {
    const now = this.clock.now();
    await this.work.run(async (stores) => {
      const { shop, transactionId } = task.row;
      const transaction = await stores.refunds.transaction(shop, transactionId);
      if (!transaction) throw new Error(`transaction ${transactionId} vanished`);
      const after = await this.apply(
        stores,
        transaction,
        EVENT_OF[said.kind],
        actorOf(shop, task.provider),
        newsOf(said),
      );
      if (isOpen(after)) {
        const due = after === 'approved' ? now : now + pauseMs(task.row.attempts);
        await stores.outbox.postpone(task.row, token, due);
      } else {
        await stores.outbox.finish(task.row, token);
      }
    });
  }

  /** Writes down what a provider told by itself. News that are no longer news are passed over. */
  async hear(provider: string, news: ProviderNews): Promise<void> {
    await this.work.run(async (stores) => {
      const transaction = await stores.refunds.findByProviderKey(news.shop, news.providerKey);
      if (!transaction) return;
      const reversed = transaction.state === 'settled' ? 'reverse' : 'decline';
      const event = ({ settled: 'settle', declined: 'decline', reversed } as const)[news.kind];
      const message = news.message === undefined ? {} : { message: news.message.slice(0, LONGEST_MESSAGE) };
      await this.apply(stores, transaction, event, actorOf(news.shop, provider), message);
    });
  }

  /** Gives back what this worker holds: the process is ending. */
  async release(token: string): Promise<void> {
    await this.work.run((stores) => stores.outbox.release(token));
  }

  private async prepare(stores: Stores, row: OutboxRow, now: number): Promise<Task | undefined> {
    const transaction = await stores.refunds.transaction(row.shop, row.transactionId);
    if (!transaction || !isOpen(transaction.state)) return undefined;
    const order = await orderFor(stores, transaction);
    const { provider } = transaction;
    if (!order || provider === undefined) throw new Error(`transaction ${transaction.id} cannot be sent to anybody`);
    if (transaction.state === 'approved') {
      await step(stores, transaction, 'send', now);
      return { row, kind: 'send', provider, order };
    }
    // A worker died between the call and its outcome: nobody knows, so it is asked after, never sent again.
    if (transaction.state === 'sending') {
      await this.apply(stores, transaction, 'lose', actorOf(row.shop, provider), {
        message: 'the worker was interrupted',
      });
    }
    return { row, kind: 'ask', provider, order };
  }

  /** One event about one transaction, with its audit entry. What the state does not know has been overtaken. */
  private async apply(
    stores: Stores,
    transaction: TransactionRecord,
    event: TransactionEvent,
    actor: Actor,
    news: News,
  ): Promise<TransactionState> {
    if (TRANSITIONS[transaction.state][event] === undefined) return transaction.state;
    const now = this.clock.now();
    const before = await refundOf(stores, transaction);
    const to = await step(stores, transaction, event, now, news);
    const after = await refundOf(stores, transaction);
    const reason = news.message === undefined ? {} : { reason: news.message };
    await auditRefund(stores, actor, `refund.${event}`, { before, after, ...reason }, now);
    return to;
  }
}

/** Events that somebody still has to bring about: a state that knows one of them is not finished. */
const WAITING: ReadonlySet<string> = new Set<TransactionEvent>(['send', 'settle', 'decline']);

function isOpen(state: TransactionState): boolean {
  return Object.keys(TRANSITIONS[state]).some((event) => WAITING.has(event));
}

function pauseMs(attempts: number): number {
  return PAUSES_MS[Math.min(attempts, PAUSES_MS.length) - 1] ?? PAUSES_MS[0];
}

function actorOf(shop: string, provider: string): Actor {
  return { shop, name: `provider ${provider}` };
}

/** Providers may be wordy; more than the contracts carry would make an answer that cannot be sent. */
const LONGEST_MESSAGE = 1000;

function newsOf(said: ProviderLookup | ProviderOutcome): News {
  switch (said.kind) {
    case 'settled':
    case 'pending':
      return { reference: said.reference };
    case 'declined':
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

async function refundOf(stores: Stores, transaction: TransactionRecord): Promise<Refund> {
  const refund = await stores.refunds.find(transaction.shop, transaction.refundId);
  if (!refund) throw new Error(`refund ${transaction.refundId} vanished`);
  return refund;
}

async function orderFor(stores: Stores, transaction: TransactionRecord): Promise<RefundOrder | undefined> {
  const { shop, id: transactionId, amount, currency, providerKey } = transaction;
  const order = await stores.orders.find(shop, transaction.orderId);
  const paymentReference = order?.payments.find(({ id }) => id === transaction.paymentId)?.reference;
  if (paymentReference === undefined || providerKey === undefined) return undefined;
  return { shop, transactionId, paymentReference, amount, currency, providerKey };
}
