/** Several callers and several instances on one PostgreSQL database: who comes first wins, and nobody wins twice. */
import { randomBytes } from 'node:crypto';
import { createServices } from '../../src/app';
import { AesSealer } from '../../src/persistence/aes-sealer';
import type { Database } from '../../src/persistence/database';
import { MOST_ATTEMPTS } from '../../src/persistence/pooled-unit-of-work';
import type { Order } from '../../src/domain/order';
import type { Services } from '../../src/services/services';
import { automaticWish, callerOf, ORDER, orderWish, TEA_SHOP } from '../services/gateway';
import { describeOnPostgres } from './postgres-server';
import { NOW, order } from './samples';
import { refusalCode } from './subject';

/** Both have come so far before either goes on; whoever comes later still finds it open. */
function meetingOf(expected: number): () => Promise<void> {
  let come = 0;
  let open = (): void => undefined;
  const all = new Promise<void>((resolve) => (open = resolve));
  return () => {
    come += 1;
    if (come === expected) open();
    return all;
  };
}

describeOnPostgres('races on PostgreSQL', (server) => {
  let instances: Database[];
  let services: Services[];
  const at = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

  beforeEach(async () => {
    instances = [await server.open()];
    for (const _ of [2, 3]) instances.push(await server.join());
    const sealer = new AesSealer(randomBytes(32));
    services = instances.map((database) => createServices(database, sealer, { now: () => NOW }));
    await at(services, 0).shops.add(TEA_SHOP);
  });
  afterEach(() => Promise.all(instances.map((database) => database.close())));

  test('one idempotency key fifty times at once over three instances is one refund and fifty equal answers', async () => {
    await at(services, 0).orders.put(callerOf('tea'), orderWish());
    // The whole payment: whoever came second and looked at the order instead of the key would be refused.
    const wish = automaticWish({ amount: '30.00' });
    const caller = callerOf('tea', { idempotencyKey: 'once' });
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, index) => at(services, index).refunds.addAutomaticForOrder(caller, wish)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await server.query('SELECT amount FROM refunds')).toEqual([{ amount: '3000' }]);
    expect(await server.query('SELECT committed FROM payments WHERE id = 1')).toEqual([{ committed: '3000' }]);
    const other = at(services, 1).refunds.addAutomaticForOrder(caller, { ...wish, amount: '1.00' });
    expect(await refusalCode(other)).toBe('idempotency_key_reused');
  });

  test('two hundred reservations at once on one payment never come to more than was captured', async () => {
    await at(services, 0).orders.put(callerOf('tea'), orderWish());
    const amounts = Array.from({ length: 200 }, (_, index) => at([30, 70, 110, 290, 5], index));
    const codes = await Promise.all(
      amounts.map((minor, index) => {
        const wish = automaticWish({ amount: (minor / 100).toFixed(2) });
        return refusalCode(at(services, index).refunds.addAutomaticForOrder(callerOf('tea'), wish));
      }),
    );
    const accepted = amounts.filter((_minor, index) => codes[index] === 'none');
    const sum = accepted.reduce((total, minor) => total + minor, 0);
    expect(new Set(codes)).toEqual(new Set(['none', 'amount_exceeds_refundable']));
    expect(sum).toBeLessThanOrEqual(3000);
    expect(Math.min(...amounts.filter((_minor, index) => codes[index] !== 'none'))).toBeGreaterThan(3000 - sum);
    const [row] = await server.query(
      'SELECT p.committed, o.committed AS ofOrder, (SELECT SUM(amount) FROM refunds) AS refunds, (SELECT COUNT(*) FROM transactions) AS moves FROM payments p JOIN orders o ON o.id = p.order_id WHERE p.id = 1',
    );
    const text = String(sum);
    expect(row).toEqual({ committed: text, oforder: text, refunds: text, moves: String(accepted.length) });
  });

  test('of three mugs no more than three come back, however many callers open a return at once', async () => {
    await at(services, 0).orders.put(callerOf('tea'), orderWish());
    const wish = { orderId: ORDER, lines: [{ lineId: 1, quantity: 1 }] };
    const codes = await Promise.all(
      Array.from({ length: 30 }, (_, index) => refusalCode(at(services, index).returns.open(callerOf('tea'), wish))),
    );
    expect(codes.filter((code) => code === 'none')).toHaveLength(3);
    expect(new Set(codes)).toEqual(new Set(['none', 'quantity_exceeds_refundable']));
    const held = await server.query('SELECT units FROM return_lines ORDER BY units');
    expect(held.map(({ units }) => units)).toEqual(['[[1,1]]', '[[2,2]]', '[[3,3]]']);
  });

  test('of a reference that callers give to returns and open returns with at once, one return has it', async () => {
    const orders = Array.from({ length: 6 }, (_, index) => ORDER + index);
    const mug = { lines: [{ lineId: 1, quantity: 1 }] };
    // As many mugs as could ever be asked for.
    const lines = [{ lineId: 1, sku: 'MUG', name: 'Mug', quantity: 9, price: '1.00' }];
    for (const orderId of orders) await at(services, 0).orders.put(callerOf('tea'), orderWish({ orderId, lines }));
    const returns = await Promise.all(
      orders.map((orderId) => at(services, 0).returns.open(callerOf('tea'), { orderId, ...mug })),
    );
    for (const reference of ['R-1', 'R-2', 'R-3', 'R-4', 'R-5']) {
      const codes = await Promise.all([
        ...returns.map(({ id: returnId }, index) =>
          refusalCode(at(services, index).returns.amend(callerOf('tea'), { returnId, reference })),
        ),
        ...orders.map((orderId, index) =>
          refusalCode(at(services, index).returns.open(callerOf('tea'), { orderId, reference, ...mug })),
        ),
      ]);
      expect(codes.filter((code) => code === 'none')).toHaveLength(1);
      expect(new Set(codes)).toEqual(new Set(['none', 'reference_taken']));
    }
  });

  test('an order that two callers add at once is added by one and judged anew by the other', async () => {
    const meet = meetingOf(2);
    const seen: (Order | undefined)[] = [];
    const put = (index: number) =>
      at(instances, index).unitOfWork.run(async ({ orders }) => {
        const found = await orders.lock('tea', order.id);
        seen.push(found);
        await meet();
        await orders.put('tea', { ...order, number: `by ${index}` });
      });
    await Promise.all([put(0), put(1)]);
    expect(seen.map((found) => found?.number)).toEqual([undefined, undefined, expect.stringMatching(/^by [01]$/)]);
  });

  test('the same order put fifty times at once is one order with one history', async () => {
    await Promise.all(
      Array.from({ length: 50 }, (_, index) => at(services, index).orders.put(callerOf('tea'), orderWish())),
    );
    expect(await server.query('SELECT id FROM orders')).toEqual([{ id: String(ORDER) }]);
    expect(await server.query('SELECT action FROM audit_entries')).toHaveLength(1);
  });

  test('a deadlock ends well for both: one of them begins anew', async () => {
    for (const id of [1, 2]) await at(instances, 0).unitOfWork.run(({ orders }) => orders.put('a', { ...order, id }));
    const meet = meetingOf(2);
    let begun = 0;
    const crosswise = (first: number, second: number) =>
      at(instances, first).unitOfWork.run(async ({ orders }) => {
        begun += 1;
        await orders.change('a', first, undefined, { committed: 10, refunded: 0 });
        await meet();
        await orders.change('a', second, undefined, { committed: 1, refunded: 0 });
      });
    await Promise.all([crosswise(1, 2), crosswise(2, 1)]);
    expect(begun).toBe(3);
    expect(await server.query('SELECT committed FROM orders')).toEqual([{ committed: '11' }, { committed: '11' }]);
  });

  test.each([
    ['twice ends well', 2, 'none', 3],
    ['for ever ends as busy, which may be tried again', 1e6, 'gateway_busy', MOST_ATTEMPTS],
  ])('a serialization failure %s', async (_how, failures, code, attempts) => {
    await server.query(`CREATE SEQUENCE attempts; CREATE FUNCTION get_in_the_way() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF nextval('attempts') <= ${failures} THEN RAISE EXCEPTION 'overtaken' USING ERRCODE = '40001'; END IF;
        RETURN NEW;
      END $$; CREATE TRIGGER rival BEFORE INSERT ON shops FOR EACH ROW EXECUTE FUNCTION get_in_the_way()`);
    try {
      expect(await refusalCode(at(services, 0).shops.add({ ...TEA_SHOP, code: 'mug' }))).toBe(code);
      expect(await server.query('SELECT last_value FROM attempts')).toEqual([{ last_value: String(attempts) }]);
    } finally {
      await server.query('DROP TRIGGER rival ON shops; DROP FUNCTION get_in_the_way; DROP SEQUENCE attempts');
    }
  });

  test('two workers claim at the same moment, neither waits for the other, and nothing is claimed twice', async () => {
    for (let work = 1; work <= 20; work += 1) {
      await at(instances, 0).unitOfWork.run(({ outbox }) => outbox.add('a', work, NOW));
    }
    const meet = meetingOf(2);
    const claim = (index: number) =>
      at(instances, index).unitOfWork.run(async ({ outbox }) => {
        const rows = await outbox.claim(`worker ${index}`, NOW, 1000, 8);
        // Both hold theirs, uncommitted, at the same time.
        await meet();
        return rows.map(({ transactionId }) => transactionId);
      });
    const [first = [], second = []] = await Promise.all([claim(0), claim(1)]);
    expect([first.length, second.length, new Set([...first, ...second]).size]).toEqual([8, 8, 16]);
  });
});
