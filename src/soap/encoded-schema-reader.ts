/**
 * Reads the schema inside a WSDL of style rpc/encoded. Like its sibling for document/literal it knows few constructs, and any
 * other stops the start of the gateway.
 */
import type { EncodedType, Member, ScalarBase, ScalarType, StructType } from './encoded-contract';
import { ENCODING_11 } from './namespaces';
import { childrenOf, nameOf, onlyAttributes, onlyChild, XSD } from './schema-elements';
import { qualifiedName } from './xml-tree';
import type { XmlElement } from './xml-tree';

const WSDL = 'http://schemas.xmlsoap.org/wsdl/';
const BASES: readonly string[] = ['string', 'int', 'float', 'boolean'] satisfies ScalarBase[];

export class EncodedSchema {
  private readonly declarations = new Map<string, XmlElement>();
  private readonly types = new Map<string, EncodedType>();
  private readonly underway = new Set<string>();
  readonly namespace: string;

  constructor(schema: XmlElement) {
    onlyAttributes(schema, ['targetNamespace', 'elementFormDefault']);
    this.namespace = schema.attributes.get('targetNamespace') ?? '';
    if ((schema.attributes.get('elementFormDefault') ?? 'unqualified') !== 'unqualified') {
      throw new Error('its elements must be unqualified');
    }
    for (const child of childrenOf(schema, ['simpleType', 'complexType'])) {
      if (this.declarations.has(nameOf(child))) throw new Error(`the type ${nameOf(child)} is declared twice`);
      this.declarations.set(nameOf(child), child);
    }
    for (const name of this.declarations.keys()) this.declared(name);
  }

  /** @param qname as the attribute of the element says it, with the prefix that is in scope there */
  typeNamed(context: XmlElement, qname: string): EncodedType {
    const { uri, local } = qualifiedName(context, qname);
    if (uri === this.namespace) return this.declared(local);
    if (uri === XSD && BASES.includes(local)) {
      return { kind: 'scalar', name: local, builtIn: true, base: local as ScalarBase };
    }
    throw new Error(`the type ${qname} is not known here`);
  }

  private declared(name: string): EncodedType {
    const known = this.types.get(name);
    if (known) return known;
    const declaration = this.declarations.get(name);
    if (!declaration) throw new Error(`the type ${name} is not declared`);
    if (this.underway.has(name)) throw new Error(`the type ${name} contains itself`);
    this.underway.add(name);
    onlyAttributes(declaration, ['name']);
    const type = declaration.local === 'simpleType' ? scalarType(this, declaration) : this.complexType(declaration);
    this.types.set(name, type);
    return type;
  }

  private complexType(declaration: XmlElement): EncodedType {
    const name = nameOf(declaration);
    const [content, ...others] = childrenOf(declaration, ['all', 'sequence', 'complexContent']);
    if (!content || others.length > 0) throw new Error(`${name} must hold one of all, sequence and complexContent`);
    onlyAttributes(content, []);
    return content.local === 'complexContent' ? this.arrayType(name, content) : this.structType(name, content);
  }

  private structType(name: string, content: XmlElement): StructType {
    const members = childrenOf(content, ['element']).map((element) => this.member(element));
    if (new Set(members.map((member) => member.name)).size < members.length) {
      throw new Error(`${name} declares a member twice`);
    }
    return { kind: 'struct', name, members };
  }

  private member(element: XmlElement): Member {
    onlyAttributes(element, ['name', 'type', 'minOccurs', 'maxOccurs']);
    childrenOf(element, []);
    const name = nameOf(element);
    if (name === '__proto__') throw new Error('an element must not be called __proto__');
    const minOccurs = element.attributes.get('minOccurs') ?? '1';
    const maxOccurs = element.attributes.get('maxOccurs') ?? '1';
    if (!['0', '1'].includes(minOccurs) || maxOccurs !== '1') {
      throw new Error(`${name} must occur once or, if it is optional, not at all`);
    }
    const type = this.typeNamed(element, element.attributes.get('type') ?? '');
    return { name, type, required: minOccurs === '1' };
  }

  private arrayType(name: string, content: XmlElement): EncodedType {
    const restriction = onlyChild(content, 'restriction');
    onlyAttributes(restriction, ['base']);
    const base = qualifiedName(restriction, restriction.attributes.get('base') ?? '');
    const attribute = onlyChild(restriction, 'attribute');
    onlyAttributes(attribute, ['ref']);
    const ref = qualifiedName(attribute, attribute.attributes.get('ref') ?? '');
    const isArray = base.uri === ENCODING_11 && base.local === 'Array';
    if (!isArray || ref.uri !== ENCODING_11 || ref.local !== 'arrayType') {
      throw new Error(`${name} must be a struct or restrict soapenc:Array by its arrayType`);
    }
    const [, entry] = /^(.+)\[\]$/.exec(attribute.qualified.get(`{${WSDL}}arrayType`) ?? '') ?? [];
    if (entry === undefined) throw new Error(`${name} must say wsdl:arrayType="TYPE[]"`);
    const of = this.typeNamed(attribute, entry);
    if (of.kind === 'array') throw new Error(`${name} is an array of arrays, which is not known here`);
    return { kind: 'array', name, of };
  }
}

function scalarType(schema: EncodedSchema, declaration: XmlElement): ScalarType {
  const name = nameOf(declaration);
  const restriction = onlyChild(declaration, 'restriction');
  onlyAttributes(restriction, ['base']);
  const base = schema.typeNamed(restriction, restriction.attributes.get('base') ?? '');
  if (base.kind !== 'scalar' || base.name !== 'string' || !base.builtIn)
    throw new Error(`${name} must restrict xsd:string`);
  const enumeration = childrenOf(restriction, ['enumeration']).map((facet) => {
    onlyAttributes(facet, ['value']);
    return facet.attributes.get('value') ?? '';
  });
  if (enumeration.length === 0) throw new Error(`${name} must list its values`);
  return { kind: 'scalar', name, builtIn: false, base: 'string', enumeration };
}
