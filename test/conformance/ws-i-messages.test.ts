/**
 * What WS-I's Basic Profile 1.1 says of messages, held against real answers of every kind, in both versions of SOAP. Each rule
 * is also shown an answer that breaks it: a rule that nothing can break proves nothing.
 *
 * Where a fault is not a 500 (R1126), it is HTTP that refuses, before any envelope is looked at or after none could be: 405 and
 * 415 are the profile's own wish (R1114, R1115), 408 and 413 say why nothing was read. 503 with Retry-After is ours alone: a
 * busy gateway must be told apart from a wrong request by proxies that read no XML.
 */
import { Refusal, type RefusalCode } from '../../src/domain/refusal';
import { readXmlTree, type XmlElement } from '../../src/soap/xml-tree';
import * as soap from '../soap/soap-server';
import { envelope, operation, SOAP11, SOAP12, type Reply, type TestServer } from '../soap/soap-server';

interface Answer {
  /** How it was asked for. */
  readonly method: string;
  readonly status: number;
  readonly contentType: string;
  readonly allow?: string | undefined;
  readonly text: string;
}

const ENVELOPES: readonly string[] = [SOAP11, SOAP12];
type Words = Readonly<Record<string, readonly string[]>>;
const FAULT_PARTS: Words = { [SOAP11]: ['faultcode', 'faultstring', 'faultactor', 'detail'], [SOAP12]: ['Code', 'Reason', 'Node', 'Role', 'Detail'] }; // prettier-ignore
const FAULT_CODES: Words = { [SOAP11]: ['Client', 'Server', 'VersionMismatch', 'MustUnderstand'], [SOAP12]: ['Sender', 'Receiver', 'VersionMismatch', 'MustUnderstand', 'DataEncodingUnknown'] }; // prettier-ignore

const rootOf = ({ text }: Answer): XmlElement => readXmlTree(text);
const bodyOf = (answer: Answer): readonly XmlElement[] =>
  rootOf(answer).children.find(({ local }) => local === 'Body')?.children ?? [];
const faultOf = (answer: Answer): XmlElement | undefined =>
  bodyOf(answer).find(({ uri, local }) => ENVELOPES.includes(uri) && local === 'Fault');

/** The fault code as a QName that its document can resolve. */
function codeOf(fault: XmlElement): { uri: string | undefined; local: string } {
  const told = fault.uri === SOAP11 ? fault.children[0] : fault.children[0]?.children[0];
  const [prefix = '', local = ''] = (told?.text ?? '').split(':', 2);
  return { uri: told?.prefixes.get(prefix), local };
}

interface Rule {
  readonly rule: string;
  readonly says: string;
  holds(answer: Answer): boolean;
  /** Makes an answer that the rule does not allow. */
  breaks(answer: Answer): Answer;
}

/** Breaks the text of an answer; unchanged where the text is not there. */
const written = (what: string | RegExp, instead: string) => (answer: Answer): Answer => ({ ...answer, text: answer.text.replace(what, instead) }); // prettier-ignore
const CHILD = /(?<=<soap:Body>)<[\w:]+/;
const GRANDCHILD = /(?<=<soap:Body><[^>]+>(?:<faultcode>[^<]*<\/faultcode>)?)<[\w:]+/;

