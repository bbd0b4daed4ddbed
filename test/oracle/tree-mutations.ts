/** What can be done to a message while it is a tree. Each returns false where the message has no place for it. */
import { ENCODING_12, OUR_ROLES, SECURITY, XSI } from '../../src/soap/namespaces';
import type { SimpleType } from '../../src/soap/contract';
import type { Random } from '../reliability/random';
import { childrenOf, everyElement, isElement, type Attribute, type Element, type Part } from './element';
import { element, isSimple, partOf, typedElements, type Message } from './messages';
import { edgeText, pick } from './values';

export type TreeMutation = (message: Message, random: Random) => boolean;

/** Somewhere below the Body: the element and what holds it. */
interface Place {
  readonly parent: Element;
  readonly child: Element;
  readonly at: number;
}

function places({ envelope }: Message): Place[] {
  const body = partOf(envelope, 'Body');
  if (!body) return [];
  return everyElement(body).flatMap((parent) =>
    parent.content.flatMap((child, at) => (isElement(child) ? [{ parent, child, at }] : [])),
  );
}

function somewhere(message: Message, random: Random, change: (place: Place) => unknown): boolean {
  const all = places(message);
  return all.length > 0 && change(pick(random, all)) !== false;
}

const simpleElements = (message: Message): { element: Element; type: SimpleType }[] =>
  typedElements(message).flatMap(({ element, type }) => (isSimple(type) ? [{ element, type }] : []));

function atSimple(message: Message, random: Random, change: (element: Element, type: SimpleType) => void): boolean {
  const simple = simpleElements(message);
  if (simple.length === 0) return false;
  // Texts are many and times are few: each base is as likely as the next.
  const base = pick(random, [...new Set(simple.map(({ type }) => type.base))]);
  const { element, type } = pick(
    random,
    simple.filter((one) => one.type.base === base),
  );
  change(element, type);
  return true;
}

const copyOf = (part: Part): Part =>
  isElement(part) ? { ...part, attributes: [...part.attributes], content: part.content.map(copyOf) } : part;

const textIn = ({ content }: Element): string => content.filter((part) => typeof part === 'string').join('');

const escaped = (text: string): string => text.replace(/[&<>\r]/g, (found) => `&#${found.charCodeAt(0)};`);

/** Written in pieces, which is the same text. */
const PIECES: readonly ((text: string) => string)[] = [
  (text) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`,
  (text) => `<!-- -->${escaped(text)}<!--x-->`,
  (text) => escaped(text.slice(0, 1)) + '<!-- <a> -->' + escaped(text.slice(1)),
  (text) => [...text].map((one) => `&#${one.codePointAt(0)};`).join(''),
  (text) => [...text].map((one) => `&#x${one.codePointAt(0)?.toString(16)};`).join(''),
  (text) => `<![CDATA[]]>${escaped(text)}<![CDATA[]]>`,
  (text) => `&#32;${escaped(text)}&#x9;`,
  (text) => `\r\n${escaped(text)}\r`,
];

const XML = 'http://www.w3.org/XML/1998/namespace';
const NILS = ['true', '1', 'false', '0', ' true ', 'TRUE', ''];
const TYPES = ['m:Amount', 'm:Id', 'm:Note', 'm:OrderLineInput', 'm:LineQuantity', 'xsd:string', 'xsd:int', 'xsd:long', 'xsd:decimal', 'xsd:date', 'xsd:dateTime', 'xsd:boolean', 'xsd:anyType', 'm:Unheard', 'string', 'zz:string']; // prettier-ignore

const attributes = (message: Message, random: Random): readonly Attribute[] => [
  [XSI, 'type', pick(random, TYPES)],
  [XSI, 'nil', pick(random, NILS)],
  ['', 'colour', 'red'],
  ['', 'nil', 'true'],
  ['', 'id', pick(random, ['a', 'b'])],
  ['', 'href', pick(random, ['#a', '#b', '#nobody', 'http://127.0.0.1:1/'])],
  [ENCODING_12, 'id', pick(random, ['a', 'b'])],
  [ENCODING_12, 'ref', pick(random, ['a', '#b'])],
  [message.envelope.uri, 'encodingStyle', 'http://schemas.xmlsoap.org/soap/encoding/'],
  [XSI, 'schemaLocation', 'urn:refund-gateway:v1 own.xsd'],
  ['urn:x', 'mark', 'x'],
  [XML, 'lang', 'pl'],
  [XML, 'space', 'preserve'],
];

