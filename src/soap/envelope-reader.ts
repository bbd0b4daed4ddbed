/**
 * Reads a whole SOAP message in one pass. Guards everything behind it: whatever is not exactly an envelope with known
 * header blocks and one known operation is refused here, while it is being read.
 */
import type { SaxesTagNS } from 'saxes';
import { Refusal } from '../domain/refusal';
import type { RefusalCode } from '../domain/refusal';
import { blockMarks, elementMarks } from './attribute-marks';
import type { Contract } from './contract';
import { ENVELOPE, SECURITY } from './namespaces';
import type { SoapVersion } from './namespaces';
import { ReferenceTree } from './references';
import { isBlank } from './simple-values';
import { malformed, StrictParser } from './strict-parser';
import type { XmlHandler } from './strict-parser';
import { UsernameTokenReader } from './username-token';
import type { UsernameToken } from './username-token';
import { PlanMaker, ValueReader } from './value-reader';
import type { Plan } from './value-reader';

export interface SoapMessage {
  readonly operation: string;
  readonly input: unknown;
  /** Decoded header blocks that the operation declares, by local name. */
  readonly headers: Record<string, unknown>;
  readonly usernameToken: UsernameToken | undefined;
}

/** The version is known even where the message is refused: the refusal is told in it. */
export interface Reading {
  readonly version: SoapVersion | undefined;
  readonly operation: string | undefined;
  readonly message?: SoapMessage;
  readonly failure?: unknown;
}

/** For header blocks with a refusal of their own. */
export type HeaderCodes = Readonly<Record<string, RefusalCode>>;

interface OperationPlan {
  readonly plan: Plan;
  readonly headers: readonly string[];
}

/** Thrown where the first reference is met: the message is read again, as a tree. */
const REFERENCE_MET = Symbol('reference met');

/** What the open element is part of, and so who takes its content. */
type Place = 'document' | 'envelope' | 'header' | 'block' | 'security' | 'ignored' | 'body' | 'values' | 'tree';

export class EnvelopeReader implements XmlHandler {
  private readonly operations = new Map<string, OperationPlan>();
  private readonly blocks = new Map<string, Plan>();
  private readonly operationOfAction = new Map<string, string>();
  private readonly namespace: string;
  private readonly values: ValueReader;
  private readonly parser = new StrictParser(this);
  private readonly resolve = (prefix: string) => this.parser.resolve(prefix);

  private place: Place = 'document';
  private version: SoapVersion | undefined;
  private hasHeader = false;
  private hasBody = false;
  private actions: readonly string[] = [];
  private operation: string | undefined;
  private block = '';
  private blockMustBeUnderstood = false;
  private mustUnderstand = new Set<string>();
  private headers = new Map<string, unknown>();
  private security: UsernameTokenReader | undefined;
  private tree: ReferenceTree | undefined;

  constructor(
    contract: Contract,
    private readonly headerCodes: HeaderCodes = {},
  ) {
    const plans = new PlanMaker();
    this.namespace = contract.namespace;
    this.values = new ValueReader(contract);
    for (const { name, request, headers, soapAction } of contract.operations.values()) {
      this.operations.set(name, { plan: plans.planFor(request), headers });
      this.operationOfAction.set(soapAction, name);
      for (const header of headers) {
        const element = contract.elements.get(header);
        if (element) this.blocks.set(header, plans.planFor(element.type));
      }
    }
  }

  /**
   * Never throws: whatever goes wrong is the reading's failure.
   * @param actions what the headers around the message name as its action, wherever they do
   */
  read(text: string, actions: readonly string[] = []): Reading {
    try {
      this.parse(text, actions, undefined);
    } catch (error) {
      if (error !== REFERENCE_MET) return this.failed(error);
      try {
        this.parse(text, actions, new ReferenceTree());
      } catch (second) {
        return this.failed(second);
      }
    }
    try {
      return { version: this.version, operation: this.operation, message: this.message() };
    } catch (error) {
      return this.failed(error);
    }
  }

  private failed(error: unknown): Reading {
    return { version: this.version, operation: this.operation, failure: this.failureOf(error) };
  }

  private failureOf(error: unknown): unknown {
    const code = this.place === 'block' ? this.headerCodes[this.block] : undefined;
    if (code === undefined || !(error instanceof Refusal) || error.code !== 'request_invalid') return error;
    return new Refusal(code, error.message, error.field);
  }

  private parse(text: string, actions: readonly string[], tree: ReferenceTree | undefined): void {
    this.place = 'document';
    this.version = undefined;
    this.hasHeader = false;
    this.hasBody = false;
    this.actions = actions;
    this.operation = undefined;
    this.security = undefined;
    this.tree = tree;
    if (this.headers.size > 0) this.headers = new Map();
    if (this.mustUnderstand.size > 0) this.mustUnderstand = new Set();
    this.parser.parse(text);
  }

  private message(): SoapMessage {
    if (!this.hasBody) throw malformed('the Envelope must hold a Body');
    if (this.operation === undefined) throw malformed('the Body must hold exactly one element');
    const plan = this.operations.get(this.operation);
    for (const header of this.mustUnderstand) {
      if (!plan?.headers.includes(header)) throw notUnderstood(header);
    }
    const headers: Record<string, unknown> = {};
    for (const header of plan?.headers ?? []) {
      if (this.headers.has(header)) headers[header] = this.headers.get(header);
    }
    const usernameToken = this.security?.result();
    return { operation: this.operation, input: this.values.result(), headers, usernameToken };
  }

