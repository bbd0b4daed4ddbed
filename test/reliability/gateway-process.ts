/** The gateway as a process of its own, so that it can be killed. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';

/** What is started, and how. */
export interface Program {
  /** The compiled start program. */
  readonly script: string;
  readonly folder: string;
}

export interface GatewayStart {
  readonly databaseUrl: string;
  readonly secretsKey: string;
  readonly roles: string;
  /** A module that is loaded before the program. */
  readonly preload?: string;
  /** Added to what every gateway is given. */
  readonly environment?: Readonly<Record<string, string>>;
}

const LISTENING = /^listening on (\S+)$/;

export class GatewayProcess {
  /** What the gateway called a bug of its own. */
  readonly bugs: string[] = [];
  /** After its last line was heard. */
  private readonly ended: Promise<unknown>;

  private constructor(
    private readonly child: ChildProcess,
    readonly said: string[],
  ) {
    this.ended = once(child, 'close');
  }

  address = '';

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** How it ended; undefined while it lives. */
  get end(): string | undefined {
    return this.child.signalCode ?? this.child.exitCode?.toString();
  }

  static async start(program: Program, start: GatewayStart): Promise<GatewayProcess> {
    const { PATH = '' } = process.env;
    const preload = start.preload === undefined ? [] : ['-r', start.preload];
    const child = spawn(process.execPath, [...preload, program.script], {
      cwd: program.folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH,
        PORT: '0',
        HOST: '127.0.0.1',
        DATABASE_URL: start.databaseUrl,
        SECRETS_KEY: start.secretsKey,
        ROLES: start.roles,
        LOG_LEVEL: 'error',
        LOG_FORMAT: 'json',
        ...start.environment,
      },
    });
    const started = new GatewayProcess(child, []);
    started.address = await started.listen();
    return started;
  }

  /** As a power cut would, but for the disk: nothing is finished, nobody is told. */
  kill(): Promise<void> {
    return this.endBy('SIGKILL');
  }

  stop(): Promise<void> {
    return this.endBy('SIGTERM');
  }

  /** Waits for it to die by itself, as SIGKILL kills. False when it did not, or died otherwise. */
  async dies(withinMs: number): Promise<boolean> {
    const waiting = new AbortController();
    await Promise.race([this.ended, sleep(withinMs, undefined, { signal: waiting.signal }).catch(() => undefined)]);
    waiting.abort();
    return this.child.signalCode === 'SIGKILL';
  }

  private async endBy(signal: NodeJS.Signals): Promise<void> {
    this.child.kill(signal);
    await this.ended;
  }

  private listen(): Promise<string> {
    return new Promise((resolve, reject) => {
      const hear = (line: string): void => {
        const [, address] = LISTENING.exec(line) ?? [];
        if (address !== undefined) resolve(address);
        else this.said.push(line);
        if (line.includes('"internal error"')) this.bugs.push(line);
      };
      for (const stream of [this.child.stdout, this.child.stderr]) {
        if (stream) createInterface({ input: stream }).on('line', hear);
      }
      // After the last line was heard, or a gateway that listened and died at once would pass for one that never did.
      this.child.once('close', (code) =>
        reject(new Error(`the gateway ended (${code}) before it listened: ${this.said.join('\n')}`)),
      );
    });
  }
}
