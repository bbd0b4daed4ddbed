/** Every reason of every method to refuse, by its code: what happened before, and what is asked. */
import type { Column } from './contract-columns';
import {
  did,
  LAMPS_ID,
  lampsPaidByTransfer,
  lampsPaidInTwoWays,
  lampsSent,
  lampsWithoutReference,
  ORDER_ID,
  returnOfALamp,
  returnRejected,
  theWorkerSends,
  usual,
} from './fault-worlds';
import type { Step } from './fault-worlds';
import type { Params } from './wire-doors';

export interface FaultRow {
  readonly method: Column;
  readonly code: number;
  readonly because: string;
  readonly given: readonly Step[];
  readonly params: Params;
  /** A matter of format: over REST it is the HTTP status 422 with this member's name, and no code at all. */
  readonly format?: string;
}

export const PLN = { refundCurrency: 'PLN' };
export const ORDER = { sourceType: 'order', sourceId: ORDER_ID };
export const LAMPS = { sourceType: 'order', sourceId: LAMPS_ID };
export const RETURN = { sourceType: 'return', sourceId: 1 };
const NO_RETURN = { sourceType: 'return', sourceId: 99 };
const NO_ORDER = { sourceType: 'order', sourceId: 99 };
const GIFT = { sourceType: 'gift', sourceId: ORDER_ID };
export const BOTH = [lampsPaidInTwoWays];

/** The first refund of the order: payment 2, of 10 PLN. */
export const drafted = did('addAutomaticRefundForOrder', {
  ...{ sourceId: ORDER_ID, refundValue: 10, paymentId: 1 },
  ...PLN,
});
const draftedManually = did('addManualRefund', { ...ORDER, refundValue: 10, ...PLN });
export const FIRST = { ...ORDER, paymentId: '2' };
export const confirmed = did('confirmRefund', FIRST);
export const cancelled = did('cancelRefund', FIRST);

type Short = readonly [code: number, because: string, given: readonly Step[], params: Params, format?: string];

function rows(method: Column, list: readonly Short[]): FaultRow[] {
  return list.map(([code, because, given, params, format]) => ({
    ...{ method, code, because, given, params },
    ...(format === undefined ? {} : { format }),
  }));
}

const adding: readonly FaultRow[] = [
  ...rows('addAutomaticRefund', [
    [3, 'no source is named', [usual], { sourceType: 'return' }, 'sourceId'],
    [4005, 'there is no such source type', [usual], GIFT],
    [4006, 'no source can have this id', [usual], { ...RETURN, sourceId: 0 }],
    [4006, 'nor one below zero', [usual], { ...RETURN, sourceId: -7 }],
    [4007, 'there is no such return', [usual], NO_RETURN],
    [4007, 'there is no such complaint: it is a return', [usual], { ...RETURN, sourceType: 'rma' }],
    [4008, 'its order was paid by transfer', [lampsPaidByTransfer, returnOfALamp], RETURN],
    [4018, 'an order is no return', [usual], ORDER],
    [4018, 'the return is rejected', [usual, returnRejected], RETURN],
    [4018, 'nothing is left to give back', [usual, did('addAutomaticRefund', RETURN)], RETURN],
  ]),
  ...rows('addAutomaticRefundForOrder', [
    [3, 'no amount is named', [usual], { sourceId: ORDER_ID, paymentId: 1, ...PLN }, 'refundValue'],
    [4001, 'it was paid by transfer', [lampsPaidByTransfer], lamp(1, 5)],
    [4002, 'this payment is a transfer', BOTH, lamp(2, 5)],
    [4003, 'the payment was not so much', BOTH, lamp(1, 60.01)],
    [4003, 'a draft holds some of it', [...BOTH, did('addAutomaticRefundForOrder', lamp(1, 20))], lamp(1, 40.01)],
    [4004, 'it was paid in another currency', BOTH, { ...lamp(1, 5), refundCurrency: 'EUR' }],
    [4004, 'there is no such currency', BOTH, { ...lamp(1, 5), refundCurrency: 'XQX' }],
    [4008, 'there is no such payment', BOTH, lamp(9, 5)],
    [4008, 'that is a payment of another order', BOTH, { ...lamp(1, 5), paymentId: `${ORDER_ID}-1` }],
    [4008, 'there is no such order', BOTH, { ...lamp(1, 5), sourceId: 99 }],
    [4008, 'no order can have this id', BOTH, { ...lamp(1, 5), sourceId: 0 }],
    [4014, 'it is sent', [lampsSent], lamp(1, 5)],
  ]),
  ...rows('addManualRefund', [
    [3, 'the amount is below zero', [usual], { ...ORDER, refundValue: -1, ...PLN }, 'refundValue'],
    [4004, 'it was paid in another currency', [usual], { ...ORDER, refundValue: 5, refundCurrency: 'EUR' }],
    [4005, 'there is no such source type', [usual], { ...GIFT, refundValue: 5, ...PLN }],
    [4007, 'there is no such order', [usual], { ...NO_ORDER, refundValue: 5, ...PLN }],
    [4007, 'there is no such return', [usual], { ...NO_RETURN, refundValue: 5, ...PLN }],
    [4007, 'no order can have this id', [usual], { ...ORDER, sourceId: 0, refundValue: 5, ...PLN }],
    [4009, 'not so much was paid', [usual], { ...ORDER, refundValue: 100.01, ...PLN }],
    [4009, 'the return is not worth so much', [usual], { ...RETURN, refundValue: 40.01, ...PLN }],
    [4009, 'the return is rejected', [usual, returnRejected], { ...RETURN, refundValue: 5, ...PLN }],
    [4011, 'no form has this number', [usual], paidOut({ paymentFormId: 99 })],
    [4011, 'no system has this number', [usual], paidOut({ paymentSystem: 1000 })],
  ]),
];

