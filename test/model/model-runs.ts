/** Many runs of the model against one gateway. A run that fails is shrunk, and can be had again by its seed. */
import fc from 'fast-check';
import { NOW } from '../gateway-under-test';
import { commandsOf } from './choices';
import { Ask } from './commands/asks';
import { LetThrough, Round } from './commands/worker-commands';
import { Coverage } from './coverage';
import { RealGateway, SHOPS } from './real-gateway';
import { Session } from './session';
import { newShop, newWorld, type ProviderPlan, type World } from './world';

export interface ModelPlan {
  /** As DATABASE_URL takes it; nothing else may use the database meanwhile. */
  readonly url: string;
  readonly runs: number;
  /** Commands a run, on average. */
  readonly length: number;
  readonly seed: number;
  /** Afterwards a failure is told as short as it is by then, and runs that are missing are a failure. */
  readonly limitMs: number;
}

export interface ModelVerdict {
  readonly coverage: Coverage;
  /** What went wrong, how to have it again, and the shortest way there. */
  readonly failure?: string;
}

/** What every run begins with: an order in each currency, of three payments, one and two. */
const BEGINNING = [3, 1, 2].map(
  (payments, currency) =>
    new Ask({
      ...{ operation: 'putOrder', door: 'rest', shop: 0, foreign: false, keyed: false },
      dice: [99, 2, currency, payments - 1, 700, 0, 0, 0, 0, 500, 0, 1, 0, 0, 300, 0, 2, 0, 0, 1, 2, 110, 5],
    }),
);

export async function runModel({ url, runs, length, seed, limitMs }: ModelPlan): Promise<ModelVerdict> {
  const coverage = new Coverage();
  const real = await RealGateway.open(url);
  const strategies = fc.integer({ min: 0, max: SHOPS.length - 1 });
  const property = fc.asyncProperty(strategies, commandsOf(length), async (first, commands) => {
    coverage.runs += 1;
    await real.clear();
    let session: Session | undefined;
    let world: World | undefined;
    await fc.asyncModelRun(async () => {
      session = await Session.begin(real, coverage);
      world = worldOf(first, coverage);
      for (const command of BEGINNING) await command.run(world, session);
      return { model: world, real: session };
    }, commands);
    if (world && session) await bringToAnEnd(world, session);
  });
  try {
    const verdict = await fc.check(property, {
      ...{ seed, numRuns: runs, interruptAfterTimeLimit: limitMs, markInterruptAsFailure: true },
    });
    if (!verdict.failed) return { coverage };
    const problem = verdict.errorInstance instanceof Error ? verdict.errorInstance.message : 'it took too long';
    return { coverage, failure: `${problem}\n${fc.defaultReportMessage(verdict) ?? ''}` };
  } finally {
    await real.stop();
  }
}

/** The shop that the run is about, and one that has no business with it. */
function worldOf(first: number, coverage: Coverage): World {
  const [own, other] = [first, (first + 1) % SHOPS.length].map((index) => SHOPS[index] ?? SHOPS[0]);
  const shops = [own, other].map((shop) => newShop(...(shop as (typeof SHOPS)[number])));
  return newWorld(NOW, shops, (thing, from, to) => coverage.transition(thing, from, to));
}

const WELL: ProviderPlan = { scenario: 'settles', laterMs: 1000, held: 'no' };
/** Longer than anything is put off. */
const LONG_MS = 3 * 3600 * 1000;
const ROUNDS = { least: 2, most: 10 };

/** When the provider is well again, everything that is true of it becomes known: nothing waits for ever. */
async function bringToAnEnd(world: World, session: Session): Promise<void> {
  if (world.flights.length > 0) await new LetThrough().run(world, session);
  for (let round = 0; round < ROUNDS.most; round += 1) {
    await new Round(WELL, LONG_MS).run(world, session);
    if (round >= ROUNDS.least && session.unended(world) === undefined) return;
  }
  session.require(session.unended(world));
}
