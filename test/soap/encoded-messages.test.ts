/** Messages of style rpc/encoded as honest clients send them, against a real server: what arrives, what goes back. */
import { CLIENTS, MEANT } from './encoded-clients';
import { encoded, PATH, refuse, startParcels, weigh } from './encoded-server';
import type { ParcelsServer } from './encoded-server';

let server: ParcelsServer;
beforeAll(async () => void (server = await startParcels()));
afterAll(() => server.close());
beforeEach(() => void (server.calls.length = 0));

const lastInput = () => server.calls.at(-1)?.input;
const lastParams = () => (lastInput() as { params?: unknown }).params;

describe('the same call arrives from', () => {
  test.each(CLIENTS)('%s', async (_name, message) => {
    expect((await server.post(message, { soapaction: '"#weigh"' })).status).toBe(200);
    expect(lastInput()).toEqual(MEANT);
  });
});

test('members in the contract’s own namespace are taken like those without one', async () => {
  const message = `<weigh xmlns="ApiParcels"><weighRequest><params><parcel>7</parcel></params></weighRequest></weigh>`;
  await server.post(encoded(message));
  expect(lastInput()).toEqual({ params: { parcel: 7 } });
});

describe('a float keeps its digits and is never rounded', () => {
  test.each([
    ['15.0', '15.0'],
    [' 20.12\n', '20.12'],
    ['0.1000000000000000055511151231257827', '0.1000000000000000055511151231257827'],
    ['12345678901234567890.12', '12345678901234567890.12'],
    ['2.5E1', '25'],
    ['1.0E+25', '10000000000000000000000000'],
    ['2512e-2', '25.12'],
    ['1E-3', '0.001'],
    ['+007.50', '7.50'],
    ['.5', '0.5'],
    ['5.', '5'],
    ['-5', '-5'],
  ])('%p is %s', async (sent, meant) => {
    await server.post(weigh(`<weight>${sent}</weight>`));
    expect(lastParams()).toEqual({ weight: meant });
  });
});

describe('what does not fit stays a text, for the platform’s own check to refuse', () => {
  test.each([
    ['<weight>INF</weight>', { weight: 'INF' }],
    ['<weight>1,5</weight>', { weight: '1,5' }],
    ['<weight>1E99</weight>', { weight: '1E99' }],
    ['<weight>1E999999999</weight>', { weight: '1E999999999' }],
    [`<weight>${'0'.repeat(40)}1</weight>`, { weight: `${'0'.repeat(40)}1` }],
    ['<weight>.</weight>', { weight: '.' }],
    ['<parcel>7.0</parcel>', { parcel: '7.0' }],
    ['<parcel>7-1</parcel>', { parcel: '7-1' }],
    ['<parcel>2147483648</parcel>', { parcel: '2147483648' }],
    ['<fragile>yes</fragile>', { fragile: 'yes' }],
    ['<kind>crate</kind>', { kind: 'crate' }],
  ])('%s', async (sent, meant) => {
    await server.post(weigh(sent));
    expect(lastParams()).toEqual(meant);
  });
});

describe('what is missing is left out, and what is not known is passed over', () => {
  test.each([
    ['', {}],
    ['<parcel/><weight> </weight><fragile/>', {}],
    ['<note/><kind></kind>', { kind: '', note: '' }],
    ['<parcel>7</parcel><colour>red<b>!</b></colour>', { parcel: 7 }],
    ['<x:parcel xmlns:x="urn:other">8</x:parcel>', {}],
    ['<parcel unknown="1">7</parcel>', { parcel: 7 }],
    ['<box/>', { box: {} }],
    ['<boxes/>', { boxes: [] }],
    ['<boxes><item/></boxes>', { boxes: [{}] }],
    ['<numbers><item>1</item><item>two</item><item/></numbers>', { numbers: [1, 'two', null] }],
    ['<numbers>1</numbers><numbers>2</numbers>', { numbers: [1, 2] }],
    ['<numbers>1</numbers>', { numbers: [1] }],
  ])('%p', async (sent, meant) => {
    await server.post(weigh(sent));
    expect(lastParams()).toEqual(meant);
  });

  test.each([
    ['no part', ''],
    ['an empty part', '<weighRequest/>'],
    ['a part of another name', '<request><params/></request>'],
  ])('%s', async (_name, part) => {
    expect((await server.post(encoded(`<ns1:weigh>${part}</ns1:weigh>`))).status).toBe(200);
    expect(lastInput()).toEqual({});
  });
});

describe('a SOAPAction that names no other operation is no matter', () => {
  test.each(['"#weigh"', '#weigh', '', '""', '"ApiParcels#weigh"', '"urn:other"'])('%p', async (soapaction) => {
    expect((await server.post(weigh('<parcel>7</parcel>'), { soapaction })).status).toBe(200);
  });
});

