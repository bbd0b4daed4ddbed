/** A shop that sells through channels, and a client of the platform as the vendor's own PHP library sends its requests. */
import type http from 'node:http';
import type { PutOrder } from '../../../src/services/wishes';
import { SHOP } from '../../gateway-under-test';
import type { GatewayUnderTest } from '../../gateway-under-test';
import { sendTo } from '../../soap/soap-server';
import type { Reply } from '../../soap/soap-server';

export const ORDER = 900;
export const CODE = 'Lojas Americanas-298765432198761';
export const SAC = `/sac/${encodeURIComponent(CODE)}`;

/** 200.00 BRL: a coffee machine, two mugs, shipping; 120.00 paid by card, 80.00 with a voucher of the shop. */
export function channelOrder(more: Partial<PutOrder> = {}): PutOrder {
  const delivered = more.fulfilment === 'open' ? {} : { deliveredAt: Date.parse('2026-11-20T10:00:00Z') };
  return {
    orderId: ORDER,
    orderNumber: '298765432198761',
    channel: 'Lojas Americanas',
    currency: 'BRL',
    fulfilment: 'fulfilled',
    placedAt: Date.parse('2026-11-18T10:00:00Z'),
    ...delivered,
    shipping: '10.00',
    lines: [
      { lineId: 1, sku: '70000064', name: 'Cafeteira', quantity: 1, price: '120.50' },
      { lineId: 2, sku: '70000071', name: 'Caneca', quantity: 2, price: '35.00', discount: '0.50' },
    ],
    payments: [
      { paymentId: 1, provider: 'simulated', method: 'card', amount: '120.00', reference: 'pay_1' },
      { paymentId: 2, provider: 'till', method: 'voucher', amount: '80.00', reference: 'vale 7' },
    ],
    ...more,
  };
}

/** The three keys, and what the PHP library sends beside them. */
function headersOf({ login }: GatewayUnderTest): Record<string, string> {
  return {
    'user-agent': 'GuzzleHttp/7',
    'x-user-email': login.user,
    // Clients write UTF-8 into a header; Node wants its bytes as Latin-1.
    'x-api-key': Buffer.from(login.password).toString('latin1'),
    'x-accountmanager-key': SHOP,
    accept: 'application/json',
    'content-type': 'application/json',
  };
}

export interface Sent {
  readonly body?: string | Buffer | object;
  /** Added to the usual ones; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

export function send(
  gateway: GatewayUnderTest,
  method: string,
  path: string,
  { body, headers }: Sent = {},
): Promise<Reply> {
  const all = Object.entries({ ...headersOf(gateway), ...headers }).filter(([, value]) => value !== undefined);
  const isText = typeof body === 'string' || Buffer.isBuffer(body);
  // As bytes: Node would write the header in the encoding of a text that goes with it.
  const text = Buffer.from(body === undefined ? '' : isText ? body : JSON.stringify(body));
  const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(text) };
  const port = Number(new URL(gateway.address).port);
  return sendTo(port, method, path, { ...(Object.fromEntries(all) as http.OutgoingHttpHeaders), ...length }, text);
}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

/** As `send`, with the body read. */
export async function ask<T>(
  gateway: GatewayUnderTest,
  method: string,
  path: string,
  body?: object,
): Promise<Answer<T>> {
  const { status, text } = await send(gateway, method, path, body === undefined ? {} : { body });
  return { status, body: JSON.parse(text) as T };
}
