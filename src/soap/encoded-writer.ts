/**
 * Answers of style rpc/encoded: each element names its type, arrays their length. Written is what the schema declares, in its
 * order; a value that does not fit is a bug of ours and throws before a byte is sent.
 */
import type { ArrayType, EncodedContract, EncodedType, Part, ScalarType, StructType } from './encoded-contract';
import { writeScalar } from './encoded-scalars';
import { escapeText } from './encoder';
import { ENCODING_11, ENVELOPE, XSI } from './namespaces';
import { XSD } from './schema-elements';
import { INVALID } from './simple-values';

/** Clients find the type's name by this prefix, and the prefixes are declared on the Envelope alone. */
const OURS = 'ns1';

export class EncodedWriter {
  private readonly before: string;
  private readonly after: string;
  private readonly part: Part;

  constructor({ namespace, operation, response }: EncodedContract) {
    const wrapper = `${OURS}:${operation}Response`;
    this.part = response;
    this.before =
      `<?xml version="1.0" encoding="UTF-8"?>\n<SOAP-ENV:Envelope xmlns:SOAP-ENV="${ENVELOPE['1.1']}"` +
      ` xmlns:${OURS}="${escapeText(namespace)}" xmlns:xsd="${XSD}" xmlns:xsi="${XSI}"` +
      ` xmlns:SOAP-ENC="${ENCODING_11}" SOAP-ENV:encodingStyle="${ENCODING_11}"><SOAP-ENV:Body><${wrapper}>`;
    this.after = `</${wrapper}></SOAP-ENV:Body></SOAP-ENV:Envelope>\n`;
  }

  /** @param value of the message's part */
  answer(value: unknown): string {
    return this.before + element(this.part.name, this.part.type, value) + this.after;
  }
}

export interface EncodedFault {
  readonly code: 'Client' | 'Server' | 'MustUnderstand';
  readonly text: string;
}

/** A fault without detail, which old clients of such contracts know nothing of. */
export function encodedFault({ code, text }: EncodedFault): string {
  const parts = `<faultcode>SOAP-ENV:${code}</faultcode><faultstring>${escapeText(text)}</faultstring>`;
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<SOAP-ENV:Envelope xmlns:SOAP-ENV="${ENVELOPE['1.1']}">` +
    `<SOAP-ENV:Body><SOAP-ENV:Fault>${parts}</SOAP-ENV:Fault></SOAP-ENV:Body></SOAP-ENV:Envelope>\n`
  );
}

function element(name: string, type: EncodedType, value: unknown): string {
  if (type.kind === 'scalar') return `<${name}${typed(type)}>${scalar(name, type, value)}</${name}>`;
  if (type.kind === 'struct') return `<${name}${typed(type)}>${members(type, value)}</${name}>`;
  if (!Array.isArray(value)) throw new Error(`${name} must be an array`);
  const length = ` SOAP-ENC:arrayType="${typeName(type.of)}[${value.length}]"`;
  return `<${name}${length}${typed(type)}>${entries(type, value)}</${name}>`;
}

function scalar(name: string, type: ScalarType, value: unknown): string {
  const text = writeScalar(type, value);
  // The value itself is left out of the message: it may be somebody's data, and the message ends in a log.
  if (text === INVALID) throw new Error(`the value of ${name} does not fit ${type.name}`);
  return escapeText(text);
}

function members(type: StructType, value: unknown): string {
  if (typeof value !== 'object' || value === null) throw new Error(`${type.name} must be an object`);
  let written = '';
  for (const { name, type: of, required } of type.members) {
    const part = (value as Record<string, unknown>)[name];
    if (part !== undefined) written += element(name, of, part);
    else if (required) throw new Error(`${type.name}.${name} is missing`);
  }
  return written;
}

function entries({ of }: ArrayType, values: readonly unknown[]): string {
  return values.map((value) => element('item', of, value)).join('');
}

function typed(type: EncodedType): string {
  return ` xsi:type="${typeName(type)}"`;
}

function typeName(type: EncodedType): string {
  return `${type.kind === 'scalar' && type.builtIn ? 'xsd' : OURS}:${type.name}`;
}
