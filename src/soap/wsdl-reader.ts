/**
 * Reads a contract. The `soap` package reads the WSDL itself, so that a WSDL which the most used reader of our callers
 * cannot read is noticed at start; the schema, whose limits that package drops, is read by us. Both must name the same.
 */
import { WSDL } from 'soap';
import type { Contract, ComplexType, Operation } from './contract';
import { readSchema } from './schema-reader';
import type { Schema } from './schema-reader';
import { readXmlTree } from './xml-tree';
import type { XmlElement } from './xml-tree';

type Definitions = WSDL['definitions'];
type Method = Definitions['portTypes'][string]['methods'][string];

/** The answer's wrapper is named so in every document/literal wrapped contract. */
const RESPONSE = 'Response';

/** Refuses with an Error that says what is wrong: the gateway must not start with half a contract. */
export async function readContract(wsdlText: string): Promise<Contract> {
  try {
    const definitions = await readDefinitions(wsdlText);
    return contractFrom(definitions, readXmlTree(wsdlText));
  } catch (error) {
    throw new Error(`The WSDL cannot be used: ${error instanceof Error ? error.message : String(error)}`);
  }
}

export function readDefinitions(wsdlText: string): Promise<Definitions> {
  return new Promise((resolve, reject) => {
    const wsdl = new WSDL(wsdlText, '', {});
    wsdl.onReady((error: Error | null) => (error ? reject(error) : resolve(wsdl.definitions)));
  });
}

function contractFrom(definitions: Definitions, root: XmlElement): Contract {
  const schemas = descendants(root, ['types', 'schema']);
  const [schemaElement, ...others] = schemas;
  if (!schemaElement || others.length > 0) throw new Error('it must hold exactly one schema');
  const schema = readSchema(schemaElement);
  const methods = methodsOf(definitions);
  sameNames('operations', Object.keys(methods), descendants(root, ['portType', 'operation']).map(nameOf));
  const known = definitions.schemas[schema.namespace]?.elements ?? {};
  sameNames('global elements', Object.keys(known), [...schema.elements.keys()]);

  const documentation = new Map(
    descendants(root, ['portType', 'operation']).map((element) => [nameOf(element), documentationOf(element)]),
  );
  const operations = new Map<string, Operation>();
  for (const [name, method] of Object.entries(methods)) {
    operations.set(name, operationFrom(name, method, definitions, schema, documentation.get(name) ?? ''));
  }
  const elements = new Map(
    [...schema.elements].filter(([name]) => !operations.has(name) && !operations.has(withoutResponse(name))),
  );
  for (const { name, headers } of operations.values()) {
    const missing = headers.find((header) => !elements.has(header));
    if (missing) throw new Error(`the header ${missing} of ${name} is not an element of the schema`);
  }
  return { namespace: schema.namespace, operations, elements, types: schema.types };
}

function methodsOf(definitions: Definitions): Record<string, Method> {
  const [portType, ...others] = Object.values(definitions.portTypes);
  if (!portType || others.length > 0) throw new Error('it must hold exactly one portType');
  return portType.methods;
}

function operationFrom(
  name: string,
  method: Method,
  definitions: Definitions,
  schema: Schema,
  documentation: string,
): Operation {
  if (method.style !== 'document' || method.inputSoap?.use !== 'literal' || method.outputSoap?.use !== 'literal') {
    throw new Error(`${name} is not document/literal`);
  }
  if (method.input?.$name !== name || method.output?.$name !== name + RESPONSE) {
    throw new Error(`${name} must take the element ${name} and answer with ${name}${RESPONSE}`);
  }
  const request = wrapper(schema, name);
  const [response, ...others] = wrapper(schema, name + RESPONSE).fields;
  if (!response || others.length > 0) throw new Error(`${name}${RESPONSE} must have exactly one child`);
  const headers = headersOf(method, definitions);
  return { name, soapAction: method.soapAction, documentation, request, response, headers };
}

function wrapper(schema: Schema, name: string): ComplexType {
  const type = schema.elements.get(name)?.type;
  if (type?.kind !== 'complex') throw new Error(`${name} must be a sequence of elements`);
  return type;
}

/** What node-soap keeps of an element it has no class for: its attributes, each with a dollar sign. */
interface LooseElement {
  readonly name?: string;
  readonly $message?: string;
  readonly $element?: string;
  readonly children?: readonly LooseElement[];
}

function headersOf(method: Method, definitions: Definitions): string[] {
  const input = method.inputSoap as LooseElement;
  return (input.children ?? [])
    .filter((child) => child.name === 'header')
    .map((header) => {
      const message: LooseElement | undefined = definitions.messages[localName(header.$message)];
      const part = message?.children?.find((child) => child.name === 'part');
      if (!part?.$element) throw new Error(`the header message ${header.$message} has no element`);
      return localName(part.$element);
    });
}

/** Two readers of one file: where they disagree, one of them would serve another contract than we publish. */
function sameNames(what: string, theirs: string[], ours: string[]): void {
  const missing = ours.find((name) => !theirs.includes(name)) ?? theirs.find((name) => !ours.includes(name));
  if (missing) throw new Error(`its ${what} are read in two ways: ${missing}`);
  if (ours.length === 0) throw new Error(`it has no ${what}`);
}

export function descendants(root: XmlElement, path: readonly string[]): XmlElement[] {
  return path.reduce<XmlElement[]>(
    (found, local) => found.flatMap((element) => element.children.filter((child) => child.local === local)),
    [root],
  );
}

function documentationOf(element: XmlElement): string {
  const text = element.children.find(({ local }) => local === 'documentation')?.text ?? '';
  return text.replace(/\s+/g, ' ').trim();
}

function nameOf(element: XmlElement): string {
  return element.attributes.get('name') ?? '';
}

function withoutResponse(name: string): string {
  return name.endsWith(RESPONSE) ? name.slice(0, -RESPONSE.length) : name;
}

export function localName(qname = ''): string {
  return qname.slice(qname.indexOf(':') + 1);
}