test('an answer names the type of every element and the length of every array, in the order of the schema', async () => {
  server.next = () => ({
    result: {
      numbers: [1, -2],
      boxes: [{ label: 'a < b & "c"', height: 15 }],
      box: { label: '' },
      fragile: false,
      weight: '20.12',
      kind: 'bag',
      parcel: 7,
      colour: 'unknown to the schema',
    },
    errors: { faultCode: 0, faultString: '' },
  });
  const { text, headers } = await server.post(weigh(''));
  expect(headers['content-type']).toBe('text/xml; charset=utf-8');
  expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<SOAP-ENV:Envelope xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ns1="ApiParcels" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:SOAP-ENC="http://schemas.xmlsoap.org/soap/encoding/" SOAP-ENV:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"><SOAP-ENV:Body><ns1:weighResponse><weighResponse xsi:type="ns1:weighResponseType"><errors xsi:type="ns1:errorsType"><faultCode xsi:type="xsd:int">0</faultCode><faultString xsi:type="xsd:string"></faultString></errors><result xsi:type="ns1:weighParamsType"><kind xsi:type="ns1:kindType">bag</kind><parcel xsi:type="xsd:int">7</parcel><weight xsi:type="xsd:float">20.12</weight><fragile xsi:type="xsd:boolean">false</fragile><box xsi:type="ns1:boxType"><label xsi:type="xsd:string"></label></box><boxes SOAP-ENC:arrayType="ns1:boxType[1]" xsi:type="ns1:boxesType"><item xsi:type="ns1:boxType"><label xsi:type="xsd:string">a &lt; b &amp; &quot;c&quot;</label><height xsi:type="xsd:float">15</height></item></boxes><numbers SOAP-ENC:arrayType="xsd:int[2]" xsi:type="ns1:numbersType"><item xsi:type="xsd:int">1</item><item xsi:type="xsd:int">-2</item></numbers></result></weighResponse></ns1:weighResponse></SOAP-ENV:Body></SOAP-ENV:Envelope>
`);
});

test('an id longer than an xsd:int is written all the same', async () => {
  server.next = () => ({
    errors: { faultCode: 0, faultString: '' },
    result: { kind: 'box', parcel: 9_007_199_254_740_991 },
  });
  const { text } = await server.post(weigh(''));
  expect(text).toContain('<parcel xsi:type="xsd:int">9007199254740991</parcel>');
});

describe('half an answer is never sent: a bug of ours is one, and nobody outside reads of it', () => {
  const errors = { faultCode: 0, faultString: '' };
  test.each<[string, unknown]>([
    ['a value outside its enumeration', { errors, result: { kind: 'crate', parcel: 7 } }],
    ['a number that needs an exponent', { errors, result: { kind: 'box', parcel: 7, weight: 1e-7 } }],
    ['a number that is none', { errors, result: { kind: 'box', parcel: 7, weight: NaN } }],
    ['an int that JavaScript cannot hold', { errors, result: { kind: 'box', parcel: 2 ** 53 } }],
    ['an int that is a text', { errors, result: { kind: 'box', parcel: '7' } }],
    ['a list that is none', { errors, result: { kind: 'box', parcel: 7, boxes: {} } }],
    ['a missing member', { result: {} }],
    ['no object', undefined],
  ])('%s', async (_name, answer) => {
    server.bugs.length = 0;
    server.next = () => answer;
    const { status, text } = await server.post(weigh(''));
    expect(status).toBe(500);
    expect(text).toContain('<faultcode>SOAP-ENV:Server</faultcode><faultstring>Broken</faultstring></SOAP-ENV:Fault>');
    expect(server.bugs).toHaveLength(1);
  });
});

test('a refusal of the call is the platform’s fault with the status of the door', async () => {
  server.next = refuse;
  const { status, text, headers } = await server.post(weigh(''));
  expect(status).toBe(503);
  expect(headers['retry-after']).toBe('1');
  expect(text).toContain('<faultcode>SOAP-ENV:Client</faultcode><faultstring>Malformed</faultstring>');
});

describe('the WSDL is shown with the address at which it was found, query and all', () => {
  test.each([
    ['GET', 200, 'shop.example:8080'],
    ['HEAD', 200, 'shop.example'],
  ])('%s', async (method, status, host) => {
    const reply = await server.get(`${PATH}/wsdl`, { host }, method);
    expect(reply.status).toBe(status);
    if (method === 'GET') expect(reply.text).toContain(`soap:address location="http://${host}${PATH}"`);
  });

  test('and nothing else is', async () => {
    const reply = await server.get(PATH);
    expect(reply.status).toBe(405);
    expect(reply.headers.allow).toBe('GET, HEAD, POST');
    expect(reply.text).toContain('<SOAP-ENV:Fault>');
  });
});
