/**
 * No page of a list walks a table, first or last, through whichever door and with whichever filter: each statement of each is
 * explained, on both engines, in a shop with rows enough for an engine to care.
 */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pino from 'pino';
import sqlite3 from 'sqlite3';
import type { ListRow } from '../../bench/list-row';
import { listRows } from '../../bench/list-requests';
import { fillLongShop, openLongShop } from '../../bench/lists';
import { longShop } from '../../bench/long-shop';
import { statementsOf } from '../../bench/recorder';
import { createGateway, createServices, type Gateway } from '../../src/app';
import { readConfig } from '../../src/config';
import { AesSealer } from '../../src/persistence/aes-sealer';
import { openStorage, type Storage } from '../../src/storage';
import { FixedClock } from '../fakes/fixed-clock';
import { queriesOf } from './postgres-queries';
import { describeOnPostgres } from './postgres-server';

jest.setTimeout(120_000);

const ROWS = 20_000;
const clock = new FixedClock();

let gateway: Gateway;
let address: string;

async function serve({ database, secretsKey }: Storage): Promise<void> {
  const config = readConfig({ PORT: '0', ROLES: 'api' }, false);
  const log = pino({ level: 'silent' });
  gateway = await createGateway({ config, database, secretsKey, clock, log });
  address = await gateway.start();
}

/** On SQLite the lists of laets, and tickets, have tests of their own: merchant-plans, returns-plan, tickets-plan. */
const isOurs = ({ door, list }: ListRow): boolean => door !== 'laets' && !list.startsWith('tickets');

/** Asks for the first page of a list, or the last. */
async function ask(row: ListRow, which: number): Promise<void> {
  const request = row.requests.at(which);
  if (!request) throw new Error(`${row.list} asks for nothing`);
  const { path: where, ...more } = request;
  const answer = await fetch(address + where, more);
  expect([where, answer.status]).toEqual([where, 200]);
}

/** What all rows of the table are about. Keys and shops are few. */
const LONG = /^(?:orders|order_lines|payments|returns|return_lines|refunds|refund_lines|transactions)$/;

