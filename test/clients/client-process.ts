/** Runs a client of another language as a program of its own, and tells why it cannot run where it is missing. */
import { spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Check } from './checks';
import type { AnyRequest, Login, OperationName } from './doors';

export type SoapVersion = '1.1' | '1.2';
export const SOAP_VERSIONS: readonly SoapVersion[] = ['1.1', '1.2'];

/** One call as a client carries it out: what it sends beside the request is said here, and nothing else is sent. */
export interface ClientCall {
  readonly operation: OperationName;
  /** Wrapped as SOAP stacks want it, in the order of the schema: a list is `{ line: [...] }`. */
  readonly request: AnyRequest;
  /** Sent as HTTP headers, letter by letter. */
  readonly httpHeaders: Readonly<Record<string, string>>;
  /** Sent as a WS-Security header block, made by the stack's own means where it has them. */
  readonly usernameToken?: Login & { readonly type: 'text' | 'digest' };
  /** Sent as the header block of the WSDL. */
  readonly idempotencyKey?: string;
}

/** What a client is handed, as JSON on stdin. */
export interface ClientTask {
  readonly wsdl: string;
  readonly address: string;
  readonly version: SoapVersion;
  readonly calls: readonly ClientCall[];
}

/** The typed fault as its stack shows it: the members of the detail, and the fault string (SOAP 1.2: the text of the reason). */
export interface ClientFault {
  readonly fault: Readonly<Record<string, unknown>>;
  readonly faultString: string;
}

/** What it says to each call, as JSON on stdout: the one child of the answer as its stack shows it, or the fault. */
export type ClientOutcome = { readonly answer: unknown } | ClientFault;

/** What a stack cannot do, with the reason. A limit that is none any more is a failure. */
export type Limits = Readonly<Partial<Record<Check, string>>>;

/** A stack and the client that drives it. */
export interface Stack {
  readonly name: string;
  /** The version that is here; what keeps it from running where there is none. */
  readonly found: { readonly version: string } | { readonly missing: string };
  /** Why it cannot speak SOAP 1.2. */
  readonly noSoap12?: string;
  readonly limits: Limits;
  /** What must be done before a run and may take its time, such as to build the client. */
  prepare?(task: ClientTask): Promise<void>;
  run(task: ClientTask): Promise<readonly ClientOutcome[]>;
}

interface ScriptedStack {
  /** Arguments that print the version of the stack and nothing else; ends badly where the stack is missing. */
  readonly probe: readonly string[];
  /** The client, a file beside this one. */
  readonly script: string;
  readonly noSoap12?: string;
  readonly limits?: Limits;
}

/** A client in a script. */
export function scriptedStack(
  name: string,
  program: string,
  { probe, script, limits = {}, ...more }: ScriptedStack,
): Stack {
  const command = [program, path.join(__dirname, script)];
  return { name, found: probed([program, ...probe]), limits, ...more, run: (task) => runClient(command, task) };
}

export function probed([program = '', ...args]: readonly string[]): Stack['found'] {
  const { status, error, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8' });
  if (status === 0) return { version: stdout.trim() };
  // Perl, Ruby and Node.js begin with the reason, Python ends with it.
  const lines = stderr?.trim().split('\n') ?? [];
  const reason = lines.find((line) => /cannot|can't|no module/i.test(line)) ?? lines.at(-1);
  return { missing: error ? `${program} is not installed` : `${program} says: ${reason ?? ''}` };
}

/** @param cwd where it is to run */
export async function runClient(
  command: readonly string[],
  task: ClientTask,
  cwd: string = __dirname,
): Promise<readonly ClientOutcome[]> {
  return (await runProgram(command, task, cwd)) as readonly ClientOutcome[];
}

/** JSON in, JSON out. Whatever a client writes to stderr counts as a warning, and a warning as a failure. */
export function runProgram(
  [program = '', ...args]: readonly string[],
  task: object,
  cwd = __dirname,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd });
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      const complaint = Buffer.concat(err).toString();
      if (code !== 0 || complaint !== '') return reject(new Error(`${program} ended with ${code}: ${complaint}`));
      resolve(JSON.parse(Buffer.concat(out).toString()));
    });
    child.stdin.end(JSON.stringify(task));
  });
}
