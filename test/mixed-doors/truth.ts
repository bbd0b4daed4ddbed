/** The order as the tables have it, read past every door. All doors are held against this. */
import { refundStateOf } from '../model/refund-state';
import type { Rows } from '../onlooker';

type Row = Readonly<Record<string, unknown>>;

export interface PaymentTruth {
  readonly id: number;
  readonly ordinal: number;
  readonly provider: string;
  readonly method: string;
  readonly isAutomatic: boolean;
  readonly captured: number;
  readonly committed: number;
  readonly refunded: number;
}

export interface LineTruth {
  readonly id: number;
  readonly sku: string;
  readonly quantity: number;
  /** Units that no return and no living refund holds. */
  readonly free: number;
}

export interface TransactionTruth {
  readonly id: number;
  readonly state: string;
  readonly amount: number;
  readonly paymentId: number | null;
  readonly destination: string | null;
  readonly way: string | null;
  /** How much of it is for the goods of which return; the rest is for the order alone. */
  readonly shares: readonly { readonly returnId: number; readonly amount: number }[];
}

export interface RefundTruth {
  readonly id: number;
  readonly ordinal: number;
  readonly sourceType: string;
  readonly sourceId: number;
  readonly method: string;
  readonly amount: number;
  readonly shipping: number;
  readonly adjustment: number;
  readonly state: string;
  /** The returns that its caller named, on platforms where he does; money may be for fewer of them. */
  readonly named: readonly number[] | undefined;
  readonly transactions: readonly TransactionTruth[];
}

export interface ReturnTruth {
  readonly id: number;
  readonly kind: string;
  readonly compensation: string;
  readonly state: string;
  readonly closedBy: string | null;
  readonly worth: number;
  readonly committed: number;
  readonly refunded: number;
  readonly promised: readonly { readonly kind: string; readonly method: string; readonly amount: number }[];
  readonly lines: readonly { readonly lineId: number; readonly requested: number; readonly accepted: number }[];
}

export interface Truth {
  readonly orderId: number;
  readonly number: string;
  readonly channel: string;
  readonly currency: string;
  readonly fulfilment: string;
  readonly confirmedAt: number | null;
  readonly deliveredAt: number | null;
  readonly captured: number;
  readonly committed: number;
  readonly refunded: number;
  readonly shipping: number;
  readonly lines: readonly LineTruth[];
  readonly payments: readonly PaymentTruth[];
  readonly refunds: readonly RefundTruth[];
  readonly returns: readonly ReturnTruth[];
}

const HOLDING = ['requested', 'approved', 'sending', 'pending', 'unknown', 'settled'];

/** Those that give money for this return, as far as they do. */
export function partsFor({ refunds }: Truth, { id }: Pick<ReturnTruth, 'id'>): RefundTruth[] {
  return refunds.flatMap((refund) => {
    const transactions = refund.transactions.flatMap((one) =>
      one.shares.flatMap(({ returnId, amount }) => (returnId === id ? [{ ...one, amount }] : [])),
    );
    if (transactions.length === 0) return [];
    const state = refundStateOf(transactions.map((one) => one.state));
    return [{ ...refund, transactions, amount: sumOf(transactions), state }];
  });
}

export const isHolding = ({ state }: { readonly state: string }): boolean => HOLDING.includes(state);
export const sumOf = (items: readonly { readonly amount: number }[]): number =>
  items.reduce((sum, { amount }) => sum + amount, 0);

/** There is one order in each run. */
export function truthIn(rows: Rows): Truth {
  const table = (name: string): readonly Row[] => rows[name] ?? [];
  const [order] = table('orders');
  if (!order) throw new Error('the order is gone');
  const transactions = table('transactions');
  const refunds = [...table('refunds')].sort(byId);
  return {
    orderId: number(order['id']),
    number: String(order['number']),
    channel: String(order['channel']),
    currency: String(order['currency']),
    fulfilment: String(order['fulfilment']),
    ...{ confirmedAt: numberOrNull(order['confirmed_at']), deliveredAt: numberOrNull(order['delivered_at']) },
    ...potOf(order),
    captured: number(order['captured']),
    shipping: number(order['shipping']),
    lines: table('order_lines').map((line) => lineIn(line, heldUnits(rows, line['id']))),
    payments: [...table('payments')].sort(byId).map(paymentIn),
    refunds: refunds.map((refund) =>
      refundIn(
        refund,
        transactions.filter((one) => one['refund_id'] === refund['id']),
      ),
    ),
    returns: [...table('returns')].sort(byId).map((returned) =>
      returnIn(
        returned,
        table('return_lines').filter((line) => line['return_id'] === returned['id']),
      ),
    ),
  };
}

