/** Too much of everything: deep, wide, long, many, and small until it is unpacked. */
import { deflateSync, gzipSync } from 'node:zlib';
import type { Door } from './door';
import {
  invalid,
  malformed,
  nested,
  post,
  refused,
  repeat,
  served,
  tooLarge,
  type HostileRow,
  type HttpRequest,
} from './row';

const MIB = 1024 * 1024;
const TOO_DEEP = 'elements must not be nested deeper than 40';
const TOO_MANY_ATTRIBUTES = 'an element must have at most 24 attributes';

export const sizeRows = (door: Door): HostileRow[] => [
  ...xmlSizeRows(door),
  ...bodySizeRows(door),
  ...packedRows(door),
];

function xmlSizeRows(door: Door): HostileRow[] {
  const inHeader = (header: string): string => door.envelope(door.honest, { header });
  const many = (content: () => string, expect: HostileRow['expect'], name: string, why: string): HostileRow => ({
    name,
    request: post(content),
    expect,
    why,
  });
  return [
    {
      ...many(
        () => door.envelope(nested(100_000)),
        refused('operation_unknown'),
        'elements nested 100 000 deep',
        'a reader that calls itself runs out of stack',
      ),
      listed: 'deep-100k-body',
    },
    many(
      () => door.envelope(door.withMore(nested(60_000))),
      invalid('a is not known here'),
      'elements nested 60 000 deep in a struct',
      'the same below a known operation',
    ),
    {
      ...many(
        () => inHeader(`<x:h xmlns:x="u">${nested(20_000)}</x:h>`),
        malformed(TOO_DEEP),
        'a header nested 20 000 deep',
        'what is skipped is read all the same',
      ),
      listed: 'deep-20k-header',
    },
    many(() => nested(20_000), malformed(), 'no envelope, 20 000 deep', 'the limits hold before anything is known'),
    {
      ...many(
        () => door.envelope(`<a ${repeat(50_000, (at) => `a${at}="1" `)}/>`),
        malformed(TOO_MANY_ATTRIBUTES),
        '50 000 attributes',
        'each is compared with all others',
      ),
      listed: 'attrs-50k',
    },
    {
      ...many(
        () => door.envelope(`<a ${repeat(20_000, (at) => `xmlns:a${at}="u" `)}/>`),
        malformed(TOO_MANY_ATTRIBUTES),
        '20 000 namespace declarations',
        'each child inherits all of them',
      ),
      listed: 'ns-decl-20k',
    },
    many(
      () => inHeader(repeat(37, (at) => `<h xmlns:a${at}="urn:${'u'.repeat(4000)}">`) + '</h>'.repeat(37)),
      served(),
      'a tower of namespaces, 4 kB each',
      'whoever copies them for each element holds them all 37 times',
    ),
    many(
      () => inHeader(`<x>${'<p:a xmlns:p="u" xmlns:q="v" p:r="1"/>'.repeat(19_000)}</x>`),
      served(),
      '19 000 elements with namespaces of their own, in a header for nobody',
      'as much as the limits allow must still be cheap',
    ),
    {
      ...many(
        () => inHeader(`<x:h xmlns:x="u">${'<x:a/>'.repeat(30_000)}</x:h>`),
        malformed('there are more than 20000 elements'),
        '30 000 elements in a header',
        'each costs an object',
      ),
      listed: 'elements-30k',
    },
    many(
      () => door.envelope(door.withMore('<a/>'.repeat(30_000))),
      invalid('a is not known here'),
      '30 000 elements in a struct',
      'the first that is not known is the last that is read',
    ),
    {
      ...many(
        () => inHeader(`<x>${repeat(20_000, (at) => `<a${at}/>`)}</x>`),
        malformed('there are more than 20000 elements'),
        '20 000 elements of different names',
        'names are kept for ever by some readers',
      ),
      listed: 'distinct-20k',
    },
    {
      ...many(
        () => door.envelope(`<${'n'.repeat(500_000)}/>`),
        malformed('the name of an element is too long'),
        'a name of 500 kB',
        'it would stand in the log and in the answer',
      ),
      listed: 'name-500kB',
    },
    many(
      () => door.envelope(`<${'n'.repeat(201)}/>`),
      malformed('the name of an element is too long'),
      'a name of 201 characters',
      'the limit itself',
    ),
    many(
      () => door.envelope(`<a b="${'n'.repeat(500_000)}"/>`),
      malformed('an attribute is too long'),
      'an attribute of 500 kB',
      'it is kept whole until its end is found',
    ),
    many(
      () => door.envelope(`<a ${'n'.repeat(500_000)}="1"/>`),
      malformed('an attribute is too long'),
      'an attribute whose name is 500 kB',
      'the same on the other side',
    ),
    many(
      () => `<?xml version="1.0"${' '.repeat(1_000_000)}?>${door.envelope(door.honest)}`,
      served(),
      'a declaration of a megabyte',
      'the search for a charset must not go through it again and again',
    ),
    many(
      () => ' '.repeat(1_000_000) + door.envelope(door.honest),
      served(),
      'a megabyte of blanks before the envelope',
      'old stacks begin with a blank line, nobody with this',
    ),
    many(
      () => inHeader(' '.repeat(1_000_000)),
      served(),
      'a megabyte of blanks in the Header',
      'blanks are allowed, and must cost nothing',
    ),
    many(
      () => `<!--${'-a'.repeat(500_000)}-->${door.envelope(door.honest)}`,
      served(),
      'a comment of a megabyte',
      'each - may be its end',
    ),
    {
      ...many(
        () => door.envelope(door.withText(' '.repeat(100_000))),
        invalid(),
        '100 kB of blanks',
        'a trimming pattern may be quadratic',
      ),
    },
    {
      ...many(
        () => door.envelope(door.withText(`  a${' '.repeat(250)}b `)),
        served({ holds: [`>  a${' '.repeat(250)}b <`] }),
        'blanks around and inside a text',
        'the text is the shop’s, blanks too',
      ),
      listed: 'text-100kB-whitespace',
    },
  ];
}

