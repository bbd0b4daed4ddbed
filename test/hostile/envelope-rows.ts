/** Envelopes that are none, operations that are none, and headers that say otherwise than the body. */
import { SOAP11, SOAP12, type Door } from './door';
import type { Listed } from './listed';
import { malformed, post, refused, served, type HostileRow } from './row';

const ONE_HEADER_ONE_BODY = 'the Envelope must hold at most one Header and then one Body';
const ONE_OPERATION = 'the Body must hold exactly one element';
const unknown = refused('operation_unknown');

export const envelopeRows = (door: Door): HostileRow[] => [
  ...shapeRows(door),
  ...versionRows(door),
  ...operationRows(door),
  ...actionRows(door),
];

function shapeRows(door: Door): HostileRow[] {
  const body = `<e:Body>${door.honest}</e:Body>`;
  const one = (name: string, content: string, complaint: string, why: string, listed?: Listed): HostileRow => ({
    name,
    ...(listed && { listed }),
    request: post(`<e:Envelope xmlns:e="${SOAP11}">${content}</e:Envelope>`),
    expect: malformed(complaint),
    why,
  });
  return [
    one('no Body', '', 'the Envelope must hold a Body', 'there is no wish in it'),
    one('an empty Body', '<e:Body/>', ONE_OPERATION, 'there is no wish in it'),
    one('text in the Body', '<e:Body>text</e:Body>', 'no text between the parts', 'a wish is an element'),
    one(
      'two operations',
      `<e:Body>${door.honest}${door.honest}</e:Body>`,
      ONE_OPERATION,
      'a guard sees one, a server runs the other',
      'two-body-children',
    ),
    one('two Bodies', body + body, ONE_HEADER_ONE_BODY, 'the same, one level up', 'two-bodies'),
    one(
      'a Header behind the Body',
      `${body}<e:Header/>`,
      ONE_HEADER_ONE_BODY,
      'credentials would come after the wish',
      'body-before-header',
    ),
    one('two Headers', `<e:Header/><e:Header/>${body}`, ONE_HEADER_ONE_BODY, 'a guard sees one, a server the other'),
    one('something behind the Body', `${body}<x/>`, ONE_HEADER_ONE_BODY, 'SOAP 1.1 allows it, and nobody can mean it'),
    one('something before the Header', `<x/><e:Header/>${body}`, ONE_HEADER_ONE_BODY, 'the same at the other end'),
    one(
      'an envelope in the Body',
      `<e:Body><e:Envelope><e:Body>${door.honest}</e:Body></e:Envelope></e:Body>`,
      'is not an operation',
      'the inner one must not count',
    ),
    one(
      'a Body in the Header',
      `<e:Header><e:Body>${door.honest}</e:Body></e:Header>`,
      'the Envelope must hold a Body',
      'who looks for the first Body finds it',
    ),
    one(
      'the wish in a Fault',
      `<e:Body><e:Fault>${door.honest}</e:Fault></e:Body>`,
      'is not an operation',
      'faults are ours to write',
    ),
    one(
      'a Body of the other version',
      `<f:Body xmlns:f="${SOAP12}">${door.honest}</f:Body>`,
      ONE_HEADER_ONE_BODY,
      'only the name is right',
    ),
    one('a Body in no namespace', `<Body>${door.honest}</Body>`, ONE_HEADER_ONE_BODY, 'only the name is right'),
  ].map((row) => (row.expect.holds?.[0] === 'is not an operation' ? { ...row, expect: unknown } : row));
}

function versionRows(door: Door): HostileRow[] {
  const strange = door.envelope(door.honest, { uri: 'http://www.w3.org/2001/06/soap-envelope' });
  const text = [['Content-Type', 'text/xml']] as const;
  const soap = [['Content-Type', 'application/soap+xml']] as const;
  const mismatch = (version: '1.1' | '1.2', ...holds: string[]) =>
    refused('envelope_version_unknown', holds, { version });
  return [
    {
      name: 'no envelope at all',
      request: post(door.honest),
      expect: malformed('the message must be a SOAP Envelope'),
      why: 'a wish alone is REST of a kind that we do not have',
    },
    {
      name: 'an envelope of a third version, sent as 1.1',
      request: post(strange, text),
      expect: mismatch('1.1', '<faultcode>soap:VersionMismatch</faultcode>'),
      why: 'the caller is told in the version that its Content-Type speaks',
    },
    {
      name: 'an envelope of a third version, sent as 1.2',
      request: post(strange, soap),
      expect: mismatch(
        '1.2',
        '<soap:Value>soap:VersionMismatch</soap:Value>',
        '<soap:Upgrade><soap:SupportedEnvelope qname="soap:Envelope"/>',
      ),
      why: 'SOAP 1.2 wants to hear which versions there are',
    },
    {
      name: 'an envelope in no namespace',
      request: post(door.envelope(door.honest, { uri: '' })),
      expect: malformed(),
      why: 'a prefix cannot be bound to nothing',
    },
    {
      name: 'an envelope whose namespace is of 4 000 characters',
      request: post(door.envelope(door.honest, { uri: `urn:${'u'.repeat(3990)}` })),
      expect: refused('envelope_version_unknown', [], { lacks: ['uuuuu'] }),
      why: 'what we do not know we do not repeat',
    },
    {
      name: 'a 1.1 envelope sent as 1.2',
      request: post(door.envelope(door.honest), soap),
      expect: served({ version: '1.1' }),
      why: 'the envelope decides, and the answer is labelled as it is',
    },
    {
      name: 'a 1.2 envelope sent as 1.1',
      request: post(door.envelope(door.honest, { uri: SOAP12 }), text),
      expect: served({ version: '1.2' }),
      why: 'suds does so',
    },
    {
      name: 'a 1.2 envelope that breaks off',
      request: post(`<e:Envelope xmlns:e="${SOAP12}"><e:Body><a>`, text),
      expect: refused('operation_unknown', ['<soap:Value>soap:Sender</soap:Value>'], { version: '1.2' }),
      why: 'the version is known although the rest is not well-formed',
    },
    {
      name: 'a 1.2 envelope with an encodingStyle on itself',
      request: post(
        door.envelope(door.honest, { uri: SOAP12 }).replace(' xmlns:e', ' e:encodingStyle="urn:x" xmlns:e'),
      ),
      expect: served({ version: '1.2' }),
      why: 'SOAP 1.2 forbids it there, it means nothing to us, and Axis2 sends it',
    },
    {
      name: 'a 1.2 header block with relay and a role of nobody',
      request: post(
        door.envelope(door.honest, {
          uri: SOAP12,
          header: `<x:a xmlns:x="urn:x" e:relay="true" e:mustUnderstand="true" e:role="${SOAP12}/role/none"/>`,
        }),
      ),
      expect: served({ version: '1.2' }),
      why: 'it is for nobody, so nobody need understand it',
    },
  ];
}

