import type { Command } from 'commander';
import type { Cli } from './cli';

/** `migrate`: what every command does before it begins, by itself. */
export function addMigrate(program: Command, cli: Cli): void {
  program
    .command('migrate')
    .description('bring the tables of the database up to date')
    .action(async (_options: unknown, command: Command) => {
      await cli.withServices(async () => undefined);
      await cli.answer(command, { upToDate: true }, 'the database is up to date');
    });
}