function bodySizeRows(door: Door): HostileRow[] {
  const large = (bytes: number, chunked: boolean): HttpRequest => ({
    ...post(() => Buffer.alloc(bytes, 'a')),
    chunked,
  });
  return [
    {
      name: 'an attribute of 10 MB',
      listed: 'attr-10MB',
      request: post(() => door.envelope(`<a b="${'x'.repeat(10_000_000)}"/>`)),
      expect: tooLarge,
      why: 'one value, kept whole',
    },
    {
      name: '5 MB of elements, in chunks',
      listed: 'elements-200k',
      request: { ...post(() => door.envelope('<a>12345678901234567</a>'.repeat(200_000))), chunked: true },
      expect: tooLarge,
      why: 'nobody says in advance how many will come',
    },
    {
      name: '60 MB, announced',
      listed: 'body-60MB-announced',
      request: large(60_000_000, false),
      expect: tooLarge,
      why: 'the first line says that it is too large',
    },
    {
      name: '60 MB in chunks',
      listed: 'body-60MB-chunked',
      request: large(60_000_000, true),
      expect: tooLarge,
      why: 'only counting shows that it is too large',
    },
    {
      name: 'one byte more than a megabyte',
      request: large(MIB + 1, false),
      expect: tooLarge,
      why: 'the limit itself',
    },
    {
      name: 'a megabyte to the byte, and no XML',
      request: large(MIB, false),
      expect: malformed(),
      why: 'the limit itself, from the other side',
    },
  ];
}

