/** The line to a real provider, with hands on it: it can be held up on its way there or back, and cut while it is. */
import type { PaymentProvider, ProviderOutcome, RefundOrder } from '../../src/services/ports';
import type { ProviderPlan } from './world';

type Send = PaymentProvider['refund'];

interface Waiting {
  readonly order: RefundOrder;
  readonly settings: unknown;
  /** Whether the call has reached the provider, and its answer is what is held up. */
  readonly arrived: boolean;
  readonly go: (cut: boolean) => void;
}

const CUT: ProviderOutcome = { kind: 'unknown', cause: 'whoever asked is dead' };

export class ProviderLine {
  held: ProviderPlan['held'] = 'no';
  /** Waited for before the provider tells its news: an answer and a piece of news at the same moment may come in any order. */
  beforeNews: () => Promise<void> = () => Promise.resolve();
  private waiting: Waiting[] = [];
  private strays: Waiting[] = [];
  private send: Send | undefined;

  /** Puts this line between the gateway and its provider. */
  join(provider: PaymentProvider): void {
    const send = provider.refund.bind(provider);
    this.send = send;
    provider.refund = async (order, settings) => {
      const { held } = this;
      if (held === 'before' && (await this.wait(order, settings, false))) return CUT;
      const outcome = await send(order, settings);
      return held === 'after' && (await this.wait(order, settings, true)) ? CUT : outcome;
    };
    const tell = provider.news?.bind(provider);
    if (!tell) return;
    provider.news = async () => {
      await this.beforeNews();
      return tell();
    };
  }

  /** How many calls or answers are held up. */
  get count(): number {
    return this.waiting.length;
  }

  letThrough(): void {
    for (const { go } of this.waiting.splice(0)) go(false);
  }

  /** Nobody can hear the answers any more; calls that had not arrived are still on their way. */
  cut(): void {
    const waiting = this.waiting.splice(0);
    this.strays.push(...waiting.filter(({ arrived }) => !arrived));
    for (const { go } of waiting) go(true);
  }

  /** A call that was begun by a gateway that is dead reaches the provider. */
  async strayArrives(): Promise<void> {
    const stray = this.strays.shift();
    if (stray) await this.send?.(stray.order, stray.settings);
  }

  reset(): void {
    this.held = 'no';
    this.letThrough();
    this.strays = [];
  }

  private wait(order: RefundOrder, settings: unknown, arrived: boolean): Promise<boolean> {
    return new Promise((go) => this.waiting.push({ order, settings, arrived, go }));
  }
}
