/** PHP's SoapServer behind php-fpm and nginx, on configuration of our own in a folder of our own, as any web host runs it. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { PROJECT_ROOT } from '../../src/project-files';
import { FIND_KEY, FIND_REFUND } from '../floor/statements';
import type { MeasuredServer } from '../measured-server';
import type { Usage } from '../probe';
import { fpmConfig, nginxConfig, settingsFile } from './configuration';
import { usageOfFamilies } from './process-family';

const NGINX = ['/usr/sbin/nginx', '/usr/local/sbin/nginx', '/usr/bin/nginx', '/usr/local/bin/nginx'];
const FPM_FOLDERS = ['/usr/sbin', '/usr/local/sbin', '/usr/bin', '/usr/local/bin'];
const FPM_NAMES = [
  'php-fpm',
  'php-fpm8.4',
  'php-fpm8.3',
  'php-fpm8.2',
  'php-fpm8.1',
  'php-fpm82',
  'php-fpm83',
  'php-fpm84',
];
const EXTENSIONS = ['soap', 'pdo_sqlite', 'Zend OPcache'];
const READY_MS = 10_000;

interface Programs {
  readonly nginx: string;
  readonly fpm: string;
}

export interface PhpStart {
  readonly databasePath: string;
  /** Absolute; everything that PHP and nginx write goes there. */
  readonly folder: string;
}

export class PhpServer implements MeasuredServer {
  private constructor(
    readonly url: string,
    private readonly masters: readonly ChildProcess[],
  ) {}

  /** Why this machine cannot run it; undefined when it can. */
  static missing(): string | undefined {
    if (!existsSync('/proc/self/stat')) return 'the time that its processes take can only be read on Linux';
    const found = programs();
    if (typeof found === 'string') return found;
    const { stdout } = spawnSync(found.fpm, ['-m'], { encoding: 'utf8' });
    const absent = EXTENSIONS.find((name) => !stdout.split('\n').includes(name));
    return absent === undefined ? undefined : `php-fpm has no extension ${absent}`;
  }

  static async start({ databasePath, folder }: PhpStart): Promise<PhpServer> {
    const found = programs();
    if (typeof found === 'string') throw new Error(found);
    mkdirSync(folder, { recursive: true });
    const port = await freePort();
    const root = os.userInfo().uid === 0;
    const script = path.join(PROJECT_ROOT, 'bench/php/status.php');
    const place = { folder, port, script, ...(root ? { user: os.userInfo().username } : {}) };
    const write = (name: string, text: string): string => {
      writeFileSync(path.join(folder, name), text);
      return path.join(folder, name);
    };
    const wsdl = path.join(PROJECT_ROOT, 'wsdl/refund-gateway.wsdl');
    write(
      'settings.php',
      settingsFile({ database: databasePath, wsdl, statements: { findKey: FIND_KEY, findRefund: FIND_REFUND } }),
    );
    const fpm = ['-F', '-y', write('fpm.conf', fpmConfig(place))];
    const nginx = ['-e', path.join(folder, 'nginx.log'), '-p', folder, '-c', write('nginx.conf', nginxConfig(place))];
    if (root) fpm.push('-R');
    const masters = [start(found.fpm, fpm), start(found.nginx, nginx)];
    const server = new PhpServer(`http://127.0.0.1:${port}`, masters);
    try {
      await listening(port, path.join(folder, 'fpm.sock'));
      return server;
    } catch (error) {
      await server.stop();
      throw error;
    }
  }

  usage(): Promise<Usage> {
    return Promise.resolve(usageOfFamilies(this.masters.map(({ pid }) => pid ?? 0)));
  }

  async stop(): Promise<void> {
    for (const master of this.masters) {
      if (master.exitCode !== null || master.signalCode !== null) continue;
      const ended = once(master, 'exit');
      master.kill('SIGTERM');
      await ended;
    }
  }
}

function programs(): Programs | string {
  const nginx = NGINX.find(existsSync);
  const fpm = FPM_NAMES.flatMap((name) => FPM_FOLDERS.map((folder) => path.join(folder, name))).find(existsSync);
  if (nginx === undefined) return 'nginx is not installed';
  return fpm === undefined ? 'php-fpm is not installed' : { nginx, fpm };
}

function start(program: string, args: readonly string[]): ChildProcess {
  return spawn(program, args, { stdio: ['ignore', 'ignore', 'ignore'] });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

async function listening(port: number, socket: string): Promise<void> {
  const until = Date.now() + READY_MS;
  while (Date.now() < until) {
    if ((await accepts({ host: '127.0.0.1', port })) && (await accepts({ path: socket }))) return;
    await new Promise((wake) => setTimeout(wake, 50));
  }
  throw new Error('php-fpm and nginx do not listen');
}

function accepts(where: { host: string; port: number } | { path: string }): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(where);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}
