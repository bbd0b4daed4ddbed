/** What goes back: answers, faults, the WSDL, and what is told to the log and to nobody else. */
import { Refusal, REFUSALS } from '../../src/domain/refusal';
import type { RefusalCode } from '../../src/domain/refusal';
import { schemaVerdicts } from './schema-verdicts';
import * as soap from './soap-server';
import { envelope, MANUAL, operation, SOAP12 } from './soap-server';
import type { TestServer } from './soap-server';

let server: TestServer;
beforeAll(async () => void (server = await soap.startServer()));
afterAll(() => server.close());
beforeEach(() => {
  server.bugs.length = 0;
  server.entries.length = 0;
});

const RETURN = '<orderId>5</orderId><lines/>';
const openReturn = envelope(operation('openReturn', RETURN));
const answerWith = (value: unknown) => void (server.next = () => Promise.resolve(value));
const failWith = (error: Error) => void (server.next = () => Promise.reject(error));

const STATUS = {
  refundId: 12,
  state: 'settled',
  amount: '12.30',
  currency: 'PLN',
  settledAmount: '12.30',
  createdAt: '2026-11-21T10:30:00Z',
  transactions: [
    {
      transactionId: 1,
      state: 'settled',
      amount: '12.30',
      currency: 'PLN',
      message: 'a & b < c',
      updatedAt: '2026-11-21T10:30:00.5+01:00',
    },
  ],
};

describe('an answer', () => {
  test('has the order of the schema, only what the schema declares, and no element for what is absent or null', async () => {
    answerWith({
      secret: 'x',
      ...Object.fromEntries(Object.entries(STATUS).reverse()),
      confirmedAt: null,
      settledAt: undefined,
    });
    const { text } = await server.post(soap.STATUS_12);
    const names = [...text.matchAll(/<m:(\w+)/g)].map(([, name]) => name);
    const [wrapper, child, ...fields] = names;
    expect([wrapper, child]).toEqual(['getRefundStatusResponse', 'status']);
    expect(fields.slice(0, 7)).toEqual([
      'refundId',
      'state',
      'amount',
      'currency',
      'settledAmount',
      'createdAt',
      'transactions',
    ]);
    expect(text).not.toContain('secret');
    expect(schemaVerdicts([text])).toEqual(['']);
  });

  test.each([
    ['markup', '<![CDATA[x]]></m:note><m:note>INJ', '&lt;![CDATA[x]]&gt;&lt;/m:note&gt;&lt;m:note&gt;INJ'],
    ['ampersands and quotes', `a & "b" 'c'`, `a &amp; &quot;b&quot; 'c'`],
    ['carriage returns', 'a\r\nb', 'a&#13;\nb'],
    ['what XML forbids', 'a\u0000b\u001fc\ufffed\ud800e\udc00', 'a\ufffdb\ufffdc\ufffdd\ufffde\ufffd'],
    ['emoji', '😀', '😀'],
  ])('with %s in a text is escaped', async (_name, note, written) => {
    server.next = ({ input }) => Promise.resolve({ ...(input as object), ...RETURN_CASE, note });
    const { text } = await server.post(openReturn);
    expect(text).toContain(`<m:note>${written}</m:note>`);
    expect(schemaVerdicts([text])).toEqual(['']);
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['text', 'settled'],
    ['a missing field', { ...STATUS, amount: undefined }],
    ['an amount as a number', { ...STATUS, amount: 12.3 }],
    ['too many decimals', { ...STATUS, amount: '12.3456' }],
    ['a Date', { ...STATUS, createdAt: new Date() }],
    ['an id beyond 2^53', { ...STATUS, refundId: 2 ** 53 }],
    ['NaN', { ...STATUS, refundId: NaN }],
    ['an unknown state', { ...STATUS, state: 'lost' }],
    ['an object for a list', { ...STATUS, transactions: {} }],
    ['a hole in a list', { ...STATUS, transactions: [null] }],
  ])('that is %s is a bug: logged, told as an internal error, never sent half', async (_name, value) => {
    answerWith(value);
    const { status, text } = await server.post(soap.STATUS_12);
    expect(status).toBe(500);
    expect(text).toContain(
      '<faultcode>soap:Server</faultcode><faultstring>internal_error: Internal error</faultstring>',
    );
    expect(text).not.toContain('getRefundStatusResponse');
    expect(server.bugs).toHaveLength(1);
  });
});

