/** What may go wrong with the text of an envelope on its way, by accident or on purpose. */
import type { Random } from '../../reliability/random';
import { picked } from './picked';

export type XmlMutation = (xml: string, random: Random) => string;

/** An element that holds no other. */
const LEAF = /<m:(\w+)((?:\s[^<>]*)?)>([^<]*)<\/m:\1>/g;
const TAG = /<(\/?)m:(\w+)/g;

const STRANGE_NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'm',
  'amount',
  'line',
  'lines',
  'refundId',
  'note',
  'Body',
  'x'.repeat(201),
];

const ATTRIBUTES = [
  'xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'xsi:nil="0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'xsi:type="xsd:constructor" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'id="a"',
  'id="__proto__"',
  'href="#a"',
  'href="#__proto__"',
  'href="file:///etc/hosts"',
  'enc:ref="a" xmlns:enc="http://www.w3.org/2003/05/soap-encoding"',
  'enc:id="a" xmlns:enc="http://www.w3.org/2003/05/soap-encoding"',
  'e:mustUnderstand="1"',
  'e:encodingStyle="urn:x"',
  'lang="pl"',
  'a="1" a="2"',
  'xmlns=""',
  'xmlns:m="urn:evil"',
  'xmlns:m=""',
  'xml:space="preserve"',
];

const INSERTED = [
  '<!-- x -->',
  '<!--',
  '-->',
  '<![CDATA[<m:amount>9</m:amount>]]>',
  '<![CDATA[',
  ']]>',
  '<?php x ?>',
  '<!DOCTYPE a [<!ENTITY x "y">]>',
  '&x;',
  '&amp;',
  '&#0;',
  '&#xD83D;',
  '&#xD83D;&#xDE00;',
  '&#x1F600;',
  '&#xFFFE;',
  '&',
  '<',
  '>',
  '"',
  '\u0000',
  '\u000b',
  '\u202e',
  '\ufeff',
  '\ud83d',
  '😀',
  '\r',
  '</e:Body>',
  '</e:Envelope>',
  '<e:Body>',
  '<m:note>x</m:note>',
  '<x/>',
  '<x:y/>',
  ' '.repeat(5000),
];

interface Leaf {
  readonly at: number;
  readonly whole: string;
  readonly name: string;
}

function leavesIn(xml: string): Leaf[] {
  return [...xml.matchAll(LEAF)].map(({ index, 0: whole, 1: name = '' }) => ({ at: index, whole, name }));
}

/** Does it to one leaf, where there is one. */
const toLeaf =
  (change: (leaf: Leaf, random: Random, leaves: readonly Leaf[]) => string): XmlMutation =>
  (xml, random) => {
    const leaves = leavesIn(xml);
    if (leaves.length === 0) return xml;
    const leaf = picked(random, leaves);
    return replacedAt(xml, leaf.at, leaf.whole.length, change(leaf, random, leaves));
  };

const replacedAt = (text: string, at: number, length: number, by: string): string =>
  text.slice(0, at) + by + text.slice(at + length);

const inserted = (xml: string, random: Random, what: string): string =>
  replacedAt(xml, random.whole(0, xml.length), 0, what);

export const XML_MUTATIONS: Readonly<Record<string, XmlMutation>> = {
  'a leaf twice': toLeaf(({ whole }) => whole + whole),
  'a leaf many times': toLeaf(({ whole }, random) => whole.repeat(random.whole(3, 600))),
  'a leaf left out': toLeaf(() => ''),
  'a leaf in a leaf': toLeaf(
    ({ name, whole }, random, leaves) => `<m:${name}>${picked(random, leaves).whole}${whole}</m:${name}>`,
  ),
  'a leaf deep down': toLeaf(({ whole }, random) => {
    const depth = random.whole(1, 60);
    return '<m:a>'.repeat(depth) + whole + '</m:a>'.repeat(depth);
  }),
  'a leaf replaced by another': toLeaf((_leaf, random, leaves) => picked(random, leaves).whole),
  'a leaf renamed': toLeaf(({ name, whole }, random) =>
    whole.replaceAll(`m:${name}`, `m:${picked(random, STRANGE_NAMES)}`),
  ),
  'a leaf with another value': toLeaf(({ name }, random, leaves) => {
    const text = />([^<]*)</.exec(picked(random, leaves).whole)?.[1] ?? '';
    return `<m:${name}>${text}</m:${name}>`;
  }),
  'a leaf cut by a comment': toLeaf(({ whole }) => whole.replace(/>([^<])([^<]*)</, '>$1<!-- -->$2<')),
  'a leaf without a namespace': toLeaf(({ name, whole }) => whole.replaceAll(`m:${name}`, name)),
  'an attribute': (xml, random) => {
    const tags = [...xml.matchAll(/<[me]:\w+/g)];
    if (tags.length === 0) return xml;
    const { index, 0: tag } = picked(random, tags);
    return replacedAt(xml, index + tag.length, 0, ` ${picked(random, ATTRIBUTES)}`);
  },
  'many attributes': (xml, random) =>
    xml.replace(
      /<m:\w+/,
      (tag) => tag + Array.from({ length: random.whole(2, 60) }, (_, at) => ` xmlns:a${at}="u"`).join(''),
    ),
  'a tag renamed': (xml, random) => {
    const tags = [...xml.matchAll(TAG)];
    if (tags.length === 0) return xml;
    const { index, 0: tag, 1: slash = '' } = picked(random, tags);
    return replacedAt(xml, index, tag.length, `<${slash}m:${picked(random, STRANGE_NAMES)}`);
  },
  'something inserted': (xml, random) => inserted(xml, random, picked(random, INSERTED)),
  'something large inserted': (xml, random) =>
    inserted(xml, random, picked(random, INSERTED).repeat(random.whole(100, 2000)).slice(0, 200_000)),
  'cut short': (xml, random) => xml.slice(0, random.whole(0, xml.length)),
  'a piece twice': (xml, random) => {
    const from = random.whole(0, xml.length);
    return inserted(xml, random, xml.slice(from, from + random.whole(1, 400)));
  },
  'a piece left out': (xml, random) => replacedAt(xml, random.whole(0, xml.length), random.whole(1, 100), ''),
  'the call twice': (xml) => xml.replace(/<e:Body>(.*)<\/e:Body>/s, '<e:Body>$1$1</e:Body>'),
  'the Body twice': (xml) => xml.replace(/<e:Body>.*<\/e:Body>/s, '$&$&'),
  'another envelope': (xml, random) =>
    xml.replace(
      /http:\/\/(?:schemas\.xmlsoap|www\.w3)\.org\/[^"]*envelope\/?/,
      picked(random, ['urn:x', '', 'http://www.w3.org/2001/06/soap-envelope']),
    ),
  'another namespace': (xml, random) =>
    xml.replace('urn:refund-gateway:v1', picked(random, ['', 'urn:evil', 'urn:refund-gateway:v2', 'x'.repeat(4097)])),
};
