/** The command line as a whole. */
import { Command } from 'commander';
import { VARIABLES } from '../config';
import { readProjectFile } from '../project-files';
import type { Cli } from './cli';
import { addAudit } from './audit';
import { addExport } from './export';
import { addImport } from './import';
import { addKey } from './key';
import { addLogin } from './login';
import { addMigrate } from './migrate';
import { addProvider } from './provider';
import { addShop } from './shop';

export function createProgram(cli: Cli): Command {
  const program = new Command('refund-gateway')
    .description('Looks after a refund gateway: shops, keys, orders in, refunds out.')
    .version((JSON.parse(readProjectFile('package.json')) as { version: string }).version)
    .exitOverride()
    // Errors are told once, in one line, by who runs the program.
    .configureOutput({ writeOut: (text) => void cli.io.write(text), writeErr: () => undefined })
    .configureHelp({ visibleCommands: (command) => leavesOf(command), subcommandTerm: termOf })
    .addHelpText('after', environmentText());
  for (const add of [addMigrate, addShop, addKey, addLogin, addProvider, addImport, addExport, addAudit])
    add(program, cli);
  for (const command of [program, ...leavesOf(program)]) {
    command.option('--json', 'print one JSON value and nothing else');
  }
  return program;
}

function leavesOf(command: Command): Command[] {
  return command.commands.flatMap((inner) => (inner.commands.length === 0 ? [inner] : leavesOf(inner)));
}

/** `key add`, or `import FILE`. */
function termOf(command: Command): string {
  const names: string[] = [];
  for (let at: Command | null = command; at?.parent; at = at.parent) names.unshift(at.name());
  const words = command.registeredArguments.map((argument) => argument.name());
  return [...names, ...words].join(' ');
}

function environmentText(): string {
  const width = Math.max(...VARIABLES.map(([name]) => name.length));
  const lines = VARIABLES.map(
    ([name, fallback, meaning]) => `  ${name.padEnd(width)}  ${meaning} (default: ${fallback})`,
  );
  const codes = 'Exit code: 0 done, 1 failed, 2 wrong usage or a wrong environment variable.';
  return `\nrefund-gateway COMMAND --help shows the options of a command.\n\nEnvironment:\n${lines.join('\n')}\n\n${codes}`;
}
