/** What the gateway itself says about the money of every order. */
import { setTimeout as sleep } from 'node:timers/promises';

interface Payment {
  readonly captured: string;
  readonly reserved: string;
  readonly refunded: string;
  readonly refundable: string;
}

export interface Pots {
  readonly payments: number;
  /** In all, in thousandths, because not every currency has hundredths. */
  readonly refunded: number;
  /** Payments whose sums cannot be. */
  readonly wrong: readonly string[];
}

interface Door {
  readonly address: string;
  readonly apiKey: string;
}

const PAUSE_MS = 200;

export async function readPots(door: Door): Promise<Pots> {
  const wrong: string[] = [];
  let [payments, refunded] = [0, 0];
  for (const orderId of await orderIds(door)) {
    const order = await ask<{ payments: readonly Payment[] }>(door, `orders/${orderId}`);
    for (const payment of order.payments) {
      payments += 1;
      refunded += thousandths(payment.refunded);
      if (!isRight(payment)) wrong.push(`order ${orderId}: ${JSON.stringify(payment)}`);
    }
  }
  return { payments, refunded, wrong };
}

/** 0 <= refunded <= committed <= captured, and the rest is what can still be given back. */
function isRight(payment: Payment): boolean {
  const refunded = thousandths(payment.refunded);
  const committed = refunded + thousandths(payment.reserved);
  const captured = thousandths(payment.captured);
  const inOrder = 0 <= refunded && refunded <= committed && committed <= captured;
  return inOrder && thousandths(payment.refundable) === captured - committed;
}

/** An amount that is no number makes every comparison false. */
const thousandths = (amount: string): number => Math.round(Number(amount) * 1000);

interface Page {
  readonly orders: readonly { readonly orderId: number }[];
  readonly nextCursor?: string;
}

async function orderIds(door: Door): Promise<number[]> {
  const ids: number[] = [];
  let query: string | undefined = 'limit=100';
  while (query !== undefined) {
    const { orders, nextCursor }: Page = await ask<Page>(door, `orders?${query}`);
    ids.push(...orders.map(({ orderId }) => orderId));
    query = nextCursor === undefined ? undefined : `limit=100&cursor=${nextCursor}`;
  }
  return ids;
}

async function ask<T>({ address, apiKey }: Door, path: string): Promise<T> {
  const headers = { authorization: `Bearer ${apiKey}` };
  for (;;) {
    const response = await fetch(`${address}/rest/v1/${path}`, { headers });
    if (response.status === 200) return (await response.json()) as T;
    if (response.status !== 503) throw new Error(`${path} cannot be read: ${response.status} ${await response.text()}`);
    await sleep(PAUSE_MS);
  }
}
