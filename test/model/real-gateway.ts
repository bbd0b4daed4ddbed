/** The gateway that is held against the model: real services, database, HTTP and XML. Only clock and line obey the model. */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { createGateway, type Gateway } from '../../src/app';
import { readConfig } from '../../src/config';
import { openDatabase, type Database } from '../../src/persistence/database';
import type { Services } from '../../src/services/services';
import type { AnyRequest, Door, Exchange, OperationName } from '../clients/doors';
import { restDoor } from '../clients/rest-door';
import { soapDoor } from '../clients/soap-door';
import { SettableClock, type DoorName } from '../gateway-under-test';
import { openOnlooker, type Onlooker, type Rows } from '../onlooker';
import { SECRET, SECRET_TEXT, signed } from '../services/signed';
import { ProviderLine } from './provider-line';
import type { ProviderPlan, Strategy } from './world';

/** A shop for each way to plan a refund; each is a foreign shop to the others. */
export const SHOPS: readonly (readonly [code: string, strategy: Strategy])[] = [
  ['north', 'largest_first'],
  ['east', 'original_ratio'],
  ['south', 'oldest_first'],
  ['west', 'card_before_voucher'],
];

/** How long anything in here may take before it counts as stuck. */
const PATIENCE_MS = 20_000;

export class RealGateway {
  readonly clock = new SettableClock();
  readonly line = new ProviderLine();
  /** Bugs of its own that it logged. */
  readonly bugs: string[] = [];
  readonly alarms = new Map<string, number>();
  private readonly secretsKey = randomBytes(32);
  private readonly keys = new Map<string, string>();
  private readonly settings = new Map<string, string>();
  /** Counts the gateways that were killed: what a dead one logs is no news. */
  private life = 0;
  private doors: Readonly<Record<DoorName, Door>>;
  private address: string;
  private gateway: Gateway;
  private database: Database;

  private constructor(
    private readonly url: string,
    private readonly onlooker: Onlooker,
  ) {}

  static async open(url: string): Promise<RealGateway> {
    const database = await openDatabase(url, new SettableClock());
    await database.migrate();
    await database.close();
    const real = new RealGateway(url, await openOnlooker(url));
    await real.start();
    for (const [code, strategy] of SHOPS) {
      const shop = { code, strategy, currency: 'PLN', timezone: 'Europe/Warsaw', returnWindowDays: 14 };
      await real.services.shops.add(shop);
      real.keys.set(code, (await real.services.credentials.addKey({ shop: code, name: 'model' })).key);
    }
    return real;
  }

  get services(): Services {
    return this.gateway.services;
  }

  ask(
    door: DoorName,
    shop: string,
    operation: OperationName,
    request: AnyRequest,
    idempotencyKey?: string,
  ): Promise<Exchange> {
    const credentials = { bearer: this.keys.get(shop) ?? '' };
    return this.doors[door](operation, request, {
      ...{ credentials, requestId: 'model' },
      ...(idempotencyKey === undefined ? {} : { idempotencyKey }),
    });
  }

  /** What the provider will do with what it is sent from now on. */
  async plan(shops: readonly string[], { scenario, laterMs, held }: ProviderPlan): Promise<void> {
    this.line.held = held;
    const settings = { scenario, laterMs, steerByAmount: false, webhookSecret: SECRET_TEXT };
    const text = JSON.stringify(settings);
    for (const shop of shops.filter((code) => this.settings.get(code) !== text)) {
      await this.services.providers.setSettings(shop, 'simulated', settings);
      this.settings.set(shop, text);
    }
  }

  /** Writes down the webhooks that are due. */
  async writeDown(): Promise<void> {
    await this.services.webhooks.round();
  }

  /**
   * One round of the worker, until nothing moves but what the line holds up: so many calls, so many leases. The provider
   * tells its news after its answers, so that the round can come out in one way only.
   */
  async work(calls: number, leases: number): Promise<void> {
    this.line.beforeNews = () => (calls === 0 ? this.gateway.worker.settle() : this.standstill(calls, leases));
    await this.gateway.worker.round();
  }

  async letThrough(): Promise<void> {
    this.line.letThrough();
    await this.gateway.worker.settle();
  }

  /** Answers the HTTP status. */
  async webhook(shop: string, eventId: string, body: Buffer): Promise<number> {
    const headers = { 'content-type': 'application/json', ...signed(body, eventId, this.clock.now(), SECRET) };
    const address = `${this.address}/providers/simulated/webhook/${shop}`;
    const response = await fetch(address, { method: 'POST', headers, body: new Uint8Array(body) });
    await response.arrayBuffer();
    return response.status;
  }

  rows(): Promise<Rows> {
    return this.onlooker.rows();
  }

  /** Ends as told to and starts again on the same database. */
  async restart(): Promise<void> {
    await this.gateway.stop();
    await this.start();
  }

  /** Dies in the middle of its calls: it writes nothing down any more, and gives no lease back. */
  async kill(): Promise<void> {
    this.life += 1;
    const { gateway } = this;
    await this.database.close();
    this.line.cut();
    // Without its database it cannot even give back its leases, and says so.
    await gateway.stop().catch(() => undefined);
    await this.start();
  }

  /** As new, for the next run. */
  async clear(): Promise<void> {
    this.line.reset();
    await this.gateway.worker.stop();
    await this.onlooker.clear();
    this.clock.set(new SettableClock().now());
  }

  async stop(): Promise<void> {
    this.line.reset();
    await this.gateway.stop();
    await this.onlooker.close();
  }

  private async start(): Promise<void> {
    this.database = await openDatabase(this.url, this.clock);
    const config = readConfig({ PORT: '0', ROLES: 'api', LOG_LEVEL: 'error' }, false);
    const { life } = this;
    const log = pino({ level: 'error' }, { write: (line) => life === this.life && this.hear(line) });
    const { database, secretsKey, clock } = this;
    this.gateway = await createGateway({ config, database, secretsKey, clock, log });
    this.line.join(this.gateway.services.providers.get('simulated'));
    this.address = await this.gateway.start();
    const now = (): number => clock.now();
    const [soap11, soap12] = await Promise.all([
      soapDoor(this.address, '1.1', now),
      soapDoor(this.address, '1.2', now),
    ]);
    this.doors = { rest: restDoor(this.address), soap11, soap12 };
  }

  private async standstill(calls: number, leases: number): Promise<void> {
    const until = Date.now() + PATIENCE_MS;
    for (;;) {
      const { outbox = [] } = await this.onlooker.rows();
      const held = outbox.filter(({ token }) => token !== null).length;
      if (this.line.count === calls && held === leases) return;
      if (Date.now() > until) {
        this.bugs.push(`${this.line.count} calls and ${held} leases are held, not ${calls} and ${leases}`);
        return;
      }
      await sleep(2);
    }
  }

  /** A person called for is no bug; work that failed is. */
  private hear(line: string): void {
    const { alarm } = JSON.parse(line) as { readonly alarm?: string };
    if (alarm === undefined || alarm === 'work_failed') this.bugs.push(line);
    else this.alarms.set(alarm, (this.alarms.get(alarm) ?? 0) + 1);
  }
}
