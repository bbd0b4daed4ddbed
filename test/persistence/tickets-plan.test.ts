/** The list of tickets in a shop with a hundred thousand: no page of it, however deep and whatever its filters, sorts or walks them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { statementsOf } from '../../bench/recorder';
import { createServices } from '../../src/app';
import { TICKET_STATES } from '../../src/domain/ticket';
import { AesSealer } from '../../src/persistence/aes-sealer';
import { openDatabase } from '../../src/persistence/database';
import type { Database } from '../../src/persistence/database';
import type { Services } from '../../src/services/services';
import type { ListTickets } from '../../src/services/ticket-wishes';
import { FixedClock } from '../fakes/fixed-clock';
import { callerOf, TEA_SHOP } from '../services/gateway';
import { planOf } from './sqlite-plan';
import { ticket } from './ticket-conformance';

const TICKETS = 100_000;
const caller = callerOf(TEA_SHOP.code);

let folder: string;
let file: string;
let database: Database;
let services: Services;
let middle: number;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'tickets-'));
  file = path.join(folder, 'refunds.sqlite');
  const clock = new FixedClock();
  database = await openDatabase(`sqlite:${file}`, clock);
  await database.migrate();
  services = createServices(database, new AesSealer(Buffer.alloc(32)), clock);
  await services.shops.add(TEA_SHOP);
  await database.unitOfWork.run(async ({ tickets }) => {
    for (let n = 0; n < TICKETS; n++) {
      const state = TICKET_STATES[n % 3] ?? 'read';
      const platform = n % 1000 === 0 ? 'Via' : 'B2w';
      const createdAt = ticket.createdAt + ((n * 7919) % TICKETS);
      const added = await tickets.put('tea', { ...ticket, code: `c-${n}`, state, platform, createdAt });
      if (n === TICKETS / 2) middle = added.id;
    }
  });
}, 120_000);
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

const wishes: [string, () => ListTickets, string][] = [
  ['the first page', () => ({}), 'tickets_by_shop_created_at_code (shop=?)'],
  [
    'a page far down',
    () => ({ cursor: middle }),
    'tickets_by_shop_created_at_code (shop=? AND (created_at,code)<(?,?))',
  ],
  ['a status', () => ({ state: 'read' }), 'tickets_by_shop_state_created_at_code (shop=? AND state=?)'],
  [
    'a status, far down',
    () => ({ state: 'read', cursor: middle }),
    'tickets_by_shop_state_created_at_code (shop=? AND state=? AND (created_at,code)<(?,?))',
  ],
  [
    'a platform, far down',
    () => ({ platform: 'Via', cursor: middle }),
    'tickets_by_shop_platform_created_at_code (shop=? AND platform=? AND (created_at,code)<(?,?))',
  ],
  [
    'both, far down',
    () => ({ state: 'read', platform: 'Via', cursor: middle }),
    'tickets_by_shop_state_platform_created_at_code (shop=? AND state=? AND platform=? AND (created_at,code)<(?,?))',
  ],
];

test.each(wishes)('%s is found by its index, in the order of the list', async (_name, wish, index) => {
  const { value, statements } = await statementsOf(() => services.tickets.list(caller, wish()));
  expect(value.items.length).toBeGreaterThan(15);
  const list = statements.at(-1) ?? '';
  expect(list).toMatch(/^SELECT id, code/);
  expect(await planOf(file, list)).toEqual([`SEARCH tickets USING INDEX ${index}`]);
});
