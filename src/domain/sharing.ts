/** Amounts are shared out exactly: whole parts that always add up to what is shared. */

/**
 * Parts of an amount in the ratio of the weights. None is above its weight while the amount is not above all of them together.
 * Nothing can be shared out where there is no weight.
 */
export function shareOut(amount: number, weights: readonly number[]): number[] {
  const whole = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
  let seen = 0n;
  let given = 0n;
  return weights.map((weight) => {
    seen += BigInt(weight);
    // Through bigint: the product can pass 2^53.
    const until = whole === 0n ? 0n : (BigInt(amount) * seen) / whole;
    const share = Number(until - given);
    given = until;
    return share;
  });
}

/** How much of a transaction is for the goods of one return. */
export interface ReturnShare {
  readonly returnId: number;
  /** Minor units, above zero. */
  readonly amount: number;
}

/**
 * Lays the shares of returns over the parts of a refund, the first over the first. What is left of the parts is for the order
 * alone.
 */
export function layShares<P extends { readonly amount: number }>(
  parts: readonly P[],
  shares: readonly ReturnShare[],
): (P & { readonly shares: readonly ReturnShare[] })[] {
  const open = shares.map((share) => ({ ...share }));
  return parts.map((part) => {
    const laid: ReturnShare[] = [];
    let room = part.amount;
    for (const share of open) {
      const amount = Math.min(room, share.amount);
      if (amount > 0) laid.push({ returnId: share.returnId, amount });
      share.amount -= amount;
      room -= amount;
    }
    return { ...part, shares: laid };
  });
}