const RETURN_CASE = {
  returnId: 7,
  kind: 'return',
  compensation: 'refund',
  state: 'open',
  currency: 'PLN',
  worth: '10.00',
  reserved: '0.00',
  refunded: '0.00',
  refundable: '10.00',
  openedAt: '2026-11-21T10:30:00Z',
  updatedAt: '2026-11-21T10:30:00Z',
};

describe('a fault', () => {
  const statusOf: Partial<Record<string, number>> = {
    busy: 503,
    too_large: 413,
    timeout: 408,
    unsupported: 415,
    not_allowed: 405,
    unknown: 503,
  };
  const ofServer: readonly string[] = ['busy', 'unknown'];
  test.each(Object.keys(REFUSALS) as RefusalCode[])(
    'for %s is typed, in both versions, built anew each time',
    async (code) => {
      const texts: string[] = [];
      for (const uri of [soap.SOAP11, SOAP12, soap.SOAP11]) {
        failWith(new Refusal(code, 'a < b', 'lines[2].quantity'));
        const body = envelope(operation('getRefundStatus', '<refundId>12</refundId>'), { uri });
        const reply = await server.post(body, { 'x-request-id': 'request-1' });
        expect(reply.status).toBe(statusOf[REFUSALS[code]] ?? 500);
        expect(reply.headers['retry-after']).toBe(REFUSALS[code] === 'busy' ? '1' : undefined);
        expect(reply.headers['x-request-id']).toBe('request-1');
        texts.push(reply.text);
      }
      const [first, second, third] = texts;
      expect(third).toBe(first);
      expect(first).toContain(`<faultstring>${code}: a &lt; b</faultstring>`);
      expect(second).toContain(`<soap:Text xml:lang="en">${code}: a &lt; b</soap:Text>`);
      expect(first).toMatch(
        ofServer.includes(REFUSALS[code]) ? /soap:Server</ : /soap:(Client|VersionMismatch|MustUnderstand)</,
      );
      const retryable = REFUSALS[code] === 'busy' || REFUSALS[code] === 'timeout';
      expect(first).toContain(
        `<m:code>${code}</m:code><m:message>a &lt; b</m:message><m:field>lines[2].quantity</m:field>` +
          `<m:retryable>${retryable}</m:retryable><m:requestId>request-1</m:requestId>`,
      );
      expect(server.bugs).toEqual([]);
    },
  );

  test('for anything else tells nothing, and the log has it whole', async () => {
    const error = new TypeError('SQLITE_ERROR: no such table secrets');
    failWith(error);
    const reply = await server.post(soap.STATUS_12);
    expect(reply.status).toBe(500);
    expect(reply.text).not.toMatch(/SQLITE|TypeError/);
    expect(server.bugs).toEqual([error]);
    failWith(error);
    const body = envelope(operation('getRefundStatus', '<refundId>12</refundId>'), { uri: SOAP12 });
    const recent = await server.post(body);
    expect(recent.text).toContain('<soap:Value>soap:Receiver</soap:Value>');
    expect(schemaVerdicts([reply.text, recent.text])).toEqual(['', '']);
  });

  test('survives a call that throws at once', async () => {
    server.next = () => {
      throw new Refusal('refund_not_found', 'there is no refund 12');
    };
    expect((await server.post(soap.STATUS_12)).text).toContain('refund_not_found: there is no refund 12');
  });
});

