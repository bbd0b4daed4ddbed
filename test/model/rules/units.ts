/** Goods are numbered units: each is given back at most once, and together they are worth exactly their line. */
import type { Line, Order, Return, Shop } from '../world';
import { foundOr, refuseUnless } from '../refused';
import { holds } from './holding';

/** The first k of n units of a line worth T are worth floor(kT/n), so that the units add up to the line. */
const firstAreWorth = ({ total, quantity }: Line, k: number): number => Math.floor((k * total) / quantity);

export function worthOfUnits(line: Line, units: readonly number[]): number {
  return units.reduce((sum, unit) => sum + firstAreWorth(line, unit) - firstAreWorth(line, unit - 1), 0);
}

export function lineOf(order: Order, lineId: number, field: string): Line {
  return foundOr(
    order.lines.find(({ id }) => id === lineId),
    'line_not_found',
    field,
  );
}

const isLiving = ({ state }: Return): boolean => state !== 'rejected' && state !== 'cancelled';

const livingReturns = (shop: Shop, orderId: number, except?: Return): Return[] =>
  shop.returns.filter((one) => one.orderId === orderId && one !== except && isLiving(one));

const livingRefunds = (shop: Shop, orderId: number) =>
  shop.refunds.filter((refund) => refund.orderId === orderId && refund.transactions.some(holds));

/** The refund of a return names the units of its return: they count once. */
export function takenUnits(shop: Shop, orderId: number, lineId: number, except?: Return): Set<number> {
  const returned = livingReturns(shop, orderId, except).flatMap(({ lines }) => lines);
  const refunded = livingRefunds(shop, orderId)
    .filter((refund) => refund.returned === undefined)
    .flatMap(({ lines }) => lines);
  return new Set([...returned, ...refunded].filter((one) => one.lineId === lineId).flatMap(({ units }) => units));
}

/** Lines that a return or a refund speaks of, and that the order therefore must keep. */
export function namedLines(shop: Shop, orderId: number): number[] {
  const returned = livingReturns(shop, orderId).flatMap(({ lines }) => lines);
  const refunded = livingRefunds(shop, orderId)
    .filter((refund) => refund.returned === undefined)
    .flatMap(({ lines }) => lines);
  return [...new Set([...returned, ...refunded].map(({ lineId }) => lineId))];
}

export function takenShipping(shop: Shop, orderId: number): number {
  return livingRefunds(shop, orderId).reduce((sum, { shipping }) => sum + shipping, 0);
}

/** The lowest units of the line that nobody holds. */
export function freeUnits(line: Line, taken: ReadonlySet<number>, count: number, field: string): number[] {
  const free = Array.from({ length: line.quantity }, (_, index) => index + 1).filter((unit) => !taken.has(unit));
  refuseUnless(count <= free.length, 'quantity_exceeds_refundable', field);
  return free.slice(0, count);
}
