/** Calls that are wrong in two ways, each next to the other in the order of the checks (choice IDO-9). */
import {
  BOTH,
  cancelled,
  confirmed,
  drafted,
  FIRST,
  lamp,
  LAMPS,
  lamps,
  ORDER,
  paidOut,
  PLN,
  RETURN,
} from './fault-rows';
import type { FaultRow } from './fault-rows';
import {
  did,
  lampsPaidByTransfer,
  lampsSent,
  lampsSentAndPaidByTransfer,
  ORDER_ID,
  returnOfALamp,
  returnRejected,
  usual,
} from './fault-worlds';

const GIFT = { sourceType: 'gift' };
const EUR = { refundCurrency: 'EUR' };
const EDIT = { ...FIRST, refundValue: 11, ...PLN };
const DRAFT = [usual, drafted];
const nothing = did('addManualRefund', { ...ORDER, refundValue: 0, ...PLN });
const nothingOfLamps = did('addAutomaticRefundForOrder', lamp(1, 0));

export const ORDER_OF_CHECKS: readonly FaultRow[] = [
  {
    ...{ method: 'addAutomaticRefund', code: 3, because: 'format before source type', given: [usual] },
    ...{ params: { ...GIFT, sourceId: 'first' }, format: 'sourceId' },
  },
  {
    ...{ method: 'addAutomaticRefund', code: 4005, because: 'source type before source id', given: [usual] },
    params: { ...GIFT, sourceId: 0 },
  },
  {
    ...{ method: 'addAutomaticRefund', code: 4006, because: 'source id before kind of source', given: [usual] },
    params: { ...ORDER, sourceId: 0 },
  },
  {
    ...{ method: 'addAutomaticRefund', code: 4007, because: 'source exists before kind of source', given: [usual] },
    params: { ...ORDER, sourceId: 99 },
  },
  {
    ...{ method: 'addAutomaticRefund', code: 4018, because: 'kind of source before kind of payment' },
    ...{ given: [lampsPaidByTransfer, returnOfALamp, returnRejected], params: RETURN },
  },
  {
    ...{ method: 'addAutomaticRefundForOrder', code: 3, because: 'format before source exists', given: [usual] },
    ...{ params: { sourceId: 99, paymentId: 1, refundValue: 1.005, ...PLN }, format: 'refundValue' },
  },
  {
    ...{ method: 'addAutomaticRefundForOrder', code: 4008, because: 'payment exists before currency', given: BOTH },
    params: { ...lamp(9, 5), ...EUR },
  },
  {
    ...{ method: 'addAutomaticRefundForOrder', code: 4004, because: 'currency before kind of payment', given: BOTH },
    params: { ...lamp(2, 5), ...EUR },
  },
  {
    ...{ method: 'addAutomaticRefundForOrder', code: 4002, because: 'kind of payment before fulfilment' },
    ...{ given: [lampsSent], params: lamp(2, 5) },
  },
  {
    ...{ method: 'addAutomaticRefundForOrder', code: 4001, because: 'kind of payments before fulfilment' },
    ...{ given: [lampsSentAndPaidByTransfer], params: lamp(1, 5) },
  },
  {
    ...{ method: 'addAutomaticRefundForOrder', code: 4014, because: 'fulfilment before amount', given: [lampsSent] },
    params: lamp(1, 60.01),
  },
  {
    ...{ method: 'addManualRefund', code: 3, because: 'format of an account before source type', given: [usual] },
    ...{ params: { ...paidOut({ account: '4'.repeat(65) }), ...GIFT }, format: 'account' },
  },
  {
    ...{ method: 'addManualRefund', code: 4005, because: 'source type before source id', given: [usual] },
    params: { ...ORDER, ...GIFT, sourceId: 0, refundValue: 5, ...PLN },
  },
  {
    ...{ method: 'addManualRefund', code: 4007, because: 'source exists before currency', given: [usual] },
    params: { ...ORDER, sourceId: 99, refundValue: 5, ...EUR },
  },
  {
    ...{ method: 'addManualRefund', code: 4004, because: 'currency before payment form', given: [usual] },
    params: { ...paidOut({ paymentFormId: 99 }), ...EUR },
  },
  {
    ...{ method: 'addManualRefund', code: 4011, because: 'payment form before amount', given: [usual] },
    params: { ...paidOut({ paymentFormId: 99 }), refundValue: 100.01 },
  },
  {
    ...{ method: 'getPossibleAutoRefunds', code: 4005, because: 'source type before source id', given: [usual] },
    params: { ...GIFT, sourceId: 0 },
  },
  {
    ...{ method: 'getRefundStatus', code: 3, because: 'format before source type', given: DRAFT },
    ...{ params: { ...GIFT, sourceId: ORDER_ID, paymentId: 'x' }, format: 'paymentId' },
  },
  {
    ...{ method: 'getRefundStatus', code: 4005, because: 'source type before payment exists', given: DRAFT },
    params: { ...GIFT, sourceId: ORDER_ID, paymentId: 9 },
  },
  {
    ...{ method: 'updateRefund', code: 3, because: 'format before state', given: [...DRAFT, confirmed] },
    ...{ params: { ...EDIT, refundValue: -1 }, format: 'refundValue' },
  },
  {
    ...{ method: 'updateRefund', code: 4005, because: 'source type before source id', given: DRAFT },
    params: { ...EDIT, ...GIFT, sourceId: 0 },
  },
  {
    ...{ method: 'updateRefund', code: 4006, because: 'source id before currency', given: DRAFT },
    params: { ...EDIT, sourceId: 0, ...EUR },
  },
  {
    ...{ method: 'updateRefund', code: 4018, because: 'payment exists before currency', given: DRAFT },
    params: { ...EDIT, paymentId: '9', ...EUR },
  },
  {
    ...{ method: 'updateRefund', code: 4004, because: 'currency before amount', given: DRAFT },
    params: { ...EDIT, refundValue: 100.01, ...EUR },
  },
  {
    ...{ method: 'updateRefund', code: 3, because: 'amount before state', given: [...DRAFT, confirmed] },
    params: { ...EDIT, refundValue: 100.01 },
  },
  {
    ...{ method: 'updateRefund', code: 4004, because: 'currency before state', given: [...DRAFT, cancelled] },
    params: { ...EDIT, ...EUR },
  },
  {
    ...{ method: 'confirmRefund', code: 4005, because: 'source type before source id', given: DRAFT },
    params: { ...FIRST, ...GIFT, sourceId: 0 },
  },
  {
    ...{ method: 'confirmRefund', code: 4007, because: 'source exists before payment exists', given: DRAFT },
    params: { ...LAMPS, paymentId: 9 },
  },
  {
    ...{ method: 'confirmRefund', code: 4014, because: 'fulfilment before amount' },
    ...{ given: [...BOTH, nothingOfLamps, lampsSent], params: lamps(3) },
  },
  {
    ...{ method: 'confirmRefund', code: 4014, because: 'fulfilment before state', params: lamps(3) },
    given: [...BOTH, did('addAutomaticRefundForOrder', lamp(1, 5)), did('confirmRefund', lamps(3)), lampsSent],
  },
  {
    ...{ method: 'confirmRefund', code: 4016, because: 'amount before state' },
    ...{ given: [usual, nothing, cancelled], params: FIRST },
  },
  {
    ...{ method: 'retrieveRefundsList', code: 3, because: 'format before source type', given: [usual] },
    ...{ params: { ...GIFT, resultsLimit: 0 }, format: 'resultsLimit' },
  },
];
