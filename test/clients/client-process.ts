/** Runs a client of another language as a program of its own, and tells why it cannot run where it is missing. */
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import type { AnyRequest, Login, OperationName } from './doors';

/** What a client is handed: values are wrapped as its stack wants them. */
export interface ClientTask {
  readonly wsdl: string;
  readonly address: string;
  readonly version: '1.1' | '1.2';
  readonly key: string;
  readonly login: Login;
  readonly calls: readonly {
    readonly operation: OperationName;
    readonly request: AnyRequest;
    readonly login?: 'text' | 'digest';
    readonly idempotencyKey?: string;
  }[];
}

/** What it answers for each call: the one child of the answer as its stack shows it, or the members of the typed fault. */
export type ClientOutcome = { readonly answer: unknown } | { readonly fault: Readonly<Record<string, unknown>> };

/** A client: how to run it, and what keeps it from running here. */
export interface Client {
  readonly name: string;
  readonly missing: string | undefined;
  /** A limit of the stack: what has no children looks to it like what is not there. */
  readonly hidesEmptyLists: boolean;
  run(task: ClientTask): Promise<readonly ClientOutcome[]>;
}

/** A client in a script beside this file. Whatever it writes to stderr counts as a warning, and a warning as a failure. */
export function scriptClient(
  name: string,
  program: string,
  { probe, script, hidesEmptyLists = false }: { probe: readonly string[]; script: string; hidesEmptyLists?: boolean },
): Client {
  return {
    name,
    missing: whyMissing([program, ...probe]),
    hidesEmptyLists,
    run: (task) => runScript([program, path.join(__dirname, script)], task),
  };
}

function whyMissing([program = '', ...args]: readonly string[]): string | undefined {
  const { status, error, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status === 0) return undefined;
  return error ? `${program} is not installed` : `${program} cannot: ${stderr.trim().split('\n').at(-1) ?? ''}`;
}

function runScript([program = '', ...args]: readonly string[], task: ClientTask): Promise<readonly ClientOutcome[]> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args);
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      const complaint = Buffer.concat(err).toString();
      if (code !== 0 || complaint !== '') return reject(new Error(`${program} ended with ${code}: ${complaint}`));
      resolve(JSON.parse(Buffer.concat(out).toString()) as ClientOutcome[]);
    });
    child.stdin.end(JSON.stringify(task));
  });
}
