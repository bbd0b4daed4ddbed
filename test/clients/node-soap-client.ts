/** Carries out the calls with the soap package as its documentation teaches, made from the served WSDL. A warning is a failure. */
import { readFileSync } from 'node:fs';
import { createClientAsync, WSSecurity } from 'soap';
import type { Client as SoapClient, ISecurity } from 'soap';
import type { ClientCall, ClientOutcome, ClientTask, Stack } from './client-process';
import { faultDetail, faultString, shapesOf } from './soap-door';

const { version } = JSON.parse(readFileSync(require.resolve('soap/package.json'), 'utf8')) as { version: string };
const NO_SECURITY: ISecurity = { toXML: () => '' };

export const nodeSoap: Stack = {
  name: 'node-soap',
  found: { version },
  limits: {},
  async run(task) {
    const complaints: unknown[][] = [];
    const spies = (['warn', 'error'] as const).map((level) =>
      jest.spyOn(console, level).mockImplementation((...words) => void complaints.push(words)),
    );
    try {
      const client = await createClientAsync(task.wsdl, {
        disableCache: true,
        forceSoap12Headers: task.version === '1.2',
        preserveWhitespace: true,
      });
      const outcomes: ClientOutcome[] = [];
      for (const call of task.calls) outcomes.push(await carryOut(client, task, call));
      if (complaints.length > 0) throw new Error(`node-soap warns: ${JSON.stringify(complaints)}`);
      return outcomes;
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  },
};

type Method = (request: unknown, options: object, headers: object) => Promise<[Record<string, unknown>]>;

async function carryOut(client: SoapClient, task: ClientTask, call: ClientCall): Promise<ClientOutcome> {
  client.clearSoapHeaders();
  client.setSecurity(call.usernameToken ? tokenOf(call.usernameToken) : NO_SECURITY);
  if (call.idempotencyKey !== undefined) {
    client.addSoapHeader({ IdempotencyKey: call.idempotencyKey }, '', 'tns', 'urn:refund-gateway:v1');
  }
  const methods = client as unknown as Record<string, Method>;
  const child = Object.keys(shapesOf(client, task.version)[call.operation]?.output ?? {})[0] ?? '';
  try {
    const sent = methods[`${call.operation}Async`]?.call(client, call.request, {}, call.httpHeaders);
    const [result] = (await sent) ?? [{}];
    return { answer: result[child] };
  } catch (error) {
    const fault = faultDetail(error);
    if (!fault) throw error;
    return { fault, faultString: faultString(error) };
  }
}

function tokenOf({ user, password, type }: NonNullable<ClientCall['usernameToken']>): ISecurity {
  const passwordType = type === 'text' ? 'PasswordText' : 'PasswordDigest';
  return new WSSecurity(user, password, { passwordType, hasTimeStamp: true });
}
