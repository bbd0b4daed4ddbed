/** What a refund of an order is made of: units of lines, shipping, and an adjustment that makes up the rest. */
import { formatMinor } from './money';
import { lineOf, type Order, type OrderLine } from './order';
import { Refusal } from './refusal';
import type { RefundLine } from './refund';
import { countUnits, firstUnits, freeUnits, worthOfUnits, type UnitRange } from './units';

/** Units and shipping of an order that other refunds and returns hold already. */
export interface Taken {
  readonly units: ReadonlyMap<number, readonly UnitRange[]>;
  readonly shipping: number;
}

export interface WantedLine {
  readonly lineId: number;
  readonly quantity: number;
}

/** The units of each line that nobody holds, lowest first. */
export function freeLines(order: Order, taken: Taken['units']): ReadonlyMap<number, readonly UnitRange[]> {
  return new Map(order.lines.map(({ id, quantity }) => [id, freeUnits(quantity, taken.get(id) ?? [])]));
}

/** Refuses a list that names one line twice: which quantity was meant would be a guess. */
export function requireDistinct(ids: readonly number[], path: (index: number) => string): void {
  ids.forEach((id, index) => {
    if (ids.indexOf(id) !== index)
      throw new Refusal('request_invalid', `${path(index)} names ${id} twice`, path(index));
  });
}

/** More units than are left, or than there ever were: platforms with words for both tell them apart. */
export class QuantityExceeded extends Refusal {
  constructor(
    readonly isMoreThanBought: boolean,
    message: string,
    field: string,
  ) {
    super('quantity_exceeds_refundable', message, field);
  }
}

/** Takes the lowest free units of a line; refuses when there are not as many. */
export function takeUnits(line: OrderLine, taken: Taken, quantity: number, field: string): readonly UnitRange[] {
  const free = freeUnits(line.quantity, taken.units.get(line.id) ?? []);
  const left = countUnits(free);
  if (quantity > left) {
    const message = `${field} is ${quantity}, but only ${left} of ${line.quantity} units are left to give back`;
    throw new QuantityExceeded(quantity > line.quantity, message, field);
  }
  return firstUnits(free, quantity);
}

/** The units of the wanted lines and what they are worth. */
export function takeLines(order: Order, taken: Taken, wanted: readonly WantedLine[]): RefundLine[] {
  requireDistinct(
    wanted.map(({ lineId }) => lineId),
    (index) => `lines[${index}].lineId`,
  );
  return wanted.map(({ lineId, quantity }, index) => {
    const line = lineOf(order, lineId, `lines[${index}].lineId`);
    const units = takeUnits(line, taken, quantity, `lines[${index}].quantity`);
    return { lineId, sku: line.sku, quantity, units, amount: worthOfUnits(units, line.total, line.quantity) };
  });
}

/** Refuses more shipping than the order has left. */
export function requireShipping(order: Order, taken: Taken, shipping: number): void {
  const left = order.shipping - taken.shipping;
  if (shipping > 0 && shipping > left) {
    const message = `shipping must be at most ${formatMinor(left, order.currency)}, what is left of the order's shipping`;
    throw new Refusal('shipping_exceeds_refundable', message, 'shipping');
  }
}

/** What the lines are worth together. */
export function goodsOf(lines: readonly RefundLine[]): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0);
}
