/**
 * A stack that makes code of the WSDL and has it compiled together with a client of ours. What is built stays in a git-ignored
 * folder, under a name made of all that went into it, so that only a change is built again.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { probed, runClient } from './client-process';
import type { ClientTask, Limits, SoapVersion, Stack } from './client-process';

const BUILDS = path.join(__dirname, '../../dist-clients');

/** Where a client stands that was built before: the contract must not name the port of a test. */
const HOME = 'http://localhost:3000';

/** As the sources of a client find the contract beside them. */
export const CONTRACT = 'contract.wsdl';

interface Building {
  /** The folder of the client's sources, beside this file. */
  readonly sources: string;
  /** The WSDL it is made from, where that is not the one that has the port. */
  readonly wsdl?: '?wsdl';
  build(bench: Workbench, version: SoapVersion): Promise<void>;
}

interface CompiledStack extends Building {
  /** A script for bash that prints the version of the stack and nothing else; ends badly where anything is missing. */
  readonly probe: string;
  readonly noSoap12?: string;
  readonly limits?: Limits;
  /** What runs the client, in the folder where it was built. */
  readonly command: readonly string[];
}

export function compiledStack(
  name: string,
  { probe, limits = {}, noSoap12, command, ...building }: CompiledStack,
): Stack {
  const found = probed(['bash', '-c', probe]);
  const title = [name, ...Object.values(found)].join(' ');
  return {
    ...{ name, found, limits },
    ...(noSoap12 !== undefined && { noSoap12 }),
    prepare: async (task) => void (await built(title, building, task)),
    run: async (task) => runClient(command, task, await built(title, building, task)),
  };
}

async function built(title: string, stack: Building, { wsdl, address, version }: ClientTask): Promise<string> {
  const sources = path.join(__dirname, stack.sources);
  const answer = await fetch(stack.wsdl === undefined ? wsdl : `${address}${stack.wsdl}`);
  const contract = (await answer.text()).replaceAll(new URL(address).origin, HOME);
  const hash = createHash('sha256').update(contract);
  for (const name of readdirSync(sources).sort()) hash.update(name).update(readFileSync(path.join(sources, name)));
  const name = [version, ...title.split(' '), hash.digest('hex').slice(0, 16)].join('-');
  const folder = path.join(BUILDS, name);
  if (existsSync(folder)) return folder;

  const draft = `${folder}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(sources, draft, { recursive: true });
  writeFileSync(path.join(draft, CONTRACT), contract);
  await stack.build(new Workbench(draft), version);
  renameSync(draft, folder);
  return folder;
}

/** The folder of one build, with the sources and the contract in it. */
export class Workbench {
  constructor(private readonly folder: string) {}

  /** Runs a tool that reads the contract; a warning of it is a failure. */
  async generate(program: string, ...args: readonly string[]): Promise<void> {
    const said = await this.run(program, ...args);
    if (/warn/i.test(said)) throw new Error(`${program} warns: ${said}`);
  }

  /** @returns what the program said */
  run(program: string, ...args: readonly string[]): Promise<string> {
    return new Promise((resolve, reject) => {
      const child = spawn(program, args, { cwd: this.folder, stdio: ['ignore', 'pipe', 'pipe'] });
      let said = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
      child.on('error', reject);
      child.on('close', (code) => {
        if (code === 0) resolve(said);
        else reject(new Error(`${program} ended with ${code}: ${said}`));
      });
    });
  }

  read(name: string): string {
    return readFileSync(path.join(this.folder, name), 'utf8');
  }

  write(name: string, text: string): void {
    writeFileSync(path.join(this.folder, name), text);
  }

  /** What the generator made, with its folder: as arguments of a compiler. */
  files(folder: string): readonly string[] {
    return readdirSync(path.join(this.folder, folder)).map((name) => `${folder}/${name}`);
  }
}
