/** What clients ask of each method, and what they are told. */
import type { GateReply } from '../../dialects/idosell/gate-server';

const ORDER = { sourceType: 'order', sourceId: 10032 };
const MONEY = { refundValue: 20.12, refundCurrency: 'PLN' };
const DONE = { faultCode: 0, faultString: '' };

export const REQUESTS: Readonly<Record<string, object>> = {
  'refunds/addAutomaticRefund': { sourceType: 'return', sourceId: 15 },
  'refunds/addAutomaticRefundForOrder': { sourceId: 10032, paymentId: 1, ...MONEY },
  'refunds/addManualRefund': {
    sourceType: 'rma',
    sourceId: 7,
    ...MONEY,
    refundDetails: { paymentFormId: 1, paymentSystem: 27, account: '49 0000', clientAccount: 'Żółć & <synowie>' },
  },
  'refunds/getPossibleAutoRefunds': ORDER,
  'refunds/getRefundStatus': { ...ORDER, paymentId: 2 },
  'refunds/updateRefund': { ...ORDER, ...MONEY, paymentId: '2' },
  'refunds/confirmRefund': { ...ORDER, paymentId: 2 },
  'refunds/cancelRefund': { ...ORDER, paymentId: '2' },
  'refunds/retrieveRefundsList': { sourceType: 'all', resultsPage: 1, resultsLimit: 100 },
  'payments/get': { sourceType: 'order', paymentNumber: '10032-1' },
};

export const REPLIES: Readonly<Record<string, GateReply>> = {
  'refunds/addAutomaticRefund': { result: { refundId: 1, ...DONE } },
  'refunds/addAutomaticRefundForOrder': { result: { refundId: 2, ...DONE } },
  'refunds/addManualRefund': { result: { refundId: 1, ...DONE } },
  'refunds/getPossibleAutoRefunds': {
    results: [
      { paymentId: 1, value: 20.12, refundType: 'full', refundCurrency: 'PLN', ...DONE },
      { paymentId: 3, value: 0.5, refundType: 'partial', refundCurrency: 'PLN', ...DONE },
    ],
  },
  'refunds/getRefundStatus': {
    result: {
      refundDateAdd: '2026-01-05 11:12:13',
      ...MONEY,
      refundStatus: 'Pending',
      refundDateConfirm: '',
      refundExternalId: '',
      ...DONE,
    },
  },
  'refunds/updateRefund': { result: { updateResult: true, ...DONE } },
  'refunds/confirmRefund': { result: { confirmResult: true, ...DONE } },
  'refunds/cancelRefund': { result: { resultStatus: true, ...DONE } },
  'refunds/retrieveRefundsList': { results: [{ sourceType: 'rma', sourceId: 7, paymentId: '1', ...MONEY, ...DONE }] },
  'payments/get': {
    result: {
      orderNumber: 10032,
      ordinalNumber: 1,
      value: 100,
      currency: 'PLN',
      accountingDate: '2026-01-05',
      status: 'pending',
      paymentFormId: 1,
      externalPaymentId: 'ext-1',
      eventLog: {
        eventLogList: [
          { user: 'admin', eventCode: '1', date: '2026-01-05 10:00:00', level: 'info', details: 'Łódź & co' },
        ],
      },
    },
  },
};
