/** How long a refund waits for its next try, and how often its provider is asked at most. */
import { LEASE_MS, type Task } from '../../src/services/dispatch-service';
import { pauseMs } from '../../src/services/pauses';
import type { ProviderLookup } from '../../src/services/ports';
import { Random } from '../reliability/random';
import { confirmedRefund, openShop, type Gateway } from './gateway';

const SECOND_MS = 1000;
const HOUR_MS = 60 * 60 * SECOND_MS;
const DAY_MS = 24 * HOUR_MS;

test('no pause is longer than half a second and a quarter of all that was waited, nor than an hour', () => {
  const random = new Random(4711);
  for (let life = 0; life < 20; life += 1) {
    let [attempts, absences, waited] = [0, 0, 0];
    while (waited < 3 * DAY_MS) {
      attempts += 1;
      const pause = pauseMs(attempts, absences);
      expect(pause).toBeGreaterThanOrEqual(500);
      expect(pause).toBeLessThanOrEqual(Math.min(HOUR_MS, 501 + waited / 4));
      waited += pause;
      if (random.chance(life / 20)) [attempts, absences] = [0, absences + 1];
    }
  }
});

test('where each send is lost and each look finds nothing, the pauses still add up to ever longer ones', () => {
  const pauses = [0, 50, 100, 200, 300].map((absences) => pauseMs(1, absences));
  expect(pauses).toEqual([500, 2329, 10_848, 235_376, HOUR_MS]);
});

describe('a provider that is of no use', () => {
  let gateway: Gateway;
  beforeEach(async () => {
    gateway = await openShop();
  });
  afterEach(() => gateway.close());

  const UNKNOWN: ProviderLookup = { kind: 'unknown', cause: 'timeout' };
  const PENDING: ProviderLookup = { kind: 'pending', reference: 'r' };
  const claim = async (): Promise<Task | undefined> => (await gateway.services.dispatch.claim('worker', 1))[0];

  /** When each request was made, in milliseconds since the first, for a day or the time that is given. */
  async function requests(answer: (task: Task) => ProviderLookup | 'dies', forMs = DAY_MS): Promise<number[]> {
    await confirmedRefund(gateway);
    const since = gateway.clock.now();
    const at: number[] = [];
    for (let now = since; now - since < forMs; now = gateway.clock.now()) {
      const task = await claim();
      if (!task) throw new Error('it waits longer than the books say');
      at.push(now - since);
      const said = answer(task);
      if (said !== 'dies') await gateway.services.dispatch.record(task, said);
      const due = await gateway.database.reader.read((stores) => stores.outbox.oldestDue());
      gateway.clock.pass(said === 'dies' ? LEASE_MS : Math.max(0, (due ?? now) - now));
    }
    return at;
  }

  const within = (at: readonly number[], ms: number): number => at.filter((time) => time < ms).length;

  test.each<[string, (task: Task) => ProviderLookup, number, number, number]>([
    [
      'loses every send and never heard of any',
      ({ kind }) => (kind === 'send' ? UNKNOWN : { kind: 'absent' }),
      101,
      353,
      559,
    ],
    ['answers nothing', () => UNKNOWN, 16, 34, 60],
    ['says pending for ever', () => PENDING, 16, 34, 60],
  ])('and %s is asked at most so often in a minute, an hour and a day', async (_how, answer, minute, hour, day) => {
    const at = await requests(answer);
    expect([within(at, 60 * SECOND_MS), within(at, HOUR_MS), at.length]).toEqual([minute, hour, day]);
    // Never more than two requests in half a second.
    for (const [index, time] of at.entries()) expect((at[index + 2] ?? Infinity) - time).toBeGreaterThanOrEqual(500);
  });

  test('whose every answer kills the worker is asked once a lease', async () => {
    expect(await requests(() => 'dies', HOUR_MS)).toHaveLength(HOUR_MS / LEASE_MS);
  });
});
