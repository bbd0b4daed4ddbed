/** Sets the clock of a running gateway on and back while refunds are lost, and asks how long it is before all are found. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { CarefulClients, ORDERS, type Courses } from './careful-clients';
import { atLeast, atMost, skipped, type Figure } from './figures';
import { GatewayProcess, type Program } from './gateway-process';
import { drain, drainFigures, judgement } from './drain';
import { Random } from './random';
import { addOrders, ENOUGH, healProvider, openShop, setSimulated } from './sample-shop';
import { createScratchDatabase, type Engine, type ScratchDatabase } from './scratch-database';
import { findFaketime, SettableClock } from './settable-clock';
import { leftToDo } from './verdict';

export interface ClockPlan {
  readonly engine: Engine;
  readonly seed: number;
  /** Its line to the provider can be cut. */
  readonly program: Program;
}

const HOUR_MS = 60 * 60 * 1000;
const JUMPS = [
  ['+1 h', HOUR_MS],
  ['-1 h', -HOUR_MS],
  ['+1 day', 24 * HOUR_MS],
  ['-1 day', -24 * HOUR_MS],
] as const;
/** East and west of us; a clock that is read as local time anywhere would be off by hours. */
const TIMEZONES = ['Asia/Ho_Chi_Minh', 'America/Sao_Paulo'] as const;

/** Half of the refunds arrive and half do not. None is to change at the provider later: its clock is not ours to set. */
const COURSES: Courses = [[904, 50]];
const FILL_MS = 4000;
const DRAIN_LIMIT_MS = 60_000;
/** What a gateway says its time is: to the second, and refreshed once in a second. */
const CLOCK_ALLOWANCE_S = 3;

type Tell = (line: string) => void;

export async function clockHarness(plan: ClockPlan, tell: Tell): Promise<Figure[]> {
  const figures: Figure[] = [];
  const library = findFaketime();
  for (const timezone of TIMEZONES) {
    const name = `clock, ${plan.engine}, ${timezone}`;
    if (library === undefined) figures.push(skipped(name, 'seconds until drained', 'libfaketime is not installed'));
    else figures.push(...(await inTimezone(plan, name, timezone, library, tell)));
  }
  return figures;
}

async function inTimezone(
  { engine, seed, program }: ClockPlan,
  name: string,
  timezone: string,
  library: string,
  tell: Tell,
): Promise<Figure[]> {
  const database = await createScratchDatabase(engine);
  const clock = new SettableClock(library);
  const secretsKey = randomBytes(32).toString('base64');
  const environment = clock.environment(timezone);
  try {
    const apiKey = await openShop(database.url, secretsKey);
    await addOrders(database.url, secretsKey, ORDERS, ENOUGH);
    const start = { databaseUrl: database.url, secretsKey, roles: 'api,worker', environment };
    const gateway = await GatewayProcess.start(program, start);
    const clients = new CarefulClients(apiKey, `run-${seed}`, COURSES);
    try {
      clients.address = gateway.address;
      const figures: Figure[] = [];
      for (const [index, [by, byMs]] of JUMPS.entries()) {
        await fill(clients, new Random(seed + index), { database, secretsKey });
        const waiting = await leftToDo(database);
        const since = performance.now();
        clock.jump(byMs);
        await healProvider(database.url, secretsKey);
        const drained = await drain(database, since, DRAIN_LIMIT_MS, tell);
        figures.push(
          atLeast(name, `refunds that waited, ${by}`, waiting, 1),
          ...drainFigures(name, drained, DRAIN_LIMIT_MS, `, ${by}`),
          atMost(name, `seconds the gateway's clock differs, ${by}`, await differs(gateway, clock), CLOCK_ALLOWANCE_S),
        );
      }
      const run = { database, secretsKey, clients, bugs: gateway.bugs };
      return [...figures, ...(await judgement(name, run, tell))];
    } finally {
      clients.end();
      await gateway.stop();
    }
  } finally {
    clock.remove();
    await database.drop();
  }
}

/** Leaves refunds behind that nobody knows of, some just lost and some put off again and again. */
async function fill(
  clients: CarefulClients,
  random: Random,
  { database, secretsKey }: { readonly database: ScratchDatabase; readonly secretsKey: string },
): Promise<void> {
  await setSimulated(database.url, secretsKey, { scenario: 'lost_after_effect' });
  const working = clients.run(random);
  await sleep(FILL_MS);
  clients.end();
  await working;
}

/** By what it says to everybody: the date of its answers. */
async function differs({ address }: GatewayProcess, clock: SettableClock): Promise<number> {
  const { headers } = await fetch(`${address}/healthz`);
  return Math.round(Math.abs(Date.parse(headers.get('date') ?? '') - clock.now()) / 1000);
}
