/** Reads a reply of the SOAP gates by what it says of itself, its xsi:type marks, and not by our own reader or a WSDL. */
import { SaxesParser } from 'saxes';

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Element[];
  text: string;
}

/** The members of the response part: `errors`, and `result` or `results`. */
export function readEncodedReply(xml: string): Readonly<Record<string, unknown>> {
  const part = parse(xml).children[0]?.children[0]?.children[0];
  if (!part?.name.endsWith('Response')) throw new Error(`no reply of a method: ${xml}`);
  return valueOf(part) as Readonly<Record<string, unknown>>;
}

function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => void ((open.at(-1) ?? root).text += text));
  parser.on('closetag', () => void open.pop());
  parser.write(xml).close();
  return root.children[0] ?? root;
}

function valueOf({ name, attributes, children, text }: Element): unknown {
  const count = /\[(\d+)\]$/.exec(attributes['SOAP-ENC:arrayType'] ?? '')?.[1];
  if (count !== undefined) {
    if (children.length !== Number(count)) throw new Error(`${name} says it has ${count} items`);
    return children.map(valueOf);
  }
  const type = attributes['xsi:type'];
  if (type === undefined) throw new Error(`${name} has no type`);
  if (type === 'xsd:int' || type === 'xsd:float') return Number(text);
  if (type === 'xsd:boolean') return text === 'true';
  const isText = type === 'xsd:string' || children.length === 0;
  return isText ? text : Object.fromEntries(children.map((child) => [child.name, valueOf(child)]));
}
