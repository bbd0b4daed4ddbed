/** Several gateways over one database: each refund is sent by one of them, and what a killed one held is taken over in time. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { LEASE_MS } from '../../src/services/dispatch-service';
import { CarefulClients, ORDERS, type Courses } from './careful-clients';
import { atLeast, atMost, exactly, known, type Figure } from './figures';
import { GatewayProcess, type Program } from './gateway-process';
import { drain, drainFigures, judgement, type Drain } from './drain';
import { Random } from './random';
import { addOrders, ENOUGH, openShop, setSimulated } from './sample-shop';
import { createScratchDatabase, type ScratchDatabase } from './scratch-database';
import { numberIn } from './verdict';

export interface InstancePlan {
  readonly instances: number;
  readonly seed: number;
  /** Writes down what it sends. */
  readonly program: Program;
}

/** A slow call outlasts its lease, but not its limit. */
const PROVIDER = { delayMs: 150, laterMs: LEASE_MS + 3000 };
const SLOW = 907;
const COURSES: Courses = [[SLOW, 20]];
/** The kill comes when so many refunds are under way or done: each instance is then in the middle of several. */
const ENOUGH_WORK = 60;
/** Beyond the lease: until somebody looks, and until the busy machine has let him. */
const TAKE_OVER_ALLOWANCE_MS = 2000;
/** A slow call whose worker was killed: its lease, and the whole call once more. */
const DRAIN_LIMIT_MS = 2 * LEASE_MS + PROVIDER.laterMs;
const POLL_MS = 50;
const TURN_MS = 5;

export async function instanceHarness(plan: InstancePlan, tell: (line: string) => void): Promise<Figure[]> {
  const database = await createScratchDatabase('postgres');
  const folder = mkdtempSync(path.join(tmpdir(), 'refund-gateway-sends-'));
  const sendLog = path.join(folder, 'sends');
  writeFileSync(sendLog, '');
  const secretsKey = randomBytes(32).toString('base64');
  const start = { databaseUrl: database.url, secretsKey, roles: 'api,worker', environment: { SEND_LOG: sendLog } };
  const gateways: GatewayProcess[] = [];
  try {
    const apiKey = await openShop(database.url, secretsKey);
    await setSimulated(database.url, secretsKey, PROVIDER);
    await addOrders(database.url, secretsKey, ORDERS, ENOUGH);
    while (gateways.length < plan.instances) gateways.push(await GatewayProcess.start(plan.program, start));
    const clients = new CarefulClients(apiKey, `run-${plan.seed}`, COURSES);
    const run = await runKill(plan, gateways, clients, { database, sendLog }, tell);
    const name = `instances, postgres, ${plan.instances} processes`;
    const bugs = gateways.flatMap((gateway) => gateway.bugs);
    return [
      known(name, 'refunds acknowledged', clients.acknowledged.length),
      ...(await sendFigures(name, database, readSends(sendLog), run.killed, gateways)),
      atLeast(name, 'rows that the killed one held', run.held, 1),
      atMost(
        name,
        'seconds until all were taken over',
        run.takeOverSeconds,
        (LEASE_MS + TAKE_OVER_ALLOWANCE_MS) / 1000,
      ),
      ...(await judgement(name, { database, secretsKey, clients, bugs }, tell)),
      ...drainFigures(name, run.drained, DRAIN_LIMIT_MS),
    ];
  } finally {
    await Promise.all(gateways.map((gateway) => gateway.stop()));
    rmSync(folder, { recursive: true });
    await database.drop();
  }
}

interface Run {
  readonly killed: number;
  readonly held: number;
  readonly takeOverSeconds: number;
  readonly drained: Drain;
}

async function runKill(
  { seed }: InstancePlan,
  gateways: readonly GatewayProcess[],
  clients: CarefulClients,
  { database, sendLog }: { readonly database: ScratchDatabase; readonly sendLog: string },
  tell: (line: string) => void,
): Promise<Run> {
  const [victim, ...others] = gateways;
  if (!victim) throw new Error('there is nobody to kill');
  let living = gateways;
  let turn = 0;
  const turning = setInterval(() => (clients.address = living[(turn += 1) % living.length]?.address), TURN_MS);
  const working = clients.run(new Random(seed));
  try {
    while (clients.acknowledged.length < ENOUGH_WORK) await sleep(POLL_MS);
    living = others;
    await victim.kill();
    const killedAt = performance.now();
    const sent = [...readSends(sendLog)].flatMap(([key, pids]) => (pids.includes(victim.pid) ? [key] : []));
    const token = await tokenOf(database, sent);
    const left = (): Promise<number> => heldBy(database, token);
    const held = await left();
    while ((await left()) > 0) await sleep(POLL_MS);
    const takeOverSeconds = Math.round((performance.now() - killedAt) / 100) / 10;
    const since = performance.now();
    clients.end();
    await working;
    return { killed: victim.pid, held, takeOverSeconds, drained: await drain(database, since, DRAIN_LIMIT_MS, tell) };
  } finally {
    clearInterval(turning);
    clients.end();
  }
}

/** From which processes the orders of each provider key came. */
type Sends = ReadonlyMap<string, readonly number[]>;

function readSends(file: string): Sends {
  const sends = new Map<string, number[]>();
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const [key = '', pid] = line.split(' ');
    sends.set(key, [...(sends.get(key) ?? []), Number(pid)]);
  }
  return sends;
}

async function tokenOf(database: ScratchDatabase, keys: readonly string[]): Promise<string> {
  const [row] = await database.query(`SELECT o.token FROM outbox o JOIN transactions t ON t.id = o.transaction_id
    WHERE o.done IS NULL AND o.token IS NOT NULL AND t.provider_key IN (${keys.map((key) => `'${key}'`).join(', ')})`);
  if (!row) throw new Error('the killed one held nothing');
  return String(row['token']);
}

async function heldBy(database: ScratchDatabase, token: string): Promise<number> {
  return numberIn(
    await database.query(`SELECT count(*) AS found FROM outbox WHERE done IS NULL AND token = '${token}'`),
  );
}

/** What the provider counted. Only what the killed one sent may come a second time, and from one of the others. */
async function sendFigures(
  name: string,
  database: ScratchDatabase,
  sends: Sends,
  killed: number,
  gateways: readonly GatewayProcess[],
): Promise<Figure[]> {
  const confirmed = await database.query(
    `SELECT provider_key, amount % 1000 AS digits FROM transactions WHERE state <> 'requested'`,
  );
  const ofLiving = confirmed.filter((row) => !sends.get(String(row['provider_key']))?.includes(killed));
  const sentOnce = ofLiving.filter((row) => sends.get(String(row['provider_key']))?.length === 1);
  const sentByKilled = [...sends.values()].filter((pids) => pids.includes(killed));
  const busy = gateways.filter(({ pid }) => [...sends.values()].some((pids) => pids.includes(pid)));
  return [
    exactly(name, 'instances that sent', busy.length, gateways.length),
    exactly(name, 'refunds of the living that were sent exactly once', sentOnce.length, ofLiving.length),
    atLeast(
      name,
      'of them calls that outlast a lease',
      ofLiving.filter((row) => Number(row['digits']) === SLOW).length,
      1,
    ),
    known(name, 'refunds that the killed one had sent', sentByKilled.length),
    exactly(name, 'of them sent more than once again', sentByKilled.filter((pids) => pids.length > 2).length, 0),
  ];
}
