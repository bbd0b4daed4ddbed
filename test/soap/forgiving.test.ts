/**
 * Forgiving where it must be, strict where it may: what stacks of twenty years send and mean well is understood, what could be
 * meant in two ways is refused. One row for each; xsi:type has a file of its own, marked-types.test.ts.
 */
import * as soap from './soap-server';
import { envelope, MANUAL, operation, SOAP11, SOAP12, STATUS_12, type TestServer } from './soap-server';

let server: TestServer;
beforeAll(async () => void (server = await soap.startServer()));
afterAll(() => server.close());
beforeEach(() => void (server.calls.length = 0));

const lastInput = (): Record<string, unknown> => server.calls.at(-1)?.input as Record<string, unknown>;
const manual = (extra: string, uri = SOAP11): string => envelope(operation('addManualRefund', MANUAL + extra), { uri });
const note = (text: string): string =>
  envelope(`<openReturn xmlns="${soap.NAMESPACE}"><orderId>5</orderId><note>${text}</note><lines/></openReturn>`);

const LINE = '<lineId>1</lineId><quantity>2</quantity>';
const ENC = 'xmlns:enc="http://www.w3.org/2003/05/soap-encoding"';

describe('references', () => {
  test.each([
    ['backwards, as PHP writes them', `<line id="ref1">${LINE}</line><line href="#ref1"/>`],
    ['forwards, as Axis writes them', `<line href="#id0"/><line id="id0">${LINE}</line>`],
    ['through another reference', `<line href="#a"/><line id="b">${LINE}</line>`.replace('/>', ' id="c"/>').replace('#a', '#b')],
    ['as SOAP 1.2 writes them', `<line ${ENC} enc:id="x">${LINE}</line><line ${ENC} enc:ref="x"/>`],
    ['as SOAP 1.2 is often misread', `<line ${ENC} enc:ref="#x"/><line ${ENC} enc:id="x">${LINE}</line>`],
    ['to a single value', `<line><lineId>1</lineId><quantity id="q">2</quantity></line><line><lineId>1</lineId><quantity href="#q"/></line>`],
  ])('%s are followed, in both versions', async (_name, lines) => {
    for (const uri of [SOAP11, SOAP12]) {
      expect((await server.post(manual(`<lines>${lines}</lines>`, uri))).status).toBe(200);
      expect(lastInput()['lines']).toEqual([{ lineId: 1, quantity: 2 }, { lineId: 1, quantity: 2 }]);
    }
  }); // prettier-ignore

  test.each([
    ['to nobody', '<line href="#nobody"/>'],
    ['to another document', '<line href="http://127.0.0.1:1/a"/>'],
    ['to itself', '<line id="a" href="#a"/>'],
    ['in a circle', '<line id="a" href="#b"/><line id="b" href="#a"/>'],
    ['to one of two', `<line href="#a"/><line id="a">${LINE}</line><line id="a">${LINE}</line>`],
    ['beside a value of its own', `<line id="a">${LINE}</line><line href="#a">${LINE}</line>`],
  ])('%s are refused', async (_name, lines) => {
    await soap.expectFault(server, await server.post(manual(`<lines>${lines}</lines>`)), 'request_malformed');
  });

  test.each([
    ['one that may be followed', 499, 200],
    ['one more than may be followed', 2_001, 500],
  ])('%s', async (_name, count, status) => {
    const lines = `<line id="a">${LINE}</line>${'<line href="#a"/>'.repeat(count)}`;
    expect((await server.post(manual(`<lines>${lines}</lines>`))).status).toBe(status);
  });
});

describe('a SOAPAction', () => {
  const OWN = 'urn:refund-gateway:v1';
  test.each([
    ['of this operation', `"${OWN}/getRefundStatus"`, 200],
    ['of somebody else', '"http://tempuri.org/Pay"', 200],
    ['of an operation that is none', `"${OWN}/payEverybody"`, 200],
    ['of nothing', '""', 200],
    ['of another operation', `"${OWN}/confirmRefund"`, 500],
    ['of another operation, without quotes', `${OWN}/confirmRefund`, 500],
  ])('%s: %s', async (_name, soapaction, status) => {
    const media = { 'content-type': `application/soap+xml; action=${soapaction}` };
    const own = await server.post(STATUS_12, { soapaction });
    const parameter = await server.post(STATUS_12, media);
    expect([own.status, parameter.status]).toEqual([status, status]);
    if (status === 500)
      expect([own.text, parameter.text].every((text) => text.includes('request_malformed'))).toBe(true);
  });
});

