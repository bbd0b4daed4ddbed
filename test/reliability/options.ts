/** What the command line of the reliability harnesses may say. */
import { parseArgs } from 'node:util';
import { ENGINES, type Engine } from './scratch-database';

/** @typeParam Name the harnesses there are */
export interface Options<Name extends string = string> {
  readonly only: readonly Name[];
  readonly kills: number;
  readonly rounds: number;
  readonly failpointKills: number;
  readonly permutations: number;
  readonly forgeries: number;
  readonly entries: number;
  readonly faults: number;
  readonly faultSeconds: number;
  readonly fuzzMessages: number;
  readonly modelRuns: number;
  readonly mutants: number;
  readonly doorSequences: number;
  readonly engines: readonly Engine[];
  readonly seed: number;
  readonly randomProviderKey: boolean;
}

export const help = (names: readonly string[]): string => `npm run reliability -- [options]
  --only NAME,NAME        some of the harnesses: ${names.join(', ')} (all)
  --kills N               kills per engine (200)
  --rounds N              rounds of the race per engine (20)
  --failpoint-kills N     kills at each point between two steps, per engine (20)
  --permutations N        orders in which webhooks tell each life of a refund, per engine (100)
  --forgeries N           forged, expired and mutated webhooks per engine (1000)
  --entries N             length of the audit that is tampered with at each place, per engine (1000)
  --faults N              refunds per fault of the provider's line, per engine (50)
  --fault-seconds N       how long a database is away (10; below 8 it may be back before anybody is refused)
  --fuzz-messages N       mutated messages at the SOAP door, per engine (20000)
  --model-runs N          runs of the model, of 60 commands on average, per engine (300)
  --mutants N             SOAP messages that are nearly right, shown to our decoder and to libxml2 (40000)
  --door-sequences N      sequences of 40 steps through all doors at once; on a server a quarter as many (2000)
  --engine NAME           sqlite, better-sqlite or postgres (sqlite, then postgres)
  --seed N                when to kill and what the clients wish (a new one, printed)
  --random-provider-key   breaks the gateway on purpose: kill, faults and failpoints must then end with 1
`;

/** Throws an Error with a line for a person. Undefined: help was asked for. */
export function readOptions<Name extends string>(
  args: readonly string[],
  names: readonly Name[],
): Options<Name> | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: names.join(',') },
      kills: { type: 'string', default: '200' },
      rounds: { type: 'string', default: '20' },
      'failpoint-kills': { type: 'string', default: '20' },
      permutations: { type: 'string', default: '100' },
      forgeries: { type: 'string', default: '1000' },
      entries: { type: 'string', default: '1000' },
      faults: { type: 'string', default: '50' },
      'fault-seconds': { type: 'string', default: '10' },
      'fuzz-messages': { type: 'string', default: '20000' },
      'model-runs': { type: 'string', default: '300' },
      mutants: { type: 'string', default: '40000' },
      'door-sequences': { type: 'string', default: '2000' },
      engine: { type: 'string' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      'random-provider-key': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  return {
    only: values.only.split(',').map((text) => oneOf('only', names, text)),
    kills: whole('kills', values.kills),
    rounds: whole('rounds', values.rounds),
    failpointKills: whole('failpoint-kills', values['failpoint-kills']),
    permutations: whole('permutations', values.permutations),
    forgeries: whole('forgeries', values.forgeries),
    entries: whole('entries', values.entries),
    faults: whole('faults', values.faults),
    faultSeconds: whole('fault-seconds', values['fault-seconds']),
    fuzzMessages: whole('fuzz-messages', values['fuzz-messages']),
    modelRuns: whole('model-runs', values['model-runs']),
    mutants: whole('mutants', values.mutants),
    doorSequences: whole('door-sequences', values['door-sequences']),
    engines: values.engine === undefined ? ['sqlite', 'postgres'] : [oneOf('engine', ENGINES, values.engine)],
    seed: whole('seed', values.seed),
    randomProviderKey: values['random-provider-key'],
  };
}

function oneOf<T extends string>(name: string, known: readonly T[], text: string): T {
  const found = known.find((each) => each === text);
  if (found === undefined) throw new Error(`--${name}: "${text}" is none of ${known.join(', ')}`);
  return found;
}

function whole(name: string, text: string): number {
  if (!/^\d{1,8}$/.test(text)) throw new Error(`--${name} must be a whole number`);
  return Number(text);
}
