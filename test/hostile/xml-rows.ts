/** XML that SOAP does not allow, and XML that is none. */
import type { Door } from './door';
import { malformed, post, refused, repeat, served, type HostileRow } from './row';

const NO_DTD = 'a DTD is not allowed';
const NO_INSTRUCTION = 'processing instructions are not allowed';

export const xmlRows = (door: Door): HostileRow[] => [...dtdRows(door), ...formRows(door), ...characterRows(door)];

function dtdRows(door: Door): HostileRow[] {
  const honest = door.envelope(door.honest);
  const withDtd = (declarations: string, number = '5'): string =>
    `<!DOCTYPE a [${declarations}]>${door.envelope(door.withNumber(number))}`;
  const laughs = repeat(10, (at) => `<!ENTITY e${at + 1} "${`&e${at};`.repeat(10)}">`);
  return [
    {
      name: 'an external entity',
      listed: 'xxe-file',
      request: post(withDtd('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;')),
      expect: malformed(NO_DTD),
      why: 'a file of ours would come back in the answer',
    },
    {
      name: 'an external entity over HTTP',
      listed: 'xxe-http',
      request: post(withDtd('<!ENTITY x SYSTEM "http://127.0.0.1:1/">', '&x;')),
      expect: malformed(NO_DTD),
      why: 'we would call where an attacker cannot',
    },
    {
      name: 'a parameter entity',
      listed: 'xxe-param-entity',
      request: post(withDtd('<!ENTITY % p SYSTEM "http://127.0.0.1:1/"> %p;')),
      expect: malformed(NO_DTD),
      why: 'it is fetched although the message never uses it',
    },
    {
      name: 'a harmless DTD',
      listed: 'dtd-harmless',
      request: post(`<!DOCTYPE Envelope>${honest}`),
      expect: malformed(NO_DTD),
      why: 'SOAP allows none, and who reads on has begun to read DTDs',
    },
    {
      name: 'a DTD behind the declaration and a comment',
      request: post(`<?xml version="1.0"?><!-- x --><!DOCTYPE Envelope SYSTEM "http://127.0.0.1:1/">${honest}`),
      expect: malformed(NO_DTD),
      why: 'a check of the first bytes alone would miss it',
    },
    {
      name: 'a DTD in lower case',
      request: post(`<!doctype Envelope>${honest}`),
      expect: malformed(),
      why: 'HTML parsers take it',
    },
    {
      name: 'a DTD inside the envelope',
      request: post(door.envelope(`<!DOCTYPE a []>${door.honest}`)),
      expect: malformed(),
      why: 'it stands where no check of the prolog looks',
    },
    {
      name: 'a billion laughs',
      listed: 'billion-laughs',
      request: post(withDtd(`<!ENTITY e0 "lol">${laughs}`, '&e9;')),
      expect: malformed(NO_DTD),
      why: 'a kilobyte would become gigabytes',
    },
    {
      name: 'a quadratic blow-up',
      listed: 'quadratic-blowup',
      request: post(withDtd(`<!ENTITY e "${'a'.repeat(100_000)}">`, '&e;'.repeat(5000))),
      expect: malformed(NO_DTD),
      why: 'limits on nested entities do not see it',
    },
    {
      name: 'a billion laughs as default of an attribute',
      request: post(withDtd(`<!ENTITY e0 "lol">${laughs}<!ATTLIST a b CDATA "&e9;">`)),
      expect: malformed(NO_DTD),
      why: 'defaults are unfolded where nobody uses the entity in the text',
    },
    {
      name: 'a DTD in UTF-16',
      listed: 'utf16-xxe-smuggle',
      request: post(Buffer.from(`\ufeff<!DOCTYPE a []>${honest}`, 'utf16le')),
      expect: malformed(NO_DTD),
      why: 'a guard that looks for bytes sees no DTD',
    },
    {
      name: 'an undeclared entity',
      listed: 'html-entity',
      request: post(door.envelope(door.withText('&nbsp;'))),
      expect: malformed('undefined entity'),
      why: 'XML has five entities, and a lenient parser makes up the others',
    },
    {
      name: 'entities named like members of objects',
      request: post(door.envelope(door.withText('&constructor;&__proto__;&toString;'))),
      expect: malformed('undefined entity'),
      why: 'a table of entities that is a plain object knows them all',
    },
    {
      name: 'an entity without an end, a megabyte long',
      request: post(() => door.envelope(door.withText(`&${'a'.repeat(1_000_000)}`))),
      expect: malformed(),
      why: 'it is collected until its end is found',
    },
  ];
}

