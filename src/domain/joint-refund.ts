/** One refund for several returns of an order at once, for its shipping, and with an adjustment: what it gives for each. */
import { minorDigits } from './currency';
import { formatMinor } from './money';
import { lineOf, refundableOf, type Order, type OrderLine } from './order';
import { QuantityExceeded, requireDistinct, takeLines, type Taken } from './refund-content';
import type { RefundLine } from './refund';
import { Refusal } from './refusal';
import type { Return } from './return';
import { shareOut, type ReturnShare } from './sharing';
import { countUnits, freeUnits } from './units';

/** What is said about the goods; in minor units. */
export interface WantedGoods {
  /** Whether `amount` says what they give; otherwise their worth does, and an amount may only repeat it. */
  readonly isPartial: boolean;
  readonly amount?: number;
  /** Added to what goods and shipping give; below zero it lowers what the goods give. */
  readonly adjustment: number;
  /** The lines they are of. Absent: those of the returns, or all of the order. */
  readonly lineIds?: readonly number[];
}

export interface JointGoods {
  readonly lines: readonly RefundLine[];
  /** What they give, the adjustment not counted. */
  readonly goods: number;
  /** What of the refund rests on each return; none where that is nothing. */
  readonly shares: readonly ReturnShare[];
}

/** Half a cent would be guessing, a whole one is how others round: so far may a repeated amount be off, in minor units. */
function toleranceIn(currency: string): number {
  const digits = minorDigits(currency);
  return digits < 2 ? 0 : 10 ** (digits - 2);
}

/**
 * Goods that came back: each return gives at most what is left of its worth.
 * @param shipping what is given beside them, in minor units
 */
export function goodsOfReturns(
  order: Order,
  returns: readonly Return[],
  wanted: WantedGoods,
  shipping: number,
): JointGoods {
  const { lineIds = [], isPartial, adjustment } = wanted;
  requireLines(lineIds, (lineId) => {
    if (returns.some(({ lines }) => lines.some((line) => line.lineId === lineId))) return;
    throw new Refusal('line_not_found', `none of the named returns has line ${lineId}`, 'lineIds');
  });
  if (wanted.lineIds && !isPartial) returns.forEach((returned) => requireWholeReturn(returned, lineIds));
  const left = returns.map(refundableOf);
  const worth = isPartial ? sumOf(left) : sumOf(returns.map(({ captured }) => captured));
  const goods = amountOf(worth, wanted, order.currency);
  const asked = isPartial ? shareOut(goods, left) : returns.map(({ captured }) => captured);
  if (goods > worth || asked.some((amount, index) => amount > (left[index] ?? 0))) {
    throw exceeds(sumOf(left), order.currency, 'the worth of the returned goods');
  }
  const given = sharesOf(asked, goods + Math.min(0, adjustment), goods + shipping + adjustment);
  return {
    goods,
    // As for a refund of one return: the one that gives its whole worth names the goods, and there is room for one.
    lines: returns.flatMap((returned, index) => (asked[index] === returned.captured ? linesOf(returned) : [])),
    shares: returns.flatMap(({ id }, index) => {
      const amount = given[index] ?? 0;
      return amount > 0 ? [{ returnId: id, amount }] : [];
    }),
  };
}

/** What came back is paid whole: whoever names a part of it means less money than there would be. */
function requireWholeReturn({ id, lines }: Return, lineIds: readonly number[]): void {
  const missing = lines.find(({ accepted, lineId }) => accepted > 0 && !lineIds.includes(lineId));
  if (!missing) return;
  const message = `lineIds must name line ${missing.lineId} of return ${id} too, or no lines: a return is paid back whole`;
  throw new Refusal('request_invalid', message, 'lineIds');
}

/**
 * What rests on each return. A return whose goods are given back gets at least one minor unit of the refund, though an adjustment
 * eats them up: by its pot alone it is known that they were.
 * @param forGoods what goods and adjustment give
 * @param all what the whole refund gives; where that is nothing it is refused
 */
function sharesOf(asked: readonly number[], forGoods: number, all: number): readonly number[] {
  const plain = shareOut(Math.max(0, forGoods), asked);
  const isLeftOut = (amount: number, index: number): boolean => amount > 0 && plain[index] === 0;
  if (all <= 0 || !asked.some(isLeftOut)) return plain;
  const least = asked.map((amount) => Math.min(1, amount));
  const rest = Math.max(forGoods, sumOf(least)) - sumOf(least);
  if (sumOf(least) > all) {
    const message = 'the refund gives too little for each of its returns to have a part of it';
    throw new Refusal('amount_not_positive', message, 'adjustment');
  }
  const more = shareOut(
    rest,
    asked.map((amount, index) => amount - (least[index] ?? 0)),
  );
  return least.map((unit, index) => unit + (more[index] ?? 0));
}

/** Goods of the order itself, of which no return is named: whole lines, or an amount that says nothing of lines. */
export function goodsOfOrder(order: Order, taken: Taken, wanted: WantedGoods): JointGoods {
  const { lineIds = order.lines.map(({ id }) => id), isPartial, adjustment } = wanted;
  const chosen = lineIds.map((lineId) => lineOf(order, lineId, 'lineIds'));
  requireLines(lineIds, () => undefined);
  const goods = amountOf(sumOf(chosen.map(({ total }) => total)), wanted, order.currency);
  // Of an order that was paid back the money is gone, and so are its units: the money is what callers ask about.
  if (goods + adjustment > refundableOf(order)) throw exceeds(refundableOf(order), order.currency, 'the order');
  if (!isPartial) chosen.forEach((line) => requireWhole(line, taken));
  const whole = chosen.map(({ id: lineId, quantity }) => ({ lineId, quantity }));
  return { lines: isPartial ? [] : takeLines(order, taken, whole), goods, shares: [] };
}

/** Lines are given back whole here: of one that was taken in part, no quantity is asked for that could be made smaller. */
function requireWhole({ id, quantity }: OrderLine, { units }: Taken): void {
  const left = countUnits(freeUnits(quantity, units.get(id) ?? []));
  if (left === quantity) return;
  const message = `line ${id} is given back whole, but only ${left} of ${quantity} units are left`;
  throw new QuantityExceeded(false, message, 'lineIds');
}

function exceeds(left: number, currency: string, what: string): Refusal {
  const message = `amount must be at most ${formatMinor(left, currency)} ${currency}, what is left of ${what}`;
  return new Refusal('amount_exceeds_refundable', message, 'amount');
}

function requireLines(lineIds: readonly number[], check: (lineId: number) => void): void {
  requireDistinct(lineIds, () => 'lineIds');
  lineIds.forEach(check);
}

function amountOf(worth: number, { isPartial, amount }: WantedGoods, currency: string): number {
  if (isPartial) {
    if (amount !== undefined) return amount;
    throw new Refusal('request_invalid', 'amount must be named where the refund is partial', 'amount');
  }
  if (amount === undefined || Math.abs(amount - worth) <= toleranceIn(currency)) return worth;
  const message = `amount must be ${formatMinor(worth, currency)}, what the goods are worth, or be left out`;
  throw new Refusal('request_invalid', message, 'amount');
}

/** The accepted goods of a return. Their units are its own. */
function linesOf({ id, lines }: Return): RefundLine[] {
  const accepted = lines.filter((line) => line.accepted > 0);
  return accepted.map(({ lineId, sku, accepted: quantity, units, amount }) => ({
    ...{ lineId, sku, quantity, units, amount, returnId: id },
  }));
}

function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
