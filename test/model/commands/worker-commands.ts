/** What happens after the answers: the worker's rounds, a line that is held up, clocks, restarts and kills. */
import { PARALLEL_TASKS } from '../../../src/jobs/worker';
import { isForgotten, kill, letThrough, strayArrives, workRound, type Due } from '../rules/provider';
import { writeDown } from '../rules/webhooks';
import type { Session } from '../session';
import type { ProviderPlan, World } from '../world';
import { Command } from './command';
import { dueRows, dueWebhooks } from './due';

/** One round: webhooks that were kept are written down, then what is due is sent or asked after. */
export class Round extends Command {
  readonly kind: string;

  constructor(
    private readonly plan: ProviderPlan,
    private readonly beforeMs = 0,
  ) {
    super();
    this.kind = plan.held === 'no' ? `round: ${plan.scenario}` : `round: line held up ${plan.held} the effect`;
    this.about = `${plan.scenario}, turning after ${plan.laterMs} ms; ${beforeMs} ms later`;
  }

  protected override fits(): boolean {
    return true;
  }

  protected override async happen(world: World, session: Session): Promise<void> {
    pass(world, session, this.beforeMs);
    writeDown(world, dueWebhooks(world, session.rows));
    await session.real.writeDown();
    const { due, heldElsewhere } = dueRows(world, session.rows, PARALLEL_TASKS - world.flights.length);
    const plan = this.fitting(world, due);
    const before = world.flights.length;
    workRound(world, due, plan);
    const held = world.flights.length - before;
    const shops = world.shops.map(({ code }) => code);
    await session.real.plan(shops, plan);
    await session.real.work(world.flights.length, heldElsewhere + held);
    await session.agree(world);
  }

  /**
   * A list that is asked for in the same round may or may not show what is booked in it, and both is right. Only where the
   * answer is lost does that make a difference, so the answer is not lost there.
   */
  private fitting(world: World, due: readonly Due[]): ProviderPlan {
    const listed = due.some((one) => isForgotten(world, one));
    return listed && this.plan.scenario === 'lost_after_effect' ? { ...this.plan, scenario: 'settles' } : this.plan;
  }
}

export class LetThrough extends Command {
  readonly kind = 'the line lets through';

  protected override fits(world: World): boolean {
    return world.flights.length > 0;
  }

  protected override async happen(world: World, session: Session): Promise<void> {
    letThrough(world);
    await session.real.letThrough();
    await session.agree(world);
  }
}

export class Pass extends Command {
  readonly kind = 'the clock';

  constructor(private readonly durationMs: number) {
    super();
    this.about = `${durationMs / 1000} s`;
  }

  protected override fits(): boolean {
    return true;
  }

  protected override async happen(world: World, session: Session): Promise<void> {
    pass(world, session, this.durationMs);
  }
}

function pass(world: World, session: Session, durationMs: number): void {
  world.now += durationMs;
  session.real.clock.pass(durationMs);
}

/** Told to end, or killed in the middle of its calls where there are any. */
export class Restart extends Command {
  readonly kind = 'restart';

  protected override fits(): boolean {
    return true;
  }

  protected override async happen(world: World, session: Session): Promise<void> {
    const killed = world.flights.length > 0;
    this.about = killed ? 'after a kill' : '';
    kill(world);
    await (killed ? session.real.kill() : session.real.restart());
    await session.agree(world);
  }
}

export class StrayArrives extends Command {
  readonly kind = 'a call of a killed gateway arrives';

  protected override fits(world: World): boolean {
    return world.strays.length > 0;
  }

  protected override async happen(world: World, session: Session): Promise<void> {
    strayArrives(world);
    await session.real.line.strayArrives();
    await session.agree(world);
  }
}
