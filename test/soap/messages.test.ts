/** Messages as honest clients send them, each against a real server: what arrives, what goes back. */
import { gzipSync, deflateSync, deflateRawSync } from 'node:zlib';
import * as soap from './soap-server';
import { envelope, MANUAL, operation, SOAP11, SOAP12 } from './soap-server';
import type { TestServer } from './soap-server';

let server: TestServer;
beforeAll(async () => void (server = await soap.startServer()));
afterAll(() => server.close());
beforeEach(() => void (server.calls.length = 0));

const lastInput = () => server.calls.at(-1)?.input;
const RETURN_LINES = '<orderId>5</orderId><lines/>';
const openReturn = (note: string) =>
  envelope(`<openReturn xmlns="${soap.NAMESPACE}"><orderId>5</orderId><note>${note}</note><lines/></openReturn>`);

test('values become what they mean: numbers, exact decimal text, booleans, plain arrays; the absent stays absent', async () => {
  const order = `<orderId> 5 </orderId><currency>PLN</currency><taxIncluded>1</taxIncluded><lines>
      <line><lineId>1</lineId><sku>A</sku><name>Żółć 😀</name><quantity>+2</quantity><price> 10.10 </price></line>
    </lines><payments/>`;
  await server.post(envelope(operation('putOrder', order)));
  expect(lastInput()).toEqual({
    orderId: 5,
    currency: 'PLN',
    taxIncluded: true,
    lines: [{ lineId: 1, sku: 'A', name: 'Żółć 😀', quantity: 2, price: '10.10' }],
    payments: [],
  });
});

test('the order of elements is the caller’s choice, and the keys come in the order of the schema', async () => {
  const parts = MANUAL.match(/<(\w+)>.*?<\/\1>/g) ?? [];
  await server.post(envelope(operation('addManualRefund', parts.reverse().join(''))));
  expect(Object.keys(lastInput() as object)).toEqual(['sourceType', 'sourceId', 'amount', 'currency', 'destination']);
});

describe('text survives', () => {
  test.each([
    ['blanks', '  a  b \n', '  a  b \n'],
    ['a CDATA section', '<![CDATA[<?xml version="1.0"?><a>&amp;</a>]]>', '<?xml version="1.0"?><a>&amp;</a>'],
    ['a comment in the middle', 'sh<!-- x -->op', 'shop'],
    ['entities', '&lt;&gt;&amp;&quot;&apos;&#65;&#x42;&#13;', '<>&"\'AB\r'],
    ['markup that looks like an end', '<![CDATA[]]]]><![CDATA[></note><note>INJ]]>', ']]></note><note>INJ'],
    ['surrogate references of Axis', '&#xD83D;&#xDE00;&#55357;&#56832;', '😀😀'],
    ['surrogate references in CDATA', '<![CDATA[&#xD83D;&#xDE00;]]>&#xD83D;&#xDE00;', '&#xD83D;&#xDE00;😀'],
    ['names that objects know', '__proto__ constructor', '__proto__ constructor'],
    ['an empty element', '', ''],
    ['1000 emoji, which are 1000 characters', '😀'.repeat(1000), '😀'.repeat(1000)],
  ])('%s', async (_name, written, meant) => {
    const { status, text } = await server.post(openReturn(written));
    expect(status).toBe(200);
    expect(lastInput()).toEqual({ orderId: 5, note: meant, lines: [] });
    const again = /<m:note>([^]*?)<\/m:note>/.exec(text)?.[1] ?? '';
    await server.post(openReturn(again));
    expect(lastInput()).toEqual({ orderId: 5, note: meant, lines: [] });
  });
});

