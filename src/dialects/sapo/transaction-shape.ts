/** Movements of money as this platform tells them: what was paid is a sale, what is given back a refund of it. */
import type { Order, Payment } from '../../domain/order';
import type { Refund, Transaction } from '../../domain/refund';
import type { TransactionState } from '../../domain/transaction';
import type { OrderLedger } from '../../services/views';
import { movementId } from './ids';
import type { TransactionShape } from './shapes';
import { amountOf, timeIfKnown, timeOf } from './written';

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

/** Payments under the shop's own ids, then what was given back of them, each in the order of its ids. */
export function transactionShapes({ order, refunds }: OrderLedger): TransactionShape[] {
  const sales = [...order.payments].sort((a, b) => a.id - b.id).map((payment) => saleShape(order, payment));
  return [...sales, ...refunds.flatMap(({ refund }) => movementShapes(order, refund))];
}

/** The transactions of one refund. */
export function movementShapes(order: Order, refund: Refund): TransactionShape[] {
  return refund.transactions.map((transaction) => movementShape(order, refund, transaction));
}

function saleShape(order: Order, payment: Payment): TransactionShape {
  const at = payment.capturedAt ?? order.placedAt ?? order.updatedAt;
  return {
    ...{ id: payment.id, parent_id: null, order_id: order.id, checkout_token: null, refund_id: null },
    ...NOBODY_SAID,
    gateway: payment.method,
    amount: amountOf(payment.captured, order.currency),
    currency: order.currency,
    ...{ kind: 'sale', status: 'success', authorization: payment.reference ?? null, message: null },
    ...{ created_on: timeOf(at), processed_at: timeIfKnown(payment.capturedAt), test: false },
  };
}

function movementShape(order: Order, refund: Refund, transaction: Transaction): TransactionShape {
  const { paymentId, destination, way, settledAt } = transaction;
  const parent = order.payments.find(({ id }) => id === paymentId);
  return {
    ...{ id: movementId(transaction.id), parent_id: paymentId ?? null, order_id: order.id, checkout_token: null },
    refund_id: refund.id,
    ...NOBODY_SAID,
    gateway: way ?? destination ?? parent?.method ?? null,
    amount: amountOf(transaction.amount, refund.currency),
    currency: refund.currency,
    ...{ kind: 'refund', status: STATUS[transaction.state], authorization: transaction.reference ?? null },
    message: transaction.message ?? null,
    ...{ created_on: timeOf(refund.createdAt), processed_at: timeIfKnown(settledAt), test: false },
  };
}

/** What of a transaction is not known here (choice SAPO-14). */
const NOBODY_SAID = {
  location_id: null,
  source_name: 'web',
  client_id: null,
  user_id: null,
  device_id: null,
  error_code: null,
  cause_type: null,
  payment_info: null,
  payment_details: {},
  receipt: {},
} as const;
