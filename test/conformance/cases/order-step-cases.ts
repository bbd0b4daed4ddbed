/** What a merchant does with an order, refunds for several of its returns at once, and searches for many orders and returns. */
import { NOW } from '../../gateway-under-test';
import { accepted, ago, DAY_MS, did, drained, granted, HARD_TEXT, later, opened, ORDER, ordered } from './case';
import { orderedAs, refundedByCard, refundedInCash, refundedReturn, refused } from './case';
import type { Case, Step } from './case';

const { deliveredAt: _delivered, ...UNSENT } = ORDER;
const paid: Step = did('putOrder', { ...UNSENT, fulfilment: 'open' });
const confirmed: Step = did('confirmOrder', { orderId: 5 });
const sent: Step = did('sendOrder', { orderId: 5 });
const BEFORE = new Date(NOW).toISOString();

export const confirmOrder: readonly Case[] = [
  granted(
    'confirmOrder',
    'records that a paid order is taken on',
    [paid],
    { orderId: 5 },
    {},
    {
      ...{ orderId: 5, fulfilment: 'open', stage: 'confirmed', confirmedAt: BEFORE },
    },
  ),
  granted('confirmOrder', 'repeats its answer under the same key',
    [paid, did('confirmOrder', { orderId: 5 }, 'k1'), sent], { orderId: 5 }, { idempotencyKey: 'k1' }), // prettier-ignore
  refused('transition_not_allowed', undefined, 'confirms once', [paid, confirmed], { orderId: 5 }),
  refused('transition_not_allowed', undefined, 'confirms nothing that nobody paid',
    [did('putOrder', { ...UNSENT, fulfilment: 'open', payments: [] })], { orderId: 5 }), // prettier-ignore
  refused('order_not_found', 'orderId', 'knows no such order', [], { orderId: 5 }),
];

export const sendOrder: readonly Case[] = [
  granted(
    'sendOrder',
    'records that the goods are sent',
    [paid, confirmed],
    { orderId: 5 },
    {},
    {
      ...{ fulfilment: 'fulfilled', stage: 'sent', confirmedAt: BEFORE },
    },
  ),
  granted('sendOrder', 'repeats its answer under the same key',
    [paid, confirmed, did('sendOrder', { orderId: 5 }, 'k1')], { orderId: 5 }, { idempotencyKey: 'k1' }), // prettier-ignore
  refused('idempotency_key_reused', undefined, 'keeps a key to the operation it came with',
    [paid, did('confirmOrder', { orderId: 5 }, 'k1')], { orderId: 5 }, { idempotencyKey: 'k1' }), // prettier-ignore
  refused('transition_not_allowed', undefined, 'sends only what is confirmed', [paid], { orderId: 5 }),
  refused('transition_not_allowed', undefined, 'sends once', [paid, confirmed, sent], { orderId: 5 }),
  refused('order_not_found', 'orderId', 'knows no such order', [], { orderId: 5 }),
];

export const cancelOrder: readonly Case[] = [
  granted(
    'cancelOrder',
    'gives an order up, and moves no money',
    [paid],
    { orderId: 5 },
    {},
    {
      ...{ fulfilment: 'cancelled', stage: 'cancelled', refundable: '99.00' },
    },
  ),
  granted('cancelOrder', 'repeats its answer under the same key',
    [paid, did('cancelOrder', { orderId: 5 }, 'k1')], { orderId: 5 }, { idempotencyBlock: 'k1' }), // prettier-ignore
  granted('cancelOrder', 'gives a confirmed order up', [paid, confirmed], { orderId: 5 }),
  refused('transition_not_allowed', undefined, 'gives nothing up that is sent', [paid, confirmed, sent], {
    ...{ orderId: 5 },
  }),
  refused('order_not_found', 'orderId', 'knows no such order', [], { orderId: 5 }),
];

/** Two returns of the order, accepted: 69.33 with the id 1, and the third mug, 19.67, with the id 2. */
const twoReturns: readonly Step[] = [
  ordered,
  opened,
  accepted,
  did('openReturn', { orderId: 5, lines: [{ lineId: 1, quantity: 1 }] }),
  did('acceptReturn', { returnId: 2 }),
];
const BOTH = { orderId: 5, returnIds: [1, 2] };

