/** Looks at one address of a gateway from outside, several times a second. */
import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 100;

export interface Sight {
  /** As performance.now() tells time. */
  readonly begun: number;
  /** HTTP status; 0 when there was no answer in time. */
  readonly status: number;
}

export class Observer {
  readonly sights: Sight[] = [];
  private ending = false;
  private looking: Promise<void> | undefined;

  constructor(
    private readonly at: { readonly address: string; readonly apiKey: string },
    private readonly path: string,
    private readonly patienceMs: number,
  ) {}

  start(): void {
    this.looking = this.look();
  }

  async end(): Promise<void> {
    this.ending = true;
    await this.looking;
  }

  private async look(): Promise<void> {
    while (!this.ending) {
      const begun = performance.now();
      this.sights.push({ begun, status: await this.ask() });
      await sleep(PAUSE_MS);
    }
  }

  private async ask(): Promise<number> {
    const { address, apiKey } = this.at;
    const headers = { authorization: `Bearer ${apiKey}` };
    try {
      const answer = await fetch(address + this.path, { headers, signal: AbortSignal.timeout(this.patienceMs) });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return 0;
    }
  }
}
