/** Refunds that their caller puts together: suggested, carried out at once, and seen in the ledger of their order. */
import { accepted, confirmed, did, drained, granted, HARD_TEXT, inKwd, inVnd, later, opened, ordered } from './case';
import { orderedAs, refundedByCard, refundedInCash, refundedReturn, refused } from './case';
import type { Case } from './case';

const ONE_MUG = { lineId: 1, quantity: 1 };
const TO_CARD = { orderId: 5, parts: [{ paymentId: 1, amount: '30.00' }] };
const WHOLE = {
  ...{ orderId: 5, shipping: '4.00', currency: 'PLN', note: HARD_TEXT },
  lines: [
    { lineId: 2, quantity: 1, restock: 'none', location: 9007199254740991 },
    { lineId: 1, quantity: 2, restock: 'return', location: 7 },
  ],
  adjustments: [
    { kind: 'shipping', amount: '1.00', tax: '0.23', reason: 'ż & <ó>' },
    { kind: 'discrepancy', amount: '-2.50', tax: '-0.10', reason: HARD_TEXT },
  ],
  parts: [
    { paymentId: 1, amount: '60.00' },
    { paymentId: 2, amount: '5.00', way: 'gotówka' },
    { paymentId: 3, amount: '5' },
  ],
} as const;
const composed = (changes: object): Record<string, unknown> => ({ ...TO_CARD, ...changes });
const lines = (...some: { lineId: number; quantity: number }[]) => ({ lines: some });

