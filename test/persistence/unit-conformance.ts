import { setTimeout as sleep } from 'node:timers/promises';
import type { Stores } from '../../src/services/ports';
import { bareOrder, order } from './samples';
import type { Subject } from './subject';

/** Units of work: all or nothing, and nothing of one in another. */
export function unitConformance(subject: Subject): void {
  test('what a unit of work wrote is gone when it throws, and its neighbours keep theirs', async () => {
    const put = (id: number) =>
      subject.work(async ({ orders }) => {
        await orders.put('a', { ...order, id });
        if (id % 2 === 0) throw new Error(`no ${id}`);
        return id;
      });
    const answers = await Promise.allSettled([1, 2, 3, 4, 5].map(put));
    expect(answers.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ]);
    const left = await subject.database.reader.read(({ orders }) => orders.list('a', { after: 0, limit: 9 }));
    expect(left.map(({ id }) => id)).toEqual([1, 3, 5]);
  });

  test('a unit of work inside another, and a read inside one, are bugs that are noticed', async () => {
    const { unitOfWork, reader } = subject.database;
    const nested = unitOfWork.run(() => unitOfWork.run(() => Promise.resolve('never')));
    await expect(nested).rejects.toThrow('run was called inside a unit of work');
    const read = unitOfWork.run(() => reader.read(() => Promise.resolve('never')));
    await expect(read).rejects.toThrow('inside a unit of work');
    expect(await unitOfWork.run(() => Promise.resolve('after'))).toBe('after');
  });

  test('it is noticed as well when another unit of work ended in the meantime', async () => {
    const { unitOfWork } = subject.database;
    const nested = unitOfWork.run(async ({ orders }) => {
      await orders.find('a', 1);
      // Time for the other one to end, where the engine has units of work beside each other.
      await sleep(50);
      return unitOfWork.run(() => Promise.resolve('never'));
    });
    const other = unitOfWork.run(() => Promise.resolve('other'));
    await expect(nested).rejects.toThrow('run was called inside a unit of work');
    expect(await other).toBe('other');
  });

  test('what a unit of work set going may begin another once it is over', async () => {
    const { unitOfWork } = subject.database;
    let later: Promise<string> | undefined;
    let over = (): void => undefined;
    const ended = new Promise<void>((resolve) => (over = resolve));
    await unitOfWork.run(() => {
      later = ended.then(() => unitOfWork.run(() => Promise.resolve('later')));
      return Promise.resolve();
    });
    over();
    expect(await later).toBe('later');
  });

  test('a statement that comes after the end of its unit of work is refused, not given to another', async () => {
    let kept: Stores | undefined;
    await subject.work((stores) => {
      kept = stores;
      return Promise.resolve();
    });
    await expect(kept?.orders.put('a', order)).rejects.toThrow('an await is missing');
    await expect(kept?.audit.of('a', 'order', 1)).rejects.toThrow('an await is missing');
  });

  test('a statement without await still ends before its unit of work does', async () => {
    const forgetful = subject.work(async ({ orders, shops }) => {
      void orders.put('a', bareOrder).catch(() => undefined);
      await shops.find('a');
      throw new Error('changed my mind');
    });
    await expect(forgetful).rejects.toThrow('changed my mind');
    expect(await subject.work(({ orders }) => orders.find('a', 1))).toBeUndefined();
  });

  test('migrating again changes nothing, and the database answers', async () => {
    await subject.work(({ orders }) => orders.put('a', order));
    await subject.database.migrate();
    await subject.database.ping();
    expect(await subject.database.pendingMigrations()).toEqual([]);
    expect(await subject.work(({ orders }) => orders.find('a', 42))).toEqual(order);
  });
}
