/** A refund for the books: as REST tells it, with what an accountant adds up beside it. */
import { refundShape } from '../dialects/own/shapes';
import { formatInstant } from '../domain/instant';
import { formatMinor } from '../domain/money';
import type { Refund } from '../domain/refund';

type ExportedRefund = ReturnType<typeof exportedRefund>;

export function exportedRefund(refund: Refund) {
  const { currency, shipping, adjustment, transactions } = refund;
  const settled = transactions.filter(({ state }) => state === 'settled');
  const times = settled.map(({ settledAt, updatedAt }) => settledAt ?? updatedAt);
  return {
    ...refundShape(refund),
    settledAmount: formatMinor(
      settled.reduce((sum, { amount }) => sum + amount, 0),
      currency,
    ),
    shipping: formatMinor(shipping, currency),
    adjustment: formatMinor(adjustment, currency),
    ...(times.length === 0 ? {} : { settledAt: formatInstant(Math.max(...times)) }),
  };
}

/** Columns of the CSV. Amounts are ours and stay as they are; whatever somebody typed is a text cell. */
const COLUMNS: readonly (readonly [name: string, cell: (refund: ExportedRefund) => string])[] = [
  ['refundId', ({ refundId }) => String(refundId)],
  ['orderId', ({ orderId }) => String(orderId)],
  ['sourceType', ({ sourceType }) => sourceType],
  ['sourceId', ({ sourceId }) => String(sourceId)],
  ['method', ({ method }) => method],
  ['state', ({ state }) => state],
  ['amount', ({ amount }) => amount],
  ['settledAmount', ({ settledAmount }) => settledAmount],
  ['currency', ({ currency }) => currency],
  ['shipping', ({ shipping }) => shipping],
  ['adjustment', ({ adjustment }) => adjustment],
  ['createdAt', ({ createdAt }) => createdAt],
  ['confirmedAt', ({ confirmedAt }) => confirmedAt ?? ''],
  ['settledAt', ({ settledAt }) => settledAt ?? ''],
  ['payments', (refund) => joined(refund, ({ paymentId }) => paymentId)],
  ['destinations', (refund) => joined(refund, ({ destination }) => destination)],
  ['references', (refund) => textCell(joined(refund, ({ reference }) => reference))],
  ['reason', ({ reason }) => textCell(reason ?? '')],
  ['note', ({ note }) => textCell(note ?? '')],
];

/** What the transactions of a refund have, in their order; mostly there is one. */
function joined(
  { transactions }: ExportedRefund,
  of: (transaction: ExportedRefund['transactions'][number]) => string | number | undefined,
): string {
  return transactions.flatMap((transaction) => of(transaction) ?? []).join(' ');
}

/** A spreadsheet would calculate what begins so: a reason of a customer must not become a formula on a clerk's machine. */
function textCell(text: string): string {
  return /^[=+\-@\t\r\n]/.test(text) ? `'${text}` : text;
}

function quoted(cell: string): string {
  return /[",;\r\n\t]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function line(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

export const CSV_HEADER = line(COLUMNS.map(([name]) => name));

export function csvLine(refund: ExportedRefund): string {
  return line(COLUMNS.map(([, cell]) => cell(refund)));
}