export const addComposedRefund: readonly Case[] = [
  granted(
    'addComposedRefund',
    'gives back units, shipping and adjustments over several payments, with everything said',
    [ordered],
    { ...WHOLE, lines: [...WHOLE.lines], adjustments: [...WHOLE.adjustments], parts: [...WHOLE.parts] },
    {},
    {
      ...{ method: 'automatic', state: 'approved', amount: '70.00', note: HARD_TEXT },
      transactions: [
        { paymentId: 1, provider: 'simulated', state: 'approved', amount: '60.00' },
        { paymentId: 2, way: 'gotówka', state: 'settled', amount: '5.00' },
        { paymentId: 3, state: 'settled', amount: '5.00' },
      ],
    },
  ),
  granted(
    'addComposedRefund',
    'takes goods back and gives no money for them',
    [ordered],
    { orderId: 5, lines: [{ ...ONE_MUG, restock: 'cancel' }] },
    {},
    { state: 'settled', amount: '0.00', transactions: [] },
  ),
  granted('addComposedRefund', 'gives back what is left of a payment', [ordered, refundedByCard()], {
    orderId: 5,
    shipping: 'all',
    parts: [{ paymentId: 1 }],
  }),
  granted('addComposedRefund', 'finds the only payment that has as much', [ordered], {
    orderId: 5,
    parts: [{ amount: '70.00' }],
  }),
  granted('addComposedRefund', 'counts đồng whole', [orderedAs(inVnd)], {
    ...{ orderId: 5, shipping: '20000', ...lines(ONE_MUG), parts: [{ amount: '70000' }] },
  }),
  granted('addComposedRefund', 'counts dinars in thousands', [orderedAs(inKwd)], {
    ...{ orderId: 5, shipping: 'all', ...lines(ONE_MUG), parts: [{ amount: '8.000' }] },
  }),
  granted('addComposedRefund', 'repeats its answer under the same key, though money has moved since',
    [ordered, did('addComposedRefund', TO_CARD, 'k1'), drained], TO_CARD, { idempotencyKey: 'k1' }), // prettier-ignore
  refused('refund_empty', undefined, 'needs something to give back', [ordered], { orderId: 5 }),
  refused('refund_empty', undefined, 'takes shipping for a part of what money is for', [ordered], {
    ...{ orderId: 5, shipping: 'all' },
  }),
  refused('idempotency_key_reused', undefined, 'keeps a key to the wish it came with',
    [ordered, did('addComposedRefund', TO_CARD, 'k1')], composed({ note: 'x' }), { idempotencyKey: 'k1' }), // prettier-ignore
  refused('order_not_found', 'orderId', 'knows no such order', [], TO_CARD),
  refused('currency_mismatch', 'currency', 'stays in the currency of the order', [ordered], composed({ currency: 'EUR' })), // prettier-ignore
  refused('currency_unknown', 'currency', 'knows no such currency', [ordered], composed({ currency: 'XXX' })),
  refused('order_not_paid', undefined, 'gives nothing back that nobody paid', [orderedAs({ payments: [] })], TO_CARD),
  refused('line_not_found', 'lines[1].lineId', 'knows no such line', [ordered],
    composed(lines(ONE_MUG, { lineId: 9, quantity: 1 }))), // prettier-ignore
  refused('request_invalid', 'lines[1].lineId', 'takes no line twice', [ordered], composed(lines(ONE_MUG, ONE_MUG))),
  refused('quantity_exceeds_refundable', 'lines[0].quantity', 'gives no unit back twice', [ordered, opened],
    composed(lines({ lineId: 1, quantity: 2 }))), // prettier-ignore
  refused('quantity_exceeds_refundable', 'lines[0].quantity', 'keeps goods taken that came back for no money',
    [ordered, did('addComposedRefund', { orderId: 5, lines: [{ lineId: 2, quantity: 1 }] })],
    composed(lines({ lineId: 2, quantity: 1 }))), // prettier-ignore
  refused('request_invalid', 'lines[0].restock', 'knows no such place for goods', [ordered],
    composed({ lines: [{ ...ONE_MUG, restock: 'attic' }] })), // prettier-ignore
  refused('amount_invalid', 'adjustments[0].amount', 'adjusts by whole grosze', [ordered],
    composed({ adjustments: [{ kind: 'discrepancy', amount: '-1.005' }] })), // prettier-ignore
  refused('amount_invalid', 'adjustments[0].tax', 'reads tax with the same care', [ordered],
    composed({ adjustments: [{ kind: 'discrepancy', amount: '1', tax: '0.005' }] })), // prettier-ignore
  refused('amount_invalid', 'adjustments[0].amount', 'gives back no shipping below nothing', [ordered],
    composed({ adjustments: [{ kind: 'shipping', amount: '-1.00' }] })), // prettier-ignore
  refused('amount_invalid', 'shipping', 'reads shipping with the same care', [ordered], composed({ shipping: '1.005' })), // prettier-ignore
  refused('shipping_exceeds_refundable', 'shipping', 'gives no more shipping than was paid', [ordered],
    composed({ shipping: '9.00', adjustments: [{ kind: 'shipping', amount: '1.01' }] })), // prettier-ignore
  refused('request_invalid', 'shipping', 'knows one word for what is left of shipping', [ordered],
    composed({ shipping: 'most' })), // prettier-ignore
  refused(
    'amount_exceeds_refundable',
    'parts',
    'gives no more than was paid',
    [ordered],
    composed({
      parts: [{ paymentId: 1, amount: '80.00' }, { paymentId: 2, amount: '19.01' }], // prettier-ignore
    }),
  ),
  refused(
    'amount_exceeds_refundable',
    'parts[1].amount',
    'gives no more than the payment has',
    [ordered],
    composed({
      parts: [{ paymentId: 1, amount: '80.00' }, { paymentId: 2, amount: '14.01' }], // prettier-ignore
    }),
  ),
  refused('amount_exceeds_refundable', 'parts[0].amount', 'counts what others hold', [ordered, refundedByCard('50.01')],
    TO_CARD), // prettier-ignore
  refused('amount_exceeds_refundable', 'parts[0].amount', 'finds no payment that has as much', [ordered],
    composed({ parts: [{ amount: '80.01' }] })), // prettier-ignore
  refused('amount_exceeds_refundable', 'parts[0].amount', 'finds nothing left of a payment',
    [ordered, refundedByCard('80.00')], composed({ parts: [{ paymentId: 1 }] })), // prettier-ignore
  refused('request_invalid', 'parts[0].paymentId', 'guesses no payment where several have as much', [ordered],
    composed({ parts: [{ amount: '14.00' }] })), // prettier-ignore
  refused('payment_not_found', 'parts[0].paymentId', 'knows no such payment', [ordered],
    composed({ parts: [{ paymentId: 4, amount: '1' }] })), // prettier-ignore
  refused('amount_invalid', 'parts[0].amount', 'gives more than nothing', [ordered],
    composed({ parts: [{ paymentId: 1, amount: '0.00' }] })), // prettier-ignore
];

