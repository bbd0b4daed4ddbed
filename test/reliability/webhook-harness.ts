/**
 * What providers tell by webhook, at the door of a running gateway: in every order and five times each it has one outcome,
 * and what nobody proves to have sent leaves nothing behind. The part of the worker is played here, so that the API answers
 * before, between or after the webhooks.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Services } from '../../src/services/services';
import { forge } from '../services/forgeries';
import { ENDINGS, live, LIVES, type ProviderLife, type Stage } from '../services/provider-life';
import { eventBody, signed } from '../services/signed';
import { ask, type Wish } from './asking';
import { exactly, known, type Figure } from './figures';
import { GatewayProcess, type Program } from './gateway-process';
import { Random } from './random';
import { addOrders, CURRENCY, openShop, SHOP, verifyAudit, withServices } from './sample-shop';
import { createScratchDatabase, type Engine, type ScratchDatabase } from './scratch-database';
import { judgeLedger, numberIn } from './verdict';
import { postWebhook, type SignedWebhook } from './webhook-door';

export interface WebhookPlan {
  readonly engine: Engine;
  /** Orders of events that each life is lived in. */
  readonly permutations: number;
  readonly forgeries: number;
  readonly seed: number;
  readonly program: Program;
}

type Tell = (line: string) => void;

const ORDER = 1;
const EACH_MINOR = 100;
const CAPTURED = '1000000.00';
const UNREAD = 'SELECT count(*) AS found FROM inbox WHERE processed_at IS NULL';
const OK = 200;
const UNAUTHORIZED = 401;

export async function webhookHarness(plan: WebhookPlan, tell: Tell): Promise<Figure[]> {
  const database = await createScratchDatabase(plan.engine);
  const start = { databaseUrl: database.url, secretsKey: randomBytes(32).toString('base64'), roles: 'api' };
  try {
    const apiKey = await openShop(start.databaseUrl, start.secretsKey);
    await addOrders(start.databaseUrl, start.secretsKey, ORDER, CAPTURED);
    const gateway = await GatewayProcess.start(plan.program, start);
    try {
      const figures = await withServices(start.databaseUrl, start.secretsKey, async (services) => [
        ...(await liveAll(plan, { services, gateway, apiKey, database }, tell)),
        ...(await forgeAll(plan, gateway.address, database)),
      ]);
      const audit = await verifyAudit(start.databaseUrl, start.secretsKey);
      return [
        ...figures,
        exactly(nameOf(plan), 'audit chains broken', Number(!audit.intact), 0),
        exactly(nameOf(plan), 'bugs the gateway logged', gateway.bugs.length, 0),
      ];
    } finally {
      await gateway.stop();
    }
  } finally {
    await database.drop();
  }
}

function nameOf({ engine }: WebhookPlan): string {
  return `webhooks, ${engine}`;
}

interface Scene {
  readonly services: Services;
  readonly gateway: GatewayProcess;
  readonly apiKey: string;
  readonly database: ScratchDatabase;
}

async function liveAll(plan: WebhookPlan, scene: Scene, tell: Tell): Promise<Figure[]> {
  const random = new Random(plan.seed);
  const stage = new DoorStage(scene);
  const expected = new Map<number, ProviderLife>();
  for (const life of LIVES) {
    for (let count = 0; count < plan.permutations; count += 1) {
      expected.set((await live(stage, life, random)).refundId, life);
    }
    tell(`${plan.engine}: a refund that ${life.what}, ${plan.permutations} times`);
  }
  while (await scene.services.webhooks.round());
  const name = nameOf(plan);
  const ended = await endings(scene.database);
  const otherwise = (differs: (life: ProviderLife, ending: Ending | undefined) => boolean): number =>
    [...expected].filter(([refundId, life]) => differs(life, ended.get(refundId))).length;
  return [
    known(name, 'lives', LIVES.length),
    known(name, 'refunds', expected.size),
    known(name, 'webhooks', stage.statuses.length),
    exactly(name, 'webhooks not answered 200', stage.statuses.filter((status) => status !== OK).length, 0),
    exactly(
      name,
      'refunds that ended otherwise',
      otherwise((life, ending) => ending?.state !== life.end),
      0,
    ),
    exactly(
      name,
      'refunds whose audit is otherwise',
      otherwise((life, ending) => ending?.audit.join() !== life.audit.join()),
      0,
    ),
    exactly(name, 'events left in the inbox', numberIn(await scene.database.query(UNREAD)), 0),
    ...Object.entries(await judgeLedger(scene.database)).map(([what, count]) => exactly(name, what, count, 0)),
  ];
}

