/**
 * Reads a SOAP 1.1 message of one rpc/encoded operation. Values may stand beside the operation and be pointed to, so every
 * message is kept as a tree and unfolded within the bounds of references.
 */
import type { SaxesTagNS } from 'saxes';
import { Refusal } from '../domain/refusal';
import { blockMarks } from './attribute-marks';
import type { EncodedContract } from './encoded-contract';
import { encodedMarks } from './encoded-marks';
import { EncodedValueReader } from './encoded-value-reader';
import { notUnderstood } from './envelope-reader';
import type { Reading } from './envelope-reader';
import { ENVELOPE } from './namespaces';
import { ReferenceTree } from './references';
import { isBlank } from './simple-values';
import { malformed, StrictParser } from './strict-parser';
import type { XmlHandler } from './strict-parser';

/** What the open element is part of. */
type Place = 'document' | 'envelope' | 'header' | 'block' | 'body' | 'values';

const SOAP_11 = ENVELOPE['1.1'];

export class EncodedEnvelopeReader implements XmlHandler {
  private readonly values: EncodedValueReader;
  private readonly parser = new StrictParser(this);
  private place: Place = 'document';
  private hasHeader = false;
  private hasBody = false;
  private isCalled = false;
  private actions: readonly string[] = [];
  private tree = new ReferenceTree();

  /** @param foreignActions of the platform's other operations, which a message for this one must not name */
  constructor(
    private readonly contract: EncodedContract,
    private readonly foreignActions: ReadonlySet<string>,
  ) {
    this.values = new EncodedValueReader(contract.namespace, contract.request);
  }

  /** Never throws: whatever goes wrong is the reading's failure. */
  read(text: string, actions: readonly string[] = []): Reading {
    this.place = 'document';
    this.hasHeader = false;
    this.hasBody = false;
    this.isCalled = false;
    this.actions = actions;
    this.tree = new ReferenceTree();
    try {
      this.parser.parse(text);
      if (!this.isCalled) throw malformed('the Envelope must hold a Body with one operation');
      this.values.begin();
      this.tree.replay(this.values);
      const { operation } = this.contract;
      const message = { operation, input: this.values.result(), headers: {}, usernameToken: undefined };
      return { version: '1.1', operation, message };
    } catch (error) {
      return { version: '1.1', operation: this.isCalled ? this.contract.operation : undefined, failure: error };
    }
  }

  opened(tag: SaxesTagNS): void {
    switch (this.place) {
      case 'values':
        return this.tree.open(tag.uri, tag.local, encodedMarks(tag.attributes));
      case 'document':
        return this.openEnvelope(tag);
      case 'envelope':
        return this.openPart(tag);
      case 'header':
        return this.openBlock(tag);
      case 'body':
        return this.openInBody(tag);
      case 'block':
    }
  }

  text(part: string): void {
    if (this.place === 'values') this.tree.text(part);
    else if (this.place !== 'block' && !isBlank(part)) throw malformed('there must be no text between the parts');
  }

  closed(depth: number): void {
    if (depth < 2) this.place = depth === 1 ? 'envelope' : 'document';
    else if (this.place === 'block') this.place = depth === 2 ? 'header' : 'block';
    else {
      this.tree.close();
      if (depth === 2) this.place = 'body';
    }
  }

  private openEnvelope({ uri, local }: SaxesTagNS): void {
    if (local !== 'Envelope') throw malformed('the message must be a SOAP Envelope');
    if (uri !== SOAP_11) throw new Refusal('envelope_version_unknown', 'the Envelope must be one of SOAP 1.1');
    this.place = 'envelope';
  }

  private openPart({ uri, local }: SaxesTagNS): void {
    if (uri === SOAP_11 && local === 'Header' && !this.hasHeader && !this.hasBody) {
      this.hasHeader = true;
      this.place = 'header';
    } else if (uri === SOAP_11 && local === 'Body' && !this.hasBody) {
      this.hasBody = true;
      this.place = 'body';
    } else {
      throw malformed('the Envelope must hold at most one Header and then one Body');
    }
  }

  private openBlock({ local, attributes }: SaxesTagNS): void {
    const { forUs, mustUnderstand } = blockMarks(attributes, SOAP_11);
    if (forUs && mustUnderstand) throw notUnderstood(local);
    this.place = 'block';
  }

  /** The operation comes first. What follows are values that it points to, as the serialiser of .NET writes them. */
  private openInBody({ uri, local, attributes }: SaxesTagNS): void {
    const { namespace, operation, soapAction } = this.contract;
    const isOperation = uri === namespace && local === operation;
    this.place = 'values';
    if (this.isCalled) {
      const marks = encodedMarks(attributes);
      if (isOperation || marks.id === undefined) throw malformed('the Body must hold one operation');
      return this.tree.openBeside(uri, local, marks);
    }
    if (!isOperation) throw new Refusal('operation_unknown', `{${uri}}${local} is not the operation of this address`);
    this.isCalled = true;
    // The body alone decides what runs. A header that names another operation may have misled a guard before us.
    const other = this.actions.find((action) => action !== soapAction && this.foreignActions.has(action));
    if (other !== undefined) throw malformed(`SOAPAction names ${other}, the Body holds ${operation}`);
  }
}
