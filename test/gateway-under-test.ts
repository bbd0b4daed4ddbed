/**
 * The real gateway for tests: real services, SQLite, HTTP and XML; only the clock stands still until it is told to move.
 * Keeps two shops, so that every test can see that one learns nothing of the other.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { createGateway } from '../src/app';
import { readConfig } from '../src/config';
import { SCOPES } from '../src/domain/access';
import type { Caller } from '../src/domain/access';
import { openDatabase } from '../src/persistence/database';
import type { Database } from '../src/persistence/database';
import type { Clock } from '../src/services/ports';
import type { Services } from '../src/services/services';
import { restDoor } from './clients/rest-door';
import { soapDoor } from './clients/soap-door';
import type { AnyRequest, AskOptions, Door, Login, OperationName, Reply } from './clients/doors';
import { openOnlooker, type Rows } from './onlooker';

export const NOW = Date.parse('2026-11-21T10:30:00Z');
export const SHOP = 'north';
const OTHER_SHOP = 'south';

export class SettableClock implements Clock {
  constructor(private instant = NOW) {}

  now(): number {
    return this.instant;
  }

  set(instant: number): void {
    this.instant = instant;
  }

  pass(durationMs: number): void {
    this.instant += durationMs;
  }
}

export type DoorName = 'rest' | 'soap11' | 'soap12';
export const DOOR_NAMES: readonly DoorName[] = ['rest', 'soap11', 'soap12'];

type Ask = (operation: OperationName, request: AnyRequest, options?: AskOptions) => Promise<Reply>;

export interface GatewayUnderTest {
  readonly address: string;
  readonly services: Services;
  readonly database: Database;
  readonly clock: SettableClock;
  /** An API key of the shop, with every scope. */
  readonly key: string;
  readonly login: Login;
  /** The key as the services know it; prepares what a test is about. */
  readonly caller: Caller;
  /** The same for the other shop. */
  readonly otherCaller: Caller;
  readonly ask: Readonly<Record<DoorName, Ask>>;
  /** As `ask`, with the bytes of the exchange. */
  readonly doors: Readonly<Record<DoorName, Door>>;
  /** Rounds of the worker until nothing is due. */
  drain(): Promise<void>;
  rows(): Promise<Rows>;
  /** As new: shops and credentials stay, ids begin at 1, the clock stands where it began. */
  clear(): Promise<void>;
  /** Fails when the gateway logged a bug. */
  stop(): Promise<void>;
}

interface GatewayOptions {
  readonly now?: number;
  /** Doors to open; all when absent. */
  readonly doors?: readonly DoorName[];
  /** Settings of the deployment beside its own. */
  readonly environment?: Readonly<Record<string, string>>;
  /** A database that is there already, as DATABASE_URL takes it; a new file when absent. */
  readonly url?: string;
}

export async function startGateway(options: GatewayOptions = {}): Promise<GatewayUnderTest> {
  const clock = new SettableClock(options.now ?? NOW);
  const folder = mkdtempSync(path.join(tmpdir(), 'gateway-'));
  const { url = `sqlite:${path.join(folder, 'refunds.sqlite')}` } = options;
  const database = await openDatabase(url, clock);
  await database.migrate();
  const bugs: string[] = [];
  const log = pino({ level: 'error' }, { write: (line) => void bugs.push(line) });
  const config = readConfig({ PORT: '0', ROLES: 'api', LOG_LEVEL: 'error', ...options.environment }, false);
  const gateway = await createGateway({ config, database, secretsKey: randomBytes(32), clock, log });
  const { services, worker } = gateway;
  const access = await openShops(services);
  const address = await gateway.start();
  const doors = await openDoors(address, clock, access.key, options.doors ?? DOOR_NAMES);
  const begun = clock.now();
  const onlooker = await openOnlooker(url);
  return {
    address,
    services,
    database,
    clock,
    ...access,
    doors,
    ask: { rest: asking(doors.rest), soap11: asking(doors.soap11), soap12: asking(doors.soap12) },
    async drain() {
      do await worker.settle();
      while (await worker.round());
    },
    rows: () => onlooker.rows(),
    async clear() {
      clock.set(begun);
      await onlooker.clear();
    },
    async stop() {
      await onlooker.close();
      await gateway.stop();
      rmSync(folder, { recursive: true });
      if (bugs.length > 0) throw new Error(`the gateway logged bugs:\n${bugs.join('')}`);
    },
  };
}

async function openShops(services: Services) {
  const settings = {
    currency: 'PLN',
    timezone: 'Europe/Warsaw',
    returnWindowDays: 14,
    strategy: 'largest_first',
  } as const;
  for (const code of [SHOP, OTHER_SHOP]) {
    await services.shops.add({ code, ...settings });
    await services.providers.setSettings(code, 'simulated', { laterMs: 1000 });
  }
  const { key } = await services.credentials.addKey({ shop: SHOP, name: 'erp' });
  const other = await services.credentials.addKey({ shop: OTHER_SHOP, name: 'other erp' });
  const login = { user: 'erp@north', password: 'Zażółć <gęślą> & jaźń' };
  await services.credentials.addLogin({ shop: SHOP, ...login });
  const callerOf = async (text: string): Promise<Caller> => {
    const principal = await services.credentials.authenticateKey(text);
    return { ...principal, requestId: 'preparation', scopes: new Set(SCOPES) };
  };
  return { key, login, caller: await callerOf(key), otherCaller: await callerOf(other.key) };
}

async function openDoors(
  address: string,
  clock: Clock,
  key: string,
  names: readonly DoorName[],
): Promise<Record<DoorName, Door>> {
  const closed: Door = () => Promise.reject(new Error('this test did not open that door'));
  const now = (): number => clock.now();
  const open = {
    rest: () => Promise.resolve(restDoor(address)),
    soap11: () => soapDoor(address, '1.1', now),
    soap12: () => soapDoor(address, '1.2', now),
  };
  const withKey =
    (door: Door): Door =>
    (operation, request, given) =>
      door(operation, request, { credentials: { bearer: key }, ...given });
  const opened = async (name: DoorName): Promise<Door> => (names.includes(name) ? withKey(await open[name]()) : closed);
  return { rest: await opened('rest'), soap11: await opened('soap11'), soap12: await opened('soap12') };
}

function asking(door: Door): Ask {
  return async (operation, request, options = {}) => (await door(operation, request, options)).reply;
}