  opened(tag: SaxesTagNS): void {
    switch (this.place) {
      case 'values':
      case 'block':
      case 'tree':
        return this.openValue(tag);
      case 'document':
        return this.openEnvelope(tag);
      case 'envelope':
        return this.openPart(tag);
      case 'header':
        return this.openBlock(tag);
      case 'security':
        return this.security?.open(tag.uri, tag.local, tag.attributes['Type']?.value);
      case 'body':
        return this.openOperation(tag);
      case 'ignored':
    }
  }

  text(part: string): void {
    switch (this.place) {
      case 'values':
      case 'block':
        return this.values.text(part);
      case 'tree':
        return this.tree?.text(part);
      case 'security':
        return this.security?.text(part);
      case 'ignored':
        return;
      default:
        if (!isBlank(part)) throw malformed('there must be no text between the parts of the envelope');
    }
  }

  closed(depth: number): void {
    if (depth > 2) this.closeInside();
    else if (depth === 2) this.closePart();
    else this.place = depth === 1 ? 'envelope' : 'document';
  }

  private closeInside(): void {
    if (this.place === 'values' || this.place === 'block') this.values.close();
    else if (this.place === 'tree') this.tree?.close();
    else if (this.place === 'security') this.security?.close();
  }

  /** Ends a header block or the operation. */
  private closePart(): void {
    if (this.place === 'tree') this.tree?.replay(this.values);
    if (this.place === 'values' || this.place === 'tree') {
      this.values.close();
      this.place = 'body';
      return;
    }
    if (this.place === 'block') this.endBlock();
    else if (this.place === 'security') this.endSecurity();
    this.place = 'header';
  }

  private openEnvelope(tag: SaxesTagNS): void {
    if (tag.local !== 'Envelope') throw malformed('the message must be a SOAP Envelope');
    if (tag.uri === ENVELOPE['1.1']) this.version = '1.1';
    else if (tag.uri === ENVELOPE['1.2']) this.version = '1.2';
    else throw new Refusal('envelope_version_unknown', 'the Envelope must be one of SOAP 1.1 or 1.2');
    this.place = 'envelope';
  }

  private openPart({ uri, local }: SaxesTagNS): void {
    const ours = uri === ENVELOPE[this.version ?? '1.1'];
    if (ours && local === 'Header' && !this.hasHeader && !this.hasBody) {
      this.hasHeader = true;
      this.place = 'header';
    } else if (ours && local === 'Body' && !this.hasBody) {
      this.hasBody = true;
      this.place = 'body';
    } else {
      throw malformed('the Envelope must hold at most one Header and then one Body');
    }
  }

  private openBlock(tag: SaxesTagNS): void {
    const { uri, local } = tag;
    this.place = 'ignored';
    const marks = blockMarks(tag.attributes, ENVELOPE[this.version ?? '1.1']);
    if (!marks.forUs) return;
    const plan = uri === this.namespace ? this.blocks.get(local) : undefined;
    if (plan) {
      if (this.headers.has(local)) throw malformed(`the header ${local} is given twice`);
      elementMarks(tag.attributes, this.resolve);
      if (marks.mustUnderstand) this.mustUnderstand.add(local);
      this.block = local;
      this.values.begin(plan, local);
      this.place = 'block';
    } else if (uri === SECURITY && local === 'Security') {
      if (this.security) throw malformed('the header Security is given twice');
      this.security = new UsernameTokenReader();
      this.blockMustBeUnderstood = marks.mustUnderstand;
      this.place = 'security';
    } else if (marks.mustUnderstand) {
      throw notUnderstood(local);
    }
  }

  private endBlock(): void {
    this.values.close();
    this.headers.set(this.block, this.values.result());
  }

  private endSecurity(): void {
    if (this.blockMustBeUnderstood && this.security?.foreign) throw notUnderstood(this.security.foreign);
  }

  private openOperation({ uri, local, attributes }: SaxesTagNS): void {
    if (this.operation !== undefined) throw malformed('the Body must hold exactly one element');
    const operation = uri === this.namespace ? this.operations.get(local) : undefined;
    if (!operation) throw new Refusal('operation_unknown', `{${uri}}${local} is not an operation of this service`);
    this.operation = local;
    // The body alone decides what runs. A header that names another of our operations may have misled a guard before us.
    for (const action of this.actions) {
      const named = this.operationOfAction.get(action);
      if (named !== undefined && named !== local) throw malformed(`SOAPAction names ${named}, the Body holds ${local}`);
    }
    // What its attributes say is nothing to us (SOAP::Lite calls an empty operation nil), but what points elsewhere is not empty.
    const { reference } = elementMarks(attributes, this.resolve);
    if (reference !== undefined) throw malformed('an operation must not be a reference');
    this.values.begin(operation.plan, local);
    this.place = this.tree ? 'tree' : 'values';
  }

  private openValue(tag: SaxesTagNS): void {
    const marks = elementMarks(tag.attributes, this.resolve);
    if (this.place === 'tree') this.tree?.open(tag.uri, tag.local, marks);
    else if (marks.reference !== undefined && this.place === 'values') throw REFERENCE_MET;
    else this.values.open(tag.uri, tag.local, marks.nil, marks.type);
  }
}

export function notUnderstood(header: string): Refusal {
  return new Refusal('header_not_understood', `the header ${header} is not understood`);
}
