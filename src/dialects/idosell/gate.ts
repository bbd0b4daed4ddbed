/** What stands behind both older gates, SOAP and JSON: the methods of this platform, asked with one call. */
import type { GateMethod } from './gate-methods';
import type { Reply } from './reply';

/** Nothing in it is checked yet, save that it could be read: the methods look at the format, as they do for REST. */
export interface GateCall {
  readonly method: GateMethod;
  /** The block `authenticate`. A bearer header wins over it (choice IDO-20). */
  readonly authenticate: unknown;
  /** Numbers that are no plain whole ones come as the text of their digits. */
  readonly params: unknown;
  readonly authorization: string | undefined;
  readonly idempotencyKey: string | undefined;
  readonly requestId: string;
}

export interface Gate {
  /** A wrong login, wrong parameters and a refusal are replies. What is thrown is a bug, or a gateway that is too busy. */
  call(call: GateCall): Promise<Reply>;
  /** The method's reply to a message whose parameters cannot be read: code 3. */
  replyUnreadable(method: GateMethod): Reply;
}
