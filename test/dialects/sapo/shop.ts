/** A shop on Sapo as one of its private apps sees it. */
import type { GatewayUnderTest } from '../../gateway-under-test';

export interface Told {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
  /** As it came. */
  readonly text: string;
}

interface Sent {
  readonly method?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Asks with the shop's key as access token, unless the headers say otherwise. */
export async function ask(gateway: GatewayUnderTest, path: string, sent: Sent = {}): Promise<Told> {
  const { body, method = body === undefined ? 'GET' : 'POST' } = sent;
  const answer = await fetch(`${gateway.address}/admin/${path}`, {
    method,
    headers: { 'Content-Type': 'application/json', ...(sent.headers ?? { 'X-Sapo-Access-Token': gateway.key }) },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, headers: answer.headers, body: JSON.parse(text || '{}') as Told['body'], text };
}

export const ORDER = 450;

/** 305000 VND: two shirts at 100000 with 10000 tax in them, a cap at 80000, 25000 shipping; paid 200000 by card, the rest in cash. */
export async function openShop({ services, caller }: GatewayUnderTest): Promise<void> {
  await services.orders.put(caller, {
    orderId: ORDER,
    orderNumber: '#1450',
    currency: 'VND',
    fulfilment: 'open',
    placedAt: Date.parse('2026-11-20T08:00:00Z'),
    shipping: '25000',
    lines: [
      { lineId: 7001, sku: 'A-1', name: 'Áo', quantity: 2, price: '100000', tax: '20000' },
      { lineId: 7002, sku: 'M-1', name: 'Mũ', quantity: 1, price: '80000' },
    ],
    payments: [
      {
        ...{ paymentId: 9001, provider: 'simulated', method: 'card', amount: '200000', reference: 'ext-1' },
        capturedAt: Date.parse('2026-11-20T08:01:00Z'),
      },
      { paymentId: 9002, provider: 'till', method: 'Tiền mặt', amount: '105000' },
    ],
  });
}
