/** What a refund of an order is made of: units of lines, shipping, and an adjustment that makes up the rest. */
import { formatMinor } from './money';
import { lineOf, type Order } from './order';
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

/** Refuses a list that names one line twice: which quantity was meant would be a guess. */
export function requireDistinct(ids: readonly number[], path: (index: number) => string): void {
  ids.forEach((id, index) => {
    if (ids.indexOf(id) !== index)
      throw new Refusal('request_invalid', `${path(index)} names ${id} twice`, path(index));
  });
}

/** Takes the lowest free units of a line; refuses when there are not as many. */
export function takeUnits(order: Order, taken: Taken, wanted: WantedLine, path: string): readonly UnitRange[] {
  const line = lineOf(order, wanted.lineId, `${path}.lineId`);
  const free = freeUnits(line.quantity, taken.units.get(line.id) ?? []);
  const left = countUnits(free);
  if (wanted.quantity > left) {
    const message = `${path}.quantity is ${wanted.quantity}, but only ${left} of ${line.quantity} units are left to give back`;
    throw new Refusal('quantity_exceeds_refundable', message, `${path}.quantity`);
  }
  return firstUnits(free, wanted.quantity);
}

/** The units of the wanted lines and what they are worth. */
export function takeLines(order: Order, taken: Taken, wanted: readonly WantedLine[]): RefundLine[] {
  requireDistinct(
    wanted.map(({ lineId }) => lineId),
    (index) => `lines[${index}].lineId`,
  );
  return wanted.map((want, index) => {
    const units = takeUnits(order, taken, want, `lines[${index}]`);
    const line = lineOf(order, want.lineId, `lines[${index}].lineId`);
    const amount = worthOfUnits(units, line.total, line.quantity);
    return { lineId: line.id, sku: line.sku, quantity: want.quantity, units, amount };
  });
}

/** Refuses more shipping than the order has left. */
export function requireShipping(order: Order, taken: Taken, shipping: number): void {
  const left = order.shipping - taken.shipping;
  if (shipping > left) {
    const message = `shipping must be at most ${formatMinor(left, order.currency)}, what is left of the order's shipping`;
    throw new Refusal('shipping_exceeds_refundable', message, 'shipping');
  }
}

/** What the lines are worth together. */
export function goodsOf(lines: readonly RefundLine[]): number {
  return lines.reduce((sum, { amount }) => sum + amount, 0);
}