function packedRows(door: Door): HostileRow[] {
  const honest = door.envelope(door.honest);
  const packed = (
    name: string,
    bytes: () => Buffer,
    encoding: string,
    expect: HostileRow['expect'],
    why: string,
    more: Partial<HostileRow> = {},
  ): HostileRow => ({
    name,
    request: post(bytes, [['Content-Encoding', encoding]]),
    expect,
    why,
    ...more,
  });
  const broken = malformed('the body cannot be inflated');
  return [
    packed(
      'a bomb of 200 MB',
      () => gzipSync(Buffer.alloc(200_000_000, 'a'), { level: 9 }),
      'gzip',
      unpacksTooLarge,
      'small on the line, large in memory',
      { listed: 'gzip-bomb' },
    ),
    packed(
      'a bomb in zlib’s clothes',
      () => deflateSync(Buffer.alloc(50_000_000, 'a')),
      'deflate',
      unpacksTooLarge,
      'the other way to pack',
    ),
    packed(
      'a bomb of many members',
      () => Buffer.concat(Array.from({ length: 40 }, () => gzipSync(Buffer.alloc(100_000, 'a')))),
      'gzip',
      unpacksTooLarge,
      'each member alone is small enough',
    ),
    packed(
      '50 000 empty members',
      () => Buffer.concat(new Array<Buffer>(50_000).fill(gzipSync(''))),
      'gzip',
      malformed(),
      'each costs a beginning, and nothing comes of it',
    ),
    packed(
      'gzip that is none',
      () => Buffer.from('\x1f\x8bnothing', 'latin1'),
      'gzip',
      broken,
      'an error nobody listens to ends the process',
      { listed: 'gzip-corrupt' },
    ),
    packed(
      'gzip that ends early',
      () => gzipSync(honest).subarray(0, -9),
      'gzip',
      broken,
      'what came so far must not pass for the whole',
    ),
    packed(
      'gzip whose checksum is wrong',
      () => flippedAt(gzipSync(honest), -8),
      'gzip',
      broken,
      'the message was changed on its way',
    ),
    packed('gzip of nothing', () => Buffer.alloc(0), 'gzip', broken, 'there is no first byte'),
    packed(
      'honest gzip',
      () => gzipSync(honest),
      'gzip',
      served({ holds: [door.honestAnswer] }),
      'callers do send it',
      { listed: 'gzip-valid' },
    ),
    packed(
      'gzip in gzip',
      () => gzipSync(gzipSync(honest)),
      'gzip',
      malformed(),
      'what was unpacked once is looked at as it is',
    ),
    packed(
      'a bomb in gzip in gzip',
      () => gzipSync(gzipSync(Buffer.alloc(50_000_000, 'a'), { level: 9 })),
      'gzip',
      malformed(),
      'nobody unpacks twice',
    ),
    packed(
      'two encodings',
      () => gzipSync(gzipSync(honest)),
      'gzip, gzip',
      unpackable,
      'a list of encodings is a tower of bombs',
    ),
    packed('an unknown encoding', () => Buffer.from(honest), 'br', unpackable, 'we do not guess'),
    packed(
      'plain text that says it is gzip',
      () => Buffer.from(honest),
      'gzip',
      broken,
      'guard and reader disagree on what it is',
    ),
    packed(
      'gzip that says it is plain',
      () => gzipSync(honest),
      'identity',
      malformed(),
      'the same the other way round',
    ),
    packed(
      'bytes behind the end of gzip',
      () => Buffer.concat([gzipSync(honest), Buffer.from('<evil/>')]),
      'gzip',
      broken,
      'one reader sees a tail that the other never does',
    ),
    packed(
      'a second message behind the end of deflate',
      () => Buffer.concat([deflateSync(honest), deflateSync(honest)]),
      'deflate',
      malformed('there is something behind the end of the compressed body'),
      'the same, packed',
    ),
  ];
}

/** The request itself was read to its end, so the line stays open. */
const unpacksTooLarge = refused('request_too_large', [], { status: 413 });

const unpackable = refused('media_type_unsupported', ['Content-Encoding must be gzip, deflate or identity'], {
  status: 415,
});

function flippedAt(bytes: Buffer, place: number): Buffer {
  const at = bytes.length + place;
  return Buffer.concat([bytes.subarray(0, at), Buffer.from([(bytes[at] ?? 0) ^ 0xff]), bytes.subarray(at + 1)]);
}
