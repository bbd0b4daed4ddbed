/**
 * What we take and the schema does not, on purpose. Each row mends a message of its one fault; when all rows have mended what
 * they can, libxml2 must take the message and mean by it what we did. A row can so excuse nothing but what it says.
 */
import type { Contract, Operation, Type } from '../../src/soap/contract';
import { ENCODING_12, ENVELOPE, SECURITY, XSI } from '../../src/soap/namespaces';
import { childrenOf, everyElement, type Attribute, type Element } from './element';
import { headerBlocksOf, isForUs, operationElementOf, textOf } from './meaning';
import { childType, fieldOf, partOf, XSD } from './messages';
import { rawText } from './raw-text';

/** A message that we took, as libxml2 sees it. */
interface Taken {
  readonly envelope: Element;
  readonly operation: Operation;
  readonly contract: Contract;
}

interface ByteLeniency {
  readonly name: string;
  readonly why: string;
  mend(bytes: Buffer): Buffer;
}

interface TreeLeniency {
  readonly name: string;
  readonly why: string;
  /** Whether there was something to mend. */
  mend(taken: Taken): boolean;
}

function rewritten(bytes: Buffer, change: (text: string) => string): Buffer {
  const { text, bytesOf } = rawText(bytes);
  return bytesOf(change(text));
}

/** Without the blanks of any script around it, whose bytes the raw text has as a letter each. */
const trimmed = (uri: string): string => Buffer.from(uri, 'latin1').toString('utf8').trim();

const CONTRACT = 'urn:refund-gateway:v1';
const KNOWN: ReadonlySet<string> = new Set([...Object.values(ENVELOPE), CONTRACT, XSI, XSD, ENCODING_12, SECURITY, '']);

