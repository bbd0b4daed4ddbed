/**
 * What every real client is asked to do, in one table: each operation at least once, exact amounts, lists of none, one and
 * many, absent fields, letters that suffer on bad roads, refusals, logins and idempotency keys.
 */
import type { OperationTypes } from '../../generated/contract';
import { HARD_TEXT } from '../conformance/cases/case';
import type { GatewayUnderTest } from '../gateway-under-test';
import type { Check } from './checks';
import type { AnyRequest, OperationName } from './doors';

/** How a call says who asks. What is wrong is refused before the request is looked at. */
export type CallCredentials = 'bearer' | 'apiKey' | 'text' | 'digest' | 'wrong key' | 'wrong password';

interface CallOptions {
  /** A bearer when absent. */
  readonly credentials?: CallCredentials;
  readonly idempotencyKey?: string;
  /** Whether the idempotency key goes as the header block of the WSDL, or as the HTTP header. */
  readonly keyIn?: 'header block' | 'HTTP header';
}

export interface Call extends CallOptions {
  readonly operation: OperationName;
  readonly request: AnyRequest;
  /** What it is to show that this call is answered, or refused, as REST would. */
  readonly shows: Check;
}

const CREDENTIALS_SHOW = {
  bearer: 'bearer key',
  apiKey: 'X-API-KEY',
  text: 'UsernameToken as text',
  digest: 'UsernameToken as digest',
  'wrong key': 'wrong credentials are a fault',
  'wrong password': 'wrong credentials are a fault',
} as const satisfies Record<CallCredentials, Check>;

function shownBy({ credentials, keyIn }: CallOptions): Check {
  if (keyIn !== undefined) return `idempotency key as ${keyIn}`;
  return credentials === undefined ? 'calls every operation' : CREDENTIALS_SHOW[credentials];
}

const call = <N extends OperationName>(
  operation: N,
  request: OperationTypes[N]['request'],
  options: CallOptions = {},
): Call => ({ operation, request: { ...request }, ...options, shows: shownBy(options) });

/** The hard text with nothing in it that looks like an entity: that is a check of its own. */
const BLANKS = HARD_TEXT.replace('&amp;', '&');
const ENTITY = 'sól &amp; pieprz';

const BY_BLOCK = { idempotencyKey: 'klucz-1&<>', keyIn: 'header block' } as const;
const BY_HTTP = { idempotencyKey: 'klucz-2', keyIn: 'HTTP header' } as const;
const BY_CARD = { orderId: 5, paymentId: 1, amount: '12.30', currency: 'PLN', note: BLANKS } as const;

const BY_CASH: OperationTypes['addManualRefund']['request'] = {
  ...{ sourceType: 'order', sourceId: 5, amount: '0.01', currency: 'PLN', destination: 'cash' },
  ...{ reference: "<kasa> & 'BON'", reason: 'đổi trả', note: '', account: 'PL61 1090', clientAccount: '<&>' },
};

/** What happened before: refund 1, of another order, was sent, and nobody knows what became of it. */
export async function loseRefund({ services, caller }: GatewayUnderTest): Promise<void> {
  const line = { lineId: 1, sku: 'mug', name: 'Kubek', quantity: 1, price: '20.00' };
  const payment = { paymentId: 1, provider: 'simulated', method: 'card', amount: '20.00', reference: 'pay_6' };
  await services.orders.put(caller, { orderId: 6, currency: 'PLN', lines: [line], payments: [payment] });
  const wish = { orderId: 6, paymentId: 1, amount: '1.00', currency: 'PLN' };
  const { id: refundId } = await services.refunds.addAutomaticForOrder(caller, wish);
  await services.refunds.confirm(caller, { refundId });
  for (const task of await services.dispatch.claim('worker', 1)) {
    await services.dispatch.record(task, { kind: 'unknown', cause: 'timeout' });
  }
}