export const addJointRefund: readonly Case[] = [
  granted(
    'addJointRefund',
    'pays back a part of several returns, with everything said',
    twoReturns,
    {
      ...{ ...BOTH, lineIds: [1, 2], partial: true, amount: '60.00', shipping: '4.00', adjustment: '-2.50' },
      ...{ currency: 'PLN', note: HARD_TEXT },
    },
    {},
    {
      ...{ sourceType: 'order', sourceId: 5, method: 'automatic', state: 'approved', amount: '61.50', note: HARD_TEXT },
      transactions: [{ paymentId: 1, shares: [{ returnId: 1 }, { returnId: 2 }] }],
    },
  ),
  granted('addJointRefund', 'pays back returns and the shipping whole', twoReturns, { ...BOTH, shipping: '10.00' }, {}, {
    ...{ amount: '99.00' },
    transactions: [{ paymentId: 1 }, { paymentId: 2 }, { paymentId: 3, state: 'settled' }],
  }), // prettier-ignore
  granted('addJointRefund', 'is a refund of the return where that is all', twoReturns,
    { orderId: 5, returnIds: [2] }, {}, { sourceType: 'return', sourceId: 2, amount: '19.67' }), // prettier-ignore
  granted('addJointRefund', 'pays back all goods of an order', [ordered], { orderId: 5 }, {}, { amount: '89.00' }),
  granted('addJointRefund', 'repeats its answer under the same key',
    [...twoReturns, did('addJointRefund', BOTH, 'k1'), drained], BOTH, { idempotencyKey: 'k1' }), // prettier-ignore
  refused('idempotency_key_reused', undefined, 'keeps a key to the wish it came with',
    [...twoReturns, did('addJointRefund', BOTH, 'k1')], { ...BOTH, note: 'x' }, { idempotencyKey: 'k1' }), // prettier-ignore
  refused('order_not_found', 'orderId', 'knows no such order', [], BOTH),
  refused('currency_mismatch', 'currency', 'stays in the currency of the order', twoReturns, {
    ...{ ...BOTH, currency: 'EUR' },
  }),
  refused('return_not_found', 'returnIds[1]', 'knows no such return of the order', twoReturns, {
    ...{ orderId: 5, returnIds: [1, 9] },
  }),
  refused('request_invalid', 'returnIds[1]', 'takes no return twice', twoReturns, { orderId: 5, returnIds: [2, 2] }),
  refused('return_not_accepted', 'returnIds[0]', 'waits until a return is accepted', [ordered, opened], {
    ...{ orderId: 5, returnIds: [1] },
  }),
  refused('return_is_exchange', 'returnIds[0]', 'gives goods for an exchange, and no money',
    [ordered, did('openReturn', { orderId: 5, compensation: 'exchange', lines: [{ lineId: 2, quantity: 1 }] }), accepted],
    { orderId: 5, returnIds: [1] }), // prettier-ignore
  refused('line_not_found', 'lineIds', 'knows no such line in the returns', twoReturns, {
    ...{ orderId: 5, returnIds: [2], lineIds: [2] },
  }),
  refused('line_not_found', 'lineIds', 'knows no such line in the order', [ordered], { orderId: 5, lineIds: [9] }),
  refused('request_invalid', 'lineIds', 'takes no line twice', [ordered], { orderId: 5, lineIds: [1, 1] }),
  refused('request_invalid', 'amount', 'needs to be told how much a part is', twoReturns, { ...BOTH, partial: true }),
  refused('request_invalid', 'amount', 'takes no other amount for whole goods', twoReturns, {
    ...BOTH,
    amount: '88.98',
  }),
  refused('amount_invalid', 'amount', 'has no tenth of a grosz', twoReturns, {
    ...{ ...BOTH, partial: true, amount: '1.005' },
  }),
  refused('amount_exceeds_refundable', 'amount', 'gives no more than the returns are worth', twoReturns, {
    ...{ ...BOTH, partial: true, amount: '89.01' },
  }),
  refused('amount_exceeds_refundable', 'amount', 'gives no return back twice', [...twoReturns, refundedReturn('1.00')], BOTH), // prettier-ignore
  refused('amount_exceeds_refundable', 'amount', 'gives no more than is left of the order', [ordered, refundedByCard()], {
    ...{ orderId: 5 },
  }), // prettier-ignore
  refused('shipping_exceeds_refundable', 'shipping', 'gives no more shipping than was paid', twoReturns, {
    ...{ ...BOTH, shipping: '10.01' },
  }),
  refused('quantity_exceeds_refundable', 'lineIds', 'gives no line back whole that came back in part',
    [ordered, did('openReturn', { orderId: 5, lines: [{ lineId: 1, quantity: 1 }] })], { orderId: 5, lineIds: [2, 1] }), // prettier-ignore
  refused('amount_not_positive', undefined, 'gives more than nothing', twoReturns, { ...BOTH, adjustment: '-89.00' }),
];

const TOLD = { payback: [{ kind: 'voucher', method: 'voucher', amount: '39.33' }] };
const PROMISED = did('openReturn', {
  ...{ orderId: 5, lines: [{ lineId: 1, quantity: 2 }] },
  payback: [{ kind: 'voucher', method: 'voucher' }],
});

export const getOrderReturns: readonly Case[] = [
  granted(
    'getOrderReturns',
    'shows the returns of an order, each with its refunds',
    [
      ordered,
      PROMISED,
      later(DAY_MS),
      accepted,
      did('openReturn', { orderId: 5, lines: [{ lineId: 2, quantity: 1 }] }),
    ],
    { orderId: 5 },
    {},
    {
      returns: [
        { decidedAt: ago(-1), returnCase: { returnId: 1, ...TOLD }, refunds: [{ refundId: 1, amount: '39.33' }] },
        { returnCase: { returnId: 2, state: 'open' }, refunds: [] },
      ],
    },
  ),
  granted('getOrderReturns', 'shows what one refund gives for each of several returns',
    [...twoReturns, did('addJointRefund', BOTH)], { orderId: 5 }, {},
    { returns: [{ refunds: [{ amount: '69.33' }] }, { refunds: [{ amount: '19.67' }] }] }), // prettier-ignore
  granted('getOrderReturns', 'shows that nothing came back', [ordered], { orderId: 5 }, {}, { returns: [] }),
  refused('order_not_found', 'orderId', 'knows no such order', [], { orderId: 5 }),
];

