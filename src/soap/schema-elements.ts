/** How both readers of schemas look at an element: what they do not expect stops the start, and is never skipped. */
import type { XmlElement } from './xml-tree';

export const XSD = 'http://www.w3.org/2001/XMLSchema';

export function nameOf(element: XmlElement): string {
  const name = element.attributes.get('name');
  if (!name) throw new Error(`an xsd:${element.local} has no name`);
  return name;
}

/** The children, annotations apart. Any other construct than the expected ones stops the start. */
export function childrenOf(parent: XmlElement, expected: readonly string[]): XmlElement[] {
  const children = parent.children.filter(({ uri, local }) => !(uri === XSD && local === 'annotation'));
  const foreign = children.find(({ uri, local }) => uri !== XSD || !expected.includes(local));
  if (foreign) throw new Error(`xsd:${foreign.local} inside xsd:${parent.local} is not known here`);
  return children;
}

export function onlyChild(parent: XmlElement, local: string): XmlElement {
  const [child, ...others] = childrenOf(parent, [local]);
  if (!child || others.length > 0) throw new Error(`xsd:${parent.local} must hold exactly one xsd:${local}`);
  return child;
}

export function onlyAttributes(element: XmlElement, expected: readonly string[]): void {
  for (const name of element.attributes.keys()) {
    if (!expected.includes(name)) throw new Error(`the attribute ${name} of xsd:${element.local} is not known here`);
  }
}
