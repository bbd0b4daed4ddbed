/** The few attributes that mean something to us. Schema locations and encoding styles are ignored: the contract knows better. */
import type { SaxesAttributeNS } from 'saxes';
import type { TypeName } from './marked-types';
import { ENCODING_12, OUR_ROLES, XSI } from './namespaces';
import { collapse } from './simple-values';
import { malformed } from './strict-parser';

type Attributes = Readonly<Record<string, SaxesAttributeNS>>;

export interface ElementMarks {
  readonly nil: boolean;
  readonly id?: string;
  /** The id that is pointed to. */
  readonly reference?: string;
  /** What xsi:type calls it. */
  readonly type?: TypeName;
}

/** The namespace that a prefix stands for at the element which is being opened. */
export type Resolve = (prefix: string) => string | undefined;

export const NO_MARKS: ElementMarks = { nil: false };

/** Refuses attributes without a namespace that we do not know: they are meant for us, and the schema has none. */
export function elementMarks(attributes: Attributes, resolve: Resolve): ElementMarks {
  let marks = NO_MARKS;
  for (const name in attributes) {
    const { uri, local, value } = attributes[name] as SaxesAttributeNS;
    if (uri === XSI) marks = { ...marks, ...instanceMark(local, value, resolve) };
    else if (local === 'id' && (uri === '' || uri === ENCODING_12)) marks = { ...marks, id: value };
    else if (uri === '' && local === 'href') marks = { ...marks, reference: localReference(value) };
    else if (uri === ENCODING_12 && local === 'ref') marks = { ...marks, reference: value.replace(/^#/, '') };
    else if (uri === '') throw malformed(`the attribute ${local} is not known here`);
  }
  return marks;
}

function instanceMark(local: string, value: string, resolve: Resolve): Partial<ElementMarks> {
  if (local === 'nil') return { nil: isTrue(value, local) };
  return local === 'type' ? { type: typeName(value, resolve) } : {};
}

function typeName(text: string, resolve: Resolve): TypeName {
  const name = collapse(text);
  const colon = name.indexOf(':');
  return { uri: resolve(name.slice(0, Math.max(colon, 0))) ?? '', local: name.slice(colon + 1) };
}

function localReference(href: string): string {
  if (!href.startsWith('#')) throw malformed('a reference must lead to an id of the same message');
  return href.slice(1);
}

export interface BlockMarks {
  readonly mustUnderstand: boolean;
  readonly forUs: boolean;
}

/** @param envelope namespace of the envelope, which qualifies both attributes */
export function blockMarks(attributes: Attributes, envelope: string): BlockMarks {
  let mustUnderstand = false;
  let forUs = true;
  for (const name in attributes) {
    const { uri, local, value } = attributes[name] as SaxesAttributeNS;
    if (uri !== envelope) continue;
    if (local === 'mustUnderstand') mustUnderstand = isTrue(value, local);
    else if (local === 'actor' || local === 'role') forUs = OUR_ROLES.has(value.trim());
  }
  return { mustUnderstand, forUs };
}

function isTrue(value: string, name: string): boolean {
  const word = collapse(value);
  if (word === 'true' || word === '1') return true;
  if (word === 'false' || word === '0') return false;
  throw malformed(`${name} must be true or false`);
}
