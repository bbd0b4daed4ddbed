/** One question, many doors: what every door takes and gives back, whatever it speaks. */
import type { OperationTypes } from '../../generated/contract';

export type OperationName = keyof OperationTypes;

export interface Login {
  readonly user: string;
  readonly password: string;
}

export type Credentials =
  | { readonly bearer: string }
  | { readonly apiKey: string }
  | { readonly login: Login; readonly passwordType: 'text' | 'digest'; readonly nonce?: string }
  | 'none';

export interface AskOptions {
  /** The gateway's own key as a bearer when absent. */
  readonly credentials?: Credentials;
  /** Sent as the HTTP header Idempotency-Key. */
  readonly idempotencyKey?: string;
  /** Sent as the header block of the WSDL; REST has none and sends the HTTP header. */
  readonly idempotencyBlock?: string;
  readonly requestId?: string;
}

interface Refused {
  readonly code: string;
  readonly field: string | undefined;
  readonly retryable: boolean;
  readonly status: number;
}

export type Reply = { readonly answer: unknown } | { readonly refused: Refused };

/** A reply with the bytes around it. */
export interface Exchange {
  readonly reply: Reply;
  /** What would be right, as the refusal tells it. */
  readonly message?: string;
  /** The body of the answer as it came. */
  readonly text: string;
  /** The body of the request as it went. */
  readonly sent: string;
}

/** Any request, right or wrong: tests also send what the contract forbids. */
export type AnyRequest = Readonly<Record<string, unknown>>;

/** Asks one operation through one door. */
export type Door = (operation: OperationName, request: AnyRequest, options: AskOptions) => Promise<Exchange>;
