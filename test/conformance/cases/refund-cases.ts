/** Refunds as callers ask for them: added, changed, confirmed, cancelled. */
import {
  accepted,
  cancelled,
  claimed,
  confirmed,
  did,
  drained,
  granted,
  HARD_TEXT,
  opened,
  ordered,
  orderedAs,
} from './case';
import { refundedByCard, refundedInCash, refundedReturn, refused, rejected } from './case';
import { inKwd, inVnd } from './case';
import type { Case, Step } from './case';

const FOR_RETURN = { sourceType: 'return', sourceId: 1 } as const;
const returnAccepted = [ordered, opened, accepted];

export const addAutomaticRefund: readonly Case[] = [
  granted('addAutomaticRefund', 'gives back a part of a return, with everything said', returnAccepted, {
    ...FOR_RETURN,
    ...{ amount: '69.32', currency: 'PLN', reason: 'too small', note: HARD_TEXT },
  }),
  granted(
    'addAutomaticRefund',
    'gives back what is left of a return when no amount is said',
    returnAccepted,
    FOR_RETURN,
  ),
  granted('addAutomaticRefund', 'gives back a claim', [ordered, claimed, accepted], {
    sourceType: 'claim',
    sourceId: 1,
  }),
  granted(
    'addAutomaticRefund',
    'spreads a return over several payments',
    [...returnAccepted, refundedByCard('20.00')],
    {
      ...FOR_RETURN,
      amount: '65',
    },
  ),
  granted('addAutomaticRefund', 'repeats its answer under the same key',
    [...returnAccepted, did('addAutomaticRefund', { ...FOR_RETURN, amount: '5.00' }, 'k1')],
    { ...FOR_RETURN, amount: '5.00' }, { idempotencyKey: 'k1' }), // prettier-ignore
  refused('idempotency_key_reused', undefined, 'keeps a key to the wish it came with',
    [...returnAccepted, did('addAutomaticRefund', { ...FOR_RETURN, amount: '5.00' }, 'k1')],
    { ...FOR_RETURN, amount: '6.00' }, { idempotencyKey: 'k1' }), // prettier-ignore
  refused('return_not_found', 'sourceId', 'knows no such return', [ordered], FOR_RETURN),
  refused('return_not_found', 'sourceId', 'takes no return for a claim', returnAccepted, {
    ...FOR_RETURN,
    sourceType: 'claim',
  }),
  refused('request_invalid', 'sourceType', 'takes no order', [ordered], { sourceType: 'order', sourceId: 5 }),
  refused('return_not_accepted', 'sourceId', 'waits until a return is accepted', [ordered, opened], FOR_RETURN),
  refused(
    'return_not_accepted',
    'sourceId',
    'gives nothing for a rejected return',
    [ordered, opened, rejected],
    FOR_RETURN,
  ),
  refused('return_is_exchange', 'sourceId', 'gives goods for an exchange, and no money',
    [ordered, did('openReturn', { orderId: 5, compensation: 'exchange', lines: [{ lineId: 2, quantity: 1 }] }), accepted],
    FOR_RETURN), // prettier-ignore
  refused('currency_unknown', 'currency', 'knows no such currency', returnAccepted, { ...FOR_RETURN, currency: 'XXX' }),
  refused('currency_mismatch', 'currency', 'stays in the currency of the order', returnAccepted, {
    ...FOR_RETURN,
    currency: 'EUR',
  }),
  refused('amount_invalid', 'amount', 'gives more than nothing', returnAccepted, { ...FOR_RETURN, amount: '0.00' }),
  refused('amount_invalid', 'amount', 'has no tenth of a grosz', returnAccepted, { ...FOR_RETURN, amount: '1.005' }),
  refused('request_invalid', 'amount', 'gives nothing negative', returnAccepted, { ...FOR_RETURN, amount: '-1.00' }),
  refused('amount_exceeds_refundable', 'amount', 'gives no more than the return is worth', returnAccepted, {
    ...FOR_RETURN,
    amount: '69.34',
  }),
  refused(
    'amount_exceeds_refundable',
    undefined,
    'finds nothing left',
    [...returnAccepted, refundedReturn()],
    FOR_RETURN,
  ),
  refused('amount_exceeds_refundable', 'amount', 'gives no more than providers can',
    [ordered, refundedByCard('80.00'), opened, accepted], { ...FOR_RETURN, amount: '14.01' }), // prettier-ignore
  refused('payment_not_automatic', undefined, 'needs a payment that a provider can give back',
    [orderedAs({ payments: [{ paymentId: 1, provider: 'till', method: 'cash', amount: '99.00' }] }), opened, accepted],
    FOR_RETURN), // prettier-ignore
];

