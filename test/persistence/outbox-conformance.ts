import type { OutboxRow } from '../../src/services/ports';
import { NOW } from './samples';
import type { Subject } from './subject';

const LEASE_MS = 1000;
const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** Work for later: who gets it, for how long, and how it comes back. */
export function outboxConformance(subject: Subject): void {
  const add = (transactionId: number, at: number) => subject.work(({ outbox }) => outbox.add('a', transactionId, at));
  const claim = (token: string, now: number, limit = 10) =>
    subject.work(({ outbox }) => outbox.claim(token, now, LEASE_MS, limit));
  const renew = (token: string, rows: readonly OutboxRow[], now: number) =>
    subject.work(({ outbox }) => outbox.renew(token, rows, now, LEASE_MS));
  const hold = (row: OutboxRow) => subject.work(({ outbox }) => outbox.hold(row));
  const finish = (row: OutboxRow) => subject.work(({ outbox }) => outbox.finish(row));
  const putOff = (row: OutboxRow, at: number, due: number, tries = { attempts: 1, absences: 0 }) =>
    subject.work(({ outbox }) => outbox.putOff(row, at, due, tries));
  const works = (rows: readonly OutboxRow[]): number[] => rows.map(({ transactionId }) => transactionId);
  async function claimed(token: string, now: number): Promise<OutboxRow> {
    const [row] = await claim(token, now, 1);
    if (!row) throw new Error('there is work');
    return row;
  }

  test('work is claimed when it is due, the oldest first, by one worker only', async () => {
    await add(1, NOW + 5);
    await add(2, NOW);
    await add(3, NOW + 6);
    expect(await claim('one', NOW - 1)).toEqual([]);
    const fresh = { shop: 'a', attempts: 0, absences: 0, clockSetBack: false, claim: expect.any(String) as string };
    const rows = await claim('one', NOW + 5);
    expect(rows).toEqual([
      { ...fresh, id: 2, transactionId: 2 },
      { ...fresh, id: 1, transactionId: 1 },
    ]);
    expect(rows[0]?.claim).toBe(rows[1]?.claim);
    const [next] = await claim('one', NOW + 6);
    expect(next).toMatchObject({ transactionId: 3 });
    expect(next?.claim).not.toBe(rows[0]?.claim);
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
    const row = await claimed('one', NOW);
    expect(await subject.database.reader.read(({ outbox }) => outbox.oldestDue())).toBe(NOW);
    await finish(row);
    expect(await claim('two', NOW + 10_000)).toEqual([]);
    expect(await hold(row)).toBe(false);
    expect(await subject.database.reader.read(({ outbox }) => outbox.oldestDue())).toBeUndefined();
  });

  test('a lease that is over lets another worker in, and the first can change nothing any more', async () => {
    await add(1, NOW);
    const lost = await claimed('one', NOW);
    expect(await claim('two', NOW + 999)).toEqual([]);
    expect(await hold(lost)).toBe(true);
    const taken = await claimed('two', NOW + 1000);
    expect(taken).toEqual({ ...lost, claim: expect.any(String) as string });
    await finish(lost);
    await putOff(lost, NOW + 1000, NOW + 1_000_000);
    await renew('one', [lost], NOW + 1_000_000);
    expect([await hold(lost), await hold(taken)]).toEqual([false, true]);
    expect(works(await claim('three', NOW + 2000))).toEqual([1]);
  });

  test('a worker that claims its own row anew after its lease cannot change it in the name of the first claim', async () => {
    await add(1, NOW);
    const lost = await claimed('one', NOW);
    const again = await claimed('one', NOW + 1000);
    await finish(lost);
    await putOff(lost, NOW + 1000, NOW + 1_000_000);
    expect([await hold(lost), await hold(again)]).toEqual([false, true]);
  });

  test('a heartbeat keeps the rows that it names, and no others', async () => {
    for (let work = 1; work <= 3; work += 1) await add(work, NOW);
    const [first, second, third] = await claim('one', NOW);
    await renew('one', [first!, third!], NOW + 900);
    expect(works(await claim('two', NOW + 1000))).toEqual([2]);
    await renew('one', [first!, second!], NOW + 1800);
    expect(works(await claim('three', NOW + 1900))).toEqual([3]);
    expect(works(await claim('three', NOW + 2000))).toEqual([2]);
    expect(works(await claim('three', NOW + 2800))).toEqual([1]);
  });

  test('a heartbeat that comes late keeps what nobody took meanwhile', async () => {
    await add(1, NOW);
    const row = await claimed('one', NOW);
    await renew('one', [row], NOW + 5000);
    expect(await claim('two', NOW + 5999)).toEqual([]);
    expect(await hold(row)).toBe(true);
  });

  test('work that is put off comes back when it is due with its tries, released work at once', async () => {
    await add(1, NOW);
    await add(2, NOW);
    await putOff(await claimed('one', NOW), NOW, NOW + 50, { attempts: 4, absences: 2 });
    expect(works(await claim('one', NOW))).toEqual([2]);
    await subject.work(({ outbox }) => outbox.release('other'));
    expect(await claim('two', NOW)).toEqual([]);
    await subject.work(({ outbox }) => outbox.release('one'));
    expect(works(await claim('two', NOW))).toEqual([2]);
    expect(await claim('two', NOW + 50)).toMatchObject([{ transactionId: 1, attempts: 4, absences: 2 }]);
  });

  test('a claim counts as no attempt, however often its worker dies', async () => {
    await add(1, NOW);
    for (let life = 0; life < 5; life += 1) {
      expect(await claimed(`life ${life}`, NOW + life * LEASE_MS)).toMatchObject({ attempts: 0 });
    }
  });

  test.each([
    ['an hour', HOUR_MS],
    ['a day', DAY_MS],
    ['a year', 365 * DAY_MS],
  ])(
    'a clock that was set back by %s leaves no work stuck, and the row tells of it from then on',
    async (_by, back) => {
      await add(1, NOW);
      await add(2, NOW);
      await add(3, NOW);
      await putOff(await claimed('one', NOW), NOW, NOW + HOUR_MS);
      expect(works(await claim('one', NOW, 1))).toEqual([2]);
      const rows = await claim('two', NOW - back);
      expect(works(rows).sort()).toEqual([1, 2, 3]);
      expect(rows.map(({ clockSetBack }) => clockSetBack)).toEqual([true, true, true]);
      expect(works(await claim('three', NOW - back))).toEqual([]);

      await putOff(rows[0]!, NOW - back, NOW - back + 50);
      expect(await claim('three', NOW - back + 49)).toEqual([]);
      expect(await claim('three', NOW - back + 50)).toMatchObject([{ clockSetBack: true }]);
    },
  );

  test('a clock that is set back while the row is held is noticed when it is put off', async () => {
    await add(1, NOW);
    await putOff(await claimed('one', NOW), NOW - HOUR_MS, NOW - HOUR_MS + 50);
    expect(await claim('one', NOW - HOUR_MS + 49)).toEqual([]);
    expect(await claim('one', NOW - HOUR_MS + 50)).toMatchObject([{ clockSetBack: true }]);
  });

  test('clocks of two processes that differ by some seconds hurry nothing and put nothing in doubt', async () => {
    await add(1, NOW);
    await add(2, NOW);
    const row = await claimed('fast clock', NOW);
    await claimed('fast clock', NOW);
    await putOff(row, NOW, NOW + 500);
    expect(await claim('slow clock', NOW - 30_000)).toEqual([]);
    expect(await claim('slow clock', NOW + 500)).toMatchObject([{ clockSetBack: false }]);
  });
}