const reading: readonly FaultRow[] = [
  ...rows('getPossibleAutoRefunds', [
    [3, 'the id is no number', [usual], { ...ORDER, sourceId: 'first' }, 'sourceId'],
    [4005, 'there is no such source type', [usual], GIFT],
    [4007, 'there is no such order', [usual], NO_ORDER],
    [4007, 'no order can have this id', [usual], { ...ORDER, sourceId: -1 }],
    [4014, 'it is sent', [lampsSent], LAMPS],
    [4018, 'the return is rejected', [usual, returnRejected], RETURN],
  ]),
  ...rows('getRefundStatus', [
    [3, 'no payment is named', [usual], ORDER, 'paymentId'],
    [4005, 'there is no such source type', [usual, drafted], { ...GIFT, paymentId: 2 }],
    [4008, 'there is no such refund', [usual, drafted], { ...ORDER, paymentId: 3 }],
    [4008, 'that is an incoming payment', [usual, drafted], { ...ORDER, paymentId: 1 }],
    [4008, 'there is no such order', [usual, drafted], { ...NO_ORDER, paymentId: 2 }],
    [4008, 'that is a refund of another order', [usual, drafted], { ...ORDER, paymentId: '99-2' }],
  ]),
  ...rows('retrieveRefundsList', [
    [3, 'a page has at most 100', [usual], { sourceType: 'all', resultsLimit: 101 }, 'resultsLimit'],
    [3, 'there is no page below 0', [usual], { sourceType: 'all', resultsPage: -1 }, 'resultsPage'],
    [4005, 'there is no such source type', [usual], { sourceType: 'gift' }],
  ]),
];

const EDIT = { ...FIRST, refundValue: 11, ...PLN };