const FOR_PAYMENT = { orderId: 5, paymentId: 1, amount: '30.00', currency: 'PLN' } as const;

export const addAutomaticRefundForOrder: readonly Case[] = [
  granted('addAutomaticRefundForOrder', 'gives back units and shipping, with everything said', [ordered], {
    ...FOR_PAYMENT,
    ...{ amount: '70.50', expectedRefundable: '80.00', shipping: '9.99', reason: HARD_TEXT, note: 'by phone' },
    lines: [
      { lineId: 1, quantity: 2 },
      { lineId: 2, quantity: 1 },
    ],
  }),
  granted('addAutomaticRefundForOrder', 'gives back a part of one payment', [ordered], FOR_PAYMENT),
  granted('addAutomaticRefundForOrder', 'gives back units for less than they are worth', [ordered], {
    ...FOR_PAYMENT,
    lines: [{ lineId: 2, quantity: 1 }],
    amount: '12.5',
  }),
  granted(
    'addAutomaticRefundForOrder',
    'gives what a cancellation let go',
    [ordered, refundedByCard('80.00'), cancelled()],
    {
      ...{ ...FOR_PAYMENT, amount: '80.00' },
    },
  ),
  granted('addAutomaticRefundForOrder', 'names no line', [ordered], { ...FOR_PAYMENT, lines: [] }),
  granted('addAutomaticRefundForOrder', 'counts đồng whole', [orderedAs(inVnd)], {
    ...{ orderId: 5, paymentId: 1, amount: '170000', currency: 'VND' },
  }),
  granted('addAutomaticRefundForOrder', 'counts dinars in thousands', [orderedAs(inKwd)], {
    ...{ orderId: 5, paymentId: 1, amount: '7.999', currency: 'KWD' },
  }),
  granted('addAutomaticRefundForOrder', 'repeats its answer under the same key, though money has moved since',
    [ordered, did('addAutomaticRefundForOrder', { ...FOR_PAYMENT, amount: '50.00' }, 'k!'), confirmed(), drained],
    { ...FOR_PAYMENT, amount: '50.00' }, { idempotencyBlock: 'k!' }), // prettier-ignore
  refused('idempotency_key_reused', undefined, 'keeps a key to the operation it came with',
    [ordered, did('addManualRefund', { sourceType: 'order', sourceId: 5, amount: '1.00', currency: 'PLN', destination: 'cash' }, 'k1')],
    FOR_PAYMENT, { idempotencyKey: 'k1' }), // prettier-ignore
  refused('idempotency_key_invalid', undefined, 'takes no key with a blank in it', [ordered], FOR_PAYMENT, {
    idempotencyKey: 'two words',
  }),
  refused('idempotency_key_invalid', undefined, 'takes no key of 256 characters', [ordered], FOR_PAYMENT, {
    idempotencyKey: 'k'.repeat(256),
  }),
  refused('order_not_found', 'orderId', 'knows no such order', [], FOR_PAYMENT),
  refused('payment_not_found', 'paymentId', 'knows no such payment', [ordered], { ...FOR_PAYMENT, paymentId: 4 }),
  refused('currency_unknown', 'currency', 'knows no such currency', [ordered], { ...FOR_PAYMENT, currency: 'XXX' }),
  refused('currency_mismatch', 'currency', 'stays in the currency of the order', [ordered], {
    ...FOR_PAYMENT,
    currency: 'EUR',
  }),
  refused('payment_not_automatic', 'paymentId', 'cannot give cash back', [ordered], {
    ...FOR_PAYMENT,
    paymentId: 3,
    amount: '5.00',
  }),
  refused('order_not_automatic', 'paymentId', 'believes a shop that says a payment cannot be given back',
    [orderedAs({ payments: [{ paymentId: 1, provider: 'simulated', method: 'card', amount: '99', reference: 'p', refundable: false }] })],
    FOR_PAYMENT), // prettier-ignore
  refused('amount_invalid', 'amount', 'gives more than nothing', [ordered], { ...FOR_PAYMENT, amount: '0' }),
  refused('amount_invalid', 'amount', 'has no tenth of a grosz', [ordered], { ...FOR_PAYMENT, amount: '12.345' }),
  refused('amount_invalid', 'amount', 'has no tenth of a đồng', [orderedAs(inVnd)], {
    ...FOR_PAYMENT,
    amount: '1000.5',
    currency: 'VND',
  }),
  refused('request_invalid', 'amount', 'reads no more than three decimals', [ordered], {
    ...FOR_PAYMENT,
    amount: '12.3450',
  }),
  refused('amount_invalid', 'shipping', 'reads shipping with the same care', [ordered], {
    ...FOR_PAYMENT,
    shipping: '1.005',
  }),
  refused('amount_exceeds_refundable', 'amount', 'gives no more than the payment has', [ordered], {
    ...FOR_PAYMENT,
    amount: '80.01',
  }),
  refused(
    'amount_exceeds_refundable',
    'amount',
    'counts what others hold',
    [ordered, refundedByCard('50.01')],
    FOR_PAYMENT,
  ),
  refused('view_is_stale', 'expectedRefundable', 'refuses who looked too long ago', [ordered, refundedByCard()], {
    ...FOR_PAYMENT,
    expectedRefundable: '80.00',
  }),
  refused('line_not_found', 'lines[1].lineId', 'knows no such line', [ordered], {
    ...FOR_PAYMENT,
    lines: [
      { lineId: 1, quantity: 1 },
      { lineId: 9, quantity: 1 },
    ],
  }),
  refused('request_invalid', 'lines[1].lineId', 'takes no line twice', [ordered], {
    ...FOR_PAYMENT,
    lines: [
      { lineId: 1, quantity: 1 },
      { lineId: 1, quantity: 1 },
    ],
  }),
  refused('quantity_exceeds_refundable', 'lines[0].quantity', 'gives no unit back twice', [ordered, opened], {
    ...FOR_PAYMENT,
    lines: [{ lineId: 1, quantity: 2 }],
  }),
  refused('shipping_exceeds_refundable', 'shipping', 'gives no more shipping than was paid', [ordered], {
    ...FOR_PAYMENT,
    shipping: '10.01',
  }),
];

