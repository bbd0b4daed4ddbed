/** Requests by the schema: every operation, whatever is optional there or not, lists of none to many. */
import type { Contract, Field, Operation, SimpleType, Type } from '../../src/soap/contract';
import { ENVELOPE, XSI } from '../../src/soap/namespaces';
import type { Random } from '../reliability/random';
import { PREFIX_STYLES, textOf, type Element, type PrefixStyle, type Scope } from './element';
import { fittingText, pick } from './values';

export interface Message {
  readonly operation: Operation;
  readonly envelope: Element;
  readonly style: PrefixStyle;
}

export const XSD = 'http://www.w3.org/2001/XMLSchema';

const FEW = 3;
const LONG_LIST_CHANCE = 0.003;

export function scopeOf(contract: Contract, envelope: string): Scope {
  return { e: envelope, m: contract.namespace, xsi: XSI, xsd: XSD };
}

export const element = (uri: string, local: string, content: Element['content']): Element => ({
  uri,
  local,
  attributes: [],
  content,
});

export function randomMessage(contract: Contract, random: Random): Message {
  const operation = pick(random, [...contract.operations.values()]);
  const uri = random.chance(0.5) ? ENVELOPE['1.1'] : ENVELOPE['1.2'];
  const { namespace } = contract;
  const body = element(uri, 'Body', [valueElement(namespace, operation.name, operation.request, random)]);
  const keyed = operation.headers.filter(() => random.chance(0.3)).map((name) => header(contract, name, random));
  const head = keyed.length > 0 || random.chance(0.1) ? [element(uri, 'Header', keyed)] : [];
  return { operation, envelope: element(uri, 'Envelope', [...head, body]), style: pick(random, PREFIX_STYLES) };
}

function header(contract: Contract, name: string, random: Random): Element {
  const declared = contract.elements.get(name);
  if (!declared) throw new Error(`the contract has no header ${name}`);
  return valueElement(contract.namespace, name, declared.type, random);
}

function valueElement(uri: string, name: string, type: Type, random: Random): Element {
  return element(uri, name, contentOf(uri, type, random));
}

function contentOf(uri: string, type: Type, random: Random): Element['content'] {
  if (type.kind === 'simple') {
    const text = fittingText(random, type);
    return text === '' ? [] : [text];
  }
  if (type.kind === 'list') {
    const most = type.maxItems ?? FEW;
    const count = random.chance(LONG_LIST_CHANCE) ? most : random.whole(0, Math.min(most, FEW));
    return Array.from({ length: count }, () => valueElement(uri, type.item, type.of, random));
  }
  const fullness = pick(random, [0, 0.5, 1]);
  return type.fields
    .filter(({ required }) => required || random.chance(fullness))
    .map((field) => valueElement(uri, field.name, field.type, random));
}

export function messageText({ envelope, style }: Message, contract: Contract): string {
  return textOf(envelope, style, scopeOf(contract, envelope.uri));
}

/** The elements of the Body whose type the contract tells, with that type. */
export function typedElements({ envelope, operation }: Message): { element: Element; type: Type }[] {
  const body = partOf(envelope, 'Body');
  const [root] = (body?.content ?? []).filter((part) => typeof part !== 'string' && 'local' in part) as Element[];
  return root ? walk(root, operation.request) : [];
}

export const partOf = (envelope: Element, local: string): Element | undefined =>
  envelope.content.find((part): part is Element => typeof part !== 'string' && 'local' in part && part.local === local);

function walk(element: Element, type: Type): { element: Element; type: Type }[] {
  const below = element.content.flatMap((part) => {
    if (typeof part === 'string' || 'markup' in part) return [];
    const field = childType(type, part.local);
    return field ? walk(part, field) : [];
  });
  return [{ element, type }, ...below];
}

/** The type that a child of this name has. */
export function childType(type: Type, local: string): Type | undefined {
  if (type.kind === 'simple') return undefined;
  if (type.kind === 'list') return local === type.item ? type.of : undefined;
  return fieldOf(type, local)?.type;
}

export const fieldOf = (type: Type, local: string): Field | undefined =>
  type.kind === 'complex' ? type.fields.find(({ name }) => name === local) : undefined;

export const isSimple = (type: Type): type is SimpleType => type.kind === 'simple';
