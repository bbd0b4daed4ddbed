/**
 * The WSDL as it is served: with the address that the caller can reach, and SOAP 1.1 alone unless all is asked for. Its schema
 * is served as a document of its own too, for tools that read no WSDL.
 */
import type { IncomingMessage } from 'node:http';
import { escapeText } from './encoder';

const SOAP12_PART = /<!-- soap12 -->[\s\S]*?<!-- \/soap12 -->/g;
const SCHEMA = /<xsd:schema\b[\s\S]*<\/xsd:schema>/;
const PREFIX = /\sxmlns:(?:tns|xsd)="[^"]*"/g;
const ADDRESS = /(<soap(?:12)?:address\s+location=")([^"]*)(")/g;
/** What may stand in a Host header. Anything else is not written into a document. */
const HOST = /^[A-Za-z0-9._-]{1,253}(?::\d{1,5})?$|^\[[0-9A-Fa-f:.]{2,45}\](?::\d{1,5})?$/;

export interface AddressOptions {
  /** Scheme and host, or more, of the outside; the path of the WSDL's own address is put behind it. */
  readonly publicUrl?: string;
  /** Whether X-Forwarded-* are believed. Only right behind a proxy that sets them itself. */
  readonly trustProxy?: boolean;
}

export class WsdlDocument {
  readonly schema: string;
  private readonly text11: string;
  /** With the query, where the address has one. */
  private readonly path: string;
  private readonly origin: string;

  constructor(
    private readonly textAll: string,
    private readonly options: AddressOptions,
  ) {
    this.schema = schemaIn(textAll);
    this.text11 = textAll.replace(SOAP12_PART, '');
    const [, , address] = [...textAll.matchAll(ADDRESS)][0] ?? [];
    if (address === undefined) throw new Error('the WSDL has no soap:address');
    const url = new URL(address);
    this.path = url.pathname + url.search;
    this.origin = url.origin;
  }

  /** @param which the value of ?wsdl; whatever else than `all` it says, it is no file name */
  textFor(address: string, which: string): string {
    const location = escapeText(address);
    const text = which === 'all' ? this.textAll : this.text11;
    return text.replace(ADDRESS, (_found, before: string, _old, after: string) => before + location + after);
  }

  /** Where this caller reaches us. */
  addressFor(request: IncomingMessage): string {
    const { publicUrl, trustProxy = false } = this.options;
    if (publicUrl !== undefined) return publicUrl.replace(/\/+$/, '') + this.path;
    const encrypted = 'encrypted' in request.socket && request.socket.encrypted === true;
    const forwarded = trustProxy ? firstOf(request.headers['x-forwarded-proto']) : undefined;
    const scheme = forwarded === 'https' || forwarded === 'http' ? forwarded : encrypted ? 'https' : 'http';
    const host = (trustProxy ? firstOf(request.headers['x-forwarded-host']) : undefined) ?? request.headers.host ?? '';
    return (HOST.test(host) ? `${scheme}://${host}` : this.origin) + this.path;
  }
}

/** The prefixes of a WSDL are declared around its schema, and are missed by a schema that stands alone. */
function schemaIn(wsdl: string): string {
  const [schema] = SCHEMA.exec(wsdl) ?? [];
  if (schema === undefined) throw new Error('the WSDL has no xsd:schema');
  const prefixes = [...new Set(wsdl.match(PREFIX))].map((declaration) => ` ${declaration.trim()}`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${schema.replace('<xsd:schema', `<xsd:schema${prefixes}`)}\n`;
}

function firstOf(header: string | string[] | undefined): string | undefined {
  const text = Array.isArray(header) ? header[0] : header;
  return text?.split(',', 1)[0]?.trim() || undefined;
}
