/** The SOAP gates, message by message: each sample is a call as some client writes it, and the bytes that it gets back. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { GATE_METHODS, wsdlFileOf } from '../../../src/dialects/idosell/gate-methods';
import { Refusal } from '../../../src/domain/refusal';
import { readProjectFile } from '../../../src/project-files';
import { startGates } from './gate-server';
import type { GateReply, GateServer } from './gate-server';

const SAMPLES = path.join(__dirname, '..', '..', 'samples', 'idosell');

let server: GateServer;
beforeAll(async () => void (server = await startGates()));
afterAll(() => server.close());
beforeEach(() => {
  server.calls.length = 0;
  server.bugs.length = 0;
});

const XML = { 'content-type': 'text/xml; charset=utf-8' };
const gateOf = (method: string, rest = '/0/soap') => `/api/?gate=${method}${rest}`;
const sample = (name: string, file: string) => readFileSync(path.join(SAMPLES, name, file), 'utf8');
const CONFIRM = sample('refunds.confirmRefund__php', 'request.xml');

describe('a message arrives as it was meant, and the reply goes out in the shape that clients know', () => {
  test.each(readdirSync(SAMPLES))('%s', async (name) => {
    const method = (name.split('__')[0] ?? '').replace('.', '/');
    server.answer = JSON.parse(sample(name, 'reply.json')) as GateReply;
    const { status, text } = await server.send('POST', gateOf(method, '/196/soap'), sample(name, 'request.xml'), XML);
    expect(server.calls).toMatchObject([JSON.parse(sample(name, 'call.json'))]);
    expect(`${server.calls[0]?.method.gate}/${server.calls[0]?.method.name}`).toBe(method);
    expect(text).toBe(sample(name, 'response.xml'));
    expect(status).toBe(200);
    expect(server.bugs).toEqual([]);
  });

  test('every method has a sample', () => {
    const shown = new Set(readdirSync(SAMPLES).map((name) => name.split('__')[0]));
    expect([...shown].sort()).toEqual(GATE_METHODS.map(({ gate, name }) => `${gate}.${name}`).sort());
  });
});

test('what the call carries outside of its message is handed on', async () => {
  const headers = { ...XML, authorization: 'Bearer t', 'idempotency-key': 'k1', 'x-request-id': 'r1' };
  await server.send('POST', gateOf('refunds/confirmRefund'), CONFIRM, headers);
  expect(server.calls).toMatchObject([{ authorization: 'Bearer t', idempotencyKey: 'k1', requestId: 'r1' }]);
});

test('a client may ask whether to send its message at all, and name the header as it likes', async () => {
  const headers = { ...XML, Expect: '100-continue', Soapaction: '"#confirmRefund"' };
  server.answer = { result: { confirmResult: true } };
  expect((await server.send('POST', gateOf('refunds/confirmRefund'), CONFIRM, headers)).status).toBe(200);
});

describe('a call is taken at', () => {
  test.each([
    '/api/?gate=refunds/confirmRefund/0/soap',
    '/api/?gate=refunds/confirmRefund/196/soap',
    '/api/?gate=refunds/confirmRefund/999999999/soap&lang=pol',
    '/api/?lang=eng&gate=refunds%2FconfirmRefund%2F0%2Fsoap',
    '/api/refunds/confirmRefund/0/soap',
    '/api/refunds/confirmRefund/7/soap?lang=eng',
  ])('%s', async (target) => {
    server.answer = { result: { confirmResult: true } };
    expect((await server.send('POST', target, CONFIRM, XML)).status).toBe(200);
    expect(server.calls).toHaveLength(1);
  });
});

const FAULT = (code: string, text: string) =>
  `<SOAP-ENV:Fault><faultcode>SOAP-ENV:${code}</faultcode><faultstring>${text}</faultstring></SOAP-ENV:Fault>`;

describe('a fault answers', () => {
  test.each<[string, string, Record<string, string>]>([
    ['no XML', 'confirm it', {}],
    ['a document type', CONFIRM.replace('<SOAP-ENV:Envelope', '<!DOCTYPE a>$&'), {}],
    ['the message of another method', sample('refunds.cancelRefund__php', 'request.xml'), {}],
    ['a SOAPAction of another method', CONFIRM, { soapaction: '"#cancelRefund"' }],
    ['a SOAPAction of another gate', CONFIRM, { soapaction: '"#get"' }],
  ])('%s', async (_name, body, headers) => {
    const { status, text } = await server.send('POST', gateOf('refunds/confirmRefund'), body, { ...XML, ...headers });
    expect(text).toContain(FAULT('Client', 'Malformed request'));
    expect(status).toBe(500);
    expect(server.calls).toEqual([]);
  });

  test('a header that must be understood, in the word that SOAP has for it', async () => {
    const body = CONFIRM.replace(
      '<SOAP-ENV:Body>',
      '<SOAP-ENV:Header><a SOAP-ENV:mustUnderstand="1"/></SOAP-ENV:Header>$&',
    );
    const { text } = await server.send('POST', gateOf('refunds/confirmRefund'), body, XML);
    expect(text).toContain(FAULT('MustUnderstand', 'Malformed request'));
  });

  test.each<[number, string, () => never, number]>([
    [
      500,
      'a bug',
      () => {
        throw new Error('secret');
      },
      1,
    ],
    [
      503,
      'a gateway that is too busy',
      () => {
        throw new Refusal('gateway_busy', 'too many wait');
      },
      0,
    ],
    [
      503,
      'an outcome that is not known',
      () => {
        throw new Refusal('outcome_unknown', 'nobody knows');
      },
      0,
    ],
  ])('with %i %s, of which nobody outside is told', async (expected, _name, answer, bugs) => {
    server.answer = answer;
    const { status, text } = await server.send('POST', gateOf('refunds/confirmRefund'), CONFIRM, XML);
    expect(text).toContain(FAULT('Server', 'Internal server error'));
    expect(status).toBe(expected);
    expect(server.bugs).toHaveLength(bugs);
  });
});

test('parameters that cannot be read are code 3 in a reply', async () => {
  const body = CONFIRM.replace('<sourceId', '<sourceId>1</sourceId>$&');
  const { status, text } = await server.send('POST', gateOf('refunds/confirmRefund'), body, XML);
  expect(text).toContain('<faultCode xsi:type="xsd:int">3</faultCode>');
  expect(status).toBe(200);
  expect(server.calls).toEqual([]);
});

describe('the WSDL of a method is shown to anybody', () => {
  test.each(GATE_METHODS.map((method) => [`${method.gate}/${method.name}`, method] as const))(
    '%s',
    async (name, method) => {
      const { status, text, headers } = await server.send('GET', gateOf(name, '/196/soap/wsdl&lang=pol'), '', {
        host: 'shop.example:81',
      });
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('text/xml; charset=utf-8');
      const version =
        new Map([
          ['payments/get', 71],
          ['orders/get', 105],
        ]).get(name) ?? 0;
      const file = readProjectFile(wsdlFileOf(method));
      expect(file).toContain(`location="http://localhost:3000/api/?gate=${name}/${version}/soap"`);
      expect(text).toBe(file.replace('localhost:3000', 'shop.example:81'));
    },
  );

  test.each([
    ['GET', '/api/refunds/confirmRefund/3/soap/wsdl', 200],
    ['HEAD', '/api/?gate=refunds/confirmRefund/3/soap/wsdl', 200],
    ['GET', '/api/?gate=refunds/confirmRefund/3/soap', 405],
    ['DELETE', '/api/?gate=refunds/confirmRefund/3/soap', 405],
  ])('%s %s is answered with %i', async (method, target, expected) => {
    expect((await server.send(method, target)).status).toBe(expected);
  });

  test('with the address that the gateway is known by outside', async () => {
    const outside = await startGates({ publicUrl: 'https://shop.example/gateway' });
    const { text } = await outside.send('GET', gateOf('refunds/confirmRefund', '/0/soap/wsdl'));
    expect(text).toContain('location="https://shop.example/gateway/api/?gate=refunds/confirmRefund/0/soap"');
    await outside.close();
  });
});

describe('there is nothing at', () => {
  test.each([
    gateOf('refunds/getRefund'),
    gateOf('refunds/constructor'),
    gateOf('products/get'),
    gateOf('payments/add'),
    gateOf('orders/update'),
    gateOf('returns/add'),
    gateOf('rma/update'),
    gateOf('rma/get', '/0/json'),
    gateOf('payments/get', '/71/json'),
    gateOf('refunds/confirmRefund', '/-1/soap'),
    gateOf('refunds/confirmRefund', '/1.5/soap'),
    gateOf('refunds/confirmRefund', '/0/xml'),
    gateOf('refunds/confirmRefund', '/0/soap/wsdl/more'),
    '/api/?gate=',
    '/api/?gate=/edi/api-setproducts.php',
    '/api/refunds/getRefund/0/soap',
  ])('%s', async (target) => {
    const { status, text, headers } = await server.send('POST', target, CONFIRM, XML);
    expect(status).toBe(404);
    expect(headers['x-error']).toBe('Not found');
    expect(JSON.parse(text)).toEqual({ errors: { code: 404, message: 'Not found' } });
  });
});

describe('left to other doors is', () => {
  test.each(['/api/', '/api/?lang=pol', '/api/admin/v6/refunds/confirmRefund', '/api/doc/admin/v6/json', '/', '/apis'])(
    '%s',
    async (target) => {
      expect((await server.send('GET', target)).text).toBe('not a gate');
    },
  );
});
