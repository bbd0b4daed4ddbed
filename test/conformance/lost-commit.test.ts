/**
 * The database is lost at a COMMIT, and nobody knows whether it was carried out. With an idempotency key a repeat finds out
 * and does no harm; without one the caller is told that it may have happened, and not to send it again blindly.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pino from 'pino';
import { createGateway, type Gateway } from '../../src/app';
import { readConfig } from '../../src/config';
import { openDatabase, type Database } from '../../src/persistence/database';
import { BreakingLine } from '../fakes/breaking-line';
import { describeOnPostgres } from '../persistence/postgres-server';
import { callerOf, orderWish, TEA_SHOP } from '../services/gateway';

const SOAP_ENVELOPES = {
  'SOAP 1.1': ['http://schemas.xmlsoap.org/soap/envelope/', 'text/xml; charset=utf-8'],
  'SOAP 1.2': ['http://www.w3.org/2003/05/soap-envelope', 'application/soap+xml; charset=utf-8'],
} as const;
type DoorName = 'REST' | keyof typeof SOAP_ENVELOPES;

/** What a caller learns. */
interface Told {
  readonly status: number;
  readonly code?: string | undefined;
  readonly retryable?: boolean;
  readonly retryAfter: string | null;
  readonly refundId?: number;
}

function requestOf(door: DoorName): { path: string; type: string; body: string } {
  if (door === 'REST') {
    const body = JSON.stringify({ paymentId: 1, amount: '10.00', currency: 'PLN' });
    return { path: '/rest/v1/orders/7/refunds/automatic', type: 'application/json', body };
  }
  const [uri, type] = SOAP_ENVELOPES[door];
  const wish =
    '<addAutomaticRefundForOrder xmlns="urn:refund-gateway:v1"><orderId>7</orderId><paymentId>1</paymentId>' +
    '<amount>10.00</amount><currency>PLN</currency></addAutomaticRefundForOrder>';
  return { path: '/soap/v1', type, body: `<e:Envelope xmlns:e="${uri}"><e:Body>${wish}</e:Body></e:Envelope>` };
}

describeOnPostgres('a COMMIT whose answer is lost', (server) => {
  let line: BreakingLine;
  let database: Database;
  let gateway: Gateway;
  let address: string;
  let apiKey: string;
  const bugs: string[] = [];

  beforeEach(async () => {
    await (await server.open()).close();
    line = await BreakingLine.open(server.url);
    const clock = { now: () => Date.now() };
    database = await openDatabase(line.url, clock);
    const log = pino({ level: 'error' }, { write: (text) => void bugs.push(text) });
    const config = readConfig({ PORT: '0', ROLES: 'api' }, false);
    gateway = await createGateway({ config, database, secretsKey: randomBytes(32), clock, log });
    await gateway.services.shops.add(TEA_SHOP);
    await gateway.services.orders.put(callerOf(TEA_SHOP.code), orderWish());
    apiKey = (await gateway.services.credentials.addKey({ shop: TEA_SHOP.code, name: 'erp' })).key;
    address = await gateway.start();
  });
  afterEach(async () => {
    line.trouble = 'none';
    await gateway.stop();
    await line.close();
    expect(bugs.splice(0)).toEqual([]);
  });

  async function ask(door: DoorName, key?: string): Promise<Told> {
    const { path, type, body } = requestOf(door);
    const headers = { 'content-type': type, authorization: `Bearer ${apiKey}`, ...(key && { 'idempotency-key': key }) };
    const response = await fetch(address + path, { method: 'POST', headers, body });
    const text = await response.text();
    const retryAfter = response.headers.get('retry-after');
    const [, refundId] = /"refundId":(\d+)/.exec(text) ?? /refundId>(\d+)</.exec(text) ?? [];
    if (response.ok) return { status: response.status, retryAfter, refundId: Number(refundId) };
    const [, code] = /"code":"(\w+)"/.exec(text) ?? /:code>(\w+)</.exec(text) ?? /<code>(\w+)</.exec(text) ?? [];
    return { status: response.status, code, retryable: /retryable(>|":)true/.test(text), retryAfter };
  }

  async function untilSomebodyWaits(): Promise<void> {
    const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    while ((await server.query(waiting)).length === 0) await sleep(10);
  }

  async function whileBroken(trouble: 'before' | 'after' | 'late', wish: () => Promise<Told>): Promise<Told> {
    line.trouble = trouble;
    const told = await wish();
    line.trouble = 'none';
    expect(line.lost).toBe(1);
    return told;
  }

  const refunds = async (): Promise<number[]> =>
    (await server.query('SELECT id FROM refunds ORDER BY id')).map(({ id }) => Number(id));
  const committed = async (): Promise<number> =>
    Number((await server.query('SELECT committed FROM payments WHERE id = 1'))[0]?.['committed']);

  const everyDoor = (['REST', 'SOAP 1.1', 'SOAP 1.2'] as const).flatMap((door) => [
    [door, 'before', 0] as const,
    [door, 'after', 1] as const,
  ]);

  test.each(everyDoor)(
    'over %s, lost %s the server saw it: with a key it is busy, and the repeat finds or makes the one refund',
    async (door, trouble, rows) => {
      const told = await whileBroken(trouble, () => ask(door, 'key-1'));
      expect(told).toEqual({ status: 503, code: 'gateway_busy', retryable: true, retryAfter: '1' });
      expect(await refunds()).toHaveLength(rows);

      const again = await ask(door, 'key-1');
      expect(await refunds()).toEqual([again.refundId]);
      expect(await committed()).toBe(1000);
      expect((await ask(door, 'key-1')).refundId).toBe(again.refundId);
      expect(await refunds()).toHaveLength(1);
    },
  );

  test.each(everyDoor)(
    'over %s, lost %s the server saw it: without a key it may have happened, and the caller is told so',
    async (door, trouble, rows) => {
      const told = await whileBroken(trouble, () => ask(door));
      expect(told).toEqual({ status: 503, code: 'outcome_unknown', retryable: false, retryAfter: null });
      expect(await refunds()).toHaveLength(rows);
      expect(await committed()).toBe(1000 * rows);
    },
  );

  test('a COMMIT that is carried out late, when the repeat is under way already: the repeat waits, and finds it', async () => {
    expect(await whileBroken('late', () => ask('REST', 'key-2'))).toMatchObject({ status: 503, retryable: true });
    const again = ask('SOAP 1.1', 'key-2');
    await untilSomebodyWaits();
    expect(await refunds()).toEqual([]);
    line.letThrough();
    const { refundId } = await again;
    expect(await refunds()).toEqual([refundId]);
    expect(await committed()).toBe(1000);
  });

  test('a server that says nothing any more: busy within seconds, and well as soon as it speaks', async () => {
    line.trouble = 'silent';
    const told = await Promise.all([ask('REST', 'key-3'), ask('SOAP 1.2')]);
    expect(told).toEqual([1, 2].map(() => expect.objectContaining({ status: 503, code: 'gateway_busy' }) as Told));
    line.trouble = 'none';
    expect((await ask('REST', 'key-3')).status).toBe(200);
    expect(await refunds()).toHaveLength(1);
  }, 20_000);
});
