import { Option, type Command } from 'commander';
import { STRATEGIES, type Strategy } from '../domain/allocation';
import type { Cli } from './cli';
import { readDays } from './options';

interface ShopOptions {
  readonly currency: string;
  readonly timezone: string;
  readonly returnWindow: number;
  readonly strategy: Strategy;
}

/** `shop add`: a new tenant. */
export function addShop(program: Command, cli: Cli): void {
  program
    .command('shop')
    .description('shops: the tenants of the gateway')
    .command('add')
    .description('add a shop')
    .argument('<CODE>', 'short name of the shop, such as MUGS')
    .requiredOption('--currency <CODE>', 'ISO 4217 code, such as PLN')
    .requiredOption('--timezone <NAME>', 'IANA name, such as Europe/Warsaw')
    .option('--return-window <DAYS>', 'days after delivery in which goods may be returned', readDays, 14)
    .addOption(
      new Option('--strategy <NAME>', 'how a refund is spread over several payments')
        .choices(STRATEGIES)
        .default('largest_first'),
    )
    .action(async (code: string, options: ShopOptions, command: Command) => {
      const { currency, timezone, returnWindow: returnWindowDays, strategy } = options;
      await cli.withServices(({ shops }) => shops.add({ code, currency, timezone, returnWindowDays, strategy }));
      await cli.answer(command, { shop: code }, `shop ${code} added`);
    });
}
