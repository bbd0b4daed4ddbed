/** What the command line of the reliability harnesses may say. */
import { parseArgs } from 'node:util';
import { ENGINES, type Engine } from './scratch-database';

export interface Options {
  readonly kills: number;
  readonly rounds: number;
  readonly engines: readonly Engine[];
  readonly seed: number;
  readonly randomProviderKey: boolean;
}

export const HELP = `npm run reliability -- [options]
  --kills N               kills per engine (60; 0: no kill harness)
  --rounds N              rounds of the race per engine (20; 0: no race)
  --engine NAME           sqlite, better-sqlite or postgres (sqlite, then postgres)
  --seed N                when to kill and what the clients wish (a new one, printed)
  --random-provider-key   breaks the gateway on purpose: the kill harness must then end with 1
`;

/** Throws an Error with a line for a person. Undefined: help was asked for. */
export function readOptions(args: readonly string[]): Options | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      kills: { type: 'string', default: '60' },
      rounds: { type: 'string', default: '20' },
      engine: { type: 'string' },
      seed: { type: 'string', default: String(Date.now() % 1_000_000) },
      'random-provider-key': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  return {
    kills: whole('kills', values.kills),
    rounds: whole('rounds', values.rounds),
    engines: values.engine === undefined ? ['sqlite', 'postgres'] : [engineOf(values.engine)],
    seed: whole('seed', values.seed),
    randomProviderKey: values['random-provider-key'],
  };
}

function engineOf(text: string): Engine {
  const engine = ENGINES.find((name) => name === text);
  if (!engine) throw new Error(`--engine must be one of ${ENGINES.join(', ')}`);
  return engine;
}

function whole(name: string, text: string): number {
  if (!/^\d{1,8}$/.test(text)) throw new Error(`--${name} must be a whole number`);
  return Number(text);
}
