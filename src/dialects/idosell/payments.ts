/**
 * The payments gate, for reading: a payment, or a refund, by its number in its source, and the forms in which a manual refund
 * can be paid out (contract, section 6; choices IDO-26 and IDO-27).
 */
import type { Payment } from '../../domain/order';
import { refundState, type Refund, type RefundState } from '../../domain/refund';
import type { AuditEntry } from '../../services/ports';
import type { Neighbour } from './neighbour';
import { ordinalIn, requireId, sourceTypeOf } from './params';
import { formOf, PAYMENT_FORM_NAME, PAYMENT_FORMS } from './payment-forms';
import { BOOKED, destinationOfRefund, paymentStatusOf } from './prepaid';
import { REFUND_STATUS } from './refund-status';
import { amountOf } from './reply';
import { shopTime } from './shop-time';

const DATE_LENGTH = 'YYYY-MM-DD'.length;

/** What the vendor's own operator says of its refunds, in its words; ours is said of refunds that a provider carries out. */
const EXTERNAL_STATUS = {
  Pending: 'waiting',
  Processing: 'processed',
  Completed: 'confirmed',
  Failed: 'rejected',
  // Its operator was never asked.
  Canceled: undefined,
} as const satisfies Record<(typeof REFUND_STATUS)[keyof typeof REFUND_STATUS], string | undefined>;

export const getPayment: Neighbour = async ({ services, caller, params }) => {
  const number = params.paymentNumber('paymentNumber');
  const word = params.text('sourceType');
  const sourceType = sourceTypeOf(word);
  const sourceId = requireId(number.sourceId ?? 0);
  const ordinal = ordinalIn(sourceId, number);
  const entry = await services.sources.entry(caller, { sourceType, sourceId, ordinal });
  const { timezone } = await services.shops.of(caller);
  const found = entry.payment
    ? paymentShape(entry.payment, entry.currency, timezone)
    : refundShape(entry.refund, entry.audit, timezone);
  return { body: { result: { orderNumber: entry.orderId, ordinalNumber: ordinal, ...found } } };
};

export const getForms: Neighbour = async () => {
  const forms = [...PAYMENT_FORMS].map(([id, destination]) => ({ id, name: PAYMENT_FORM_NAME[destination] }));
  return { body: { result: { payment_forms: forms } } };
};

function paymentShape(payment: Payment, currency: string, timezone: string): object {
  return {
    value: amountOf(payment.captured, currency),
    currency,
    accountingDate: dateOf(payment.capturedAt, timezone),
    status: BOOKED,
    externalPaymentId: payment.reference ?? '',
  };
}

function refundShape(refund: Refund, audit: readonly AuditEntry[], timezone: string): object {
  const { amount, currency, method, transactions } = refund;
  const settled = transactions.flatMap(({ settledAt }) => settledAt ?? []);
  const bookedAt = settled.length === 0 ? undefined : Math.max(...settled);
  const destination = destinationOfRefund(refund);
  return {
    value: amountOf(amount, currency),
    currency,
    accountingDate: dateOf(bookedAt, timezone),
    status: paymentStatusOf(refund),
    ...(destination ? { paymentFormId: formOf(destination) } : {}),
    externalPaymentId: transactions.find(({ reference }) => reference !== undefined)?.reference ?? '',
    ...(method === 'automatic' ? externalStatus(refundState(transactions)) : {}),
    eventLog: { eventLogList: audit.map((entry) => eventShape(entry, timezone)) },
  };
}

function externalStatus(state: RefundState): object {
  const word = EXTERNAL_STATUS[REFUND_STATUS[state]];
  return word === undefined ? {} : { externalPaymentStatus: word };
}

/** What is worth a second look. The words are those of our audit. */
const LEVEL: Readonly<Record<string, 'warn' | 'error'>> = {
  'refund.lose': 'warn',
  'refund.absent': 'warn',
  'refund.decline': 'error',
  'refund.reverse': 'error',
  'refund.conflict': 'error',
};

function eventShape({ actor, action, at }: AuditEntry, timezone: string): object {
  return { user: actor, eventCode: action, date: shopTime(at, timezone), level: LEVEL[action] ?? 'info', details: '' };
}

/** Empty until it is known. */
function dateOf(at: number | undefined, timezone: string): string {
  return at === undefined ? '' : shopTime(at, timezone).slice(0, DATE_LENGTH);
}
