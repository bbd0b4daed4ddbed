/** The two wishes of the harnesses over both doors, written out by hand: no client library repeats anything behind our back. */
import { CURRENCY, PAYMENT_ID } from './sample-shop';

export type DoorName = 'REST' | 'SOAP';

export type Wish =
  | { readonly kind: 'add'; readonly orderId: number; readonly amount: number }
  | { readonly kind: 'confirm'; readonly refundId: number };

/** `again`: nobody knows whether it happened, or it cannot happen now; the same key may be sent again. */
export type Answer =
  | { readonly kind: 'done'; readonly refundId: number }
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'again' };

/** How one request went, for whoever counts answers. */
export interface Exchange {
  /** As performance.now() tells time. */
  readonly begun: number;
  readonly ended: number;
  /** HTTP status; undefined when the line broke or nobody answered in time. */
  readonly status?: number;
  /** Whether the answer asks to come again, in the words of its protocol and with Retry-After. */
  readonly comeAgain?: boolean;
}

export interface Asked {
  readonly address: string;
  readonly apiKey: string;
  readonly onExchange?: (exchange: Exchange) => void;
}

const NAMESPACE = 'urn:refund-gateway:v1';
const ANSWER_LIMIT_MS = 10_000;
const SAYS_AGAIN = /"retryable":true|retryable>true/;

export async function ask(at: Asked, door: DoorName, wish: Wish, key: string): Promise<Answer> {
  const begun = performance.now();
  const tell = (how: Pick<Exchange, 'status' | 'comeAgain'>): void =>
    at.onExchange?.({ begun, ended: performance.now(), ...how });
  const request = door === 'REST' ? restRequest(wish) : soapRequest(wish);
  const headers = { ...request.headers, authorization: `Bearer ${at.apiKey}`, 'idempotency-key': key };
  try {
    const signal = AbortSignal.timeout(ANSWER_LIMIT_MS);
    const response = await fetch(at.address + request.path, { method: 'POST', headers, body: request.body, signal });
    const text = await response.text();
    tell({ status: response.status, comeAgain: SAYS_AGAIN.test(text) && response.headers.has('retry-after') });
    return answerOf(response.status, text);
  } catch {
    tell({});
    // The line broke: what became of the wish is known to nobody but the gateway.
    return { kind: 'again' };
  }
}

function answerOf(status: number, text: string): Answer {
  if (status >= 200 && status < 300) {
    const refundId = Number(/"refundId":(\d+)|:refundId>(\d+)</.exec(text)?.slice(1).find(Boolean));
    return Number.isSafeInteger(refundId) ? { kind: 'done', refundId } : { kind: 'refused', code: `unread: ${text}` };
  }
  const [, word] = /"code":"(\w+)"|:?code>(\w+)</.exec(text) ?? [];
  const code = word ?? /code>(\w+)</.exec(text)?.[1];
  if (code === undefined || SAYS_AGAIN.test(text)) return { kind: 'again' };
  return { kind: 'refused', code };
}

interface Request {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const decimal = (minor: number): string => (minor / 100).toFixed(2);

function restRequest(wish: Wish): Request {
  const headers = { 'content-type': 'application/json' };
  if (wish.kind === 'confirm') return { path: `/rest/v1/refunds/${wish.refundId}/confirm`, headers, body: '{}' };
  const body = JSON.stringify({ paymentId: PAYMENT_ID, amount: decimal(wish.amount), currency: CURRENCY });
  return { path: `/rest/v1/orders/${wish.orderId}/refunds/automatic`, headers, body };
}

function soapRequest(wish: Wish): Request {
  const [operation, content] =
    wish.kind === 'confirm'
      ? ['confirmRefund', `<gw:refundId>${wish.refundId}</gw:refundId>`]
      : [
          'addAutomaticRefundForOrder',
          `<gw:orderId>${wish.orderId}</gw:orderId><gw:paymentId>${PAYMENT_ID}</gw:paymentId>` +
            `<gw:amount>${decimal(wish.amount)}</gw:amount><gw:currency>${CURRENCY}</gw:currency>`,
        ];
  const body =
    '<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"' +
    ` xmlns:gw="${NAMESPACE}"><soap:Body><gw:${operation}>${content}</gw:${operation}></soap:Body></soap:Envelope>`;
  const headers = { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${NAMESPACE}/${operation}"` };
  return { path: '/soap/v1', headers, body };
}
