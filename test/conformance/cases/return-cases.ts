/** Goods that come back. */
import {
  accepted,
  ago,
  claimed,
  closed,
  DAY_MS,
  did,
  granted,
  HARD_TEXT,
  later,
  opened,
  ordered,
  orderedAs,
} from './case';
import { received, refundedReturn, refused, rejected } from './case';
import type { Case, Step } from './case';

const TWO_MUGS = { orderId: 5, lines: [{ lineId: 1, quantity: 2 }] };

export const openReturn: readonly Case[] = [
  granted('openReturn', 'opens a return, with everything said', [ordered], {
    ...{ orderId: 5, kind: 'return', compensation: 'refund', reference: 'R/1 ż', reason: HARD_TEXT, note: '' },
    ...{ reasonCode: 0, customer: 9007199254740991 },
    lines: [
      { lineId: 2, quantity: 1, reason: 'chipped' },
      { lineId: 1, quantity: 3 },
    ],
  }),
  granted('openReturn', 'promises the money in the forms that the customer chose', [ordered],
    { ...TWO_MUGS, payback: [{ kind: 'voucher', method: 'voucher' }] }, {},
    { payback: [{ kind: 'voucher', method: 'voucher', amount: '39.33' }] }), // prettier-ignore
  granted('openReturn', 'opens a return inside the window', [ordered], TWO_MUGS),
  granted('openReturn', 'opens a claim after the window', [orderedAs({ deliveredAt: ago(15) })], TWO_MUGS),
  granted('openReturn', 'opens a cancellation before shipping', [orderedAs({ fulfilment: 'open' })], TWO_MUGS),
  granted('openReturn', 'opens an exchange', [ordered], { ...TWO_MUGS, compensation: 'exchange' }),
  granted(
    'openReturn',
    'repeats its answer under the same key',
    [ordered, did('openReturn', TWO_MUGS, 'k1'), accepted],
    TWO_MUGS,
    {
      idempotencyBlock: 'k1',
    },
  ),
  refused('return_is_exchange', 'payback', 'pays nothing back for an exchange', [ordered], {
    ...{ ...TWO_MUGS, compensation: 'exchange', payback: [{ kind: 'voucher', method: 'voucher' }] },
  }),
  refused('destination_unknown', 'payback', 'knows no form that the order does not offer', [ordered], {
    ...{ ...TWO_MUGS, payback: [{ kind: 'original', method: 'barter' }] },
  }),
  refused('amount_exceeds_refundable', 'payback', 'promises no more than the forms can give', [ordered], {
    ...{ ...TWO_MUGS, payback: [{ kind: 'original', method: 'cash' }] },
  }),
  refused('order_not_found', 'orderId', 'knows no such order', [], TWO_MUGS),
  refused('order_already_shipped', 'kind', 'cancels nothing that is on its way', [ordered], {
    ...TWO_MUGS,
    kind: 'cancellation',
  }),
  refused(
    'reference_taken',
    'reference',
    'gives a number once',
    [ordered, did('openReturn', { ...TWO_MUGS, reference: 'R1' })],
    {
      ...{ orderId: 5, reference: 'R1', lines: [{ lineId: 2, quantity: 1 }] },
    },
  ),
  refused('request_invalid', 'lines', 'needs goods', [ordered], { orderId: 5, lines: [] }),
  refused('request_invalid', 'lines', 'needs to be told which goods', [ordered], { orderId: 5 }),
  refused('request_invalid', 'lines[1].lineId', 'takes no line twice', [ordered], {
    orderId: 5,
    lines: [
      { lineId: 1, quantity: 1 },
      { lineId: 1, quantity: 1 },
    ],
  }),
  refused('line_not_found', 'lines[0].lineId', 'knows no such line', [ordered], {
    orderId: 5,
    lines: [{ lineId: 9, quantity: 1 }],
  }),
  refused('quantity_exceeds_refundable', 'lines[0].quantity', 'takes no unit back twice', [ordered, opened], TWO_MUGS),
  refused('request_invalid', 'lines[0].quantity', 'counts from one', [ordered], {
    orderId: 5,
    lines: [{ lineId: 1, quantity: 0 }],
  }),
  refused('request_invalid', 'compensation', 'knows no such compensation', [ordered], {
    ...TWO_MUGS,
    compensation: 'hug',
  }),
];

