/** What an attacker or a broken client sends. Each is refused in the words of the contract, and the next caller is served. */
import net from 'node:net';
import { gzipSync } from 'node:zlib';
import * as soap from './soap-server';
import { envelope, MANUAL, operation, SOAP12 } from './soap-server';
import type { Reply, TestServer } from './soap-server';

let server: TestServer;
const faults: string[] = [];
beforeAll(async () => void (server = await soap.startServer()));
afterAll(() => server.close());
beforeEach(() => void (server.calls.length = 0));

/** What would tell an attacker about our insides. */
const LEAK = /\bat .+:\d+:\d+|node_modules|\.ts\b|\.js\b|TypeError|\bundefined\b(?! entity)|\[object|saxes|root:/;

async function expectFault(reply: Reply, code: string, status = 500): Promise<void> {
  expect(reply.text).toContain(`<m:code>${code}</m:code>`);
  expect(reply.status).toBe(status);
  expect(reply.text).not.toMatch(LEAK);
  expect(server.calls).toEqual([]);
  expect(server.bugs).toEqual([]);
  faults.push(reply.text);
  expect((await server.post(soap.STATUS_12)).status).toBe(200);
}

const status = (content: string) => envelope(operation('getRefundStatus', content));
const manual = (extra: string) => envelope(operation('addManualRefund', MANUAL + extra));
const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
const repeat = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join('');
const raw = (id: string) =>
  `<m:getRefundStatus xmlns:m="${soap.NAMESPACE}"><m:refundId>${id}</m:refundId></m:getRefundStatus>`;
const note = (text: string) =>
  envelope(`<openReturn xmlns="${soap.NAMESPACE}"><orderId>5</orderId><note>${text}</note><lines/></openReturn>`);

describe('XML that SOAP does not allow', () => {
  const entities = repeat(10, (at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`);
  test.each<[string, string | Buffer]>([
    ['an external entity', `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${envelope(raw('&x;'))}`],
    ['an external entity over HTTP', `<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:1/">]>${envelope(raw('&x;'))}`],
    ['a parameter entity', `<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:1/"> %p;]>${envelope(raw('1'))}`],
    ['a harmless DTD', `<!DOCTYPE Envelope>${soap.STATUS_12}`],
    ['a billion laughs', `<!DOCTYPE a [<!ENTITY e0 "lol">${entities}]>${envelope(raw('&e9;'))}`],
    ['a quadratic blow-up', `<!DOCTYPE a [<!ENTITY e "${'a'.repeat(100_000)}">]>${envelope(raw('&e;'.repeat(5000)))}`],
    ['a DTD in UTF-16', Buffer.from(`\ufeff<!DOCTYPE a []>${soap.STATUS_12}`, 'utf16le')],
    ['an undeclared entity', note('&nbsp;')],
    ['entities named like members of objects', note('&constructor;&__proto__;&toString;')],
    ['a processing instruction', envelope(`<?php evil ?>${raw('1')}`)],
    [
      'a processing instruction before the envelope',
      `<?xml version="1.0"?><?xml-stylesheet href="a"?>${soap.STATUS_12}`,
    ],
    ['XML 1.1', `<?xml version="1.1"?>${soap.STATUS_12}`],
    ['nothing', ''],
    ['blanks', ' \n '],
    ['a cut message', soap.STATUS_12.slice(0, -20)],
    ['JSON', '{"refundId": 12}'],
    ['binary', Buffer.from([0x80, 0xff, 0x00, 0x10, 0xfe])],
    ['two roots', soap.STATUS_12 + soap.STATUS_12],
    ['a duplicate attribute', envelope('<a x="1" x="2"/>')],
    ['a prefix that is not bound', envelope('<q:a/>')],
    ['a prefix named __proto__', envelope('<__proto__:a/>')],
    ['a NUL reference', note('&#0;')],
    ['a control character reference', note('&#x1F;')],
    ['half a surrogate pair', note('&#xD800;')],
    ['surrogates in the wrong order', note('&#xDE00;&#xD83D;')],
    ['U+FFFE', note('&#xFFFE;')],
    ['a raw control character', note('\u000b')],
    ['bytes that are not UTF-8', Buffer.from(note('\xb1\xea'), 'latin1')],
    ['an overlong UTF-8 form', Buffer.from(note('\xc0\xbc'), 'latin1')],
    ['a header nested 20 000 deep', envelope(raw('1'), { header: nested(20_000) })],
    ['50 000 attributes', envelope(`<a ${repeat(50_000, (at) => `a${at}="1" `)}/>`)],
    ['20 000 namespace declarations', envelope(`<a ${repeat(20_000, (at) => `xmlns:a${at}="u" `)}/>`)],
    [
      '30 000 elements in a header',
      envelope(raw('1'), { header: `<x:h xmlns:x="u">${'<x:a/>'.repeat(30_000)}</x:h>` }),
    ],
    ['a name of 500 kB', envelope(`<${'n'.repeat(500_000)}/>`)],
    ['an attribute of 500 kB', envelope(`<a b="${'n'.repeat(500_000)}"/>`)],
    ['unclosed CDATA sections', note('<![CDATA['.repeat(50_000) + '&#xD83D;')],
  ])('%s', async (_name, body) => {
    const startedAt = performance.now();
    const reply = await server.post(body);
    expect(performance.now() - startedAt).toBeLessThan(2_000);
    await expectFault(reply, 'request_malformed');
  });
});

describe('envelopes that are none', () => {
  const body = `<e:Body>${raw('12')}</e:Body>`;
  const wrap = (content: string) => `<e:Envelope xmlns:e="${soap.SOAP11}">${content}</e:Envelope>`;
  test.each([
    ['another root', raw('12')],
    ['no Body', wrap('')],
    ['an empty Body', wrap('<e:Body/>')],
    ['text in the Body', wrap('<e:Body>text</e:Body>')],
    ['two children of Body', wrap(`<e:Body>${raw('12')}${raw('13')}</e:Body>`)],
    ['two Bodies', wrap(body + body)],
    ['a Header behind the Body', wrap(`${body}<e:Header/>`)],
    ['two Headers', wrap(`<e:Header/><e:Header/>${body}`)],
    ['something behind the Body', wrap(`${body}<x/>`)],
    ['a Body of the other version', wrap(`<f:Body xmlns:f="${SOAP12}">${raw('12')}</f:Body>`)],
  ])('%s', async (_name, text) => {
    await expectFault(await server.post(text), 'request_malformed');
  });

  test('another version, told in the version that the Content-Type speaks', async () => {
    const text = envelope(raw('12'), { uri: 'http://www.w3.org/2001/06/soap-envelope' });
    const old = await server.post(text);
    expect(old.text).toContain('<faultcode>soap:VersionMismatch</faultcode>');
    await expectFault(old, 'envelope_version_unknown');
    server.calls.length = 0;
    const recent = await server.post(text, { 'content-type': 'application/soap+xml' });
    expect(recent.text).toContain('<soap:Value>soap:VersionMismatch</soap:Value>');
    expect(recent.text).toContain('<soap:Upgrade><soap:SupportedEnvelope qname="soap:Envelope"/>');
  });

  test('the version is known although the rest is not well-formed', async () => {
    const reply = await server.post(`<e:Envelope xmlns:e="${SOAP12}"><e:Body><a>`);
    expect(reply.text).toContain('<soap:Value>soap:Sender</soap:Value>');
    expect(reply.headers['content-type']).toBe('application/soap+xml; charset=utf-8');
  });
});

describe('operations that are none', () => {
  test.each([
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'prototype',
    'getRefundStatusResponse',
    'IdempotencyKey',
  ])('%s', async (name) => {
    await expectFault(await server.post(envelope(`<m:${name} xmlns:m="${soap.NAMESPACE}"/>`)), 'operation_unknown');
  });

  test.each(['urn:evil', ''])('one of ours in the namespace "%s"', async (namespace) => {
    const body = envelope(`<getRefundStatus xmlns="${namespace}"><refundId>1</refundId></getRefundStatus>`);
    await expectFault(await server.post(body), 'operation_unknown');
  });

  test('a SOAPAction that names another operation than the body', async () => {
    const action = { soapaction: '"urn:refund-gateway:v1/confirmRefund"' };
    await expectFault(await server.post(soap.STATUS_12, action), 'request_malformed');
  });

  test('the same, as SOAP 1.2 says it', async () => {
    const type = 'application/soap+xml; charset=utf-8; action="urn:refund-gateway:v1/confirmRefund"';
    await expectFault(await server.post(soap.STATUS_12, { 'content-type': type }), 'request_malformed');
  });
});

describe('values that the schema forbids are refused with their path', () => {
  const line = (content: string) =>
    `<lines><line><lineId>1</lineId><quantity>1</quantity></line><line>${content}</line></lines>`;
  const quantity = (text: string) => line(`<lineId>2</lineId><quantity>${text}</quantity>`);
  const xsi = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
  test.each([
    ['a quantity of 0', quantity('0'), 'lines[1].quantity', 'must be a whole number from 1 to 1000000'],
    [
      'a quantity beyond the limit',
      quantity('1000001'),
      'lines[1].quantity',
      'must be a whole number from 1 to 1000000',
    ],
    ['a hexadecimal quantity', quantity('0x10'), 'lines[1].quantity', 'must be a whole number from 1 to 1000000'],
    ['an exponent', quantity('1e3'), 'lines[1].quantity', 'must be a whole number from 1 to 1000000'],
    ['a missing part of a line', line('<lineId>2</lineId>'), 'lines[1].quantity', 'is required'],
    ['an unknown part of a line', line('<colour>red</colour>'), 'lines[1].colour', 'is not known here'],
    ['an unknown element', '<colour>red</colour>', 'colour', 'is not known here'],
    ['an element called __proto__', '<__proto__>x</__proto__>', '__proto__', 'is not known here'],
    ['an element called constructor', '<constructor>x</constructor>', 'constructor', 'is not known here'],
    ['a foreign namespace', '<note xmlns:m="urn:evil">x</note>', 'note', 'is not known here'],
    ['a repeated element', '<amount>1.00</amount>', 'amount', 'is given twice'],
    ['a repeated list', '<lines/><lines/>', 'lines', 'is given twice'],
    ['a nil that is repeated', `<note xsi:nil="1" ${xsi}/><note>x</note>`, 'note', 'is given twice'],
    ['a nil that is not empty', `<note xsi:nil="1" ${xsi}>x</note>`, 'note', 'is nil and must be empty'],
    ['a nil item of a list', `<lines><line xsi:nil="1" ${xsi}/></lines>`, 'lines[0]', 'is required'],
    ['a struct for text', '<note><a>x</a></note>', 'note', 'must be text of at most 1000 characters'],
    ['text for a struct', line('text'), 'lines[1]', 'must not hold text between its elements'],
    [
      'a list too long',
      `<lines>${'<line><lineId>1</lineId><quantity>1</quantity></line>'.repeat(501)}</lines>`,
      'lines',
      'must have at most 500 entries',
    ],
    [
      'a note of 1001 characters',
      `<note>${'😀'.repeat(1001)}</note>`,
      'note',
      'must be text of at most 1000 characters',
    ],
    ['an empty reference', '<reference></reference>', 'reference', 'must be text of 1 to 100 characters'],
    [
      'too many decimals',
      '<shipping>1.2345</shipping>',
      'shipping',
      'must be decimal digits, at most 12 before the point and 3 after it, such as 12.30',
    ],
    [
      '900 000 digits',
      `<shipping>${'9'.repeat(900_000)}</shipping>`,
      'shipping',
      'must be decimal digits, at most 12 before the point and 3 after it, such as 12.30',
    ],
    ['an XInclude of a file', '<note><i:Include xmlns:i="urn:i" href="#x"/></note>', undefined, undefined],
  ])('%s', async (_name, extra, field, complaint) => {
    const reply = await server.post(manual(extra));
    if (field !== undefined) {
      expect(reply.text).toContain(`<m:field>${field}</m:field>`);
      expect(reply.text).toContain(`<m:message>${field} ${complaint}</m:message>`);
      expect(reply.text).toContain(`<faultstring>request_invalid: ${field} ${complaint}</faultstring>`);
    }
    await expectFault(reply, field === undefined ? 'request_malformed' : 'request_invalid');
  });

  test.each([
    ['elements nested 60 000 deep', nested(60_000)],
    ['30 000 elements', '<a/>'.repeat(30_000)],
  ])('%s end at the first that is not known', async (_name, content) => {
    await expectFault(await server.post(status(content)), 'request_invalid');
  });

  test.each(['', ' ', 'NaN', '0', '-1', '1.0', '9007199254740992', '99999999999999999999', '12abc', '١٢'])(
    'the id "%s"',
    async (id) => {
      const reply = await server.post(envelope(raw(id)));
      expect(reply.text).toContain('<m:field>refundId</m:field>');
      await expectFault(reply, 'request_invalid');
    },
  );

  test.each([
    '2026-02-29T10:00:00Z',
    '2026-13-01T10:00:00Z',
    '2026-01-01T24:00:01Z',
    '2026-01-01T10:00:00',
    '2026-01-01',
  ])('the time "%s"', async (time) => {
    await expectFault(
      await server.post(envelope(operation('listOrders', `<since>${time}</since>`))),
      'request_invalid',
    );
  });

  test('an attribute that the schema does not have', async () => {
    await expectFault(await server.post(manual('<note lang="pl">x</note>')), 'request_malformed');
  });
});

describe('references that cheat', () => {
  const grown = repeat(9, (at) => `<line id="l${at}">${`<line href="#l${at + 1}"/>`.repeat(10)}</line>`);
  test.each([
    ['a reference to itself', '<lines><line id="a" href="#a"/></lines>'],
    ['a cycle of two', '<lines><line id="a" href="#b"/><line id="b" href="#a"/></lines>'],
    ['a reference to what holds it', '<lines id="a"><line href="#a"/></lines>'],
    ['a reference outside the message', '<note href="http://127.0.0.1:1/"/>'],
    ['a reference to a file', '<note href="file:///etc/passwd"/>'],
    ['a reference to nothing', '<note href="#nothing"/>'],
    ['a reference to __proto__', '<note href="#__proto__"/>'],
    ['the same id twice', '<note id="a">x</note><reason id="a">y</reason><shipping href="#a"/>'],
    ['more references than allowed', `<lines>${'<line href="#a"/>'.repeat(2100)}</lines><note id="a">1</note>`],
  ])('%s', async (_name, extra) => {
    const reply = await server.post(manual(extra));
    const code = /<m:code>(\w+)/.exec(reply.text)?.[1] ?? '';
    expect(['request_malformed', 'request_invalid']).toContain(code);
    await expectFault(reply, code);
  });

  test('references that would unfold to a billion elements', async () => {
    await expectFault(await server.post(manual(`<lines>${grown}</lines>`)), 'request_invalid');
  });

  test('an id called __proto__ is only an id', async () => {
    expect((await server.post(manual('<note id="__proto__">x</note>'))).status).toBe(200);
    expect((await server.post(soap.STATUS_12)).status).toBe(200);
    expect(({} as Record<string, unknown>)['obj']).toBeUndefined();
  });
});

describe('header blocks', () => {
  const own = (text: string, more = '') =>
    `<m:IdempotencyKey xmlns:m="${soap.NAMESPACE}"${more}>${text}</m:IdempotencyKey>`;
  const wsse = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd';
  const security = (content: string) => `<w:Security xmlns:w="${wsse}" e:mustUnderstand="1">${content}</w:Security>`;
  const token = '<w:UsernameToken><w:Username>u</w:Username><w:Password>p</w:Password></w:UsernameToken>';
  test.each([
    [
      'an unknown block that must be understood',
      '<x:a xmlns:x="urn:x" e:mustUnderstand="1"/>',
      'header_not_understood',
    ],
    [
      'the same, for the next',
      `<x:a xmlns:x="urn:x" e:mustUnderstand="1" e:actor="http://schemas.xmlsoap.org/soap/actor/next"/>`,
      'header_not_understood',
    ],
    ['a signature that must be understood', security('<w:Signature/>'), 'header_not_understood'],
    ['a key with blanks', own('a b'), 'idempotency_key_invalid'],
    ['a key too long', own('k'.repeat(256)), 'idempotency_key_invalid'],
    ['two keys', own('a') + own('b'), 'request_malformed'],
    ['two Security blocks', security(token) + security(token), 'request_malformed'],
    ['two tokens', security(token + token), 'request_malformed'],
    [
      'a token without a password',
      security('<w:UsernameToken><w:Username>u</w:Username></w:UsernameToken>'),
      'request_malformed',
    ],
    [
      'a token with two names',
      security(token.replace('<w:Password>', '<w:Username>v</w:Username>$&')),
      'request_malformed',
    ],
    [
      'a password of an unknown type',
      security(token.replace('<w:Password>', '<w:Password Type="urn:x">')),
      'request_malformed',
    ],
    ['a struct as password', security(token.replace('>p<', '><w:a/><')), 'request_malformed'],
  ])('%s', async (_name, header, code) => {
    const reply = await server.post(envelope(operation('addManualRefund', MANUAL), { header }));
    if (code === 'header_not_understood') expect(reply.text).toContain('<faultcode>soap:MustUnderstand</faultcode>');
    await expectFault(reply, code);
  });

  test('a key that must be understood by an operation that has none', async () => {
    const header = own('key', ' e:mustUnderstand="1"');
    await expectFault(await server.post(envelope(raw('1'), { header })), 'header_not_understood');
  });
});

describe('HTTP that does not fit', () => {
  test.each([
    ['text/html; charset=utf-7"><script>', 415],
    ['text/xml; charset=utf-7', 415],
    ['multipart/related; type="text/xml"; boundary=x', 415],
    ['application/json', 415],
    ['', 415],
  ])('the Content-Type "%s"', async (type, expected) => {
    const reply = await server.post(soap.STATUS_12, { 'content-type': type });
    expect(reply.headers['content-type']).toBe('text/xml; charset=utf-8');
    expect(reply.text).not.toContain('script');
    await expectFault(reply, 'media_type_unsupported', expected);
  });

  test.each<[string, Buffer, string, string, number]>([
    ['gzip that is none', Buffer.from('\x1f\x8bnothing', 'latin1'), 'gzip', 'request_malformed', 500],
    ['gzip that ends early', gzipSync(soap.STATUS_12).subarray(0, -9), 'gzip', 'request_malformed', 500],
    ['a bomb of 50 MB', gzipSync(Buffer.alloc(50_000_000, 'a')), 'gzip', 'request_too_large', 413],
    ['an unknown encoding', Buffer.from(soap.STATUS_12), 'br', 'media_type_unsupported', 415],
  ])('%s', async (_name, body, encoding, code, expected) => {
    await expectFault(await server.post(body, { 'content-encoding': encoding }), code, expected);
  });

  test.each([
    ['an attribute of 10 MB', envelope(`<a b="${'x'.repeat(10_000_000)}"/>`), {}],
    ['5 MB of elements, in chunks', status('<a>1</a>'.repeat(600_000)), { 'transfer-encoding': 'chunked' }],
    ['60 MB', Buffer.alloc(60_000_000, 'a'), {}],
  ])('%s', async (_name, body, headers) => {
    const reply = await server.post(body, headers);
    expect(reply.headers['connection']).toBe('close');
    await expectFault(reply, 'request_too_large', 413);
  });

  test.each(['PUT', 'DELETE', 'TRACE', 'PATCH', 'GET'])('the method %s', async (method) => {
    const reply = await server.ask(method, '/soap/v1');
    expect(reply.headers['allow']).toBe('GET, HEAD, POST');
    await expectFault(reply, 'method_not_allowed', 405);
  });
});

test('a body that trickles in is cut off', async () => {
  const impatient = await soap.startServer({ bodyTimeoutMs: 100 });
  const socket = net.connect(impatient.port, '127.0.0.1');
  socket.write('POST /soap/v1 HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nContent-Length: 1000\r\n\r\n<e:');
  const answer = await new Promise<string>((resolve) => {
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString())).on('close', () => resolve(text));
  });
  expect(answer).toMatch(/^HTTP\/1\.1 408 [^]*Connection: close[^]*<m:code>request_timeout<\/m:code>/i);
  expect(answer).toContain('<m:retryable>true</m:retryable>');
  await impatient.close();
});

test('connections that are cut while they send leave the server alive', async () => {
  const head = 'POST /soap/v1 HTTP/1.1\r\nHost: x\r\nContent-Type: text/xml\r\nContent-Length: 1000\r\n';
  for (let round = 0; round < 20; round++) {
    const socket = net.connect(server.port, '127.0.0.1');
    const encoding = round % 2 === 0 ? '' : 'Content-Encoding: gzip\r\n';
    await new Promise<void>((resolve) => socket.write(`${head}${encoding}\r\n${'a'.repeat(round)}`, () => resolve()));
    if (round % 4 < 2) socket.resetAndDestroy();
    else socket.end();
  }
  expect((await server.post(soap.STATUS_12)).status).toBe(200);
  expect(server.bugs).toEqual([]);
});

test('every fault of this file fits the schema', () => {
  expect(faults.length).toBeGreaterThan(100);
  expect(soap.schemaVerdicts(faults).filter((verdict) => verdict !== '')).toEqual([]);
});
