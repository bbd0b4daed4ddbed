// Asks libxml2 whether envelopes keep the promise of a WSDL and of SOAP. A process of its own, because libxml2-wasm is an ES
// module with top-level await, which jest cannot load. Reads {wsdl, envelopes} as JSON, writes one verdict per envelope: ''
// when valid.
import { Buffer } from 'node:buffer';
import process from 'node:process';
import { XmlDocument } from 'libxml2-wasm';
import { bodyOf, childrenOf, problemOf, validatorOf } from './schema-judge.mjs';

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const { wsdl, envelopes } = JSON.parse(Buffer.concat(chunks).toString('utf8'));
const validator = validatorOf(wsdl);

/** What the contract speaks of: the content of Body, or the detail of its fault. */
function contentOf(document) {
  const [content] = bodyOf(document);
  if (content?.name !== 'Fault') return content;
  const detail = childrenOf(content).find(({ name }) => name === 'detail' || name === 'Detail');
  return detail && childrenOf(detail)[0];
}

function verdict(envelope) {
  try {
    const document = XmlDocument.fromString(envelope);
    const content = contentOf(document);
    if (!content) return 'there is nothing of the contract in it';
    // The envelopes let anything stand where they hold something; the contract does not.
    validator.validate(content);
    return problemOf(document, validator);
  } catch (error) {
    return String(error.message ?? error) || 'invalid';
  }
}

process.stdout.write(JSON.stringify(envelopes.map(verdict)));
