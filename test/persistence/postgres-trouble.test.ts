/** PostgreSQL full, slow, restarted or misused: refused as busy, nothing half done, and well again by itself. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { PoolClient } from 'pg';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver';
import type { Database } from '../../src/persistence/database';
import { Refusal } from '../../src/domain/refusal';
import { openPool } from '../../src/persistence/postgres-connections';
import { describeOnPostgres } from './postgres-server';
import { NOW, order } from './samples';
import { refusalCode } from './subject';

const remembered = { operation: 'x', fingerprint: 'y', answer: '{}' };

describeOnPostgres('PostgreSQL in trouble', (server) => {
  let database: Database;
  const put = (id: number) => database.unitOfWork.run(({ orders }) => orders.put('a', { ...order, id }));
  const ids = async (): Promise<number[]> =>
    (await server.query('SELECT id FROM orders ORDER BY id')).map(({ id }) => Number(id));

  afterEach(() => database.close());

  test('when all connections are taken some wait, the next are refused at once, and who waited too long has no effect', async () => {
    database = await server.open({ atOnce: 2, mostWaiting: 3, longestWaitMs: 150 });
    let end = (): void => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const holding = [1, 2].map(() => database.unitOfWork.run(() => ended));
    const wishes = [1, 2, 3, 4, 5].map(put).map(refusalCode);
    expect(await Promise.race([Promise.all(wishes.slice(3)), sleep(100)])).toEqual(['gateway_busy', 'gateway_busy']);
    expect(await Promise.all(wishes)).toEqual(wishes.map(() => 'gateway_busy'));
    end();
    await Promise.all(holding);
    expect(await refusalCode(put(6))).toBe('none');
    expect(await ids()).toEqual([6]);
  });

  test('closing waits for what is under way or waits, and takes no more', async () => {
    database = await server.open({ atOnce: 2 });
    const wishes = Array.from({ length: 20 }, (_, index) => put(index + 1));
    await database.close();
    await Promise.all(wishes);
    expect(await ids()).toHaveLength(20);
    expect(await refusalCode(put(99))).toBe('gateway_busy');
    database = await server.join();
  });

  test('a restart of the server refuses what was under way as busy, and the next wishes go well', async () => {
    database = await server.open();
    let wished = 0;
    const told: number[] = [];
    const codes = new Set<string>();
    const caller = async (): Promise<void> => {
      while (wished < 400) {
        const id = (wished += 1);
        const code = await refusalCode(put(id));
        codes.add(code);
        if (code === 'none') told.push(id);
      }
    };
    const callers = Promise.all(Array.from({ length: 16 }, caller));
    for (const _ of [1, 2, 3]) {
      await sleep(100);
      await server.endConnections();
    }
    await callers;
    expect([...codes].sort()).toEqual(['gateway_busy', 'none']);
    // Who was told that it is done finds it done; who was told to try again may find that it was.
    expect(await ids()).toEqual(expect.arrayContaining(told));
    expect(await refusalCode(put(1000))).toBe('none');
  });

  test('connections that nobody used when the server restarted trouble nobody', async () => {
    database = await server.open();
    await put(1);
    await server.endConnections();
    await sleep(100);
    expect(await refusalCode(put(2))).toBe('none');
    expect(await database.reader.read(({ orders }) => orders.find('a', 2))).toMatchObject({ id: 2 });
    await database.ping();
  });

  test('a connection that breaks while it changes hands, when nobody listens to it, does not end the process', async () => {
    database = await server.open();
    const pool = await openPool({ kind: 'postgres', url: server.url }, 'write', 1);
    const [connection, giveBack] = (await (pool.driver as PostgresDriver).obtainMasterConnection()) as [
      PoolClient,
      (error?: Error) => void,
    ];
    const gone = new Promise((resolve) => connection.once('end', resolve));
    await server.endConnections();
    await gone;
    giveBack();
    await sleep(20);
    expect(await pool.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await pool.destroy();
  });

  test('a unit of work whose connection is lost in its middle is refused and leaves nothing', async () => {
    database = await server.open();
    const wish = database.unitOfWork.run(async ({ orders }) => {
      await orders.put('a', order);
      await server.endConnections();
      await sleep(50);
      await orders.put('a', { ...order, id: 43 });
    });
    const refused = await wish.catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refusal);
    expect(refused).toMatchObject({ code: 'gateway_busy', retryable: true });
    expect(await ids()).toEqual([]);
  });

  test('a read whose connection is lost is refused as busy', async () => {
    database = await server.open();
    const look = database.reader.read(async ({ orders }) => {
      await orders.find('a', 1);
      await server.endConnections();
      return orders.find('a', 1);
    });
    expect(await refusalCode(look)).toBe('gateway_busy');
    await sleep(50);
    expect(await database.reader.read(({ orders }) => orders.find('a', 1))).toBeUndefined();
  });

  test('a row that somebody holds for too long refuses the others as busy', async () => {
    await server.query(`ALTER DATABASE ${new URL(server.url).pathname.slice(1)} SET deadlock_timeout = '100ms'`);
    database = await server.open();
    await put(1);
    await server.query('BEGIN');
    await server.query('SELECT 1 FROM orders FOR UPDATE');
    const started = performance.now();
    expect(await refusalCode(database.unitOfWork.run(({ orders }) => orders.lock('a', 1)))).toBe('gateway_busy');
    expect(performance.now() - started).toBeGreaterThan(4000);
    await server.query('ROLLBACK');
    expect(await database.unitOfWork.run(({ orders }) => orders.lock('a', 1))).toMatchObject({ id: 1 });
  });

  test('a unit of work that swallows a failed statement is not told that it was committed', async () => {
    database = await server.open();
    await database.unitOfWork.run(({ idempotency }) => idempotency.add('a', 'c', 'k', remembered, NOW));
    const stubborn = database.unitOfWork.run(async ({ orders, idempotency }) => {
      await orders.put('a', order);
      await idempotency.add('a', 'c', 'k', remembered, NOW).catch(() => undefined);
      return 'done';
    });
    expect(await refusalCode(stubborn)).toBe('gateway_busy');
    expect(await ids()).toEqual([]);
  });

  test('the reader cannot write, even where the code would', async () => {
    database = await server.open();
    await put(1);
    const write = database.reader.read((stores) =>
      (stores.orders as unknown as { put(shop: string, put: typeof order): Promise<void> }).put('a', order),
    );
    expect(await refusalCode(write)).toBe('gateway_busy');
    expect(await ids()).toEqual([1]);
  });

  test('a number that JavaScript cannot hold is an error, never another number', async () => {
    database = await server.open();
    await put(1);
    const most = Number.MAX_SAFE_INTEGER;
    await server.query('UPDATE orders SET total = $1', [most]);
    expect(await database.reader.read(({ orders }) => orders.find('a', 1))).toMatchObject({ total: most });
    await server.query('UPDATE orders SET total = total + 1');
    await expect(database.reader.read(({ orders }) => orders.find('a', 1))).rejects.toThrow('does not fit (22003)');
    await expect(database.unitOfWork.run(({ orders }) => orders.lock('a', 1))).rejects.toThrow('does not fit (22003)');
    await server.query('UPDATE orders SET total = 0');
    expect(await database.unitOfWork.run(({ orders }) => orders.lock('a', 1))).toMatchObject({ total: 0 });
  });

  test('a refused statement keeps what was bound to it, and what the server repeats of it, out of the error', async () => {
    database = await server.open();
    const wrong = database.unitOfWork.run(({ shops }) =>
      shops.find('a').then(() => shops.add({ ...shop, returnWindowDays: 'secret' as unknown as number }, NOW)),
    );
    const error = await wrong.catch((problem: unknown) => problem);
    expect(error).toMatchObject({ name: 'StatementFailed', code: '22P02' });
    expect(String((error as Error).stack) + JSON.stringify(error)).not.toContain('secret');
  });
});

const shop = {
  code: 'a',
  currency: 'PLN',
  timezone: 'Europe/Warsaw',
  strategy: 'oldest_first' as const,
  acceptsReturns: true,
  offersVouchers: true,
};
