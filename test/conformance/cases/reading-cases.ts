/** What callers look at: what may be refunded, quotes, refunds whole and in lists. */
import {
  accepted,
  ago,
  cancelled,
  claimed,
  confirmed,
  DAY_MS,
  did,
  drained,
  granted,
  inVnd,
  later,
  opened,
} from './case';
import { NOW } from '../../gateway-under-test';
import { ordered, orderedAs, refundedByCard, refundedInCash, refundedReturn, refused, rejected } from './case';
import type { Case, Step } from './case';

/** The simulated provider goes wrong by the last three digits of the amount. */
const DECLINED = '9.01';
const PENDING = '9.02';
const LOST = '9.05';

export const getPossibleAutoRefunds: readonly Case[] = [
  granted('getPossibleAutoRefunds', 'shows every payment of an order', [ordered, refundedByCard('12.34')], {
    ...{ sourceType: 'order', sourceId: 5 },
  }),
  granted(
    'getPossibleAutoRefunds',
    'shows what a return is worth',
    [ordered, opened, accepted, refundedReturn('9.33')],
    {
      ...{ sourceType: 'return', sourceId: 1 },
    },
  ),
  granted('getPossibleAutoRefunds', 'shows nothing for a return that is not accepted', [ordered, opened], {
    ...{ sourceType: 'return', sourceId: 1 },
  }),
  granted('getPossibleAutoRefunds', 'shows a claim', [ordered, claimed, accepted], {
    sourceType: 'claim',
    sourceId: 1,
  }),
  granted('getPossibleAutoRefunds', 'shows an order that nobody paid', [orderedAs({ payments: [] })], {
    ...{ sourceType: 'order', sourceId: 5 },
  }),
  refused('order_not_found', 'sourceId', 'knows no such order', [], { sourceType: 'order', sourceId: 5 }),
  refused('return_not_found', 'sourceId', 'knows no such claim', [ordered, opened], {
    sourceType: 'claim',
    sourceId: 1,
  }),
  refused('request_invalid', 'sourceType', 'knows no such source', [ordered], { sourceType: 'parcel', sourceId: 5 }),
  refused('request_invalid', 'sourceId', 'needs to be told which', [ordered], { sourceType: 'order' }),
];

export const getRefundStatus: readonly Case[] = [
  granted('getRefundStatus', 'shows a refund that waits', [ordered, refundedByCard()], { refundId: 1 }),
  granted('getRefundStatus', 'shows money that arrived', [ordered, refundedByCard(), confirmed(), drained], {
    refundId: 1,
  }),
  granted(
    'getRefundStatus',
    'shows what a provider declined',
    [ordered, refundedByCard(DECLINED), confirmed(), drained],
    {
      refundId: 1,
    },
  ),
  granted(
    'getRefundStatus',
    'shows what a provider has not decided',
    [ordered, refundedByCard(PENDING), confirmed(), drained],
    {
      refundId: 1,
    },
  ),
  granted(
    'getRefundStatus',
    'shows what the provider lost sight of',
    [ordered, refundedByCard(LOST), confirmed(), drained],
    {
      refundId: 1,
    },
  ),
  granted('getRefundStatus', 'shows cash', [ordered, refundedInCash(), confirmed()], { refundId: 1 }),
  refused('refund_not_found', 'refundId', 'knows no such refund', [], { refundId: 1 }),
];

/** Everything that a refund may tell in its details. */
const WITH_DETAILS = did('addComposedRefund', {
  orderId: 5,
  lines: [{ lineId: 1, quantity: 1, restock: 'return', location: 7 }],
  adjustments: [{ kind: 'discrepancy', amount: '-0.50', tax: '-0.04', reason: 'róża' }],
  parts: [{ paymentId: 1, amount: '10.00', way: 'gotówka' }],
});
const BY_TRANSFER = did('addManualRefund', {
  ...{ sourceType: 'order', sourceId: 5, amount: '1', currency: 'PLN', destination: 'bank_transfer' },
  ...{ account: 'PL61', clientAccount: 'DE02' },
});

