/** The messages of the payments gate, for the description of the API. */
import type { SourceTypeWord } from './shapes';

export interface GetPaymentQuery {
  /** The source and the number of the payment or the refund in it, such as "1234-1". */
  paymentNumber: string;
  sourceType: SourceTypeWord;
}

interface PaymentEvent {
  user: string;
  eventCode: string;
  /** YYYY-MM-DD hh:mm:ss on the shop's own clock. */
  date: string;
  level: 'info' | 'error' | 'warn';
  details: string;
}

interface PaymentEventLog {
  eventLogList: PaymentEvent[];
}

interface PaymentResult {
  /**
   * Serial number of the order.
   * @isInt
   */
  orderNumber?: number;
  /** @isInt */
  ordinalNumber?: number;
  value?: number;
  currency?: string;
  /** YYYY-MM-DD; empty until it was booked. */
  accountingDate?: string;
  /** `pending` is booked, `processed` waits to be. */
  status?: 'pending' | 'processed' | 'cancelled';
  /**
   * Of manual refunds: 1 bank transfer, 2 cash, 3 customer balance, 4 voucher.
   * @isInt
   */
  paymentFormId?: number;
  /** The payment provider's own id; empty until it is known. */
  externalPaymentId?: string;
  /** Of automatic refunds that were not cancelled. */
  externalPaymentStatus?: 'waiting' | 'processed' | 'confirmed' | 'rejected';
  /** Of refunds: what was done about it. */
  eventLog?: PaymentEventLog;
}

export interface GetPaymentReply {
  result: PaymentResult;
}

export interface GetFormsQuery {
  /** All of ours are active. */
  activeOnly?: string;
}

interface PaymentForm {
  /** @isInt */
  id: number;
  name: string;
}

interface PaymentForms {
  payment_forms: PaymentForm[];
}

export interface GetFormsReply {
  result: PaymentForms;
}
