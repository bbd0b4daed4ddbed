/**
 * Waits for what becomes of a refund, for platforms whose callers ask to be answered with it. The worker sends, here it is only looked
 * at: no provider is called while a caller waits.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { isFinished, refundState, type Refund } from '../domain/refund';
import type { Principal } from '../domain/access';
import type { Reader } from './ports';

const FIRST_PAUSE_MS = 50;
const LONGEST_PAUSE_MS = 500;

export class OutcomeWatch {
  private readonly ending = new AbortController();

  constructor(private readonly reader: Reader) {}

  /**
   * The refund once it is finished, or as it is when the limit is over or the gateway ends; as it stands now where the limit is 0.
   * @param refund one that the caller was just given: no further scope is needed to hear of it
   */
  async outcomeOf({ shop }: Principal, refund: Refund, limitMs: number): Promise<Refund> {
    const end = performance.now() + limitMs;
    // A repeat was given the refund as its first request had left it.
    let now = await this.current(shop, refund);
    let pauseMs = FIRST_PAUSE_MS;
    while (!isFinished(refundState(now.transactions))) {
      const left = end - performance.now();
      if (left <= 0 || this.ending.signal.aborted) break;
      await this.pause(Math.min(pauseMs, left));
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      now = await this.current(shop, now);
    }
    return now;
  }

  /** Whoever waits is answered with what is known; nobody waits from now on. */
  end(): void {
    this.ending.abort();
  }

  private async current(shop: string, refund: Refund): Promise<Refund> {
    return (await this.reader.read((stores) => stores.refunds.find(shop, refund.id))) ?? refund;
  }

  private async pause(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.ending.signal }).catch(() => undefined);
  }
}
