import { SaxesParser } from 'saxes';

/** An element of a document of our own (a WSDL): small, trusted, read once at start. */
export interface XmlElement {
  readonly uri: string;
  readonly local: string;
  /** Attributes without a prefix. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Attributes with a prefix, by `{namespace}name`. */
  readonly qualified: ReadonlyMap<string, string>;
  /** Prefixes in scope, for names inside attribute values such as `type="tns:Id"`. */
  readonly prefixes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
}

/** Reads a whole document. Throws on anything that is not well-formed. */
export function readXmlTree(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  parser.on('opentag', (tag) => {
    const parent = open.at(-1);
    const all = Object.values(tag.attributes);
    const plain = all.filter((attribute) => attribute.prefix === '');
    const prefixed = all.filter((attribute) => attribute.prefix !== '');
    const element: XmlElement = {
      uri: tag.uri,
      local: tag.local,
      attributes: new Map(plain.map((attribute) => [attribute.local, attribute.value])),
      qualified: new Map(prefixed.map(({ uri, local, value }) => [`{${uri}}${local}`, value])),
      prefixes: new Map([...(parent?.prefixes ?? []), ...Object.entries(tag.ns)]),
      children: [],
      text: '',
    };
    parent?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on('text', (part) => appendText(open.at(-1), part));
  parser.on('cdata', (part) => appendText(open.at(-1), part));
  parser.on('closetag', () => void open.pop());
  parser.write(text).close();
  if (!root) throw new Error('the document is empty');
  return root;
}

function appendText(element: XmlElement | undefined, part: string): void {
  if (element) element.text += part;
}

/** A name inside an attribute value, such as `type="tns:Id"`; without a prefix it is in the default namespace. */
export function qualifiedName(context: XmlElement, qname: string): { uri: string | undefined; local: string } {
  const [prefix, local] = qname.includes(':') ? qname.split(':', 2) : ['', qname];
  return { uri: context.prefixes.get(prefix ?? ''), local: local ?? '' };
}
