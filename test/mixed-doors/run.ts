/**
 * Wishes at random through all doors at once. After each step no law of money is broken, what was refused has changed nothing,
 * and every door tells of the order what the tables say, in its own words.
 */
import { isDeepStrictEqual } from 'node:util';
import { startGateway, type GatewayUnderTest } from '../gateway-under-test';
import { brokenLaw } from '../model/laws';
import { difference } from '../model/difference';
import type { Rows } from '../onlooker';
import { Random } from '../reliability/random';
import { Dice } from './dice';
import type { Answered, MixedDoor, Wish } from './door';
import { idosellDoor } from './idosell-door';
import { laetsDoor } from './laets-door';
import { ownDoor } from './own-door';
import { sapoDoor } from './sapo-door';
import { ORDERS } from './shop';
import { skyhubDoor } from './skyhub-door';
import { truthIn, type Truth } from './truth';

export const MIXED_DOORS: readonly MixedDoor[] = [ownDoor, idosellDoor, sapoDoor, laetsDoor, skyhubDoor];

export interface MixedPlan {
  /** As DATABASE_URL takes it; nothing else may use the database meanwhile. */
  readonly url: string;
  readonly sequences: number;
  /** Steps of each sequence. */
  readonly steps: number;
  readonly seed: number;
}

export interface MixedVerdict {
  /** That were gone through to their end. */
  readonly sequences: number;
  /** How many wishes were carried out and refused, by door. */
  readonly counts: ReadonlyMap<string, number>;
  /** What went wrong, what was asked before, and how to have it again. */
  readonly failure?: string;
}

/** The machine's clock is not asked: so much passes while time passes. */
const WHILE_MS = 90_000;
const MOST_AT_ONCE = 3;
const MOST_THROWS = 4;

/** How often each kind of step comes, in a hundred. */
const STEPS = { 'one wish': 70, 'some at once': 12, 'the worker sends': 12, 'time passes': 6 } as const;
type StepKind = keyof typeof STEPS;
const KINDS = (Object.keys(STEPS) as StepKind[]).flatMap((kind) => Array<StepKind>(STEPS[kind]).fill(kind));

export async function runMixed({ url, sequences, steps, seed }: MixedPlan): Promise<MixedVerdict> {
  const gateway = await startGateway({ url, doors: ['rest', 'soap11'] });
  const counts = new Map<string, number>();
  try {
    for (let sequence = 0; sequence < sequences; sequence += 1) {
      const run = await MixedRun.begin(gateway, new Dice(new Random(seed).fork(sequence)), counts);
      const problem = await run.problemIn(steps);
      if (problem !== undefined)
        return { sequences: sequence, counts, failure: `sequence ${sequence} of seed ${seed}: ${problem}` };
    }
    return { sequences, counts };
  } finally {
    await gateway.stop();
  }
}

class Wrong extends Error {}

class MixedRun {
  private readonly done: string[] = [];

  private constructor(
    private readonly gateway: GatewayUnderTest,
    private readonly dice: Dice,
    private readonly counts: Map<string, number>,
    private rows: Rows,
  ) {}

  static async begin(gateway: GatewayUnderTest, dice: Dice, counts: Map<string, number>): Promise<MixedRun> {
    await gateway.clear();
    const order = dice.one(ORDERS);
    if (order) await gateway.services.orders.put(gateway.caller, order);
    return new MixedRun(gateway, dice, counts, await gateway.rows());
  }

  /** Goes through so many steps, and brings what is under way to its end. Undefined where all was well. */
  async problemIn(steps: number): Promise<string | undefined> {
    try {
      for (let step = 0; step < steps; step += 1) await this.step(this.dice.one(KINDS) ?? 'one wish');
      await this.end();
      return undefined;
    } catch (error) {
      const problem = error instanceof Wrong ? error.message : String((error as Error).stack);
      return `${problem}\n${this.done.join('\n')}`;
    }
  }

  private async step(kind: StepKind): Promise<void> {
    if (kind === 'one wish') await this.ask([this.draw()]);
    else if (kind === 'some at once') {
      const howMany = 2 + this.dice.below(MOST_AT_ONCE - 1);
      await this.ask(Array.from({ length: howMany }, () => this.draw()));
    } else if (kind === 'the worker sends') await this.work();
    else this.pass();
    await this.agree();
  }

  /** Everything that is under way comes to its end. */
  private async end(): Promise<void> {
    for (let round = 0; round < 3; round += 1) {
      this.pass();
      await this.work();
    }
    await this.agree();
    const open = this.truth.refunds.filter(({ state }) =>
      ['approved', 'sending', 'pending', 'unknown'].includes(state),
    );
    if (open.length > 0) this.fail(`refunds never ended: ${JSON.stringify(open)}`);
  }

  private get truth(): Truth {
    return truthIn(this.rows);
  }

  /** A wish for which there is something; a few throws will find one. */
  private draw(): readonly [string, Wish] | undefined {
    for (let throws = 0; throws < MOST_THROWS; throws += 1) {
      const door = this.dice.one(MIXED_DOORS);
      const wish = this.dice.one(door?.draws ?? [])?.(this.dice, this.truth);
      if (door && wish) return [door.name, wish];
    }
    return undefined;
  }

  private async ask(drawn: readonly (readonly [string, Wish] | undefined)[]): Promise<void> {
    const wishes = drawn.flatMap((one) => (one ? [one] : []));
    const before = this.rows;
    const answers = await Promise.all(
      wishes.map(async ([door, wish]) => {
        const answered = await wish.send(this.gateway);
        this.done.push(`${answered.isDone ? 'done' : 'refused'}: ${wish.what} -> ${answered.status} ${answered.text}`);
        this.count(door, wish, answered);

        return answered;
      }),
    );
    this.rows = await this.gateway.rows();
    if (answers.some(({ isDone }) => isDone)) return;
    if (!isDeepStrictEqual(before, this.rows)) {
      this.fail(`what was refused changed something: ${difference(before, this.rows, 'rows') ?? 'rows were added'}`);
    }
  }

  /** SOAP tells a refusal with 500; everything else that is refused is the caller's fault. */
  private count(door: string, { what }: Wish, { isDone, status, text }: Answered): void {
    const isFault = text.includes('"refused"') && status === 500;
    if (status >= 500 && !isFault) this.fail(`${what} was answered with ${status}: ${text}`);
    const name = `${door} ${isDone ? 'done' : 'refused'}`;
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1);
  }

  private async work(): Promise<void> {
    this.done.push('the worker sends');
    await this.gateway.drain();
    this.rows = await this.gateway.rows();
  }

  private pass(): void {
    this.done.push('time passes');
    this.gateway.clock.pass(WHILE_MS);
  }

  private async agree(): Promise<void> {
    const broken = brokenLaw(this.rows);
    if (broken !== undefined) this.fail(broken);
    const { truth } = this;
    for (const door of MIXED_DOORS) {
      const [told, expected] = [await door.told(this.gateway, truth), door.expected(truth)];
      const problem = difference(expected, told, door.name) ?? difference(told, expected, door.name);
      if (problem !== undefined)
        this.fail(`${problem}\nexpected ${JSON.stringify(expected)}\ntold ${JSON.stringify(told)}`);
    }
  }

  private fail(problem: string): never {
    throw new Wrong(problem);
  }
}
