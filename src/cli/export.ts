import { Option, type Command } from 'commander';
import type { Refund } from '../domain/refund';
import { wantsJson, type Cli } from './cli';
import { operatorOf } from './operator';
import { readDate } from './options';
import { intoFile, type Write } from './output-file';
import { WrongUsage } from './problems';
import { CSV_HEADER, csvLine, exportedRefund } from './refund-export';

interface ExportOptions {
  readonly shop: string;
  readonly since?: number;
  readonly format?: 'csv' | 'json';
  readonly output?: string;
}

/** `export refunds`: for the books of the shop. */
export function addExport(program: Command, cli: Cli): void {
  program
    .command('export')
    .description('what the gateway knows, as a file')
    .command('refunds')
    .description('export the refunds of a shop, in whatever state')
    .requiredOption('--shop <CODE>', 'the shop whose refunds they are')
    .option('--since <DATE>', 'only refunds added on this day (UTC) or later, or from this time on', readDate)
    .addOption(new Option('--format <NAME>', 'csv (default) or json (default with --json)').choices(['csv', 'json']))
    .option('--output <FILE>', 'write to this file instead of stdout; it appears when it is whole')
    .action(async ({ shop, since, format, output }: ExportOptions, command: Command) => {
      const json = wantsJson(command);
      if (json && format === 'csv' && output === undefined) {
        throw new WrongUsage('--json and --format csv cannot both go to stdout; name a file with --output');
      }
      const chosen = format ?? (json ? 'json' : 'csv');
      await cli.withServices(async ({ exports }) => {
        const refunds = await exports.refunds(operatorOf(shop), since);
        if (output === undefined) {
          await writeRefunds(refunds, chosen, (text) => cli.io.write(text));
          return;
        }
        const count = await intoFile(output, (write) => writeRefunds(refunds, chosen, write));
        await cli.answer(command, { file: output, refunds: count }, `${count} refunds written to ${output}`);
      });
    });
}

/** Answers how many there were. */
async function writeRefunds(refunds: AsyncIterable<Refund>, format: 'csv' | 'json', write: Write): Promise<number> {
  let count = 0;
  await write(format === 'csv' ? CSV_HEADER : '[');
  for await (const refund of refunds) {
    const shape = exportedRefund(refund);
    await write(format === 'csv' ? csvLine(shape) : `${count === 0 ? '' : ','}\n${JSON.stringify(shape)}`);
    count += 1;
  }
  if (format === 'json') await write(count === 0 ? ']\n' : '\n]\n');
  return count;
}