/** By which index a list begins that is narrowed in one way. */
const BEGINS: readonly (readonly [door: ListRow['door'], list: RegExp, index: string])[] = [
  ['REST', /^orders$/, 'COVERING INDEX sqlite_autoindex_orders_1 (shop=? AND id>?)'],
  ['REST', /^orders fulfilment=\w+$/, 'COVERING INDEX orders_listed_by_fulfilment (shop=? AND fulfilment=? AND id>?)'],
  ['REST', /^orders since=/, 'COVERING INDEX orders_listed_by_updated_at (shop=? AND updated_at>?)'],
  ['REST', /^returns$/, 'COVERING INDEX sqlite_autoindex_returns_1 (shop=? AND id>?)'],
  ['REST', /^returns state=\w+$/, 'COVERING INDEX returns_listed_by_state (shop=? AND state=? AND id>?)'],
  ['REST', /^returns kind=\w+$/, 'COVERING INDEX returns_listed_by_kind (shop=? AND kind=? AND id>?)'],
  ['REST', /^returns since=/, 'COVERING INDEX returns_listed_by_updated_at (shop=? AND updated_at>?)'],
  ['REST', /^returns orderId=\d+$/, 'COVERING INDEX returns_by_shop_order_id_id (shop=? AND order_id=? AND id>?)'],
  [
    ...(['REST', /^refunds(?: state=(?!all)\w+|)$/] as const),
    'COVERING INDEX transactions_by_shop_state_refund_id (shop=? AND state=? AND refund_id>?)',
  ],
  ['REST', /^refunds state=all$/, 'COVERING INDEX sqlite_autoindex_refunds_1 (shop=? AND id>?)'],
  [
    ...(['REST', /^refunds state=all&sourceType=\w+$/] as const),
    'COVERING INDEX refunds_by_shop_source_type_id (shop=? AND source_type=? AND id>?)',
  ],
  ['REST', /^refunds state=all&since=/, 'COVERING INDEX refunds_by_shop_created_at_id (shop=? AND created_at>?)'],
  ['REST', /^refunds state=all&orderId/, 'COVERING INDEX refunds_by_shop_order_id_id (shop=? AND order_id=? AND id>?)'],
  ['IdoSell', /^orders all$/, 'COVERING INDEX sqlite_autoindex_orders_1 (shop=?)'],
  ['IdoSell', /^orders by .* serial/, 'INDEX sqlite_autoindex_orders_1 (shop=? AND id=?)'],
  ['IdoSell', /^orders by a hundred numbers/, 'COVERING INDEX orders_listed_by_number (shop=? AND number=?)'],
  ['IdoSell', /^orders (?:new|canceled)$/, 'COVERING INDEX orders_listed_by_fulfilment (shop=? AND fulfilment=?)'],
  ['IdoSell', /^orders placed/, 'COVERING INDEX orders_listed_by_placed_at (shop=? AND placed_at>? AND placed_at<?)'],
  [
    'IdoSell',
    /^orders changed/,
    'COVERING INDEX orders_listed_by_updated_at (shop=? AND updated_at>? AND updated_at<?)',
  ],
  ['IdoSell', /^returns of/, 'INDEX returns_by_shop_order_id_id (shop=? AND order_id=?)'],
  ['IdoSell', /^returns (?!all|new).*paid out$/, 'COVERING INDEX returns_paid_out_by_shop_id (shop=?)'],
  [
    'IdoSell',
    /^returns opened(?!.*paid out$)/,
    'COVERING INDEX returns_listed_by_opened_at (shop=? AND opened_at>? AND opened_at<?)',
  ],
  ['Sapo', /^orders status=any$/, 'COVERING INDEX sqlite_autoindex_orders_1 (shop=? AND id>?)'],
  [
    'Sapo',
    /^orders status=(?!any)\w+$/,
    'COVERING INDEX orders_listed_by_fulfilment (shop=? AND fulfilment=? AND id>?)',
  ],
  ['Sapo', /^orders created_on_min=\S+&/, 'COVERING INDEX orders_walked (shop=? AND id>?)'],
  [
    ...(['Sapo', /^orders created_on_min=[^&]+$/] as const),
    'COVERING INDEX orders_by_shop_since_id (shop=? AND <expr>>?)',
  ],
  [
    'Sapo',
    /^orders status=open&modified/,
    'COVERING INDEX orders_listed_by_fulfilment (shop=? AND fulfilment=? AND id>?)',
  ],
  ['Sapo', /^orders modified_on_min/, 'COVERING INDEX orders_listed_by_updated_at (shop=? AND updated_at>?)'],
  ['Sapo', /^orders ids/, 'COVERING INDEX sqlite_autoindex_orders_1 (shop=? AND id=?)'],
  ['SkyHub', / of an order$/, 'COVERING INDEX orders_listed_by_number (shop=? AND number=?)'],
  ['SkyHub', /^orders(?! .*statuses)/, 'COVERING INDEX orders_of_channels (shop=?)'],
  ['SkyHub', /^orders \S*statuses/, 'COVERING INDEX orders_listed_by_fulfilment (shop=? AND fulfilment=?)'],
];

