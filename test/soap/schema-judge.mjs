// libxml2, asked about whole SOAP messages: the schema of a WSDL together with those of both envelopes. An ES module with
// top-level await, which jest cannot load: it is used by processes of their own.
import { readFileSync } from 'node:fs';
import { Buffer } from 'node:buffer';
import { XmlBufferInputProvider, XmlDocument, XmlElement, XsdValidator, xmlRegisterInputProvider } from 'libxml2-wasm';

const PREFIXES = /\sxmlns:(tns|xsd)="[^"]*"/g;
const ENVELOPES = ['http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope'];
/** All of the namespace xml: that a message of ours may use. */
const XML = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
  <xsd:attribute name="lang" type="xsd:language"/>
  <xsd:attribute name="space" type="xsd:NCName"/>
</xsd:schema>`;

/** One schema of everything that a message may hold. */
export function validatorOf(wsdl) {
  const prefixes = [...new Set(wsdl.match(PREFIXES))].join('');
  const own = /<xsd:schema[\s\S]*<\/xsd:schema>/.exec(wsdl)[0].replace('<xsd:schema', `<xsd:schema${prefixes}`);
  const envelope = (version) => readFileSync(new URL(`../conformance/envelope-${version}.xsd`, import.meta.url));
  const files = {
    'own.xsd': Buffer.from(own),
    'envelope-1.1.xsd': envelope('1.1'),
    'envelope-1.2.xsd': envelope('1.2'),
    'xml.xsd': Buffer.from(XML),
  };
  xmlRegisterInputProvider(new XmlBufferInputProvider(files));
  const [, target] = /targetNamespace="([^"]*)"/.exec(own);
  const imports = [
    [target, 'own.xsd'],
    [ENVELOPES[0], 'envelope-1.1.xsd'],
    [ENVELOPES[1], 'envelope-1.2.xsd'],
  ].map(([namespace, file]) => `<xsd:import namespace="${namespace}" schemaLocation="${file}"/>`);
  const all = `<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xsd:schema>`;
  return XsdValidator.fromDoc(XmlDocument.fromString(all, { url: 'all.xsd' }));
}

/** Why the document is no SOAP message with contents of the contract; '' where it is one. */
export function problemOf(document, validator) {
  if (!ENVELOPES.includes(document.root.namespaceUri)) return 'the root is no Envelope';
  try {
    validator.validate(document);
    return '';
  } catch (error) {
    return String(error.message ?? error) || 'invalid';
  }
}

export function childrenOf(element) {
  const children = [];
  for (let child = element.firstChild; child; child = child.next) if (child instanceof XmlElement) children.push(child);
  return children;
}

/** The children of Body. */
export function bodyOf(document) {
  const body = childrenOf(document.root).find(({ name }) => name === 'Body');
  return body ? childrenOf(body) : [];
}
