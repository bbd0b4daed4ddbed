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
  return shape({
    ...{ id: payment.id, parent_id: null, order_id: order.id, refund_id: null, gateway: payment.method },
    ...{
      amount: amountOf(payment.captured, order.currency),
      currency: order.currency,
      kind: 'sale',
      status: 'success',
    },
    ...{ authorization: payment.reference ?? null, message: null },
    ...{ created_on: timeOf(at), processed_at: timeIfKnown(payment.capturedAt) },
  });
}

function movementShape(order: Order, refund: Refund, transaction: Transaction): TransactionShape {
  const { paymentId, destination, way, settledAt } = transaction;
  const parent = order.payments.find(({ id }) => id === paymentId);
  return shape({
    ...{ id: movementId(transaction.id), parent_id: paymentId ?? null, order_id: order.id, refund_id: refund.id },
    gateway: way ?? destination ?? parent?.method ?? null,
    ...{ amount: amountOf(transaction.amount, refund.currency), currency: refund.currency, kind: 'refund' },
    ...{ status: STATUS[transaction.state], authorization: transaction.reference ?? null },
    message: transaction.message ?? null,
    ...{ created_on: timeOf(refund.createdAt), processed_at: timeIfKnown(settledAt) },
  });
}

type Known =
  | ('id' | 'parent_id' | 'order_id' | 'refund_id' | 'gateway' | 'amount' | 'currency' | 'kind' | 'status')
  | ('authorization' | 'message' | 'created_on' | 'processed_at');

/** All keys in the platform's own order; what is not known here is null (choice SAPO-14). */
function shape(known: Pick<TransactionShape, Known>): TransactionShape {
  const { id, parent_id, order_id, refund_id, gateway, amount, currency, kind, status } = known;
  const { authorization, message, created_on, processed_at } = known;
  return {
    ...{ id, parent_id, order_id, checkout_token: null, refund_id, location_id: null, source_name: 'web' },
    ...{ client_id: null, user_id: null, device_id: null, gateway, amount, currency, kind, status, authorization },
    ...{ error_code: null, message, cause_type: null, payment_info: null, payment_details: {}, receipt: {} },
    ...{ created_on, processed_at, test: false },
  };
}
