/**
 * What the samples of the SOAP page say where the contract alone would say little. They tell one story: an order of two cups,
 * one of which comes back broken. The names of fields are those of the WSDL; a test finds the ones that are there no more.
 */
import type { SampleWords } from '../../soap/sample-values';
import type { OperationName } from './operations';

/** When it happens, as the gateway writes it. */
const NOW = '2026-11-21T10:30:00.000Z';

export const STORY: SampleWords = {
  orderId: '1001',
  sourceId: '1001',
  sku: 'CUP-20',
  name: 'Stoneware cup',
  'OrderLineInput.quantity': '2',
  'OrderLine.quantity': '2',
  'PaymentInput.amount': '24.60',
  'PaymentInput.reference': 'pay_4711',
  provider: 'simulated',
  'Payment.method': 'card',
  'Payment.reference': 'pay_4711',
  'QuotePart.method': 'card',
  total: '24.60',
  captured: '24.60',
  refundable: '24.60',
  reserved: '0.00',
  refunded: '0.00',
  settledAmount: '0.00',
  discount: '0.00',
  tax: '0.00',
  shipping: '0.00',
  adjustment: '0.00',
  'Transaction.paymentId': '1',
  'Transaction.provider': 'simulated',
  'putOrder.fulfilment': 'fulfilled',
  fulfilment: 'fulfilled',
  worth: '0.00',
  'ReturnCase.refundable': '0.00',
  'ReturnLine.amount': '0.00',
  requested: '1',
  'ReturnLine.accepted': '0',
  received: '0',
  restock: 'false',
  restockReported: 'false',
  reason: 'arrived broken',
  'openReturn.reason': 'arrived broken',
  'ReturnCase.reason': 'arrived broken',
  'Refund.reason': 'arrived broken',
  'RefundDetails.reason': 'arrived broken',
  createdAt: NOW,
  openedAt: NOW,
  updatedAt: NOW,
  at: NOW,
  entryId: '2',
  actor: 'erp',
  action: 'refund.add',
  'AuditEntry.requestId': 'parcel-77-1',
  'AuditEntry.after': '{"amount":"12.30","currency":"PLN","state":"requested"}',
  'QuoteLine.explanation': '1 of 2 units (1) of a line worth 24.60 PLN',
  'QuotePart.explanation': 'payment 1 (card) has 24.60 PLN left; planned largest_first',
  'Quote.explanation': '12.30 PLN = lines 12.30 + shipping 0.00 + adjustment 0.00; all of it automatic',
};

const ACCEPTED: SampleWords = {
  'ReturnCase.state': 'accepted',
  worth: '12.30',
  'ReturnCase.refundable': '12.30',
  'ReturnLine.accepted': '1',
  'ReturnLine.amount': '12.30',
};
const RECEIVED: SampleWords = {
  ...ACCEPTED,
  'ReturnCase.state': 'received',
  'ReturnLine.received': '1',
  'ReturnLine.condition': 'ok',
};
const refunded = (state: string): SampleWords => ({ 'Refund.state': state, 'Transaction.state': state });

/** What one operation tells otherwise than the rest of the story. A field that is no text is named to be shown at all. */
export const CHAPTERS: Readonly<Partial<Record<OperationName, SampleWords>>> = {
  addAutomaticRefund: { sourceType: 'return', sourceId: '1', 'addAutomaticRefund.reason': 'arrived broken' },
  addAutomaticRefundForOrder: {
    'addAutomaticRefundForOrder.lines': 'shown',
    'addAutomaticRefundForOrder.reason': 'arrived broken',
  },
  addManualRefund: {
    'addManualRefund.reason': 'arrived broken',
    'Refund.method': 'manual',
    'Transaction.paymentId': undefined,
    'Transaction.provider': undefined,
    'Transaction.destination': 'cash',
  },
  updateRefund: { amount: '10.00' },
  confirmRefund: { 'Refund.confirmedAt': NOW, ...refunded('approved') },
  cancelRefund: { 'cancelRefund.reason': 'the customer keeps it', ...refunded('cancelled') },
  resolveRefund: { 'resolveRefund.reason': 'seen in the books of the provider', ...refunded('settled') },
  quoteRefund: { 'quoteRefund.lines': 'shown' },
  acceptReturn: ACCEPTED,
  rejectReturn: { 'rejectReturn.reason': 'worn', 'ReturnCase.reason': 'worn', 'ReturnCase.state': 'rejected' },
  receiveReturn: { 'receiveReturn.lines': 'shown', 'ReceivedLine.received': '1', ...RECEIVED },
  closeReturn: { ...RECEIVED, 'ReturnCase.state': 'closed' },
  cancelReturn: { 'ReturnCase.state': 'cancelled' },
  reopenReturn: { ...RECEIVED, 'ReturnCase.state': 'accepted' },
};
