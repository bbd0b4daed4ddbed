/** What can be done to a message once it is text, and once it is bytes. */
import type { Random } from '../reliability/random';
import { pick } from './values';

export type TextMutation = (text: string, random: Random) => string;
export type ByteMutation = (text: string, random: Random) => Buffer;

const at = (text: string, random: Random): number => random.whole(0, text.length);
const insert = (text: string, place: number, what: string): string => text.slice(0, place) + what + text.slice(place);

/** Between a start tag and what follows it: where a value is. */
function insertInValue(text: string, random: Random, what: string): string {
  const values = [...text.matchAll(/>(?=[^<>]+<\/)/g)];
  return values.length === 0 ? text : insert(text, pick(random, values).index + 1, what);
}

const declaration = (encoding: string): string => `<?xml version="1.0" encoding="${encoding}"?>\n`;

const CHARACTERS = ['<', '>', '&', '"', "'", '/', '=', ' ', ':', '\u0000', '\u000b', '\u007f', '\u0085', '\u2028', '\ufffe', '\ud800', 'x', '0', ';', '#', '!', '?', '-', ']', '[', 'ż', '😀']; // prettier-ignore

export const TEXT_MUTATIONS: Readonly<Record<string, TextMutation>> = {
  DOCTYPE: (text, random) =>
    pick(random, ['<!DOCTYPE Envelope>', '<!DOCTYPE a []>', '<!DOCTYPE a [<!ENTITY x "1">]>', '<!DOCTYPE a SYSTEM "http://127.0.0.1:1/">']) + text, // prettier-ignore
  'entity of a DTD': (text, random) =>
    `<!DOCTYPE a [<!ENTITY x "${pick(random, ['1', '', 'PLN', '<a/>', '&#38;#60;'])}">]>${insertInValue(text, random, '&x;')}`,
  'entity of nobody': (text, random) =>
    insertInValue(text, random, pick(random, ['&nbsp;', '&x;', '&__proto__;', '&constructor;', '&;', '&#;', '&#x;', '& ', '&amp'])), // prettier-ignore
  'entity of XML': (text, random) =>
    insertInValue(text, random, pick(random, ['&lt;', '&gt;', '&amp;', '&quot;', '&apos;', '&#49;', '&#x31;', '&#X31;', '&#0049;'])), // prettier-ignore
  'character no document may hold': (text, random) =>
    insertInValue(text, random, pick(random, ['\u0000', '\u001f', '\ufffe', '\uffff', '&#0;', '&#xB;', '&#xFFFF;', '&#x110000;', '&#xD800;', '&#-1;'])), // prettier-ignore
  'processing instruction': (text, random) => {
    const instruction = pick(random, [
      '<?a?>',
      '<?php evil ?>',
      '<?xml-stylesheet href="a"?>',
      '<?xml version="1.0"?>',
    ]);
    const tags = [...text.matchAll(/<(?!\?|!)/g)].map(({ index }) => index);
    return insert(text, pick(random, [...tags, text.length]), instruction);
  },
  'comment anywhere': (text, random) => {
    const tags = [...text.matchAll(/[<>]/g)].map(({ index, 0: mark }) => (mark === '<' ? index : index + 1));
    return insert(text, pick(random, tags), pick(random, ['<!---->', '<!-- <!DOCTYPE a> -->', '<!-- <?a?> -->', '<!--->', '<!-- -- -->'])); // prettier-ignore
  },
  'XML declaration': (text, random) =>
    pick(random, [
      '<?xml version="1.0"?>',
      "<?xml version='1.0' encoding='utf-8' standalone='yes'?>",
      '<?xml version="1.1"?>',
      '<?xml version="2.0"?>',
      '<?xml version="1.0" standalone="maybe"?>',
      '<?xml encoding="utf-8"?>',
      '<?xml version="1.0" encoding="utf-8" ?>\r\n',
      '<?XML version="1.0"?>',
      '<?xml version="1.0" encoding="utf-7"?>',
      '<?xml?>',
    ]) + text,
  'blanks before the declaration': (text, random) =>
    pick(random, ['\n', ' ', '\r\n\r\n', '\t']) + declaration('utf-8') + text,
  'blanks around the document': (text, random) =>
    pick(random, ['\n', ' ', '']) + text + pick(random, ['\n', ' ', '\r\n', '\u00a0', '\u0000', 'x', '<!-- end -->']),
  'end cut off': (text, random) => text.slice(0, at(text, random)),
  'beginning cut off': (text, random) => text.slice(random.whole(1, 40)),
  'character dropped': (text, random) => {
    const place = at(text, random);
    return text.slice(0, place) + text.slice(place + 1);
  },
  'character added': (text, random) => insert(text, at(text, random), pick(random, CHARACTERS)),
  'character replaced': (text, random) => {
    const place = at(text, random);
    return text.slice(0, place) + pick(random, CHARACTERS) + text.slice(place + 1);
  },
  'piece doubled': (text, random) => {
    const [from, to] = [at(text, random), at(text, random)].sort((one, other) => one - other) as [number, number];
    return insert(text, to, text.slice(from, to));
  },
  'prefix that is not bound': (text, random) => {
    const tags = [...text.matchAll(/<(?=[a-z])/gi)].map(({ index }) => index + 1);
    return insert(text, pick(random, tags), pick(random, ['zz:', 'xmlns:', 'xml:', ':', '__proto__:']));
  },
  'prefix bound anew': (text, random) => {
    const tags = [...text.matchAll(/<[a-z][\w:]*/gi)].map(({ index, 0: tag }) => index + tag.length);
    return insert(text, pick(random, tags), ` ${pick(random, ['xmlns:m="urn:evil"', 'xmlns:m=""', 'xmlns=""', 'xmlns="urn:evil"', 'xmlns:xml="urn:x"', 'xmlns:n="urn:refund-gateway:v1"', 'xmlns:xmlns="urn:x"', 'xmlns:e="urn:refund-gateway:v1"', 'xmlns:xsi="urn:x"', 'xmlns:0n="urn:x"'])}`); // prettier-ignore
  },
  'attribute given twice': (text, random) => {
    const tags = [...text.matchAll(/<[a-z][\w:]*/gi)].map(({ index, 0: tag }) => index + tag.length);
    return insert(text, pick(random, tags), pick(random, [' a="1" a="2"', ' xmlns:q="u" xmlns:q="u"', ' a=1', ' a', ' a="<"', ' xmlns:q="u" xmlns:r="u" q:a="1" r:a="2"'])); // prettier-ignore
  },
  'two documents': (text) => text + text,
};

