/** The database is lost at a COMMIT: whoever adds a refund through a door of this platform is told code 4010, and a reader finds out. */
import { randomBytes } from 'node:crypto';
import pino from 'pino';
import { createGateway, type Gateway } from '../../../src/app';
import { readConfig } from '../../../src/config';
import { openDatabase } from '../../../src/persistence/database';
import { BreakingLine } from '../../fakes/breaking-line';
import { FixedClock } from '../../fakes/fixed-clock';
import { describeOnPostgres } from '../../persistence/postgres-server';
import { callerOf, TEA_SHOP } from '../../services/gateway';
import { TEXT_OF } from './contract-columns';
import { openShop } from './three-doors';
import { WIRE_DOOR_NAMES, WIRE_DOORS } from './wire-doors';
import type { Reached } from './wire-doors';

const PLN = { refundCurrency: 'PLN' };
const WISHES = [
  ['addAutomaticRefund', { sourceType: 'return', sourceId: 1 }],
  ['addAutomaticRefundForOrder', { sourceId: 10032, paymentId: 1, refundValue: 10, ...PLN }],
  ['addManualRefund', { sourceType: 'order', sourceId: 10032, refundValue: 10, ...PLN }],
] as const;

describeOnPostgres('a COMMIT whose answer is lost', (server) => {
  let line: BreakingLine;
  let gateway: Gateway;
  let reached: Reached;
  const bugs: string[] = [];

  beforeEach(async () => {
    await (await server.open()).close();
    line = await BreakingLine.open(server.url);
    const clock = new FixedClock();
    const database = await openDatabase(line.url, clock);
    const log = pino({ level: 'error' }, { write: (text) => void bugs.push(text) });
    const config = readConfig({ PORT: '0', ROLES: 'api' }, false);
    gateway = await createGateway({ config, database, secretsKey: randomBytes(32), clock, log });
    const { services } = gateway;
    await services.shops.add(TEA_SHOP);
    await openShop({ services, caller: callerOf(TEA_SHOP.code) });
    const login = { user: 'erp@tea', password: 'a long password' };
    await services.credentials.addLogin({ shop: TEA_SHOP.code, ...login });
    const { key } = await services.credentials.addKey({ shop: TEA_SHOP.code, name: 'erp' });
    reached = { address: await gateway.start(), key, login };
  });
  afterEach(async () => {
    line.trouble = 'none';
    await gateway.stop();
    await line.close();
    expect(bugs.splice(0)).toEqual([]);
  });

  describe.each(WISHES)('%s', (method, params) => {
    test.each(WIRE_DOOR_NAMES.flatMap((door) => [[door, 'before', 0] as const, [door, 'after', 1] as const]))(
      'over %s, lost %s the server saw it: code 4010',
      async (door, trouble, rows) => {
        line.trouble = trouble;
        const { status, reply } = await WIRE_DOORS[door](reached, method, params);
        line.trouble = 'none';
        expect(line.lost).toBe(1);
        const fault = { faultCode: 4010, faultString: TEXT_OF.get(4010) };
        expect({ status, reply }).toEqual({
          status: door === 'REST' ? 207 : 200,
          reply: { errors: fault, result: fault },
        });
        const list = await WIRE_DOORS[door](reached, 'retrieveRefundsList', { sourceType: 'all' });
        expect(list.reply['results']).toHaveLength(rows);
      },
    );
  });
});
