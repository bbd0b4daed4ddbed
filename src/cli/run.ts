/** Runs one command and answers its exit code. Whatever goes wrong is one line on stderr, never a stack. */
import { CommanderError } from 'commander';
import { ConfigProblem, type Config } from '../config';
import { Refusal } from '../domain/refusal';
import { Cli } from './cli';
import type { Io } from './io';
import { CommandFailed, WrongUsage } from './problems';
import { createProgram } from './program';

const FAILED = 1;
const WRONG_USAGE = 2;

/** @param argv what stands behind the name of the program */
export async function runCli(argv: readonly string[], io: Io, config: () => Config): Promise<number> {
  try {
    await createProgram(new Cli(io, config)).parseAsync([...argv], { from: 'user' });
    return 0;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    // Only a failure has an answer, and only whoever asked for JSON gets it.
    if (error instanceof CommandFailed && error.answer !== undefined && argv.includes('--json')) {
      await io.write(`${JSON.stringify(error.answer)}\n`);
    }
    io.tell(`refund-gateway: ${lineOf(error)}\n`);
    return isWrongUsage(error) ? WRONG_USAGE : FAILED;
  }
}

function lineOf(error: unknown): string {
  if (error instanceof CommanderError && error.code === 'commander.help') {
    return 'a command is missing; refund-gateway --help lists them';
  }
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^error: /, '').replace(/\s*\n\s*/g, ' ');
}

/** What no second try with the same words can mend: the command, its options, the environment. */
function isWrongUsage(error: unknown): boolean {
  if (error instanceof Refusal) return error.code === 'request_invalid' || error.code === 'currency_unknown';
  return error instanceof CommanderError || error instanceof ConfigProblem || error instanceof WrongUsage;
}
