/**
 * A few kills, a race and a death at each point, on each engine: what `npm run reliability` does at length. It asks whether
 * the money is right, never how fast: the limits are those of a machine that has much else to do. The runs are beside each
 * other, because most of their time is waiting for leases of dead workers.
 */
import { BuiltProgram } from '../cli/built-program';
import { describeOnPostgres } from '../persistence/postgres-server';
import { failpointHarness, type FailpointPlan } from './failpoint-harness';
import { faultHarness } from './fault-harness';
import { FAILPOINTS } from './failpoints';
import type { Figure } from './figures';
import type { Tell } from './harnesses';
import { killHarness } from './kill-harness';
import { raceHarness } from './race-harness';
import type { Engine } from './scratch-database';

const SEED = 4711;
const LIMIT_MS = 600_000;
const DRAIN_LIMIT_MS = 120_000;

const built = new BuiltProgram('test/reliability');
afterAll(() => built.remove());

const program = (source: string) => ({ script: built.built(source), folder: built.folder });
const sound = program('src/main');

function failpointPlan(engine: Engine): FailpointPlan {
  const deadly = program('test/reliability/start-with-failpoint');
  const kills = { points: FAILPOINTS, kills: 1, mostPassings: 3, seed: SEED };
  return { engine, ...kills, program: deadly, sound, drainLimitMs: DRAIN_LIMIT_MS };
}

/** All figures are met; if not, with what the harness said. */
async function expectAllMet(run: (tell: Tell) => Promise<readonly Figure[]>): Promise<void> {
  const said: string[] = [];
  const missed = (await run((line) => said.push(line))).filter(({ met }) => !met);
  expect({ missed, said: missed.length > 0 ? said : [] }).toEqual({ missed: [], said: [] });
}

function shortRound(engine: Engine, gateways: number): void {
  const plan = { engine, seed: SEED, program: sound };
  const runs: readonly (readonly [string, (tell: Tell) => Promise<readonly Figure[]>])[] = [
    [
      'a death at any point between two steps loses no money and moves none twice',
      (tell) => failpointHarness(failpointPlan(engine), tell),
    ],
    [
      'kills at any moment lose no money and move none twice',
      (tell) => killHarness({ ...plan, kills: 2, drainLimitMs: DRAIN_LIMIT_MS }, tell),
    ],
    [
      'a crowd is given what there is, and no more',
      (tell) => raceHarness({ ...plan, callers: 60, rounds: 1, gateways }, tell),
    ],
    [
      'whatever goes wrong on the way to the provider, each refund is paid once',
      (tell) => faultHarness({ ...plan, refunds: 2, drainLimitMs: DRAIN_LIMIT_MS }, tell),
    ],
  ];
  for (const [name, run] of runs) test.concurrent(name, () => expectAllMet(run), LIMIT_MS);
}

describe('on SQLite', () => {
  shortRound('sqlite', 1);

  test.concurrent(
    'a gateway that pays twice is found out',
    async () => {
      const preload = built.built('test/reliability/random-keys');
      const plan: FailpointPlan = { ...failpointPlan('sqlite'), points: ['send.effected'], preload };
      const found = (await failpointHarness(plan, () => undefined)).filter(({ met }) => !met);
      expect(found.map(({ name }) => name)).toContain('duplicate effects');
    },
    LIMIT_MS,
  );

  test.concurrent(
    'a connector that sends under a new key each time is found out',
    async () => {
      const broken = program('test/reliability/start-with-random-keys');
      const plan = { engine: 'sqlite', refunds: 2, seed: SEED, program: broken, drainLimitMs: DRAIN_LIMIT_MS } as const;
      const found = (await faultHarness(plan, () => undefined)).filter(({ met }) => !met);
      expect(found.map(({ name }) => name)).toContain('effects');
    },
    LIMIT_MS,
  );
});

describeOnPostgres('on PostgreSQL', () => shortRound('postgres', 2));
