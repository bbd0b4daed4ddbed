/**
 * Reads a contract of style rpc/encoded: one operation, and one part each way. As with the other style, the `soap` package
 * reads the WSDL too, so that the gateway does not start with one that a much used reader of our callers cannot read.
 */
import type { EncodedContract, Part } from './encoded-contract';
import { EncodedSchema } from './encoded-schema-reader';
import { ENCODING_11 } from './namespaces';
import { descendants, localName, readDefinitions } from './wsdl-reader';
import { readXmlTree } from './xml-tree';
import type { XmlElement } from './xml-tree';

/** Refuses with an Error that says what is wrong: the gateway must not start with half a contract. */
export async function readEncodedContract(wsdlText: string): Promise<EncodedContract> {
  try {
    await readDefinitions(wsdlText);
    return contractFrom(readXmlTree(wsdlText));
  } catch (error) {
    throw new Error(`The WSDL cannot be used: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function contractFrom(root: XmlElement): EncodedContract {
  const schema = new EncodedSchema(only(root, ['types', 'schema']));
  const { namespace } = schema;
  if (namespace === '' || root.attributes.get('targetNamespace') !== namespace) {
    throw new Error('the WSDL and its schema must have the same targetNamespace');
  }
  const operation = only(root, ['portType', 'operation']);
  const name = operation.attributes.get('name') ?? '';
  const bound = only(root, ['binding', 'operation']);
  if (bound.attributes.get('name') !== name) throw new Error(`the binding does not bind ${name}`);
  if (only(root, ['binding', 'binding']).attributes.get('style') !== 'rpc') throw new Error('its style must be rpc');
  for (const way of ['input', 'output']) encodedBody(only(bound, [way, 'body']), namespace);
  return {
    namespace,
    operation: name,
    soapAction: only(bound, ['operation']).attributes.get('soapAction') ?? '',
    request: partOf(root, schema, only(operation, ['input'])),
    response: partOf(root, schema, only(operation, ['output'])),
  };
}

function encodedBody({ attributes }: XmlElement, namespace: string): void {
  const { use, namespace: written, encodingStyle } = Object.fromEntries(attributes);
  if (use !== 'encoded' || encodingStyle !== ENCODING_11) throw new Error('its bodies must be SOAP-encoded');
  if (written !== namespace) throw new Error('its bodies must be in its targetNamespace');
}

function partOf(root: XmlElement, schema: EncodedSchema, way: XmlElement): Part {
  const message = localName(way.attributes.get('message'));
  const found = descendants(root, ['message']).find(({ attributes }) => attributes.get('name') === message);
  if (!found) throw new Error(`the message ${message} is not declared`);
  const part = only(found, ['part']);
  const type = schema.typeNamed(part, part.attributes.get('type') ?? '');
  const name = part.attributes.get('name');
  if (!name || type.kind !== 'struct') throw new Error(`the part of ${message} must have a name and be a struct`);
  return { name, type };
}

function only(root: XmlElement, path: readonly string[]): XmlElement {
  const [found, ...others] = descendants(root, path);
  if (!found || others.length > 0) throw new Error(`it must hold exactly one ${path.join('/')}`);
  return found;
}
