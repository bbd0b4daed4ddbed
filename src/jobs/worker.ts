/**
 * What happens after the answer: claims confirmed refunds, asks their providers, writes down what they say. Several
 * workers may run beside each other; a lease keeps their work apart.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { ulid } from 'ulid';
import type { DispatchService, Task } from '../services/dispatch-service';
import type { PaymentProvider, ProviderLookup } from '../services/ports';
import type { ProviderDirectory } from '../services/provider-directory';

/** Tasks in flight at once. */
export const PARALLEL_TASKS = 16;
/** How long the worker rests when there was nothing to do. */
const REST_MS = 100;
/** How long it rests after something of ours went wrong, such as a database that is away. */
const REST_AFTER_BUG_MS = 1000;

export class Worker {
  private readonly token = ulid();
  private readonly inFlight = new Set<Promise<void>>();
  private ending: AbortController | undefined;
  private loop: Promise<void> | undefined;

  constructor(
    private readonly dispatch: DispatchService,
    private readonly providers: ProviderDirectory,
    private readonly onBug: (error: unknown) => void,
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
    return tasks.length > 0 || heard.some((count) => count > 0);
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
    const said = await this.ask(task);
    await this.dispatch.record(this.token, task, said);
  }

  private async ask({ kind, provider: name, order }: Task): Promise<ProviderLookup> {
    const provider = this.providers.get(name);
    const settings = await this.providers.settingsOf(order.shop, name);
    return kind === 'send' ? provider.refund(order, settings) : provider.lookUp(order, settings);
  }

  private async hear(provider: PaymentProvider): Promise<number> {
    const news = (await provider.news?.()) ?? [];
    for (const item of news) {
      await this.dispatch.hear(provider.name, item);
      await provider.acknowledge?.(item);
    }
    return news.length;
  }
}