export const BYTE_LENIENCIES: readonly ByteLeniency[] = [
  {
    name: 'blanks before the XML declaration',
    why: 'old stacks begin with an empty line',
    mend: (bytes) => rewritten(bytes, (text) => text.replace(/^[ \t\r\n]+(?=<\?xml\s)/, '')),
  },
  {
    name: 'a character as two references, one for each surrogate',
    why: 'Axis 1.4 writes emoji so',
    mend: (bytes) => rewritten(bytes, (text) => text.replace(/&#(?:xD83D;&#xDE00|55357;&#56832);/g, '&#x1F600;')),
  },
  {
    name: 'a namespace that is no URI',
    why: 'names are compared and lead nowhere, and saxes takes blanks around them away; an unknown one is refused where it is used',
    mend: (bytes) =>
      rewritten(bytes, (text) =>
        text.replace(
          /(\sxmlns(?::\w+)?=")([^"]*)/g,
          (_found, start: string, uri: string) => start + (KNOWN.has(trimmed(uri)) ? trimmed(uri) : 'urn:none'),
        ),
      ),
  },
  {
    name: 'a name that XML allows and namespaces do not',
    why: 'saxes does not look; no element can use such a prefix',
    mend: (bytes) => rewritten(bytes, (text) => text.replace(/\s\w+:[\d.-][^\s=]*=(?:"[^"]*"|'[^']*')/g, '')),
  },
];

const isSoapMark = ([uri, local]: Attribute, envelope: Element): boolean =>
  uri === envelope.uri && ['mustUnderstand', 'actor', 'role', 'relay'].includes(local);

/** Drops the attributes of some elements. */
function drop(elements: readonly Element[], unwanted: (attribute: Attribute, element: Element) => boolean): boolean {
  let dropped = false;
  for (const element of elements) {
    const kept = element.attributes.filter((attribute) => !unwanted(attribute, element));
    if (kept.length < element.attributes.length) dropped = true;
    element.attributes = kept;
  }
  return dropped;
}

const isNil = ({ attributes }: Element): boolean =>
  attributes.some(([uri, local, value]) => uri === XSI && local === 'nil' && ['true', '1'].includes(value.trim()));

/** The elements below the operation's, with the type that each has and whether it is optional there. */
function typed({ envelope, operation }: Taken): { parent: Element; child: Element; type: Type; optional: boolean }[] {
  const walk = (parent: Element, of: Type): ReturnType<typeof typed> =>
    childrenOf(parent).flatMap((child) => {
      const type = childType(of, child.local);
      if (!type) return [];
      return [{ parent, child, type, optional: fieldOf(of, child.local)?.required === false }, ...walk(child, type)];
    });
  const root = operationElementOf(envelope);
  return root ? walk(root, operation.request) : [];
}

const values = ({ envelope }: Taken): Element[] => {
  const root = operationElementOf(envelope);
  return root ? everyElement(root) : [];
};

const ownBlocks = ({ envelope, contract }: Taken): Element[] =>
  headerBlocksOf(envelope).filter(({ uri, local }) => uri === contract.namespace && contract.elements.has(local));

const REFERENCES: readonly string[] = [' href', `${ENCODING_12} ref`];
const IDS: readonly string[] = [' id', `${ENCODING_12} id`];
const keyOf = ([uri, local]: Attribute): string => `${uri} ${local}`;
const marked = ({ attributes }: Element, names: readonly string[]): string | undefined =>
  attributes.find((attribute) => names.includes(keyOf(attribute)))?.[2].replace(/^#/, '');

/** In the order they are mended: what a reference leads to may need mending too. */
export const TREE_LENIENCIES: readonly TreeLeniency[] = [
  {
    name: 'ids and references to them',
    why: 'PHP writes an object once and points to it',
    mend: (taken) => {
      const elements = values(taken);
      const targets = new Map(
        elements.flatMap((one) => (marked(one, IDS) !== undefined ? [[marked(one, IDS), one]] : [])),
      );
      const unfold = (element: Element): void => {
        const target = targets.get(marked(element, REFERENCES));
        if (target) Object.assign(element, structuredClone({ attributes: target.attributes, content: target.content }));
        childrenOf(element).forEach(unfold);
      };
      elements.slice(0, 1).forEach(unfold);
      return drop(values(taken), (attribute) => [...IDS, ...REFERENCES].includes(keyOf(attribute)));
    },
  },
  {
    name: 'children without a namespace',
    why: 'several stacks forget it, and nothing else could be meant',
    mend: (taken) => {
      const [, ...bare] = values(taken);
      const mended = bare.filter(({ uri }) => uri === '');
      for (const element of mended) element.uri = taken.contract.namespace;
      return mended.length > 0;
    },
  },
  {
    name: 'xsi:type that contradicts nothing',
    why: 'old stacks put one on everything, and not the one of the schema',
    mend: (taken) => drop([...values(taken), ...ownBlocks(taken)], ([uri, local]) => uri === XSI && local === 'type'),
  },
  {
    name: 'xsi:nil on an optional element',
    why: 'null, as most stacks say it: the same as absent',
    mend: (taken) => {
      const nils = typed(taken).filter(
        ({ child, optional }) => optional && isNil(child) && textOf(child).trim() === '',
      );
      for (const { parent, child } of nils) parent.content = parent.content.filter((part) => part !== child);
      return nils.length > 0;
    },
  },
  {
    name: 'xsi:nil that says no, or on the operation',
    why: 'SOAP::Lite calls an operation nil when it has nothing to say to it',
    mend: (taken) => {
      const root = operationElementOf(taken.envelope);
      return drop(
        values(taken),
        ([uri, local], one) => uri === XSI && local === 'nil' && (one === root || !isNil(one)),
      );
    },
  },
  {
    name: 'attributes of other namespaces',
    why: 'encodingStyle, schemaLocation and the like are for others',
    mend: (taken) =>
      drop(values(taken), ([uri, local]) => uri !== '' && !(uri === XSI && ['type', 'nil'].includes(local))),
  },
  {
    name: 'attributes of the parts of the envelope',
    why: 'they say nothing about a refund',
    mend: ({ envelope }) => {
      const parts = [envelope, partOf(envelope, 'Header'), partOf(envelope, 'Body')].filter(
        (part) => part !== undefined,
      );
      return drop(parts, () => true);
    },
  },
  {
    name: 'header blocks that are not for us, or not known',
    why: 'whoever they are for will look at them; SOAP 1.1 wants them qualified, and mustUnderstand to be 0 or 1',
    mend: ({ envelope, contract }) => {
      const head = partOf(envelope, 'Header');
      if (!head) return false;
      const kept = childrenOf(head).filter(
        (block) => block.uri === contract.namespace && contract.elements.has(block.local) && isForUs(block, envelope),
      );
      const dropped = kept.length < childrenOf(head).length;
      head.content = kept;
      return dropped;
    },
  },
  {
    name: 'SOAP’s own attributes on our header blocks',
    why: 'the schema gives a header block no attribute, and SOAP gives it mustUnderstand and actor',
    mend: (taken) => drop(ownBlocks(taken), (attribute) => isSoapMark(attribute, taken.envelope)),
  },
  {
    name: 'an empty optional number, time or enumeration',
    why: 'old stacks send null so',
    mend: (taken) => {
      const empty = typed(taken).filter(
        ({ child, type, optional }) =>
          optional &&
          type.kind === 'simple' &&
          (type.base !== 'string' || type.enumeration) &&
          textOf(child).trim() === '',
      );
      for (const { parent, child } of empty) parent.content = parent.content.filter((part) => part !== child);
      return empty.length > 0;
    },
  },
  {
    name: 'order inside a sequence',
    why: 'SOAP::Lite and soap4r send the members of a hash as they come',
    mend: (taken) => {
      const places = new Map<Element, readonly string[]>();
      const root = operationElementOf(taken.envelope);
      const { request } = taken.operation;
      if (root)
        places.set(
          root,
          request.fields.map(({ name }) => name),
        );
      for (const { child, type } of typed(taken)) {
        if (type.kind === 'complex')
          places.set(
            child,
            type.fields.map(({ name }) => name),
          );
      }
      return [...places].filter(([element, names]) => sorted(element, names)).length > 0;
    },
  },
];

function sorted(element: Element, names: readonly string[]): boolean {
  const before = childrenOf(element);
  const after = [...before].sort((one, other) => names.indexOf(one.local) - names.indexOf(other.local));
  if (before.every((child, at) => child === after[at])) return false;
  element.content = after;
  return true;
}
