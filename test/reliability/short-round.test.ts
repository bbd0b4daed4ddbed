/**
 * A few kills, a race and a death at each point, on each engine: what `npm run reliability` does at length. It asks whether
 * the money is right, never how fast: the limits are those of a machine that has much else to do.
 */
import { BuiltProgram } from '../cli/built-program';
import { describeOnPostgres } from '../persistence/postgres-server';
import { failpointHarness } from './failpoint-harness';
import { FAILPOINTS } from './failpoints';
import type { Figure } from './figures';
import { killHarness } from './kill-harness';
import { raceHarness } from './race-harness';
import type { Engine } from './scratch-database';

const SEED = 4711;
const LIMIT_MS = 300_000;
const DRAIN_LIMIT_MS = 120_000;

const built = new BuiltProgram('test/reliability');
afterAll(() => built.remove());

const program = (source: string) => ({ script: built.built(source), folder: built.folder });
const sound = program('src/main');
const deadly = program('test/reliability/start-with-failpoint');
const randomKeys = built.built('test/reliability/random-keys');

const points = { mostPassings: 3, seed: SEED, program: deadly, sound, drainLimitMs: DRAIN_LIMIT_MS };

function missed(figures: readonly Figure[]): Figure[] {
  return figures.filter(({ met }) => !met);
}

function shortRound(engine: Engine, gateways: number): void {
  const said: string[] = [];
  const tell = (line: string): void => void said.push(line);
  const expectAllMet = (figures: readonly Figure[]): void =>
    expect({ missed: missed(figures), said: missed(figures).length > 0 ? said : [] }).toEqual({ missed: [], said: [] });

  test(
    'kills lose no money and move none twice',
    async () => {
      const plan = { engine, kills: 3, seed: SEED, program: sound, drainLimitMs: DRAIN_LIMIT_MS };
      expectAllMet(await killHarness(plan, tell));
    },
    LIMIT_MS,
  );

  test(
    'a crowd is given what there is, and no more',
    async () => {
      expectAllMet(await raceHarness({ engine, callers: 60, rounds: 1, gateways, seed: SEED, program: sound }, tell));
    },
    LIMIT_MS,
  );

  test(
    'a death at any point between two steps loses no money and moves none twice',
    async () => {
      expectAllMet(await failpointHarness({ ...points, engine, points: FAILPOINTS, kills: 1 }, tell));
    },
    LIMIT_MS,
  );
}

describe('on SQLite', () => {
  shortRound('sqlite', 1);

  test(
    'a gateway that pays twice is found out',
    async () => {
      const plan = { ...points, engine: 'sqlite', points: ['send.effected'], kills: 2, preload: randomKeys } as const;
      const found = missed(await failpointHarness(plan, () => undefined)).map(({ name }) => name);
      expect(found).toContain('duplicate effects');
    },
    LIMIT_MS,
  );
});

describeOnPostgres('on PostgreSQL', () => shortRound('postgres', 2));