describe('an empty element', () => {
  const order = '<orderId>5</orderId><currency>PLN</currency><lines/><payments/>';
  const nothing = { orderId: 5, currency: 'PLN', lines: [], payments: [] };
  test.each([
    ['a number', 'putOrder', `${order}<shipping/>`, nothing],
    ['a time', 'putOrder', `${order}<placedAt></placedAt>`, nothing],
    ['a time of blanks', 'putOrder', `${order}<placedAt> \n\t</placedAt>`, nothing],
    ['an enumeration', 'putOrder', `${order}<fulfilment/>`, nothing],
    ['a truth', 'putOrder', `${order}<taxIncluded/>`, nothing],
    ['a whole number', 'addManualRefund', `${MANUAL}<orderId/>`, undefined],
  ])('that is optional and %s is absent', async (_name, name, content, expected) => {
    await server.post(envelope(operation(name, content)));
    if (expected) expect(lastInput()).toEqual(expected);
    else expect(server.calls).toEqual([]);
  });

  test.each([
    ['an id that is required', envelope(operation('getRefundStatus', '<refundId/>'))],
    ['an amount that is required', envelope(operation('updateRefund', '<refundId>1</refundId><amount/><currency>PLN</currency>'))],
    ['a text that must have a letter', manual('<reference/>')],
  ])('is refused for %s', async (_name, body) => {
    await soap.expectFault(server, await server.post(body), 'request_invalid');
  }); // prettier-ignore

  test('is an empty text for what may be empty', async () => {
    await server.post(note(''));
    expect(lastInput()['note']).toBe('');
  });
});

describe('text', () => {
  test.each([
    ['two references for the surrogates, in hexadecimal', '&#xD83D;&#xDE00;', '😀'],
    ['the same in decimal', '&#55357;&#56832;', '😀'],
    ['the same mixed, with zeros', '&#x0D83D;&#056832;', '😀'],
    ['a mark that is no mark', '\ufeffa', '\ufeffa'],
  ])('%s is joined or kept', async (_name, sent, meant) => {
    expect((await server.post(note(sent))).status).toBe(200);
    expect(lastInput()['note']).toBe(meant);
  });

  test.each(['&#xD83D;', '&#xDE00;&#xD83D;', '&#xD83D; &#xDE00;', '&#xD83D;&#65;'])('%s is refused', async (sent) => {
    await soap.expectFault(server, await server.post(note(sent)), 'request_malformed');
  });
});

