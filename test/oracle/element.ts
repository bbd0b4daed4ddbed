/** XML elements as messages are made of them, and their way to text, through whatever prefixes. */

export type Attribute = readonly [uri: string, local: string, value: string];

/** As a parser tells it: nothing but elements and text. */
export interface PlainElement {
  readonly uri: string;
  readonly local: string;
  readonly attributes: readonly Attribute[];
  readonly content: readonly (PlainElement | string)[];
}

/** Written as it is: comments, CDATA sections, references, and what is no XML at all. */
export interface Markup {
  readonly markup: string;
}

/** An element that may still be changed. */
export interface Element {
  uri: string;
  local: string;
  attributes: Attribute[];
  content: Part[];
}

export type Part = Element | Markup | string;

export const isElement = (part: Part): part is Element => typeof part !== 'string' && 'local' in part;

export const childrenOf = (element: Element): Element[] => element.content.filter(isElement);

/** The element and all that it holds. */
export const everyElement = (element: Element): Element[] => [element, ...childrenOf(element).flatMap(everyElement)];

/** How a writer chooses prefixes: each is what some stack does. */
export const PREFIX_STYLES = ['prefixes', 'default namespace', 'declared at each element'] as const;
export type PrefixStyle = (typeof PREFIX_STYLES)[number];

/** Prefixes that the root declares, so that attribute values may use them. */
export type Scope = Readonly<Record<string, string>>;

const escape = (text: string): string => text.replace(/[&<>"\r\n\t]/g, (found) => `&#${found.charCodeAt(0)};`);
const escapeText = (text: string): string => text.replace(/[&<>\r]/g, (found) => `&#${found.charCodeAt(0)};`);

/** @param scope of the place the element is written at */
export function textOf(element: Element, style: PrefixStyle, scope: Scope, isRoot = true): string {
  const inside: Record<string, string> = { ...scope };
  const declared: string[] = isRoot ? Object.entries(scope).map(([prefix, uri]) => declaration(prefix, uri)) : [];
  const declare = (prefix: string, uri: string): string => {
    if ((inside[prefix] ?? '') !== uri || (style === 'declared at each element' && !isRoot && uri !== '')) {
      inside[prefix] = uri;
      if (!declared.includes(declaration(prefix, uri))) declared.push(declaration(prefix, uri));
    }
    return prefix;
  };
  const prefix = declare(prefixFor(element.uri, style, scope), element.uri);
  const name = prefix === '' ? element.local : `${prefix}:${element.local}`;
  const attributes = element.attributes.map(([uri, local, value], at) => {
    const own = uri === '' ? '' : `${uri === XML ? 'xml' : declare(boundTo(uri, scope) ?? `a${at}`, uri)}:`;
    return ` ${own}${local}="${escape(value)}"`;
  });
  const start = `<${name}${declared.join('')}${attributes.join('')}`;
  if (element.content.length === 0) return `${start}/>`;
  const content = element.content.map((part) => {
    if (typeof part === 'string') return escapeText(part);
    return 'markup' in part ? part.markup : textOf(part, style, inside, false);
  });
  return `${start}>${content.join('')}</${name}>`;
}

const XML = 'http://www.w3.org/XML/1998/namespace';

const declaration = (prefix: string, uri: string): string =>
  prefix === '' ? ` xmlns="${uri}"` : ` xmlns:${prefix}="${uri}"`;

const boundTo = (uri: string, scope: Scope): string | undefined =>
  Object.keys(scope).find((prefix) => prefix !== '' && scope[prefix] === uri);

function prefixFor(uri: string, style: PrefixStyle, scope: Scope): string {
  if (uri === '' || style === 'default namespace') return '';
  return boundTo(uri, scope) ?? 'n';
}
