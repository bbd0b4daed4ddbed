/** What the list of a payment's refunds proves about one of ours: its provider forgot the key, or cannot be asked by it. */
import { formatMinor } from '../domain/money';
import type { ListedRefund, ProviderLookup, RefundOrder } from './ports';

const mismatch = (cause: string): ProviderLookup => ({ kind: 'unknown', cause, mismatch: true });

export function isOurs(order: RefundOrder, listed: ListedRefund): boolean {
  return listed.ourReference === order.providerKey || listed.reference === order.reference;
}

/**
 * @param listed all refunds of the payment
 * @param foreign those of them that carry no key and are known to be some other refund, by reference
 */
export function readListing(
  order: RefundOrder,
  listed: readonly ListedRefund[],
  foreign: ReadonlySet<string> = new Set(),
): ProviderLookup {
  const [ours, second] = listed.filter((refund) => isOurs(order, refund));
  if (second)
    return mismatch(`the provider shows more than one refund under the key of transaction ${order.transactionId}`);
  if (ours) return sameMoney(order, ours) ? outcomeOf(ours) : mismatch(otherMoney(order, ours));
  const nameless = listed.find((refund) => mayBeOurs(order, refund) && !foreign.has(refund.reference));
  if (!nameless) return { kind: 'absent' };
  return mismatch(`the provider shows refund ${nameless.reference} of the same amount without our key`);
}

function sameMoney(order: RefundOrder, { amount, currency }: ListedRefund): boolean {
  return amount === order.amount && currency === order.currency;
}

/** Without a key and about the same money: the list does not prove that ours is absent. */
function mayBeOurs(order: RefundOrder, refund: ListedRefund): boolean {
  return refund.ourReference === undefined && sameMoney(order, refund);
}

function otherMoney({ amount, currency, transactionId }: RefundOrder, listed: ListedRefund): string {
  const ours = `${formatMinor(amount, currency)} ${currency}`;
  return `the provider shows ${listed.amount} ${listed.currency} in minor units for transaction ${transactionId} of ${ours}`;
}

function outcomeOf({ kind, reference, message }: ListedRefund): ProviderLookup {
  if (kind === 'settled' || kind === 'pending') return { kind, reference };
  return { kind, reference, reason: message ?? `${kind} at the provider` };
}
