/** What every command needs: the services over the configured database, and one way to answer. */
import type { Command } from 'commander';
import { createServices, systemClock } from '../app';
import type { Config } from '../config';
import { AesSealer } from '../persistence/aes-sealer';
import type { Services } from '../services/services';
import { openStorage } from '../storage';
import type { Io } from './io';

export class Cli {
  /** @param config is asked only when a command begins: `--help` works with a wrong environment too */
  constructor(
    readonly io: Io,
    private readonly config: () => Config,
  ) {}

  /** Opens the database, brought up to date, and closes it whatever happens. */
  async withServices<T>(use: (services: Services) => Promise<T>): Promise<T> {
    const { database, secretsKey } = await openStorage(this.config(), systemClock);
    try {
      return await use(createServices(database, new AesSealer(secretsKey), systemClock));
    } finally {
      await database.close();
    }
  }

  /** Prints the answer: as one JSON value when `--json` was asked for, else as text for a person. */
  async answer(command: Command, value: unknown, text: string): Promise<void> {
    await this.io.write(wantsJson(command) ? `${JSON.stringify(value)}\n` : `${text}\n`);
  }
}

/** `--json` may stand before the command or after it. */
export function wantsJson(command: Command): boolean {
  return command.optsWithGlobals<{ json?: boolean }>().json === true;
}