export const suggestRefund: readonly Case[] = [
  granted(
    'suggestRefund',
    'works out units and shipping, with everything said',
    [ordered],
    { orderId: 5, shipping: '4.00', currency: 'PLN', lines: [...WHOLE.lines] },
    {},
    {
      ...{ amount: '73.33', shipping: '4.00', shippingLeft: '10.00' },
      lines: [
        { lineId: 2, restock: 'none', amount: '30.00' },
        { lineId: 1, restock: 'return', location: 7 },
      ],
      parts: [
        { paymentId: 2, automatic: true, amount: '14.00', refundable: '14.00' },
        { paymentId: 3, automatic: false, amount: '5.00' },
        { paymentId: 1, automatic: true, amount: '54.33', refundable: '80.00' },
      ],
    },
  ),
  granted(
    'suggestRefund',
    'suggests nothing where nothing is named',
    [ordered],
    { orderId: 5 },
    {},
    { amount: '0.00' },
  ),
  granted('suggestRefund', 'suggests no more than is left', [ordered, refundedByCard('80.00'), refundedInCash('19')],
    { orderId: 5, shipping: 'all', ...lines(ONE_MUG) }, {}, { amount: '0.00', parts: [] }), // prettier-ignore
  refused('order_not_found', 'orderId', 'knows no such order', [], { orderId: 5 }),
  refused('currency_mismatch', 'currency', 'stays in the currency of the order', [ordered], {
    ...{ orderId: 5, currency: 'EUR' },
  }),
  refused('line_not_found', 'lines[0].lineId', 'knows no such line', [ordered], {
    ...{ orderId: 5, ...lines({ lineId: 9, quantity: 1 }) },
  }),
  refused('quantity_exceeds_refundable', 'lines[0].quantity', 'suggests no unit twice', [ordered, opened], {
    ...{ orderId: 5, ...lines({ lineId: 1, quantity: 2 }) },
  }),
  refused('shipping_exceeds_refundable', 'shipping', 'suggests no more shipping than was paid', [ordered], {
    ...{ orderId: 5, shipping: '10.01' },
  }),
];

export const getOrderLedger: readonly Case[] = [
  granted(
    'getOrderLedger',
    'shows an order with all that was given back of it',
    [
      ordered,
      did('addComposedRefund', {
        ...WHOLE,
        ...{ lines: [...WHOLE.lines], adjustments: [...WHOLE.adjustments], parts: [...WHOLE.parts] },
      }),
      drained,
      later(1),
      did('openReturn', { orderId: 5, lines: [{ lineId: 1, quantity: 1 }] }),
      accepted,
      refundedReturn('7.00'),
    ],
    { orderId: 5 },
    {},
    {
      refunds: [
        {
          ...{ refundId: 1, ordinal: 4, state: 'settled', shipping: '5.23', lastOfGoods: false },
          adjustments: [
            { kind: 'shipping', amount: '1.00', tax: '0.23', reason: 'ż & <ó>' },
            { kind: 'discrepancy', amount: '-2.50', tax: '-0.10', reason: HARD_TEXT },
          ],
          transactions: [{ state: 'settled' }, { way: 'gotówka' }, { paymentId: 3 }],
        },
        { refundId: 2, sourceType: 'return', sourceId: 1, amount: '7.00' },
      ],
      freeLines: [
        { lineId: 1, sku: 'mug', quantity: 0 },
        { lineId: 2, sku: 'cup', quantity: 0 },
      ],
      ...{ shippingTaken: '5.23', shippingLeft: '4.77' },
    },
  ),
  granted(
    'getOrderLedger',
    'shows an order of which nothing was given back',
    [ordered],
    { orderId: 5 },
    {},
    {
      ...{ refunds: [], shippingTaken: '0.00', shippingLeft: '10.00', order: { orderId: 5, refundable: '99.00' } },
      freeLines: [{ lineId: 1, quantity: 3 }, { lineId: 2, quantity: 1 }], // prettier-ignore
    },
  ),
  granted(
    'getOrderLedger',
    'shows which refund was the last of the goods',
    [
      orderedAs(inKwd),
      did('addComposedRefund', { orderId: 5, shipping: 'all', lines: [ONE_MUG], parts: [{ paymentId: 1 }] }),
    ],
    { orderId: 5 },
    {},
    { refunds: [{ lastOfGoods: true, shipping: '0.125', amount: '8.000' }] },
  ),
  granted('getOrderLedger', 'shows money that waits, and goods that no money was given for',
    [ordered, refundedInCash(), confirmed(), did('addComposedRefund', { orderId: 5, lines: [ONE_MUG] })],
    { orderId: 5 }, {}, { refunds: [{ ordinal: 4 }, { ordinal: 5, transactions: [] }] }), // prettier-ignore
  refused('order_not_found', 'orderId', 'knows no such order', [], { orderId: 5 }),
];
