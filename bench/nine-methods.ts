/**
 * A round through the nine methods of IdoSell's refunds gate, over its rpc/encoded messages and over our own SOAP: the same
 * ten calls, with the same credential and without idempotency keys, which clients of that gate do not know. A round leaves
 * nothing reserved, so it must not be cut off in its midst: the next to take the return would find nothing left of it.
 */
import { remember, soapRequest, step, type Pair, type Script, type Step, type Traffic } from './load';
import { CURRENCY, ORDERS, PAYMENT_ID } from './sample-shop';

export const REQUESTS_PER_ROUND = 10;

/** How a door says a method, and what of its answer tells that it was done. */
interface Speech {
  readonly refundId: RegExp;
  say(traffic: Traffic, call: Call): Partial<Step>;
  isDone(call: Call['method'], body: string): boolean;
}

/** What is known on the way is of one order and its return, which has the number of the order. */
interface Round extends Pair {
  sourceId?: number;
}

type Method =
  | 'getPossibleAutoRefunds'
  | 'addAutomaticRefundForOrder'
  | 'updateRefund'
  | 'getRefundStatus'
  | 'retrieveRefundsList'
  | 'confirmRefund'
  | 'addManualRefund'
  | 'cancelRefund'
  | 'addAutomaticRefund';

interface Call {
  readonly method: Method;
  readonly sourceType: 'order' | 'return';
  readonly sourceId: number;
  /** Of the refund that the call is about. */
  readonly refundId: number;
}

const ROUND: readonly (readonly [Method, Call['sourceType']])[] = [
  ['getPossibleAutoRefunds', 'order'],
  ['addAutomaticRefundForOrder', 'order'],
  ['updateRefund', 'order'],
  ['getRefundStatus', 'order'],
  ['retrieveRefundsList', 'order'],
  ['confirmRefund', 'order'],
  ['addManualRefund', 'order'],
  ['cancelRefund', 'order'],
  ['addAutomaticRefund', 'return'],
  ['cancelRefund', 'return'],
];

const ADDING: ReadonlySet<Method> = new Set(['addAutomaticRefundForOrder', 'addManualRefund', 'addAutomaticRefund']);

function roundIn(speech: Speech): Script {
  return (traffic) =>
    ROUND.map(([method, sourceType], index) =>
      step(
        (context) => {
          const round = context as Round;
          if (index === 0) round.sourceId = 1 + (traffic.next() % ORDERS);
          const { sourceId = 1, refundId = 0 } = round;
          return speech.say(traffic, { method, sourceType, sourceId, refundId });
        },
        (body, context) =>
          speech.isDone(method, body) && (!ADDING.has(method) || remember(traffic, speech.refundId, body, context)),
        traffic,
      ),
    );
}

const gw = (members: Readonly<Record<string, string | number>>): string =>
  Object.entries(members)
    .map(([name, value]) => `<gw:${name}>${value}</gw:${name}>`)
    .join('');

const money = { amount: '1.25', currency: CURRENCY };

function ownContent({ method, sourceType, sourceId, refundId }: Call): string {
  const source = { sourceType, sourceId };
  switch (method) {
    case 'addAutomaticRefundForOrder':
      return gw({ orderId: sourceId, paymentId: PAYMENT_ID, ...money });
    case 'addManualRefund':
      return gw({ ...source, ...money, destination: 'bank_transfer' });
    case 'updateRefund':
      return gw({ refundId, amount: '1.50', currency: CURRENCY });
    case 'retrieveRefundsList':
      return gw({ sourceType, limit: 10 });
    case 'addAutomaticRefund':
    case 'getPossibleAutoRefunds':
      return gw(source);
    default:
      return gw({ refundId });
  }
}

/** Over our own SOAP. */
export const ownNineMethods: Script = roundIn({
  refundId: /<(?:\w+:)?refundId>(\d+)</,
  say: (traffic, call) => soapRequest(traffic, call.method, ownContent(call)),
  isDone: (method, body) => body.includes(`${method}Response>`),
});

const plain = (members: Readonly<Record<string, string | number>>): string =>
  Object.entries(members)
    .map(([name, value]) => `<${name} xsi:type="${TYPES[name] ?? 'xsd:string'}">${value}</${name}>`)
    .join('');

/** As PHP's client marks them. */
const TYPES: Readonly<Record<string, string>> = {
  ...{ sourceType: 'ns1:sourceTypeType', sourceId: 'xsd:int', refundValue: 'xsd:float' },
  ...{ resultsPage: 'xsd:int', resultsLimit: 'xsd:int' },
};

const refundValue = { refundValue: '1.25', refundCurrency: CURRENCY };

function gateParams({ method, sourceType, sourceId, refundId }: Call): string {
  const source = { sourceType, sourceId };
  switch (method) {
    case 'addAutomaticRefundForOrder':
      return plain({ sourceId, ...refundValue, paymentId: PAYMENT_ID });
    case 'addManualRefund':
      return plain({ ...source, ...refundValue });
    case 'updateRefund':
      return plain({ ...source, paymentId: refundId, refundValue: '1.50', refundCurrency: CURRENCY });
    case 'retrieveRefundsList':
      return plain({ sourceType, resultsPage: 1, resultsLimit: 10 });
    case 'addAutomaticRefund':
    case 'getPossibleAutoRefunds':
      return plain(source);
    default:
      return plain({ ...source, paymentId: refundId });
  }
}

/** What every message of PHP's client declares. */
const NAMESPACES =
  'xmlns:SOAP-ENV="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ns1="ApiRefunds"' +
  ' xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"' +
  ' xmlns:SOAP-ENC="http://schemas.xmlsoap.org/soap/encoding/"' +
  ' SOAP-ENV:encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"';
const EMPTY_LOGIN =
  '<authenticate xsi:type="ns1:authenticateType"><authenticateKey xsi:type="xsd:string"></authenticateKey>' +
  '<userLogin xsi:type="xsd:string"></userLogin></authenticate>';

export function gateRequest(apiKey: string, method: Method, params: string) {
  const request =
    `<${method}Request xsi:type="ns1:${method}RequestType">${EMPTY_LOGIN}` +
    `<params xsi:type="ns1:${method}ParamsType">${params}</params></${method}Request>`;
  const body =
    `<?xml version="1.0" encoding="UTF-8"?>\n<SOAP-ENV:Envelope ${NAMESPACES}><SOAP-ENV:Body>` +
    `<ns1:${method}>${request}</ns1:${method}></SOAP-ENV:Body></SOAP-ENV:Envelope>\n`;
  const headers = {
    authorization: `Bearer ${apiKey}`,
    'content-type': 'text/xml; charset=utf-8',
    soapaction: `"#${method}"`,
  };
  return { method: 'POST' as const, path: `/api/?gate=refunds/${method}/0/soap`, headers, body };
}

/** Over IdoSell's SOAP gates. */
export const gateNineMethods: Script = roundIn({
  refundId: /<refundId [^>]*>(\d+)</,
  say: ({ apiKey }, call) => gateRequest(apiKey, call.method, gateParams(call)),
  isDone: (_method, body) => body.includes('<errors xsi:type="ns1:errorsType"><faultCode xsi:type="xsd:int">0<'),
});
