/** The door of one rpc/encoded operation: the door of all SOAP, with what the platform decides put in as hooks. */
import type { IncomingMessage } from 'node:http';
import type { Refusal } from '../domain/refusal';
import { xmlDocument } from './documents';
import type { EncodedContract } from './encoded-contract';
import { EncodedEnvelopeReader } from './encoded-envelope-reader';
import { encodedFault, EncodedWriter } from './encoded-writer';
import type { EncodedFault } from './encoded-writer';
import { createDoor } from './endpoint';
import type { DoorOptions, SoapHandler, SoapStyle } from './endpoint';
import { FAULT_STATUS } from './envelope-writer';
import { WsdlDocument } from './wsdl-document';

export interface EncodedOptions extends DoorOptions {
  readonly contract: EncodedContract;
  readonly wsdlText: string;
  /** Whether who asks for this address wants to see the WSDL. */
  showsWsdl(request: IncomingMessage): boolean;
  /** Actions of the platform's other operations, which a message for this one must not name. */
  readonly foreignActions: ReadonlySet<string>;
  /** The platform's reply to parameters that cannot be read; it goes out with HTTP 200, like any reply. */
  replyInvalid(refusal: Refusal): unknown;
  /** @param refusal absent for a bug, of which nobody outside is told more */
  faultFor(refusal?: Refusal): EncodedFault;
}

export function createEncodedHandler(options: EncodedOptions): SoapHandler {
  const wsdl = new WsdlDocument(options.wsdlText, options);
  const documents = {
    documentFor: (request: IncomingMessage) =>
      options.showsWsdl(request) ? xmlDocument(wsdl.textFor(wsdl.addressFor(request), 'all')) : undefined,
  };
  return createDoor(encodedStyle(options), documents, options);
}

function encodedStyle(options: EncodedOptions): SoapStyle {
  const reader = new EncodedEnvelopeReader(options.contract, options.foreignActions);
  const writer = new EncodedWriter(options.contract);
  return {
    version: '1.1',
    read: (text, actions) => reader.read(text, actions),
    answer: (_version, _operation, value) => writer.answer(value),
    refusal: (_version, refusal, _requestId, operation) => {
      if (refusal.code === 'request_invalid' && operation !== undefined) {
        return { status: 200, body: writer.answer(options.replyInvalid(refusal)) };
      }
      return { status: FAULT_STATUS[refusal.kind], body: encodedFault(options.faultFor(refusal)) };
    },
    bug: () => ({ status: 500, body: encodedFault(options.faultFor()) }),
  };
}
