/** The three doors of this platform, asked without a client between: also what no client would send, and quickly. */
import type { GatewayUnderTest } from '../../gateway-under-test';
import { readEncodedReply } from './encoded-reply';
import { loginOf } from './three-doors';

export type Params = Readonly<Record<string, unknown>>;

export interface Heard {
  readonly status: number;
  /** As it came; of a SOAP message the response part. */
  readonly reply: Readonly<Record<string, unknown>>;
}

/** A gateway as a caller of it knows it. */
export interface Reached extends Pick<GatewayUnderTest, 'address' | 'key' | 'login'> {
  /** Shown as a bearer at every door, so that the same credential stands behind all of them. */
  readonly bearer?: string;
}

export type WireDoor = (gateway: Reached, method: string, params: Params) => Promise<Heard>;

export type WireDoorName = 'REST' | 'JSON' | 'SOAP';
export const WIRE_DOOR_NAMES: readonly WireDoorName[] = ['REST', 'JSON', 'SOAP'];

const READING = ['getPossibleAutoRefunds', 'getRefundStatus', 'retrieveRefundsList'];
const ADDING = ['addAutomaticRefund', 'addAutomaticRefundForOrder', 'addManualRefund'];

const rest: WireDoor = async (gateway, method, params) => {
  const { address, key, bearer } = gateway;
  const isRead = READING.includes(method);
  const query = isRead ? `?${new URLSearchParams(params as Record<string, string>).toString()}` : '';
  const answer = await fetch(`${address}/api/admin/v8/refunds/${method}${query}`, {
    method: isRead ? 'GET' : ADDING.includes(method) ? 'POST' : 'PUT',
    headers: {
      'Content-Type': 'application/json',
      ...(bearer === undefined ? { 'X-API-KEY': key } : {}),
      ...alike(gateway),
    },
    ...(isRead ? {} : { body: JSON.stringify({ params }) }),
  });
  return { status: answer.status, reply: (await answer.json()) as Heard['reply'] };
};

const json: WireDoor = async (gateway, method, params) => {
  const answer = await fetch(`${gateway.address}/api/?gate=refunds/${method}/0/json`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...alike(gateway) },
    body: JSON.stringify({ authenticate: loginOf(gateway), params }),
  });
  return { status: answer.status, reply: (await answer.json()) as Heard['reply'] };
};

const soap: WireDoor = async (gateway, method, params) => {
  const part = elements({ [`${method}Request`]: { authenticate: loginOf(gateway), params } });
  const answer = await fetch(`${gateway.address}/api/?gate=refunds/${method}/0/soap`, {
    method: 'POST',
    headers: { 'Content-Type': 'text/xml; charset=utf-8', SOAPAction: `"#${method}"`, ...alike(gateway) },
    body: `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><g:${method} xmlns:g="ApiRefunds">${part}</g:${method}></e:Body></e:Envelope>`,
  });
  return { status: answer.status, reply: readEncodedReply(await answer.text()) };
};

export const WIRE_DOORS: Readonly<Record<WireDoorName, WireDoor>> = { REST: rest, JSON: json, SOAP: soap };

/** What every door is told in the same way; the audit keeps it. */
function alike({ bearer }: Reached): Readonly<Record<string, string>> {
  return { 'X-Request-Id': 'req-1', ...(bearer === undefined ? {} : { Authorization: `Bearer ${bearer}` }) };
}

function elements(members: Params): string {
  return Object.entries(members)
    .map(([name, value]) => `<${name}>${content(value)}</${name}>`)
    .join('');
}

function content(value: unknown): string {
  if (typeof value === 'object' && value !== null) return elements(value as Params);
  return String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
