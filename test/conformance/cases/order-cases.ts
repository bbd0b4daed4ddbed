/** Orders as the shop tells them. */
import { ago, DAY_MS, did, granted, HARD_TEXT, inKwd, inVnd, later, opened, ORDER, ordered, orderedAs } from './case';
import { refundedByCard, refused } from './case';
import type { Case, Step } from './case';

const [mug, cup] = ORDER.lines;
const [card, voucher, cash] = ORDER.payments;
if (!mug || !cup || !card || !voucher || !cash) throw new Error('the order of the cases has lines and payments');

const FULL_NAME = Array.from(HARD_TEXT + '😀'.repeat(255))
  .slice(0, 255)
  .join('');

export const putOrder: readonly Case[] = [
  granted('putOrder', 'stores an order, with everything said', [], { ...ORDER, channel: 'ż&<>"' }),
  granted('putOrder', 'stores an order of nothing', [], { orderId: 5, currency: 'PLN', lines: [], payments: [] }),
  granted('putOrder', 'stores lines and payments with little said', [], {
    ...{ orderId: 9007199254740991, currency: 'EUR' },
    lines: [{ lineId: 1, sku: 's', name: FULL_NAME, quantity: 1_000_000, price: '0.01' }],
    payments: [{ paymentId: 1, provider: 'p', method: 'm', amount: '123456789012.34' }],
  }),
  granted('putOrder', 'stores đồng', [], { ...ORDER, ...inVnd }),
  granted('putOrder', 'stores dinars', [], { ...ORDER, ...inKwd }),
  granted('putOrder', 'adds tax that is not included', [], { ...ORDER, taxIncluded: false }),
  granted('putOrder', 'replaces an order, lines and all', [ordered, later(1000)], {
    ...ORDER,
    lines: [cup],
    fulfilment: 'open',
  }),
  granted('putOrder', 'changes nothing when told the same', [ordered, later(1000)], ORDER),
  granted('putOrder', 'keeps what refunds hold', [ordered, refundedByCard()], {
    ...ORDER,
    channel: 'shop',
    payments: [card, cash],
  }),
  granted(
    'putOrder',
    'repeats its answer under the same key',
    [did('putOrder', ORDER, 'k1'), orderedAs({ channel: 'x' })],
    ORDER,
    {
      idempotencyKey: 'k1',
    },
  ),
  refused('order_has_refunds', 'currency', 'keeps the currency of what was refunded', [ordered, refundedByCard()], {
    ...{ ...ORDER, currency: 'EUR' },
  }),
  refused('order_has_refunds', 'payments', 'keeps a payment that was refunded', [ordered, refundedByCard('5.00')], {
    ...{ ...ORDER, payments: [voucher, cash] },
  }),
  refused('order_has_refunds', 'payments[0].amount', 'keeps the money that refunds hold', [ordered, refundedByCard()], {
    ...{ ...ORDER, payments: [{ ...card, amount: '29.99' }, voucher, cash] },
  }),
  refused('order_has_refunds', 'lines', 'keeps a line that was returned', [ordered, opened], {
    ...ORDER,
    lines: [mug],
  }),
  refused('order_has_refunds', 'lines[0]', 'keeps the worth of a line that was returned', [ordered, opened], {
    ...{ ...ORDER, lines: [{ ...mug, price: '20.01' }, cup] },
  }),
  refused('currency_unknown', 'currency', 'knows no such currency', [], { ...ORDER, currency: 'XXX' }),
  refused('amount_invalid', 'lines[0].price', 'has no tenth of a grosz', [], {
    ...ORDER,
    lines: [{ ...mug, price: '1.001' }],
  }),
  refused('amount_invalid', 'lines[1].discount', 'gives no discount above the line', [], {
    ...{ ...ORDER, lines: [mug, { ...cup, discount: '30.01' }] },
  }),
  refused('amount_invalid', 'lines[0].tax', 'finds no tax above the line it is in', [], {
    ...{ ...ORDER, lines: [{ ...mug, tax: '59.01' }] },
  }),
  refused('amount_invalid', 'payments[2].amount', 'counts no payment of nothing', [], {
    ...{ ...ORDER, payments: [card, voucher, { ...cash, amount: '0' }] },
  }),
  granted('putOrder', 'stores the largest sums that can be told', [], {
    ...{ orderId: 5, currency: 'KWD' },
    lines: [{ lineId: 1, sku: 's', name: 'n', quantity: 1_000_000, price: '999999.999', tax: '999.999' }],
    payments: [{ paymentId: 1, provider: 'p', method: 'm', amount: '999999999999.999' }],
  }),
  refused('amount_invalid', 'lines', 'counts no line that could not be told', [], {
    ...{ orderId: 5, currency: 'VND', payments: [] },
    lines: [{ lineId: 1, sku: 's', name: 'n', quantity: 1000, price: '1000000000' }],
  }),
  refused('amount_invalid', 'lines[0].price', 'counts no line that could not be counted', [], {
    ...{ orderId: 5, currency: 'PLN', payments: [] },
    lines: [{ lineId: 1, sku: 's', name: 'n', quantity: 1_000_000, price: '999999999.99' }],
  }),
  refused('amount_invalid', 'lines', 'adds no lines up to more than could be told', [], {
    ...{ orderId: 5, currency: 'KWD', taxIncluded: false, payments: [] },
    lines: [{ lineId: 1, sku: 's', name: 'n', quantity: 1, price: '0.001', tax: '999999999999.999' }],
  }),
  refused('amount_invalid', 'payments', 'adds no payments up to more than could be told', [], {
    ...{ orderId: 5, currency: 'PLN', lines: [] },
    payments: [1, 2].map((paymentId) => ({ paymentId, provider: 'p', method: 'm', amount: '500000000000.00' })),
  }),
  refused('request_invalid', 'lines[1].lineId', 'takes no line twice', [], { ...ORDER, lines: [mug, mug] }),
  refused('request_invalid', 'payments[1].paymentId', 'takes no payment twice', [], {
    ...ORDER,
    payments: [card, card],
  }),
  refused('request_invalid', 'lines[0].quantity', 'wants a quantity', [], {
    ...{ ...ORDER, lines: [{ lineId: 1, sku: 's', name: 'n', price: '1' }] },
  }),
  refused('request_invalid', 'lines[1].colour', 'passes nothing unknown over', [], {
    ...{ ...ORDER, lines: [mug, { ...cup, colour: 'blue' }] },
  }),
  refused('request_invalid', 'currency', 'wants a currency', [], { orderId: 5, lines: [], payments: [] }),
  refused('request_invalid', 'lines', 'wants lines, though none', [], { orderId: 5, currency: 'PLN', payments: [] }),
  refused('request_invalid', 'lines', 'takes at most 500 lines', [], {
    ...ORDER,
    lines: Array.from({ length: 501 }, (_, index) => ({ ...mug, lineId: index + 1 })),
  }),
  refused('request_invalid', 'placedAt', 'wants days that calendars have', [], {
    ...ORDER,
    placedAt: '2026-02-29T00:00:00Z',
  }),
  refused('request_invalid', 'taxIncluded', 'wants yes or no', [], { ...ORDER, taxIncluded: 'perhaps' }),
  refused('request_invalid', 'orderId', 'counts ids from 1', [], { ...ORDER, orderId: 0 }),
  refused('request_invalid', 'orderId', 'takes ids that every stack can hold', [], {
    ...ORDER,
    orderId: '9007199254740992',
  }),
];

