/** What an element may be called by xsi:type: whatever old stacks call it, and nothing that it cannot be. */
import { MarkedTypes } from '../../src/soap/marked-types';
import { readContract } from '../../src/soap/wsdl-reader';
import type { Contract, Type } from '../../src/soap/contract';
import * as soap from './soap-server';
import { envelope, MANUAL, SOAP11, SOAP12, type TestServer } from './soap-server';

let server: TestServer;
let contract: Contract;
beforeAll(async () => {
  server = await soap.startServer();
  contract = await readContract(soap.WSDL);
});
afterAll(() => server.close());
beforeEach(() => void (server.calls.length = 0));

const PREFIXES =
  `xmlns:m="${soap.NAMESPACE}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ` +
  'xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:enc="http://schemas.xmlsoap.org/soap/encoding/"';
const qualified = (content: string) => content.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1m:');
const manual = (content: string) => `<m:addManualRefund ${PREFIXES}>${qualified(MANUAL + content)}</m:addManualRefund>`;
const LINE = '<lineId>1</lineId><quantity>2</quantity>';

test.each<[string, string, string]>([
  ['a date for an amount', '<shipping xsi:type="xsd:date">1.00</shipping>', 'shipping must be decimal digits, at most 12 before the point and 3 after it, such as 12.30; its xsi:type says date'],
  ['a truth for an amount', '<shipping xsi:type="xsd:boolean">1</shipping>', '; its xsi:type says boolean'],
  ['base64 for a text', '<note xsi:type="xsd:base64Binary">eA==</note>', 'note must be text of at most 1000 characters; its xsi:type says base64Binary'],
  ['SOAP’s own base64', '<note xsi:type="enc:base64">eA==</note>', '; its xsi:type says base64'],
  ['a struct for a text', '<note xsi:type="m:LineQuantity">x</note>', 'note must be text of at most 1000 characters; its xsi:type says LineQuantity'],
  ['another list', '<lines xsi:type="m:OrderLineInputList"/>', 'lines must be LineQuantityList; its xsi:type says OrderLineInputList'],
  ['text for a list', '<lines xsi:type="xsd:string"/>', 'lines must be LineQuantityList; its xsi:type says string'],
  ['another struct, in a list', `<lines><line>${LINE}</line><line xsi:type="m:OrderLineInput">${LINE}</line></lines>`, 'lines[1] must be LineQuantity; its xsi:type says OrderLineInput'],
  ['an array for an amount', '<shipping xsi:type="enc:Array">1.00</shipping>', '; its xsi:type says Array'],
  ['a type of ours that is text, for an amount', '<shipping xsi:type="m:Timestamp">1.00</shipping>', '; its xsi:type says Timestamp'],
  ['a prefix bound at the very element', '<shipping xmlns:q="http://www.w3.org/2001/XMLSchema" xsi:type=" q:date "/>', '; its xsi:type says date'],
  ['a type without a prefix', '<shipping xmlns="http://www.w3.org/2001/XMLSchema" xsi:type="date">1</shipping>', '; its xsi:type says date'],
  ['behind a reference', `<lines><line href="#r"/><line id="r" xsi:type="m:PaymentInput">${LINE}</line></lines>`, 'lines[0] must be LineQuantity; its xsi:type says PaymentInput'],
])('%s is refused, with the field and the type it has', async (_name, content, complaint) => {
  for (const uri of [SOAP11, SOAP12]) {
    const reply = await server.post(envelope(manual(content), { uri }));
    expect(reply.text).toContain(`${complaint}</m:message>`);
    await soap.expectFault(server, reply, 'request_invalid');
    server.calls.length = 0;
  }
}); // prettier-ignore

test.each([
  ['text for an amount', '<shipping xsi:type="xsd:string">1.00</shipping>'],
  ['a whole number for an amount', '<shipping xsi:type="xsd:int">1</shipping>'],
  ['a float for an amount', '<shipping xsi:type="xsd:float">1.00</shipping>'],
  ['a number for a text', '<note xsi:type="xsd:int">12</note>'],
  ['text for an enumeration', '<note xsi:type="xsd:string">x</note>'],
  ['the type of the schema', `<lines xsi:type="m:LineQuantityList"><line xsi:type="m:LineQuantity">${LINE}</line></lines>`],
  ['another name for the same base', '<shipping xsi:type="m:SignedAmount">1.00</shipping>'],
  ['an array for a list', `<lines xsi:type="enc:Array"><line xsi:type="enc:Struct">${LINE}</line></lines>`],
  ['anything', `<lines xsi:type="xsd:anyType"><line>${LINE}</line></lines>`],
  ['a type that nobody knows', '<note xsi:type="m:Unheard">x</note>'],
  ['a type of somebody else', '<note xmlns:perl="http://namespaces.soaplite.com/perl" xsi:type="perl:date">x</note>'],
  ['a prefix that is not bound', '<note xsi:type="q:date">x</note>'],
])('%s is what old stacks say, and taken', async (_name, content) => {
  const reply = await server.post(envelope(manual(content)));
  expect(reply.status).toBe(200);
}); // prettier-ignore

test('no type of the contract contradicts itself', () => {
  const marked = new MarkedTypes(contract.namespace, contract.types);
  const own = (type: Type) => marked.contradict({ uri: contract.namespace, local: type.name }, type);
  expect([...contract.types.values()].filter(own)).toEqual([]);
});

test.each([
  ['the operation points elsewhere', `<m:retrieveRefundsList ${PREFIXES} href="#x"/>`],
  ['the operation has an attribute that nobody knows', `<m:retrieveRefundsList ${PREFIXES} state="all"/>`],
  ['nil is neither true nor false', manual('<note xsi:nil="TRUE"/>')],
])('what could be taken for something else is refused: %s', async (_name, body) => {
  await soap.expectFault(server, await server.post(envelope(body)), 'request_malformed');
});

test('an operation that SOAP::Lite calls nil is one with nothing said', async () => {
  server.next = () => Promise.resolve({ refunds: [] });
  const reply = await server.post(envelope(`<m:retrieveRefundsList ${PREFIXES} xsi:nil="true"/>`));
  expect([reply.status, server.calls.at(-1)?.input]).toEqual([200, {}]);
});

test.each([
  ['that need not be known', ' colour="red"', 'request_malformed'],
  ['that says neither yes nor no', ' e:mustUnderstand="perhaps"', 'request_malformed'],
])('a header block of ours with an attribute %s is refused', async (_name, attribute, code) => {
  const header = `<m:IdempotencyKey xmlns:m="${soap.NAMESPACE}"${attribute}>key-1</m:IdempotencyKey>`;
  await soap.expectFault(server, await server.post(envelope(manual(''), { header })), code);
});
