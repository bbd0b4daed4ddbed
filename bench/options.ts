/** What the command line of the benchmark may say. */
import { parseArgs } from 'node:util';

export interface Options {
  readonly rounds: number;
  readonly seconds: number;
  /** Requests of the soak; 0: none. */
  readonly soak: number;
  /** Orders, returns and refunds that the lists are measured over; 0: not measured. */
  readonly lists: number;
  readonly json: boolean;
  /** Folder for `bench.json`, inside the folder for temporary files unless absolute. */
  readonly output?: string;
  /** Folder for CPU profiles of the servers. */
  readonly profile?: string;
}

export const HELP = `npm run bench -- [options]
  --rounds N      interleaved rounds of all measurements (5; 0 measures nothing)
  --seconds N     how long one measurement takes (3)
  --soak N        requests of the soak (20000; 0: no soak)
  --lists N       orders, returns and refunds that every list is measured over, one caller waiting for each page
                  (100000; 0: not measured)
  --only PART     measures rounds, soak or lists alone
  --json          prints JSON instead of the tables
  --output NAME   writes bench.json into this folder; a relative name is inside the folder for temporary files
  --profile NAME  writes CPU profiles of the servers into this folder

Measured in turn: the floor, REST, SOAP, the server of the soap package, PHP's SoapServer (where php-fpm and nginx are
installed; left out with a line that says why where not), and the two SOAP edges alone.
Ends with 0 when every target is met, 1 when one is missed, 2 when anything went wrong.
`;

const PARTS: ReadonlySet<string> = new Set(['rounds', 'soak', 'lists']);

/** Throws an Error with a line for a person. Undefined: help was asked for. */
export function readOptions(args: readonly string[]): Options | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '3' },
      soak: { type: 'string', default: '20000' },
      lists: { type: 'string', default: '100000' },
      only: { type: 'string' },
      json: { type: 'boolean', default: false },
      output: { type: 'string' },
      profile: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const { only } = values;
  if (only !== undefined && !PARTS.has(only)) throw new Error(`--only must be one of ${[...PARTS].join(', ')}`);
  const extent = (part: 'rounds' | 'soak' | 'lists'): number =>
    only === undefined || only === part ? whole(part, values[part], 0) : 0;
  return {
    rounds: extent('rounds'),
    seconds: whole('seconds', values.seconds, 1),
    soak: extent('soak'),
    lists: extent('lists'),
    json: values.json,
    ...(values.output === undefined ? {} : { output: values.output }),
    ...(values.profile === undefined ? {} : { profile: values.profile }),
  };
}

function whole(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!/^\d{1,8}$/.test(text) || value < least) throw new Error(`--${name} must be a whole number from ${least} on`);
  return value;
}