const BY_HAND = {
  sourceType: 'order',
  sourceId: 5,
  amount: '30.00',
  currency: 'PLN',
  destination: 'bank_transfer',
} as const;

export const addManualRefund: readonly Case[] = [
  granted('addManualRefund', 'records a transfer, with everything said', [ordered], {
    ...BY_HAND,
    ...{ reference: 'TR/2026/11 ż', expectedRefundable: '99', shipping: '0.00', reason: 'ok', note: HARD_TEXT },
    ...{ account: 'PL61 1090 1014 0000 0712 1981 2874', clientAccount: ' <&> żółw' },
    lines: [{ lineId: 1, quantity: 3 }],
  }),
  granted('addManualRefund', 'records cash of the whole order', [ordered], {
    ...BY_HAND,
    amount: '99',
    destination: 'cash',
  }),
  granted('addManualRefund', 'records a voucher for a return', [ordered, opened, accepted], {
    ...BY_HAND,
    ...{ ...FOR_RETURN, amount: '69.33', destination: 'voucher' },
  }),
  granted('addManualRefund', 'records a balance for a claim', [ordered, claimed, accepted], {
    ...BY_HAND,
    ...{ sourceType: 'claim', sourceId: 1, destination: 'customer_balance' },
  }),
  refused('order_not_found', 'sourceId', 'knows no such order', [], BY_HAND),
  refused('return_not_found', 'sourceId', 'knows no such return', [ordered], { ...BY_HAND, ...FOR_RETURN }),
  refused('return_not_accepted', 'sourceId', 'waits until a return is accepted', [ordered, opened], {
    ...BY_HAND,
    ...FOR_RETURN,
  }),
  refused('currency_mismatch', 'currency', 'stays in the currency of the order', [ordered], {
    ...BY_HAND,
    currency: 'EUR',
  }),
  refused('amount_invalid', 'amount', 'gives more than nothing', [ordered], { ...BY_HAND, amount: '000.00' }),
  refused('amount_exceeds_refundable', 'amount', 'gives no more than was paid', [ordered], {
    ...BY_HAND,
    amount: '99.01',
  }),
  refused('view_is_stale', 'expectedRefundable', 'refuses who looked too long ago', [ordered, refundedInCash()], {
    ...BY_HAND,
    expectedRefundable: '99.00',
  }),
  refused('request_invalid', 'lines', 'leaves the lines of a return to the return', [ordered, opened, accepted], {
    ...{ ...BY_HAND, ...FOR_RETURN },
    lines: [{ lineId: 1, quantity: 1 }],
  }),
  refused('shipping_exceeds_refundable', 'shipping', 'gives no shipping back twice',
    [ordered, did('addManualRefund', { ...BY_HAND, shipping: '6.00' })], { ...BY_HAND, shipping: '4.01' }), // prettier-ignore
  refused('request_invalid', 'destination', 'sends money to no unknown place', [ordered], {
    ...BY_HAND,
    destination: 'moon',
  }),
  refused('request_invalid', 'account', 'keeps accounts short', [ordered], { ...BY_HAND, account: '1'.repeat(65) }),
  refused('request_invalid', 'reference', 'keeps references short', [ordered], {
    ...BY_HAND,
    reference: '😀'.repeat(101),
  }),
];

