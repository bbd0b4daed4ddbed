/** Instances as this platform shows them: each is one of our returns with its refunds (choices SKY-7, SKY-9, SKY-10). */
import type { Order } from '../../domain/order';
import { refundState, type Refund, type RefundState, type Transaction } from '../../domain/refund';
import { methodWord } from '../../domain/refund-form';
import type { Return } from '../../domain/return';
import type { ReturnStory } from '../../services/views';
import { amountOf } from './amounts';
import { actionName, type Said } from './instance-wish';
import { itemId } from './order-shape';
import { formId, instanceName } from './refund-forms';
import type { SkyhubSettings } from './settings';
import type { InstanceBody, InstanceRefundBody } from './shapes';

type Ids = SkyhubSettings['forms'];
type RefundStatus = InstanceRefundBody['status'];

/** Paid in part is paid: the value then is what was paid. */
const REFUND_STATUS = {
  requested: 'PENDING',
  approved: 'PENDING',
  sending: 'PENDING',
  pending: 'PENDING',
  unknown: 'PENDING',
  settled: 'APPROVED',
  partial: 'APPROVED',
  declined: 'CANCELLED',
  cancelled: 'CANCELLED',
  reversed: 'CANCELLED',
} as const satisfies Record<RefundState, RefundStatus>;

/** Goods that nobody has decided about may yet be paid for; a return that ended without a refund was never to be. */
const PROMISE_STATUS = {
  open: 'PENDING',
  accepted: 'PENDING',
  received: 'PENDING',
  closed: 'CANCELLED',
  rejected: 'CANCELLED',
  cancelled: 'CANCELLED',
} as const satisfies Record<Return['state'], RefundStatus>;

export function instanceBody(
  order: Order,
  { returned, refunds, decidedAt }: ReturnStory,
  { forms: ids }: SkyhubSettings,
): InstanceBody {
  const rows =
    refunds.length > 0
      ? refunds.flatMap((refund) => rowsOf(order, returned, refund, ids))
      : promisedRows(returned, ids);
  // Another platform may have said something of its own about it.
  const said: Said = { ...unsaid(returned), ...(JSON.parse(returned.said ?? '{}') as Partial<Said>) };
  const changes = refunds.flatMap(({ transactions }) => transactions.map(({ updatedAt }) => updatedAt));
  return {
    id: String(returned.id),
    action: said.action,
    cause: said.cause,
    items: returned.lines.map(({ lineId, sku, requested }) => ({
      id: itemId(order, { id: lineId }),
      sku_id: sku,
      product_id: sku,
      quantity: requested,
    })),
    ...(rows.length === 0 ? {} : { refunds: rows }),
    additional_note: said.note ?? null,
    status: statusOf(returned, rows),
    start_task_date: decidedAt === undefined ? null : timeOf(decidedAt),
    created_at: timeOf(returned.openedAt),
    updated_at: timeOf(Math.max(returned.updatedAt, ...changes)),
  };
}

/** Of a return that was opened through another door: it has no cause in the platform's words, and perhaps a reason in ours. */
function unsaid({ kind, compensation, reason, note }: Return): Said {
  const id = kind === 'cancellation' ? 'CANCEL' : compensation === 'exchange' ? 'EXCHANGE' : 'RETURN';
  const name = actionName(id);
  return {
    action: { id, ...(name === undefined ? {} : { name }) },
    cause: { id: '', name: reason ?? '', reason: { id: '', name: '' } },
    ...(note === undefined ? {} : { note }),
  };
}

function statusOf({ state }: Return, rows: readonly InstanceRefundBody[]): InstanceBody['status'] {
  if (state === 'open') return 'OPEN';
  if (state === 'rejected' || state === 'cancelled') return 'CANCELLED';
  if (rows.length === 0) return state === 'closed' ? 'FINISHED' : 'IN_PROGRESS';
  if (rows.some(({ status }) => status === 'PENDING')) return 'IN_PROGRESS';
  return rows.some(({ status }) => status === 'APPROVED') ? 'FINISHED' : 'CANCELLED';
}

function promisedRows({ state, payback = [], currency }: Return, ids: Ids): InstanceRefundBody[] {
  // A form that gives nothing is left out (choice SKY-14).
  const giving = payback.filter(({ amount }) => amount > 0);
  return giving.map(({ method, amount }) =>
    row({ method, status: PROMISE_STATUS[state], minor: amount, currency }, ids),
  );
}

/** One row for each form that the refund is carried out in. */
function rowsOf(order: Order, returned: Return, { transactions, currency }: Refund, ids: Ids): InstanceRefundBody[] {
  const forms = new Map<string, Transaction[]>();
  for (const transaction of transactions) {
    const method = methodOf(order, returned, transaction);
    forms.set(method, [...(forms.get(method) ?? []), transaction]);
  }
  return [...forms].map(([method, parts]) => {
    const state = refundState(parts);
    const told = state === 'partial' ? parts.filter((part) => part.state === 'settled') : parts;
    return row({ method, status: REFUND_STATUS[state], minor: sumOf(told), currency }, ids);
  });
}

/**
 * How the money goes back. Of a payment that is no longer part of the order nothing is given; its refund was declined or cancelled,
 * and is told in the form that the customer chose for it, or by whoever was to carry it out.
 */
function methodOf({ payments }: Order, { payback = [] }: Return, transaction: Transaction): string {
  const { paymentId, destination, way, provider, amount } = transaction;
  if (destination !== undefined) return destination;
  const payment = payments.find(({ id }) => id === paymentId);
  if (payment) return methodWord(payment.method);
  const paid = new Set(payments.map(({ method }) => methodWord(method)));
  const lost = payback.filter(({ kind, method }) => kind === 'original' && !paid.has(method));
  const chosen = lost.find((form) => form.amount === amount) ?? lost[0];
  return chosen?.method ?? methodWord(way ?? provider ?? 'other');
}

interface Row {
  readonly method: string;
  readonly status: RefundStatus;
  readonly minor: number;
  readonly currency: string;
}

function row({ method, status, minor, currency }: Row, ids: Ids): InstanceRefundBody {
  return { id: formId({ method }, ids), name: instanceName({ method }), status, value: amountOf(minor, currency) };
}

function sumOf(parts: readonly Transaction[]): number {
  return parts.reduce((sum, { amount }) => sum + amount, 0);
}

function timeOf(at: number): string {
  return new Date(at).toISOString();
}
