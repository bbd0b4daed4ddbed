/** How the neighbours of the refunds gate are asked over REST, over SOAP and, for orders, in JSON. */
import { GATE_CLIENTS } from '../../clients/idosell/gate-clients';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { loginOf, type Told } from './three-doors';

export type AskGate = (
  gateway: GatewayUnderTest,
  method: string,
  params: Readonly<Record<string, unknown>>,
) => Promise<Told>;

const NO_ERRORS = { errors: { faultCode: 0, faultString: '' } };
const PATHS: Readonly<Record<string, string>> = {
  'payments/get': 'payments/payments',
  'payments/getForms': 'payments/forms',
  'orders/get': 'orders/orders',
  'returns/get': 'returns/returns',
  'returns/getStatuses': 'returns/statuses',
  'rma/get': 'rma/rma',
  'rma/getStatuses': 'rma/statuses',
};

/** Members inside as `range[date][date_begin]`, and lists with commas. */
function flat(params: object, before = ''): [string, string][] {
  return Object.entries(params).flatMap(([name, value]: [string, unknown]) => {
    const path = before === '' ? name : `${before}[${name}]`;
    const isInside = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isInside ? flat(value, path) : [[path, String(value)] as [string, string]];
  });
}

const get: AskGate = async (gateway, method, params) =>
  send(gateway, `${PATHS[method]}?${new URLSearchParams(flat(params)).toString()}`);

/** The way that takes more than a query can say. */
const search: AskGate = async (gateway, _method, params) =>
  send(gateway, 'orders/orders/search', { method: 'POST', body: JSON.stringify({ params }) });

export async function send(
  { address, key }: GatewayUnderTest,
  path: string,
  init: RequestInit = {},
  version = 'v6',
): Promise<Told & { readonly error: string | null }> {
  const headers = { 'X-API-KEY': key, 'Content-Type': 'application/json', ...init.headers };
  const answer = await fetch(`${address}/api/admin/${version}/${path}`, { ...init, headers });
  const reply = { ...NO_ERRORS, ...((await answer.json()) as object) };
  return { status: answer.status, reply, error: answer.headers.get('x-error') };
}

const json: AskGate = async (gateway, method, params) => {
  const answer = await fetch(`${gateway.address}/api/${method}/152/json`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ authenticate: loginOf(gateway), params }),
  });
  return { status: answer.status, reply: (await answer.json()) as Told['reply'] };
};

const soap: AskGate = async (gateway, method, params) => {
  const [gate, name = ''] = method.split('/');
  const wsdl = `${gateway.address}/api/?gate=${method}/107/soap/wsdl&lang=pol`;
  const nodeSoap = GATE_CLIENTS.find((client) => client.name === 'node-soap');
  const request = { authenticate: loginOf(gateway), ...(name === 'getStatuses' ? {} : { params }) };
  const older = gate === 'orders' ? { part: name } : {};
  const [outcome] = (await nodeSoap?.run([{ method: name, wsdl, request, headers: [], ...older }])) ?? [];
  if (!outcome || !('reply' in outcome)) throw new Error(`${method} was answered with a fault`);
  return { status: 200, reply: outcome.reply };
};

/** Every door with the methods that it has. */
export const GATE_DOORS: Readonly<
  Record<string, { readonly ask: AskGate; readonly has: (method: string) => boolean }>
> = {
  REST: { ask: get, has: () => true },
  'the search of REST': { ask: search, has: (method) => method === 'orders/get' },
  SOAP: { ask: soap, has: (method) => method !== 'payments/getForms' },
  'the JSON gate': { ask: json, has: (method) => method === 'orders/get' },
};
