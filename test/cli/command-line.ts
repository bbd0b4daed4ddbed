/** The command line inside of this process: the same program, with streams that the tests can read. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServices, systemClock } from '../../src/app';
import { runCli } from '../../src/cli/run';
import { readConfig } from '../../src/config';
import { AesSealer } from '../../src/persistence/aes-sealer';
import type { Services } from '../../src/services/services';
import { openStorage } from '../../src/storage';

interface Said {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export class CommandLine {
  private readonly folder = mkdtempSync(join(tmpdir(), 'refund-gateway-cli-'));
  private readonly config = () => readConfig({ DATABASE_URL: `sqlite:${join(this.folder, 'refunds.sqlite')}` }, false);

  async run(...argv: readonly string[]): Promise<Said> {
    let stdout = '';
    let stderr = '';
    const io = {
      write: async (text: string) => void (stdout += text),
      tell: (text: string) => void (stderr += text),
      onTerminal: false,
    };
    const code = await runCli(argv, io, this.config);
    return { code, stdout, stderr };
  }

  /** The answer of a command that must succeed, with `--json`. */
  async json<T>(...argv: readonly string[]): Promise<T> {
    const { code, stdout, stderr } = await this.run(...argv, '--json');
    if (code !== 0 || stderr !== '') throw new Error(`${argv.join(' ')}: ${code} ${stderr}`);
    return JSON.parse(stdout) as T;
  }

  file(name: string, text: string | object): string {
    const file = join(this.folder, name);
    writeFileSync(file, typeof text === 'string' ? text : JSON.stringify(text, null, 2));
    return file;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** The services over the same database, as the server beside the command line has them. */
  async withServices<T>(use: (services: Services) => Promise<T>): Promise<T> {
    const { database, secretsKey } = await openStorage(this.config(), systemClock);
    try {
      return await use(createServices(database, new AesSealer(secretsKey), systemClock));
    } finally {
      await database.close();
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
