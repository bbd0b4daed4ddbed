/**
 * The door: HTTP in, HTTP out, one contract behind it. Whatever comes in, the caller gets one whole answer and the process
 * lives on.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Refusal } from '../domain/refusal';
import { CallerGone } from '../http/received-body';
import { discardRest } from '../http/refused-upload';
import { readBody } from './body-reader';
import { decodeText } from './charset';
import type { Contract } from './contract';
import { Documents } from './documents';
import type { DocumentOptions, ShownDocument } from './documents';
import { EnvelopeReader } from './envelope-reader';
import type { HeaderCodes, Reading } from './envelope-reader';
import { EnvelopeWriter } from './envelope-writer';
import type { Fault } from './envelope-writer';
import { BODY_TIMEOUT_MS, MAX_WAITING_REQUESTS } from './limits';
import { parseActions, parseMediaType } from './media-type';
import { CONTENT_TYPE } from './namespaces';
import type { SoapVersion } from './namespaces';
import type { UsernameToken } from './username-token';
import type { AddressOptions } from './wsdl-document';

/** One call, decoded. Credentials are as sent: whether they are right is for the receiver to say. */
export interface SoapCall {
  readonly operation: string;
  readonly input: unknown;
  /** Header blocks that the operation declares, by local name. */
  readonly headers: Readonly<Record<string, unknown>>;
  readonly http: { readonly authorization?: string; readonly apiKey?: string; readonly idempotencyKey?: string };
  readonly usernameToken?: UsernameToken;
  readonly requestId: string;
  readonly remoteAddress?: string;
}

export interface AnswerEntry {
  readonly requestId: string;
  readonly operation?: string;
  readonly status: number;
  readonly code?: string;
  readonly durationMs: number;
}

/** What is the same for every style of messages. */
export interface DoorOptions extends AddressOptions {
  /** How long a body may take to arrive; 20 s when absent. */
  readonly bodyTimeoutMs?: number;
  /** Gives the answer's one child, or throws: a Refusal is told to the caller, anything else is a bug. */
  call(call: SoapCall): Promise<unknown>;
  onAnswer?(entry: AnswerEntry): void;
  onBug(error: unknown, requestId: string): void;
}

export interface SoapOptions extends DoorOptions, DocumentOptions {
  readonly contract: Contract;
  /** Name of the global element that is the detail of every fault. */
  readonly faultElement: string;
  /** Refusals for header blocks that have one of their own, instead of request_invalid. */
  readonly headerCodes?: HeaderCodes;
}

/** How messages of one style are read, and written. */
export interface SoapStyle {
  /** The only version it has; the caller's where it has both. */
  readonly version?: SoapVersion;
  /**
   * Never throws: whatever goes wrong is the reading's failure.
   * @param actions what the headers around the message name as its action, wherever they do
   */
  read(text: string, actions: readonly string[]): Reading;
  /** @param value what the call gave */
  answer(version: SoapVersion, operation: string, value: unknown): string;
  /** @param operation where it was known already */
  refusal(version: SoapVersion, refusal: Refusal, requestId: string, operation: string | undefined): Fault;
  bug(version: SoapVersion, requestId: string): Fault;
}

/** What an address shows to those who do not call it. */
export interface ShownDocuments {
  documentFor(request: IncomingMessage): ShownDocument | undefined;
}

export type SoapHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** A request on its way. What is learnt of it early serves the answer when something goes wrong later. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly requestId: string;
  readonly startedAt: number;
  version: SoapVersion;
  operation: string | undefined;
}

interface Answer {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly code?: string;
}

/** Those of the REST door, word for word: what holds money is as private here as there. The page loosens what is its own. */
const SECURITY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const satisfies OutgoingHttpHeaders;

const ALLOW = 'GET, HEAD, POST';
const RETRY_AFTER_SECONDS = 1;
const REQUEST_ID = /^[A-Za-z0-9._-]{1,100}$/;
/** After these the rest of the request may still be on its way, so the connection cannot be used again. */
const CLOSING: ReadonlySet<number> = new Set([405, 408, 413, 415]);

/** The door of document/literal wrapped. */
export function createSoapHandler(options: SoapOptions): SoapHandler {
  return createDoor(literalStyle(options), new Documents(options), options);
}

export function createDoor(style: SoapStyle, documents: ShownDocuments, options: DoorOptions): SoapHandler {
  const endpoint = new Endpoint(style, documents, options);
  return (request, response) => endpoint.handle(request, response);
}

function literalStyle({ contract, faultElement, headerCodes }: SoapOptions): SoapStyle {
  const reader = new EnvelopeReader(contract, headerCodes);
  const writer = new EnvelopeWriter(contract, faultElement);
  const childOf = new Map<string, string>();
  for (const { name, response } of contract.operations.values()) childOf.set(name, response.name);
  return {
    read: (text, actions) => reader.read(text, actions),
    answer: (version, operation, value) => writer.answer(version, operation, { [childOf.get(operation) ?? '']: value }),
    refusal: (version, refusal, requestId) => writer.refusal(version, refusal, requestId),
    bug: (version, requestId) => writer.bug(version, requestId),
  };
}

class Endpoint {
  /** How many requests of a line are not answered yet. */
  private readonly waiting = new WeakMap<Socket, number>();

  constructor(
    private readonly style: SoapStyle,
    private readonly documents: ShownDocuments,
    private readonly options: DoorOptions,
  ) {}