/** A life in which callers and the provider come through the doors of the gateway process. */
class DoorStage implements Stage {
  readonly statuses: (number | undefined)[] = [];
  readonly services: Services;
  readonly now = Date.now;

  constructor(private readonly scene: Scene) {
    this.services = scene.services;
  }

  pass(ms: number): Promise<void> {
    return sleep(ms);
  }

  async confirmed(): Promise<number> {
    const refundId = await this.ask({ kind: 'add', orderId: ORDER, amount: EACH_MINOR });
    return this.ask({ kind: 'confirm', refundId });
  }

  async tell(rawBody: Buffer, headers: SignedWebhook['headers']): Promise<void> {
    this.statuses.push(await postWebhook(this.scene.gateway.address, { rawBody, headers }));
  }

  private async ask(wish: Wish): Promise<number> {
    const { gateway, apiKey } = this.scene;
    const at = { address: gateway.address, apiKey };
    const answer = await ask(at, 'REST', wish, `webhooks-${randomBytes(8).toString('hex')}`);
    if (answer.kind !== 'done') throw new Error(`${JSON.stringify(wish)}: ${JSON.stringify(answer)}`);
    return answer.refundId;
  }
}

interface Ending {
  readonly state: string;
  readonly audit: readonly string[];
}

/** How each refund ended, and what the audit has of it. */
async function endings(database: ScratchDatabase): Promise<ReadonlyMap<number, Ending>> {
  const told = new Map<number, string[]>();
  const entries = await database.query(`SELECT subject_id, action FROM audit_entries
    WHERE shop = '${SHOP}' AND subject = 'refund' ORDER BY seq`);
  for (const { subject_id: id, action } of entries) {
    if (ENDINGS.has(String(action))) told.set(Number(id), [...(told.get(Number(id)) ?? []), String(action)]);
  }
  const rows = await database.query('SELECT refund_id, state FROM transactions');
  return new Map(
    rows.map((row) => {
      const refundId = Number(row['refund_id']);
      return [refundId, { state: String(row['state']), audit: told.get(refundId) ?? [] }] as const;
    }),
  );
}

async function forgeAll(plan: WebhookPlan, address: string, database: ScratchDatabase): Promise<Figure[]> {
  const kept = async (): Promise<number> => numberIn(await database.query('SELECT count(*) AS found FROM inbox'));
  const before = await kept();
  const refund = { id: 're_forged', payment: `pay-${ORDER}`, amount: EACH_MINOR, currency: CURRENCY };
  const rawBody = eventBody('settled', refund, { shop: SHOP });
  const eventId = 'evt_forged';
  const now = Date.now();
  let refused = 0;
  for (const forgery of forge(plan.forgeries, rawBody, eventId, now, new Random(plan.seed))) {
    refused += Number((await postWebhook(address, forgery, SHOP)) === UNAUTHORIZED);
  }
  const after = await kept();
  // What they were made out of would have been taken: they were refused for what was changed in them.
  const genuine = await postWebhook(address, { rawBody, headers: signed(rawBody, eventId, now) }, SHOP);
  const name = nameOf(plan);
  return [
    exactly(name, 'forgeries refused', refused, plan.forgeries),
    exactly(name, 'rows kept of forgeries', after - before, 0),
    exactly(name, 'the genuine event kept', Number(genuine === OK && (await kept()) === after + 1), 1),
  ];
}
