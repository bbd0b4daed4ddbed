/** Makes sure that the floor does the gateway's work: the same settings, and the same statements for each operation. */
import { createGateway, systemClock } from '../src/app';
import { readConfig } from '../src/config';
import { createLog } from '../src/log';
import { openStorage } from '../src/storage';
import { FloorServer } from './floor/floor-server';
import { statementsOf } from './recorder';
import { CURRENCY, PAYMENT_ID } from './sample-shop';

const OPERATIONS = ['create', 'confirm', 'status'] as const;
type Operation = (typeof OPERATIONS)[number];

/** How many statements each operation takes, the group's BEGIN and COMMIT included. */
export type StatementCounts = Readonly<Record<Operation, number>>;

interface Subject {
  readonly url: string;
  close(): Promise<void>;
}

type Recording = Readonly<Record<Operation | 'settings', string[]>>;

/** @param copies two databases of the same content @throws Error that names the first statement that differs */
export async function checkStatements(
  copies: { gateway: string; floor: string },
  apiKey: string,
): Promise<StatementCounts> {
  const gateway = await record(() => openGateway(copies.gateway), apiKey);
  const floor = await record(() => openFloor(copies.floor), apiKey);
  for (const part of ['settings', ...OPERATIONS] as const) compare(part, gateway[part], floor[part]);
  return { create: gateway.create.length, confirm: gateway.confirm.length, status: gateway.status.length };
}

function compare(part: string, gateway: readonly string[], floor: readonly string[]): void {
  for (let at = 0; at < Math.max(gateway.length, floor.length); at++) {
    if (gateway[at] === floor[at]) continue;
    const lines = [`the floor no longer does what the gateway does; ${part}, statement ${at + 1}:`];
    lines.push(`  gateway: ${gateway[at] ?? 'nothing more'}`, `  floor:   ${floor[at] ?? 'nothing more'}`);
    throw new Error(`${lines.join('\n')}\nBring bench/floor up to date, so that the comparison stays honest.`);
  }
}

async function record(open: () => Promise<Subject>, apiKey: string): Promise<Recording> {
  const { value: subject, statements } = await statementsOf(open);
  const settings = statements.filter((text) => /^PRAGMA [a-z_]+ = /.test(text)).sort();
  try {
    const ask = (method: string, path: string, body?: object) => send(subject.url + path, method, apiKey, body);
    const wish = { paymentId: PAYMENT_ID, amount: '1.00', currency: CURRENCY };
    const path = '/rest/v1/orders/1/refunds/automatic';
    // Once before it counts: what is only prepared or read at the first time is not part of an operation.
    await ask('POST', path, wish);
    const create = await statementsOf(() => ask('POST', path, wish));
    const confirm = await statementsOf(() => ask('POST', `/rest/v1/refunds/${create.value}/confirm`, {}));
    const status = await statementsOf(() => ask('GET', `/rest/v1/refunds/${create.value}/status`));
    return {
      settings,
      create: create.statements,
      confirm: confirm.statements,
      status: status.statements,
    };
  } finally {
    await subject.close();
  }
}

let requests = 0;

async function send(url: string, method: string, apiKey: string, body?: object): Promise<number> {
  const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
  const answer = await fetch(url, {
    method,
    headers: { ...headers, 'idempotency-key': `check-${requests++}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const [, refundId] = /"refundId":(\d+)/.exec(text) ?? [];
  if (!answer.ok || refundId === undefined) throw new Error(`${method} ${url}: ${answer.status} ${text}`);
  return Number(refundId);
}

async function openGateway(path: string): Promise<Subject> {
  const environment = { DATABASE_URL: `sqlite:${path}`, PORT: '0', ROLES: 'api', LOG_LEVEL: 'silent' };
  const config = readConfig(environment, false);
  const log = createLog(config.logLevel, config.logFormat);
  const gateway = await createGateway({ config, ...(await openStorage(config, systemClock)), clock: systemClock, log });
  return { url: await gateway.start(), close: () => gateway.stop() };
}

async function openFloor(path: string): Promise<Subject> {
  const floor = await FloorServer.open(path);
  return { url: await floor.listen(), close: () => floor.close() };
}
