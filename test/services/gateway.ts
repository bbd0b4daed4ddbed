/** The real services over a real SQLite database in memory, with one shop and one order to try refunds on. */
import { randomBytes } from 'node:crypto';
import { createServices } from '../../src/app';
import type { Caller, Scope } from '../../src/domain/access';
import { SCOPES } from '../../src/domain/access';
import type { Refund } from '../../src/domain/refund';
import { Refusal } from '../../src/domain/refusal';
import type { Return } from '../../src/domain/return';
import type { Shop } from '../../src/domain/shop';
import { AesSealer } from '../../src/persistence/aes-sealer';
import { openDatabase, type Database } from '../../src/persistence/database';
import type { Alarm } from '../../src/services/alarm';
import type { AuditEntry, AuditSubject, Sealer } from '../../src/services/ports';
import type { Services } from '../../src/services/services';
import type { AddAutomaticRefundForOrder, AddManualRefund, PutOrder } from '../../src/services/wishes';
import { requireWords } from '../domain/refused';
import { FixedClock } from '../fakes/fixed-clock';

export const ORDER = 7;

/** 60.00 PLN: three things at 10.00, one at 25.00, shipping 5.00; paid by card, by BLIK, and in cash at the counter. */
export function orderWish(more: Partial<PutOrder> = {}): PutOrder {
  return {
    orderId: ORDER,
    currency: 'PLN',
    fulfilment: 'fulfilled',
    shipping: '5.00',
    lines: [
      { lineId: 1, sku: 'MUG', name: 'Mug', quantity: 3, price: '10.00' },
      { lineId: 2, sku: 'POT', name: 'Tea pot', quantity: 1, price: '25.00' },
    ],
    payments: [
      { paymentId: 1, provider: 'simulated', method: 'card', amount: '30.00', reference: 'pay_1' },
      { paymentId: 2, provider: 'simulated', method: 'blik', amount: '20.00', reference: 'pay_2' },
      { paymentId: 3, provider: 'till', method: 'cash', amount: '10.00', reference: 'receipt 9' },
    ],
    ...more,
  };
}

export function automaticWish(more: Partial<AddAutomaticRefundForOrder> = {}): AddAutomaticRefundForOrder {
  return { orderId: ORDER, paymentId: 1, amount: '10.00', currency: 'PLN', ...more };
}

export function manualWish(more: Partial<AddManualRefund> = {}): AddManualRefund {
  const wish = { sourceType: 'order', sourceId: ORDER, amount: '10.00', currency: 'PLN', destination: 'cash' } as const;
  return { ...wish, ...more };
}

export function callerOf(shop: string, more: Partial<Caller> = {}): Caller {
  return { shop, credential: 'key:test', name: 'test', requestId: 'request-1', scopes: new Set(SCOPES), ...more };
}

/** With every scope but this one. Who may write returns may read them: without the one he is without the other. */
export function callerWithout(scope: Scope): Caller {
  const gone: readonly Scope[] = scope === 'returns:read' ? [scope, 'returns:write'] : [scope];
  return callerOf('tea', { scopes: new Set(SCOPES.filter((one) => !gone.includes(one))) });
}

export const caller = callerOf('tea');

export const TEA_SHOP: Shop = {
  code: 'tea',
  currency: 'PLN',
  timezone: 'Europe/Warsaw',
  returnWindowDays: 14,
  strategy: 'largest_first',
  offersVouchers: true,
  acceptsReturns: true,
  number: 1,
};

export interface Gateway {
  readonly database: Database;
  readonly services: Services;
  readonly clock: FixedClock;
  readonly sealer: Sealer;
  /** What a person was called for. */
  readonly alarms: Alarm[];
  close(): Promise<void>;
}

export async function openGateway(): Promise<Gateway> {
  const clock = new FixedClock();
  const sealer = new AesSealer(randomBytes(32));
  const database = await openDatabase('sqlite::memory:', clock);
  await database.migrate();
  const alarms: Alarm[] = [];
  const services = createServices(database, sealer, clock, (alarm) => alarms.push(alarm));
  return { database, services, clock, sealer, alarms, close: () => database.close() };
}

/** A gateway with the tea shop and its order. */
export async function openShop(order: Partial<PutOrder> = {}, shop: Partial<Shop> = {}): Promise<Gateway> {
  const gateway = await openGateway();
  await gateway.services.shops.add({ ...TEA_SHOP, ...shop });
  await gateway.services.orders.put(caller, orderWish(order));
  return gateway;
}

/** A return of so many mugs (10.00 each), accepted. */
export async function acceptedReturn({ services }: Gateway, quantity: number, orderId = ORDER): Promise<Return> {
  const { id: returnId } = await services.returns.open(caller, { orderId, lines: [{ lineId: 1, quantity }] });
  return services.returns.accept(caller, { returnId });
}

/** A refund of 10.00 on the card, confirmed and so ready to be sent. */
export async function confirmedRefund({ services }: Gateway, amount = '10.00', orderId = ORDER): Promise<Refund> {
  const { id: refundId } = await services.refunds.addAutomaticForOrder(caller, automaticWish({ amount, orderId }));
  return services.refunds.confirm(caller, { refundId });
}

/** What a wish is refused with. */
export async function refusalOf(answer: Promise<unknown>): Promise<Refusal> {
  try {
    await answer;
  } catch (error) {
    if (error instanceof Refusal) return requireWords(error);
    throw error;
  }
  throw new Error('nothing was refused');
}

/** Captured, committed and refunded of the order and of each payment, in minor units. */
export async function money({ services }: Gateway, orderId = ORDER): Promise<Record<string, string>> {
  const order = await services.orders.get(caller, orderId);
  const text = (pot: { committed: number; refunded: number; captured: number }): string =>
    `${pot.refunded}/${pot.committed}/${pot.captured}`;
  const payments = order.payments.map((payment) => [`payment ${payment.id}`, text(payment)] as const);
  return { order: text(order), ...Object.fromEntries(payments) };
}

export async function auditOf({ database }: Gateway, subject: AuditSubject, id: number): Promise<AuditEntry[]> {
  return database.reader.read((stores) => stores.audit.of('tea', subject, id));
}