const RULES: readonly Rule[] = [
  {
    rule: 'R1000',
    says: 'a Fault holds the parts that SOAP gives it, and no others',
    holds: (answer) =>
      faultOf(answer)?.children.every(({ local }, _at, all) => FAULT_PARTS[faultOf(answer)?.uri ?? '']?.includes(local) && all.length > 1) ?? true, // prettier-ignore
    breaks: written('</soap:Fault>', '<extra/></soap:Fault>'),
  },
  {
    rule: 'R1001',
    says: 'the parts of a Fault have no namespace in SOAP 1.1, and that of the envelope in SOAP 1.2',
    holds: (answer) => {
      const fault = faultOf(answer);
      return fault?.children.every(({ uri }) => uri === (fault.uri === SOAP11 ? '' : SOAP12)) ?? true;
    },
    breaks: (answer) =>
      written(/<(faultstring|soap:Reason)>([^]*)<\/\1>/, '<m:faultstring xmlns:m="urn:m">$2</m:faultstring>')(answer),
  },
  {
    rule: 'R1004',
    says: 'the code of a Fault is one of those that SOAP has, by its qualified name',
    holds: (answer) => {
      const fault = faultOf(answer);
      if (!fault) return true;
      const { uri, local } = codeOf(fault);
      return uri === fault.uri && (FAULT_CODES[uri]?.includes(local) ?? false);
    },
    breaks: written(/soap:(Client|Server|Sender|Receiver|VersionMismatch|MustUnderstand)</, 'soap:$1.Other<'),
  },
  {
    rule: 'R1005',
    says: 'no part of the envelope has an encodingStyle',
    holds: ({ text }) => !/<soap:[^>]*\sencodingStyle=|<soap:[^>]*:encodingStyle=/.test(text),
    breaks: written('<soap:Body', '<soap:Body soap:encodingStyle="urn:x"'),
  },
  {
    rule: 'R1006',
    says: 'no child of Body has one',
    holds: ({ text }) => !/encodingStyle/.test(/(?<=<soap:Body>)<[^>]*>/.exec(text)?.[0] ?? ''),
    breaks: written(CHILD, '$& soap:encodingStyle="urn:x"'),
  },
  {
    rule: 'R1007',
    says: 'no grandchild of Body has one, nor anything below',
    holds: ({ text }) => !text.includes('encodingStyle'),
    breaks: written(GRANDCHILD, '$& soap:encodingStyle="urn:x"'),
  },
  {
    rule: 'R1008',
    says: 'there is no DTD',
    holds: ({ text }) => !text.includes('<!DOCTYPE'),
    breaks: written('<soap:Envelope', '<!DOCTYPE a>$&'),
  },
  {
    rule: 'R1009',
    says: 'there is no processing instruction',
    holds: ({ text }) => !/<\?(?!xml )/.test(text),
    breaks: written('<soap:Body>', '$&<?a b?>'),
  },
  {
    rule: 'R1011',
    says: 'nothing follows the Body',
    holds: (answer) => rootOf(answer).children.at(-1)?.local === 'Body',
    breaks: written('</soap:Body>', '$&<a xmlns="urn:a"/>'),
  },
  {
    rule: 'R1012',
    says: 'it is in UTF-8',
    holds: ({ text }) => !text.includes('\ufffd') && /^<\?xml version="1.0" encoding="UTF-8"\?>/.test(text),
    breaks: written('UTF-8', 'ISO-8859-2'),
  },
  {
    rule: 'R1014',
    says: 'the child of Body has a namespace, and is alone',
    holds: (answer) => bodyOf(answer).length === 1 && bodyOf(answer).every(({ uri }) => uri !== ''),
    breaks: written(/<soap:Body>[^]*<\/soap:Body>/, '<soap:Body><a/></soap:Body>'),
  },
  {
    rule: 'R1015',
    says: 'its root is an Envelope of one of both versions',
    holds: (answer) => rootOf(answer).local === 'Envelope' && ENVELOPES.includes(rootOf(answer).uri),
    breaks: written(
      /http:\/\/(schemas\.xmlsoap\.org\/soap\/envelope\/|www\.w3\.org\/2003\/05\/soap-envelope)/,
      'urn:x',
    ),
  },
  {
    rule: 'R1018',
    says: 'the Content-Type is that of the version, and names the charset the text is in',
    holds: (answer) => {
      const type = rootOf(answer).uri === SOAP11 ? 'text/xml' : 'application/soap+xml';
      return answer.contentType === `${type}; charset=utf-8`;
    },
    breaks: (answer) => ({ ...answer, contentType: answer.contentType.replace('utf-8', 'iso-8859-1') }),
  },
  {
    rule: 'R1124',
    says: 'what went well is answered with 200, and what is answered with 200 went well',
    holds: (answer) => (answer.status === 200) === (faultOf(answer) === undefined),
    breaks: (answer) => ({ ...answer, status: answer.status === 200 ? 500 : 200 }),
  },
  {
    rule: 'R1126',
    says: 'a Fault is answered with 500, but where HTTP refuses on its own account',
    holds: (answer) => !faultOf(answer) || answer.status === 500 || HTTP_REFUSES[answer.status] !== undefined,
    breaks: (answer) => ({ ...answer, status: 400 }),
  },
  {
    rule: 'R1132',
    says: 'messages come with POST: what comes otherwise is told so, with what is allowed',
    holds: ({ method, status, allow }) =>
      method === 'POST' ? status !== 405 : status === 405 && allow === 'GET, HEAD, POST',
    breaks: (answer) => ({ ...answer, method: answer.method === 'POST' ? 'PUT' : 'POST' }),
  },
];

/** Statuses of faults that are not 500, and why. */
const HTTP_REFUSES: Readonly<Record<number, string>> = {
  405: 'the method is not POST (R1114)',
  408: 'the message did not come to its end',
  413: 'the message is larger than what is read',
  415: 'the Content-Type is none of SOAP (R1115)',
  503: 'nothing is wrong with the message: try again',
};

let server: TestServer;
beforeAll(async () => void (server = await soap.startServer()));
afterAll(() => server.close());

const STATUS = operation('getRefundStatus', '<refundId>12</refundId>');
const UNKNOWN = '<x:a xmlns:x="urn:x" e:mustUnderstand="1"/>';

