/** Takes the database away under careful clients, in every way there is, and asks it afterwards what became of the money. */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Exchange } from './asking';
import { CarefulClients, ORDERS } from './careful-clients';
import { drain, drainFigures, judgement } from './drain';
import { atLeast, atMost, exactly, known, type Figure } from './figures';
import { GatewayProcess, type GatewayStart, type Program } from './gateway-process';
import { Observer, type Sight } from './observer';
import { Random } from './random';
import { addOrders, ENOUGH, healProvider, openShop } from './sample-shop';
import type { Engine } from './scratch-database';
import { prepareGround, whyNot, type Fault, type Ground } from './storage-faults';

export interface StoragePlan {
  readonly engine: Engine;
  /** How long each fault lasts. */
  readonly faultSeconds: number;
  readonly seed: number;
  readonly program: Program;
  readonly drainLimitMs: number;
}

const WARM_UP_MS = 3000;
/** After a fault, so that the next one meets a gateway that is well. */
const CALM_MS = 1500;
/** The bar: from the end of a fault to the first write that is accepted. */
const RECOVERY_LIMIT_S = 5;
/** A caller of a database that is away is told so within this time. */
const ANSWER_LIMIT_S = 10;
/** Whoever asks whether the gateway lives, or is ready, gives up soon. */
const PROBE_PATIENCE_MS = 3000;
/** When no recovery is expected any more. */
const GIVE_UP_MS = 30_000;
const MEMORY_LIMIT_MB = 50;

type Tell = (line: string) => void;

export async function storageHarness(plan: StoragePlan, tell: Tell): Promise<Figure[]> {
  const name = `storage, ${plan.engine}`;
  const reason = whyNot(plan.engine);
  if (reason !== undefined) return [known(name, `skipped: ${reason}`, 0)];
  const ground = await prepareGround(plan.engine);
  const { url: databaseUrl } = ground.database;
  const start = { databaseUrl, secretsKey: randomBytes(32).toString('base64'), roles: 'api,worker' };
  try {
    const apiKey = await openShop(databaseUrl, start.secretsKey);
    await addOrders(databaseUrl, start.secretsKey, ORDERS, ENOUGH);
    const exchanges: Exchange[] = [];
    const clients = new CarefulClients(apiKey, `run-${plan.seed}`);
    clients.onExchange = (exchange) => void exchanges.push(exchange);
    const gateway = await GatewayProcess.start(plan.program, start);
    const at = { address: gateway.address, apiKey };
    const observers = {
      alive: new Observer(at, '/healthz', PROBE_PATIENCE_MS),
      ready: new Observer(at, '/readyz', PROBE_PATIENCE_MS),
      read: new Observer(at, '/rest/v1/orders/1', ANSWER_LIMIT_S * 1000),
    };
    const random = new Random(plan.seed);
    const scene = { plan, name, ground, gateway, clients, observers, exchanges, random };
    const shaken = await shake(scene, tell);
    const refused = await refusedStart(plan, name, ground, start);
    const finish = await takeOver(scene, start, tell);
    const bugs = [...gateway.bugs, ...finish.bugs];
    return [
      ...shaken,
      ...(ground.skipped === undefined ? [] : [known(name, ground.skipped, 0)]),
      ...refused,
      atLeast(name, 'refunds acknowledged', clients.acknowledged.length, 1),
      ...(await judgement(name, { database: ground.database, secretsKey: start.secretsKey, clients, bugs }, tell)),
      ...finish.figures,
    ];
  } finally {
    await ground.remove();
  }
}

interface Scene {
  readonly plan: StoragePlan;
  readonly name: string;
  readonly ground: Ground;
  readonly gateway: GatewayProcess;
  readonly clients: CarefulClients;
  readonly observers: Readonly<Record<'alive' | 'ready' | 'read', Observer>>;
  /** What the clients met, and when. */
  readonly exchanges: readonly Exchange[];
  readonly random: Random;
}

/** One gateway lives through all faults, one after the other. */
async function shake(scene: Scene, tell: Tell): Promise<Figure[]> {
  const { plan, name, ground, gateway, clients, observers, random } = scene;
  const figures: Figure[] = [];
  clients.address = gateway.address;
  const working = clients.run(random);
  for (const observer of Object.values(observers)) observer.start();
  try {
    await sleep(WARM_UP_MS);
    const memoryBefore = residentMegabytes(gateway.pid);
    for (const fault of ground.faults) {
      tell(`${plan.engine}: ${fault.name}`);
      const episodes: Episode[] = [];
      while (episodes.length < fault.times) episodes.push(await endure(scene, fault));
      if (gateway.end !== undefined) throw new Error(`${fault.name}: the gateway ended (${gateway.end})`);
      figures.push(...figuresOf(scene, fault, episodes));
    }
    figures.push(
      atMost(name, 'memory growth, MB', residentMegabytes(gateway.pid) - memoryBefore, MEMORY_LIMIT_MB),
      atMost(
        name,
        'lines the gateway logged',
        gateway.said.length,
        ground.faults.reduce((sum, { times }) => sum + times, 0),
      ),
    );
    clients.end();
    await working;
    return figures;
  } finally {
    clients.abandon();
    await Promise.all(Object.values(observers).map((observer) => observer.end()));
    await gateway.stop();
  }
}

/** A fault from its beginning until the gateway is well again, or should have been. */
interface Episode {
  readonly begun: number;
  /** When its end was set about, and when it was over; by performance.now() like all here. */
  readonly ending: number;
  readonly ended: number;
  readonly secondsToWrite: number;
  readonly secondsToReady: number;
}

