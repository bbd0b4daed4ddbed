/** All harnesses, in the order they run. A new one is a row here, and a section in docs/reliability.md. */
import { PROJECT_ROOT } from '../../src/project-files';
import { auditHarness } from './audit-harness';
import { clockHarness } from './clock-harness';
import { doorsHarness } from './doors-harness';
import { failpointHarness } from './failpoint-harness';
import { FAILPOINTS } from './failpoints';
import { faultHarness } from './fault-harness';
import type { Figure } from './figures';
import { fuzzHarness } from './fuzz-harness';
import { instanceHarness } from './instance-harness';
import { killHarness } from './kill-harness';
import { modelHarness } from './model-harness';
import { oracleHarness } from './oracle-harness';
import type { Options } from './options';
import { raceHarness } from './race-harness';
import type { Engine } from './scratch-database';
import { storageHarness } from './storage-harness';
import { unknownHarness } from './unknown-harness';
import { webhookHarness } from './webhook-harness';

/** Says what happens, for a person who waits. */
export type Tell = (line: string) => void;

export type Harness = (engine: Engine, options: Options, tell: Tell) => Promise<Figure[]>;

const CALLERS = 200;
const MOST_PASSINGS = 12;
/** The bar for what is left, on the clock of everybody: the leases of the last victim and all pauses are in it. */
const DRAIN_LIMIT_MS = 30_000;
const LEFT_UNKNOWN = 100;
const INSTANCES = 3;
/** Of a run of the model, on average. */
const COMMANDS = 60;
/** Of a sequence through all doors. */
const STEPS = 40;
/** A step on a server takes several times as long. */
const SHARE_OF_SEQUENCES = { sqlite: 1, 'better-sqlite': 1, postgres: 0.25 } as const satisfies Record<Engine, number>;
const GATEWAYS = { sqlite: 1, 'better-sqlite': 1, postgres: 2 } as const satisfies Record<Engine, number>;

const sound = { script: require.resolve('../../src/main'), folder: PROJECT_ROOT };
const broken = { script: require.resolve('./start-with-random-keys'), folder: PROJECT_ROOT };
const deadly = { script: require.resolve('./start-with-failpoint'), folder: PROJECT_ROOT };
const randomKeys = require.resolve('./random-keys');
const cuttable = { script: require.resolve('./start-with-cut-line'), folder: PROJECT_ROOT };
const logging = { script: require.resolve('./start-with-send-log'), folder: PROJECT_ROOT };

export const HARNESSES = {
  kill: (engine, { kills, seed, randomProviderKey }, tell) => {
    const program = randomProviderKey ? broken : sound;
    return killHarness({ engine, kills, seed, program, drainLimitMs: DRAIN_LIMIT_MS }, tell);
  },
  faults: (engine, { faults, seed, randomProviderKey }, tell) => {
    const program = randomProviderKey ? broken : sound;
    return faultHarness({ engine, refunds: faults, seed, program, drainLimitMs: DRAIN_LIMIT_MS }, tell);
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
  unknown: (engine, { seed }, tell) => unknownHarness({ engine, refunds: LEFT_UNKNOWN, seed, program: cuttable }, tell),
  clock: (engine, { seed }, tell) => clockHarness({ engine, seed, program: cuttable }, tell),
  storage: (engine, { faultSeconds, seed }, tell) =>
    storageHarness({ engine, faultSeconds, seed, program: sound, drainLimitMs: DRAIN_LIMIT_MS }, tell),
  // Only a server is shared by many: two processes on one file are raced in test/persistence.
  instances: async (engine, { seed }, tell) =>
    engine === 'postgres' ? instanceHarness({ instances: INSTANCES, seed, program: logging }, tell) : [],
  fuzz: (engine, { fuzzMessages: messages, seed }, tell) =>
    fuzzHarness({ engine, messages, seed, program: sound }, tell),
  model: (engine, { modelRuns: runs, seed }, tell) => modelHarness({ engine, runs, length: COMMANDS, seed }, tell),
  doors: (engine, { doorSequences, seed }, tell) => {
    const sequences = Math.ceil(doorSequences * SHARE_OF_SEQUENCES[engine]);
    return doorsHarness({ engine, sequences, steps: STEPS, seed }, tell);
  },
  // Of no engine: done once, with the first.
  oracle: async (engine, { engines, mutants, seed }, tell) =>
    engine === engines[0] ? oracleHarness({ mutants, seed }, tell) : [],
} as const satisfies Record<string, Harness>;

export type HarnessName = keyof typeof HARNESSES;

export const HARNESS_NAMES = Object.keys(HARNESSES) as HarnessName[];