interface Kind {
  readonly status: number;
  readonly code: string;
  ask(uri: string, type: string): Promise<Reply>;
  readonly method?: string;
}

const refuseWith = (code: RefusalCode): void =>
  void (server.next = () => Promise.reject(new Refusal(code, 'there is no refund 12')));

const KINDS: Readonly<Record<string, Kind>> = {
  'a success': {
    status: 200,
    code: '',
    ask: (uri, type) =>
      server.post(envelope(operation('openReturn', '<orderId>5</orderId><note>Łódź 😀</note><lines/>'), { uri }), { 'content-type': type }), // prettier-ignore
  },
  'a refusal': {
    status: 500,
    code: 'Client Sender',
    ask: (uri, type) => {
      refuseWith('refund_not_found');
      return server.post(envelope(STATUS, { uri }), { 'content-type': type });
    },
  },
  'a gateway that is busy': {
    status: 503,
    code: 'Server Receiver',
    ask: (uri, type) => {
      refuseWith('gateway_busy');
      return server.post(envelope(STATUS, { uri }), { 'content-type': type });
    },
  },
  'a bug': {
    status: 500,
    code: 'Server Receiver',
    ask: (uri, type) => {
      server.next = () => Promise.reject(new TypeError('x'));
      return server.post(envelope(STATUS, { uri }), { 'content-type': type });
    },
  },
  'a message that is not well-formed': {
    status: 500,
    code: 'Client Sender',
    ask: (uri, type) => server.post(envelope('<a>', { uri }), { 'content-type': type }),
  },
  'a root that is no Envelope': {
    status: 500,
    code: 'Client Sender',
    ask: (_uri, type) => server.post(STATUS, { 'content-type': type }),
  },
  'a header that must be understood': {
    status: 500,
    code: 'MustUnderstand',
    ask: (uri, type) => server.post(envelope(STATUS, { uri, header: UNKNOWN }), { 'content-type': type }),
  },
  'another version': {
    status: 500,
    code: 'VersionMismatch',
    ask: (_uri, type) => server.post(envelope(STATUS, { uri: 'urn:soap:2' }), { 'content-type': type }),
  },
  'a SOAPAction of another operation': {
    status: 500,
    code: 'Client Sender',
    ask: (uri, type) =>
      server.post(envelope(STATUS, { uri }), { 'content-type': type, soapaction: '"urn:refund-gateway:v1/getRefund"' }),
  },
  'another method': {
    status: 405,
    code: 'Client',
    method: 'PUT',
    ask: (_uri, type) => server.ask('PUT', '/soap/v1', { 'content-type': type }),
  },
  'another Content-Type': {
    status: 415,
    code: 'Client',
    ask: (uri) => server.post(envelope(STATUS, { uri }), { 'content-type': 'application/json' }),
  },
};

describe.each([
  ['SOAP 1.1', SOAP11, 'text/xml; charset=utf-8'],
  ['SOAP 1.2', SOAP12, 'application/soap+xml; charset=utf-8'],
])('over %s', (_version, uri, type) => {
  describe.each(Object.entries(KINDS))('%s', (_kind, { ask, status, code, method = 'POST' }) => {
    let answer: Answer;
    beforeAll(async () => {
      const reply = await ask(uri, type);
      const { headers, text } = reply;
      answer = { method, status: reply.status, contentType: headers['content-type'] ?? '', allow: headers.allow, text };
    });

    test('is what it is said to be', () => {
      const fault = faultOf(answer);
      expect([answer.status, code.split(' ')]).toEqual([
        status,
        expect.arrayContaining([fault ? codeOf(fault).local : '']),
      ]);
    });

    test.each(RULES.map((rule) => [rule.rule, rule.says, rule] as const))('%s: %s', (_rule, _says, { holds }) => {
      expect(holds(answer)).toBe(true);
    });
  });
});

test.each(RULES.map((rule) => [rule.rule, rule] as const))('%s can be broken', async (_rule, { breaks, holds }) => {
  const reply = await KINDS['a refusal']?.ask(SOAP11, 'text/xml');
  const answer = { method: 'POST', status: 500, contentType: 'text/xml; charset=utf-8', text: reply?.text ?? '' };
  expect([holds(answer), holds(breaks(answer))]).toEqual([true, false]);
});

/** R1109: callers must quote it. R1119: we may refuse those who do not; old stacks do not, so we do not. */
test.each(['"urn:refund-gateway:v1/getRefundStatus"', 'urn:refund-gateway:v1/getRefundStatus', '""', ''])(
  'R1109 and R1119: the SOAPAction %s is let pass, because it names no other operation',
  async (soapaction) => {
    expect((await server.post(envelope(STATUS), { soapaction })).status).toBe(200);
  },
);
