/**
 * Clients as the documentation asks for: a fresh key for each wish, sent again under the same key until there is an
 * answer, through whichever door. What was acknowledged is written down here, outside of the gateway.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { ask, type Answer, type Asked, type DoorName, type Wish } from './asking';
import type { Random } from './random';

const CLIENTS = 8;
export const ORDERS = 20;
/** Part of the answers that are asked for a second time, with the same key. */
const REPEATED = 0.1;
const PAUSE_MS = 20;

/** What the provider does, by the last three digits of the amount, and in how many of a hundred refunds. */
export type Courses = readonly (readonly [digits: number, percent: number])[];

const COURSES: Courses = [
  [904, 12], // lost before the effect
  [905, 12], // lost after the effect
  [902, 8], // settles later
  [903, 4], // declines later
  [901, 4], // declines
  [906, 3], // reversed later
];

export interface Acknowledged {
  readonly orderId: number;
  readonly amount: number;
  readonly refundId: number;
  readonly confirmed: boolean;
}

export class CarefulClients {
  readonly acknowledged: Acknowledged[] = [];
  /** Wishes that were refused, or answered differently when asked again. */
  readonly wrong: string[] = [];
  repeats = 0;
  retries = 0;
  /** Answers of any kind, so far. */
  private answers = 0;
  /** Where the gateway listens; undefined while it is down. */
  address: string | undefined;
  /** Hears how each request went. */
  onExchange: Required<Asked>['onExchange'] = () => undefined;
  private ending = false;
  private abandoned = false;
  private turn = 0;
  private runs = 0;

  constructor(
    private readonly apiKey: string,
    private readonly runId: string,
    private readonly courses: Courses = COURSES,
  ) {}

  /** Also anew after an end. */
  run(random: Random): Promise<unknown> {
    this.ending = false;
    this.runs += 1;
    return Promise.all(Array.from({ length: CLIENTS }, (_, number) => this.client(number, random.fork(number))));
  }

  /** Each client brings what it began to its end. */
  end(): void {
    this.ending = true;
  }

  /** Nobody waits for them any more: the run has failed, and the gateway may never answer. */
  abandon(): void {
    this.ending = true;
    this.abandoned = true;
  }

  /** Waits for one more answer, or until the limit is over. */
  async oneMoreAnswer(limitMs: number): Promise<void> {
    const [answers, since] = [this.answers, performance.now()];
    while (this.answers === answers && performance.now() - since < limitMs) await sleep(PAUSE_MS);
  }

  private async client(number: number, random: Random): Promise<void> {
    for (let count = 0; !this.ending; count += 1)
      await this.refund(`${this.runId}-${this.runs}-${number}-${count}`, random);
  }

  private async refund(key: string, random: Random): Promise<void> {
    const wish = this.freshWish(random);
    const added = await this.untilAnswered({ kind: 'add', ...wish }, `${key}-add`, random);
    if (added === undefined) return;
    const place = this.acknowledged.push({ ...wish, refundId: added, confirmed: false }) - 1;
    const confirmed = await this.untilAnswered({ kind: 'confirm', refundId: added }, `${key}-confirm`, random);
    if (confirmed === undefined) return;
    this.acknowledged[place] = { ...wish, refundId: added, confirmed: true };
    if (confirmed !== added) this.wrong.push(`confirmed ${added}, was told of ${confirmed}`);
  }

  /** No two wishes have the same order and amount, so that an effect is known by what it is, not by its key. */
  private freshWish(random: Random): { orderId: number; amount: number } {
    this.turn += 1;
    let chosen = random.whole(0, 99);
    const [digits] = this.courses.find(([, percent]) => (chosen -= percent) < 0) ?? [0];
    return { orderId: 1 + (this.turn % ORDERS), amount: 1000 * Math.ceil(this.turn / ORDERS) + digits };
  }

  private async untilAnswered(wish: Wish, key: string, random: Random): Promise<number | undefined> {
    const answer = await this.insist(wish, key, random);
    if (answer.kind === 'refused') {
      this.wrong.push(`${JSON.stringify(wish)}: ${answer.code}`);
      return undefined;
    }
    if (random.chance(REPEATED)) {
      this.repeats += 1;
      const again = await this.insist(wish, key, random);
      const same = again.kind === 'done' && again.refundId === answer.refundId;
      if (!same) this.wrong.push(`${key}: ${answer.refundId}, then ${JSON.stringify(again)}`);
    }
    return answer.refundId;
  }

  private async insist(wish: Wish, key: string, random: Random): Promise<Exclude<Answer, { kind: 'again' }>> {
    while (!this.abandoned) {
      const door: DoorName = random.chance(0.5) ? 'REST' : 'SOAP';
      const { address, apiKey, onExchange } = this;
      const answer = address === undefined ? undefined : await ask({ address, apiKey, onExchange }, door, wish, key);
      if (answer && answer.kind !== 'again') {
        this.answers += 1;
        return answer;
      }
      this.retries += Number(answer !== undefined);
      await sleep(PAUSE_MS);
    }
    return { kind: 'refused', code: 'abandoned' };
  }
}