describe('SQLite', () => {
  let folder: string;
  let file: string;
  let rows: readonly ListRow[];

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'plans-'));
    file = path.join(folder, 'refunds.sqlite');
    rows = listRows(await fillLongShop(file, ROWS), ROWS).filter(isOurs);
    await serve(await openStorage(readConfig({ DATABASE_URL: `sqlite:${file}` }, false), clock));
  });
  afterAll(async () => {
    await gateway.stop();
    rmSync(folder, { recursive: true });
  });

  async function planOf(statement: string): Promise<string[]> {
    return new Promise((resolve, reject) => {
      const connection = new sqlite3.Database(file);
      connection.all(`EXPLAIN QUERY PLAN ${statement}`, (error, steps: { detail: string }[]) => {
        connection.close();
        if (error) reject(error);
        else resolve(steps.map(({ detail }) => detail));
      });
    });
  }

  async function stepsOf(row: ListRow, which: number): Promise<string[]> {
    const { statements } = await statementsOf(() => ask(row, which));
    const plans = await Promise.all(statements.filter((text) => text.startsWith('SELECT')).map(planOf));
    return plans.flat();
  }

  test('every statement of every list looks rows up, and passes others over in an index alone', async () => {
    const walks: unknown[] = [];
    for (const row of rows) {
      for (const which of [0, -1]) {
        const steps = (await stepsOf(row, which)).filter(isWalk);
        if (steps.length > 0) walks.push([row.door, row.list, steps]);
      }
    }
    expect(walks).toEqual([]);
  });

  test('every filter begins with its own index', async () => {
    const others: unknown[] = [];
    for (const [door, list, index] of BEGINS) {
      const asked = rows.filter((row) => row.door === door && list.test(row.list));
      expect([door, list, asked.length > 0]).toEqual([door, list, true]);
      for (const row of asked) {
        const steps = await stepsOf(row, 0);
        if (!steps.some((step) => step.endsWith(` USING ${index}`))) others.push([row.list, index, steps]);
      }
    }
    expect(others).toEqual([]);
  });
});

/** A statement inside the statement is scanned, for it has the rows of the page; what it found counts as a row, and so does a row of its own. */
const OWN = /^SCAN (?:part|refund|page|CONSTANT ROW)$/;

/** Rows of a shop that nothing narrows, read from the table itself. */
function isWalk(step: string): boolean {
  return (/^SCAN /.test(step) && !OWN.test(step)) || / USING INDEX \S+ \(shop=\?\)/.test(step);
}

describeOnPostgres('PostgreSQL', (server) => {
  let rows: readonly ListRow[];

  beforeAll(async () => {
    const database = await server.open();
    const secretsKey = randomBytes(32);
    const access = await openLongShop(createServices(database, new AesSealer(secretsKey), clock));
    for (const statement of longShop(access.shop, ROWS)) await server.query(statement);
    await server.query('VACUUM ANALYZE');
    // As on disks that have no head to move; as delivered, the server takes twenty thousand rows for few.
    await server.query('SET random_page_cost = 1.1');
    rows = listRows(access, ROWS);
    await serve({ database, secretsKey });
  });
  afterAll(() => gateway.stop());

  test('every statement of every list finds rows by an index, and reads few that it does not tell', async () => {
    const walks: unknown[] = [];
    for (const row of rows) {
      for (const which of [0, -1]) {
        const { queries } = await queriesOf(() => ask(row, which));
        for (const { text, values } of queries.filter((query) => query.text.startsWith('SELECT'))) {
          const [found] = await server.query(`EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values);
          const [{ Plan: plan }] = found?.['QUERY PLAN'] as [{ Plan: PlanNode }];
          for (const node of nodesOf(plan))
            if (isLongWalk(node, text)) walks.push([row.door, row.list, which, told(node), text]);
        }
      }
    }
    expect(walks).toEqual([]);
  });
});

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly 'Rows Removed by Filter'?: number;
  readonly 'Actual Loops': number;
  readonly Plans?: readonly PlanNode[];
}

function nodesOf(plan: PlanNode): PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

/** Rows of the table that were read and thrown away. In an index alone they cost little. */
const MOST_THROWN_AWAY = ROWS / 10;

function isLongWalk(node: PlanNode, text: string): boolean {
  if (!LONG.test(node['Relation Name'] ?? '')) return false;
  const thrownAway = (node['Rows Removed by Filter'] ?? 0) * node['Actual Loops'];
  // Who counts nearly all rows, by what an index has only worked out, has to read them.
  if (node['Node Type'] === 'Seq Scan') return !(text.startsWith('SELECT COUNT(*)') && thrownAway < ROWS / 4);
  return node['Node Type'] !== 'Index Only Scan' && thrownAway > MOST_THROWN_AWAY;
}

function told(node: PlanNode): string {
  return [node['Node Type'], node['Relation Name'], node['Index Name'], node['Rows Removed by Filter']].join(' ');
}