export const updateRefund: readonly Case[] = [
  granted('updateRefund', 'gives less', [ordered, refundedByCard()], { refundId: 1, amount: '12.3', currency: 'PLN' }),
  granted('updateRefund', 'gives more of a return, over more payments',
    [ordered, refundedByCard('75.00'), opened, accepted, refundedReturn('4.00')],
    { refundId: 2, amount: '15.00', currency: 'PLN' }), // prettier-ignore
  granted('updateRefund', 'changes a manual one', [ordered, refundedInCash()], {
    refundId: 1,
    amount: '99',
    currency: 'PLN',
  }),
  granted('updateRefund', 'repeats its answer under the same key',
    [ordered, refundedInCash(), did('updateRefund', { refundId: 1, amount: '1', currency: 'PLN' }, 'k1'), cancelled()],
    { refundId: 1, amount: '1', currency: 'PLN' }, { idempotencyBlock: 'k1' }), // prettier-ignore
  refused('refund_not_found', 'refundId', 'knows no such refund', [ordered], {
    refundId: 1,
    amount: '1',
    currency: 'PLN',
  }),
  refused(
    'transition_not_allowed',
    undefined,
    'leaves a confirmed refund as it is',
    [ordered, refundedByCard(), confirmed()],
    {
      ...{ refundId: 1, amount: '1.00', currency: 'PLN' },
    },
  ),
  refused('currency_mismatch', 'currency', 'stays in its currency', [ordered, refundedByCard()], {
    ...{ refundId: 1, amount: '1.00', currency: 'EUR' },
  }),
  refused('currency_unknown', 'currency', 'knows no such currency', [ordered, refundedByCard()], {
    ...{ refundId: 1, amount: '1.00', currency: 'ZZZ' },
  }),
  refused('amount_invalid', 'amount', 'gives more than nothing', [ordered, refundedByCard()], {
    ...{ refundId: 1, amount: '0', currency: 'PLN' },
  }),
  refused('amount_exceeds_refundable', 'amount', 'gives no more than the payment has', [ordered, refundedByCard()], {
    ...{ refundId: 1, amount: '80.01', currency: 'PLN' },
  }),
];

