/** The real programs, built into a temporary folder and run as processes of their own. */
import { transformFileSync } from '@swc/core';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../..');
const SHIPPED = ['package.json', 'node_modules', 'samples', 'generated', 'wsdl', 'docs'];

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export class BuiltProgram {
  /** Files that tests make go here too. */
  readonly folder = mkdtempSync(join(tmpdir(), 'refund-gateway-cli-'));

  /** @param more folders that are built besides the product itself */
  constructor(...more: readonly string[]) {
    for (const name of SHIPPED) symlinkSync(join(ROOT, name), join(this.folder, name));
    for (const part of ['src', 'generated', ...more]) this.build(part);
  }

  /** Where a source such as `src/main` was built. */
  built(source: string): string {
    return join(this.folder, 'dist', `${source}.js`);
  }

  file(name: string, text?: string): string {
    const file = join(this.folder, name);
    if (text !== undefined) writeFileSync(file, text);
    return file;
  }

  /** Runs a program, such as `cli`, to its end. */
  async run(program: string, args: readonly string[], environment: Record<string, string> = {}): Promise<Finished> {
    const child = this.start(program, args, environment);
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (data) => (stdout += String(data)));
    child.stderr?.on('data', (data) => (stderr += String(data)));
    const code = await new Promise<number | null>((ended) => child.once('close', ended));
    return { code, stdout, stderr };
  }

  start(program: string, args: readonly string[], environment: Record<string, string> = {}): ChildProcess {
    const { PATH = '' } = process.env;
    return spawn(process.execPath, [this.built(`src/${program}`), ...args], {
      cwd: this.folder,
      env: { PATH, TMPDIR: this.folder, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private build(part: string): void {
    for (const name of readdirSync(join(ROOT, part), { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.ts')) continue;
      const { code } = transformFileSync(join(ROOT, part, name), {
        swcrc: false,
        module: { type: 'commonjs', ignoreDynamic: true },
        jsc: {
          target: 'es2022',
          keepClassNames: true,
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
      });
      const target = join(this.folder, 'dist', part, name.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, code);
    }
  }
}
