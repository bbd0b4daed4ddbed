/** Lets the gateway die at each point between its steps, under careful clients and a provider that tells by webhook. */
import { randomBytes } from 'node:crypto';
import { CarefulClients, ORDERS } from './careful-clients';
import { drain, drainFigures, judgement, type Drain } from './drain';
import { lastWords, textOf, type Failpoint } from './failpoints';
import { atLeast, exactly, known, type Figure } from './figures';
import { GatewayProcess, type GatewayStart, type Program } from './gateway-process';
import { Random } from './random';
import { addOrders, ENOUGH, healProvider, openShop } from './sample-shop';
import { createScratchDatabase, type Engine, type ScratchDatabase } from './scratch-database';
import { TellingProvider } from './telling-provider';

export interface FailpointPlan {
  readonly engine: Engine;
  readonly points: readonly Failpoint[];
  /** Kills at each of them. */
  readonly kills: number;
  /** The passing that kills is drawn from 1 up to this. What comes before it takes up what the last death has left. */
  readonly mostPassings: number;
  readonly seed: number;
  /** Dies at its failpoint. */
  readonly program: Program;
  /** The same without any. */
  readonly sound: Program;
  /** Compiled from `random-keys.ts`, when the harness is to be tried out. */
  readonly preload?: string;
  readonly drainLimitMs: number;
}

/** Far more than it takes to pass any point so often: who has not died by then never comes there. */
const DEATH_LIMIT_MS = 60_000;

type Tell = (line: string) => void;

export async function failpointHarness(plan: FailpointPlan, tell: Tell): Promise<Figure[]> {
  const database = await createScratchDatabase(plan.engine);
  const start = {
    ...{ databaseUrl: database.url, secretsKey: randomBytes(32).toString('base64'), roles: 'api,worker' },
    ...(plan.preload === undefined ? {} : { preload: plan.preload }),
  };
  try {
    const apiKey = await openShop(start.databaseUrl, start.secretsKey);
    await addOrders(start.databaseUrl, start.secretsKey, ORDERS, ENOUGH);
    const random = new Random(plan.seed);
    const clients = new CarefulClients(apiKey, `run-${plan.seed}`);
    const provider = new TellingProvider(database, random.fork(-1));
    const lives = new Lives(plan, start, clients, provider);
    const run = { clients, provider, lives, database, random, tell };
    const drained = await dieEverywhere(plan, start, run);
    const name = `failpoints, ${plan.engine}`;
    const { acknowledged, retries, repeats } = clients;
    const told = { acknowledged, retries, repeats, wrong: [...clients.wrong, ...provider.wrong] };
    const { secretsKey } = start;
    return [
      ...plan.points.map((point) => exactly(name, `deaths at ${point}`, lives.deathsAt(point), plan.kills)),
      atLeast(name, 'refunds acknowledged', clients.acknowledged.length, plan.kills),
      known(name, 'webhooks acknowledged', provider.acknowledged),
      exactly(name, 'webhooks acknowledged and lost', await provider.lost(), 0),
      ...(await judgement(name, { database, secretsKey, clients: told, bugs: lives.bugs }, tell)),
      ...drainFigures(name, drained, plan.drainLimitMs),
    ];
  } finally {
    await database.drop();
  }
}

interface Run {
  readonly clients: CarefulClients;
  readonly provider: TellingProvider;
  readonly lives: Lives;
  readonly database: ScratchDatabase;
  readonly random: Random;
  readonly tell: Tell;
}

/** All deaths, and a last life that must bring everything to its end. */
async function dieEverywhere(plan: FailpointPlan, start: GatewayStart, run: Run): Promise<Drain> {
  const { clients, provider, lives, database, random, tell } = run;
  const served = clients.run(random);
  const die = async (): Promise<Drain> => {
    for (let kill = 1; kill <= plan.kills; kill += 1) {
      for (const point of plan.points) await lives.dieAt(point, random.whole(1, plan.mostPassings));
      tell(`${plan.engine}: ${kill} at each point, ${clients.acknowledged.length} acknowledged`);
    }
    await healProvider(start.databaseUrl, start.secretsKey);
    await lives.begin(plan.sound, start);
    const since = performance.now();
    clients.end();
    await served;
    const drained = await drain(database, since, plan.drainLimitMs, tell);
    provider.end();
    return drained;
  };
  try {
    const [end] = await Promise.all([die(), served, provider.run()]);
    return end;
  } finally {
    clients.abandon();
    provider.end();
    await lives.end();
  }
}

/** One gateway after the other; all that ask it are told where it listens. */
class Lives {
  readonly bugs: string[] = [];
  private readonly deaths = new Map<Failpoint, number>();
  private current: GatewayProcess | undefined;

  constructor(
    private readonly plan: FailpointPlan,
    private readonly start: GatewayStart,
    private readonly clients: CarefulClients,
    private readonly provider: TellingProvider,
  ) {}

  deathsAt(point: Failpoint): number {
    return this.deaths.get(point) ?? 0;
  }

  /** A life that ends at the point. Counted is only what the gateway itself did and said. */
  async dieAt(point: Failpoint, passing: number): Promise<void> {
    const environment = { FAILPOINT: textOf({ point, passing }) };
    const gateway = await this.begin(this.plan.program, { ...this.start, environment });
    const died = (await gateway.dies(DEATH_LIMIT_MS)) && gateway.said.includes(lastWords(point));
    if (died) this.deaths.set(point, this.deathsAt(point) + 1);
    await this.end();
  }

  async begin(program: Program, start: GatewayStart): Promise<GatewayProcess> {
    const gateway = await GatewayProcess.start(program, start);
    this.current = gateway;
    this.clients.address = gateway.address;
    this.provider.address = gateway.address;
    return gateway;
  }

  async end(): Promise<void> {
    this.clients.address = undefined;
    this.provider.address = undefined;
    await this.current?.stop();
    this.bugs.push(...(this.current?.bugs ?? []));
    this.current = undefined;
  }
}
