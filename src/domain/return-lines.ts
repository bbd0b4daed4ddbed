/** What each step of a return does to its lines: which units it holds, how many are accepted, what they are worth. */
import { lineOf, type Order, type OrderLine } from './order';
import { requireDistinct, takeUnits, type Taken, type WantedLine } from './refund-content';
import { Refusal } from './refusal';
import type { Condition, Return, ReturnLine } from './return';
import { countUnits, firstUnits, freeUnits, worthOfUnits, type UnitRange } from './units';

export interface WantedReturnLine extends WantedLine {
  readonly reason?: string;
}

export interface ArrivedLine {
  readonly lineId: number;
  readonly received: number;
  readonly accepted?: number;
  readonly condition?: Condition;
  readonly restock?: boolean;
}

/** The sum of what the accepted units are worth. */
export function worthOf(lines: readonly ReturnLine[]): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0);
}

/** What the units are worth that a return asks for, accepted or not. */
export function wantedWorth(order: Order, lines: readonly ReturnLine[]): number {
  return lines.reduce((sum, { lineId, units }) => {
    const { total, quantity } = lineOf(order, lineId, 'lines');
    return sum + worthOfUnits(units, total, quantity);
  }, 0);
}

/** A new return holds the units it asks for, so that nobody gives them back twice; nothing is accepted yet. */
export function openedLines(order: Order, taken: Taken, wanted: readonly WantedReturnLine[]): ReturnLine[] {
  if (wanted.length === 0) throw new Refusal('request_invalid', 'lines must name at least one line', 'lines');
  requireDistinct(
    wanted.map(({ lineId }) => lineId),
    (index) => `lines[${index}].lineId`,
  );
  return wanted.map(({ lineId, quantity, reason }, index) => {
    const line = lineOf(order, lineId, `lines[${index}].lineId`);
    return {
      lineId,
      sku: line.sku,
      requested: quantity,
      accepted: 0,
      received: 0,
      restock: false,
      restockReported: false,
      units: takeUnits(line, taken, quantity, `lines[${index}].quantity`),
      amount: 0,
      ...(reason === undefined ? {} : { reason }),
    };
  });
}

/** Accepts so many units of a line and lets the others go. */
function accept(order: Order, line: ReturnLine, accepted: number): ReturnLine {
  const { total, quantity } = lineOf(order, line.lineId, 'lines');
  const units = firstUnits(line.units, accepted);
  return { ...line, accepted, units, amount: worthOfUnits(units, total, quantity) };
}

/** Each line with what was said about it; refuses a line that the return does not have. */
function matched<T extends { readonly lineId: number }>(
  lines: readonly ReturnLine[],
  said: readonly T[],
): { line: ReturnLine; word: T | undefined; path: string }[] {
  requireDistinct(
    said.map(({ lineId }) => lineId),
    (index) => `lines[${index}].lineId`,
  );
  said.forEach(({ lineId }, index) => {
    if (lines.some((line) => line.lineId === lineId)) return;
    const field = `lines[${index}].lineId`;
    throw new Refusal('line_not_found', `the return has no line ${lineId}`, field);
  });
  return lines.map((line) => {
    const index = said.findIndex(({ lineId }) => lineId === line.lineId);
    return { line, word: said[index], path: `lines[${index}]` };
  });
}

function requireAtMost(value: number, most: number, field: string, what: string): void {
  if (value <= most) return;
  throw new Refusal('quantity_exceeds_refundable', `${field} must be at most ${most}, the units ${what}`, field);
}

/** All units when nothing is said; else those named, and none of a line that is not named. */
export function acceptedLines(order: Order, returned: Return, wanted?: readonly WantedLine[]): ReturnLine[] {
  if (!wanted) return returned.lines.map((line) => accept(order, line, line.requested));
  return matched(returned.lines, wanted).map(({ line, word, path }) => {
    const quantity = word?.quantity ?? 0;
    requireAtMost(quantity, line.requested, `${path}.quantity`, 'that were to come back');
    return accept(order, line, quantity);
  });
}

/**
 * What arrived: never more accepted than received, nor than was accepted before. Restock is marked as reported here,
 * once, when the goods are there.
 */
export function receivedLines(order: Order, returned: Return, arrived?: readonly ArrivedLine[]): ReturnLine[] {
  const said = arrived ?? returned.lines.map(({ lineId, accepted }) => ({ lineId, received: accepted }));
  return matched<ArrivedLine>(returned.lines, said).map(({ line, word, path }) => {
    const told: Omit<ArrivedLine, 'lineId'> = word ?? { received: 0 };
    const { received, accepted = Math.min(line.accepted, received), condition = 'ok' } = told;
    requireAtMost(received, line.requested, `${path}.received`, 'that were to come back');
    requireAtMost(accepted, Math.min(line.accepted, received), `${path}.accepted`, 'received and accepted before');
    const restock = received > 0 && told.restock === true;
    return {
      ...accept(order, line, accepted),
      received,
      condition: received === 0 ? 'missing' : condition,
      restock,
      restockReported: line.restockReported || restock,
    };
  });
}

/** A return that is off holds nothing; what it once asked for is kept to be read, and what was accepted of it, should it be taken up again. */
export function givenUpLines({ state, lines }: Return): ReturnLine[] {
  return lines.map((line) => ({
    ...{ ...line, accepted: 0, amount: 0 },
    ...(state === 'accepted' ? { acceptedBefore: line.accepted } : {}),
  }));
}

/** Takes a return up again: the units accepted before, or all that were asked for where nobody had decided, provided they are still free. */
export function reopenedLines(order: Order, taken: Taken, returned: Return): ReturnLine[] {
  requireSameGoods(order, returned);
  return returned.lines.map(({ acceptedBefore, ...line }, index) => {
    const quantity = returned.state === 'closed' ? line.accepted : (acceptedBefore ?? line.requested);
    return accept(order, { ...line, units: unitsAgain(order, taken, line, quantity, index) }, quantity);
  });
}

/** Asks once more for what a return was of, provided it is still free. */
export function askedLines(order: Order, taken: Taken, returned: Return): ReturnLine[] {
  requireSameGoods(order, returned);
  return returned.lines.map((line, index) => ({
    ...line,
    units: unitsAgain(order, taken, line, line.requested, index),
  }));
}

/** A return that was given up holds no line of its order: another product may stand there now. */
function requireSameGoods(order: Order, { state, lines }: Return): void {
  if (state === 'closed') return;
  for (const { lineId, sku } of lines) {
    const now = lineOf(order, lineId, 'lines').sku;
    if (now === sku) continue;
    const message = `line ${lineId} of the order is ${now} now, and was ${sku}; open a new return`;
    throw new Refusal('line_not_found', message, 'lines');
  }
}

function unitsAgain(
  order: Order,
  taken: Taken,
  line: ReturnLine,
  quantity: number,
  index: number,
): readonly UnitRange[] {
  const sold = lineOf(order, line.lineId, 'lines');
  return ownUnits(sold, taken, line, quantity) ?? takeUnits(sold, taken, quantity, `lines[${index}].quantity`);
}

/** The very units the return had, while they are free: others would be worth something else than its refunds gave. */
function ownUnits(sold: OrderLine, taken: Taken, line: ReturnLine, quantity: number): readonly UnitRange[] | undefined {
  const n = sold.quantity;
  const others = taken.units.get(sold.id) ?? [];
  const free = countUnits(freeUnits(n, others)) - countUnits(freeUnits(n, [...others, ...line.units]));
  return free === quantity && countUnits(line.units) === quantity ? line.units : undefined;
}
