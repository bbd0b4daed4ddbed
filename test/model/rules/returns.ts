/** Goods that come back: what each step accepts, and what that is worth. */
import type * as contract from '../../../generated/contract';
import { foundOr, refuseUnless } from '../refused';
import type { Order, Return, ReturnLine, Shop, World } from '../world';
import { returnSums, worthOf } from './holding';
import { afterOnReturn, moveReturn } from './steps';
import { freeUnits, lineOf, takenUnits, worthOfUnits } from './units';

const RETURN_WINDOW_MS = 14 * 24 * 60 * 60 * 1000;

export function openReturn(world: World, shop: Shop, request: contract.OpenReturnRequest): Return {
  const order = foundOr(shop.orders.get(request.orderId), 'order_not_found', 'orderId');
  const kind = request.kind ?? kindOf(order, world.now);
  refuseUnless(kind !== 'cancellation' || !isSent(order), 'order_already_shipped', 'kind');
  const lines = request.lines.map(({ lineId, quantity }, index): ReturnLine => {
    const line = lineOf(order, lineId, `lines[${index}].lineId`);
    const units = freeUnits(line, takenUnits(shop, order.id, lineId), quantity, `lines[${index}].quantity`);
    const nothingYet = { accepted: 0, received: 0, restock: false, restockReported: false, amount: 0 };
    return { lineId, requested: quantity, ...nothingYet, units };
  });
  const { compensation = 'refund' } = request;
  const returned: Return = { orderId: order.id, kind, compensation, state: 'open', lines };
  shop.returns.push(returned);
  shop.audited += 1;
  world.onStep('return', '-', 'open');
  return returned;
}

const isSent = ({ fulfilment, deliveredAt }: Order): boolean =>
  fulfilment === 'fulfilled' || (fulfilment === 'open' && deliveredAt !== undefined);

function kindOf(order: Order, now: number): string {
  const { fulfilment, deliveredAt } = order;
  if (fulfilment === 'open' && !isSent(order)) return 'cancellation';
  return deliveredAt !== undefined && now > deliveredAt + RETURN_WINDOW_MS ? 'claim' : 'return';
}

type NewLines = (order: Order, returned: Return) => ReturnLine[];

const KEPT: NewLines = (_order, { lines }) => lines;
/** What had been accepted is remembered; nothing is where nobody had decided. */
const NOTHING: NewLines = (_order, { state, lines }) =>
  lines.map(({ acceptedBefore: _, ...line }) => ({
    ...{ ...line, accepted: 0, amount: 0 },
    ...(state === 'accepted' ? { acceptedBefore: line.accepted } : {}),
  }));

export const acceptReturn = (world: World, shop: Shop, { returnId, lines }: contract.AcceptReturnRequest): Return =>
  step(world, shop, returnId, 'accept', (order, returned) => {
    if (lines) requireNamed(returned, lines);
    return returned.lines.map((line) => {
      const index = lines?.findIndex(({ lineId }) => lineId === line.lineId) ?? -1;
      const quantity = lines ? (lines[index]?.quantity ?? 0) : line.requested;
      refuseUnless(quantity <= line.requested, 'quantity_exceeds_refundable', `lines[${index}].quantity`);
      return accepted(order, line, quantity);
    });
  });

export const receiveReturn = (world: World, shop: Shop, { returnId, lines }: contract.ReceiveReturnRequest): Return =>
  step(world, shop, returnId, 'receive', (order, returned) => {
    if (lines) requireNamed(returned, lines);
    return returned.lines.map((line) => {
      const index = lines?.findIndex(({ lineId }) => lineId === line.lineId) ?? -1;
      const said = lines ? lines[index] : { received: line.accepted };
      return arrived(order, line, said, `lines[${index}]`);
    });
  });

type Arrived = Pick<contract.ReceivedLine, 'received' | 'accepted' | 'condition' | 'restock'>;

function arrived(order: Order, line: ReturnLine, said: Arrived | undefined, path: string): ReturnLine {
  const received = said?.received ?? 0;
  const most = Math.min(line.accepted, received);
  const quantity = said?.accepted ?? most;
  refuseUnless(received <= line.requested, 'quantity_exceeds_refundable', `${path}.received`);
  refuseUnless(quantity <= most, 'quantity_exceeds_refundable', `${path}.accepted`);
  const restock = received > 0 && (said?.restock ?? false);
  return {
    ...accepted(order, line, quantity),
    received,
    condition: received === 0 ? 'missing' : (said?.condition ?? 'ok'),
    restock,
    restockReported: line.restockReported || restock,
  };
}

export const rejectReturn = (world: World, shop: Shop, { returnId }: contract.RejectReturnRequest): Return =>
  step(world, shop, returnId, 'reject', NOTHING);

export const cancelReturn = (world: World, shop: Shop, { returnId }: contract.CancelReturnRequest): Return =>
  step(world, shop, returnId, 'cancel', NOTHING);

export const closeReturn = (world: World, shop: Shop, { returnId }: contract.CloseReturnRequest): Return =>
  step(world, shop, returnId, 'close', KEPT);

/** With the units it had, where they are all still free; with others, as many, where they are not. */
export const reopenReturn = (world: World, shop: Shop, { returnId }: contract.ReopenReturnRequest): Return =>
  step(world, shop, returnId, 'reopen', (order, returned) => {
    const isClosed = returned.state === 'closed';
    if (!isClosed) for (const { lineId } of returned.lines) lineOf(order, lineId, 'lines');
    return returned.lines.map(({ acceptedBefore, ...line }, index) => {
      const quantity = isClosed ? line.accepted : (acceptedBefore ?? line.requested);
      if (quantity === 0) return { ...line, accepted: 0, units: [], amount: 0 };
      const whole = lineOf(order, line.lineId, 'lines');
      const taken = takenUnits(shop, order.id, line.lineId, returned);
      const still =
        line.units.length === quantity && line.units.every((unit) => unit <= whole.quantity && !taken.has(unit));
      const units = still ? line.units : freeUnits(whole, taken, quantity, `lines[${index}].quantity`);
      return accepted(order, { ...line, units }, quantity);
    });
  });

function step(world: World, shop: Shop, returnId: number, happening: string, linesOf: NewLines): Return {
  const returned = foundOr(
    shop.returns.find(({ id }) => id === returnId),
    'return_not_found',
    'returnId',
  );
  const to = afterOnReturn(returned.state, happening);
  const order = foundOr(shop.orders.get(returned.orderId), 'order_not_found');
  const lines = linesOf(order, returned);
  const covered = worthOf({ ...returned, lines }) >= returnSums(shop, returned).committed;
  refuseUnless(covered, 'return_has_refunds', 'returnId');
  returned.lines = lines;
  moveReturn(world, returned, to);
  shop.audited += 1;
  return returned;
}

function requireNamed(returned: Return, said: readonly { readonly lineId: number }[]): void {
  said.forEach(({ lineId }, index) => {
    const known = returned.lines.some((line) => line.lineId === lineId);
    refuseUnless(known, 'line_not_found', `lines[${index}].lineId`);
  });
}

function accepted(order: Order, line: ReturnLine, quantity: number): ReturnLine {
  const units = line.units.slice(0, quantity);
  const amount = worthOfUnits(lineOf(order, line.lineId, 'lines'), units);
  return { ...line, accepted: quantity, units, amount };
}
