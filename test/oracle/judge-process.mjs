// libxml2 as a partner in a conversation: the first line is the WSDL, each further one a list of messages, each answered with
// a line of findings. A message is {bytes: base64, look: whether the tree is wanted}.
import { Buffer } from 'node:buffer';
import process from 'node:process';
import { createInterface } from 'node:readline';
import { ParseOption, XmlCData, XmlDocument, XmlElement, XmlText } from 'libxml2-wasm';
import { bodyOf, problemOf, validatorOf } from '../soap/schema-judge.mjs';

// An entity stands for its text, as in any parser that believes in a DTD.
const OPTIONS = { option: ParseOption.XML_PARSE_NOENT | ParseOption.XML_PARSE_NONET };

let namespace;
let operations;
let validator;

function prepare(wsdl) {
  namespace = /targetNamespace="([^"]*)"/.exec(wsdl)[1];
  operations = new Set([...wsdl.matchAll(/<xsd:element name="(\w+)Response">/g)].map(([, name]) => name));
  validator = validatorOf(wsdl);
}

function treeOf(element) {
  const children = [];
  for (let child = element.firstChild; child; child = child.next) {
    if (child instanceof XmlElement) children.push(treeOf(child));
    else if (child instanceof XmlText || child instanceof XmlCData) children.push(child.content);
  }
  const attributes = element.attrs.map((attribute) => [attribute.namespaceUri, attribute.name, attribute.value]);
  return { uri: element.namespaceUri, local: element.name, attributes, content: children };
}

/** What no schema says of a request: its Body holds one operation and nothing else. */
function requestProblemOf(document) {
  const [operation, ...others] = bodyOf(document);
  if (!operation || others.length > 0) return 'the Body must hold one element';
  if (operation.namespaceUri !== namespace || !operations.has(operation.name)) return 'this is no operation';
  return problemOf(document, validator);
}

function findingOf({ bytes, look }) {
  let document;
  try {
    document = XmlDocument.fromBuffer(Buffer.from(bytes, 'base64'), OPTIONS);
    return { problem: requestProblemOf(document), ...(look && { tree: treeOf(document.root) }) };
  } catch (error) {
    return { problem: `not well-formed: ${error.message}` };
  } finally {
    document?.dispose();
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const told = JSON.parse(line);
  if (typeof told === 'string') prepare(told);
  else process.stdout.write(`${JSON.stringify(told.map(findingOf))}\n`);
}
