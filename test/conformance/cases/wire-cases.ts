/** Wrongs that an honest client cannot commit: each protocol has its own way to do the same one. */
import type { RefusalCode } from '../../../src/domain/refusal';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { restExchange } from '../../clients/rest-door';

/** @param hear is told what a SOAP answer was, letter by letter */
type Ask = (world: GatewayUnderTest, hear: (text: string) => void) => Promise<unknown>;

interface WireCase {
  readonly name: string;
  readonly code: RefusalCode;
  readonly retryable?: boolean;
  /** Absent where the protocol has no such wrong. */
  readonly rest?: Ask;
  readonly soap?: { readonly soap11: Ask; readonly soap12: Ask };
}

const SOAP11 = { uri: 'http://schemas.xmlsoap.org/soap/envelope/', type: 'text/xml; charset=utf-8' };
const SOAP12 = { uri: 'http://www.w3.org/2003/05/soap-envelope', type: 'application/soap+xml; charset=utf-8' };
const STATUS_1 = '<getRefundStatus xmlns="urn:refund-gateway:v1"><refundId>1</refundId></getRefundStatus>';

interface Wrong {
  readonly path?: string;
  readonly method?: string;
  readonly type?: string;
  readonly body?: string;
  readonly header?: string;
  readonly uri?: string;
  readonly credentials?: Record<string, string>;
}

/** POST /refunds/quote with something wrong. */
function rest({
  path = '/refunds/quote',
  method = 'POST',
  type = 'application/json',
  body = '{}',
  credentials,
}: Wrong): Ask {
  return async ({ address, key }) => {
    const headers = { 'content-type': type, ...(credentials ?? { authorization: `Bearer ${key}` }) };
    const response = await fetch(`${address}/rest/v1${path}`, { method, headers, ...(method !== 'GET' && { body }) });
    const { reply } = await restExchange(response);
    return plain(reply);
  };
}

/** getRefundStatus with something wrong. */
function soap(wrong: Wrong): { readonly soap11: Ask; readonly soap12: Ask } {
  const through =
    (version: typeof SOAP11): Ask =>
    async ({ address, key }, hear) => {
      const { method = 'POST', type = version.type, uri = version.uri, header = '', credentials } = wrong;
      const body =
        wrong.body?.startsWith('<?') || wrong.body?.startsWith('{')
          ? wrong.body
          : `<e:Envelope xmlns:e="${uri}"><e:Header>${header}</e:Header><e:Body>${wrong.body ?? STATUS_1}</e:Body></e:Envelope>`;
      const headers = { 'content-type': type, ...(credentials ?? { authorization: `Bearer ${key}` }) };
      const response = await fetch(`${address}/soap/v1`, { method, headers, body });
      const text = await response.text();
      hear(text);
      const part = (name: string): string | undefined => new RegExp(`<(?:\\w+:)?${name}>([^<]*)<`).exec(text)?.[1];
      return plain({ refused: { code: part('code'), retryable: part('retryable') === 'true' } });
    };
  return { soap11: through(SOAP11), soap12: through(SOAP12) };
}

function plain(reply: object): unknown {
  if (!('refused' in reply)) return reply;
  const { code, retryable } = reply.refused as { code: unknown; retryable: unknown };
  return { refused: { code, retryable } };
}

/** More than any queue holds; those that find it full are refused at once. */
const MORE_THAN_MAY_WAIT = 2000;

/** As many units of work wait as may wait; lets them go after the question. */
function whileFull(ask: Ask): Ask {
  return async (world, hear) => {
    const { unitOfWork } = world.database;
    let letGo: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    let running: Promise<unknown> = Promise.resolve();
    await new Promise<void>((begun) => {
      running = unitOfWork.run(() => {
        begun();
        return gate;
      });
    });
    const waiting = Array.from({ length: MORE_THAN_MAY_WAIT }, () => unitOfWork.run(() => Promise.resolve()));
    const over = Promise.allSettled(waiting);
    try {
      return await ask(world, hear);
    } finally {
      letGo();
      await Promise.all([running, over]);
    }
  };
}

