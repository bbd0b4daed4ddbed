/** Messages of style rpc/encoded that nobody honest sends. Each is answered whole, runs nothing, and the server lives on. */
import { encoded, startParcels, weigh } from './encoded-server';
import type { ParcelsServer } from './encoded-server';

let server: ParcelsServer;
beforeAll(async () => void (server = await startParcels()));
afterAll(() => server.close());
beforeEach(() => {
  server.calls.length = 0;
  server.bugs.length = 0;
});

const CALL = '<ns1:weigh><weighRequest/></ns1:weigh>';
const calling = (params: string, beside: string) =>
  encoded(`<ns1:weigh><weighRequest><params>${params}</params></weighRequest></ns1:weigh>${beside}`);
const deep = (levels: number) => '<a>'.repeat(levels) + '</a>'.repeat(levels);
/** Ten references a level: few elements that stand for millions. */
const tower = Array.from(
  { length: 9 },
  (_none, level) => `<m id="l${level}">${`<x href="#l${level + 1}"/>`.repeat(10)}</m>`,
);

describe('a fault answers', () => {
  const message = weigh('<parcel>7</parcel>');
  test.each<[string, string | Buffer]>([
    ['no XML', 'weigh it'],
    ['nothing', ''],
    ['XML that ends too early', message.slice(0, -5)],
    ['a document type', message.replace('<e:Envelope', '<!DOCTYPE x [<!ENTITY a "b">]>$&')],
    ['a processing instruction', message.replace('<e:Body>', '<?run it?>$&')],
    ['bytes that are no UTF-8', Buffer.from(weigh('<note>\xff</note>'), 'latin1')],
    ['another root', '<weigh xmlns="ApiParcels"/>'],
    ['an Envelope of nowhere', message.replaceAll('http://schemas.xmlsoap.org/soap/envelope/', 'urn:x')],
    [
      'an Envelope of SOAP 1.2',
      message.replaceAll('http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope'),
    ],
    ['no Body', message.replace(/<e:Body>.*<\/e:Body>/, '')],
    ['an empty Body', encoded('')],
    ['two Bodies', message.replace('</e:Body>', '$&<e:Body/>')],
    ['a Header behind the Body', message.replace('</e:Body>', '$&<e:Header/>')],
    ['text between the parts', message.replace('<e:Body>', 'text$&')],
    ['another operation', encoded('<ns1:measure><weighRequest/></ns1:measure>')],
    ['the operation of another namespace', encoded('<weigh xmlns="urn:other"><weighRequest/></weigh>')],
    ['the operation without a namespace', encoded('<weigh><weighRequest/></weigh>')],
    ['two operations', encoded(CALL + CALL)],
    ['a second operation that has an id', encoded(CALL + CALL.replace('weigh>', 'weigh id="a">'))],
    ['something beside the operation to which nothing can lead', encoded(`${CALL}<params/>`)],
    [
      'a block that must be understood',
      message.replace('<e:Body>', '<e:Header><x e:mustUnderstand="1"/></e:Header>$&'),
    ],
    ['elements nested too deep', weigh(deep(40))],
    ['a part of an array', weigh('<boxes SOAP-ENC:offset="[3]"><item/></boxes>')],
    ['an entry with a place', weigh('<boxes><item SOAP-ENC:position="[3]"/></boxes>')],
    ['a reference to nothing', calling('<box href="#a"/>', '')],
    ['a reference to another document', calling('<box href="http://127.0.0.1/"/>', '')],
    ['a reference with content', calling('<note href="#a">b</note>', '<m id="a">c</m>')],
    ['one id twice', calling('', '<m id="a"/><m id="a"/>')],
    ['a circle', calling('<box href="#a"/>', '<m id="a" href="#b"/><m id="b" href="#a"/>')],
    ['an element inside itself', calling('<box href="#a"/>', '<m id="a"><box href="#a"/></m>')],
    ['a tower of references', calling('<box href="#l0"/>', `${tower.join('')}<m id="l9"/>`)],
    ['more text than was sent', calling('<x href="#a"/>'.repeat(900), `<m id="a">${'x'.repeat(9_000)}</m>`)],
  ])('%s', async (_name, sent) => {
    const { status, text } = await server.post(sent);
    expect(text).toMatch(
      /<SOAP-ENV:Fault><faultcode>SOAP-ENV:Client<\/faultcode><faultstring>Malformed<\/faultstring>/,
    );
    expect(status).toBe(500);
    expect(server.calls).toEqual([]);
    expect(server.bugs).toEqual([]);
    expect((await server.post(message)).status).toBe(200);
  });

  test('a SOAP 1.2 envelope, and the log says why', async () => {
    await server.post(
      message.replaceAll('http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope'),
    );
    expect(server.entries.at(-1)).toMatchObject({ status: 500, code: 'envelope_version_unknown' });
  });

  test('a SOAPAction that names another operation', async () => {
    const { text } = await server.post(message, { soapaction: '"#measure"' });
    expect(text).toContain('<faultstring>Malformed</faultstring>');
    expect(server.calls).toEqual([]);
  });

  test.each<[number, Record<string, string>, string]>([
    [415, { 'content-type': 'application/json' }, '{}'],
    [415, { 'content-type': 'text/xml; charset=utf-7' }, message],
    [415, { 'content-encoding': 'br' }, message],
    [413, {}, message.replace('<parcel>', `${' '.repeat(1024 * 1024)}$&`)],
    [413, { 'content-type': 'application/soap+xml' }, ' '.repeat(1024 * 1024 + 1)],
  ])('with %i what the door itself refuses', async (expected, headers, sent) => {
    const { status, text, headers: answered } = await server.post(sent, headers);
    expect(status).toBe(expected);
    expect(answered['content-type']).toBe('text/xml; charset=utf-8');
    expect(text).toContain('<faultstring>Malformed</faultstring>');
  });
});

describe('the platform’s own reply, with 200, answers what no value can express', () => {
  test.each([
    ['params.parcel', '<parcel>7</parcel><parcel>8</parcel>'],
    ['params.parcel', '<parcel/><parcel>8</parcel>'],
    ['params.parcel', '<parcel>7</parcel><ns1:parcel>8</ns1:parcel>'],
    ['params.boxes', '<boxes><item/></boxes><boxes><item/></boxes>'],
    ['params.boxes', '<boxes><label>A</label></boxes><boxes><item/></boxes>'],
    ['params.parcel', '<parcel><a>7</a></parcel>'],
    ['params.box', '<box>text</box>'],
    ['params.boxes', '<boxes>text</boxes>'],
    ['params.boxes', '<boxes><item/>text</boxes>'],
    ['params.parcel', '<parcel xsi:nil="true">7</parcel>'],
    ['params.box', '<box xsi:nil="true"><label>A</label></box>'],
    ['params.box.label', '<box><label>A</label><label>B</label></box>'],
    ['params', 'text'],
  ])('in %s: %s', async (field, params) => {
    const { status, text } = await server.post(weigh(params));
    expect(text).toContain(
      `<faultCode xsi:type="xsd:int">3</faultCode><faultString xsi:type="xsd:string">bad ${field}<`,
    );
    expect(status).toBe(200);
    expect(server.calls).toEqual([]);
    expect(server.entries.at(-1)).toMatchObject({ operation: 'weigh', status: 200, code: 'request_invalid' });
  });
});

test('names that objects know are only names', async () => {
  await server.post(weigh('<__proto__><kind>bag</kind></__proto__><constructor>x</constructor><parcel>7</parcel>'));
  expect(server.calls.at(-1)?.input).toEqual({ params: { parcel: 7 } });
});
