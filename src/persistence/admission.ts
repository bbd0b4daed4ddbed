/** Guards the connections of a pool: so many pieces of work at once, so many that wait, none of them for ever. */
import { gatewayBusy } from './gateway-busy';

export interface AdmissionLimits {
  /** Pieces of work under way; each has a connection of its own. */
  readonly atOnce: number;
  /** Pieces of work that may wait; the next one is refused before it has any effect. */
  readonly mostWaiting: number;
  /** How long one waits before it is refused. */
  readonly longestWaitMs: number;
}

export class Admission {
  private readonly waiting = new Set<() => void>();
  private inside = 0;
  private closing: (() => void) | undefined;

  constructor(private readonly limits: AdmissionLimits) {}

  /** Carries the work out when it is its turn. Refuses with `gateway_busy` instead of waiting too long. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  /** Takes no more, and answers when all that was under way, or waited, has ended. */
  async close(): Promise<void> {
    const ended = new Promise<void>((resolve) => (this.closing = resolve));
    if (this.inside === 0) this.closing?.();
    await ended;
  }

  private async enter(): Promise<void> {
    if (this.closing) throw gatewayBusy('the gateway is shutting down');
    if (this.inside < this.limits.atOnce) {
      this.inside += 1;
      return;
    }
    if (this.waiting.size >= this.limits.mostWaiting) throw gatewayBusy('too many requests are waiting');
    await new Promise<void>((enter, refuse) => {
      const tooLong = setTimeout(() => {
        this.waiting.delete(turn);
        refuse(gatewayBusy('the database is busy with other requests'));
      }, this.limits.longestWaitMs);
      const turn = (): void => {
        clearTimeout(tooLong);
        enter();
      };
      this.waiting.add(turn);
    });
  }

  /** The place goes to whoever has waited longest, without ever being free in between. */
  private leave(): void {
    const [next] = this.waiting;
    if (next) {
      this.waiting.delete(next);
      next();
      return;
    }
    this.inside -= 1;
    if (this.inside === 0) this.closing?.();
  }
}