/** Writes, and so has to wait in line. */
const PUT_ORDER = {
  rest: rest({ method: 'PUT', path: '/orders/5', body: '{"currency":"PLN","lines":[],"payments":[]}' }),
  soap: soap({
    body: '<putOrder xmlns="urn:refund-gateway:v1"><orderId>5</orderId><currency>PLN</currency><lines/><payments/></putOrder>',
  }),
};
const WRONG_KEY = { authorization: 'Bearer rgw_aaaaaaaa_' + 'a'.repeat(43) };

export const WIRE_CASES: readonly WireCase[] = [
  {
    name: 'a body with a syntax error is refused',
    code: 'request_malformed',
    rest: rest({ body: '{"sourceType":' }),
    soap: soap({ body: '<?xml version="1.0"?><e:Envelope' }),
  },
  {
    name: 'a body that brings a document type of its own is refused',
    code: 'request_malformed',
    soap: soap({ body: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
  },
  {
    name: 'a body above 1 MiB is refused',
    code: 'request_too_large',
    rest: rest({ body: JSON.stringify({ note: 'x'.repeat(1024 * 1024) }) }),
    soap: soap({ header: 'x'.repeat(1024 * 1024) }),
  },
  {
    name: 'a body of another kind is refused',
    code: 'media_type_unsupported',
    rest: rest({ type: 'text/plain' }),
    soap: soap({ type: 'application/json', body: '{}' }),
  },
  {
    name: 'another method is refused',
    code: 'method_not_allowed',
    rest: rest({ method: 'DELETE' }),
    soap: soap({ method: 'DELETE' }),
  },
  {
    name: 'nobody is let in without credentials',
    code: 'credentials_missing',
    rest: rest({ credentials: {} }),
    soap: soap({ credentials: {} }),
  },
  {
    name: 'nobody is let in with a key that was never given',
    code: 'credentials_invalid',
    rest: rest({ credentials: WRONG_KEY }),
    soap: soap({ credentials: WRONG_KEY }),
  },
  {
    name: 'a key does only what it was made for',
    code: 'scope_missing',
    rest: withScopes(['orders:read'], (credentials) =>
      rest({ credentials, body: JSON.stringify({ sourceType: 'order', sourceId: 5 }) }),
    ),
    soap: {
      soap11: withScopes(['orders:read'], (credentials) => soap({ credentials }).soap11),
      soap12: withScopes(['orders:read'], (credentials) => soap({ credentials }).soap12),
    },
  },
  {
    name: 'a gateway with too much to do says so',
    code: 'gateway_busy',
    retryable: true,
    rest: whileFull(PUT_ORDER.rest),
    soap: { soap11: whileFull(PUT_ORDER.soap.soap11), soap12: whileFull(PUT_ORDER.soap.soap12) },
  },
  {
    name: 'an operation that is in no contract is refused',
    code: 'operation_unknown',
    soap: soap({ body: '<payMe/>' }),
  },
  {
    name: 'an envelope of another age is refused',
    code: 'envelope_version_unknown',
    soap: soap({ uri: 'urn:soap:0.9' }),
  },
  { name: 'an address where nothing is, is refused', code: 'path_not_found', rest: rest({ path: '/payments' }) },
  {
    name: 'a header that must be understood and is not, is refused',
    code: 'header_not_understood',
    soap: {
      soap11: soap({ header: `<a:b xmlns:a="urn:a" e:mustUnderstand="1"/>` }).soap11,
      soap12: soap({ header: `<a:b xmlns:a="urn:a" e:mustUnderstand="true"/>` }).soap12,
    },
  },
];

function withScopes(scopes: readonly string[], ask: (credentials: Record<string, string>) => Ask): Ask {
  return async (world, hear) => {
    const { key } = await world.services.credentials.addKey({ shop: 'north', name: 'reader', scopes });
    return ask({ 'x-api-key': key })(world, hear);
  };
}
