/**
 * XML as SOAP allows it: no DTD, no processing instructions, no XML 1.1, and named limits that are looked at while reading.
 * Knows nothing of envelopes.
 */
import { SaxesParser } from 'saxes';
import type { SaxesAttributeNSIncomplete, SaxesTagNS } from 'saxes';
import { Refusal } from '../domain/refusal';
import * as limits from './limits';

/** Told what is met. The depth of the root element is 1. */
export interface XmlHandler {
  opened(tag: SaxesTagNS, depth: number): void;
  /** With the depth that is left. */
  closed(depth: number): void;
  text(part: string): void;
}

const OPTIONS = { xmlns: true, position: false, forceXMLVersion: true, defaultXMLVersion: '1.0' } as const;

/** Throws at the first error, where saxes would tell it and go on. */
class Saxes extends SaxesParser<typeof OPTIONS> {
  override fail(message: string): this {
    throw malformed(`the message is not well-formed XML: ${message.slice(0, limits.MAX_NAME_CHARACTERS)}`);
  }
}

export class StrictParser {
  /** Used again for each document: parsing is synchronous, so one is enough. Thrown away after a refusal. */
  private saxes: Saxes | undefined;
  /** The one that reads at this moment. */
  private reading: Saxes | undefined;
  private depth = 0;
  private elements = 0;
  private attributes = 0;

  constructor(private readonly handler: XmlHandler) {}

  /** Throws the refusal of whatever is wrong first, be it the XML or what the handler makes of it. */
  parse(text: string): void {
    this.depth = 0;
    this.elements = 0;
    this.attributes = 0;
    const suspect = text.includes('<!D') || text.includes('<?', 1);
    const saxes = suspect ? this.newGuardedSaxes() : (this.saxes ?? this.newSaxes());
    this.saxes = undefined;
    this.reading = saxes;
    for (let at = 0; at < text.length; at += limits.SLICE_CHARACTERS) {
      saxes.write(text.slice(at, at + limits.SLICE_CHARACTERS));
    }
    saxes.close();
    if (!suspect) this.saxes = saxes;
  }

  /** The namespace that a prefix stands for at the element that the handler is being told of. */
  resolve(prefix: string): string | undefined {
    return this.reading?.resolve(prefix);
  }

  /** A seventh handler would make V8 keep the parser as a dictionary, and each message cost five times as much. */
  private newSaxes(): Saxes {
    const saxes = new Saxes(OPTIONS);
    saxes.on('attribute', (attribute) => this.onAttribute(attribute));
    saxes.on('opentag', (tag) => {
      if (this.depth === 0) checkVersion(saxes.xmlDecl.version);
      this.onOpen(tag);
    });
    saxes.on('closetag', () => this.handler.closed(--this.depth));
    saxes.on('text', (part) => this.handler.text(part));
    saxes.on('cdata', (part) => this.handler.text(part));
    return saxes;
  }

  /** For the few documents whose text hints at what SOAP forbids; it may also be the text of a comment. */
  private newGuardedSaxes(): Saxes {
    const saxes = this.newSaxes();
    saxes.on('doctype', () => {
      throw malformed('a DTD is not allowed');
    });
    saxes.on('processinginstruction', () => {
      throw malformed('processing instructions are not allowed');
    });
    return saxes;
  }

  /** Called while a tag is still being read, so that a tag of many attributes is not read to its end. */
  private onAttribute({ name, value }: SaxesAttributeNSIncomplete): void {
    this.attributes++;
    if (this.attributes > limits.MAX_ATTRIBUTES) {
      throw malformed(`an element must have at most ${limits.MAX_ATTRIBUTES} attributes`);
    }
    if (value.length > limits.MAX_ATTRIBUTE_CHARACTERS || name.length > limits.MAX_NAME_CHARACTERS) {
      throw malformed('an attribute is too long');
    }
  }

  private onOpen(tag: SaxesTagNS): void {
    this.attributes = 0;
    this.depth++;
    this.elements++;
    if (this.depth > limits.MAX_DEPTH) throw malformed(`elements must not be nested deeper than ${limits.MAX_DEPTH}`);
    if (this.elements > limits.MAX_ELEMENTS) throw malformed(`there are more than ${limits.MAX_ELEMENTS} elements`);
    if (tag.name.length > limits.MAX_NAME_CHARACTERS) throw malformed('the name of an element is too long');
    this.handler.opened(tag, this.depth);
  }
}

/** XML 1.1 allows characters that would not survive the way back in XML 1.0. */
function checkVersion(version: string | undefined): void {
  if (version !== undefined && version !== '1.0') throw malformed('the message must be XML 1.0');
}

export function malformed(message: string): Refusal {
  return new Refusal('request_malformed', message);
}
