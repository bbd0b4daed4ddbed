/** What the SOAP address shows to those who look: the contract for tools, and for people a page and texts. */
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { CONTENT_TYPE } from './namespaces';
import { WsdlDocument } from './wsdl-document';
import type { AddressOptions } from './wsdl-document';

/** Texts name the address at which their reader has found us. */
type Text = (address: string) => string;

export interface Page {
  /** What the page may load and do. */
  readonly policy: string;
  readonly html: Text;
}

export interface DocumentOptions extends AddressOptions {
  readonly wsdlText: string;
  /** For whoever looks at the address with a browser. */
  readonly page?: Page;
  /** Served as plain text for `?doc=NAME`. */
  readonly texts?: ReadonlyMap<string, Text>;
}

export interface ShownDocument {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly headers?: OutgoingHttpHeaders;
}

const PLAIN = 'text/plain; charset=utf-8';

export class Documents {
  private readonly wsdl: WsdlDocument;

  constructor(private readonly options: DocumentOptions) {
    this.wsdl = new WsdlDocument(options.wsdlText, options);
  }

  /** Undefined where there is nothing to show. A page is shown whatever Accept says: there is no other form of it. */
  documentFor(request: IncomingMessage): ShownDocument | undefined {
    const query = new URLSearchParams((request.url ?? '').split('?').slice(1).join('?'));
    const asked = new Map([...query].map(([name, value]) => [name.toLowerCase(), value]));
    const address = this.wsdl.addressFor(request);
    const which = asked.get('wsdl');
    if (which !== undefined) return xmlDocument(this.wsdl.textFor(address, which.toLowerCase()));
    if (asked.has('xsd')) return xmlDocument(this.wsdl.schema);
    const doc = asked.get('doc');
    if (doc !== undefined) return this.textFor(doc, address);
    const { page } = this.options;
    if (!page) return undefined;
    const headers = { 'Content-Security-Policy': page.policy };
    return { status: 200, contentType: 'text/html; charset=utf-8', body: page.html(address), headers };
  }

  private textFor(name: string, address: string): ShownDocument {
    const text = this.options.texts?.get(name);
    if (text) return { status: 200, contentType: PLAIN, body: text(address) };
    return { status: 404, contentType: PLAIN, body: `There is no such text. See ${address}\n` };
  }
}

export function xmlDocument(body: string): ShownDocument {
  return { status: 200, contentType: CONTENT_TYPE['1.1'], body };
}
