/**
 * A SOAP door as the hostile rows see it. The rows about XML, envelopes and HTTP are the same for every door: whoever opens
 * another one makes a `Door` of it and sends them there too.
 */

export const SOAP11 = 'http://schemas.xmlsoap.org/soap/envelope/';
export const SOAP12 = 'http://www.w3.org/2003/05/soap-envelope';

export interface EnvelopeOptions {
  /** Namespace of the envelope; SOAP 1.1 when absent. */
  readonly uri?: string;
  /** What is in the Header. */
  readonly header?: string;
}

/** Contents of Body are whole, with the namespaces they need; what is put into them is XML, not yet escaped by anybody. */
export interface Door {
  readonly path: string;
  /** Of the operations. */
  readonly namespace: string;
  envelope(content: string, options?: EnvelopeOptions): string;
  /** The content of Body of a call that changes nothing and is answered 200. */
  readonly honest: string;
  /** What is in the answer to it. */
  readonly honestAnswer: string;
  /** A call that takes a text and gives it back. */
  withText(text: string): string;
  /** A call whose whole number is this. */
  withNumber(digits: string): string;
  /** A call with more elements, or other ones, in its struct. */
  withMore(elements: string): string;
  /** An operation by this name, with no content. */
  operation(name: string): string;
  /** SOAPAction of an operation that is not the honest one. */
  readonly otherAction: string;
  /** The code of our list that a fault tells. */
  codeIn(fault: string): string | undefined;
}

const NAMESPACE = 'urn:refund-gateway:v1';

/** The order that the honest ask for, and which has money enough for every refund of the table. */
export const HONEST_ORDER = 5;
/** The order that is written with texts. */
const WRITTEN_ORDER = 6;

const call = (name: string, content: string): string => `<m:${name} xmlns:m="${NAMESPACE}">${content}</m:${name}>`;

/** The door of our own API. */
export const OWN_DOOR: Door = {
  path: '/soap/v1',
  namespace: NAMESPACE,
  envelope: (content, { uri = SOAP11, header = '' } = {}) =>
    `<e:Envelope xmlns:e="${uri}">${header === '' ? '' : `<e:Header>${header}</e:Header>`}<e:Body>${content}</e:Body></e:Envelope>`,
  honest: call('getOrder', `<orderId>${HONEST_ORDER}</orderId>`),
  honestAnswer: `<m:orderId>${HONEST_ORDER}</m:orderId>`,
  withText: (text) =>
    call(
      'putOrder',
      `<orderId>${WRITTEN_ORDER}</orderId><currency>PLN</currency><lines><line><lineId>1</lineId><sku>A</sku>` +
        `<name>${text}</name><quantity>1</quantity><price>1.00</price></line></lines><payments/>`,
    ),
  withNumber: (digits) => call('getOrder', `<m:orderId>${digits}</m:orderId>`),
  withMore: (elements) =>
    call(
      'addManualRefund',
      `<sourceType>order</sourceType><sourceId>${HONEST_ORDER}</sourceId><amount>12.30</amount>` +
        `<currency>PLN</currency><destination>cash</destination>${elements}`,
    ),
  operation: (name) => call(name, ''),
  otherAction: `${NAMESPACE}/confirmRefund`,
  codeIn: (fault) => /<m:code>(\w+)<\/m:code>/.exec(fault)?.[1],
};
