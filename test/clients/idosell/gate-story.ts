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
  'orders/get': {
    ordersIds: ['A-7', 'Żółć'],
    ordersSerialNumbers: [10032, 7],
    ordersStatuses: ['new'],
    ordersRange: { ordersDateRange: { ordersDateType: 'modified', ordersDateBegin: '2026-01-05 10:00:00' } },
    resultsPage: 0,
    resultsLimit: 10,
  },
  'returns/get': {
    order_sn: 10032,
    return_ids: [15, 16],
    range: { date: { date_begin: '2026-01-05' } },
    results_page: 0,
  },
  'rma/get': { rmaIds: [7, 8], resultsPage: 1 },
};

/** What the one part of a message is called, where it is not `METHODRequest`. */
export const PARTS: Readonly<Record<string, string>> = { 'orders/get': 'get' };

const REPAYMENT = {
  ...{ prepaidId: 2, paymentOrdinalNumber: 2, paymentNumber: '10032-2', paymentStatus: 'processed' },
  ...{ paymentType: 'repayment', payformId: 1, payformName: 'bank transfer', paymentValue: 20.12, currencyId: 'PLN' },
};
const STATUSES = {
  statuses: [
    { id: 1, name: 'new' },
    { id: 10, name: 'accepted, to pay out' },
  ],
};
const PAGE = { resultsNumberAll: 2, resultsNumberPage: 1, resultsPage: 0, resultsLimit: 100 };

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
  'orders/get': {
    Results: [
      {
        orderId: 'Żółć',
        orderSerialNumber: 10032,
        orderDetails: {
          orderStatus: 'new',
          payments: { orderCurrency: { currencyId: 'PLN' } },
          prepaids: [{ ...REPAYMENT, prepaidId: 1, paymentOrdinalNumber: 1, paymentType: 'payment' }, REPAYMENT],
        },
      },
      {
        orderId: '7',
        orderSerialNumber: 7,
        orderDetails: { orderStatus: 'finished', payments: { orderCurrency: { currencyId: 'EUR' } }, prepaids: [] },
      },
    ],
    ...PAGE,
  },
  'returns/get': {
    returns: [
      { id: 15, order_sn: 10032, status: 'new', status_numeric: 1, currency: 'PLN', prepaids: [REPAYMENT] },
      { id: 16, order_sn: 10032, status: 'new', status_numeric: 1, currency: 'PLN', prepaids: [REPAYMENT, REPAYMENT] },
    ],
    ...{ results_number_all: 2, results_number_page: 1, results_page: 0, results_limit: 100 },
  },
  'returns/getStatuses': STATUSES,
  'rma/get': {
    rmas: [
      { rmaId: 7, orderSn: 10032, orderId: 'Żółć', currency: 'PLN', rmaStatus: 11 },
      { rmaId: 8, orderSn: 7, orderId: '7', currency: 'PLN', rmaStatus: 1 },
    ],
    isErrors: false,
    ...PAGE,
  },
  'rma/getStatuses': STATUSES,
};
