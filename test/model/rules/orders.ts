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
  const { committed } = orderSums(shop, old);
  const named = namedLines(shop, old.id);
  if (committed === 0 && named.length === 0) return;
  const keep = (kept: boolean, field: string): void => refuseUnless(kept, 'order_has_refunds', field);
  keep(fresh.currency === old.currency, 'currency');
  keep(fresh.shipping >= takenShipping(shop, old.id), 'shipping');
  keep(capturedOf(fresh) >= committed, 'payments');
  for (const payment of old.payments) {
    const { committed: held } = paymentSums(shop, old, payment);
    if (held > 0) requirePaymentKept(payment, held, fresh, keep);
  }
  for (const lineId of named) {
    const line = old.lines.find(({ id }) => id === lineId);
    const index = fresh.lines.findIndex(({ id }) => id === lineId);
    keep(index >= 0, 'lines');
    const now = fresh.lines[index];
    keep(now?.quantity === line?.quantity && now?.total === line?.total, `lines[${index}]`);
  }
}

function requirePaymentKept(
  old: Payment,
  held: number,
  fresh: Order,
  keep: (kept: boolean, field: string) => void,
): void {
  const index = fresh.payments.findIndex(({ id }) => id === old.id);
  const now = fresh.payments[index];
  keep(now !== undefined, 'payments');
  keep(now?.provider === old.provider && now.reference === old.reference, `payments[${index}]`);
  keep((now?.captured ?? 0) >= held, `payments[${index}].amount`);
}