const latin = (text: string): string => text.replace(/[^\u0000-\u00ff]/gu, '\u00f3');
const utf16 = (text: string, big: boolean): Buffer => {
  const bytes = Buffer.from(text, 'utf16le');
  return big ? bytes.swap16() : bytes;
};

export const BYTE_MUTATIONS: Readonly<Record<string, ByteMutation>> = {
  'UTF-8 with a mark': (text, random) => Buffer.from(`\ufeff${pick(random, ['', declaration('utf-8')])}${text}`),
  'UTF-16 with a mark': (text, random) =>
    utf16(`\ufeff${pick(random, ['', declaration('utf-16')])}${text}`, random.chance(0.5)),
  'UTF-16 without a mark': (text, random) => utf16(`${declaration('utf-16')}${text}`, random.chance(0.5)),
  'ISO-8859-1': (text) => Buffer.from(declaration('ISO-8859-1') + latin(text), 'latin1'),
  'ISO-8859-2': (text) => Buffer.from(declaration('iso-8859-2') + latin(text), 'latin1'),
  'US-ASCII': (text) => Buffer.from(declaration('US-ASCII') + text.replace(/[^\u0000-\u007f]/gu, '?')),
  'UTF-8 that says it is something else': (text, random) =>
    Buffer.from(declaration(pick(random, ['ISO-8859-1', 'UTF-8', 'utf8', 'x-unheard'])) + text),
  'byte changed': (text, random) => {
    const bytes = Buffer.from(text);
    bytes[random.whole(0, bytes.length - 1)] = random.whole(0, 255);
    return bytes;
  },
  'byte dropped': (text, random) => {
    const bytes = Buffer.from(text);
    const place = random.whole(0, bytes.length - 1);
    return Buffer.concat([bytes.subarray(0, place), bytes.subarray(place + 1)]);
  },
  'bytes that are no UTF-8': (text, random) => {
    const [before, ...after] = text.split('</');
    const bytes = pick(random, [[0xb1], [0xc0, 0xbc], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xff], [0xc3]]);
    return Buffer.concat([Buffer.from(before ?? ''), Buffer.from(bytes), Buffer.from(`</${after.join('</')}`)]);
  },
  'bytes cut off': (text, random) => {
    const bytes = Buffer.from(text);
    return bytes.subarray(0, random.whole(0, bytes.length));
  },
};
