/**
 * What happens after the answer: claims confirmed refunds, asks their providers, writes down what they say. Several
 * workers may run beside each other; a lease keeps their work apart.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { ulid } from 'ulid';
import { Refusal } from '../domain/refusal';
import { LEASE_MS, type DispatchService, type Task } from '../services/dispatch-service';
import type { OutboxRow, PaymentProvider, ProviderListing, ProviderLookup, ProviderNews } from '../services/ports';
import type { ProviderDirectory } from '../services/provider-directory';
import type { WebhookService } from '../services/webhook-service';
import { withinLimit } from './within-limit';

/** Tasks in flight at once. */
export const PARALLEL_TASKS = 16;
/** How long the worker rests when there was nothing to do. */
const REST_MS = 100;
/** How long it rests after something of ours went wrong, such as a database that is away. */
const REST_AFTER_BUG_MS = 1000;
/** How often leases are renewed: two heartbeats may fail before anything is lost. */
const HEARTBEAT_MS = LEASE_MS / 3;
/** How long a provider may take. Its lease is renewed meanwhile: nobody takes the row over while the call still runs. */
export const CALL_LIMIT_MS = 30_000;

type Answer = ProviderLookup | ProviderListing;

interface WorkerOptions {
  /** What providers told us by themselves, to be written down between the tasks. */
  readonly webhooks?: Pick<WebhookService, 'round'>;
  readonly callLimitMs?: number;
  readonly heartbeatMs?: number;
}

export class Worker {
  private readonly token = ulid();
  private readonly inFlight = new Map<Promise<void>, OutboxRow>();
  private readonly working = new AbortController();
  private readonly living = new AbortController();
  private work: Promise<void> | undefined;
  private heart: Promise<void> | undefined;

  constructor(
    private readonly dispatch: DispatchService,
    private readonly providers: ProviderDirectory,
    private readonly onBug: (error: unknown) => void,
    private readonly options: WorkerOptions = {},
  ) {}

  start(): void {
    this.work = this.run(this.working.signal);
    this.heart = this.keepBeating(this.living.signal);
  }

  /** Finishes what is in flight, gives the rest back. The heart beats until the last call has ended. */
  async stop(): Promise<void> {
    this.working.abort();
    await this.work;
    await this.settle();
    this.living.abort();
    await this.heart;
    // A database that is away keeps nobody from ending: what cannot be given back is free when its lease is over.
    await this.dispatch.release(this.token).catch(this.onBug);
  }

  /** Begins everything that is due now, and hears what providers have to tell. Answers whether there was anything. */
  async round(): Promise<boolean> {
    const free = PARALLEL_TASKS - this.inFlight.size;
    const beginBefore = performance.now() + LEASE_MS;
    const tasks = free > 0 ? await this.dispatch.claim(this.token, free) : [];
    for (const task of tasks) this.begin(task, beginBefore);
    const heard = await Promise.all(this.providers.providers.map((provider) => this.hear(provider)));
    const written = (await this.options.webhooks?.round()) ?? false;
    return written || tasks.length > 0 || heard.some((count) => count > 0);
  }

  /** Keeps what is in flight, for another lease. */
  async beat(): Promise<void> {
    await this.dispatch.renew(this.token, [...this.inFlight.values()]);
  }

  /** Waits for the tasks that are in flight. */
  async settle(): Promise<void> {
    await Promise.all(this.inFlight.keys());
  }

  private async keepBeating(ending: AbortSignal): Promise<void> {
    while (!ending.aborted) {
      await sleep(this.options.heartbeatMs ?? HEARTBEAT_MS, undefined, { signal: ending }).catch(() => undefined);
      await this.beat().catch(this.onBug);
    }
  }

  private async run(ending: AbortSignal): Promise<void> {
    while (!ending.aborted) {
      const rest = await this.round().then(
        (busy) => (busy ? 0 : REST_MS),
        (error: unknown) => {
          this.onBug(error);
          return REST_AFTER_BUG_MS;
        },
      );
      if (rest > 0) await sleep(rest, undefined, { signal: ending }).catch(() => undefined);
    }
  }

  /** A slow provider holds up its own task only. What fails is given back; where even that fails, its lease will end. */
  private begin(task: Task, beginBefore: number): void {
    const flight: Promise<void> = this.carryOut(task, beginBefore)
      .catch((error: unknown) => {
        this.onBug(error);
        return this.dispatch.giveBack(task);
      })
      .catch(this.onBug)
      .finally(() => this.inFlight.delete(flight));
    this.inFlight.set(flight, task.row);
  }

  /** @param beginBefore on the clock of this process, which nobody sets: afterwards the row may be another worker's */
  private async carryOut(task: Task, beginBefore: number): Promise<void> {
    const provider = this.providers.get(task.provider);
    const settings = await this.providers.settingsOf(task.order.shop, task.provider);
    if (performance.now() >= beginBefore) {
      throw new Refusal('gateway_busy', `transaction ${task.order.transactionId} waited too long for its call`);
    }
    await this.dispatch.record(task, await this.ask(task, provider, settings));
  }

  private async ask(task: Task, provider: PaymentProvider, settings: unknown): Promise<ProviderLookup> {
    const instead = { kind: 'unknown', cause: `no answer within ${this.limitMs / 1000} s` } as const;
    const late = (said: Answer): void => {
      if (said.kind !== 'listed') void this.dispatch.recordLate(task, said).catch(this.onBug);
    };
    const said = await this.cutOff<Answer>(callOf(task, provider, settings, this.limitMs), instead, late);
    return said.kind === 'listed' ? this.dispatch.match(task, said) : said;
  }

  /** What comes after the limit is not waited for, but heard all the same. */
  private cutOff<T>(call: Promise<T>, instead: T, late: (answer: T) => void = () => undefined): Promise<T> {
    return withinLimit(call, this.limitMs, instead, { late, failed: this.onBug });
  }

  private get limitMs(): number {
    return this.options.callLimitMs ?? CALL_LIMIT_MS;
  }

  private async hear(provider: PaymentProvider): Promise<number> {
    const news: ProviderNews[] = provider.news ? await this.cutOff(provider.news(), []) : [];
    let heard = 0;
    for (const item of news) {
      try {
        await this.dispatch.hear(provider.name, item);
        await provider.acknowledge?.(item);
        heard += 1;
      } catch (error) {
        // Told again next time; the others must not wait for it.
        this.onBug(error);
      }
    }
    return heard;
  }
}

/** Inside the life of its key a refund is looked up by it; later only the list of its payment proves anything. */
function callOf(task: Task, provider: PaymentProvider, settings: unknown, limitMs: number): Promise<Answer> {
  const { kind, order, keyAgeMs } = task;
  if (kind === 'send') return provider.refund(order, settings);
  const remembered = keyAgeMs !== undefined && keyAgeMs + limitMs < provider.keyLifeMs;
  return remembered ? provider.lookUp(order, settings) : provider.list(order.paymentReference, order.shop, settings);
}
