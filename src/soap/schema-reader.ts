/**
 * Reads the schema inside a WSDL. Knows few constructs and refuses every other one by name when the gateway starts: a
 * construct that is skipped in silence would let through messages that the contract forbids.
 */
import type { ComplexType, Field, ListType, SimpleBase, SimpleType, Type } from './contract';
import { childrenOf, nameOf, onlyAttributes, onlyChild, XSD } from './schema-elements';
import { qualifiedName } from './xml-tree';
import type { XmlElement } from './xml-tree';

const BASES: readonly string[] = ['string', 'long', 'int', 'decimal', 'boolean', 'dateTime'] satisfies SimpleBase[];
const NUMBER_FACETS = [
  'minLength',
  'maxLength',
  'minInclusive',
  'maxInclusive',
  'totalDigits',
  'fractionDigits',
] as const;
type NumberFacet = (typeof NUMBER_FACETS)[number];

/** Which facets mean something on which base; a misplaced one is a mistake of the author. */
const FACETS: Record<SimpleBase, readonly string[]> = {
  string: ['enumeration', 'pattern', 'minLength', 'maxLength'],
  long: ['minInclusive', 'maxInclusive'],
  int: ['minInclusive', 'maxInclusive'],
  decimal: ['pattern', 'totalDigits', 'fractionDigits'],
  boolean: [],
  dateTime: ['pattern'],
};

