/** Kills the gateway again and again under careful clients, and asks the database what became of the money. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { CarefulClients, ORDERS } from './careful-clients';
import { atLeast, atMost, exactly, known, type Figure } from './figures';
import type { Scenario } from '../../src/providers/simulated-provider';
import { GatewayProcess, type GatewayStart, type Program } from './gateway-process';
import { Random } from './random';
import { addOrders, healProvider, openShop, verifyAudit } from './sample-shop';
import { createScratchDatabase, type Engine, type ScratchDatabase } from './scratch-database';
import { describeLeft, judge, leftToDo } from './verdict';

export interface KillPlan {
  readonly engine: Engine;
  readonly kills: number;
  readonly seed: number;
  readonly program: Program;
  /** Compiled from `hour-later.ts`. */
  readonly hourLater: string;
  /** What the provider does, until the last start, where no amount chooses; `settles` when absent. */
  readonly scenario?: Scenario;
}

const LEAST_LIFE_MS = 60;
const MOST_LIFE_MS = 560;
/** So much that no run comes near it: refusals would only hide what the kills do. */
const CAPTURED = '1000000000.00';
const POLL_MS = 200;
/** The bar for what is left when no lease and no pause is in the way. */
const DRAIN_LIMIT_MS = 30_000;

export async function killHarness(plan: KillPlan, tell: (line: string) => void): Promise<Figure[]> {
  const database = await createScratchDatabase(plan.engine);
  const start = { databaseUrl: database.url, secretsKey: randomBytes(32).toString('base64'), roles: 'api,worker' };
  try {
    const apiKey = await openShop(start.databaseUrl, start.secretsKey, plan.scenario);
    await addOrders(start.databaseUrl, start.secretsKey, ORDERS, CAPTURED);
    const clients = new CarefulClients(apiKey, `run-${plan.seed}`);
    const run = await runKills(plan, start, clients, database, tell);
    const counts = await judge(database, clients.acknowledged);
    const audit = await verifyAudit(start.databaseUrl, start.secretsKey);
    if (!audit.intact) tell(`audit: ${audit.problem}`);
    for (const line of [...clients.wrong, ...run.bugs].slice(0, 5)) tell(line.slice(0, 500));
    const name = `kill, ${plan.engine}`;
    return [
      known(name, 'kills', plan.kills),
      atLeast(name, 'refunds acknowledged', clients.acknowledged.length, plan.kills),
      known(name, 'requests sent again', clients.retries),
      known(name, 'answers asked for twice', clients.repeats),
      exactly(name, 'wrong answers', clients.wrong.length, 0),
      ...Object.entries(counts).map(([what, count]) => exactly(name, what, count, 0)),
      exactly(name, 'audit chains broken', Number(!audit.intact), 0),
      exactly(name, 'bugs the gateway logged', run.bugs.length, 0),
      exactly(name, 'left to do', run.left, 0),
      atMost(name, 'seconds until drained', run.drainSeconds, DRAIN_LIMIT_MS / 1000),
    ];
  } finally {
    await database.drop();
  }
}

interface Run {
  readonly bugs: readonly string[];
  readonly left: number;
  readonly drainSeconds: number;
}

async function runKills(
  plan: KillPlan,
  start: GatewayStart,
  clients: CarefulClients,
  database: ScratchDatabase,
  tell: (line: string) => void,
): Promise<Run> {
  const random = new Random(plan.seed);
  const bugs: string[] = [];
  let gateway = await GatewayProcess.start(plan.program, start);
  clients.address = gateway.address;
  const working = clients.run(random);
  try {
    for (let kill = 1; kill <= plan.kills; kill += 1) {
      await sleep(random.whole(LEAST_LIFE_MS, MOST_LIFE_MS));
      await gateway.kill();
      clients.address = undefined;
      bugs.push(...gateway.bugs);
      const last = kill === plan.kills;
      if (last) await healProvider(start.databaseUrl, start.secretsKey);
      gateway = await GatewayProcess.start(plan.program, last ? { ...start, preload: plan.hourLater } : start);
      clients.address = gateway.address;
      if (kill % 20 === 0) tell(`${plan.engine}: ${kill} kills, ${clients.acknowledged.length} acknowledged`);
    }
    const since = performance.now();
    clients.end();
    await working;
    const left = await drain(database, since + DRAIN_LIMIT_MS);
    for (const line of left > 0 ? await describeLeft(database) : []) tell(`still waiting: ${line}`);
    bugs.push(...gateway.bugs);
    return { bugs, left, drainSeconds: Math.round((performance.now() - since) / 100) / 10 };
  } finally {
    clients.end();
    await gateway.stop();
  }
}

/** Waits until nothing is left to do, or until it should have been. Answers what is left. */
async function drain(database: ScratchDatabase, until: number): Promise<number> {
  for (;;) {
    const left = await leftToDo(database);
    if (left === 0 || performance.now() > until) return left;
    await sleep(POLL_MS);
  }
}
