/**
 * Some platforms know a payment or a refund only by its number inside its order or return. Both share one numbering there,
 * it begins at 1, and no number is used twice: it is all that tells a caller's refunds apart.
 */

/** What has payments or refunds with numbers. */
export interface Numbered {
  /** The highest number ever used; 0 when there was none. */
  readonly lastOrdinal: number;
}

/** A payment's own number is taken over up to here: platforms write these numbers in 32 bits. */
const LONGEST_KEPT = 999_999_999;

/** The number of the next refund. */
export function nextOrdinal({ lastOrdinal }: Numbered): number {
  return lastOrdinal + 1;
}

interface NumberedPayments<P> extends Numbered {
  readonly payments: readonly (P & { readonly ordinal: number })[];
}

/**
 * Numbers the payments of an order. One that was there keeps its number; a new one is known by its own id where that is
 * free for certain, and else gets the next number.
 */
export function numberPayments<P extends { readonly id: number }>(
  payments: readonly P[],
  before: NumberedPayments<{ readonly id: number }> = { lastOrdinal: 0, payments: [] },
): NumberedPayments<P> {
  const ordinals = new Map(before.payments.map(({ id, ordinal }) => [id, ordinal]));
  let { lastOrdinal } = before;
  for (const id of payments.map((payment) => payment.id).sort((a, b) => a - b)) {
    if (ordinals.has(id)) continue;
    lastOrdinal = id > lastOrdinal && id <= LONGEST_KEPT ? id : lastOrdinal + 1;
    ordinals.set(id, lastOrdinal);
  }
  return { lastOrdinal, payments: payments.map((payment) => ({ ...payment, ordinal: ordinals.get(payment.id) ?? 0 })) };
}