function inHeader(message: Message, block: Element): void {
  const { envelope } = message;
  const head = partOf(envelope, 'Header') ?? element(envelope.uri, 'Header', []);
  if (!envelope.content.includes(head)) envelope.content.unshift(head);
  head.content.push(block);
}

const swap = (parent: Element, one: number, other: number): void => {
  const { content } = parent;
  [content[one], content[other]] = [content[other] as Part, content[one] as Part];
};

export const TREE_MUTATIONS: Readonly<Record<string, TreeMutation>> = {
  'element dropped': (message, random) =>
    somewhere(message, random, ({ parent, at }) => void parent.content.splice(at, 1)),
  'element doubled': (message, random) =>
    somewhere(message, random, ({ parent, child, at }) => void parent.content.splice(at, 0, copyOf(child))),
  'element renamed': (message, random) =>
    somewhere(message, random, ({ parent, child }) => {
      const siblings = childrenOf(parent).map(({ local }) => local);
      child.local = pick(random, [...siblings, child.local.toUpperCase(), `${child.local}x`, '__proto__', 'é']);
    }),
  'element moved among its siblings': (message, random) =>
    somewhere(message, random, ({ parent, at }) => swap(parent, at, random.whole(0, parent.content.length - 1))),
  'siblings shuffled': (message, random) =>
    somewhere(message, random, ({ child }) => void (child.content = random.shuffled(child.content))),
  'element moved elsewhere': (message, random) =>
    somewhere(message, random, ({ parent, child, at }) => {
      const target = pick(random, places(message)).child;
      if (everyElement(child).includes(target)) return false;
      parent.content.splice(at, 1);
      target.content.push(child);
    }),
  'element wrapped': (message, random) =>
    somewhere(message, random, ({ parent, child, at }) => {
      parent.content[at] = { ...element(child.uri, child.local, [child]) };
    }),
  'element unwrapped': (message, random) =>
    somewhere(message, random, ({ parent, child, at }) => void parent.content.splice(at, 1, ...child.content)),
  'element emptied': (message, random) => somewhere(message, random, ({ child }) => void (child.content = [])),
  'element added': (message, random) =>
    somewhere(message, random, ({ child }) => {
      const { namespace, uri } = { namespace: child.uri, uri: pick(random, ['', 'urn:evil']) };
      child.content.push(element(pick(random, [namespace, uri]), pick(random, ['note', 'line', 'x']), []));
    }),
  'other namespace': (message, random) =>
    somewhere(message, random, ({ child }) => {
      child.uri = pick(random, ['urn:evil', 'urn:refund-gateway:v2', 'urn:Refund-Gateway:v1', message.envelope.uri]);
    }),
  'no namespace': (message, random) => somewhere(message, random, ({ child }) => void (child.uri = '')),
  'no namespace below the operation': (message) => {
    const [, ...below] = typedElements(message);
    for (const { element } of below) element.uri = '';
    return below.length > 0;
  },
  'attribute added': (message, random) =>
    somewhere(message, random, ({ child }) => void child.attributes.push(pick(random, attributes(message, random)))),
  'element made nil': (message, random) =>
    somewhere(message, random, ({ child }) => {
      child.attributes.push([XSI, 'nil', pick(random, NILS)]);
      if (random.chance(0.8)) child.content = [];
    }),
  'element referred to': (message, random) =>
    somewhere(message, random, ({ parent, child, at }) => {
      const { uri, local } = child;
      const recent = random.chance(0.5);
      child.attributes.push([recent ? ENCODING_12 : '', 'id', 'r']);
      const reference: Attribute = recent ? [ENCODING_12, 'ref', 'r'] : ['', 'href', '#r'];
      parent.content.splice(random.chance(0.5) ? at : at + 1, 0, {
        ...element(uri, local, []),
        attributes: [reference],
      });
    }),
  'xsi:type of its own': (message, random) => {
    const typed = typedElements(message).slice(1);
    if (typed.length === 0) return false;
    const { element, type } = pick(random, typed);
    const prefix = isSimple(type) && type.name === type.base ? 'xsd' : 'm';
    element.attributes.push([XSI, 'type', `${prefix}:${type.name}`]);
    return true;
  },
  'text between': (message, random) =>
    somewhere(message, random, ({ child }) => {
      const text = pick(random, ['text', '0', '\u00a0', '\u0085', ' ', '\n\t ']);
      child.content.splice(random.whole(0, child.content.length), 0, text);
    }),
  'markup between': (message, random) =>
    somewhere(message, random, ({ child }) => {
      const markup = pick(random, ['<!-- a -->', '<![CDATA[]]>', '<![CDATA[ ]]>', '<![CDATA[x]]>', '&#32;', '&#0;', '&#x1F;', '&#xD800;', '<?a b?>', '<!-- a -- b -->', ']]>', '&amp;', '&nbsp;', '<', '&', '\u000b', '&#xFFFE;', '&#65;']); // prettier-ignore
      child.content.splice(random.whole(0, child.content.length), 0, { markup });
    }),
  'value at an edge': (message, random) =>
    atSimple(message, random, (element, type) => void (element.content = [edgeText(random, type)])),
  'value of another type': (message, random) => {
    const simple = simpleElements(message);
    return atSimple(message, random, (element) => {
      element.content = [...pick(random, simple).element.content];
    });
  },
  'value written in pieces': (message, random) =>
    atSimple(message, random, (element) => {
      element.content = [{ markup: pick(random, PIECES)(textIn(element)) }];
    }),
  'blanks around a value': (message, random) =>
    atSimple(message, random, (element) => {
      const blanks = [' ', '\t', '\n', ' \n '];
      element.content = [pick(random, blanks), ...element.content, pick(random, blanks)];
    }),
  'Axis’ surrogates in a value': (message, random) =>
    atSimple(message, random, (element) => {
      element.content.push({ markup: pick(random, ['&#xD83D;&#xDE00;', '&#55357;&#56832;', '&#xDE00;&#xD83D;']) });
    }),
  'list filled to its limit': (message, random) => {
    const lists = typedElements(message).filter(
      ({ element, type }) => type.kind === 'list' && element.content.length > 0,
    );
    if (lists.length === 0 || random.chance(0.9)) return false;
    const { element, type } = pick(random, lists);
    const most = (type.kind === 'list' && type.maxItems) || 0;
    element.content = Array.from({ length: most + random.whole(0, 1) }, () => copyOf(element.content[0] as Part));
    return true;
  },
  'header block added': (message, random) => {
    const { envelope } = message;
    const block = element(pick(random, ['urn:x', SECURITY, '']), pick(random, ['Extra', 'Security']), []);
    if (random.chance(0.5))
      block.attributes.push([envelope.uri, 'mustUnderstand', pick(random, ['0', '1', 'true', 'x'])]);
    if (random.chance(0.3)) block.attributes.push(roleIn(envelope.uri, random));
    inHeader(message, block);
    return true;
  },
  'own header block': (message, random) => {
    const { envelope, operation } = message;
    const key = element(typedElements(message)[0]?.element.uri ?? '', 'IdempotencyKey', [
      pick(random, ['k', 'a b', '']),
    ]);
    if (random.chance(0.4)) key.attributes.push([envelope.uri, 'mustUnderstand', pick(random, ['0', '1'])]);
    if (random.chance(0.2)) key.attributes.push(roleIn(envelope.uri, random));
    if (random.chance(0.1)) key.attributes.push(['', 'colour', 'red']);
    inHeader(message, key);
    return operation.name !== '';
  },
  'attribute on a part of the envelope': (message, random) => {
    const { envelope } = message;
    const part = pick(random, [envelope, ...childrenOf(envelope)]);
    part.attributes.push(pick(random, attributes(message, random)));
    return true;
  },
  'part of the envelope dropped, doubled or moved': ({ envelope }, random) => {
    if (envelope.content.length === 0) return false;
    const at = random.whole(0, envelope.content.length - 1);
    const part = envelope.content[at] as Part;
    const change = pick(random, ['drop', 'double', 'append', 'swap']);
    if (change === 'drop') envelope.content.splice(at, 1);
    else if (change === 'double') envelope.content.splice(at, 0, copyOf(part));
    else if (change === 'append') envelope.content.push(element('urn:x', 'Extra', []));
    else envelope.content.reverse();
    return true;
  },
  'other envelope': (message, random) => {
    const { envelope } = message;
    const uri = pick(random, [
      'http://schemas.xmlsoap.org/soap/envelope',
      'http://www.w3.org/2001/06/soap-envelope',
      '',
    ]);
    const whole = random.chance(0.5);
    for (const part of whole
      ? [envelope, ...childrenOf(envelope)]
      : [pick(random, [envelope, ...childrenOf(envelope)])]) {
      part.uri = uri;
    }
    return true;
  },
};

function roleIn(uri: string, random: Random): Attribute {
  const roles = [...OUR_ROLES, 'urn:somebody'];
  return [uri, uri.includes('xmlsoap') ? 'actor' : 'role', pick(random, roles)];
}
