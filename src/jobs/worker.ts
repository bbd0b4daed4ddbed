/**
 * What happens after the answer: claims confirmed refunds, asks their providers, writes down what they say. Several
 * workers may run beside each other; a lease keeps their work apart.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { ulid } from 'ulid';
import { LEASE_MS, type DispatchService, type Task } from '../services/dispatch-service';
import type { PaymentProvider, ProviderLookup, ProviderNews } from '../services/ports';
import type { ProviderDirectory } from '../services/provider-directory';
import type { WebhookService } from '../services/webhook-service';
import { withinLimit } from './within-limit';

/** Tasks in flight at once. */
export const PARALLEL_TASKS = 16;
/** How long the worker rests when there was nothing to do. */
const REST_MS = 100;
/** How long it rests after something of ours went wrong, such as a database that is away. */
const REST_AFTER_BUG_MS = 1000;
/** How long a provider may take. Well below the lease: whoever takes a row over must not meet a call that still runs. */
export const CALL_LIMIT_MS = LEASE_MS / 2;

interface WorkerOptions {
  /** What providers told us by themselves, to be written down between the tasks. */
  readonly webhooks?: Pick<WebhookService, 'round'>;
  readonly callLimitMs?: number;
}

export class Worker {
  private readonly token = ulid();
  private readonly inFlight = new Set<Promise<void>>();
  private ending: AbortController | undefined;
  private loop: Promise<void> | undefined;

  constructor(
    private readonly dispatch: DispatchService,
    private readonly providers: ProviderDirectory,
    private readonly onBug: (error: unknown) => void,
    private readonly options: WorkerOptions = {},
  ) {}

  start(): void {
    const ending = new AbortController();
    this.ending = ending;
    this.loop = this.run(ending.signal);
  }

  /** Finishes what is in flight, gives the rest back. */
  async stop(): Promise<void> {
    this.ending?.abort();
    await this.loop;
    await this.settle();
    await this.dispatch.release(this.token);
  }

  /** Begins everything that is due now, and hears what providers have to tell. Answers whether there was anything. */
  async round(): Promise<boolean> {
    const free = PARALLEL_TASKS - this.inFlight.size;
    const tasks = free > 0 ? await this.dispatch.claim(this.token, free) : [];
    for (const task of tasks) this.begin(task);
    const heard = await Promise.all(this.providers.providers.map((provider) => this.hear(provider)));
    const written = (await this.options.webhooks?.round()) ?? false;
    return written || tasks.length > 0 || heard.some((count) => count > 0);
  }

  /** Waits for the tasks that are in flight. */
  async settle(): Promise<void> {
    await Promise.all(this.inFlight);
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

  /** A slow provider holds up its own task only. What fails here is taken up again when its lease is over. */
  private begin(task: Task): void {
    const flight: Promise<void> = this.carryOut(task)
      .catch(this.onBug)
      .finally(() => this.inFlight.delete(flight));
    this.inFlight.add(flight);
  }

  private async carryOut(task: Task): Promise<void> {
    const provider = this.providers.get(task.provider);
    const settings = await this.providers.settingsOf(task.order.shop, task.provider);
    await this.dispatch.record(this.token, task, await this.ask(task, provider, settings));
  }

  /** Inside the life of its key a refund is looked up by it; later only the list of its payment proves anything. */
  private async ask(task: Task, provider: PaymentProvider, settings: unknown): Promise<ProviderLookup> {
    const { kind, order, keyAgeMs } = task;
    const cause = `no answer within ${this.limitMs / 1000} s`;
    const late = (said: ProviderLookup): void => void this.dispatch.recordLate(task, said).catch(this.onBug);
    if (kind === 'send') {
      return this.cutOff(provider.refund(order, settings), { kind: 'unknown', cause }, late);
    }
    if (keyAgeMs >= 0 && keyAgeMs + this.limitMs < provider.keyLifeMs) {
      return this.cutOff(provider.lookUp(order, settings), { kind: 'unknown', cause }, late);
    }
    const listing = provider.list(order.paymentReference, order.shop, settings);
    return this.dispatch.match(task, await this.cutOff(listing, { kind: 'unknown', cause }));
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
