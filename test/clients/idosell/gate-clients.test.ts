/**
 * Real SOAP stacks at the gates of IdoSell, each made from the WSDL that the gates serve. What they send arrives as it was meant,
 * and they read of the reply what was replied.
 */
import { GATE_METHODS } from '../../../src/dialects/idosell/gate-methods';
import { startGates } from '../../dialects/idosell/gate-server';
import type { GateReply, GateServer } from '../../dialects/idosell/gate-server';
import { notHere } from '../not-here';
import { dotnetGateClient } from './dotnet-gate-client';
import { GATE_CLIENTS } from './gate-clients';
import type { GateClient, GateOutcome } from './gate-clients';
import { PARTS, REPLIES, REQUESTS } from './gate-story';

jest.setTimeout(300_000);

let server: GateServer;
beforeAll(async () => void (server = await startGates()));
afterAll(() => server.close());

const METHODS = GATE_METHODS.map(({ gate, name }) => `${gate}/${name}`);
const LOGIN = { authenticateKey: '94677e412abb0c63d4285a57e834b24fe2e8d239', userLogin: 'admin' };
const isList = (method: string): boolean => JSON.stringify(REPLIES[method]).includes('[');

async function tell(client: GateClient, method: string, reply: GateReply | (() => never)): Promise<GateOutcome> {
  server.calls.length = 0;
  server.answer = reply;
  const wsdl = `http://127.0.0.1:${server.port}/api/?gate=${method}/196/soap/wsdl&lang=eng`;
  const request = { authenticate: LOGIN, params: REQUESTS[method] };
  const headers = ['Authorization: Bearer example-token'];
  const part = PARTS[method];
  const call = { method: method.split('/')[1] ?? '', wsdl, request, headers, ...(part === undefined ? {} : { part }) };
  const [outcome] = await client.run([call]);
  return outcome as GateOutcome;
}

/** Text for numbers, which stacks read as they like; empty text left out, where the stack does not know it. */
function comparable(value: unknown, losesEmptyText: boolean): unknown {
  if (Array.isArray(value)) return value.map((entry) => comparable(entry, losesEmptyText));
  if (typeof value !== 'object' || value === null) return typeof value === 'number' ? String(value) : value;
  const kept = Object.entries(value).filter(([, part]) => !losesEmptyText || (part !== '' && part !== null));
  return Object.fromEntries(kept.map(([name, part]) => [name, comparable(part, losesEmptyText)]));
}

describe.each([...GATE_CLIENTS, dotnetGateClient].map((client) => [client.name, client] as const))(
  '%s',
  (name, client) => {
    if ('missing' in client.found) return notHere(`${name} is not here: ${client.found.missing}`);
    const { noArrays, losesEmptyText = false, sendsNoHeaders = false } = client;

    test.each(METHODS)('%s', async (method) => {
      const outcome = tell(client, method, REPLIES[method] ?? {});
      if (noArrays !== undefined && isList(method)) return expect(outcome).rejects.toThrow('schemas.xmlsoap.org');
      const told = { errors: { faultCode: 0, faultString: '' }, ...REPLIES[method] };
      expect(comparable(await outcome, losesEmptyText)).toEqual(comparable({ reply: told }, losesEmptyText));
      expect(server.calls).toHaveLength(1);
      const authorization = sendsNoHeaders ? undefined : 'Bearer example-token';
      expect(server.calls[0]).toMatchObject({ authenticate: LOGIN, authorization });
      expect(comparable(server.calls[0]?.params, false)).toEqual(comparable(REQUESTS[method], false));
    });

    test('a refusal is a reply with its code', async () => {
      const refused = { faultCode: 4012, faultString: 'The payment is approved' };
      const reply = { errors: refused, result: { confirmResult: false, ...refused } };
      expect(comparable(await tell(client, 'refunds/confirmRefund', reply), false)).toEqual(
        comparable({ reply }, false),
      );
    });

    test('a bug of ours is a fault', async () => {
      const bug = (): never => {
        throw new Error('a bug');
      };
      expect(await tell(client, 'refunds/confirmRefund', bug)).toEqual({ fault: 'Internal server error' });
    });
  },
);