const changing: readonly FaultRow[] = [
  ...rows('updateRefund', [
    [3, 'more is wished than is left', [usual, drafted], { ...EDIT, refundValue: 100.01 }],
    [3, 'the amount has too many decimals', [usual, drafted], { ...EDIT, refundValue: 1.005 }, 'refundValue'],
    [4004, 'it was paid in another currency', [usual, drafted], { ...EDIT, refundCurrency: 'EUR' }],
    [4005, 'there is no such source type', [usual, drafted], { ...EDIT, sourceType: 'gift' }],
    [4006, 'no source can have this id', [usual, drafted], { ...EDIT, sourceId: 0 }],
    [4013, 'it is confirmed', [usual, drafted, confirmed], EDIT],
    [4013, 'it is paid out', [usual, drafted, confirmed, theWorkerSends], EDIT],
    [4013, 'it is cancelled', [usual, drafted, cancelled], EDIT],
    [4018, 'there is no such order', [usual, drafted], { ...EDIT, ...NO_ORDER }],
    [4018, 'there is no such refund', [usual, drafted], { ...EDIT, paymentId: '3' }],
    [4018, 'that is an incoming payment', [usual, drafted], { ...EDIT, paymentId: '1' }],
  ]),
  ...rows('confirmRefund', [
    [3, 'the payment is no number', [usual, drafted], { ...ORDER, paymentId: 'second' }, 'paymentId'],
    [4005, 'there is no such source type', [usual, drafted], { ...FIRST, sourceType: 'gift' }],
    [4007, 'there is no such order', [usual, drafted], { ...FIRST, sourceId: 99 }],
    [4007, 'no order can have this id', [usual, drafted], { ...FIRST, sourceId: 0 }],
    [4008, 'there is no such refund', [usual, drafted], { ...ORDER, paymentId: 3 }],
    [4008, 'that is an incoming payment', [usual, drafted], { ...ORDER, paymentId: 1 }],
    [4008, 'it is cancelled', [usual, drafted, cancelled], FIRST],
    [4008, 'it failed', [usual, ...declined()], FIRST],
    [4012, 'it is paid out', [usual, drafted, confirmed, theWorkerSends], FIRST],
    [4012, 'it was paid out by hand', [usual, draftedManually, confirmed], FIRST],
    [
      4014,
      'the order was sent meanwhile',
      [...BOTH, did('addAutomaticRefundForOrder', lamp(1, 5)), lampsSent],
      lamps(3),
    ],
    [
      4015,
      'the payment has no reference',
      [lampsWithoutReference, did('addAutomaticRefundForOrder', lamp(1, 5))],
      lamps(2),
    ],
    [4016, 'it is of nothing', [usual, did('addManualRefund', { ...ORDER, refundValue: 0, ...PLN })], FIRST],
    [4017, 'it is confirmed already', [usual, drafted, confirmed], FIRST],
  ]),
  ...rows('cancelRefund', [
    [3, 'there is no such refund', [usual, drafted], { ...ORDER, paymentId: '3' }],
    [3, 'that is an incoming payment', [usual, drafted], { ...ORDER, paymentId: '1' }],
    [3, 'there is no such order', [usual, drafted], { ...FIRST, sourceId: 99 }],
    [3, 'there is no such source type', [usual, drafted], { ...FIRST, sourceType: 'gift' }],
    [3, 'no payment is named', [usual, drafted], ORDER, 'paymentId'],
    [4019, 'it is being processed', [usual, drafted, confirmed], FIRST],
    [4020, 'it is paid out', [usual, drafted, confirmed, theWorkerSends], FIRST],
    [4020, 'it was paid out by hand', [usual, draftedManually, confirmed], FIRST],
    [4020, 'it failed', [usual, ...declined()], FIRST],
    [4020, 'it is cancelled already', [usual, drafted, cancelled], FIRST],
  ]),
];

export const FAULT_ROWS: readonly FaultRow[] = [...adding, ...reading, ...changing];

/** Asks for so much of a payment of the lamps. */
export function lamp(paymentId: number, refundValue: number): Params {
  return { sourceId: LAMPS_ID, refundValue, paymentId, ...PLN };
}

/** A refund of the lamps by its number, which goes on where those of the payments end. */
export function lamps(paymentId: number): Params {
  return { ...LAMPS, paymentId };
}

export function paidOut(refundDetails: Params): Params {
  return { ...ORDER, refundValue: 5, ...PLN, refundDetails };
}

/** 9.01 is an amount that the simulated provider declines. */
function declined(): Step[] {
  const wish = { sourceId: ORDER_ID, refundValue: 9.01, paymentId: 1, ...PLN };
  return [did('addAutomaticRefundForOrder', wish), confirmed, theWorkerSends];
}
