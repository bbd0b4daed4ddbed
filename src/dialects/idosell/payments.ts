/**
 * The one method of the payments gate that is here: it reads a payment, or a refund, by its number in its source (contract,
 * section 6; choice IDO-25). Of the three words for a state, `pending` is the platform's for what is booked, and `processed` for
 * what waits to be (contract, section 4.10).
 */
import type { Caller } from '../../domain/access';
import type { Order, Payment } from '../../domain/order';
import { refundState, type Refund } from '../../domain/refund';
import type { Services } from '../../services/services';
import { ordinalIn, Params, requireId, sourceTypeOf } from './params';
import { REFUND_STATUS } from './refund-status';
import { amountOf, type Reply } from './reply';
import { shopTime } from './shop-time';

const BOOKED = 'pending';
const WAITING = 'processed';
const OFF = 'cancelled';

const STATUS = {
  Pending: WAITING,
  Processing: WAITING,
  Completed: BOOKED,
  Failed: OFF,
  Canceled: OFF,
} as const satisfies Record<(typeof REFUND_STATUS)[keyof typeof REFUND_STATUS], string>;

const DATE_LENGTH = 'YYYY-MM-DD'.length;

export async function getPayment(services: Services, caller: Caller, given: unknown): Promise<Reply> {
  const params = Params.of(given);
  const number = params.paymentNumber('paymentNumber');
  const word = params.text('sourceType');
  const sourceType = sourceTypeOf(word);
  const sourceId = requireId(number.sourceId ?? 0);
  const { timezone } = await services.shops.of(caller);
  const ordinal = ordinalIn(sourceId, number);
  const order = sourceType === 'order' ? await services.orders.get(caller, sourceId) : undefined;
  const payment = order?.payments.find((one) => one.ordinal === ordinal);
  if (order && payment) return { body: { result: paymentShape(order, payment, timezone) } };
  const refund = await services.refundReader.numbered(caller, { sourceType, sourceId, ordinal });
  return { body: { result: refundShape(refund, timezone) } };
}

function paymentShape({ id, currency }: Order, payment: Payment, timezone: string): object {
  return {
    orderNumber: id,
    ordinalNumber: payment.ordinal,
    value: amountOf(payment.captured, currency),
    currency,
    accountingDate: dateOf(payment.capturedAt, timezone),
    status: BOOKED,
    externalPaymentId: payment.reference ?? '',
  };
}

function refundShape({ orderId, ordinal, amount, currency, transactions }: Refund, timezone: string): object {
  const settled = transactions.flatMap(({ settledAt }) => settledAt ?? []);
  const bookedAt = settled.length === 0 ? undefined : Math.max(...settled);
  return {
    orderNumber: orderId,
    ordinalNumber: ordinal,
    value: amountOf(amount, currency),
    currency,
    accountingDate: dateOf(bookedAt, timezone),
    status: STATUS[REFUND_STATUS[refundState(transactions)]],
    externalPaymentId: transactions.find(({ reference }) => reference !== undefined)?.reference ?? '',
  };
}

/** Empty until it is known. */
function dateOf(at: number | undefined, timezone: string): string {
  return at === undefined ? '' : shopTime(at, timezone).slice(0, DATE_LENGTH);
}