export const getRefund: readonly Case[] = [
  granted('getRefund', 'shows the details of a refund to who asks for them', [ordered, WITH_DETAILS],
    { refundId: 1, details: true }, {},
    {
      ...{ ordinal: 4, adjustments: [{ kind: 'discrepancy', amount: '-0.50', tax: '-0.04', reason: 'róża' }] },
      lines: [{ lineId: 1, sku: 'mug', quantity: 1, amount: '19.66', restock: 'return', location: 7 }],
      transactions: [{ way: 'gotówka', settledAt: new Date(NOW).toISOString() }],
    }), // prettier-ignore
  granted('getRefund', 'shows the accounts of a transfer to who asks for details', [ordered, BY_TRANSFER],
    { refundId: 1, details: true }, {}, { transactions: [{ account: 'PL61', clientAccount: 'DE02' }] }), // prettier-ignore
  granted('getRefund', 'shows a refund as it always did to who does not ask', [ordered, WITH_DETAILS],
    { refundId: 1, details: false }), // prettier-ignore
  granted('getRefund', 'shows a refund whole, with its lines and its history',
    [
      ordered,
      did('addAutomaticRefundForOrder', {
        ...{ orderId: 5, paymentId: 1, amount: '60.00', currency: 'PLN', shipping: '3.50', reason: 'róża', note: '' },
        lines: [
          { lineId: 2, quantity: 1 },
          { lineId: 1, quantity: 2 },
        ],
      }),
      later(1234),
      did('updateRefund', { refundId: 1, amount: '55.55', currency: 'PLN' }),
      confirmed(),
      drained,
    ],
    { refundId: 1 }), // prettier-ignore
  granted('getRefund', 'shows a refund of a return', [ordered, opened, accepted, refundedReturn()], { refundId: 1 }),
  granted('getRefund', 'shows cash with no lines', [orderedAs(inVnd),
    did('addManualRefund', { sourceType: 'order', sourceId: 5, amount: '1', currency: 'VND', destination: 'cash' })],
    { refundId: 1 }), // prettier-ignore
  refused('refund_not_found', 'refundId', 'knows no such refund', [], { refundId: 1 }),
];

const severalRefunds: readonly Step[] = [
  orderedAs({ orderId: 4 }),
  ordered,
  refundedByCard('1.00'),
  later(DAY_MS),
  refundedByCard('2.00'),
  did('addManualRefund', { sourceType: 'order', sourceId: 4, amount: '3', currency: 'PLN', destination: 'cash' }),
  later(DAY_MS),
  claimed,
  accepted,
  did('addAutomaticRefund', { sourceType: 'claim', sourceId: 1, amount: '4.00' }),
  cancelled(2),
];

const ids = (...refundIds: number[]) => ({ refunds: refundIds.map((refundId) => ({ refundId })) });

export const retrieveRefundsList: readonly Case[] = [
  granted(
    'retrieveRefundsList',
    'finds what every filter lets through',
    severalRefunds,
    { state: 'all', sourceType: 'order', orderId: 5, since: ago(-1), cursor: '1', limit: 1, details: true },
    {},
    ids(2),
  ),
  granted('retrieveRefundsList', 'shows the details of refunds to who asks for them', [ordered, BY_TRANSFER], { details: true }, {}, {
    refunds: [{ transactions: [{ account: 'PL61', clientAccount: 'DE02' }] }],
  }), // prettier-ignore
  granted('retrieveRefundsList', 'lists what waits for confirmation', severalRefunds, {}, {}, ids(1, 3, 4)),
  granted(
    'retrieveRefundsList',
    'lists page after page: the first',
    severalRefunds,
    { state: 'all', limit: 2 },
    {},
    { ...ids(1, 2), nextCursor: '2' },
  ),
  granted(
    'retrieveRefundsList',
    'lists page after page: the last',
    severalRefunds,
    { state: 'all', limit: 2, cursor: '2' },
    {},
    ids(3, 4),
  ),
  granted(
    'retrieveRefundsList',
    'lists nothing past the end',
    severalRefunds,
    { state: 'all', cursor: '4' },
    {},
    ids(),
  ),
  granted(
    'retrieveRefundsList',
    'lists nothing far past the end',
    severalRefunds,
    { cursor: '9999999999999999' },
    {},
    ids(),
  ),
  granted('retrieveRefundsList', 'lists nothing where nothing is', [], {}, {}, ids()),
  granted(
    'retrieveRefundsList',
    'lists what happened since, told in another zone',
    severalRefunds,
    { state: 'all', since: '2026-11-22T11:30:00.001+01:00', limit: 100 },
    {},
    ids(4),
  ),
  granted('retrieveRefundsList', 'lists claims alone', severalRefunds, { sourceType: 'claim' }, {}, ids(4)),
  granted('retrieveRefundsList', 'lists what was cancelled', severalRefunds, { state: 'cancelled' }, {}, ids(2)),
  refused('request_invalid', 'state', 'knows no such state', [], { state: 'lost' }),
  refused('request_invalid', 'limit', 'lists at least one', [], { limit: 0 }),
  refused('request_invalid', 'limit', 'lists at most a hundred', [], { limit: 101 }),
  refused('request_invalid', 'limit', 'counts in numbers', [], { limit: 'ten' }),
  refused('request_invalid', 'cursor', 'takes cursors it gave', [], { cursor: 'next' }),
  refused('request_invalid', 'cursor', 'takes no cursor below zero', [], { cursor: '-1' }),
  refused('request_invalid', 'since', 'wants times with a zone', [], { since: '2026-11-21T10:30:00' }),
  refused('request_invalid', 'since', 'wants days that calendars have', [], { since: '2026-02-30T10:30:00Z' }),
  refused('request_invalid', 'order', 'passes no misspelt filter over', [], { order: 5 }),
];

