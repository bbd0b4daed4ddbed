import { Option, type Command } from 'commander';
import { STRATEGIES, type Strategy } from '../domain/allocation';
import type { ShopSettings } from '../domain/shop';
import type { Cli } from './cli';
import { readDays } from './options';
import { WrongUsage } from './problems';

interface SettingOptions {
  readonly returnWindow: number;
  readonly strategy: Strategy;
  readonly voucherRefunds: 'on' | 'off';
  readonly acceptReturns: 'on' | 'off';
}

interface ShopOptions extends SettingOptions {
  readonly currency: string;
  readonly timezone: string;
}

/** `shop add`: a new tenant. `shop set`: changes what may be changed of one. */
export function addShop(program: Command, cli: Cli): void {
  const shop = program.command('shop').description('shops: the tenants of the gateway');
  const add = shop.command('add').description('add a shop').argument('<CODE>', 'short name of the shop, such as MUGS');
  add
    .requiredOption('--currency <CODE>', 'ISO 4217 code, such as PLN')
    .requiredOption('--timezone <NAME>', 'IANA name, such as Europe/Warsaw');
  for (const [option, fallback] of settingOptions()) add.addOption(option.default(fallback));
  add.action(async (code: string, { currency, timezone, ...options }: ShopOptions, command: Command) => {
    const settings = settingsOf(options);
    await cli.withServices(({ shops }) => shops.add({ code, currency, timezone, ...settings }));
    await cli.answer(command, { shop: code }, `shop ${code} added`);
  });
  const set = shop.command('set').description('change settings of a shop').argument('<CODE>', 'the shop');
  for (const [option] of settingOptions()) set.addOption(option);
  set.action(async (code: string, options: Partial<SettingOptions>, command: Command) => {
    const settings = settingsOf(options);
    if (Object.keys(settings).length === 0) throw new WrongUsage('name at least one setting to change');
    await cli.withServices(({ shops }) => shops.set(code, settings));
    await cli.answer(command, { shop: code, ...settings }, `shop ${code} changed`);
  });
}

/** Each with what a new shop has. Made anew for each command, which may change it. */
function settingOptions(): [Option, unknown][] {
  return [
    [
      new Option('--return-window <DAYS>', 'days after delivery in which goods may be returned').argParser(readDays),
      14,
    ],
    [
      new Option('--strategy <NAME>', 'how a refund is spread over several payments').choices(STRATEGIES),
      'largest_first',
    ],
    [
      new Option('--voucher-refunds <on|off>', 'whether a voucher is offered instead of the money').choices([
        'on',
        'off',
      ]),
      'on',
    ],
    [
      new Option('--accept-returns <on|off>', 'whether laets accepts an exchange inside the window at once').choices([
        'on',
        'off',
      ]),
      'on',
    ],
  ];
}

function settingsOf(options: SettingOptions): ShopSettings;
function settingsOf(options: Partial<SettingOptions>): Partial<ShopSettings>;
function settingsOf(options: Partial<SettingOptions>): Partial<ShopSettings> {
  const { returnWindow, strategy, voucherRefunds, acceptReturns } = options;
  return {
    ...(returnWindow === undefined ? {} : { returnWindowDays: returnWindow }),
    ...(strategy === undefined ? {} : { strategy }),
    ...(voucherRefunds === undefined ? {} : { offersVouchers: voucherRefunds === 'on' }),
    ...(acceptReturns === undefined ? {} : { acceptsReturns: acceptReturns === 'on' }),
  };
}