describe('bytes', () => {
  const POLISH = 'Łódź';
  const FRENCH = 'Été';
  const single = (text: string, letters: Readonly<Record<string, number>>): Buffer =>
    Buffer.from([...text].map((letter) => letters[letter] ?? letter.charCodeAt(0)));
  const LATIN2 = { Ł: 0xa3, ó: 0xf3, ź: 0xbc };
  const CP1250 = { Ł: 0xa3, ó: 0xf3, ź: 0x9f };
  const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');
  const big = (text: string): Buffer => wide(text).swap16();
  const MARK = '\ufeff';

  const CHARSETS: readonly (readonly [charset: string, meant: string, bytes: (text: string) => Buffer])[] = [
    ['UTF-8', POLISH, (text) => Buffer.from(text)],
    ['utf-8', POLISH, (text) => Buffer.from(MARK + text)],
    ['UTF-16', POLISH, (text) => wide(MARK + text)],
    ['UTF-16', POLISH, (text) => big(MARK + text)],
    ['UTF-16', POLISH, wide],
    ['UTF-16', POLISH, big],
    ['UTF-16LE', POLISH, wide],
    ['UTF-16BE', POLISH, big],
    ['ISO-8859-1', FRENCH, (text) => Buffer.from(text, 'latin1')],
    ['ISO-8859-2', POLISH, (text) => single(text, LATIN2)],
    ['windows-1250', POLISH, (text) => single(text, CP1250)],
    ['windows-1252', 'Été € „Š” Ÿ', (text) => single(text, { '€': 0x80, '„': 0x84, Š: 0x8a, '”': 0x94, Ÿ: 0x9f })],
  ];

  test.each(CHARSETS)(
    'in %s, saying %s, are read as the Content-Type or the declaration says',
    async (charset, meant, bytes) => {
      const declared = `<?xml version="1.0" encoding="${charset}"?>${note(meant)}`;
      const asked = [
        await server.post(bytes(note(meant)), { 'content-type': `text/xml; charset=${charset}` }),
        await server.post(bytes(declared), { 'content-type': `text/xml; charset="${charset.toLowerCase()}"` }),
        await server.post(bytes(declared), { 'content-type': 'text/xml' }),
      ];
      expect(asked.map(({ status }) => status)).toEqual([200, 200, 200]);
      expect(server.calls.map(({ input }) => (input as { note: string }).note)).toEqual([meant, meant, meant]);
    },
  );

  test.each(['utf-7', 'utf-32', 'ebcdic-cp-us', 'shift_jis', 'iso-8859-15', 'x-unheard', '__proto__'])(
    'in %s are 415, wherever it is said',
    async (charset) => {
      const declared = `<?xml version="1.0" encoding="${charset}"?>${STATUS_12}`;
      const said = await server.post(STATUS_12, { 'content-type': `text/xml; charset=${charset}` });
      await soap.expectFault(server, said, 'media_type_unsupported', 415);
      server.calls.length = 0;
      await soap.expectFault(server, await server.post(declared), 'media_type_unsupported', 415);
    },
  );
});

describe('a header block of others', () => {
  const block = (version: string, uri: string, must: string, role: string | undefined): string => {
    const to = role === undefined ? '' : ` e:${version}="${role}"`;
    const header = `<x:a xmlns:x="urn:x" e:mustUnderstand="${must}"${to}><x:b>text</x:b></x:a>`;
    return envelope(operation('getRefundStatus', '<refundId>12</refundId>'), { uri, header });
  };
  const NEXT11 = 'http://schemas.xmlsoap.org/soap/actor/next';
  const ROLE = 'http://www.w3.org/2003/05/soap-envelope/role/';
  test.each<[string, string, string, string | undefined, boolean]>([
    ['actor', SOAP11, '0', undefined, true],
    ['actor', SOAP11, '1', undefined, false],
    ['actor', SOAP11, '1', '', false],
    ['actor', SOAP11, '1', NEXT11, false],
    ['actor', SOAP11, '1', 'urn:somebody', true],
    ['role', SOAP12, 'false', undefined, true],
    ['role', SOAP12, 'true', undefined, false],
    ['role', SOAP12, '1', `${ROLE}next`, false],
    ['role', SOAP12, 'true', `${ROLE}ultimateReceiver`, false],
    ['role', SOAP12, 'true', `${ROLE}none`, true],
    ['role', SOAP12, 'true', 'urn:somebody', true],
  ])('with %s in %s: mustUnderstand %s for %s', async (version, uri, must, role, served) => {
    const reply = await server.post(block(version, uri, must, role));
    if (served) expect(reply.status).toBe(200);
    else await soap.expectFault(server, reply, 'header_not_understood');
  });
});

describe('a method', () => {
  test.each(['PUT', 'DELETE', 'PATCH', 'TRACE', 'OPTIONS'])('%s is 405, with what is allowed', async (method) => {
    for (const target of ['/soap/v1', '/soap/v1?wsdl']) {
      const { status, headers } = await server.ask(method, target);
      expect([status, headers.allow]).toEqual([405, 'GET, HEAD, POST']);
    }
  });

  test('GET shows browsers a page, and tools the contract', async () => {
    const page = { policy: "default-src 'none'", html: () => '<!doctype html><title>SOAP</title>' };
    const open = await soap.startServer({ page });
    expect((await open.ask('GET', '/soap/v1')).headers['content-type']).toBe('text/html; charset=utf-8');
    expect((await open.ask('GET', '/soap/v1?wsdl')).headers['content-type']).toBe('text/xml; charset=utf-8');
    await open.close();
  });
});