export const getOrder: readonly Case[] = [
  granted('getOrder', 'shows an order with what is held and given back', [ordered, refundedByCard(), opened], {
    orderId: 5,
  }),
  granted('getOrder', 'shows how far an order has come to who asks for details',
    [did('putOrder', { orderId: 5, currency: 'PLN', lines: [], payments: ORDER.payments }), did('confirmOrder', { orderId: 5 })],
    { orderId: 5, details: true }, {}, { stage: 'confirmed', confirmedAt: ago(0) }), // prettier-ignore
  granted(
    'getOrder',
    'shows an order of nothing',
    [did('putOrder', { orderId: 1, currency: 'VND', lines: [], payments: [] })],
    {
      orderId: 1,
    },
  ),
  refused('order_not_found', 'orderId', 'knows no such order', [], { orderId: 5 }),
  refused('request_invalid', 'orderId', 'finds orders by number', [], { orderId: 'five' }),
];

const severalOrders: readonly Step[] = [
  orderedAs({ orderId: 3, fulfilment: 'open' }),
  later(DAY_MS),
  ordered,
  orderedAs({ ...inVnd, orderId: 8 }),
  orderedAs({ ...inKwd, orderId: 9, fulfilment: 'cancelled' }),
];

const ids = (...orderIds: number[]) => ({ orders: orderIds.map((orderId) => ({ orderId })) });

export const listOrders: readonly Case[] = [
  granted(
    'listOrders',
    'finds what every filter lets through',
    severalOrders,
    { fulfilment: 'fulfilled', since: ago(-1), cursor: '4', limit: 1, details: true },
    {},
    { orders: [{ orderId: 5, stage: 'delivered' }], nextCursor: '5' },
  ),
  granted('listOrders', 'lists everything', severalOrders, {}, {}, ids(3, 5, 8, 9)),
  granted('listOrders', 'lists what changed since', severalOrders, { since: ago(-1) }, {}, ids(5, 8, 9)),
  granted('listOrders', 'lists nothing past the end', severalOrders, { cursor: '9' }, {}, ids()),
  granted('listOrders', 'lists a full page as the last', severalOrders, { limit: 4 }, {}, ids(3, 5, 8, 9)),
  granted('listOrders', 'lists nothing where nothing is', [], {}, {}, ids()),
  refused('request_invalid', 'fulfilment', 'knows no such fulfilment', [], { fulfilment: 'lost' }),
  refused('request_invalid', 'limit', 'lists at most a hundred', [], { limit: 1000 }),
  refused('request_invalid', 'cursor', 'takes cursors it gave', [], { cursor: '12345678901234567' }),
];
