/** Messages whose charset is unusual, unknown, or a lie. */
import type { Door } from './door';
import { malformed, post, refused, served, unsupported, type HostileRow } from './row';

const TEXT = 'Łódź';
const LATIN2 = '\xa3\xf3d\xbc';
const CP1250 = '\xa3\xf3d\x9f';

/** UTF-7 writes `<` as `+ADw-`. */
const utf7 = (text: string): string => text.replaceAll('<', '+ADw-').replaceAll('>', '+AD4-');

function utf32(text: string, order: 'LE' | 'BE'): Buffer {
  const points = Array.from(text, (character) => character.codePointAt(0) ?? 0);
  const bytes = Buffer.alloc(points.length * 4);
  points.forEach((point, index) => bytes[`writeUInt32${order}`](point, index * 4));
  return bytes;
}

const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

export function charsetRows(door: Door): HostileRow[] {
  const honest = door.envelope(door.honest);
  const plain = door.envelope(door.withText(TEXT));
  const declared = (charset: string, text = plain): string => `<?xml version="1.0" encoding="${charset}"?>${text}`;
  const one = (
    name: string,
    body: string | Buffer,
    type: string,
    expect: HostileRow['expect'],
    why: string,
    listed?: HostileRow['listed'],
  ): HostileRow => ({
    name,
    ...(listed && { listed }),
    request: post(body, [['Content-Type', type]]),
    expect,
    why,
  });
  const intact = served({ holds: [`>${TEXT}<`] });
  const latin = (text: string, written: string): Buffer => Buffer.from(text.replace(TEXT, written), 'latin1');
  return [
    one(
      'an honest message in UTF-16 with its mark',
      Buffer.from(`\ufeff${declared('utf-16')}`, 'utf16le'),
      'text/xml; charset=utf-16',
      intact,
      '.NET can send it',
      'utf16-bom',
    ),
    one('the same, big-endian', swapped(`\ufeff${declared('utf-16')}`), 'text/xml', intact, 'the mark tells the order'),
    one(
      'ISO-8859-2 by its Content-Type',
      latin(plain, LATIN2),
      'text/xml; charset=ISO-8859-2',
      intact,
      'old shops send it',
      'latin2-declared',
    ),
    one(
      'windows-1250 by its declaration alone',
      latin(declared('windows-1250'), CP1250),
      'text/xml',
      intact,
      'old shops send it',
      'cp1250-in-xml-only',
    ),
    one('UTF-7', utf7(honest), 'text/xml; charset=utf-7', unsupported, 'a guard sees no tag', 'utf7'),
    one('UTF-7 by its declaration', declared('utf-7', utf7(honest)), 'text/xml', unsupported, 'the same, said inside'),
    one(
      'UTF-32 by its Content-Type',
      utf32(honest, 'LE'),
      'text/xml; charset=utf-32',
      unsupported,
      'no guard knows it',
    ),
    one(
      'UTF-32 by its mark, which begins like that of UTF-16',
      utf32(`\ufeff${honest}`, 'LE'),
      'text/xml',
      malformed(),
      'two readers see two charsets',
    ),
    one('UTF-32 by its zero bytes', utf32(honest, 'BE'), 'text/xml', malformed(), 'it looks like UTF-16 at first'),
    one(
      'EBCDIC',
      Buffer.from([0x4c, 0x6f, 0xa7, 0x94, 0x93]),
      'text/xml; charset=ibm037',
      unsupported,
      'libraries know it, guards do not',
    ),
    one('an unknown charset', honest, 'text/xml; charset=x-nope', unsupported, 'we do not guess'),
    one(
      'a charset named __proto__',
      honest,
      'text/xml; charset=__proto__',
      unsupported,
      'a table of charsets may be a plain object',
    ),
    one('an empty charset', honest, 'text/xml; charset=', unsupported, 'we do not guess'),
    one(
      'a charset of 8 000 characters',
      honest,
      `text/xml; charset=${'x'.repeat(8000)}`,
      unsupported,
      'it would stand in the answer or in the log',
    ),
    one(
      'an unknown charset in the declaration',
      declared('x-nope', honest),
      'text/xml',
      unsupported,
      'we do not guess',
    ),
    one(
      'UTF-16 by its label, UTF-8 by its bytes',
      `${honest} `.slice(0, honest.length - (honest.length % 2)),
      'text/xml; charset=utf-16',
      malformed(),
      'a lie',
    ),
    one(
      'UTF-8 by its label, UTF-16 by its bytes',
      Buffer.from(honest, 'utf16le'),
      'text/xml; charset=utf-8',
      malformed(),
      'the same lie the other way round',
    ),
    one(
      'UTF-8 by its mark, UTF-16 by its label',
      `\ufeff${plain}`,
      'text/xml; charset=utf-16',
      intact,
      'the mark is the bytes’ own word',
    ),
    one(
      'UTF-16 by its mark, UTF-8 by its bytes',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(honest)]),
      'text/xml',
      malformed(),
      'a mark can lie, too',
    ),
    one(
      'UTF-16 with half a character at its end',
      Buffer.concat([Buffer.from(honest, 'utf16le'), Buffer.from([0x20])]),
      'text/xml',
      malformed(),
      'a decoder that keeps the rest gives it to the next caller',
    ),
    one(
      'UTF-16 with half a pair',
      Buffer.concat([Buffer.from(honest, 'utf16le'), Buffer.from([0x00, 0xd8])]),
      'text/xml',
      malformed(),
      'the same with whole units',
    ),
    one(
      'ISO-8859-2 by its label, UTF-8 by its bytes',
      plain,
      'text/xml; charset=iso-8859-2',
      served({ lacks: [`>${TEXT}<`] }),
      'the label decides: it is what guards in front of us believe',
    ),
    one(
      'two marks',
      `\ufeff\ufeff${honest}`,
      'text/xml',
      served(),
      'some editors write two; a mark says nothing but its charset',
    ),
    one(
      'a mark behind a blank',
      ` \ufeff${honest}`,
      'text/xml',
      refused('request_malformed'),
      'it is text before the root',
    ),
  ];
}