function operationRows(door: Door): HostileRow[] {
  const named: readonly (readonly [string, Listed | undefined])[] = [
    ['__proto__', 'op-named-proto'],
    ['constructor', 'op-named-constructor'],
    ['toString', 'op-named-toString'],
    ['hasOwnProperty', 'op-named-hasOwnProperty'],
    ['prototype', 'op-named-prototype'],
    ['Envelope', undefined],
    ['Fault', undefined],
    ['drop', undefined],
  ];
  const foreign = door.honest.replaceAll(door.namespace, 'urn:evil');
  return [
    ...named.map(([name, listed]) => ({
      name: `an operation named ${name}`,
      ...(listed && { listed }),
      request: post(door.envelope(door.operation(name))),
      expect: unknown,
      why: 'operations in a plain object would have it',
    })),
    {
      name: 'our operation in a foreign namespace',
      listed: 'op-in-wrong-namespace',
      request: post(door.envelope(foreign)),
      expect: unknown,
      why: 'a name means something only in its namespace',
    },
    {
      name: 'an operation in a namespace of markup',
      request: post(door.envelope('<a xmlns="&lt;script>alert(1)&lt;/script>"/>')),
      expect: refused('operation_unknown', [], { lacks: ['<script'] }),
      why: 'it stands in the fault, and must stand there escaped',
    },
    {
      name: 'an operation in a namespace of lone surrogates and line ends',
      request: post(door.envelope('<a xmlns="&#13;&#10;x&#9;"/>')),
      expect: unknown,
      why: 'it stands in the fault, and the fault must be XML',
    },
    {
      name: 'an operation with letters that look like ours',
      request: post(door.envelope(door.operation('gеtOrder'))),
      expect: unknown,
      why: 'its е is Cyrillic',
    },
  ];
}

function actionRows(door: Door): HostileRow[] {
  const message = door.envelope(door.honest);
  const action = (value: string): HostileRow['request'] => post(message, [['SOAPAction', value]]);
  const spoofed = malformed('SOAPAction names');
  return [
    {
      name: 'a SOAPAction that names another operation than the body',
      listed: 'soapaction-spoof',
      request: action(`"${door.otherAction}"`),
      expect: spoofed,
      why: 'a guard that reads headers lets pass what it would have stopped',
    },
    {
      name: 'the same without quotes',
      request: action(door.otherAction),
      expect: spoofed,
      why: 'old stacks write it so, and we read it so',
    },
    {
      name: 'the same, as SOAP 1.2 says it',
      listed: 'soapaction-spoof-reverse',
      request: post(message, [['Content-Type', `application/soap+xml; charset=utf-8; action="${door.otherAction}"`]]),
      expect: spoofed,
      why: 'there are two places for it, and both are looked at',
    },
    {
      name: 'a harmless action beside a SOAPAction that names another operation',
      request: post(message, [
        ['Content-Type', 'application/soap+xml; action="urn:x"'],
        ['SOAPAction', `"${door.otherAction}"`],
      ]),
      expect: spoofed,
      why: 'one place must not hide the other',
    },
    {
      name: 'two SOAPActions, one of which names another operation',
      request: post(message, [
        ['SOAPAction', '"urn:x"'],
        ['SOAPAction', `"${door.otherAction}"`],
      ]),
      expect: malformed(),
      why: 'each guard reads another one of them',
    },
    {
      name: 'a SOAPAction that is not known',
      listed: 'soapaction-unknown',
      request: action('"urn:nope"'),
      expect: served({ holds: [door.honestAnswer] }),
      why: 'the body decides; stacks write there what they like',
    },
    {
      name: 'a SOAPAction named __proto__',
      request: action('"__proto__"'),
      expect: served({ holds: [door.honestAnswer] }),
      why: 'a table of actions may be a plain object',
    },
    {
      name: 'a SOAPAction of 64 kB',
      listed: 'soapaction-64kB',
      request: action(`"${'a'.repeat(64_000)}"`),
      expect: { status: [431, 'cut'] },
      why: 'headers are kept whole',
    },
    {
      name: 'a SOAPAction of 12 kB',
      request: action(`"${'a'.repeat(12_000)}"`),
      expect: served(),
      why: 'the longest that fits is still only a header',
    },
  ];
}
