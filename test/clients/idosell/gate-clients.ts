/** SOAP stacks that build themselves from the WSDL of a method, as callers of this platform use them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createClientAsync } from 'soap';
import { probed, runProgram } from '../client-process';
import type { Stack } from '../client-process';

export interface GatePlea {
  /** Without its gate. */
  readonly method: string;
  readonly wsdl: string;
  readonly request: Readonly<Record<string, unknown>>;
  /** What the one part of the message is called, where it is not `METHODRequest`; for node-soap alone. */
  readonly part?: string;
  /** Whole lines. */
  readonly headers: readonly string[];
}

export type GateOutcome = { readonly reply: Readonly<Record<string, unknown>> } | { readonly fault: string };

export interface GateClient {
  readonly name: string;
  readonly found: Stack['found'];
  /** Why it cannot read a reply that holds an array. */
  readonly noArrays?: string;
  /** It is driven without HTTP headers of its own. */
  readonly sendsNoHeaders?: boolean;
  /** It shows empty text like text that is absent. */
  readonly losesEmptyText?: boolean;
  run(calls: readonly GatePlea[]): Promise<readonly GateOutcome[]>;
}

const { version } = JSON.parse(readFileSync(require.resolve('soap/package.json'), 'utf8')) as { version: string };

/** Debian's Python, where Debian's packages are. */
const PYTHON = '/usr/bin/python3';

function scripted(
  name: string,
  program: string,
  script: string,
  probe: readonly string[],
  limits: Pick<GateClient, 'noArrays' | 'losesEmptyText'> = {},
): GateClient {
  return {
    name,
    found: probed([program, ...probe]),
    ...limits,
    run: async (calls) =>
      (await runProgram([program, path.join(__dirname, script)], { calls })) as readonly GateOutcome[],
  };
}

/** One after the other: a story has an order. */
export async function inTurn(
  calls: readonly GatePlea[],
  ask: (call: GatePlea) => Promise<GateOutcome>,
): Promise<readonly GateOutcome[]> {
  const outcomes: GateOutcome[] = [];
  for (const call of calls) outcomes.push(await ask(call));
  return outcomes;
}

async function askNodeSoap({ method, wsdl, request, part, headers }: GatePlea): Promise<GateOutcome> {
  const client = await createClientAsync(wsdl, { disableCache: true });
  for (const header of headers) client.addHttpHeader(...(header.split(': ', 2) as [string, string]));
  const call = client[`${method}Async`] as (request: unknown) => Promise<[Record<string, Record<string, unknown>>]>;
  try {
    // The one part of a message of style rpc is asked for by its name.
    const [answer] = await call.call(client, { [part ?? `${method}Request`]: request });
    return { reply: withoutAttributes(answer[`${method}Response`]) as Record<string, unknown> };
  } catch (error) {
    const { root } = error as { root?: { Envelope: { Body: { Fault: { faultstring: string } } } } };
    if (!root) throw error;
    return { fault: root.Envelope.Body.Fault.faultstring };
  }
}

/** node-soap shows the attributes of elements beside their content, and of an array the elements that are its entries. */
function withoutAttributes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutAttributes);
  if (typeof value !== 'object' || value === null) return value;
  const { attributes = {}, $value: text, ...parts } = value as Record<string, unknown>;
  if (text !== undefined) return text;
  if ('SOAP-ENC:arrayType' in (attributes as object)) return [parts['item'] ?? []].flat().map(withoutAttributes);
  if (Object.keys(parts).length === 0) return '';
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, withoutAttributes(part)]));
}

export const GATE_CLIENTS: readonly GateClient[] = [
  scripted('PHP SoapClient', 'php', 'php-client.php', [
    '-r',
    'class_exists("SoapClient") ? print(PHP_VERSION) : exit(1);',
  ]),
  scripted('Python suds', PYTHON, 'suds-client.py', ['-c', 'import suds; print(suds.__version__)'], {
    losesEmptyText: true,
  }),
  scripted('Python zeep', PYTHON, 'zeep-client.py', ['-c', 'import zeep; print(zeep.__version__)'], {
    noArrays: 'it loads the schema of SOAP encoding from the network',
    losesEmptyText: true,
  }),
  {
    name: 'node-soap',
    found: { version },
    run: (calls) => inTurn(calls, askNodeSoap),
  },
];
