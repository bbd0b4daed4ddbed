/** Carries out the calls with the soap package as its documentation teaches, made from the served WSDL. A warning is a failure. */
import { BearerSecurity, createClientAsync, WSSecurity } from 'soap';
import type { Client as SoapClient, ISecurity } from 'soap';
import type { Client, ClientOutcome, ClientTask } from './client-process';
import { faultDetail, shapesOf } from './soap-door';

const asIs = (text: string): string => text;

export const nodeSoapClient: Client = {
  name: 'node-soap',
  missing: undefined,
  hidesEmptyLists: false,
  async run(task) {
    const complaints: unknown[][] = [];
    const spies = (['warn', 'error'] as const).map((level) =>
      jest.spyOn(console, level).mockImplementation((...words) => void complaints.push(words)),
    );
    try {
      const client = await createClientAsync(task.wsdl, {
        disableCache: true,
        forceSoap12Headers: task.version === '1.2',
        customDeserializer: { decimal: asIs, long: asIs, dateTime: asIs },
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

async function carryOut(
  client: SoapClient,
  task: ClientTask,
  call: ClientTask['calls'][number],
): Promise<ClientOutcome> {
  client.setSecurity(securityOf(task, call.login));
  client.clearSoapHeaders();
  if (call.idempotencyKey !== undefined) {
    client.addSoapHeader({ IdempotencyKey: call.idempotencyKey }, '', 'tns', 'urn:refund-gateway:v1');
  }
  const methods = client as unknown as Record<string, (request: unknown) => Promise<[Record<string, unknown>]>>;
  const child = Object.keys(shapesOf(client, task.version)[call.operation]?.output ?? {})[0] ?? '';
  try {
    const [result] = (await methods[`${call.operation}Async`]?.call(client, call.request)) ?? [{}];
    return { answer: result[child] };
  } catch (error) {
    const fault = faultDetail(error);
    if (!fault) throw error;
    return { fault };
  }
}

function securityOf({ key, login }: ClientTask, type: 'text' | 'digest' | undefined): ISecurity {
  if (type === undefined) return new BearerSecurity(key);
  const passwordType = type === 'text' ? 'PasswordText' : 'PasswordDigest';
  return new WSSecurity(login.user, login.password, { passwordType, hasTimeStamp: true });
}
