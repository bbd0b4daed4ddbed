/** Kills the gateway again and again under careful clients, and asks the database what became of the money. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { CarefulClients, ORDERS } from './careful-clients';
import { atLeast, known, type Figure } from './figures';
import type { Scenario } from '../../src/providers/simulated-provider';
import { GatewayProcess, type GatewayStart, type Program } from './gateway-process';
import { drain, drainFigures, judgement, type Drain } from './drain';
import { Random } from './random';
import { addOrders, ENOUGH, healProvider, openShop } from './sample-shop';
import { createScratchDatabase, type Engine, type ScratchDatabase } from './scratch-database';

export interface KillPlan {
  readonly engine: Engine;
  readonly kills: number;
  readonly seed: number;
  readonly program: Program;
  /** What the provider does, until the last start, where no amount chooses; `settles` when absent. */
  readonly scenario?: Scenario;
  readonly drainLimitMs: number;
}

const LEAST_LIFE_MS = 60;
const MOST_LIFE_MS = 560;
const FIRST_ANSWER_LIMIT_MS = 5000;

export async function killHarness(plan: KillPlan, tell: (line: string) => void): Promise<Figure[]> {
  const database = await createScratchDatabase(plan.engine);
  const start = { databaseUrl: database.url, secretsKey: randomBytes(32).toString('base64'), roles: 'api,worker' };
  try {
    const apiKey = await openShop(start.databaseUrl, start.secretsKey, plan.scenario);
    await addOrders(start.databaseUrl, start.secretsKey, ORDERS, ENOUGH);
    const clients = new CarefulClients(apiKey, `run-${plan.seed}`);
    const ended = await runKills(plan, start, clients, database, tell);
    const name = `kill, ${plan.engine}`;
    return [
      known(name, 'kills', plan.kills),
      atLeast(name, 'refunds acknowledged', clients.acknowledged.length, plan.kills),
      ...(await judgement(name, { database, secretsKey: start.secretsKey, clients, bugs: ended.bugs }, tell)),
      ...drainFigures(name, ended.drained, plan.drainLimitMs),
    ];
  } finally {
    await database.drop();
  }
}

interface Ended {
  readonly bugs: readonly string[];
  readonly drained: Drain;
}

async function runKills(
  plan: KillPlan,
  start: GatewayStart,
  clients: CarefulClients,
  database: ScratchDatabase,
  tell: (line: string) => void,
): Promise<Ended> {
  const random = new Random(plan.seed);
  const bugs: string[] = [];
  let gateway = await GatewayProcess.start(plan.program, start);
  clients.address = gateway.address;
  const working = clients.run(random);
  try {
    for (let kill = 1; kill <= plan.kills; kill += 1) {
      // Every second life begins to count at its first answer: on a slow machine hardly any would come so far.
      if (kill % 2 === 0) await clients.oneMoreAnswer(FIRST_ANSWER_LIMIT_MS);
      await sleep(random.whole(LEAST_LIFE_MS, MOST_LIFE_MS));
      await gateway.kill();
      clients.address = undefined;
      bugs.push(...gateway.bugs);
      if (kill === plan.kills) await healProvider(start.databaseUrl, start.secretsKey);
      gateway = await GatewayProcess.start(plan.program, start);
      clients.address = gateway.address;
      if (kill % 20 === 0) tell(`${plan.engine}: ${kill} kills, ${clients.acknowledged.length} acknowledged`);
    }
    const since = performance.now();
    clients.end();
    await working;
    const drained = await drain(database, since, plan.drainLimitMs, tell);
    return { bugs: [...bugs, ...gateway.bugs], drained };
  } finally {
    clients.abandon();
    await gateway.stop();
  }
}
