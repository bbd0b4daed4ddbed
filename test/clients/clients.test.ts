/**
 * Real SOAP clients, made from the WSDL that the gateway serves: they load it without a warning, and read of every operation
 * exactly what REST says. One table of calls for all of them; see story.ts.
 */
import { createClientAsync } from 'soap';
import { startGateway } from '../gateway-under-test';
import type { GatewayUnderTest } from '../gateway-under-test';
import { OPERATION_NAMES } from '../conformance/cases/all-cases';
import { scriptClient } from './client-process';
import type { Client, ClientOutcome } from './client-process';
import { nodeSoapClient } from './node-soap-client';
import type { Reply } from './doors';
import { shapesOf } from './soap-door';
import type { OperationShape } from './soap-values';
import { unwrap, withEmptyLists, wrap } from './soap-values';
import { loseRefund, STORY } from './story';

const CLIENTS: readonly Client[] = [
  nodeSoapClient,
  scriptClient('PHP SoapClient', 'php', {
    probe: ['-r', 'class_exists("SoapClient") || exit(fwrite(STDERR, "find the extension soap"));'],
    script: 'php-client.php',
  }),
  scriptClient('Python zeep', '/usr/bin/python3', {
    probe: ['-c', 'import zeep'],
    script: 'zeep-client.py',
    hidesEmptyLists: true,
  }),
];

let gateway: GatewayUnderTest;
let shapes: Readonly<Record<string, OperationShape>>;
/** What REST says to each call, in an equal world. */
let expected: readonly Reply[];

beforeAll(async () => {
  // A clock that stands still, but near the real time: clients make their digests themselves.
  gateway = await startGateway({ now: Math.floor(Date.now() / 1000) * 1000, doors: ['rest'] });
  shapes = shapesOf(await createClientAsync(`${gateway.address}/soap/v1?wsdl`, { disableCache: true }), '1.1');
  await loseRefund(gateway);
  const replies: Reply[] = [];
  for (const { operation, request, idempotencyKey } of STORY) {
    replies.push(await gateway.ask.rest(operation, request, idempotencyKey === undefined ? {} : { idempotencyKey }));
  }
  expected = replies;
});
afterAll(() => gateway.stop());

test('the story has every operation, answers of every kind and several refusals', () => {
  expect(new Set(STORY.map(({ operation }) => operation))).toEqual(new Set(OPERATION_NAMES));
  const refused = expected.flatMap((reply) => ('refused' in reply ? [reply.refused.code] : []));
  expect(refused).toEqual([
    'order_not_found',
    'idempotency_key_reused',
    'amount_exceeds_refundable',
    'amount_invalid',
    'transition_not_allowed',
  ]);
  const answered = STORY.filter((_call, index) => 'answer' in (expected[index] as Reply));
  expect(new Set(answered.map(({ operation }) => operation))).toEqual(new Set(OPERATION_NAMES));
});

describe.each(CLIENTS.map((client) => [client.name, client] as const))('%s', (name, client) => {
  if (client.missing !== undefined) {
    if (process.env['CI'] === 'true') {
      test('is here', () => {
        throw new Error(`${name} is not tested: ${client.missing}`);
      });
    } else {
      process.stderr.write(`skipped: ${name} is not tested: ${client.missing}\n`);
      test.skip(`is not tested: ${client.missing}`, () => undefined);
    }
    return;
  }

  test.each(['1.1', '1.2'] as const)('reads over SOAP %s what REST says, without a warning', async (version) => {
    await gateway.clear();
    await loseRefund(gateway);
    const outcomes = await client.run({
      wsdl: `${gateway.address}/soap/v1${version === '1.2' ? '?wsdl=all' : '?wsdl'}`,
      address: `${gateway.address}/soap/v1`,
      version,
      key: gateway.key,
      login: gateway.login,
      calls: STORY.map((call) => ({
        ...call,
        request: wrap(call.request, shapes[call.operation]?.input) as Record<string, unknown>,
      })),
    });
    const seen = outcomes.map((outcome, index) => ({ ...STORY[index], outcome: seenBy(client, outcome, index) }));
    expect(seen).toEqual(expected.map((reply, index) => ({ ...STORY[index], outcome: saidByRest(reply) })));
  });
});

function seenBy({ hidesEmptyLists }: Client, outcome: ClientOutcome, index: number): unknown {
  if ('answer' in outcome) {
    const shape = Object.values(shapes[STORY[index]?.operation ?? '']?.output ?? {})[0];
    const answer = unwrap(outcome.answer, shape);
    return { answer: withoutRequestIds(hidesEmptyLists ? withEmptyLists(answer, shape) : answer) };
  }
  const { code, field, retryable, message, requestId } = outcome.fault;
  // node-soap reads faults without the schema, and so as text.
  const refused = { code, field, retryable: retryable === true || retryable === 'true' };
  return { refused, hasMessage: String(message).length > 10, hasRequestId: String(requestId).length > 10 };
}

function saidByRest(reply: Reply): unknown {
  if ('answer' in reply) return { answer: withoutRequestIds(reply.answer) };
  const { code, field, retryable } = reply.refused;
  return { refused: { code, field, retryable }, hasMessage: true, hasRequestId: true };
}

/** The audit names the request that did a deed; each client's is another. */
function withoutRequestIds(answer: unknown): unknown {
  const json = JSON.stringify(answer, (key, value: unknown) => (key === 'requestId' ? 'some id' : value));
  return JSON.parse(json) as unknown;
}