describe('the charset is found', () => {
  const text = (charset: string) => `<?xml version="1.0" encoding="${charset}"?>\r\n${openReturn('Łódź')}`;
  const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();
  const latin2 = (document: string) => Buffer.from(document.replace('Łódź', '\xa3\xf3d\xbc'), 'latin1');
  const cp1250 = (document: string) => Buffer.from(document.replace('Łódź', '\xa3\xf3d\x9f'), 'latin1');
  test.each<[string, Buffer, string]>([
    ['in nothing at all', Buffer.from(openReturn('Łódź')), 'text/xml'],
    ['behind a UTF-8 mark', Buffer.from(`\ufeff${text('utf-8')}`), 'text/xml; charset=utf-8'],
    ['behind blank lines', Buffer.from(`\r\n ${text('utf-8')}`), 'text/xml; charset=utf-8'],
    ['in a UTF-16 mark', Buffer.from(`\ufeff${text('utf-16')}`, 'utf16le'), 'text/xml'],
    ['in a big-endian mark', swapped(Buffer.from(`\ufeff${text('utf-16')}`, 'utf16le')), 'text/xml; charset=utf-16'],
    ['in the zero bytes of UTF-16', Buffer.from(text('utf-16'), 'utf16le'), 'application/xml'],
    ['in the Content-Type', latin2(openReturn('Łódź')), 'text/xml; charset="ISO-8859-2"'],
    ['in the declaration alone', cp1250(text('windows-1250')), 'text/xml'],
  ])('%s', async (_name, bytes, type) => {
    const reply = await server.post(bytes, { 'content-type': type });
    expect(lastInput()).toMatchObject({ note: 'Łódź' });
    expect(reply.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(reply.text).toContain('<m:note>Łódź</m:note>');
  });
});

test.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['deflate', deflateRawSync],
])('a body in %s is read', async (encoding, compress) => {
  const reply = await server.post(compress(Buffer.from(soap.STATUS_12)), { 'content-encoding': encoding });
  expect(reply.status).toBe(200);
});

describe('references are followed', () => {
  test('as PHP writes them in document/literal', async () => {
    const lines =
      '<lines><line id="ref1"><lineId>1</lineId><quantity>2</quantity></line><line href="#ref1"></line></lines>';
    const reply = await server.post(envelope(operation('addManualRefund', MANUAL + lines)));
    const line = { lineId: 1, quantity: 2 };
    expect([reply.status, (lastInput() as { lines: unknown }).lines]).toEqual([200, [line, line]]);
  });

  test('as SOAP 1.2 writes them, forward too', async () => {
    const encoding = 'xmlns:enc="http://www.w3.org/2003/05/soap-encoding"';
    const lines = `<lines ${encoding}><line enc:ref="r"/><line enc:id="r"><lineId>1</lineId><quantity>2</quantity></line></lines>`;
    const body = envelope(operation('addManualRefund', MANUAL + lines), { uri: SOAP12 });
    await server.post(body, { 'content-type': 'application/soap+xml' });
    const line = { lineId: 1, quantity: 2 };
    expect((lastInput() as { lines: unknown }).lines).toEqual([line, line]);
  });
});

const NIL = 'xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

test.each([
  ['nil optional elements', `<note ${NIL}/><lines ${NIL}/><shipping ${NIL}></shipping>`],
  ['empty optional numbers, times and enumerations', '<shipping/><expectedRefundable> </expectedRefundable>'],
])('%s count as absent', async (_name, extra) => {
  await server.post(envelope(operation('addManualRefund', MANUAL + extra)));
  expect(lastInput()).toEqual({
    sourceType: 'order',
    sourceId: 5,
    amount: '12.30',
    currency: 'PLN',
    destination: 'cash',
  });
});

test.each([
  [
    'xsi:type, encodingStyle and schemaLocation are ignored',
    `<m:refundId x:type="y:string" e:encodingStyle="z">12</m:refundId>`,
  ],
  ['children without a namespace are let in', '<refundId>12</refundId>'],
  ['comments between elements are ignored', '<!-- <?a?> <!DOCTYPE x> --><m:refundId>1<!-- -->2</m:refundId>'],
])('%s', async (_name, content) => {
  const xsi = 'xmlns:x="http://www.w3.org/2001/XMLSchema-instance"';
  await server.post(envelope(`<m:getRefundStatus xmlns:m="${soap.NAMESPACE}" ${xsi}>${content}</m:getRefundStatus>`));
  expect(lastInput()).toEqual({ refundId: 12 });
});

