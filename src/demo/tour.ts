/** What all steps of the walk-through need: both doors, somebody to tell, and a way to insist. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { RestAnswer, RestClient } from './rest-client';
import type { Show } from './show';
import type { SoapAnswer, SoapClient } from './soap-client';

/** A step did not give what it should; the message says which and what. */
export class StepFailed extends Error {}

const PATIENCE_MS = 20_000;
const BETWEEN_LOOKS_MS = 25;
/** From here on nothing more happens to a refund by itself. */
const FINISHED = new Set(['settled', 'declined', 'cancelled', 'reversed', 'partial']);

export class Tour {
  constructor(
    readonly show: Show,
    readonly rest: RestClient,
    readonly soap: SoapClient,
  ) {}

  /** Insists on something; what is not so ends the walk-through. */
  require(holds: boolean, what: string): void {
    if (!holds) throw new StepFailed(`step ${this.show.current} failed: ${what}`);
  }

  /** As `require`, and says so when it holds. */
  check(holds: boolean, what: string): void {
    this.require(holds, `it should be that ${what}`);
    this.show.passed(what);
  }

  expectRest(answer: RestAnswer, status: number): void {
    this.require(answer.status === status, `REST answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  }

  expectSoap(answer: SoapAnswer, status: number): void {
    this.require(answer.status === status, `SOAP answered ${answer.status}: ${answer.xml}`);
  }

  /** Asks again and again, as a client would, until nothing more happens. Answers the states on the way and the last status. */
  async follow(refundId: string): Promise<{ states: string[]; status: RestAnswer['body'] }> {
    const states: string[] = [];
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const { body } = await this.rest.call('GET', `/rest/v1/refunds/${refundId}/status`);
      const state = String(body['state']);
      if (states.at(-1) !== state) states.push(state);
      if (FINISHED.has(state)) return { states, status: body };
      this.require(Date.now() < until, `refund ${refundId} is still ${state} after ${PATIENCE_MS / 1000} seconds`);
      await sleep(BETWEEN_LOOKS_MS);
    }
  }
}

/** The text of the first element with this name. */
export function leaf(answer: SoapAnswer, name: string): string {
  return answer.leaves.find(([found]) => found === name)?.[1] ?? '';
}

export function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
