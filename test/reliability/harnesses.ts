/** All harnesses, in the order they run. A new one is a row here, and a section in docs/reliability.md. */
import { PROJECT_ROOT } from '../../src/project-files';
import { auditHarness } from './audit-harness';
import { failpointHarness } from './failpoint-harness';
import { FAILPOINTS } from './failpoints';
import type { Figure } from './figures';
import { killHarness } from './kill-harness';
import type { Options } from './options';
import { raceHarness } from './race-harness';
import type { Engine } from './scratch-database';
import { webhookHarness } from './webhook-harness';

/** Says what happens, for a person who waits. */
export type Tell = (line: string) => void;

export type Harness = (engine: Engine, options: Options, tell: Tell) => Promise<Figure[]>;

const CALLERS = 200;
const MOST_PASSINGS = 12;
/** The bar for what is left. */
const DRAIN_LIMIT_MS = 30_000;
const GATEWAYS = { sqlite: 1, 'better-sqlite': 1, postgres: 2 } as const satisfies Record<Engine, number>;

const sound = { script: require.resolve('../../src/main'), folder: PROJECT_ROOT };
const broken = { script: require.resolve('./start-with-random-keys'), folder: PROJECT_ROOT };
const deadly = { script: require.resolve('./start-with-failpoint'), folder: PROJECT_ROOT };
const hourLater = require.resolve('./hour-later');
const randomKeys = require.resolve('./random-keys');

export const HARNESSES = {
  kill: (engine, { kills, seed, randomProviderKey }, tell) => {
    const program = randomProviderKey ? broken : sound;
    return killHarness({ engine, kills, seed, program, hourLater }, tell);
  },
  race: (engine, { rounds, seed }, tell) =>
    raceHarness({ engine, callers: CALLERS, rounds, gateways: GATEWAYS[engine], seed, program: sound }, tell),
  failpoints: (engine, { failpointKills: kills, seed, randomProviderKey }, tell) => {
    const broken = randomProviderKey ? { preload: randomKeys } : {};
    const plan = { engine, points: FAILPOINTS, kills, mostPassings: MOST_PASSINGS, seed, program: deadly, sound };
    return failpointHarness({ ...plan, drainLimitMs: DRAIN_LIMIT_MS, ...broken }, tell);
  },
  webhooks: (engine, { permutations, forgeries, seed }, tell) =>
    webhookHarness({ engine, permutations, forgeries, seed, program: sound }, tell),
  audit: (engine, { entries }, tell) => auditHarness({ engine, entries }, tell),
} as const satisfies Record<string, Harness>;

export type HarnessName = keyof typeof HARNESSES;

export const HARNESS_NAMES = Object.keys(HARNESSES) as HarnessName[];
