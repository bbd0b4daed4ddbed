/** Orders and their parts, with only the figures that a test is about said by the test. */
import { newOrder, type NewLine, type NewOrder, type NewPayment } from '../../src/domain/new-order';
import type { Order, Payment } from '../../src/domain/order';

export function line(id: number, quantity: number, price: number, more: Partial<NewLine> = {}): NewLine {
  return { id, sku: `SKU-${id}`, name: `Thing ${id}`, quantity, price, discount: 0, tax: 0, ...more };
}

export function payment(id: number, captured: number, more: Partial<NewPayment> = {}): NewPayment {
  return { id, provider: 'simulated', method: 'card', reference: `pay_${id}`, refundable: true, captured, ...more };
}

/** A payment of which so much is committed already. */
export function usedPayment(id: number, captured: number, committed: number, more: Partial<Payment> = {}): Payment {
  return { ...payment(id, captured), ordinal: id, committed, refunded: 0, ...more };
}

export function wishedOrder(more: Partial<NewOrder> = {}): NewOrder {
  return {
    id: 7,
    currency: 'PLN',
    fulfilment: 'fulfilled',
    taxIncluded: true,
    shipping: 0,
    lines: [line(1, 3, 1000)],
    payments: [payment(1, 3000)],
    updatedAt: 0,
    ...more,
  };
}

export function order(more: Partial<NewOrder> = {}): Order {
  return newOrder(wishedOrder(more));
}
