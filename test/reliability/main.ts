/** Reliability: what is left of the promises when the gateway is killed and when everybody comes at once; see docs/reliability.md. */
import 'reflect-metadata';
import { PROJECT_ROOT } from '../../src/project-files';
import { textOf, type Figure } from './figures';
import { killHarness } from './kill-harness';
import { HELP, readOptions, type Options } from './options';
import { raceHarness } from './race-harness';

const CALLERS = 200;
const GATEWAYS = { sqlite: 1, 'better-sqlite': 1, postgres: 2 } as const;

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!options) return void process.stdout.write(HELP);
  tell(`seed ${options.seed}`);
  const figures = await run(options);
  process.stdout.write(`seed ${options.seed}, ${new Date().toISOString()}\n${textOf(figures)}\n`);
  if (figures.some(({ met }) => !met)) process.exitCode = 1;
}

async function run({ engines, kills, rounds, seed, randomProviderKey }: Options): Promise<Figure[]> {
  const figures: Figure[] = [];
  const sound = { script: require.resolve('../../src/main'), folder: PROJECT_ROOT };
  const broken = { script: require.resolve('./start-with-random-keys'), folder: PROJECT_ROOT };
  const hourLater = require.resolve('./hour-later');
  for (const engine of engines) {
    if (kills > 0) {
      const program = randomProviderKey ? broken : sound;
      figures.push(...(await killHarness({ engine, kills, seed, program, hourLater }, tell)));
    }
    if (rounds > 0) {
      const gateways = GATEWAYS[engine];
      figures.push(...(await raceHarness({ engine, callers: CALLERS, rounds, gateways, seed, program: sound }, tell)));
    }
  }
  return figures;
}

main().catch((error: unknown) => {
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 2;
});