/** What the customer chose with the return: 39.33 in vouchers. */
const PROMISED = did('openReturn', { ...TWO_MUGS, payback: [{ kind: 'voucher', method: 'voucher' }] });
const TOLD = { payback: [{ kind: 'voucher', method: 'voucher', amount: '39.33' }] };

export const getReturn: readonly Case[] = [
  granted('getReturn', 'shows what was promised to who asks for details', [ordered, PROMISED],
    { returnId: 1, details: true }, {}, TOLD), // prettier-ignore
  granted('getReturn', 'shows who closed a return to who asks for details',
    [ordered, did('openReturn', { ...TWO_MUGS, reasonCode: 7, customer: 77 }), accepted, received, closed],
    { returnId: 1, details: true }, {}, { reasonCode: 7, customer: 77, closedBy: 'seller', closedAt: ago(0) }), // prettier-ignore
  granted('getReturn', 'shows a return as it always did to who does not ask', [ordered, PROMISED, accepted],
    { returnId: 1 }, {}, { reserved: '39.33' }), // prettier-ignore
  granted('getReturn', 'shows a return with its money', [ordered, opened, accepted, refundedReturn('1.00'), received], {
    returnId: 1,
  }),
  granted('getReturn', 'shows a return that nobody looked at', [ordered, opened], { returnId: 1 }),
  refused('return_not_found', 'returnId', 'knows no such return', [ordered], { returnId: 1 }),
];

const severalReturns: readonly Step[] = [
  orderedAs({ orderId: 4 }),
  ordered,
  claimed,
  later(DAY_MS),
  did('openReturn', { orderId: 4, lines: [{ lineId: 2, quantity: 1 }] }),
  did('openReturn', { orderId: 5, kind: 'claim', lines: [{ lineId: 2, quantity: 1 }] }),
  did('acceptReturn', { returnId: 3 }),
];

const ids = (...returnIds: number[]) => ({ returns: returnIds.map((returnId) => ({ returnId })) });

export const listReturns: readonly Case[] = [
  granted(
    'listReturns',
    'finds what every filter lets through',
    severalReturns,
    { state: 'accepted', kind: 'claim', orderId: 5, since: ago(-1), cursor: '1', limit: 5, details: true },
    {},
    ids(3),
  ),
  granted(
    'listReturns',
    'shows what was promised to who asks for details',
    [ordered, PROMISED],
    { details: true },
    {},
    {
      returns: [TOLD],
    },
  ),
  granted('listReturns', 'lists everything', severalReturns, {}, {}, ids(1, 2, 3)),
  granted('listReturns', 'lists what changed since', severalReturns, { since: ago(-1) }, {}, ids(2, 3)),
  granted('listReturns', 'lists page after page', severalReturns, { limit: 2 }, {}, { ...ids(1, 2), nextCursor: '2' }),
  granted('listReturns', 'lists nothing past the end', severalReturns, { cursor: '3' }, {}, ids()),
  refused('request_invalid', 'state', 'knows no such state', [], { state: 'lost' }),
  refused('request_invalid', 'limit', 'lists at least one', [], { limit: 0 }),
  refused('request_invalid', 'since', 'wants hours that clocks have', [], { since: '2026-11-21T24:30:00Z' }),
];

export const acceptReturn: readonly Case[] = [
  granted('acceptReturn', 'accepts fewer units, with a note, as an exchange', [ordered, opened], {
    ...{ returnId: 1, note: HARD_TEXT, compensation: 'exchange' },
    lines: [{ lineId: 1, quantity: 1 }],
  }),
  granted('acceptReturn', 'accepts everything', [ordered, opened], { returnId: 1 }),
  granted(
    'acceptReturn',
    'makes refunds of what was promised',
    [ordered, PROMISED],
    { returnId: 1 },
    {},
    {
      ...{ state: 'accepted', worth: '39.33', reserved: '39.33' },
    },
  ),
  granted('acceptReturn', 'accepts nothing', [ordered, opened], { returnId: 1, lines: [] }),
  refused('return_not_found', 'returnId', 'knows no such return', [ordered], { returnId: 1 }),
  refused('transition_not_allowed', undefined, 'accepts once', [ordered, opened, accepted], { returnId: 1 }),
  refused('return_is_exchange', 'payback', 'exchanges nothing that was promised to be paid back', [ordered, PROMISED], {
    ...{ returnId: 1, compensation: 'exchange' },
  }),
  refused('amount_exceeds_refundable', 'payback', 'breaks no promise quietly',
    [ordered, PROMISED, did('addManualRefund', { sourceType: 'order', sourceId: 5, amount: '70', currency: 'PLN', destination: 'cash' })],
    { returnId: 1 }), // prettier-ignore
  refused('line_not_found', 'lines[0].lineId', 'accepts only what is in the return', [ordered, claimed], {
    ...{ returnId: 1, lines: [{ lineId: 2, quantity: 1 }] },
  }),
  refused('quantity_exceeds_refundable', 'lines[0].quantity', 'accepts no more than comes back', [ordered, opened], {
    ...{ returnId: 1, lines: [{ lineId: 1, quantity: 3 }] },
  }),
];