/** XSD expressions that JavaScript reads otherwise: name classes, block escapes, class subtraction, bare anchors. */
const FOREIGN_PATTERN = /\\[icIC]|\\[pP]\{Is|-\[|\(\?|(?<![[\\])\^|(?<!\\)\$/;

export interface Schema {
  readonly namespace: string;
  readonly types: ReadonlyMap<string, Type>;
  /** Global elements; an inline type is named after its element. */
  readonly elements: ReadonlyMap<string, Field>;
}

export function readSchema(schema: XmlElement): Schema {
  return new SchemaReader(schema).read();
}

class SchemaReader {
  private readonly namespace: string;
  private readonly declarations = new Map<string, XmlElement>();
  private readonly types = new Map<string, Type>();
  private readonly underway = new Set<string>();

  constructor(private readonly schema: XmlElement) {
    this.namespace = schema.attributes.get('targetNamespace') ?? '';
    if (schema.attributes.get('elementFormDefault') !== 'qualified') {
      throw new Error('the schema must say elementFormDefault="qualified"');
    }
  }

  read(): Schema {
    const globals = childrenOf(this.schema, ['simpleType', 'complexType', 'element']);
    for (const child of globals.filter(({ local }) => local !== 'element')) {
      if (this.declarations.has(nameOf(child))) throw new Error(`the type ${nameOf(child)} is declared twice`);
      this.declarations.set(nameOf(child), child);
    }
    for (const name of this.declarations.keys()) this.namedType(name);
    const elements = new Map<string, Field>();
    for (const child of globals.filter(({ local }) => local === 'element')) {
      if (elements.has(nameOf(child))) throw new Error(`the element ${nameOf(child)} is declared twice`);
      elements.set(nameOf(child), this.field(child));
    }
    const types = new Map([...this.declarations.keys()].map((name) => [name, this.namedType(name)]));
    return { namespace: this.namespace, types, elements };
  }

  private namedType(name: string): Type {
    const known = this.types.get(name);
    if (known) return known;
    const declaration = this.declarations.get(name);
    if (!declaration) throw new Error(`the type ${name} is not declared`);
    if (this.underway.has(name)) throw new Error(`the type ${name} contains itself`);
    this.underway.add(name);
    const type = this.typeFrom(declaration, name);
    this.types.set(name, type);
    return type;
  }

  private typeFrom(declaration: XmlElement, name: string): Type {
    onlyAttributes(declaration, ['name']);
    return declaration.local === 'simpleType'
      ? this.simpleType(declaration, name)
      : this.complexType(declaration, name);
  }

  private simpleType(declaration: XmlElement, name: string): SimpleType {
    const restriction = onlyChild(declaration, 'restriction');
    onlyAttributes(restriction, ['base']);
    const base = this.typeNamed(restriction, restriction.attributes.get('base') ?? '');
    if (base.kind !== 'simple' || this.types.has(base.name)) throw new Error(`${name} must restrict a type of xsd`);
    const documentation = documentationOf(declaration);
    const facets = facetsOf(restriction, base.base, name);
    return { kind: 'simple', name, base: base.base, ...facets, ...(documentation && { documentation }) };
  }

  private complexType(declaration: XmlElement, name: string): ComplexType | ListType {
    const sequence = onlyChild(declaration, 'sequence');
    onlyAttributes(sequence, []);
    const elements = childrenOf(sequence, ['element']);
    const first = elements[0];
    if (elements.length === 1 && first && isRepeated(first)) return this.listType(first, name);
    const fields = elements.map((element) => this.field(element));
    const names = new Set(fields.map((field) => field.name));
    if (names.size < fields.length) throw new Error(`${name} declares a child twice`);
    return { kind: 'complex', name, fields };
  }

  private listType(element: XmlElement, name: string): ListType {
    const { type, ...item } = this.field(element, true);
    if (type.kind === 'list') throw new Error(`${name} is a list of lists, which is not known here`);
    if (item.required)
      throw new Error(`${name} must say minOccurs="0": a list that may not be empty is not known here`);
    const most = element.attributes.get('maxOccurs');
    const limit = most === 'unbounded' ? {} : { maxItems: wholeNumber(most ?? '', name) };
    return { kind: 'list', name, item: item.name, of: type, ...limit };
  }

  private field(element: XmlElement, repeated = false): Field {
    onlyAttributes(element, ['name', 'type', 'minOccurs', 'maxOccurs']);
    const name = nameOf(element);
    if (name === '__proto__') throw new Error('an element must not be called __proto__');
    if (isRepeated(element) && !repeated) throw new Error(`${name} is repeated outside a list type of its own`);
    const minOccurs = element.attributes.get('minOccurs') ?? '1';
    if (!['0', '1'].includes(minOccurs)) throw new Error(`${name}: minOccurs="${minOccurs}" is not known here`);
    const reference = element.attributes.get('type');
    const [inline] = childrenOf(element, ['complexType']);
    if ((reference === undefined) === (inline === undefined)) throw new Error(`${name} must have one type`);
    const type = inline ? this.typeFrom(inline, name) : this.typeNamed(element, reference ?? '');
    const documentation = documentationOf(element);
    return { name, type, required: minOccurs === '1', ...(documentation && { documentation }) };
  }

  private typeNamed(context: XmlElement, qname: string): Type {
    const { uri, local } = qualifiedName(context, qname);
    if (uri === this.namespace) return this.namedType(local);
    if (uri === XSD && BASES.includes(local)) return { kind: 'simple', name: local, base: local as SimpleBase };
    throw new Error(`the type ${qname} is not known here`);
  }
}

function facetsOf(restriction: XmlElement, base: SimpleBase, name: string): Partial<SimpleType> {
  const numbers: Partial<Record<NumberFacet, number>> = {};
  const enumeration: string[] = [];
  let pattern: string | undefined;
  for (const facet of childrenOf(restriction, ['enumeration', 'pattern', ...NUMBER_FACETS])) {
    onlyAttributes(facet, ['value']);
    const value = facet.attributes.get('value') ?? '';
    if (!FACETS[base].includes(facet.local))
      throw new Error(`${name}: ${facet.local} on xsd:${base} is not known here`);
    if (facet.local === 'enumeration') enumeration.push(value);
    else if (facet.local === 'pattern' && pattern === undefined) pattern = knownPattern(value, name);
    else if (facet.local in numbers || facet.local === 'pattern')
      throw new Error(`${name} has two facets ${facet.local}`);
    else numbers[facet.local as NumberFacet] = wholeNumber(value, name);
  }
  return { ...numbers, ...(enumeration.length > 0 && { enumeration }), ...(pattern !== undefined && { pattern }) };
}

function knownPattern(pattern: string, name: string): string {
  if (FOREIGN_PATTERN.test(pattern)) throw new Error(`${name}: the pattern ${pattern} is not known here`);
  return pattern;
}

function wholeNumber(text: string, name: string): number {
  const value = Number(text);
  if (!/^-?\d+$/.test(text) || !Number.isSafeInteger(value))
    throw new Error(`${name}: "${text}" is not a whole number`);
  return value;
}

function isRepeated(element: XmlElement): boolean {
  return (element.attributes.get('maxOccurs') ?? '1') !== '1';
}

function documentationOf(element: XmlElement): string | undefined {
  const annotation = element.children.find(({ local }) => local === 'annotation');
  const text = annotation?.children.find(({ local }) => local === 'documentation')?.text;
  return text?.replace(/\s+/g, ' ').trim() || undefined;
}
