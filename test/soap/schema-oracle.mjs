// Asks libxml2 whether envelopes keep the promise of a WSDL. A process of its own, because libxml2-wasm is an ES module with
// top-level await, which jest cannot load. Reads {wsdl, envelopes} as JSON, writes one verdict per envelope: '' when valid.
import { Buffer } from 'node:buffer';
import process from 'node:process';
import { XmlDocument, XsdValidator } from 'libxml2-wasm';

const PART = "/*/*[local-name()='Body']/*[1]";
const DETAIL =
  "/*/*[local-name()='Body']/*[local-name()='Fault']/*[local-name()='detail' or local-name()='Detail']/*[1]";

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { wsdl, envelopes } = JSON.parse(Buffer.concat(chunks).toString('utf8'));

const namespaces = [...wsdl.matchAll(/\sxmlns:(tns|xsd)="[^"]*"/g)].map(([declaration]) => declaration).join('');
const schema = /<xsd:schema[\s\S]*<\/xsd:schema>/.exec(wsdl)[0].replace('<xsd:schema', `<xsd:schema${namespaces}`);
const validator = XsdValidator.fromDoc(XmlDocument.fromString(schema));

function verdict(envelope) {
  try {
    const document = XmlDocument.fromString(envelope);
    validator.validate(document.get(DETAIL) ?? document.get(PART));
    return '';
  } catch (error) {
    return String(error.message ?? error) || 'invalid';
  }
}

process.stdout.write(JSON.stringify(envelopes.map(verdict)));
