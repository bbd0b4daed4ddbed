/** Reliability: what is left of the promises when everything goes wrong that can; see docs/reliability.md. */
import 'reflect-metadata';
import { textOf, type Figure } from './figures';
import { HARNESSES, HARNESS_NAMES, type HarnessName } from './harnesses';
import { help, readOptions, type Options } from './options';

const tell = (line: string): void => void process.stderr.write(`${line}\n`);

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2), HARNESS_NAMES);
  if (!options) return void process.stdout.write(help(HARNESS_NAMES));
  tell(`seed ${options.seed}`);
  const figures = await run(options);
  process.stdout.write(`seed ${options.seed}, ${new Date().toISOString()}\n${textOf(figures)}\n`);
  if (figures.some(({ met }) => !met)) process.exitCode = 1;
}

async function run(options: Options<HarnessName>): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const engine of options.engines) {
    for (const name of options.only) figures.push(...(await HARNESSES[name](engine, options, tell)));
  }
  return figures;
}

main().catch((error: unknown) => {
  tell(error instanceof Error ? (error.stack ?? error.message) : String(error));
  process.exitCode = 2;
});
