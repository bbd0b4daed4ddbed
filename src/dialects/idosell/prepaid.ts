/**
 * What is numbered in an order or a return, as its gates list it: payments, and our refunds as `repayment`. Of the three words
 * for a state, `pending` is the platform's for what is booked, and `processed` for what waits to be (contract, section 4.10;
 * choice IDO-27).
 */
import type { Payment } from '../../domain/order';
import { refundState, type Destination, type Refund } from '../../domain/refund';
import { PAYMENT_FORM_NAME, formOf } from './payment-forms';
import { REFUND_STATUS } from './refund-status';
import { amountOf } from './reply';

export const BOOKED = 'pending';
const WAITING = 'processed';
const OFF = 'cancelled';

const STATUS = {
  Pending: WAITING,
  Processing: WAITING,
  Completed: BOOKED,
  Failed: OFF,
  Canceled: OFF,
} as const satisfies Record<(typeof REFUND_STATUS)[keyof typeof REFUND_STATUS], string>;

/** The platform's word for how a payment that is a refund stands. */
export function paymentStatusOf({ transactions }: Refund): string {
  return STATUS[REFUND_STATUS[refundState(transactions)]];
}

/** How a manual refund is paid out; undefined for money that a provider moves. */
export function destinationOfRefund({ transactions }: Refund): Destination | undefined {
  return transactions.find(({ destination }) => destination !== undefined)?.destination;
}

export function paymentPrepaid(sourceId: number, currency: string, payment: Payment): object {
  return {
    ...numbered(sourceId, payment.ordinal),
    paymentStatus: BOOKED,
    paymentType: 'payment',
    payformName: payment.method,
    paymentValue: amountOf(payment.captured, currency),
    currencyId: currency,
  };
}

export function refundPrepaid(refund: Refund): object {
  const { sourceId, ordinal, amount, currency } = refund;
  const destination = destinationOfRefund(refund);
  return {
    ...numbered(sourceId, ordinal),
    paymentStatus: paymentStatusOf(refund),
    paymentType: 'repayment',
    ...(destination ? { payformId: formOf(destination), payformName: PAYMENT_FORM_NAME[destination] } : {}),
    paymentValue: amountOf(amount, currency),
    currencyId: currency,
  };
}

/** Payments and refunds have no id but their number in the source (choice IDO-28). */
function numbered(sourceId: number, ordinal: number): object {
  return { prepaidId: ordinal, paymentOrdinalNumber: ordinal, paymentNumber: `${sourceId}-${ordinal}` };
}