async function endure({ plan, exchanges, observers }: Scene, fault: Fault): Promise<Episode> {
  const begun = performance.now();
  await fault.begin();
  if (fault.lasts) await sleep(plan.faultSeconds * 1000);
  const ending = performance.now();
  await fault.end();
  const ended = performance.now();
  const accepted = await until(() => exchanges.find((each) => each.begun > ended && isDone(each))?.ended);
  const ready = await until(
    () => observers.ready.sights.find(({ begun, status }) => begun > ended && status === 200)?.begun,
  );
  await sleep(CALM_MS);
  return { begun, ending, ended, secondsToWrite: seconds(accepted - ended), secondsToReady: seconds(ready - ended) };
}

function figuresOf({ name, exchanges, observers }: Scene, fault: Fault, episodes: readonly Episode[]): Figure[] {
  const within = ({ begun, ended }: { begun: number; ended: number }): boolean =>
    episodes.some((episode) => ended > episode.begun && begun < episode.ended + CALM_MS);
  const met = exchanges.filter(within);
  const seen = (observer: Observer): Sight[] => observer.sights.filter(({ begun }) => within({ begun, ended: begun }));
  const notReady = observers.ready.sights
    .filter(({ begun }) => episodes.some((each) => begun > each.begun && begun < each.ending))
    .filter(({ status }) => status === 503);
  const refused = met.filter((each) => each.status === 503 && each.comeAgain).length;
  const longest = seconds(Math.max(...met.map((each) => each.ended - each.begun)));
  const of = `${name}, ${fault.name}`;
  return [
    known(of, 'times', episodes.length),
    known(of, 'seconds', seconds(episodes.reduce((sum, { begun, ended }) => sum + ended - begun, 0))),
    atLeast(of, 'writes refused as busy', refused, 1),
    exactly(of, 'writes answered otherwise', met.filter(isOther).length, 0),
    exactly(of, 'writes without an answer', met.filter(({ status }) => status === undefined).length, 0),
    atMost(of, 'longest answer, seconds', longest, ANSWER_LIMIT_S),
    exactly(
      of,
      'reads answered otherwise',
      seen(observers.read).filter(({ status }) => !isRead(status, fault)).length,
      0,
    ),
    exactly(of, '/healthz other than 200', seen(observers.alive).filter(({ status }) => status !== 200).length, 0),
    exactly(
      of,
      '/readyz other than 200 and 503',
      seen(observers.ready).filter(({ status }) => ![200, 503].includes(status)).length,
      0,
    ),
    atLeast(of, '/readyz 503 meanwhile', notReady.length, episodes.length),
    ...recovery(of, episodes),
  ];
}

function recovery(of: string, episodes: readonly Episode[]): Figure[] {
  const worst = (times: readonly number[]): number => Math.max(...times);
  return [
    atMost(
      of,
      'seconds to an accepted write, at worst',
      worst(episodes.map((each) => each.secondsToWrite)),
      RECOVERY_LIMIT_S,
    ),
    atMost(of, 'seconds to ready, at worst', worst(episodes.map((each) => each.secondsToReady)), RECOVERY_LIMIT_S),
  ];
}

const isDone = ({ status = 0 }: Exchange): boolean => status >= 200 && status < 300;
/** Neither done, nor busy in the way that was agreed. */
const isOther = (each: Exchange): boolean =>
  each.status !== undefined && !isDone(each) && !(each.status === 503 && each.comeAgain === true);
const isRead = (status: number, { reads }: Fault): boolean => status === 200 || (!reads && status === 503);
const seconds = (ms: number): number => Math.round(ms / 100) / 10;

/** When it came true; much too late when it did not. */
async function until(came: () => number | undefined): Promise<number> {
  const limit = performance.now() + GIVE_UP_MS;
  for (;;) {
    const at = came();
    if (at !== undefined || performance.now() > limit) return at ?? Number.POSITIVE_INFINITY;
    await sleep(20);
  }
}

/** A gateway that cannot work says why, in one line, and does not begin to listen. */
async function refusedStart(
  { program }: StoragePlan,
  name: string,
  ground: Ground,
  start: GatewayStart,
): Promise<Figure[]> {
  if (!ground.unusable) return [];
  const { unusable } = ground;
  await unusable.begin();
  try {
    const said = await GatewayProcess.start(program, start).then(
      async (gateway) => (await gateway.stop(), []),
      (error: unknown) => (error as Error).message.split('\n'),
    );
    const clear = said.filter((line) => line.includes('refund-gateway: cannot use the database'));
    return [
      exactly(name, `${unusable.name}: lines said by a gateway that is started`, said.length, 1),
      exactly(name, `${unusable.name}: of these, why it cannot use the database`, clear.length, 1),
    ];
  } finally {
    await unusable.end();
  }
}

/** A fresh gateway takes over what the first one has left. Answers what it called bugs of its own. */
async function takeOver({ plan, name, ground }: Scene, start: GatewayStart, tell: Tell): Promise<Finish> {
  await healProvider(start.databaseUrl, start.secretsKey);
  const gateway = await GatewayProcess.start(plan.program, start);
  try {
    const drained = await drain(ground.database, performance.now(), plan.drainLimitMs, tell);
    return { figures: drainFigures(name, drained, plan.drainLimitMs), bugs: gateway.bugs };
  } finally {
    await gateway.stop();
  }
}

interface Finish {
  readonly figures: Figure[];
  readonly bugs: readonly string[];
}

function residentMegabytes(pid: number): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}
