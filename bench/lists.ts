/** How long one caller waits for a page of each list, in a shop that has very many orders, returns and refunds. */
import { once } from 'node:events';
import http, { Agent } from 'node:http';
import sqlite3 from 'sqlite3';
import { createServices, systemClock } from '../src/app';
import { readConfig } from '../src/config';
import { AesSealer } from '../src/persistence/aes-sealer';
import type { Services } from '../src/services/services';
import { openStorage } from '../src/storage';
import { listRows } from './list-requests';
import type { Access, ListRequest, ListRow } from './list-row';
import { longShop } from './long-shop';
import type { MeasuredServer } from './measured-server';
import type { Usage } from './probe';
import { CURRENCY } from './sample-shop';

export interface ListFigure extends Pick<ListRow, 'door' | 'list'> {
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** Processor time of the gateway for one page, which tells more than the clock does where others use the machine too. */
  readonly cpuMs: number;
}

export interface Lists {
  /** Orders; as many returns, and as many refunds, of which a tenth waits for somebody to confirm it. */
  readonly rows: number;
  readonly figures: readonly ListFigure[];
}

const SHOP = 'long';
const LOGIN = { user: 'long@bench', password: 'a long password' };
const CALLS = 60;
const WARM_UP_CALLS = 3;
/** Characters of an answer with something in it. */
const SHORTEST_ROW = 100;

/** Makes the database and fills it. */
export async function fillLongShop(path: string, rows: number): Promise<Access> {
  const { database, secretsKey } = await openStorage(
    readConfig({ DATABASE_URL: `sqlite:${path}` }, false),
    systemClock,
  );
  try {
    return await openLongShop(createServices(database, new AesSealer(secretsKey), systemClock));
  } finally {
    await database.close();
    await carryOut(path, ['BEGIN', ...longShop(SHOP, rows), 'COMMIT'].join(';'));
  }
}

/** The shop itself, with nothing in it, and those who may ask. */
export async function openLongShop({ shops, credentials }: Services): Promise<Access> {
  const settings = { currency: CURRENCY, timezone: 'Europe/Warsaw', returnWindowDays: 14 };
  await shops.add({ code: SHOP, ...settings, strategy: 'largest_first' });
  await credentials.addLogin({ shop: SHOP, ...LOGIN });
  return { shop: SHOP, login: LOGIN, key: (await credentials.addKey({ shop: SHOP, name: 'bench' })).key };
}

function carryOut(path: string, statements: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const connection = new sqlite3.Database(path);
    connection.exec(statements, (error) => {
      connection.close();
      if (error) reject(error);
      else resolve();
    });
  });
}

export async function measureLists(
  server: MeasuredServer,
  access: Access,
  rows: number,
  tell: (line: string) => void,
): Promise<Lists> {
  const figures: ListFigure[] = [];
  for (const row of listRows(access, rows)) {
    const figure = await measureRow(server, row);
    tell(`${figure.p95Ms.toFixed(1)} ms  ${figure.cpuMs.toFixed(1)} ms CPU  ${figure.door}  ${figure.list}`);
    figures.push(figure);
  }
  return { rows, figures };
}

/** One call after another. */
async function measureRow(server: MeasuredServer, { door, list, requests }: ListRow): Promise<ListFigure> {
  const times: number[] = [];
  let longest = 0;
  let before: Usage | undefined;
  for (let call = -WARM_UP_CALLS; call < CALLS; call++) {
    const request = requests[Math.abs(call) % requests.length];
    if (!request) throw new Error(`${door}: ${list} asks nothing`);
    if (call === 0) before = await server.usage();
    const begun = performance.now();
    longest = Math.max(longest, await ask(server.url, request));
    if (call >= 0) times.push(performance.now() - begun);
  }
  // Two filters together may leave nothing, and have to look the longest for it.
  if (longest < SHORTEST_ROW && !list.includes('&')) throw new Error(`${door}: ${list} found nothing`);
  times.sort((a, b) => a - b);
  const below = (part: number): number => times[Math.ceil(CALLS * part) - 1] ?? NaN;
  const cpuMicros = (await server.usage()).cpuMicros - (before?.cpuMicros ?? 0);
  return { door, list, p50Ms: below(0.5), p95Ms: below(0.95), cpuMs: cpuMicros / 1000 / CALLS };
}

/** Kept open, as a client of a shop keeps its connection. */
const AGENT = new Agent({ keepAlive: true });

/** With as little of a client as there is: fetch takes as long over a megabyte as the gateway does. */
async function ask(url: string, { path, body, ...request }: ListRequest): Promise<number> {
  const sent = http.request(url + path, { ...request, agent: AGENT }).end(body);
  const [answer] = (await once(sent, 'response')) as [http.IncomingMessage];
  const chunks: Buffer[] = [];
  for await (const chunk of answer) chunks.push(chunk as Buffer);
  const { length } = Buffer.concat(chunks);
  const { statusCode = 0 } = answer;
  // IdoSell tells an empty list with 207.
  if (statusCode >= 200 && statusCode < 300) return length;
  throw new Error(`${path}: ${statusCode} ${Buffer.concat(chunks).toString('utf8', 0, 500)}`);
}
