/** The JSON twin of the gates: the same calls and replies as over SOAP, in JSON. */
import { Refusal } from '../../../src/domain/refusal';
import { startGates, UNREADABLE } from './gate-server';
import type { GateServer } from './gate-server';

let server: GateServer;
beforeAll(async () => void (server = await startGates()));
afterAll(() => server.close());
beforeEach(() => {
  server.calls.length = 0;
  server.bugs.length = 0;
  server.answer = { result: { confirmResult: true } };
});

const JSON_TYPE = { 'content-type': 'application/json' };
const CONFIRM = '/api/?gate=refunds/confirmRefund/0/json';
const post = (body: string, headers = {}, target = CONFIRM) =>
  server.send('POST', target, body, { ...JSON_TYPE, ...headers });

test.each([CONFIRM, '/api/refunds/confirmRefund/152/json', '/api/?lang=pol&gate=refunds/confirmRefund/9/json'])(
  'a call at %s arrives whole, and errors are always in its reply',
  async (target) => {
    const authenticate = { userLogin: 'admin', authenticateKey: '00ff' };
    const params = { sourceType: 'order', sourceId: 10032, paymentId: 2 };
    const headers = { authorization: 'Bearer t', 'idempotency-key': 'k1', 'x-request-id': 'r1' };
    const { status, text } = await post(JSON.stringify({ authenticate, params, more: 1 }), headers, target);
    expect(server.calls).toMatchObject([
      { authenticate, params, authorization: 'Bearer t', idempotencyKey: 'k1', requestId: 'r1' },
    ]);
    expect(server.calls[0]?.method).toMatchObject({ gate: 'refunds', name: 'confirmRefund' });
    expect(status).toBe(200);
    expect(text).toBe('{"errors":{"faultCode":0,"faultString":""},"result":{"confirmResult":true}}');
  },
);

test('a reply that has errors keeps them', async () => {
  server.answer = { result: {}, errors: { faultCode: 4012, faultString: 'The payment is approved' } };
  expect(JSON.parse((await post('{}')).text)).toEqual(server.answer);
});

describe('a number keeps its digits', () => {
  test.each([
    ['9.99', '9.99'],
    ['15.0', '15.0'],
    ['0.30000000000000000004', '0.30000000000000000004'],
    ['2.5e1', '2.5e1'],
    ['-7', -7],
    ['999999999999999', 999999999999999],
    ['9007199254740993', '9007199254740993'],
    ['"9.99"', '9.99'],
    ['"a \\" 1.5, 2.5"', 'a " 1.5, 2.5'],
  ])('%s', async (sent, meant) => {
    await post(`{"params":{"refundValue":${sent}}}`);
    expect(server.calls[0]?.params).toEqual({ refundValue: meant });
  });
});

describe('what cannot be read is code 3 in a reply', () => {
  test.each([
    '{',
    '[]',
    '"text"',
    'null',
    '{1.5:2}',
    '{"params":{"a":1.5.5}}',
    '{"params":{},"params":{}}',
    '{"params":{"a":01.5}}',
  ])('%s', async (body) => {
    const { status, text } = await post(body);
    expect(JSON.parse(text)).toEqual(UNREADABLE);
    expect(status).toBe(200);
    expect(server.calls).toEqual([]);
  });
});

describe('errors of HTTP have the form that every client of the platform can read', () => {
  test.each<[number, string, string, Record<string, string>]>([
    [405, 'GET', '', {}],
    [405, 'PUT', '{}', JSON_TYPE],
    [413, 'POST', ' '.repeat(10 * 1024 * 1024 + 1), JSON_TYPE],
    [415, 'POST', '<a/>', { 'content-type': 'text/xml' }],
    [415, 'POST', '{}', { ...JSON_TYPE, 'content-encoding': 'gzip' }],
  ])('%i for %s', async (expected, method, body, headers) => {
    const { status, text, headers: answered } = await server.send(method, CONFIRM, body, headers);
    expect(status).toBe(expected);
    expect(answered['content-type']).toBe('application/json; charset=utf-8');
    expect(JSON.parse(text)).toEqual({ errors: { code: expected, message: answered['x-error'] } });
    expect(answered.allow).toBe(expected === 405 ? 'POST' : undefined);
    expect(server.calls).toEqual([]);
  });

  test.each<[number, string, () => never, number]>([
    [
      500,
      'Internal server error',
      () => {
        throw new Error('secret');
      },
      1,
    ],
    [
      429,
      'Too many requests',
      () => {
        throw new Refusal('gateway_busy', 'too many wait');
      },
      0,
    ],
  ])('%i %s', async (expected, message, answer, bugs) => {
    server.answer = answer;
    const { status, text } = await post('{}');
    expect([status, JSON.parse(text)]).toEqual([expected, { errors: { code: expected, message } }]);
    expect(server.bugs).toHaveLength(bugs);
  });
});