export const rejectReturn: readonly Case[] = [
  granted('rejectReturn', 'rejects with a reason', [ordered, opened], { returnId: 1, reason: HARD_TEXT }),
  granted('rejectReturn', 'rejects what was accepted', [ordered, opened, accepted], { returnId: 1, reason: '' }),
  refused('return_not_found', 'returnId', 'knows no such return', [ordered], { returnId: 1, reason: 'x' }),
  refused('transition_not_allowed', undefined, 'rejects nothing that arrived', [ordered, opened, accepted, received], {
    ...{ returnId: 1, reason: 'x' },
  }),
  refused(
    'return_has_refunds',
    'returnId',
    'rejects nothing that money was given for',
    [ordered, opened, accepted, refundedReturn()],
    {
      ...{ returnId: 1, reason: 'x' },
    },
  ),
  refused('request_invalid', 'reason', 'needs a reason', [ordered, opened], { returnId: 1 }),
  refused('request_invalid', 'reason', 'needs a short reason', [ordered, opened], {
    returnId: 1,
    reason: 'ż'.repeat(1001),
  }),
];

export const receiveReturn: readonly Case[] = [
  granted('receiveReturn', 'records what arrived, and how', [ordered, opened, accepted], {
    ...{ returnId: 1, note: HARD_TEXT },
    lines: [
      { lineId: 1, received: 2, accepted: 1, condition: 'damaged', restock: false },
      { lineId: 2, received: 1, restock: true },
    ],
  }),
  granted('receiveReturn', 'records that all arrived', [ordered, opened, accepted], { returnId: 1 }),
  granted('receiveReturn', 'records that nothing arrived', [ordered, opened, accepted], { returnId: 1, lines: [] }),
  refused('return_not_found', 'returnId', 'knows no such return', [ordered], { returnId: 1 }),
  refused('transition_not_allowed', undefined, 'receives only what was accepted', [ordered, opened], { returnId: 1 }),
  refused(
    'quantity_exceeds_refundable',
    'lines[0].received',
    'receives no more than was sent',
    [ordered, opened, accepted],
    {
      ...{ returnId: 1, lines: [{ lineId: 1, received: 3 }] },
    },
  ),
  refused(
    'quantity_exceeds_refundable',
    'lines[1].accepted',
    'accepts no more than arrived',
    [ordered, opened, accepted],
    {
      ...{ returnId: 1, lines: [{ lineId: 1, received: 1 }, { lineId: 2, received: 0, accepted: 1 }] }, // prettier-ignore
    },
  ),
  refused('line_not_found', 'lines[0].lineId', 'receives only what is in the return', [ordered, opened, accepted], {
    ...{ returnId: 1, lines: [{ lineId: 9, received: 1 }] },
  }),
  refused(
    'return_has_refunds',
    'returnId',
    'leaves goods behind given money',
    [ordered, opened, accepted, refundedReturn()],
    {
      ...{ returnId: 1, lines: [] },
    },
  ),
];

export const closeReturn: readonly Case[] = [
  granted('closeReturn', 'closes with a note', [ordered, opened, accepted, received], { returnId: 1, note: HARD_TEXT }),
  granted('closeReturn', 'closes', [ordered, opened, accepted, received], { returnId: 1 }),
  refused('return_not_found', 'returnId', 'knows no such return', [ordered], { returnId: 1 }),
  refused('transition_not_allowed', undefined, 'closes only what arrived', [ordered, opened], { returnId: 1 }),
];

