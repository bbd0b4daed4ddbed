/** Movements of money as this platform tells them: what was paid is a sale, what is given back a refund of it. */
import type { Order, Payment } from '../../domain/order';
import type { Refund, Transaction } from '../../domain/refund';
import type { TransactionState } from '../../domain/transaction';
import type { OrderLedger } from '../../services/views';
import type { Form } from './form';
import { movementId } from './ids';
import type { TransactionShape } from './shapes';
import { timeIfKnown, timeOf } from './written';

type Status = TransactionShape['status'];

/** Nothing is an `error`: what we do not know the fate of is still asked after (choice SAPO-15). */
const STATUS = {
  requested: 'pending',
  approved: 'pending',
  sending: 'pending',
  pending: 'pending',
  unknown: 'pending',
  settled: 'success',
  declined: 'failure',
  cancelled: 'failure',
  reversed: 'failure',
} as const satisfies Record<TransactionState, Status>;

/** Payments under the shop's own ids, and what was given back of them, by id: that of a refund that grew may be later than the next one's. */
export function transactionShapes({ order, refunds }: OrderLedger, form: Form): TransactionShape[] {
  const sales = order.payments.map((payment) => saleShape(order, payment, form));
  const movements = refunds.flatMap(({ refund }) => movementShapes(order, refund, form));
  return [...sales, ...movements].sort((a, b) => a.id - b.id);
}

/** The transactions of one refund. */
export function movementShapes(order: Order, refund: Refund, form: Form): TransactionShape[] {
  return refund.transactions.map((transaction) => movementShape(order, refund, transaction, form));
}

function saleShape({ id, currency, placedAt, updatedAt }: Order, payment: Payment, form: Form): TransactionShape {
  return form.transaction({
    ...UNKNOWN,
    id: payment.id,
    order_id: id,
    gateway: payment.method,
    amount: form.amount(payment.captured, currency),
    currency,
    kind: 'sale',
    status: 'success',
    authorization: payment.reference ?? null,
    created_on: timeOf(payment.capturedAt ?? placedAt ?? updatedAt),
    processed_at: timeIfKnown(payment.capturedAt),
  });
}

function movementShape(order: Order, refund: Refund, transaction: Transaction, form: Form): TransactionShape {
  const { id, paymentId, destination, way, state, amount, reference, message, settledAt } = transaction;
  const parent = order.payments.find((payment) => payment.id === paymentId);
  return form.transaction({
    ...UNKNOWN,
    id: movementId(id),
    parent_id: paymentId ?? null,
    order_id: order.id,
    refund_id: refund.id,
    gateway: way ?? destination ?? parent?.method ?? null,
    amount: form.amount(amount, refund.currency),
    currency: refund.currency,
    status: STATUS[state],
    authorization: reference ?? null,
    message: message ?? null,
    created_on: timeOf(refund.createdAt),
    processed_at: timeIfKnown(settledAt),
  });
}

/** All keys in the platform's own order; what is not known here is null (choice SAPO-14). */
const UNKNOWN: TransactionShape = {
  id: 0,
  parent_id: null,
  order_id: 0,
  checkout_token: null,
  refund_id: null,
  location_id: null,
  source_name: 'web',
  client_id: null,
  user_id: null,
  device_id: null,
  gateway: null,
  amount: 0,
  currency: '',
  kind: 'refund',
  status: 'pending',
  authorization: null,
  error_code: null,
  message: null,
  cause_type: null,
  payment_info: null,
  payment_details: {},
  receipt: {},
  created_on: '',
  processed_at: null,
  test: false,
};