  handle(request: IncomingMessage, response: ServerResponse): void {
    if (this.isCrowded(request.socket, response)) return;
    const given = request.headers['x-request-id'];
    const exchange: Exchange = {
      request,
      response,
      requestId: typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID(),
      startedAt: performance.now(),
      version: '1.1',
      operation: undefined,
    };
    response.on('error', ignore);
    this.serve(exchange).catch((error: unknown) => {
      this.options.onBug(error, exchange.requestId);
      response.destroy();
    });
  }

  /** Cuts a line on which too many answers wait: they are kept until they are read, and nobody seems to read them. */
  private isCrowded(line: Socket, response: ServerResponse): boolean {
    const waiting = this.waiting.get(line) ?? 0;
    if (waiting >= MAX_WAITING_REQUESTS) {
      line.destroy();
      return true;
    }
    this.waiting.set(line, waiting + 1);
    response.once('close', () => this.waiting.set(line, (this.waiting.get(line) ?? 1) - 1));
    return false;
  }

  private async serve(exchange: Exchange): Promise<void> {
    let answer: Answer;
    try {
      answer = exchange.request.method === 'POST' ? await this.perform(exchange) : this.show(exchange.request);
    } catch (error) {
      if (error instanceof CallerGone) return;
      answer = this.failure(exchange, error);
    }
    this.send(exchange, answer);
  }

  private show(request: IncomingMessage): Answer {
    if (request.method !== 'GET' && request.method !== 'HEAD') throw methodNotAllowed();
    const shown = this.documents.documentFor(request);
    if (!shown) throw methodNotAllowed();
    return shown;
  }

  private async perform(exchange: Exchange): Promise<Answer> {
    const { headers } = exchange.request;
    const mediaType = parseMediaType(headers['content-type']);
    exchange.version = this.style.version ?? mediaType.version;
    const text = decodeText(
      await readBody(exchange.request, this.options.bodyTimeoutMs ?? BODY_TIMEOUT_MS),
      mediaType.charset,
    );
    const actions = parseActions(headers['soapaction']);
    const named = mediaType.action === undefined ? actions : [...actions, mediaType.action];
    const reading = this.style.read(text, named);
    exchange.version = reading.version ?? exchange.version;
    exchange.operation = reading.operation;
    if (!reading.message) throw reading.failure;
    const { operation, input, headers: blocks, usernameToken } = reading.message;
    const value = await this.options.call({
      operation,
      input,
      headers: blocks,
      http: credentialsOf(exchange.request),
      ...(usernameToken && { usernameToken }),
      requestId: exchange.requestId,
      ...this.remoteAddressOf(exchange.request),
    });
    const body = this.style.answer(exchange.version, operation, value);
    return { status: 200, contentType: CONTENT_TYPE[exchange.version], body };
  }

  private failure({ version, requestId, operation }: Exchange, error: unknown): Answer {
    const contentType = CONTENT_TYPE[version];
    if (!(error instanceof Refusal)) {
      this.options.onBug(error, requestId);
      return { ...this.style.bug(version, requestId), contentType, code: 'internal_error' };
    }
    const fault = this.style.refusal(version, error, requestId, operation);
    const headers: OutgoingHttpHeaders = {};
    if (fault.status === 405) headers['Allow'] = ALLOW;
    if (error.kind === 'busy') headers['Retry-After'] = RETRY_AFTER_SECONDS;
    return { ...fault, contentType, headers, code: error.code };
  }

  private send(exchange: Exchange, answer: Answer): void {
    const { request, response, requestId } = exchange;
    const unread = CLOSING.has(answer.status) && !request.complete;
    response.writeHead(answer.status, {
      ...SECURITY_HEADERS,
      'Content-Type': answer.contentType,
      'Content-Length': Buffer.byteLength(answer.body),
      'X-Request-Id': requestId,
      ...answer.headers,
      ...(unread && { Connection: 'close' }),
    });
    if (unread && request.method !== 'HEAD') {
      response.write(answer.body);
      discardRest(request, () => response.end());
    } else response.end(request.method === 'HEAD' ? undefined : answer.body);
    this.options.onAnswer?.({
      requestId,
      ...(exchange.operation !== undefined && { operation: exchange.operation }),
      status: answer.status,
      ...(answer.code !== undefined && { code: answer.code }),
      durationMs: performance.now() - exchange.startedAt,
    });
  }

  private remoteAddressOf(request: IncomingMessage): { remoteAddress?: string } {
    // The last address is the one that the proxy itself has seen; those before it are hearsay.
    const forwarded = this.options.trustProxy
      ? textOf(request.headers['x-forwarded-for'])?.split(',').at(-1)
      : undefined;
    const remoteAddress = forwarded?.trim() || request.socket.remoteAddress;
    return remoteAddress === undefined ? {} : { remoteAddress };
  }
}

function credentialsOf({ headers }: IncomingMessage): SoapCall['http'] {
  const apiKey = textOf(headers['x-api-key']);
  const idempotencyKey = textOf(headers['idempotency-key']);
  return {
    ...(headers.authorization !== undefined && { authorization: headers.authorization }),
    ...(apiKey !== undefined && { apiKey }),
    ...(idempotencyKey !== undefined && { idempotencyKey }),
  };
}

function textOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(', ') : header;
}

function methodNotAllowed(): Refusal {
  return new Refusal('method_not_allowed', 'send SOAP messages with POST; GET with ?wsdl shows the contract');
}

function ignore(): void {}
