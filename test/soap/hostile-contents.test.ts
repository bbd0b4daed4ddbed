/** Whole envelopes with contents that the contract forbids. Each is refused with the field that is to blame. */
import * as soap from './soap-server';
import { envelope, MANUAL, operation } from './soap-server';
import type { Reply, TestServer } from './soap-server';

let server: TestServer;
beforeAll(async () => void (server = await soap.startServer()));
afterAll(() => server.close());
beforeEach(() => void (server.calls.length = 0));

const expectFault = (reply: Reply, code: string, status?: number) => soap.expectFault(server, reply, code, status);
const status = (content: string) => envelope(operation('getRefundStatus', content));
const manual = (extra: string) => envelope(operation('addManualRefund', MANUAL + extra));
const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
const repeat = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at)).join('');
const raw = (id: string) =>
  `<m:getRefundStatus xmlns:m="${soap.NAMESPACE}"><m:refundId>${id}</m:refundId></m:getRefundStatus>`;

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
    ['a reference to itself', '<lines><line id="a" href="#a"/></lines>', 'there are more than 2000 references'],
    [
      'a cycle of two',
      '<lines><line id="a" href="#b"/><line id="b" href="#a"/></lines>',
      'there are more than 2000 references',
    ],
    ['a reference to what holds it', '<lines id="a"><line href="#a"/></lines>', 'a reference leads back to itself'],
    ['a reference outside the message', '<note href="http://127.0.0.1:1/"/>', 'must lead to an id of the same message'],
    ['a reference to a file', '<note href="file:///etc/passwd"/>', 'must lead to an id of the same message'],
    ['a reference to nothing', '<note href="#nothing"/>', 'leads nowhere'],
    ['a reference to __proto__', '<note href="#__proto__"/>', 'leads nowhere'],
    ['a reference with content', '<note id="a">x</note><reason href="#a">y</reason>', 'has a reference and content'],
    ['the same id twice', '<note id="a">x</note><shipping id="a">1</shipping><reason href="#a"/>', 'is given twice'],
  ])('%s', async (_name, extra, complaint) => {
    const reply = await server.post(manual(extra));
    expect(reply.text).toContain(complaint);
    await expectFault(reply, 'request_malformed');
  });

  test('references that would unfold to a billion elements end at the first that is not known there', async () => {
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

test('every fault of this file fits the schema', () => {
  expect(server.faults.length).toBeGreaterThan(40);
  expect(soap.schemaVerdicts(server.faults).filter((verdict) => verdict !== '')).toEqual([]);
});
