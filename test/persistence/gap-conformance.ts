import { setTimeout as sleep } from 'node:timers/promises';
import { testGap, type Engine } from './engine-gaps';
import { newRefund, NOW, order } from './samples';
import type { Subject } from './subject';

/** Something that a unit of work under way waits for, and whoever watches it decides when. */
function gate(): { readonly opened: Promise<void>; open(): void } {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

/** Where the engines differ; see the table of gaps. */
export function gapConformance(engine: Engine, subject: Subject): void {
  testGap(engine, 'ids have no holes, even after a unit of work that was taken back', async () => {
    await subject.work(({ orders }) => orders.put('a', order));
    const takenBack = subject.work(async ({ refunds }) => {
      await refunds.add('a', newRefund);
      throw new Error('changed my mind');
    });
    await expect(takenBack).rejects.toThrow('changed my mind');
    expect(await subject.work(({ refunds }) => refunds.add('a', newRefund))).toMatchObject({ id: 1 });
  });

  testGap(engine, 'a unit of work goes on after a statement that broke a rule', async () => {
    const remembered = { operation: 'x', fingerprint: 'y', answer: '{}' };
    await subject.work(({ idempotency }) => idempotency.add('a', 'c', 'k', remembered, NOW));
    await subject.work(async ({ idempotency, orders }) => {
      await idempotency.add('a', 'c', 'k', remembered, NOW).catch(() => undefined);
      await orders.put('a', order);
    });
    expect(await subject.work(({ orders }) => orders.find('a', order.id))).toEqual(order);
  });

  testGap(engine, 'a read does not wait for a unit of work that is under way', async () => {
    const end = gate();
    const unit = subject.work(async ({ orders }) => {
      await orders.put('a', order);
      await end.opened;
    });
    const read = subject.database.reader.read(({ orders }) => orders.find('a', order.id));
    const first = await Promise.race([read, sleep(500, 'still waiting')]);
    end.open();
    await Promise.all([unit, read]);
    expect(first).toBeUndefined();
  });

  testGap(engine, 'two units of work on different orders run beside each other', async () => {
    for (const id of [1, 2]) await subject.work(({ orders }) => orders.put('a', { ...order, id }));
    const end = gate();
    const first = subject.work(async ({ orders }) => {
      await orders.lock('a', 1);
      await end.opened;
    });
    const second = subject.work(({ orders }) => orders.lock('a', 2));
    const answer = await Promise.race([second, sleep(500, 'still waiting')]);
    end.open();
    await Promise.all([first, second]);
    expect(answer).toMatchObject({ id: 2 });
  });
}
