/** The three doors of this platform as one client of each would use them, and a shop with something to refund behind them. */
import { createHash } from 'node:crypto';
import { GATE_CLIENTS } from '../../clients/idosell/gate-clients';
import type { GatewayUnderTest } from '../../gateway-under-test';

export interface Told {
  readonly status: number;
  /** With `errors` even where the door has none on success. */
  readonly reply: Readonly<Record<string, unknown>>;
}

export type Ask = (
  gateway: GatewayUnderTest,
  method: string,
  params: Readonly<Record<string, unknown>>,
) => Promise<Told>;

const DAY = '20261121';
const sha1 = (text: string): string => createHash('sha1').update(text).digest('hex');

/** The login as the older gates want it, on the day on which the tests stand still. */
export function loginOf({ login }: Pick<GatewayUnderTest, 'login'>): { authenticateKey: string; userLogin: string } {
  return { authenticateKey: sha1(DAY + sha1(login.password)), userLogin: login.user };
}

const NO_ERRORS = { errors: { faultCode: 0, faultString: '' } };
const READING = ['getPossibleAutoRefunds', 'getRefundStatus', 'retrieveRefundsList'];
const ADDING = ['addAutomaticRefund', 'addAutomaticRefundForOrder', 'addManualRefund'];

async function rest({ address, key }: GatewayUnderTest, method: string, params: object): Promise<Told> {
  const isRead = READING.includes(method);
  const query = isRead ? `?${new URLSearchParams(params as Record<string, string>).toString()}` : '';
  const answer = await fetch(`${address}/api/admin/v6/refunds/${method}${query}`, {
    method: isRead ? 'GET' : ADDING.includes(method) ? 'POST' : 'PUT',
    headers: { 'X-API-KEY': key, 'Content-Type': 'application/json' },
    ...(isRead ? {} : { body: JSON.stringify({ params }) }),
  });
  return { status: answer.status, reply: { ...NO_ERRORS, ...((await answer.json()) as object) } };
}

async function json(gateway: GatewayUnderTest, method: string, params: object): Promise<Told> {
  const answer = await fetch(`${gateway.address}/api/?gate=refunds/${method}/0/json`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ authenticate: loginOf(gateway), params }),
  });
  return { status: answer.status, reply: (await answer.json()) as Told['reply'] };
}

async function soap(gateway: GatewayUnderTest, method: string, params: object): Promise<Told> {
  const wsdl = `${gateway.address}/api/?gate=refunds/${method}/0/soap/wsdl`;
  const nodeSoap = GATE_CLIENTS.find(({ name }) => name === 'node-soap');
  const request = { authenticate: loginOf(gateway), params };
  const [outcome] = (await nodeSoap?.run([{ method, wsdl, request, headers: [] }])) ?? [];
  if (!outcome || !('reply' in outcome)) throw new Error(`${method} was answered with a fault`);
  return { status: 200, reply: outcome.reply };
}

export const DOORS: Readonly<Record<string, Ask>> = { REST: rest, 'the JSON gate': json, SOAP: soap };

/** An order paid with 100 PLN, and an accepted return of one of its two jackets. */
export async function openShop({ services, caller }: Pick<GatewayUnderTest, 'services' | 'caller'>): Promise<void> {
  const jackets = { lineId: 1, sku: 'J', name: 'Jacket', quantity: 2, price: '40.00' };
  const boots = { lineId: 2, sku: 'B', name: 'Boots', quantity: 1, price: '20.00' };
  const card = { paymentId: 1, provider: 'simulated', method: 'card', amount: '100.00', reference: 'ext-1' };
  await services.orders.put(caller, {
    orderId: 10032,
    currency: 'PLN',
    taxIncluded: true,
    lines: [jackets, boots],
    payments: [{ ...card, capturedAt: Date.parse('2026-11-19T23:30:00Z') }],
  });
  await services.returns.open(caller, { orderId: 10032, lines: [{ lineId: 1, quantity: 1 }] });
  await services.returns.accept(caller, { returnId: 1 });
}
