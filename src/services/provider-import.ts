/**
 * Refunds that were made at the provider by hand. They are first-class refunds of ours: money that went that way must
 * not go a second time, so they reserve and refund what they gave.
 */
import { formatMinor } from '../domain/money';
import { paymentOf, refundableOnPayment, type Order } from '../domain/order';
import { nextOrdinal } from '../domain/ordinal';
import type { ListedRefund, NewRefund, Stores, TransactionRecord } from './ports';
import { auditRefund, refundNow, reserve, step } from './refund-steps';
import { providerActor } from './transaction-news';

/** What became of news. `waits`: they cannot be written down yet; `loud`: and a person must know. */
export type Placed =
  | { readonly kind: 'placed' }
  | { readonly kind: 'waits'; readonly problem: string; readonly loud: boolean };

export const PLACED: Placed = { kind: 'placed' };
export const waits = (problem: string, loud = false): Placed => ({ kind: 'waits', problem, loud });

export interface ForeignRefund extends ListedRefund {
  readonly shop: string;
  readonly paymentReference: string;
  readonly paymentAliases?: readonly string[];
}

/** Unique in the shop, so that the database itself refuses to import a refund twice. */
function importKey(provider: string, { reference }: ForeignRefund): string {
  return `import ${provider} ${reference}`;
}

/** Imports a refund that is known to be none of ours. Only money that moved is imported. */
export async function importRefund(
  stores: Stores,
  provider: string,
  foreign: ForeignRefund,
  at: number,
): Promise<Placed> {
  const { shop, paymentReference, reference, amount, currency, kind } = foreign;
  const [payment, second] = await paymentsOf(stores, provider, foreign);
  if (!payment) return waits(`no order has the payment ${paymentReference} of ${provider}`);
  if (second) return waits(`more than one payment is called ${paymentReference} by ${provider}`, true);
  const order = await stores.orders.lock(shop, payment.orderId);
  if (!order) return waits(`order ${payment.orderId} vanished`, true);
  if (await stores.refunds.findByProviderKey(shop, importKey(provider, foreign))) {
    return waits(`refund ${reference} was imported this very moment; it is known at the next try`);
  }
  if (!foreign.ourReference && (await couldBeOurs(stores, shop, payment, foreign))) {
    return waits(`refund ${reference} may be one of ours on its way; that one comes first`);
  }
  if (kind === 'pending' || kind === 'declined') return PLACED;
  const sum = `${formatMinor(amount, order.currency)} ${currency}`;
  const what = `refund ${reference} of ${sum}, made at ${provider} on payment ${payment.paymentId} of order ${order.id}`;
  if (currency !== order.currency) return waits(`${what}, is not in ${order.currency}`, true);
  if (amount > refundableOnPayment(order, paymentOf(order, payment.paymentId))) {
    return waits(`${what}, finds no room: refunds of our own hold the money`, true);
  }
  await write(stores, provider, foreign, order, payment.paymentId, at);
  return PLACED;
}

/** Payments of ours that go by any of the names that the provider has for the payment. */
async function paymentsOf(
  stores: Stores,
  provider: string,
  { shop, paymentReference, paymentAliases = [] }: ForeignRefund,
): Promise<{ readonly orderId: number; readonly paymentId: number }[]> {
  const found = [];
  for (const name of [paymentReference, ...paymentAliases]) {
    found.push(...(await stores.orders.paymentsOf(shop, provider, name)));
  }
  return found;
}

/** A refund that the provider shows without our key may be one whose answer we still wait for. */
async function couldBeOurs(
  stores: Stores,
  shop: string,
  { orderId, paymentId }: { readonly orderId: number; readonly paymentId: number },
  { amount }: ForeignRefund,
): Promise<boolean> {
  const ours = await stores.refunds.ofPayment(shop, orderId, paymentId);
  return ours.some((one) => isOnItsWay(one) && one.amount === amount);
}

function isOnItsWay({ state, sentAt, reference }: TransactionRecord): boolean {
  const underWay = state === 'sending' || state === 'pending' || state === 'unknown' || state === 'approved';
  return underWay && sentAt !== undefined && reference === undefined;
}

async function write(
  stores: Stores,
  provider: string,
  foreign: ForeignRefund,
  order: Order,
  paymentId: number,
  at: number,
): Promise<void> {
  const { shop, reference, amount, kind, message } = foreign;
  const made: NewRefund = {
    orderId: order.id,
    sourceType: 'order',
    sourceId: order.id,
    ordinal: nextOrdinal(order),
    method: 'automatic',
    amount,
    currency: order.currency,
    lines: [],
    shipping: 0,
    adjustment: amount,
    reason: 'made at the provider',
    createdAt: at,
    transactions: [{ amount, paymentId, provider, providerKey: importKey(provider, foreign), reference }],
  };
  const { id } = await reserve(stores, shop, made);
  await stores.refunds.markConfirmed(shop, id, at);
  const actor = providerActor(shop, provider);
  const audited = async (action: string, event: 'record' | 'reverse', reason?: string): Promise<void> => {
    const before = await stores.refunds.find(shop, id);
    const [transaction] = await stores.refunds.transactionsOf(shop, id);
    if (!transaction) throw new Error(`refund ${id} vanished inside its own unit of work`);
    await step(stores, transaction, event, at, reason === undefined ? {} : { message: reason });
    const after = await refundNow(stores, shop, id);
    const change = { after, ...(event === 'reverse' && before ? { before } : {}), ...(reason ? { reason } : {}) };
    await auditRefund(stores, actor, action, change, at);
  };
  await audited('refund.import', 'record');
  if (kind === 'reversed') await audited('refund.reverse', 'reverse', message ?? 'reversed at the provider');
}