const severalOrders: readonly Step[] = [
  orderedAs({ orderId: 4, orderNumber: 'N/2026/4', fulfilment: 'open' }),
  ordered,
  refundedInCash('3.00'),
  later(DAY_MS),
  orderedAs({ orderId: 6, placedAt: ago(1) }),
];
const orders = (...orderIds: number[]) => ({ orders: orderIds.map((orderId) => ({ order: { orderId } })) });
const FIRST_PAGE = { page: 1, limit: 100 };

export const searchOrders: readonly Case[] = [
  granted(
    'searchOrders',
    'finds what fits everything that is said',
    severalOrders,
    {
      ...{ orderIds: [4, 5, 99], orderNumbers: ['N/2026/5', 'ż & <x>'], fulfilments: ['fulfilled', 'cancelled'] },
      ...{ placedFrom: ago(6), placedBefore: ago(5), updatedFrom: ago(0), updatedBefore: ago(-1), ...FIRST_PAGE },
    },
    {},
    { total: 1, orders: [{ order: { orderId: 5, stage: 'delivered' }, refunds: [{ amount: '3.00' }] }] },
  ),
  granted(
    'searchOrders',
    'finds one page of all',
    severalOrders,
    { page: 2, limit: 2 },
    {},
    { total: 3, ...orders(6) },
  ),
  granted(
    'searchOrders',
    'finds what was placed since',
    severalOrders,
    { placedFrom: ago(1), ...FIRST_PAGE },
    {},
    orders(6),
  ),
  granted(
    'searchOrders',
    'finds nothing by no ids',
    severalOrders,
    { orderIds: [], ...FIRST_PAGE },
    {},
    { total: 0, orders: [] },
  ),
  refused('request_invalid', 'page', 'counts pages from one', [ordered], { page: 0, limit: 1 }),
  refused('request_invalid', 'limit', 'has pages of a hundred at most', [ordered], { page: 1, limit: 101 }),
  refused('request_invalid', 'orderIds[1]', 'takes ids for ids', [ordered], {
    orderIds: [5, 'five'],
    page: 1,
    limit: 1,
  }),
  refused('request_invalid', 'fulfilments[0]', 'knows no such state', [ordered], {
    ...{ fulfilments: ['lost'], page: 1, limit: 1 },
  }),
  refused('request_invalid', 'updatedBefore', 'wants hours that clocks have', [ordered], {
    ...{ updatedBefore: '2026-11-21T24:30:00Z', page: 1, limit: 1 },
  }),
];

const found = (...returnIds: number[]) => ({ returns: returnIds.map((returnId) => ({ returnCase: { returnId } })) });
const claimsOfSix: readonly Step[] = [
  ordered,
  PROMISED,
  accepted,
  orderedAs({ orderId: 6 }),
  later(DAY_MS),
  did('openReturn', { orderId: 6, kind: 'claim', lines: [{ lineId: 2, quantity: 1 }] }),
  did('openReturn', { orderId: 6, kind: 'return', lines: [{ lineId: 1, quantity: 1 }] }),
];

export const searchReturns: readonly Case[] = [
  granted(
    'searchReturns',
    'finds what fits everything that is said',
    claimsOfSix,
    {
      ...{ sourceType: 'return', returnIds: [1, 2, 3], orderIds: [5, 6], states: ['accepted', 'received'] },
      ...{ payout: 'underway', openedFrom: ago(0), openedBefore: ago(-1), ...FIRST_PAGE },
    },
    {},
    { total: 1, returns: [{ orderNumber: 'N/2026/5', returnCase: TOLD, refunds: [{ amount: '39.33' }] }] },
  ),
  granted('searchReturns', 'finds claims alone', claimsOfSix, { sourceType: 'claim', ...FIRST_PAGE }, {}, found(2)),
  granted(
    'searchReturns',
    'finds one page of all',
    claimsOfSix,
    { sourceType: 'return', page: 2, limit: 1 },
    {},
    {
      ...{ total: 2, ...found(3) },
    },
  ),
  refused('request_invalid', 'sourceType', 'takes no order', [ordered], { sourceType: 'order', page: 1, limit: 1 }),
  refused('request_invalid', 'states[0]', 'knows no such state', [ordered], {
    ...{ sourceType: 'claim', states: ['lost'], page: 1, limit: 1 },
  }),
  refused('request_invalid', 'limit', 'lists at least one', [], { sourceType: 'claim', page: 1, limit: 0 }),
];
