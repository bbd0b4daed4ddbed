import { Refusal } from '../domain/refusal';
import type { SoapVersion } from './namespaces';

export interface MediaType {
  readonly charset: string | undefined;
  /** SOAP 1.2 says the action here, SOAP 1.1 in a header of its own. */
  readonly action: string | undefined;
  /** What the caller seems to speak; the envelope decides. */
  readonly version: SoapVersion;
}

const VERSIONS: ReadonlyMap<string, SoapVersion> = new Map([
  ['text/xml', '1.1'],
  ['application/xml', '1.1'],
  ['application/soap+xml', '1.2'],
]);

/** Header values that were read before. Callers send few different ones; the limit is for those who do not. */
const known = new Map<string, MediaType>();
const MAX_KNOWN = 100;

/** Refuses what is no XML, multipart messages among it. */
export function parseMediaType(header = ''): MediaType {
  const earlier = known.get(header);
  if (earlier) return earlier;
  const version = VERSIONS.get(header.split(';', 1)[0]?.trim().toLowerCase() ?? '');
  if (!version) {
    throw new Refusal(
      'media_type_unsupported',
      'Content-Type must be text/xml, application/xml or application/soap+xml',
    );
  }
  const type = { version, charset: parameter(header, 'charset'), action: parameter(header, 'action') };
  if (known.size < MAX_KNOWN) known.set(header, type);
  return type;
}

function parameter(header: string, name: string): string | undefined {
  for (const [, key, quoted, plain] of header.matchAll(/;\s*([^=;"\s]+)=(?:"([^"]*)"|([^;"]*))/g)) {
    if (key?.toLowerCase() === name) return quoted ?? plain?.trim();
  }
  return undefined;
}

/**
 * The SOAPAction header as old stacks write it: with or without quotes, or empty. Node joins a header that is sent twice with
 * a comma: each part counts, because nobody knows which of them a guard in front of us has read.
 */
export function parseActions(header: string | string[] | undefined): readonly string[] {
  if (typeof header !== 'string') return [];
  return header.includes(',') ? header.split(',').map((part) => unquoted(part.trim())) : [unquoted(header)];
}

function unquoted(action: string): string {
  return action.startsWith('"') && action.endsWith('"') ? action.slice(1, -1) : action;
}