function formRows(door: Door): HostileRow[] {
  const honest = door.envelope(door.honest);
  const one = (name: string, body: string | Buffer, why: string, more: Partial<HostileRow> = {}): HostileRow => ({
    name,
    request: post(body),
    expect: malformed(),
    why,
    ...more,
  });
  return [
    one('a processing instruction', door.envelope(`<?php evil ?>${door.honest}`), 'some servers would run it', {
      listed: 'pi-in-body',
      expect: malformed(NO_INSTRUCTION),
    }),
    one(
      'a processing instruction before the envelope',
      `<?xml version="1.0"?><?xml-stylesheet href="http://127.0.0.1:1/"?>${honest}`,
      'stylesheets are fetched',
      { expect: malformed(NO_INSTRUCTION) },
    ),
    one('a processing instruction behind the envelope', `${honest}<?a?>`, 'what stands behind is easily overlooked'),
    one('XML 1.1', `<?xml version="1.1"?>${honest}`, 'it allows characters that no answer could give back'),
    one('XML 2.0', `<?xml version="2.0"?>${honest}`, 'nobody knows what it allows'),
    one('a declaration without a version', `<?xml encoding="utf-8"?>${honest}`, 'it is not well-formed'),
    one('a message that breaks off', honest.slice(0, -20), 'half a wish is none', { listed: 'malformed' }),
    one('nothing', '', 'there is no first byte', { listed: 'empty' }),
    one('blanks', ' \n ', 'there is no root'),
    one('a byte order mark and nothing else', '\ufeff', 'there is no root behind it'),
    one('JSON', '{"orderId": 5}', 'a server of both kinds may take the one for the other', { listed: 'json' }),
    one('binary', Buffer.from([0x80, 0xff, 0x00, 0x10, 0xfe]), 'it is no text in any charset', { listed: 'binary' }),
    one('the first bytes of a zip', Buffer.from('PK\x03\x04\x14\x00\x00\x00', 'latin1'), 'office documents hold XML'),
    one('HTML', '<html><body><script>alert(1)</script></body></html>', 'it is XML of another kind'),
    one('two roots', honest + honest, 'one request must not carry two wishes'),
    one('text behind the envelope', `${honest}more`, 'what stands behind may be another request'),
    one('a NUL behind the envelope', `${honest}\0`, 'languages with NUL-ended text see another end'),
    one('a duplicate attribute', door.envelope('<a x="1" x="2"/>'), 'two readers take two different ones', {
      listed: 'duplicate-attribute',
    }),
    one(
      'an attribute twice by two prefixes',
      door.envelope('<a xmlns:p="u" xmlns:q="u" p:x="1" q:x="2"/>'),
      'only namespaces show that it is the same',
    ),
    one('a prefix that is not bound', door.envelope('<q:a/>'), 'a reader without namespaces takes it'),
    one('a prefix named __proto__', door.envelope('<__proto__:a/>'), 'a table of prefixes may be a plain object'),
    one('the prefix xml bound to something else', door.envelope('<a xmlns:xml="urn:x"/>'), 'it is bound for ever'),
    one('the prefix xmlns as a name', door.envelope('<xmlns:a/>'), 'it is bound for ever'),
    one(
      'tags that cross',
      door.envelope(door.withText('x</quantity></name>')),
      'readers that count only would be content',
    ),
    one('an attribute without quotes', door.envelope('<a b=1/>'), 'HTML allows it'),
    one('a < in an attribute', door.envelope('<a b="<"/>'), 'lenient parsers go on'),
    one(']]> in a text', door.envelope(door.withText(']]>')), 'it ends a section that was never begun'),
    one('-- in a comment', door.envelope(`<!-- a -- b -->${door.honest}`), 'two readers see two different ends'),
    one(
      'unclosed CDATA sections',
      door.envelope(door.withText('<![CDATA['.repeat(50_000) + '&#xD83D;')),
      'each search for the end may run to the end of the message',
    ),
    one(
      'a megabyte of comments',
      door.envelope(door.withNumber('<!-- -->'.repeat(120_000))),
      'each cuts a text in two',
      {
        expect: refused('request_invalid'),
      },
    ),
    one('a megabyte of references', door.envelope(door.withText('&#65;'.repeat(200_000))), 'each is a piece of text', {
      expect: refused('request_invalid'),
    }),
    one(
      'half a megabyte of &# behind half a character',
      door.envelope(door.withText(`&#xD83D;${'&#'.repeat(250_000)}`)),
      'halves are looked for at each &#',
    ),
    one(
      'comments that look like forbidden things',
      honest.replace(/<e:Body>/, '$&<!-- <?a?> <!DOCTYPE x> -->'),
      'a hint is no crime',
      {
        expect: served({ holds: [door.honestAnswer] }),
      },
    ),
  ];
}

