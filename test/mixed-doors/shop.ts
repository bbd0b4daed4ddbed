/** The orders that runs are about: paid in several ways, in currencies of two, none and three digits, before and after delivery. */
import type { PutOrder } from '../../src/services/wishes';
import { NOW } from '../gateway-under-test';

const DAY_MS = 24 * 60 * 60 * 1000;
const CHANNEL = { channel: 'Lojas Americanas', orderNumber: '298765432198761', placedAt: NOW - 40 * DAY_MS };
const CARD = { provider: 'simulated', method: 'card' };

/** What is paid is what was bought. */
export const ORDERS: readonly PutOrder[] = [
  {
    ...{ ...CHANNEL, orderId: 501, currency: 'PLN', fulfilment: 'open', shipping: '10.00', taxIncluded: true },
    lines: [
      { lineId: 7101, sku: 'CUP', name: 'Kubek', quantity: 30, price: '2.00', discount: '0.01', tax: '11.22' },
      { lineId: 7102, sku: 'POT', name: 'Dzbanek', quantity: 8, price: '10.00' },
    ],
    payments: [
      { paymentId: 9101, ...CARD, amount: '100.00', reference: 'pay_9101' },
      { paymentId: 9102, provider: 'till', method: 'voucher', amount: '49.99' },
    ],
  },
  {
    ...{ ...CHANNEL, orderId: 502, currency: 'VND', fulfilment: 'fulfilled', deliveredAt: NOW - 2 * DAY_MS },
    ...{ shipping: '25000' },
    lines: [
      { lineId: 7201, sku: 'AO', name: 'Áo', quantity: 20, price: '10000', tax: '20000' },
      { lineId: 7202, sku: 'MU', name: 'Mũ', quantity: 12, price: '6667' },
    ],
    payments: [
      { paymentId: 9201, ...CARD, amount: '150000', reference: 'pay_9201' },
      { paymentId: 9202, ...CARD, amount: '100000', reference: 'pay_9202' },
      { paymentId: 9203, provider: 'till', method: 'cash', amount: '55004' },
    ],
  },
  {
    ...{ ...CHANNEL, orderId: 503, currency: 'KWD', fulfilment: 'fulfilled', deliveredAt: NOW - 30 * DAY_MS },
    lines: [
      { lineId: 7301, sku: 'OUD', name: 'عود', quantity: 21, price: '0.334', discount: '0.014' },
      { lineId: 7302, sku: 'BOX', name: 'Box', quantity: 3, price: '1.000' },
    ],
    payments: [{ paymentId: 9301, ...CARD, amount: '10.000', reference: 'pay_9301' }],
  },
];
