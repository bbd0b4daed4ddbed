/** The only writer of envelopes and faults, in both versions. */
import type { Refusal, RefusalKind } from '../domain/refusal';
import type { Contract } from './contract';
import { Encoder, escapeText } from './encoder';
import { ENVELOPE } from './namespaces';
import type { SoapVersion } from './namespaces';

/** What a fault tells; the members of the typed detail. */
export interface FaultDetail {
  readonly code: string;
  readonly message: string;
  readonly field?: string;
  readonly retryable: boolean;
  readonly requestId: string;
}

type FaultCode = 'Client' | 'Server' | 'VersionMismatch' | 'MustUnderstand';

const NAME_IN_12: Record<FaultCode, string> = {
  Client: 'Sender',
  Server: 'Receiver',
  VersionMismatch: 'VersionMismatch',
  MustUnderstand: 'MustUnderstand',
};

/** Everything is 500, in SOAP 1.2 too: WCF loses faults that come with 400. */
export const FAULT_STATUS = {
  invalid: 500,
  unauthenticated: 500,
  forbidden: 500,
  missing: 500,
  conflict: 500,
  refused: 500,
  not_allowed: 405,
  timeout: 408,
  too_large: 413,
  unsupported: 415,
  busy: 503,
  unknown: 503,
} as const satisfies Record<RefusalKind, number>;

export interface Fault {
  readonly status: number;
  readonly body: string;
}

export class EnvelopeWriter {
  private readonly answers = new Map<string, (value: unknown) => string>();
  private readonly detail: (value: unknown) => string;

  constructor(contract: Contract, faultElement: string) {
    const encoder = new Encoder(contract.namespace);
    for (const { name, response } of contract.operations.values()) {
      this.answers.set(name, encoder.root(`${name}Response`, [response]));
    }
    const fault = contract.elements.get(faultElement)?.type;
    if (fault?.kind !== 'complex') throw new Error(`the contract has no fault element ${faultElement}`);
    this.detail = encoder.root(faultElement, fault.fields);
  }

  /** Throws where the value does not fit the schema. @param value the wrapper's content: one child by its name */
  answer(version: SoapVersion, operation: string, value: unknown): string {
    const write = this.answers.get(operation);
    if (!write) throw new Error(`there is no operation ${operation}`);
    return envelope(version, '', write(value));
  }

  refusal(version: SoapVersion, refusal: Refusal, requestId: string): Fault {
    const { code, message, field, retryable } = refusal;
    const body = this.fault(version, faultCodeOf(refusal), {
      code,
      message,
      ...(field !== undefined && { field }),
      retryable,
      requestId,
    });
    return { status: FAULT_STATUS[refusal.kind], body };
  }

  /** For what is nobody's business outside: the log has it whole, under the same request id. */
  bug(version: SoapVersion, requestId: string): Fault {
    const detail = { code: 'internal_error', message: 'Internal error', retryable: false, requestId };
    return { status: 500, body: this.fault(version, 'Server', detail) };
  }

  private fault(version: SoapVersion, code: FaultCode, detail: FaultDetail): string {
    const reason = escapeText(`${detail.code}: ${detail.message}`);
    const typed = this.detail(detail);
    if (version === '1.1') {
      const parts = `<faultcode>soap:${code}</faultcode><faultstring>${reason}</faultstring><detail>${typed}</detail>`;
      return envelope(version, '', `<soap:Fault>${parts}</soap:Fault>`);
    }
    const name = `<soap:Code><soap:Value>soap:${NAME_IN_12[code]}</soap:Value></soap:Code>`;
    const text = `<soap:Reason><soap:Text xml:lang="en">${reason}</soap:Text></soap:Reason>`;
    const body = `<soap:Fault>${name}${text}<soap:Detail>${typed}</soap:Detail></soap:Fault>`;
    return envelope(version, code === 'VersionMismatch' ? UPGRADE : '', body);
  }
}

/** Tells a caller of SOAP 1.2 which envelopes it may send. */
const UPGRADE =
  '<soap:Header><soap:Upgrade>' +
  '<soap:SupportedEnvelope qname="soap:Envelope"/>' +
  `<soap:SupportedEnvelope xmlns:soap11="${ENVELOPE['1.1']}" qname="soap11:Envelope"/>` +
  '</soap:Upgrade></soap:Header>';

function faultCodeOf(refusal: Refusal): FaultCode {
  if (refusal.code === 'envelope_version_unknown') return 'VersionMismatch';
  if (refusal.code === 'header_not_understood') return 'MustUnderstand';
  return refusal.kind === 'busy' || refusal.kind === 'unknown' ? 'Server' : 'Client';
}

export function envelope(version: SoapVersion, header: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<soap:Envelope xmlns:soap="${ENVELOPE[version]}">${header}<soap:Body>${body}</soap:Body></soap:Envelope>`;
}
