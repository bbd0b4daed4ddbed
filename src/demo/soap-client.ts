/** The demo as a caller of the SOAP API: envelopes as text, so that what is printed is what is sent. */
const NAMESPACE = 'urn:refund-gateway:v1';

export type Element = readonly [name: string, content: string | number | readonly Element[]];

export interface SoapAnswer {
  readonly status: number;
  /** The envelope, indented to be read. */
  readonly xml: string;
  /** All elements that hold text, in their order. */
  readonly leaves: readonly [string, string][];
}

export class SoapClient {
  constructor(
    private readonly address: string,
    private readonly key: string,
  ) {}

  async call(operation: string, envelope: string): Promise<SoapAnswer> {
    const response = await fetch(`${this.address}/soap/v1`, {
      method: 'POST',
      headers: {
        'Content-Type': 'text/xml; charset=utf-8',
        SOAPAction: `"${NAMESPACE}/${operation}"`,
        'X-API-KEY': this.key,
      },
      body: envelope,
    });
    const xml = await response.text();
    return { status: response.status, xml: indented(xml), leaves: leavesOfXml(xml) };
  }
}

/** A SOAP 1.1 request, document/literal wrapped. */
export function envelopeOf(operation: string, content: readonly Element[], idempotencyKey?: string): string {
  const header = idempotencyKey === undefined ? [] : [['soap:Header', [['r:IdempotencyKey', idempotencyKey]]] as const];
  const body = ['soap:Body', [[`r:${operation}`, content.map(prefixed)]]] as const;
  const inner = [...header, body].map((element) => elementText(element, '  ')).join('');
  const names = `xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:r="${NAMESPACE}"`;
  return `<?xml version="1.0" encoding="utf-8"?>\n<soap:Envelope ${names}>\n${inner}</soap:Envelope>\n`;
}

function prefixed([name, content]: Element): Element {
  return [`r:${name}`, typeof content === 'object' ? content.map(prefixed) : content];
}

function elementText([name, content]: Element, indent: string): string {
  if (typeof content !== 'object') return `${indent}<${name}>${escaped(String(content))}</${name}>\n`;
  const inner = content.map((element) => elementText(element, `${indent}  `)).join('');
  return `${indent}<${name}>\n${inner}${indent}</${name}>\n`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const LEAF = /<(?:[\w-]+:)?([\w-]+)(?:\s[^<>]*)?>([^<]*)<\/(?:[\w-]+:)?\1>/g;
const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** Enough for answers of our own, which have neither CDATA nor comments; a real client takes a parser. */
function leavesOfXml(xml: string): [string, string][] {
  return [...xml.matchAll(LEAF)].map(([, name = '', text = '']) => [
    name,
    text.replace(/&(lt|gt|quot|apos|amp);/g, (_, entity: string) => ENTITIES[entity] ?? ''),
  ]);
}

function indented(xml: string): string {
  let depth = 0;
  const lines = xml.replace(/>\s*</g, '>\n<').split('\n');
  return lines
    .map((line) => {
      if (line.startsWith('</')) depth -= 1;
      const text = '  '.repeat(Math.max(0, depth)) + line;
      const opens = /^<[^?!/]/.test(line) && !/\/>$/.test(line) && !/<\//.test(line);
      if (opens) depth += 1;
      return text;
    })
    .join('\n');
}
