/** The examples of the OpenAPI document. The compiler holds them to the contract, a test to the limits that the document states. */
import type { OperationTypes } from '../generated/contract';
import {
  accepted,
  composed,
  confirmed,
  joint,
  manual,
  opened,
  order,
  orderSummary,
  payment,
  received,
  refund,
  reserved,
  ticket,
  transaction,
} from './openapi-story';

type Example<N extends keyof OperationTypes> = {
  readonly request: OperationTypes[N]['request'];
  readonly response: OperationTypes[N]['response'];
};

/** Requests hold path and query parameters too; the document puts each where it belongs. */
export const EXAMPLES: { readonly [N in keyof OperationTypes]: Example<N> } = {
  addAutomaticRefund: {
    request: { sourceType: 'return', sourceId: 501, reason: 'the handle was chipped' },
    response: refund,
  },
  addAutomaticRefundForOrder: {
    request: { orderId: 1001, paymentId: 1, amount: '39.90', currency: 'PLN', lines: [{ lineId: 1, quantity: 1 }] },
    response: { ...refund, sourceType: 'order', sourceId: 1001 },
  },
  addManualRefund: {
    request: {
      sourceType: 'order',
      sourceId: 1001,
      amount: '12.00',
      currency: 'PLN',
      destination: 'bank_transfer',
      reference: 'TRANSFER-17',
      shipping: '12.00',
      note: 'shipping, because the parcel was late',
    },
    response: manual,
  },
  getPossibleAutoRefunds: {
    request: { sourceType: 'order', sourceId: 1001 },
    response: {
      sourceType: 'order',
      sourceId: 1001,
      orderId: 1001,
      currency: 'PLN',
      refundable: '51.90',
      payments: [payment],
    },
  },
  getRefundStatus: {
    request: { refundId: 9001 },
    response: {
      refundId: 9001,
      state: 'settled',
      amount: '39.90',
      currency: 'PLN',
      settledAmount: '39.90',
      createdAt: '2026-11-20T09:00:00.000Z',
      confirmedAt: '2026-11-20T09:05:00.000Z',
      settledAt: '2026-11-20T09:05:02.000Z',
      transactions: [{ ...transaction, state: 'settled', reference: 're_51c2', updatedAt: '2026-11-20T09:05:02.000Z' }],
    },
  },
  updateRefund: {
    request: { refundId: 9001, amount: '30.00', currency: 'PLN' },
    response: { ...refund, amount: '30.00', transactions: [{ ...transaction, amount: '30.00' }] },
  },
  confirmRefund: { request: { refundId: 9001, expectedRefundable: '0.00' }, response: confirmed },
  cancelRefund: {
    request: { refundId: 9001, reason: 'the customer keeps it' },
    response: { ...refund, state: 'cancelled', transactions: [{ ...transaction, state: 'cancelled' }] },
  },
  resolveRefund: {
    request: {
      refundId: 9001,
      outcome: 'settled',
      reason: 'it is on the statement of 21 November',
      reference: 're_51c2',
    },
    response: {
      ...confirmed,
      state: 'settled',
      transactions: [{ ...transaction, state: 'settled', reference: 're_51c2' }],
    },
  },
  retrieveRefundsList: {
    request: { state: 'requested', limit: 50 },
    response: { refunds: [refund], nextCursor: '9001' },
  },
  getRefund: {
    request: { refundId: 9001 },
    response: {
      ...refund,
      lines: [{ lineId: 1, sku: 'MUG-RED', quantity: 1, amount: '39.90' }],
      shipping: '0.00',
      adjustment: '0.00',
      audit: [
        {
          entryId: 12001,
          at: '2026-11-20T09:00:00.000Z',
          actor: 'warehouse',
          action: 'added',
          requestId: '3f0c9b9e-2f0a-4c8e-9a56-0f2b7f3f7a10',
          after: '{"state":"requested","amount":"39.90","currency":"PLN"}',
        },
      ],
    },
  },
  quoteRefund: {
    request: { sourceType: 'order', sourceId: 1001, lines: [{ lineId: 1, quantity: 1 }] },
    response: {
      sourceType: 'order',
      sourceId: 1001,
      orderId: 1001,
      currency: 'PLN',
      amount: '39.90',
      refundable: '51.90',
      automaticallyRefundable: '39.90',
      lines: [
        {
          lineId: 1,
          sku: 'MUG-RED',
          quantity: 1,
          amount: '39.90',
          discount: '0.00',
          tax: '7.46',
          explanation: '1 of 2 units of MUG-RED',
        },
      ],
      shipping: '0.00',
      adjustment: '0.00',
      parts: [
        {
          paymentId: 1,
          provider: 'simulated',
          method: 'card',
          amount: '39.90',
          refundable: '51.90',
          explanation: 'payment 1 by card',
        },
      ],
      explanation: 'lines 39.90 PLN',
    },
  },
  putOrder: {
    request: {
      orderId: 1001,
      orderNumber: 'WEB-1001',
      currency: 'PLN',
      fulfilment: 'fulfilled',
      placedAt: '2026-11-10T08:14:00Z',
      deliveredAt: '2026-11-13T12:00:00Z',
      shipping: '12.00',
      lines: [{ lineId: 1, sku: 'MUG-RED', name: 'Red mug', quantity: 2, price: '39.90', tax: '14.92' }],
      payments: [
        {
          paymentId: 1,
          provider: 'simulated',
          method: 'card',
          amount: '91.80',
          reference: 'pay_8c1f',
          capturedAt: '2026-11-10T08:15:00Z',
        },
      ],
    },
    response: order,
  },
  getOrder: { request: { orderId: 1001 }, response: order },
  listOrders: {
    request: { fulfilment: 'fulfilled', since: '2026-11-01T00:00:00Z' },
    response: { orders: [orderSummary] },
  },
  openReturn: {
    request: {
      orderId: 1001,
      reference: 'RMA-501',
      lines: [{ lineId: 1, quantity: 1, reason: 'the handle was chipped' }],
    },
    response: opened,
  },
  getReturn: { request: { returnId: 501 }, response: accepted },
  listReturns: { request: { state: 'accepted' }, response: { returns: [accepted] } },
  acceptReturn: { request: { returnId: 501, lines: [{ lineId: 1, quantity: 1 }] }, response: accepted },
  rejectReturn: {
    request: { returnId: 501, reason: 'the mug was used' },
    response: { ...opened, state: 'rejected', reason: 'the mug was used' },
  },
  receiveReturn: {
    request: { returnId: 501, lines: [{ lineId: 1, received: 1, condition: 'damaged' }] },
    response: received,
  },
  closeReturn: {
    request: { returnId: 501, note: 'put aside for the potter' },
    response: { ...received, state: 'closed' },
  },
  cancelReturn: {
    request: { returnId: 501, note: 'the customer keeps the mug' },
    response: { ...opened, state: 'cancelled' },
  },
  reopenReturn: { request: { returnId: 501, note: 'sent back after all' }, response: accepted },
  addComposedRefund: {
    request: {
      orderId: 1001,
      lines: [{ lineId: 1, quantity: 1, restock: 'return', location: 3 }],
      shipping: 'all',
      parts: [{ paymentId: 1, amount: '51.90' }],
      note: 'arrived too late',
    },
    response: composed,
  },
  suggestRefund: {
    request: { orderId: 1001, lines: [{ lineId: 1, quantity: 1, restock: 'return' }], shipping: 'all' },
    response: {
      orderId: 1001,
      currency: 'PLN',
      amount: '51.90',
      lines: [{ lineId: 1, sku: 'MUG-RED', quantity: 1, amount: '39.90', restock: 'return' }],
      shipping: '12.00',
      shippingLeft: '12.00',
      parts: [
        {
          paymentId: 1,
          provider: 'simulated',
          method: 'card',
          automatic: true,
          amount: '51.90',
          refundable: '51.90',
        },
      ],
    },
  },
  getRefundForms: {
    request: { orderId: 1001 },
    response: {
      orderId: 1001,
      currency: 'PLN',
      forms: [
        { kind: 'original', method: 'card', limit: '51.90' },
        { kind: 'voucher', method: 'voucher', limit: '51.90' },
      ],
    },
  },
  getOrderLedger: {
    request: { orderId: 1001 },
    response: {
      order: { ...order, reserved: '51.90', refundable: '39.90', payments: [reserved] },
      refunds: [
        {
          refundId: 9003,
          sourceType: 'order',
          sourceId: 1001,
          ordinal: 2,
          method: 'automatic',
          state: 'approved',
          amount: '51.90',
          note: 'arrived too late',
          createdAt: '2026-11-22T09:00:00.000Z',
          confirmedAt: '2026-11-22T09:00:00.000Z',
          lines: [{ lineId: 1, sku: 'MUG-RED', quantity: 1, amount: '39.90', restock: 'return', location: 3 }],
          shipping: '12.00',
          adjustment: '0.00',
          adjustments: [],
          lastOfGoods: false,
          transactions: composed.transactions,
        },
      ],
      freeLines: [{ lineId: 1, sku: 'MUG-RED', quantity: 1 }],
      shippingTaken: '12.00',
      shippingLeft: '0.00',
    },
  },
  choosePayback: {
    request: { returnId: 501, payback: [{ kind: 'voucher', method: 'voucher' }] },
    response: { ...opened, payback: [{ kind: 'voucher', method: 'voucher', amount: '39.90' }] },
  },
  withdrawReturn: {
    request: { returnId: 501, note: 'the customer keeps the mug' },
    response: {
      ...opened,
      state: 'cancelled',
      note: 'the customer keeps the mug',
      payback: [{ kind: 'voucher', method: 'voucher', amount: '39.90' }],
    },
  },
  putTicket: {
    request: ticket,
    response: ticket,
  },
  getTicket: { request: { code: ticket.code }, response: ticket },
  listTickets: { request: { state: 'unread', limit: 50 }, response: { tickets: [ticket] } },
  addJointRefund: {
    request: { orderId: 1001, returnIds: [501], shipping: '12.00' },
    response: joint,
  },
  confirmOrder: {
    request: { orderId: 1001 },
    response: { ...order, fulfilment: 'open', confirmedAt: '2026-11-10T09:00:00.000Z', stage: 'confirmed' },
  },
  sendOrder: {
    request: { orderId: 1001 },
    response: { ...order, confirmedAt: '2026-11-10T09:00:00.000Z', stage: 'sent' },
  },
  cancelOrder: { request: { orderId: 1001 }, response: { ...order, fulfilment: 'cancelled', stage: 'cancelled' } },
  getOrderReturns: {
    request: { orderId: 1001 },
    response: {
      orderId: 1001,
      returns: [{ returnCase: accepted, decidedAt: '2026-11-19T17:00:00.000Z', refunds: [refund] }],
    },
  },
  searchOrders: {
    request: { orderNumbers: ['WEB-1001', 'WEB-1002'], page: 1, limit: 50 },
    response: {
      orders: [{ order: { ...orderSummary, stage: 'delivered' }, payments: [payment], refunds: [manual] }],
      total: 1,
    },
  },
  searchReturns: {
    request: { sourceType: 'return', states: ['accepted', 'received'], payout: 'underway', page: 1, limit: 50 },
    response: { returns: [{ returnCase: accepted, orderNumber: 'WEB-1001', refunds: [refund] }], total: 1 },
  },
  amendReturn: {
    request: { returnId: 501, reference: 'RMA-501-B' },
    response: { ...accepted, reference: 'RMA-501-B' },
  },
  closeReturnAnyway: {
    request: { returnId: 501, note: 'the parcel was lost' },
    response: {
      ...accepted,
      state: 'closed',
      note: 'the parcel was lost',
      closedAt: '2026-11-22T11:00:00.000Z',
      closedBy: 'seller',
    },
  },
};