export const confirmRefund: readonly Case[] = [
  granted('confirmRefund', 'hands a refund to its provider for who knows what is left', [ordered, refundedByCard()], {
    ...{ refundId: 1, expectedRefundable: '69' },
  }),
  granted('confirmRefund', 'hands a refund to its provider', [ordered, refundedByCard()], { refundId: 1 }),
  granted('confirmRefund', 'records that cash was paid out', [ordered, refundedInCash()], { refundId: 1 }),
  granted('confirmRefund', 'repeats its answer under the same key, though the money is gone',
    [ordered, refundedByCard(), did('confirmRefund', { refundId: 1 }, 'k1'), drained],
    { refundId: 1 }, { idempotencyKey: 'k1' }), // prettier-ignore
  refused('refund_not_found', 'refundId', 'knows no such refund', [ordered], { refundId: 77 }),
  refused('transition_not_allowed', undefined, 'confirms once', [ordered, refundedByCard(), confirmed()], {
    refundId: 1,
  }),
  refused('transition_not_allowed', undefined, 'confirms nothing cancelled', [ordered, refundedInCash(), cancelled()], {
    refundId: 1,
  }),
  refused('view_is_stale', 'expectedRefundable', 'refuses who looked too long ago', [ordered, refundedByCard()], {
    ...{ refundId: 1, expectedRefundable: '99.00' },
  }),
  refused('amount_invalid', 'expectedRefundable', 'reads what was seen with care', [ordered, refundedByCard()], {
    ...{ refundId: 1, expectedRefundable: '69.001' },
  }),
];

export const cancelRefund: readonly Case[] = [
  granted('cancelRefund', 'lets the money go, and keeps the reason', [ordered, refundedByCard()], {
    ...{ refundId: 1, reason: HARD_TEXT },
  }),
  granted('cancelRefund', 'takes a confirmed refund back before it is sent', [ordered, refundedByCard(), confirmed()], {
    refundId: 1,
  }),
  refused('refund_not_found', 'refundId', 'knows no such refund', [ordered], { refundId: 1 }),
  refused(
    'transition_not_allowed',
    undefined,
    'cannot call settled money back',
    [ordered, refundedByCard(), confirmed(), drained],
    {
      refundId: 1,
    },
  ),
  refused('transition_not_allowed', undefined, 'cancels once', [ordered, refundedInCash(), cancelled()], {
    refundId: 1,
  }),
];

/** Sent, and the line broke after the money moved: nobody knows, until somebody asks. */
const lost: Step = async ({ services, caller }) => {
  const wish = { orderId: 5, paymentId: 1, amount: '30.00', currency: 'PLN' };
  const { id: refundId } = await services.refunds.addAutomaticForOrder(caller, wish);
  await services.refunds.confirm(caller, { refundId });
  for (const task of await services.dispatch.claim('worker', 10)) {
    await services.dispatch.record(task, { kind: 'unknown', cause: 'timeout' });
  }
};
const FOUND = { refundId: 1, outcome: 'settled', reason: 'on the statement' } as const;

export const resolveRefund: readonly Case[] = [
  granted('resolveRefund', 'records that the money went', [ordered, lost], { ...FOUND, reference: 're_1' }),
  granted('resolveRefund', 'records that the money never went, and keeps the reason', [ordered, lost], {
    ...{ refundId: 1, transactionId: 1, outcome: 'declined', reason: HARD_TEXT },
  }),
  granted('resolveRefund', 'repeats its answer under the same key',
    [ordered, lost, did('resolveRefund', FOUND, 'k1')], FOUND, { idempotencyKey: 'k1' }), // prettier-ignore
  refused('idempotency_key_reused', undefined, 'keeps a key to its wish',
    [ordered, lost, did('resolveRefund', FOUND, 'k1')],
    { ...FOUND, outcome: 'declined' }, { idempotencyKey: 'k1' }), // prettier-ignore
  refused('request_invalid', 'outcome', 'takes no other word', [ordered, lost], { ...FOUND, outcome: 'reversed' }),
  refused('request_invalid', 'reason', 'asks for a reason', [ordered, lost], { refundId: 1, outcome: 'settled' }),
  refused('refund_not_found', 'refundId', 'knows no such refund', [ordered], FOUND),
  refused('refund_not_found', 'transactionId', 'knows no such transaction', [ordered, lost], {
    ...FOUND,
    transactionId: 77,
  }),
  refused('transition_not_allowed', undefined, 'knows better of what is not lost', [ordered, refundedByCard()], FOUND),
];
