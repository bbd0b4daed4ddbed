/** Leaves refunds unknown, half of them carried out and half of them not, and lets the gateway find out the truth. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { CarefulClients, ORDERS, type Courses } from './careful-clients';
import { atLeast, exactly, type Figure } from './figures';
import { GatewayProcess, type Program } from './gateway-process';
import { drain, drainFigures, judgement } from './drain';
import { Random } from './random';
import { addOrders, ENOUGH, healProvider, openShop } from './sample-shop';
import { createScratchDatabase, type Engine, type ScratchDatabase } from './scratch-database';
import { numberIn } from './verdict';

export interface UnknownPlan {
  readonly engine: Engine;
  /** How many refunds are left unknown, at least. */
  readonly refunds: number;
  readonly seed: number;
  /** Its line to the provider can be cut. */
  readonly program: Program;
}

/** One half is lost before the effect; the provider's scenario loses the other after it. */
const COURSES: Courses = [[904, 50]];
const POLL_MS = 50;
/** How long it may take until the first answer of each refund is lost. */
const LOSS_LIMIT_MS = 60_000;
/** When the line holds again: the pauses so far are a quarter of the outage, and nothing else stands in the way. */
const DRAIN_LIMIT_MS = 30_000;

const STATES = (condition: string): string => `SELECT count(*) AS found FROM transactions WHERE state ${condition}`;

export async function unknownHarness(plan: UnknownPlan, tell: (line: string) => void): Promise<Figure[]> {
  const database = await createScratchDatabase(plan.engine);
  const start = { databaseUrl: database.url, secretsKey: randomBytes(32).toString('base64'), roles: 'api,worker' };
  try {
    const apiKey = await openShop(start.databaseUrl, start.secretsKey, 'lost_after_effect');
    await addOrders(start.databaseUrl, start.secretsKey, ORDERS, ENOUGH);
    const clients = new CarefulClients(apiKey, `run-${plan.seed}`, COURSES);
    const gateway = await GatewayProcess.start(plan.program, start);
    try {
      await askFor(plan, clients, gateway);
      await until(database, STATES("NOT IN ('unknown', 'requested')"), 0);
      const unknown = numberIn(await database.query(STATES("= 'unknown'")));
      const carriedOut = numberIn(await database.query('SELECT count(*) AS found FROM simulated_refunds'));
      const since = performance.now();
      await healProvider(start.databaseUrl, start.secretsKey);
      const drained = await drain(database, since, DRAIN_LIMIT_MS, tell);
      const settled = numberIn(await database.query(STATES("= 'settled'")));
      const name = `unknown, ${plan.engine}`;
      const run = { database, secretsKey: start.secretsKey, clients, bugs: gateway.bugs };
      return [
        atLeast(name, 'refunds left unknown', unknown, plan.refunds),
        atLeast(name, 'of them carried out without a word', carriedOut, 1),
        atLeast(name, 'of them never arrived', unknown - carriedOut, 1),
        exactly(name, 'found out and settled', settled, unknown),
        ...(await judgement(name, run, tell)),
        ...drainFigures(name, drained, DRAIN_LIMIT_MS),
      ];
    } finally {
      clients.end();
      await gateway.stop();
    }
  } finally {
    await database.drop();
  }
}

async function askFor({ refunds, seed }: UnknownPlan, clients: CarefulClients, gateway: GatewayProcess): Promise<void> {
  clients.address = gateway.address;
  const working = clients.run(new Random(seed));
  while (clients.acknowledged.length < refunds) await sleep(POLL_MS);
  clients.end();
  await working;
}

async function until(database: ScratchDatabase, question: string, wanted: number): Promise<void> {
  const limit = performance.now() + LOSS_LIMIT_MS;
  while (numberIn(await database.query(question)) !== wanted) {
    if (performance.now() > limit) throw new Error(`waited in vain for: ${question}`);
    await sleep(POLL_MS);
  }
}
