/**
 * Real SOAP stacks, their clients made from the WSDL that the gateway serves: they read of every operation exactly what REST
 * says. One table of calls (story.ts) and one of checks (checks.ts) for all of them.
 */
import { createClientAsync } from 'soap';
import { OPERATION_NAMES } from '../conformance/cases/all-cases';
import { NOW, startGateway } from '../gateway-under-test';
import type { GatewayUnderTest } from '../gateway-under-test';
import { CHECKS, failuresOf } from './checks';
import type { Check, Finding } from './checks';
import { SOAP_VERSIONS } from './client-process';
import type { ClientCall, ClientOutcome, SoapVersion, Stack } from './client-process';
import type { Exchange, Reply } from './doors';
import { findingsOf } from './findings';
import { notHere } from './not-here';
import { shapesOf } from './soap-door';
import { answerOf, wrap } from './soap-values';
import type { OperationShape, Shape } from './soap-values';
import { STACKS } from './stacks';
import { loseRefund, READING, STORY } from './story';
import type { Call } from './story';
import { WireTap } from './wire-tap';

/** A stack that compiles, or one on a busy machine, takes its time. */
jest.setTimeout(300_000);

let gateway: GatewayUnderTest;
let wire: WireTap;
let shapes: Readonly<Record<string, OperationShape>>;

beforeAll(async () => {
  gateway = await startGateway({ doors: ['rest'] });
  wire = await WireTap.open(gateway.address);
  shapes = shapesOf(await createClientAsync(`${gateway.address}/soap/v1?wsdl`, { disableCache: true }), '1.1');
});
afterAll(async () => {
  await wire.close();
  await gateway.stop();
});

/** The world before the story. Its clock stands still, near the real time: clients make their digests themselves. */
async function beginAt(now: number): Promise<void> {
  await gateway.clear();
  gateway.clock.set(now);
  await loseRefund(gateway);
}

/** What REST says to each call. */
async function saidByRest(calls: readonly Call[]): Promise<readonly Exchange[]> {
  const said: Exchange[] = [];
  for (const call of calls) {
    const credentials = call.credentials?.startsWith('wrong') ? { credentials: { bearer: 'wrong' } } : {};
    const idempotency = call.idempotencyKey === undefined ? {} : { idempotencyKey: call.idempotencyKey };
    said.push(await gateway.doors.rest(call.operation, call.request, { ...credentials, ...idempotency }));
  }
  return said;
}

/** A call as a client is to send it. */
function clientCall({ operation, request, credentials = 'bearer', idempotencyKey, keyIn }: Call): ClientCall {
  const { key, login } = gateway;
  const proof = {
    bearer: { httpHeaders: { Authorization: `Bearer ${key}` } },
    apiKey: { httpHeaders: { 'X-API-KEY': key } },
    text: { usernameToken: { ...login, type: 'text' } },
    digest: { usernameToken: { ...login, type: 'digest' } },
    'wrong key': { httpHeaders: { Authorization: 'Bearer wrong' } },
    'wrong password': { usernameToken: { ...login, password: 'wrong', type: 'text' } },
  } as const satisfies Record<typeof credentials, object>;
  const { httpHeaders = {}, ...token } = { ...proof[credentials] } as Partial<ClientCall>;
  return {
    operation,
    request: wrap(request, shapes[operation]?.input) as ClientCall['request'],
    httpHeaders: { ...httpHeaders, ...(keyIn === 'HTTP header' && { 'Idempotency-Key': idempotencyKey }) },
    ...token,
    ...(keyIn === 'header block' && { idempotencyKey }),
  };
}

/** The whole story, carried out by a client in a world as REST found it. */
async function findingsWith(stack: Stack, version: SoapVersion): Promise<readonly Finding[]> {
  const wsdl = `${wire.address}/soap/v1${version === '1.2' ? '?wsdl=all' : '?wsdl'}`;
  const task = { wsdl, address: `${wire.address}/soap/v1`, version, calls: STORY.map(clientCall) };
  await stack.prepare?.(task);
  const now = Math.floor(Date.now() / 1000) * 1000;
  await beginAt(now);
  const said = await saidByRest(STORY);
  const books = await saidByRest(READING);
  await beginAt(now);
  wire.versions();
  const outcomes = await stack.run(task);
  const left = (await saidByRest(READING)).map(({ reply }, index) => shown(reply, shapeOf(READING[index] as Call)));
  return [
    { check: 'reads the WSDL and ends without a warning', at: 'calls', expected: STORY.length, seen: outcomes.length },
    {
      check: 'speaks this version of SOAP on the wire',
      at: 'envelopes',
      expected: version,
      seen: String(wire.versions()),
    },
    ...STORY.flatMap((call, index) => findingsOf(call, said[index] as Exchange, outcomes[index], shapeOf(call))),
    ...READING.flatMap((call, index) => findingsOf(call, books[index] as Exchange, left[index], shapeOf(call))),
  ];
}

const shapeOf = ({ operation }: Call): Shape => answerOf(shapes[operation] as OperationShape).shape;

/** A reply of REST as a client would show it. */
function shown(reply: Reply, shape: Shape): ClientOutcome {
  return 'answer' in reply ? { answer: wrap(reply.answer, shape) } : { fault: { ...reply.refused }, faultString: '' };
}

test('the story has every operation, answers of every kind and several refusals', async () => {
  await beginAt(NOW);
  const said = await saidByRest(STORY);
  expect(new Set(STORY.map(({ operation }) => operation))).toEqual(new Set(OPERATION_NAMES));
  const refused = said.flatMap(({ reply }) => ('refused' in reply ? [reply.refused.code] : []));
  expect(refused).toEqual([
    'order_not_found',
    'idempotency_key_reused',
    'amount_exceeds_refundable',
    'amount_invalid',
    'transition_not_allowed',
    'refund_empty',
    'idempotency_key_reused',
    'credentials_invalid',
    'credentials_invalid',
  ]);
  const answered = STORY.filter((_call, index) => 'answer' in (said[index] as Exchange).reply);
  expect(new Set(answered.map(({ operation }) => operation))).toEqual(new Set(OPERATION_NAMES));
});

describe.each(STACKS.map((stack) => [titleOf(stack), stack] as const))('%s', (title, stack) => {
  if ('missing' in stack.found) return notHere(`${title} is not here: ${stack.found.missing}`);

  describe.each(SOAP_VERSIONS)('SOAP %s', (version) => {
    if (version === '1.2' && stack.noSoap12 !== undefined) {
      test.skip(`not possible, ${stack.noSoap12}`, () => undefined);
      return;
    }
    let story: Promise<readonly Finding[]> | undefined;
    const rows = CHECKS.map((check) => [check, reason(stack, check), check] as const);
    test.each(rows)('%s%s', async (_name, limit, check) => {
      story ??= findingsWith(stack, version);
      // What kept the client from running is told once, by the first check.
      const findings = await (check === CHECKS[0] ? story : story.catch(() => []));
      const failures = failuresOf(check, findings);
      if (limit === '') expect(failures).toEqual([]);
      else expect(failures).not.toEqual([]);
    });
  });
});

function titleOf({ name, found }: Stack): string {
  return 'version' in found ? `${name} ${found.version}` : name;
}

/** Behind the name of a check that the stack cannot pass. */
function reason({ limits }: Stack, check: Check): string {
  return limits[check] === undefined ? '' : `: cannot, ${limits[check]}`;
}
