/** A measured server in a Node process of its own: the gateway as it is really started, or one that it is compared with. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { PROJECT_ROOT } from '../src/project-files';
import type { MeasuredServer } from './measured-server';
import { AFTER_COLLECTION, USAGE, type Usage } from './probe';

/** Script and arguments. */
const SCRIPTS = {
  gateway: [require.resolve('../src/main')],
  floor: [require.resolve('./floor/main')],
  'node-soap': [require.resolve('./node-soap/main')],
  'SOAP edge': [require.resolve('./edge/main'), 'ours'],
  'node-soap edge': [require.resolve('./edge/main'), 'node-soap'],
} as const;

interface Start {
  readonly server: keyof typeof SCRIPTS;
  /** An edge has none. */
  readonly databasePath?: string;
  /** What the gateway does. */
  readonly roles?: string;
  readonly logLevel?: string;
  /** Folder for a CPU profile. */
  readonly profile?: string;
}

const LISTENING = /^listening on (\S+)$/;

export class ServerProcess implements MeasuredServer {
  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {}

  static async start({
    server,
    databasePath = ':memory:',
    roles = 'api',
    logLevel = 'silent',
    profile,
  }: Start): Promise<ServerProcess> {
    const script = SCRIPTS[server];
    const profiling = profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${profile}`];
    const child = spawn(process.execPath, ['--expose-gc', ...profiling, '-r', require.resolve('./probe'), ...script], {
      cwd: PROJECT_ROOT,
      // The log goes where it costs what it costs in production, and is not read.
      stdio: ['ignore', 'pipe', logLevel === 'silent' ? 'inherit' : 'ignore', 'ipc'],
      env: {
        PORT: '0',
        HOST: '127.0.0.1',
        DATABASE_URL: `sqlite:${path.resolve(databasePath)}`,
        ROLES: roles,
        LOG_LEVEL: logLevel,
        LOG_FORMAT: 'json',
      },
    });
    return new ServerProcess(child, await addressOf(child));
  }

  async usage(collected = false): Promise<Usage> {
    const answer = once(this.child, 'message');
    this.child.send(collected ? AFTER_COLLECTION : USAGE);
    const [usage] = (await answer) as [Usage];
    return usage;
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the server has no output');
  for await (const line of createInterface({ input: child.stdout })) {
    const [, url] = LISTENING.exec(line) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error('a measured server ended before it listened');
}