describe('the version is that of the envelope', () => {
  test.each([
    [SOAP11, 'text/xml', 'text/xml; charset=utf-8'],
    [SOAP12, 'application/soap+xml; charset=utf-8', 'application/soap+xml; charset=utf-8'],
    [SOAP12, 'text/xml', 'application/soap+xml; charset=utf-8'],
    [SOAP11, 'application/soap+xml', 'text/xml; charset=utf-8'],
  ])('%s sent as %s', async (uri, type, expected) => {
    const body = envelope(operation('getRefundStatus', '<refundId>12</refundId>'), { uri });
    const reply = await server.post(body, { 'content-type': type });
    expect([reply.status, reply.headers['content-type']]).toEqual([200, expected]);
    expect(reply.text).toContain(`xmlns:soap="${uri}"`);
    expect(Number(reply.headers['content-length'])).toBe(Buffer.byteLength(reply.text));
  });
});

test.each([
  ['a foreign SOAPAction', { soapaction: '"urn:nope"' }],
  ['the one of SOAP::Lite', { soapaction: '"urn:refund-gateway:v1#getRefund"' }],
  ['an empty one', { soapaction: '""' }],
  ['its own', { soapaction: '"urn:refund-gateway:v1/getRefundStatus"' }],
  ['its own as a parameter', { 'content-type': 'text/xml; action="urn:refund-gateway:v1/getRefundStatus"' }],
])('%s does not keep the body from being served', async (_name, headers) => {
  expect((await server.post(soap.STATUS_12, headers)).status).toBe(200);
});

const WSSE = 'xmlns:w="http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd"';
const token = (type: string) =>
  `<w:Security ${WSSE} e:mustUnderstand="1"><w:Timestamp/><w:UsernameToken><w:Username>shop<!-- -->.evil</w:Username>` +
  `<w:Password Type="urn:x#Password${type}">a&amp;b </w:Password><w:Nonce> bm9uY2U= </w:Nonce>` +
  `<u:Created xmlns:u="urn:u">2026-11-21T10:30:00Z</u:Created></w:UsernameToken></w:Security>`;

test.each(['Text', 'Digest'])('a UsernameToken with Password%s is handed on as it was sent', async (type) => {
  const key = `<m:IdempotencyKey xmlns:m="${soap.NAMESPACE}" e:mustUnderstand="1">key-1</m:IdempotencyKey>`;
  const body = envelope(operation('addManualRefund', MANUAL), { header: token(type) + key });
  await server.post(body, {
    authorization: 'Bearer x',
    'x-api-key': 'y',
    'idempotency-key': 'z',
    'x-request-id': 'r-1',
  });
  expect(server.calls.at(-1)).toMatchObject({
    usernameToken: {
      username: 'shop.evil',
      password: 'a&b ',
      passwordType: type.toLowerCase(),
      nonce: 'bm9uY2U=',
      created: '2026-11-21T10:30:00Z',
    },
    headers: { IdempotencyKey: 'key-1' },
    http: { authorization: 'Bearer x', apiKey: 'y', idempotencyKey: 'z' },
    requestId: 'r-1',
    remoteAddress: '127.0.0.1',
  });
});

test('a header block for somebody else is none of our business, and unknown ones that need not be understood are skipped', async () => {
  const header =
    '<x:a xmlns:x="urn:x" e:mustUnderstand="1" e:actor="urn:other"><x:deep>t</x:deep></x:a>' +
    '<x:ReplyTo xmlns:x="http://www.w3.org/2005/08/addressing"><x:Address>http://127.0.0.1:1/</x:Address></x:ReplyTo>';
  const reply = await server.post(envelope(operation('openReturn', RETURN_LINES), { header }));
  expect(reply.status).toBe(200);
});