const SOURCE = { sourceType: 'order', sourceId: 5 } as const;

export const quoteRefund: readonly Case[] = [
  granted('quoteRefund', 'explains units, shipping and an adjustment', [ordered], {
    ...{ ...SOURCE, shipping: '10', adjustment: '-2.5' },
    lines: [
      { lineId: 1, quantity: 1 },
      { lineId: 2, quantity: 1 },
    ],
  }),
  granted('quoteRefund', 'explains an amount', [ordered], { ...SOURCE, amount: '95.01' }),
  granted('quoteRefund', 'explains what is left when nothing is named', [ordered, refundedByCard()], SOURCE),
  granted('quoteRefund', 'explains a return', [ordered, opened, accepted], { sourceType: 'return', sourceId: 1 }),
  granted('quoteRefund', 'explains an adjustment above the goods', [ordered], {
    ...SOURCE,
    lines: [],
    adjustment: '0.01',
  }),
  refused('order_not_found', 'sourceId', 'knows no such order', [], SOURCE),
  refused('return_not_found', 'sourceId', 'knows no such return', [ordered], { sourceType: 'return', sourceId: 1 }),
  refused('return_not_accepted', 'sourceId', 'gives nothing for what was rejected', [ordered, opened, rejected], {
    ...{ sourceType: 'return', sourceId: 1 },
  }),
  refused('request_invalid', 'adjustment', 'works the adjustment out itself', [ordered], {
    ...{ ...SOURCE, amount: '1', adjustment: '1' },
  }),
  refused('amount_invalid', 'adjustment', 'takes no more away than there is', [ordered], {
    ...SOURCE,
    adjustment: '-0.01',
  }),
  refused('amount_invalid', 'amount', 'has no tenth of a grosz', [ordered], { ...SOURCE, amount: '0.001' }),
  refused('amount_exceeds_refundable', 'amount', 'gives no more than was paid', [ordered], {
    ...SOURCE,
    amount: '99.01',
  }),
  refused('quantity_exceeds_refundable', 'lines[0].quantity', 'gives no more units than were bought', [ordered], {
    ...SOURCE,
    lines: [{ lineId: 2, quantity: 2 }],
  }),
  refused('line_not_found', 'lines[0].lineId', 'knows no such line', [ordered], {
    ...SOURCE,
    lines: [{ lineId: 3, quantity: 1 }],
  }),
  refused('shipping_exceeds_refundable', 'shipping', 'gives no more shipping than was paid', [ordered], {
    ...{ ...SOURCE, shipping: '10.01' },
  }),
  refused('request_invalid', 'lines[0].quantity', 'wants whole units', [ordered], {
    ...SOURCE,
    lines: [{ lineId: 2, quantity: '0.5' }],
  }),
];