const number = (value: unknown): number => Number(value);
const numberOrNull = (value: unknown): number | null => (value === null || value === undefined ? null : Number(value));
const textOrNull = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));
const byId = (one: Row, other: Row): number => number(one['id']) - number(other['id']);

const potOf = (row: Row) => ({ committed: number(row['committed']), refunded: number(row['refunded']) });

function lineIn(row: Row, held: number): LineTruth {
  const quantity = number(row['quantity']);
  return { id: number(row['id']), sku: String(row['sku']), quantity, free: quantity - held };
}

function heldUnits(rows: Rows, lineId: unknown): number {
  const isOff = (id: unknown): boolean =>
    (rows['returns'] ?? []).some((one) => one['id'] === id && ['rejected', 'cancelled'].includes(String(one['state'])));
  const isOver = ({ refund_id: id, return_id: returnId }: Row): boolean => {
    const own = (rows['transactions'] ?? []).filter((one) => one['refund_id'] === id);
    const isOfReturn = (rows['refunds'] ?? []).some((one) => one['id'] === id && one['source_type'] !== 'order');
    return (
      isOfReturn || returnId !== null || (own.length > 0 && !own.some((one) => HOLDING.includes(String(one['state']))))
    );
  };
  const holding = [
    ...(rows['return_lines'] ?? []).filter((one) => !isOff(one['return_id'])),
    ...(rows['refund_lines'] ?? []).filter((one) => !isOver(one)),
  ].filter((one) => one['line_id'] === lineId);
  const ranges = holding.flatMap((one) => JSON.parse(String(one['units'])) as [number, number][]);
  return ranges.reduce((sum, [first, last]) => sum + last - first + 1, 0);
}

function paymentIn(row: Row): PaymentTruth {
  return {
    ...{ id: number(row['id']), ordinal: number(row['ordinal']), provider: String(row['provider']) },
    ...{ method: String(row['method']), isAutomatic: row['provider'] === 'simulated' },
    ...{ captured: number(row['captured']), ...potOf(row) },
  };
}

function refundIn(row: Row, transactions: readonly Row[]): RefundTruth {
  const own = [...transactions].sort(byId).map((one) => transactionIn(one, row));
  return {
    ...{ id: number(row['id']), ordinal: number(row['ordinal']), method: String(row['method']) },
    ...{ sourceType: String(row['source_type']), sourceId: number(row['source_id']), amount: number(row['amount']) },
    ...{ shipping: number(row['shipping']), adjustment: number(row['adjustment']) },
    state: refundStateOf(own.map(({ state }) => state)),
    named: (JSON.parse(textOrNull(row['said']) ?? '{}') as { readonly returns?: readonly number[] }).returns,
    transactions: own,
  };
}

function transactionIn(row: Row, refund: Row): TransactionTruth {
  return {
    ...{ id: number(row['id']), state: String(row['state']), amount: number(row['amount']) },
    ...{ paymentId: numberOrNull(row['payment_id']), destination: textOrNull(row['destination']) },
    ...{ way: textOrNull(row['way']), shares: sharesIn(row, refund) },
  };
}

function sharesIn(row: Row, refund: Row): TransactionTruth['shares'] {
  const shares = textOrNull(row['shares']);
  if (shares !== null) return JSON.parse(shares) as TransactionTruth['shares'];
  const returnId = numberOrNull(refund['return_id']);
  return returnId === null ? [] : [{ returnId, amount: number(row['amount']) }];
}

function returnIn(row: Row, lines: readonly Row[]): ReturnTruth {
  return {
    ...{ id: number(row['id']), kind: String(row['kind']), compensation: String(row['compensation']) },
    ...{ state: String(row['state']), closedBy: textOrNull(row['closed_by']) },
    ...{ worth: number(row['worth']), ...potOf(row) },
    promised: JSON.parse(textOrNull(row['payback']) ?? '[]') as ReturnTruth['promised'],
    lines: lines.map((line) => ({
      ...{ lineId: number(line['line_id']), requested: number(line['requested']), accepted: number(line['accepted']) },
    })),
  };
}
