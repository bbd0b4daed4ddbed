/**
 * Parts always add up. A line of n units worth T is n numbered units, and unit k is worth
 * floor(k*T/n) - floor((k-1)*T/n). A refund or a return takes numbered units, so whatever is refunded, cancelled and
 * refunded again in whatever order, the units of a line are worth exactly the line.
 */

/** First and last number of a run of units, both included, counted from 1. */
export type UnitRange = readonly [first: number, last: number];

/** Share of the first k of n units in a total of minor units. Through bigint where k * total passes 2^53. */
function shareOfFirst(k: number, total: number, n: number): number {
  const product = k * total;
  if (Number.isSafeInteger(product)) return (product - (product % n)) / n;
  return Number((BigInt(k) * BigInt(total)) / BigInt(n));
}

/** What these units of a line of n units with this total are worth, in minor units. */
export function worthOfUnits(units: readonly UnitRange[], total: number, n: number): number {
  let worth = 0;
  for (const [first, last] of units) {
    // The difference first: a sum of two shares can pass 2^53, where whole numbers are no longer exact.
    worth += shareOfFirst(last, total, n) - shareOfFirst(first - 1, total, n);
  }
  return worth;
}

export function countUnits(units: readonly UnitRange[]): number {
  return units.reduce((sum, [first, last]) => sum + last - first + 1, 0);
}

/** Rows about units of lines, put together by line. */
export function unitsByLine(
  rows: Iterable<{ readonly lineId: number; readonly units: readonly UnitRange[] }>,
): Map<number, readonly UnitRange[]> {
  const byLine = new Map<number, readonly UnitRange[]>();
  for (const { lineId, units } of rows) byLine.set(lineId, [...(byLine.get(lineId) ?? []), ...units]);
  return byLine;
}

/** The units of 1..n that none of the taken ranges holds, lowest first. */
export function freeUnits(n: number, taken: readonly UnitRange[]): UnitRange[] {
  const free: UnitRange[] = [];
  let next = 1;
  for (const [first, last] of [...taken].sort((a, b) => a[0] - b[0])) {
    if (first > next) free.push([next, first - 1]);
    next = Math.max(next, last + 1);
  }
  if (next <= n) free.push([next, n]);
  return free;
}

/** The first `count` of these units; fewer when there are not as many. */
export function firstUnits(units: readonly UnitRange[], count: number): UnitRange[] {
  const picked: UnitRange[] = [];
  let left = count;
  for (const [first, last] of units) {
    if (left <= 0) break;
    const end = Math.min(last, first + left - 1);
    picked.push([first, end]);
    left -= end - first + 1;
  }
  return picked;
}
