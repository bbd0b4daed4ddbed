import type { Command } from 'commander';
import type { Cli } from './cli';
import { readText } from './import-file';
import { CommandFailed } from './problems';

/** `provider set`: a shop's credentials at a payment provider. */
export function addProvider(program: Command, cli: Cli): void {
  program
    .command('provider')
    .description('payment providers')
    .command('set')
    .description("store a shop's settings for a payment provider, encrypted")
    .argument('<NAME>', 'name of the provider, such as simulated')
    .requiredOption('--shop <CODE>', 'the shop whose settings they are')
    .requiredOption('--settings <FILE>', 'a JSON file; what it holds depends on the provider')
    .action(async (name: string, { shop, settings: file }: { shop: string; settings: string }, command: Command) => {
      const settings = readSettings(file);
      await cli.withServices(({ providers }) => {
        const problem = providers.get(name).checkSettings(settings);
        if (problem !== undefined) throw new CommandFailed(`${file}: ${problem}`);
        return providers.setSettings(shop, name, settings);
      });
      await cli.answer(command, { shop, provider: name }, `settings of ${name} for shop ${shop} stored`);
    });
}

/** The parser's own message would repeat a piece of the file, which holds secrets. */
function readSettings(file: string): unknown {
  const text = readText(file);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new CommandFailed(`${file} is not JSON`);
  }
}