test('each request is told to the log once, with its operation, status, code and time', async () => {
  await server.post(soap.STATUS_12, { 'x-request-id': 'request-2' });
  await server.post(envelope(operation('addManualRefund', `${MANUAL}<colour/>`)));
  expect(server.entries).toEqual([
    { requestId: 'request-2', operation: 'getRefundStatus', status: 200, durationMs: expect.any(Number) },
    {
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      operation: 'addManualRefund',
      status: 500,
      code: 'request_invalid',
      durationMs: expect.any(Number),
    },
  ]);
});

test('a request id that could break a log line is replaced', async () => {
  const { headers } = await server.post(soap.STATUS_12, { 'x-request-id': 'a b' });
  expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
});

describe('the WSDL', () => {
  const address = (text: string) => [...text.matchAll(/:address location="([^"]*)"/g)].map(([, location]) => location);

  test('is served for SOAP 1.1 alone, with the address that the caller used', async () => {
    const { status, text, headers } = await server.ask('GET', '/soap/v1?wsdl');
    expect([status, headers['content-type']]).toEqual([200, 'text/xml; charset=utf-8']);
    expect(text).not.toContain('<soap12:');
    expect(address(text)).toEqual([`http://127.0.0.1:${server.port}/soap/v1`]);
  });

  test('is served whole for ?wsdl=all', async () => {
    const { text } = await server.ask('GET', '/soap/v1?WSDL=all');
    expect(text).toContain('<soap12:binding');
    expect(address(text)).toHaveLength(2);
  });

  test.each(['../../etc/passwd', '/etc/passwd', '', '<script>'])('is no file: ?wsdl=%s', async (which) => {
    const { status, text } = await server.ask('GET', `/soap/v1?wsdl=${encodeURIComponent(which)}`);
    expect([status, text.includes('wsdl:definitions'), text.includes('root:')]).toEqual([200, true, false]);
  });

  test.each(['shop.example', 'refund_gateway:3000', '[::1]:3000'])('repeats the Host "%s"', async (host) => {
    const { text } = await server.ask('GET', '/soap/v1?wsdl', { host });
    expect(address(text)).toEqual([`http://${host}/soap/v1`]);
  });

  test.each(['evil"/><x y="', 'a b', 'host:123456'])('does not repeat the Host "%s"', async (host) => {
    const { text } = await server.ask('GET', '/soap/v1?wsdl', { host });
    expect(address(text)).toEqual(['http://localhost:3000/soap/v1']);
  });

  test('believes forwarded headers only when told to', async () => {
    const forwarded = {
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'shop.example',
      'x-forwarded-for': '1.2.3.4, 5.6.7.8',
    };
    const careless = await soap.startServer({ trustProxy: true });
    expect(address((await careless.ask('GET', '/?wsdl', forwarded)).text)).toEqual(['https://shop.example/soap/v1']);
    await careless.post(soap.STATUS_12, forwarded);
    expect(careless.calls[0]?.remoteAddress).toBe('5.6.7.8');
    await careless.close();
    expect(address((await server.ask('GET', '/?wsdl', forwarded)).text)).toEqual([
      `http://127.0.0.1:${server.port}/soap/v1`,
    ]);
  });

  test('carries the public address where there is one, and HEAD gives its length alone', async () => {
    const html = (address: string) => `<!doctype html><title>SOAP at ${address}</title>`;
    const page = { policy: "default-src 'none'", html };
    const open = await soap.startServer({ publicUrl: 'https://refunds.example/base/', page });
    expect(address((await open.ask('GET', '/?wsdl')).text)).toEqual(['https://refunds.example/base/soap/v1']);
    const head = await open.ask('HEAD', '/soap/v1');
    expect([head.status, head.text, head.headers['content-length']]).toEqual([
      200,
      '',
      String(html('https://refunds.example/base/soap/v1').length),
    ]);
    expect((await open.ask('GET', '/soap/v1')).headers['content-type']).toBe('text/html; charset=utf-8');
    await open.close();
  });
});
