/** .NET as it was before WCF, whose serialiser writes values beside the operation. One program a method, kept once it is built. */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { probed, runProgram } from '../client-process';
import { Workbench } from '../compiled-stack';
import { inTurn } from './gate-clients';
import type { GateClient, GateOutcome, GatePlea } from './gate-clients';

const BUILDS = path.join(__dirname, '../../../dist-clients');
const SOURCE = path.join(__dirname, 'DotNetGateClient.cs');
const PROBE = `set -e; which mcs wsdl >/dev/null; mono --version | grep -o '[0-9][0-9.]*' | head -1`;

export const dotnetGateClient: GateClient = {
  name: '.NET web reference',
  found: probed(['bash', '-c', PROBE]),
  sendsNoHeaders: true,
  run: (calls) => inTurn(calls, carryOut),
};

async function carryOut(call: GatePlea): Promise<GateOutcome> {
  const folder = await built(call);
  const [, first = '', rest = ''] = /^gate-([a-z])([a-z]*)-/.exec(path.basename(folder)) ?? [];
  const service = `Api${first.toUpperCase()}${rest}Service`;
  const outcomes = await runProgram(['mono', 'Client.exe'], { calls: [{ ...call, service }] }, folder);
  return (outcomes as readonly [GateOutcome])[0];
}

async function built({ wsdl }: GatePlea): Promise<string> {
  const contract = (await (await fetch(wsdl)).text()).replaceAll(new URL(wsdl).host, 'localhost:3000');
  const hash = createHash('sha256').update(contract).update(readFileSync(SOURCE)).digest('hex').slice(0, 16);
  const [, gate = '', method = ''] = /gate=(\w+)\/(\w+)/.exec(wsdl) ?? [];
  const folder = path.join(BUILDS, `gate-${gate}-${method}-${hash}`);
  if (existsSync(folder)) return folder;

  const draft = `${folder}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  cpSync(SOURCE, path.join(draft, 'Client.cs'));
  const bench = new Workbench(draft);
  bench.write('contract.wsdl', contract);
  // It warns that the array of SOAP encoding is not imported, as it does with the platform's own WSDLs.
  await bench.run('wsdl', '/nologo', '/out:Reference.cs', 'contract.wsdl');
  const references = '-r:System.Web.Services,System.Web.Extensions';
  await bench.run('mcs', '-nologo', references, '-out:Client.exe', 'Reference.cs', 'Client.cs');
  renameSync(draft, folder);
  return folder;
}
