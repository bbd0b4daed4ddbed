/** The columns of the CSV files, by kind, and how a cell becomes a value. */

/** What a cell means: of the whole (order, payment, return), or of the line that the row is about. */
interface Column {
  readonly of: 'whole' | 'line';
  /** Name in the document; the column itself may be called otherwise, for a row has one `reason` only. */
  readonly member: string;
  readonly read: (cell: string) => unknown;
}

export interface CsvKind {
  readonly name: 'orders' | 'payments' | 'returns' | 'tickets';
  /** What a row, or rows with the same key, are about. */
  readonly thing: string;
  /** Column that tells which rows belong together; absent: each row stands for itself. */
  readonly key?: string;
  readonly hasLines: boolean;
  readonly columns: ReadonlyMap<string, Column>;
  readonly required: readonly string[];
}

const text = (cell: string): unknown => cell;
// What is not a number or a truth stays text, and the schema says what it must be.
const number = (cell: string): unknown => (/^\d+$/.test(cell) ? Number(cell) : cell);
const truth = (cell: string): unknown => TRUTHS.get(cell.toLowerCase()) ?? cell;
/** Spreadsheets write them in capitals. */
const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['false', false],
]);

function columns(
  of: Column['of'],
  reads: Readonly<Record<string, Column['read']>>,
  members: Readonly<Record<string, string>> = {},
): [string, Column][] {
  return Object.entries(reads).map(([name, read]) => [name, { of, member: members[name] ?? name, read }]);
}

const KINDS: readonly CsvKind[] = [
  {
    name: 'orders',
    thing: 'order',
    key: 'orderId',
    hasLines: true,
    columns: new Map([
      ...columns('whole', { orderId: number, orderNumber: text, currency: text, fulfilment: text, channel: text }),
      ...columns('whole', { placedAt: text, deliveredAt: text, taxIncluded: truth, shipping: text }),
      ...columns('line', { lineId: number, sku: text, name: text, quantity: number }),
      ...columns('line', { price: text, discount: text, tax: text }),
    ]),
    required: ['orderId', 'currency', 'lineId', 'sku', 'name', 'quantity', 'price'],
  },
  {
    name: 'payments',
    thing: 'payment',
    hasLines: false,
    columns: new Map([
      ...columns('whole', { orderId: number, paymentId: number, provider: text, method: text, amount: text }),
      ...columns('whole', { currency: text, reference: text, refundable: truth, capturedAt: text }),
    ]),
    required: ['orderId', 'paymentId', 'provider', 'method', 'amount', 'currency'],
  },
  {
    name: 'returns',
    thing: 'return',
    key: 'reference',
    hasLines: true,
    columns: new Map([
      ...columns('whole', { reference: text, orderId: number, kind: text, compensation: text, state: text }),
      ...columns('whole', { reason: text, note: text }),
      ...columns('line', { lineId: number, quantity: number, lineReason: text }, { lineReason: 'reason' }),
    ]),
    required: ['reference', 'orderId', 'lineId', 'quantity'],
  },
  {
    name: 'tickets',
    thing: 'ticket',
    hasLines: false,
    columns: new Map([
      ...columns('whole', { code: text, orderCode: text, platform: text, state: text, mediation: truth }),
      ...columns('whole', { warehouse: text, createdAt: text, updatedAt: text }),
    ]),
    required: ['code', 'orderCode', 'platform', 'createdAt'],
  },
];

/** Columns that only one kind has. */
const MARKS: Readonly<Record<CsvKind['name'], readonly string[]>> = {
  orders: ['sku', 'price', 'name'],
  payments: ['paymentId', 'provider', 'method'],
  returns: ['kind', 'compensation', 'state', 'lineReason', 'reference'],
  tickets: ['orderCode', 'mediation', 'warehouse', 'createdAt'],
};

/** Returns last: a ticket has a state too. */
const MARKED = ['orders', 'payments', 'tickets', 'returns'] as const;

/** The kind of file that has this header; undefined when it is none of ours. */
export function kindOf(header: readonly string[]): CsvKind | undefined {
  const name = MARKED.find((one) => MARKS[one].some((column) => header.includes(column)));
  return KINDS.find((kind) => kind.name === name);
}