function characterRows(door: Door): HostileRow[] {
  const characters: readonly (readonly [string, string | Buffer, HostileRow['listed'], string])[] = [
    ['a NUL reference', '&#0;', 'charref-nul', 'databases and C end their text there'],
    ['a control character reference', '&#x1F;', 'charref-ctrl', 'no answer could give it back'],
    ['half a surrogate pair', '&#xD800;', 'charref-surrogate', 'it is no character, and no UTF-8 for it exists'],
    ['surrogates in the wrong order', '&#xDE00;&#xD83D;', undefined, 'each is half of another character'],
    ['three halves', '&#xD83D;&#xD83D;&#xDE00;', undefined, 'the first has no other half'],
    ['U+FFFE', '&#xFFFE;', 'charref-fffe', 'it is a byte order mark the wrong way round'],
    ['a reference beyond Unicode', '&#x110000;', undefined, 'String.fromCodePoint throws'],
    ['a reference of 100 000 digits', `&#${'9'.repeat(100_000)};`, undefined, 'it is Infinity'],
    ['an empty reference', '&#;', undefined, 'it is NaN'],
    ['a raw control character', '\u000b', 'raw-control-char', 'XML does not allow it'],
    ['a raw NUL', '\0', undefined, 'databases and C end their text there'],
    [
      'bytes that are not UTF-8',
      Buffer.from('\xb1\xea', 'latin1'),
      'invalid-utf8',
      'who replaces them stores another text',
    ],
    [
      'an overlong UTF-8 form',
      Buffer.from('\xc0\xbcb>', 'latin1'),
      'overlong-utf8',
      'a guard sees no tag, a reader does',
    ],
    ['an overlong form of three bytes', Buffer.from('\xe0\x80\xbc', 'latin1'), undefined, 'the same, longer'],
    ['a surrogate in UTF-8', Buffer.from('\xed\xa0\xbd', 'latin1'), undefined, 'Java writes such, and it is no UTF-8'],
    ['UTF-8 beyond Unicode', Buffer.from('\xf4\x90\x80\x80', 'latin1'), undefined, 'there is no such character'],
  ];
  return characters.map(([name, written, listed, why]) => ({
    name,
    ...(listed && { listed }),
    request: post(() => around(door, written)),
    expect: malformed(),
    why,
  }));
}

/** The text as bytes, in a message of UTF-8. */
function around(door: Door, written: string | Buffer): Buffer {
  const [before = '', behind = ''] = door.envelope(door.withText('@here@')).split('@here@');
  return Buffer.concat([Buffer.from(before), Buffer.from(written), Buffer.from(behind)]);
}
