/** What stands behind both older gates, SOAP and JSON: the operations of this platform, asked with one call. */
import type { GateMethod } from './gate-methods';

/** Nothing in it is checked yet, save that it could be read: the operations look at the format, as they do for REST. */
export interface GateCall {
  readonly method: GateMethod;
  /** The block `authenticate`. A bearer header wins over it (IDO-20). */
  readonly authenticate: unknown;
  /** Numbers that are no plain whole ones come as the text of their digits. */
  readonly params: unknown;
  readonly authorization: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly requestId: string;
}

/** The reply of the JSON forms: `result` or `results`, and `errors` where something went wrong. */
export type GateReply = Readonly<Record<string, unknown>>;

export interface Gate {
  /** A wrong login, wrong parameters and a refusal are replies. What is thrown is a bug, or a gateway that is too busy. */
  call(call: GateCall): Promise<GateReply>;
  /** The method's reply to a message whose parameters cannot be read: code 3. */
  replyUnreadable(method: GateMethod): GateReply;
}

/** Clients of these gates look into `errors` without asking whether it is there. */
export function withErrors(reply: GateReply): GateReply {
  return { errors: { faultCode: 0, faultString: '' }, ...reply };
}