export const STORY: readonly Call[] = [
  call('putOrder', {
    ...{ orderId: 5, orderNumber: 'N/2026/5 ż', currency: 'PLN', fulfilment: 'fulfilled', channel: 'web & <shop>' },
    ...{
      placedAt: '2026-11-01T10:30:00Z',
      deliveredAt: '2026-11-05T23:59:59.5+01:00',
      taxIncluded: true,
      shipping: '10.00',
    },
    lines: [
      { lineId: 1, sku: 'mug', name: BLANKS, quantity: 3, price: '20.00', discount: '1.00', tax: '5.00' },
      { lineId: 9007199254740991, sku: '<&>', name: 'Nón lá 😀', quantity: 1, price: '30.1' },
    ],
    payments: [
      { paymentId: 1, provider: 'simulated', method: 'card', amount: '80.00', reference: 'pay_1', refundable: true },
      { paymentId: 2, provider: 'till', method: 'cash', amount: '19.10' },
    ],
  }),
  call('putOrder', { orderId: 9007199254740991, currency: 'VND', lines: [], payments: [] }),
  call('putOrder', {
    ...{ orderId: 7, currency: 'KWD', taxIncluded: false },
    lines: [{ lineId: 1, sku: 'oud', name: 'عود', quantity: 1, price: '0.001', tax: '999999999999.998' }],
    payments: [
      {
        paymentId: 1,
        provider: 'simulated',
        method: 'card',
        amount: '999999999999.999',
        reference: 'x',
        refundable: false,
      },
    ],
  }),
  call('getOrder', { orderId: 5 }, { credentials: 'bearer' }),
  call('getOrder', { orderId: 5 }, { credentials: 'apiKey' }),
  call('getOrder', { orderId: 9007199254740991 }, { credentials: 'text' }),
  call('getOrder', { orderId: 7 }, { credentials: 'digest' }),
  call('getOrder', { orderId: 7 }, { credentials: 'digest' }),
  call('getOrder', { orderId: 77 }),
  call('listOrders', {}),
  call('listOrders', { fulfilment: 'fulfilled', limit: 1 }),
  call('listOrders', { limit: 2, cursor: '5', since: '2020-01-01T00:00:00Z' }),
  call('listOrders', { cursor: '9007199254740991' }),
  call('openReturn', {
    ...{ orderId: 5, kind: 'return', compensation: 'refund', reference: 'R/1', reason: BLANKS, note: 'đổi trả' },
    lines: [
      { lineId: 1, quantity: 2, reason: 'za mały & <krzywy>' },
      { lineId: 9007199254740991, quantity: 1 },
    ],
  }),
  call('acceptReturn', { returnId: 1, lines: [{ lineId: 1, quantity: 1 }], note: BLANKS }),
  call('receiveReturn', {
    returnId: 1,
    lines: [
      { lineId: 1, received: 1, accepted: 1, condition: 'damaged', restock: true },
      { lineId: 9007199254740991, received: 0 },
    ],
  }),
  call('closeReturn', { returnId: 1 }),
  call('reopenReturn', { returnId: 1, note: 'raz jeszcze' }),
  call('getReturn', { returnId: 1 }),
  call('openReturn', { orderId: 5, lines: [{ lineId: 1, quantity: 1 }] }),
  call('rejectReturn', { returnId: 2, reason: ENTITY }),
  call('openReturn', { orderId: 5, kind: 'claim', lines: [{ lineId: 1, quantity: 1 }] }),
  call('cancelReturn', { returnId: 3 }),
  call('listReturns', {}),
  call('listReturns', { state: 'open', kind: 'claim' }),
  call('quoteRefund', {
    sourceType: 'order',
    sourceId: 5,
    lines: [{ lineId: 1, quantity: 1 }],
    shipping: '10',
    adjustment: '-2.5',
  }),
  call('quoteRefund', { sourceType: 'return', sourceId: 1 }),
  call('addAutomaticRefund', { sourceType: 'return', sourceId: 1, amount: '5.01', currency: 'PLN', reason: 'zwrot' }),
  call('addAutomaticRefundForOrder', BY_CARD, BY_BLOCK),
  call('addAutomaticRefundForOrder', BY_CARD, BY_BLOCK),
  call('addAutomaticRefundForOrder', { ...BY_CARD, amount: '12.31' }, BY_BLOCK),
  call('addAutomaticRefundForOrder', { ...BY_CARD, amount: '80.01' }),
  call('addAutomaticRefundForOrder', { ...BY_CARD, amount: '0.001' }),
  call('addManualRefund', {
    ...{ sourceType: 'order', sourceId: 5, amount: '1', currency: 'PLN', destination: 'voucher', reference: 'BON 1' },
    ...{ shipping: '0.5', lines: [] },
  }),
  call('getPossibleAutoRefunds', { sourceType: 'order', sourceId: 5 }),
  call('updateRefund', { refundId: 3, amount: '13', currency: 'PLN' }),
  call('confirmRefund', { refundId: 4 }),
  call('confirmRefund', { refundId: 4 }),
  call('cancelRefund', { refundId: 2, reason: BLANKS }),
  call('resolveRefund', { refundId: 1, transactionId: 1, outcome: 'settled', reason: BLANKS, reference: 're <1>' }),
  call('getRefundStatus', { refundId: 3 }),
  call('getRefund', { refundId: 3 }),
  call('getRefund', { refundId: 4 }),
  call('retrieveRefundsList', {}),
  call('retrieveRefundsList', { state: 'all', sourceType: 'order', orderId: 5, limit: 100 }),
  call('retrieveRefundsList', { state: 'reversed' }),
  call('getRefundForms', { orderId: 5 }),
  call('openReturn', {
    ...{ orderId: 5, lines: [{ lineId: 9007199254740991, quantity: 1 }] },
    payback: [{ kind: 'original', method: 'card' }],
  }),
  call('choosePayback', { returnId: 4, payback: [{ kind: 'voucher', method: 'voucher' }] }),
  call('getReturn', { returnId: 4, details: true }),
  call('withdrawReturn', { returnId: 4, note: BLANKS }),
  call('listReturns', { cursor: '3', details: true }),
  call('suggestRefund', {
    ...{ orderId: 5, shipping: 'all', currency: 'PLN' },
    lines: [{ lineId: 1, quantity: 1, restock: 'return', location: 9007199254740991 }],
  }),
  call('addComposedRefund', {
    ...{ orderId: 5, shipping: '1.00', note: BLANKS },
    lines: [{ lineId: 1, quantity: 1, restock: 'cancel' }],
    adjustments: [
      { kind: 'discrepancy', amount: '-0.5', tax: '-0.04', reason: 'za mały & <krzywy>' },
      { kind: 'shipping', amount: '0.01' },
    ],
    parts: [
      { paymentId: 1, amount: '2.34' },
      { paymentId: 2, amount: '5.00', way: 'przelew & "gotówka"' },
    ],
  }),
  call('addComposedRefund', { orderId: 5 }),
  call('getRefund', { refundId: 5, details: true }),
  call('retrieveRefundsList', { state: 'all', cursor: '4', details: true }),
  call('getOrderLedger', { orderId: 5 }),
  call('getOrderLedger', { orderId: 7 }),
  call('listTickets', {}),
  call('putTicket', {
    ...{ code: 'Łódź & <ski>-7/1', orderCode: '02 7', platform: 'B2w', warehouse: '7', mediation: true },
    ...{ createdAt: '2026-11-20T08:00:00Z', updatedAt: '2026-11-20T08:00:01.5Z', state: 'read' },
  }),
  call('putTicket', { code: 'web-8', orderCode: '02-8', platform: 'B2w', createdAt: '2026-11-20T09:00:00Z' }),
  call('getTicket', { code: 'Łódź & <ski>-7/1' }),
  call('listTickets', { limit: 1 }),
  call('listTickets', { state: 'read', platform: 'B2w' }),
  call('putOrder', {
    ...{ orderId: 8, orderNumber: 'N/8', currency: 'PLN', shipping: '1.00' },
    lines: [
      { lineId: 1, sku: 'a', name: 'Nón lá', quantity: 2, price: '2.01' },
      { lineId: 2, sku: 'b', name: 'Żółw', quantity: 1, price: '3.00' },
    ],
    payments: [{ paymentId: 1, provider: 'simulated', method: 'card', amount: '8.02', reference: 'pay_8' }],
  }),
  call('confirmOrder', { orderId: 8 }),
  call('sendOrder', { orderId: 8 }),
  call('getOrder', { orderId: 8, details: true }),
  call('cancelOrder', { orderId: 7 }),
  call('listOrders', { cursor: '6', details: true }),
  call('openReturn', { orderId: 8, kind: 'return', lines: [{ lineId: 1, quantity: 1 }] }),
  call('openReturn', { orderId: 8, kind: 'return', lines: [{ lineId: 2, quantity: 1 }] }),
  call('acceptReturn', { returnId: 5 }),
  call('acceptReturn', { returnId: 6 }),
  call('addJointRefund', {
    orderId: 8,
    returnIds: [5, 6],
    partial: true,
    amount: '4.99',
    shipping: '0.51',
    note: ENTITY,
  }),
  call('getRefund', { refundId: 6, details: true }),
  call('openReturn', {
    ...{ orderId: 8, kind: 'return', reasonCode: 7, customer: 9007199254740991, lines: [{ lineId: 1, quantity: 1 }] },
  }),
  call('acceptReturn', { returnId: 7, compensation: 'exchange' }),
  call('amendReturn', { returnId: 7, reference: 'R/7 ż', note: BLANKS }),
  call('closeReturnAnyway', { returnId: 7 }),
  call('getOrderReturns', { orderId: 8 }),
  call('getOrderReturns', { orderId: 7 }),
  call('searchOrders', { orderIds: [5, 8, 9007199254740991], fulfilments: ['fulfilled', 'open'], page: 1, limit: 2 }),
  call('searchOrders', { orderNumbers: ['N/8', 'ż & <x>'], placedBefore: '2026-11-01T10:30:00Z', page: 1, limit: 100 }),
  call('searchReturns', { sourceType: 'return', states: ['accepted'], payout: 'underway', page: 1, limit: 10 }),
  call('addManualRefund', BY_CASH, BY_HTTP),
  call('addManualRefund', BY_CASH, BY_HTTP),
  call('addManualRefund', { ...BY_CASH, note: 'x' }, BY_HTTP),
  call('getRefund', { refundId: 3 }, { credentials: 'wrong key' }),
  call('getRefund', { refundId: 3 }, { credentials: 'wrong password' }),
];

/**
 * What stands in the books when the story is over, read over REST: a stack that garbles what it sends and what it reads in the same
 * way sees nothing of it.
 */
export const READING: readonly Call[] = [
  call('getOrder', { orderId: 5 }),
  call('getOrder', { orderId: 7 }),
  call('listOrders', {}),
  call('listReturns', {}),
  call('retrieveRefundsList', { state: 'all' }),
  ...[1, 2, 3, 4].map((refundId) => call('getRefund', { refundId })),
  ...[5, 6, 7].map((refundId) => call('getRefund', { refundId, details: true })),
  ...[5, 8].map((orderId) => call('getOrderLedger', { orderId })),
  call('listTickets', {}),
];
