/** Orders as the shop tells them. Told again they may change, but not under refunds and returns that rest on them. */
import type { PutOrderRequest } from '../../../generated/contract';
import { minorOf } from '../amounts';
import { refuseUnless } from '../refused';
import type { Line, Order, Payment, Shop, World } from '../world';
import { capturedOf, orderSums, paymentSums } from './holding';
import { namedLines, takenShipping } from './units';

export function putOrder(world: World, shop: Shop, request: PutOrderRequest): Order {
  const fresh = readOrder(request);
  const old = shop.orders.get(fresh.id);
  if (old?.said === fresh.said) return old;
  if (old) requireKept(shop, old, fresh);
  shop.orders.set(fresh.id, fresh);
  shop.audited += 1;
  return fresh;
}

function readOrder(request: PutOrderRequest): Order {
  const { orderId: id, currency, fulfilment = 'open', deliveredAt, shipping = '0' } = request;
  const read = (text: string | undefined): number => minorOf(text ?? '0', currency);
  const payments = request.payments.map(
    ({ paymentId, provider, method, reference, refundable = true, amount, capturedAt }): Payment => ({
      ...{ id: paymentId, provider, method, refundable, captured: read(amount) },
      ...(reference === undefined ? {} : { reference }),
      ...(capturedAt === undefined ? {} : { capturedAt: Date.parse(capturedAt) }),
    }),
  );
  const lines = request.lines.map(({ lineId, quantity, ...line }): Line => {
    const [price, discount] = [read(line.price), read(line.discount)];
    return { id: lineId, quantity, price, discount, total: quantity * price - discount };
  });
  const order = {
    ...{ id, currency, fulfilment, shipping: read(shipping), lines },
    payments: payments.sort((a, b) => a.id - b.id),
    ...(deliveredAt === undefined ? {} : { deliveredAt: Date.parse(deliveredAt) }),
  };
  return { ...order, said: JSON.stringify(order) };
}

function requireKept(shop: Shop, old: Order, fresh: Order): void {
  const keep = (kept: boolean, field: string): void => refuseUnless(kept, 'order_has_refunds', field);
  // Whatever there ever was is told in this currency.
  const isNew = [...shop.refunds, ...shop.returns].every(({ orderId }) => orderId !== old.id);
  keep(isNew || fresh.currency === old.currency, 'currency');
  const { committed } = orderSums(shop, old);
  const named = namedLines(shop, old.id);
  if (committed === 0 && named.length === 0 && takenShipping(shop, old.id) === 0) return;
  keep(fresh.shipping >= takenShipping(shop, old.id), 'shipping');
  keep(capturedOf(fresh) >= committed, 'payments');
  for (const payment of old.payments) {
    const { committed: held } = paymentSums(shop, old, payment);
    if (held > 0) requirePaymentKept(payment, held, fresh, keep);
  }
  for (const lineId of named) requireLineKept(old, lineId, fresh, keep);
}

type Keep = (kept: boolean, field: string) => void;

function requireLineKept(old: Order, lineId: number, fresh: Order, keep: Keep): void {
  const line = old.lines.find(({ id }) => id === lineId);
  const index = fresh.lines.findIndex(({ id }) => id === lineId);
  keep(index >= 0, 'lines');
  const now = fresh.lines[index];
  keep(now?.quantity === line?.quantity && now?.total === line?.total, `lines[${index}]`);
}

function requirePaymentKept(old: Payment, held: number, fresh: Order, keep: Keep): void {
  const index = fresh.payments.findIndex(({ id }) => id === old.id);
  const now = fresh.payments[index];
  keep(now !== undefined, 'payments');
  const isKnown = old.reference === undefined || now?.reference === old.reference;
  keep(now?.provider === old.provider && isKnown, `payments[${index}]`);
  keep((now?.captured ?? 0) >= held, `payments[${index}].amount`);
}
