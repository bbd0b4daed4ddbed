/** In which forms customers have their money back: offered, promised with a return, kept or taken back. */
import { accepted, confirmed, did, drained, granted, HARD_TEXT, opened, ordered, orderedAs, received } from './case';
import { refundedByCard, refundedReturn, refused } from './case';
import type { Case, Step } from './case';

const VOUCHER = { kind: 'voucher', method: 'voucher' } as const;
const BY_CARD = { kind: 'original', method: 'card' } as const;
const IN_CASH = { kind: 'original', method: 'cash' } as const;

/** Two mugs and the cup, 69.33, of which the customer wants as much as possible in these forms. The first return has the id 1. */
const promised = (...payback: (typeof VOUCHER | typeof BY_CARD | typeof IN_CASH)[]): Step =>
  did('openReturn', {
    orderId: 5,
    kind: 'return',
    lines: [
      { lineId: 1, quantity: 2 },
      { lineId: 2, quantity: 1 },
    ],
    payback,
  });

export const getRefundForms: readonly Case[] = [
  granted('getRefundForms', 'offers what was paid, and a voucher instead', [ordered], { orderId: 5 }, {}, {
    ...{ orderId: 5, currency: 'PLN' },
    forms: [
      { ...BY_CARD, limit: '80.00' },
      { kind: 'original', method: 'voucher', limit: '14.00' },
      { ...IN_CASH, limit: '5.00' },
      { ...VOUCHER, limit: '99.00' },
    ],
  }), // prettier-ignore
  granted('getRefundForms', 'offers a form that is called as something every object has',
    [orderedAs({ payments: [{ paymentId: 1, provider: 'simulated', method: 'constructor', amount: '99.00', reference: 'pay_1' }] })],
    { orderId: 5 }, {}, {
    forms: [{ kind: 'original', method: 'constructor', limit: '99.00' }, { ...VOUCHER, limit: '99.00' }],
  }), // prettier-ignore
  granted('getRefundForms', 'offers no money twice that is promised, or on its way',
    [ordered, promised(BY_CARD), refundedByCard('5.00')], { orderId: 5 }, {},
    { forms: [{ ...BY_CARD, limit: '5.67' }, { limit: '14.00' }, { limit: '5.00' }, { ...VOUCHER, limit: '24.67' }] }), // prettier-ignore
  granted(
    'getRefundForms',
    'offers nothing for what nobody paid',
    [orderedAs({ payments: [] })],
    { orderId: 5 },
    {},
    {
      forms: [],
    },
  ),
  refused('order_not_found', 'orderId', 'knows no such order', [], { orderId: 5 }),
];

export const choosePayback: readonly Case[] = [
  granted('choosePayback', 'chooses a form, and then another', [ordered, promised(BY_CARD)], { returnId: 1, payback: [VOUCHER] }, {}, {
    ...{ state: 'open', payback: [{ ...VOUCHER, amount: '69.33' }] },
  }), // prettier-ignore
  granted('choosePayback', 'chooses forms for a return that had none', [ordered, opened, refundedByCard('15.00')],
    { returnId: 1, payback: [IN_CASH, BY_CARD] }, {},
    { payback: [{ ...BY_CARD, amount: '65.00' }, { ...IN_CASH, amount: '4.33' }] }), // prettier-ignore
  granted('choosePayback', 'repeats its answer under the same key',
    [ordered, opened, did('choosePayback', { returnId: 1, payback: [VOUCHER] }, 'k1'), accepted],
    { returnId: 1, payback: [VOUCHER] }, { idempotencyKey: 'k1' }), // prettier-ignore
  refused('idempotency_key_reused', undefined, 'keeps a key to its wish',
    [ordered, opened, did('choosePayback', { returnId: 1, payback: [VOUCHER] }, 'k1')],
    { returnId: 1, payback: [BY_CARD] }, { idempotencyKey: 'k1' }), // prettier-ignore
  refused('return_not_found', 'returnId', 'knows no such return', [ordered], { returnId: 1, payback: [VOUCHER] }),
  refused('return_is_exchange', 'payback', 'pays nothing back for an exchange',
    [ordered, did('openReturn', { orderId: 5, compensation: 'exchange', lines: [{ lineId: 2, quantity: 1 }] })],
    { returnId: 1, payback: [VOUCHER] }), // prettier-ignore
  refused('transition_not_allowed', undefined, 'chooses nothing once it is decided', [ordered, opened, accepted], {
    ...{ returnId: 1, payback: [VOUCHER] },
  }),
  refused('destination_unknown', 'payback', 'knows no form that the order does not offer', [ordered, opened], {
    ...{ returnId: 1, payback: [BY_CARD, { kind: 'original', method: 'barter' }] },
  }),
  refused('amount_exceeds_refundable', 'payback', 'needs forms that give as much as the goods are worth', [ordered, opened], {
    ...{ returnId: 1, payback: [IN_CASH] },
  }), // prettier-ignore
  refused('amount_exceeds_refundable', 'payback', 'needs some form', [ordered, opened], { returnId: 1, payback: [] }),
  refused('request_invalid', 'payback', 'needs to be told which forms', [ordered, opened], { returnId: 1 }),
  refused('request_invalid', 'payback[0].kind', 'knows no such kind of form', [ordered, opened], {
    ...{ returnId: 1, payback: [{ kind: 'hug', method: 'card' }] },
  }),
];

export const withdrawReturn: readonly Case[] = [
  granted(
    'withdrawReturn',
    'cancels a return and its refunds that wait, with a note',
    [ordered, promised(BY_CARD, IN_CASH), accepted],
    { returnId: 1, note: HARD_TEXT },
    {},
    {
      state: 'cancelled',
      reserved: '0.00',
      payback: [
        { ...BY_CARD, amount: '69.33' },
        { ...IN_CASH, amount: '0.00' },
      ],
    },
  ),
  granted('withdrawReturn', 'cancels a return that nobody looked at', [ordered, opened], { returnId: 1 }),
  granted('withdrawReturn', 'leaves the refunds of others alone', [ordered, refundedByCard(), opened, accepted, refundedReturn('20.00')],
    { returnId: 1 }), // prettier-ignore
  granted('withdrawReturn', 'repeats its answer under the same key',
    [ordered, opened, did('withdrawReturn', { returnId: 1 }, 'k1')], { returnId: 1 }, { idempotencyBlock: 'k1' }), // prettier-ignore
  refused('idempotency_key_reused', undefined, 'keeps a key to its wish',
    [ordered, opened, did('withdrawReturn', { returnId: 1 }, 'k1')], { returnId: 1, note: 'x' }, { idempotencyKey: 'k1' }), // prettier-ignore
  refused('return_not_found', 'returnId', 'knows no such return', [ordered], { returnId: 1 }),
  refused('transition_not_allowed', undefined, 'withdraws nothing that arrived', [ordered, opened, accepted, received], {
    ...{ returnId: 1 },
  }), // prettier-ignore
  refused('return_has_refunds', 'returnId', 'withdraws nothing that money was given for',
    [ordered, promised(VOUCHER), accepted, confirmed(), drained], { returnId: 1 }), // prettier-ignore
];
