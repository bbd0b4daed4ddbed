/** A PostgreSQL server of our own, in a scratch folder and on a free port, that may be stopped, crashed and paused. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';
import { scratchFolder } from './scratch-database';

/** Where Debian and its relatives keep the programs of a server. */
const INSTALLED = '/usr/lib/postgresql';
/** A server refuses to run as root; this user comes with its package. */
const OWNER = 'postgres';
/** Few, so that somebody else can take them all. Two pools of ten need at most 20, migrations one more. */
const MOST_CONNECTIONS = 40;

export class PostgresCluster {
  private constructor(
    private readonly programs: string,
    private readonly scratch: string,
    private readonly port: number,
  ) {}

  get url(): string {
    return `postgres://gateway@127.0.0.1:${this.port}/postgres`;
  }

  /** Why there can be none on this machine; undefined when there can. */
  static whyNot(): string | undefined {
    if (findPrograms() === undefined) return `no initdb under ${INSTALLED}`;
    const asRoot = process.getuid?.() === 0;
    return asRoot && ownerIds() === undefined ? `no user ${OWNER} to run the server as` : undefined;
  }

  static async create(): Promise<PostgresCluster> {
    const programs = findPrograms() ?? '';
    const scratch = scratchFolder();
    const cluster = new PostgresCluster(programs, scratch, await freePort());
    mkdirSync(cluster.data);
    const owner = process.getuid?.() === 0 ? ownerIds() : undefined;
    for (const folder of owner ? [scratch, cluster.data] : []) chownSync(folder, owner?.uid ?? 0, owner?.gid ?? 0);
    await cluster.program('initdb', '-D', cluster.data, '-U', 'gateway', '-A', 'trust', '-E', 'UTF8', '--no-locale');
    await cluster.start();
    return cluster;
  }

  /** Answers when the server takes connections. */
  start(): Promise<void> {
    const options = `-p ${this.port} -k ${this.scratch} -h 127.0.0.1 -N ${MOST_CONNECTIONS}`;
    return this.control('start', '-o', options, '-l', path.join(this.scratch, 'log'));
  }

  stop(): Promise<void> {
    return this.control('stop', '-m', 'fast');
  }

  /** Without a checkpoint, as a crash would: the server recovers from its log before it takes connections. */
  async crash(): Promise<void> {
    await this.control('stop', '-m', 'immediate');
    await this.start();
  }

  /** The server lives, holds its connections and says nothing any more. */
  pause(): void {
    // The first process goes first: it makes the others.
    this.signal('SIGSTOP');
  }

  resume(): void {
    this.signal('SIGCONT');
  }

  async remove(): Promise<void> {
    if (existsSync(path.join(this.data, 'postmaster.pid'))) {
      this.resume();
      await this.control('stop', '-m', 'immediate');
    }
    rmSync(this.scratch, { recursive: true });
  }

  private get data(): string {
    return path.join(this.scratch, 'data');
  }

  private signal(signal: 'SIGSTOP' | 'SIGCONT'): void {
    const [first = ''] = readFileSync(path.join(this.data, 'postmaster.pid'), 'utf8').split('\n');
    process.kill(Number(first), signal);
    const children = spawnSync('ps', ['-o', 'pid=', '--ppid', first], { encoding: 'utf8' }).stdout;
    for (const child of children.split('\n').map(Number).filter(Boolean)) signalIfThere(child, signal);
  }

  private control(what: string, ...args: string[]): Promise<void> {
    return this.program('pg_ctl', what, '-D', this.data, '-w', '-s', ...args);
  }

  private async program(name: string, ...args: string[]): Promise<void> {
    const program = [path.join(this.programs, name), ...args];
    const [command = '', ...rest] = process.getuid?.() === 0 ? ['runuser', '-u', OWNER, '--', ...program] : program;
    // Nothing is piped: the server would hold the pipe, and we would wait for its end.
    const child = spawn(command, rest, { stdio: 'ignore', cwd: this.scratch });
    const [status] = (await once(child, 'exit')) as [number | null];
    if (status !== 0) throw new Error(`${program.join(' ')} ended with ${status}`);
  }
}

/** Children come and go while we look. */
function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function findPrograms(): string | undefined {
  if (!existsSync(INSTALLED)) return undefined;
  const folders = readdirSync(INSTALLED).map((version) => path.join(INSTALLED, version, 'bin'));
  return folders.sort().findLast((folder) => existsSync(path.join(folder, 'initdb')));
}

function ownerIds(): { readonly uid: number; readonly gid: number } | undefined {
  const [uid, gid] = ['-u', '-g'].map((flag) => spawnSync('id', [flag, OWNER], { encoding: 'utf8' }));
  return uid?.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid?.stdout) } : undefined;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
