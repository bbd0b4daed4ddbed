/** One small story for all examples: two mugs are bought, one comes back, and its price is given back. */
import type {
  Order,
  OrderSummary,
  Payment,
  Refund,
  ReturnCase,
  ReturnLine,
  Ticket,
  Transaction,
} from '../generated/contract';

export const transaction: Transaction = {
  transactionId: 7001,
  state: 'requested',
  amount: '39.90',
  currency: 'PLN',
  paymentId: 1,
  provider: 'simulated',
  updatedAt: '2026-11-20T09:00:00.000Z',
};

export const refund: Refund = {
  refundId: 9001,
  orderId: 1001,
  sourceType: 'return',
  sourceId: 501,
  method: 'automatic',
  state: 'requested',
  amount: '39.90',
  currency: 'PLN',
  reason: 'the handle was chipped',
  createdAt: '2026-11-20T09:00:00.000Z',
  transactions: [transaction],
};

export const confirmed: Refund = {
  ...refund,
  state: 'approved',
  confirmedAt: '2026-11-20T09:05:00.000Z',
  transactions: [{ ...transaction, state: 'approved', updatedAt: '2026-11-20T09:05:00.000Z' }],
};

export const manual: Refund = {
  refundId: 9002,
  orderId: 1001,
  sourceType: 'order',
  sourceId: 1001,
  method: 'manual',
  state: 'requested',
  amount: '12.00',
  currency: 'PLN',
  note: 'shipping, because the parcel was late',
  createdAt: '2026-11-21T10:30:00.000Z',
  transactions: [
    {
      transactionId: 7002,
      state: 'requested',
      amount: '12.00',
      currency: 'PLN',
      destination: 'bank_transfer',
      reference: 'TRANSFER-17',
      updatedAt: '2026-11-21T10:30:00.000Z',
    },
  ],
};

export const composed: Refund = {
  refundId: 9003,
  orderId: 1001,
  sourceType: 'order',
  sourceId: 1001,
  method: 'automatic',
  state: 'approved',
  amount: '51.90',
  currency: 'PLN',
  note: 'arrived too late',
  createdAt: '2026-11-22T09:00:00.000Z',
  confirmedAt: '2026-11-22T09:00:00.000Z',
  transactions: [
    {
      ...transaction,
      transactionId: 7003,
      state: 'approved',
      amount: '51.90',
      updatedAt: '2026-11-22T09:00:00.000Z',
    },
  ],
};

/** The mug that came back, and the shipping: one movement of money. */
export const joint: Refund = {
  ...composed,
  transactions: [{ ...(composed.transactions[0] ?? transaction), shares: [{ returnId: 501, amount: '39.90' }] }],
};

export const payment: Payment = {
  paymentId: 1,
  provider: 'simulated',
  method: 'card',
  reference: 'pay_8c1f',
  automatic: true,
  currency: 'PLN',
  captured: '91.80',
  reserved: '39.90',
  refunded: '0.00',
  refundable: '51.90',
  capturedAt: '2026-11-10T08:15:00.000Z',
};

/** The payment once the refund that was put together holds its part. */
export const reserved: Payment = { ...payment, reserved: '51.90', refundable: '39.90' };

export const order: Order = {
  orderId: 1001,
  orderNumber: 'WEB-1001',
  currency: 'PLN',
  fulfilment: 'fulfilled',
  placedAt: '2026-11-10T08:14:00.000Z',
  deliveredAt: '2026-11-13T12:00:00.000Z',
  taxIncluded: true,
  shipping: '12.00',
  total: '91.80',
  captured: '91.80',
  reserved: '39.90',
  refunded: '0.00',
  refundable: '51.90',
  lines: [
    {
      lineId: 1,
      sku: 'MUG-RED',
      name: 'Red mug',
      quantity: 2,
      price: '39.90',
      discount: '0.00',
      tax: '14.92',
      total: '79.80',
    },
  ],
  payments: [payment],
  updatedAt: '2026-11-20T09:00:00.000Z',
};

const { taxIncluded: _taxIncluded, shipping: _shipping, lines: _lines, payments: _payments, ...summary } = order;

export const orderSummary: OrderSummary = summary;

const returnLine: ReturnLine = {
  lineId: 1,
  sku: 'MUG-RED',
  requested: 1,
  accepted: 1,
  received: 0,
  restock: false,
  restockReported: false,
  amount: '39.90',
  reason: 'the handle was chipped',
};

export const accepted: ReturnCase = {
  returnId: 501,
  orderId: 1001,
  reference: 'RMA-501',
  kind: 'return',
  compensation: 'refund',
  state: 'accepted',
  currency: 'PLN',
  worth: '39.90',
  reserved: '39.90',
  refunded: '0.00',
  refundable: '0.00',
  lines: [returnLine],
  openedAt: '2026-11-19T16:20:00.000Z',
  updatedAt: '2026-11-19T17:00:00.000Z',
};

export const opened: ReturnCase = {
  ...accepted,
  state: 'open',
  worth: '0.00',
  reserved: '0.00',
  lines: [{ ...returnLine, accepted: 0, amount: '0.00' }],
  updatedAt: '2026-11-19T16:20:00.000Z',
};

export const received: ReturnCase = {
  ...accepted,
  state: 'received',
  lines: [{ ...returnLine, received: 1, condition: 'damaged' }],
  updatedAt: '2026-11-22T11:00:00.000Z',
};

export const ticket: Ticket = {
  code: 'Americanas-298765432198761',
  orderCode: '02-5000000001',
  platform: 'B2w',
  state: 'unread',
  mediation: false,
  warehouse: '7',
  createdAt: '2026-11-22T09:00:00.000Z',
  updatedAt: '2026-11-22T09:00:00.000Z',
};
