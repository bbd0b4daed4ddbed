/** Small objects that the store tests write; each test changes what it is about. */
import type { Order, Payment } from '../../src/domain/order';
import type { Return } from '../../src/domain/return';
import type { NewRefund, NewTransaction } from '../../src/services/ports';

export const NOW = 1_790_000_000_000;

export const payment: Payment = {
  id: 1,
  ordinal: 1,
  provider: 'simulated',
  method: 'card',
  reference: 'pay_1',
  refundable: true,
  captured: 10_000,
  committed: 0,
  refunded: 0,
  capturedAt: NOW - 1000,
};

export const order: Order = {
  id: 42,
  number: 'A-42',
  currency: 'PLN',
  fulfilment: 'fulfilled',
  channel: 'web',
  placedAt: NOW - 5000,
  deliveredAt: NOW - 2000,
  taxIncluded: true,
  shipping: 1000,
  total: 10_000,
  captured: 10_000,
  committed: 0,
  refunded: 0,
  lastOrdinal: 1,
  updatedAt: NOW,
  lines: [
    { id: 7, sku: 'mug', name: 'A mug', quantity: 3, price: 2000, discount: 0, tax: 0, total: 6000 },
    { id: 2, sku: 'cup', name: 'A cup', quantity: 1, price: 3000, discount: 0, tax: 0, total: 3000 },
  ],
  payments: [payment],
};

/** An order and a payment with nothing that may be absent. */
export const bareOrder: Order = {
  ...{ id: 1, currency: 'VND', fulfilment: 'open', taxIncluded: false, shipping: 0, total: 5 },
  ...{ captured: 5, committed: 0, refunded: 0, lastOrdinal: 3, updatedAt: NOW },
  lines: [],
  payments: [
    { id: 3, ordinal: 3, provider: 'cash', method: 'cash', refundable: false, captured: 5, committed: 0, refunded: 0 },
  ],
};

export const foundReturn: Omit<Return, 'id'> = {
  orderId: order.id,
  reference: 'R-1',
  kind: 'return',
  compensation: 'refund',
  state: 'open',
  reason: 'too small',
  note: 'no box',
  currency: 'PLN',
  payback: [{ kind: 'original', method: 'card', amount: 4000 }],
  said: '{"ação":1}',
  captured: 4000,
  committed: 0,
  refunded: 0,
  lastOrdinal: 0,
  openedAt: NOW,
  updatedAt: NOW,
  lines: [
    {
      ...{ lineId: 7, sku: 'mug', requested: 2, accepted: 2, received: 0, condition: 'ok', reason: 'blue' },
      ...{ restock: true, restockReported: false, units: [[1, 2]], amount: 4000 },
    },
    {
      ...{ lineId: 2, sku: 'cup', requested: 1, accepted: 0, received: 0 },
      ...{ restock: false, restockReported: false, units: [], amount: 0 },
    },
  ],
};

export const newTransaction: NewTransaction = {
  amount: 2000,
  paymentId: 1,
  provider: 'simulated',
  providerKey: '01KEY',
};

export const newRefund: NewRefund = {
  orderId: order.id,
  sourceType: 'order',
  sourceId: order.id,
  ordinal: 2,
  method: 'automatic',
  amount: 2000,
  currency: 'PLN',
  shipping: 0,
  adjustment: 0,
  reason: 'broken',
  note: 'sorry',
  createdAt: NOW,
  lines: [{ lineId: 7, sku: 'mug', quantity: 1, units: [[1, 1]], amount: 2000 }],
  transactions: [newTransaction],
};
