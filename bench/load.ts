/** The callers: autocannon in a process apart from the servers, with every answer looked at. */
import autocannon from 'autocannon';
import { CURRENCY, ORDERS, PAYMENT_ID } from './sample-shop';

export const CONNECTIONS = 32;

/** What the callers of one server share: refunds that are there to be asked after. */
export class Traffic {
  readonly refundIds: number[] = [];
  failures = 0;
  firstFailure: string | undefined;
  private counter = 0;

  constructor(readonly apiKey: string) {}

  next(): number {
    return this.counter++;
  }

  /** Round robin over the orders, with amounts that choose no scenario of the simulated provider. */
  wish(): { orderId: number; amount: string } {
    const turn = this.next();
    return { orderId: 1 + (turn % ORDERS), amount: (0.01 + (turn % 500) / 100).toFixed(2) };
  }

  someRefund(): number {
    return this.refundIds[(this.next() * 7919) % this.refundIds.length] ?? 1;
  }

  fail(what: string): void {
    this.failures++;
    this.firstFailure ??= what.slice(0, 500);
  }
}

/** Of one connection, between the two requests of a pair. */
export interface Pair {
  refundId?: number;
}

export type Step = autocannon.Request;
/** The requests that make one operation; autocannon repeats them on each connection. */
export type Script = (traffic: Traffic) => Step[];

const NAMESPACE = 'urn:refund-gateway:v1';
const MOST_REMEMBERED = 100_000;

export function step(
  make: (context: Pair) => Partial<Step>,
  check: (body: string, context: Pair) => boolean,
  of: Traffic,
): Step {
  return {
    setupRequest: (request, context) => ({ ...request, ...make(context as Pair) }),
    onResponse: (status, body, context) => {
      if (status < 200 || status > 299 || !check(body, context as Pair)) of.fail(`${status}: ${body}`);
    },
  };
}

/** Takes the id out of the answer to a create. */
export function remember(traffic: Traffic, pattern: RegExp, body: string, context: Pair): boolean {
  const id = Number(pattern.exec(body)?.[1]);
  if (!Number.isSafeInteger(id)) return false;
  context.refundId = id;
  traffic.refundIds[traffic.refundIds.length < MOST_REMEMBERED ? traffic.refundIds.length : id % MOST_REMEMBERED] = id;
  return true;
}

function restHeaders(traffic: Traffic, key?: string): Record<string, string> {
  return {
    authorization: `Bearer ${traffic.apiKey}`,
    ...(key === undefined ? {} : { 'content-type': 'application/json', 'idempotency-key': key }),
  };
}

/** With an idempotency key on every write, as a careful caller sends it. */
export const restCreateAndConfirm: Script = (traffic) => [
  step(
    () => {
      const { orderId, amount } = traffic.wish();
      const headers = restHeaders(traffic, `bench-${traffic.next()}`);
      const body = JSON.stringify({ paymentId: PAYMENT_ID, amount, currency: CURRENCY });
      return { method: 'POST', path: `/rest/v1/orders/${orderId}/refunds/automatic`, headers, body };
    },
    (body, context) => remember(traffic, /"refundId":(\d+)/, body, context),
    traffic,
  ),
  step(
    ({ refundId }) => {
      const headers = restHeaders(traffic, `bench-${traffic.next()}`);
      return { method: 'POST', path: `/rest/v1/refunds/${refundId}/confirm`, headers, body: '{}' };
    },
    (body) => body.includes('"state":"approved"'),
    traffic,
  ),
];

export const restStatus: Script = (traffic) => [
  step(
    () => ({ method: 'GET', path: `/rest/v1/refunds/${traffic.someRefund()}/status`, headers: restHeaders(traffic) }),
    (body) => body.includes('"transactionId"'),
    traffic,
  ),
];

export function soapRequest(traffic: Traffic, operation: string, content: string, key?: string): Partial<Step> {
  const body =
    '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"' +
    ` xmlns:gw="${NAMESPACE}"><soap:Body><gw:${operation}>${content}</gw:${operation}></soap:Body></soap:Envelope>`;
  const headers = {
    authorization: `Bearer ${traffic.apiKey}`,
    'content-type': 'text/xml; charset=utf-8',
    soapaction: `"${NAMESPACE}/${operation}"`,
    ...(key === undefined ? {} : { 'idempotency-key': key }),
  };
  return { method: 'POST', path: '/soap/v1', headers, body };
}

/** Each server has a prefix of its own, or none. */
export const soapCreateAndConfirm: Script = (traffic) => [
  step(
    () => {
      const { orderId, amount } = traffic.wish();
      const content =
        `<gw:orderId>${orderId}</gw:orderId><gw:paymentId>${PAYMENT_ID}</gw:paymentId>` +
        `<gw:amount>${amount}</gw:amount><gw:currency>${CURRENCY}</gw:currency>`;
      return soapRequest(traffic, 'addAutomaticRefundForOrder', content, `bench-${traffic.next()}`);
    },
    (body, context) => remember(traffic, /<(?:\w+:)?refundId>(\d+)</, body, context),
    traffic,
  ),
  step(
    ({ refundId }) =>
      soapRequest(traffic, 'confirmRefund', `<gw:refundId>${refundId}</gw:refundId>`, `bench-${traffic.next()}`),
    (body) => /<(?:\w+:)?state>approved</.test(body),
    traffic,
  ),
];

export const soapStatus: Script = (traffic) => [
  step(
    () => soapRequest(traffic, 'getRefundStatus', `<gw:refundId>${traffic.someRefund()}</gw:refundId>`),
    (body) => /<(?:\w+:)?transactionId>\d/.test(body),
    traffic,
  ),
];

/** What a clerk looks through. */
export const soapList: Script = (traffic) => [
  step(
    () => soapRequest(traffic, 'retrieveRefundsList', '<gw:sourceType>order</gw:sourceType><gw:limit>10</gw:limit>'),
    (body) => /<(?:\w+:)?transactionId>\d/.test(body),
    traffic,
  ),
];

/** For the soak: both doors, writes and reads. */
export const mixed: Script = (traffic) => [
  ...restCreateAndConfirm(traffic),
  ...restStatus(traffic),
  ...soapCreateAndConfirm(traffic),
  ...soapStatus(traffic),
];

interface Answered {
  readonly requests: number;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly maxMs: number;
}

export type Extent = { readonly seconds: number } | { readonly requests: number };

/** Sends for so long, or so many. Throws when any answer was not what it should be. */
export async function fire(url: string, script: Script, traffic: Traffic, extent: Extent): Promise<Answered> {
  const until = 'seconds' in extent ? { duration: extent.seconds } : { amount: extent.requests };
  const result = await autocannon({
    url,
    connections: CONNECTIONS,
    requests: script(traffic),
    sampleInt: 100,
    ...until,
  });
  if (traffic.failures > 0 || result.errors > 0) {
    throw new Error(`${traffic.failures} wrong answers, ${result.errors} broken connections; ${traffic.firstFailure}`);
  }
  const { p50, p99, max } = result.latency;
  return { requests: result['2xx'], seconds: result.duration, p50Ms: p50, p99Ms: p99, maxMs: max };
}
