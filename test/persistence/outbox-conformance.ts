import type { OutboxRow } from '../../src/services/ports';
import { NOW } from './samples';
import type { Subject } from './subject';

/** Work for later: who gets it, for how long, and how it comes back. */
export function outboxConformance(subject: Subject): void {
  const add = (transactionId: number, due: number) => subject.work(({ outbox }) => outbox.add('a', transactionId, due));
  const claim = (token: string, now: number, limit = 10) =>
    subject.work(({ outbox }) => outbox.claim(token, now, 1000, limit));
  const works = (rows: readonly OutboxRow[]): number[] => rows.map(({ transactionId }) => transactionId);

  test('work is claimed when it is due, the oldest first, by one worker only', async () => {
    await add(1, NOW + 5);
    await add(2, NOW);
    await add(3, NOW + 6);
    expect(await claim('one', NOW - 1)).toEqual([]);
    expect(await claim('one', NOW + 5)).toEqual([
      { id: 2, shop: 'a', transactionId: 2, attempts: 1 },
      { id: 1, shop: 'a', transactionId: 1, attempts: 1 },
    ]);
    expect(works(await claim('two', NOW + 6))).toEqual([3]);
  });

  test('claims are disjoint, also when one worker claims again in the same millisecond', async () => {
    for (let work = 1; work <= 50; work += 1) await add(work, NOW);
    const claims = await Promise.all(['one', 'two', 'one', 'three', 'one', 'two'].map((token) => claim(token, NOW, 9)));
    const taken = works(claims.flat());
    expect(taken).toHaveLength(50);
    expect(new Set(taken).size).toBe(50);
  });

  test('work that was finished is never given again, and nothing waits any more', async () => {
    await add(1, NOW);
    expect(await subject.database.reader.read(({ outbox }) => outbox.oldestDue())).toBe(NOW);
    const [row] = await claim('one', NOW);
    if (!row) throw new Error('there is work');
    expect(await subject.database.reader.read(({ outbox }) => outbox.oldestDue())).toBe(NOW);
    await subject.work(({ outbox }) => outbox.finish(row, 'one'));
    expect(await claim('two', NOW + 10_000)).toEqual([]);
    expect(await subject.database.reader.read(({ outbox }) => outbox.oldestDue())).toBeUndefined();
  });

  test('a lease that is over lets another worker in, and the first can no longer finish or postpone', async () => {
    await add(1, NOW);
    const [lost] = await claim('one', NOW);
    if (!lost) throw new Error('there is work');
    expect(await claim('two', NOW + 999)).toEqual([]);
    expect(await claim('two', NOW + 1000)).toEqual([{ ...lost, attempts: 2 }]);
    await subject.work(({ outbox }) => outbox.finish(lost, 'one'));
    await subject.work(({ outbox }) => outbox.postpone(lost, 'one', NOW + 1_000_000));
    expect(works(await claim('three', NOW + 2000))).toEqual([1]);
  });

  test('postponed work comes back when it is due, released work at once', async () => {
    await add(1, NOW);
    await add(2, NOW);
    const [first] = await claim('one', NOW);
    if (!first) throw new Error('there is work');
    await subject.work(({ outbox }) => outbox.postpone(first, 'one', NOW + 50));
    await subject.work(({ outbox }) => outbox.release('other'));
    expect(await claim('two', NOW)).toEqual([]);
    await subject.work(({ outbox }) => outbox.release('one'));
    expect(works(await claim('two', NOW))).toEqual([2]);
    expect(works(await claim('two', NOW + 50))).toEqual([1]);
  });

  test('a clock that was set back by a year leaves no work stuck', async () => {
    const year = 365 * 24 * 60 * 60 * 1000;
    await add(1, NOW + year);
    await add(2, NOW + year);
    await claim('one', NOW + year, 1);
    expect(works(await claim('two', NOW))).toEqual([1, 2]);
    expect(works(await claim('three', NOW))).toEqual([]);
  });
}