export const cancelReturn: readonly Case[] = [
  granted('cancelReturn', 'cancels with a note', [ordered, opened], { returnId: 1, note: HARD_TEXT }),
  granted('cancelReturn', 'cancels what was accepted', [ordered, opened, accepted], { returnId: 1 }),
  refused('return_not_found', 'returnId', 'knows no such return', [ordered], { returnId: 1 }),
  refused(
    'transition_not_allowed',
    undefined,
    'cancels nothing that is closed',
    [ordered, opened, accepted, received, closed],
    {
      returnId: 1,
    },
  ),
  refused(
    'return_has_refunds',
    'returnId',
    'cancels nothing that money was given for',
    [ordered, opened, accepted, refundedReturn()],
    {
      returnId: 1,
    },
  ),
];

export const reopenReturn: readonly Case[] = [
  granted('reopenReturn', 'takes a rejected return up again, with a note', [ordered, opened, rejected], {
    ...{ returnId: 1, note: HARD_TEXT },
  }),
  granted('reopenReturn', 'takes a closed return up again', [ordered, opened, accepted, received, closed], {
    returnId: 1,
  }),
  refused('return_not_found', 'returnId', 'knows no such return', [ordered], { returnId: 1 }),
  refused('transition_not_allowed', undefined, 'reopens nothing open', [ordered, opened], { returnId: 1 }),
  refused(
    'quantity_exceeds_refundable',
    'lines[0].quantity',
    'finds its units gone',
    [ordered, opened, rejected, claimed],
    {
      returnId: 1,
    },
  ),
];

export const amendReturn: readonly Case[] = [
  granted('amendReturn', 'writes another number and another note', [ordered, opened, accepted, received, closed],
    { returnId: 1, reference: 'R/2 ż', note: HARD_TEXT }, {},
    { state: 'closed', reference: 'R/2 ż', note: HARD_TEXT, closedBy: 'seller', closedAt: ago(0) }), // prettier-ignore
  granted('amendReturn', 'changes nothing where nothing is said', [ordered, opened], { returnId: 1 }),
  granted('amendReturn', 'takes a number and a note away where they are empty',
    [ordered, did('openReturn', { ...TWO_MUGS, reference: 'R1', note: 'x' })], { returnId: 1, reference: '', note: '' }, {},
    { reference: undefined, note: undefined }), // prettier-ignore
  granted('amendReturn', 'leaves a number that is not named', [ordered, did('openReturn', { ...TWO_MUGS, reference: 'R1', note: 'x' })],
    { returnId: 1, note: '' }, {}, { reference: 'R1', note: undefined }), // prettier-ignore
  granted('amendReturn', 'gives a number that was taken away to another return',
    [ordered, did('openReturn', { orderId: 5, reference: 'R1', lines: [{ lineId: 2, quantity: 1 }] }), did('openReturn', TWO_MUGS),
      did('amendReturn', { returnId: 1, reference: '' })],
    { returnId: 2, reference: 'R1' }, {}, { reference: 'R1' }), // prettier-ignore
  granted('amendReturn', 'keeps its own number', [ordered, did('openReturn', { ...TWO_MUGS, reference: 'R1' })], {
    ...{ returnId: 1, reference: 'R1' },
  }),
  granted('amendReturn', 'repeats its answer under the same key',
    [ordered, opened, did('amendReturn', { returnId: 1, note: 'x' }, 'k1')], { returnId: 1, note: 'x' }, { idempotencyKey: 'k1' }), // prettier-ignore
  refused('reference_taken', 'reference', 'gives a number once',
    [ordered, did('openReturn', { orderId: 5, reference: 'R1', lines: [{ lineId: 2, quantity: 1 }] }), did('openReturn', TWO_MUGS)],
    { returnId: 2, reference: 'R1' }), // prettier-ignore
  refused('return_not_found', 'returnId', 'knows no such return', [ordered], { returnId: 1 }),
];

export const closeReturnAnyway: readonly Case[] = [
  granted('closeReturnAnyway', 'closes what was accepted and never came, with a note', [ordered, opened, accepted],
    { returnId: 1, note: HARD_TEXT }, {}, { state: 'closed', closedBy: 'seller', closedAt: ago(0) }), // prettier-ignore
  granted('closeReturnAnyway', 'closes what came', [ordered, opened, accepted, received], { returnId: 1 }),
  refused('return_not_found', 'returnId', 'knows no such return', [ordered], { returnId: 1 }),
  refused('transition_not_allowed', undefined, 'closes nothing that nobody accepted', [ordered, opened], {
    returnId: 1,
  }),
  refused('transition_not_allowed', undefined, 'closes once', [ordered, opened, accepted, received, closed], {
    ...{ returnId: 1 },
  }),
];
