/** XML and envelopes from attackers and broken clients. Each is refused, and the next caller is served. */
import * as soap from './soap-server';
import { envelope, SOAP12 } from './soap-server';
import type { Reply, TestServer } from './soap-server';

let server: TestServer;
beforeAll(async () => void (server = await soap.startServer()));
afterAll(() => server.close());
beforeEach(() => void (server.calls.length = 0));

const expectFault = (reply: Reply, code: string, status?: number) => soap.expectFault(server, reply, code, status);
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

test('every fault of this file fits the schema', () => {
  expect(server.faults.length).toBeGreaterThan(40);
  expect(soap.schemaVerdicts(server.faults).filter((verdict) => verdict !== '')).toEqual([]);
});
