import type { Command } from 'commander';
import type { Cli } from './cli';

interface LoginOptions {
  readonly shop: string;
  readonly user: string;
  readonly password: string;
}

/** `login add`: for callers who know a user name and a password instead of a key. */
export function addLogin(program: Command, cli: Cli): void {
  program
    .command('login')
    .description('user names with passwords, for SOAP and Basic authentication')
    .command('add')
    .description('add a user name with its password, or give it a new one')
    .requiredOption('--shop <CODE>', 'the shop that the login speaks for')
    .requiredOption('--user <NAME>', 'user name')
    .requiredOption('--password <TEXT>', 'password; stored encrypted')
    .action(async (wish: LoginOptions, command: Command) => {
      const { shop, user, password } = wish;
      await cli.withServices(({ credentials }) => credentials.addLogin({ shop, user, password }));
      await cli.answer(command, { shop, user }, `login ${user} of shop ${shop} stored`);
    });
}
