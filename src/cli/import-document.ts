/** A document that fits the schema, as rows for the import. Rows with complaints are left out. */
import { parseInstant } from '../domain/instant';
import type { ImportOrder, ImportPayment, ImportReturn, ImportRow, ImportRows } from '../services/import-service';
import type { PutTicket } from '../services/ticket-wishes';

/** As the schema describes it; instants are still text. */
interface ImportDocument {
  readonly orders?: readonly OrderDocument[];
  readonly payments?: readonly Dated<ImportPayment, 'capturedAt'>[];
  readonly returns?: readonly ImportReturn[];
  readonly tickets?: readonly TicketDocument[];
}

type Dated<T, K extends keyof T> = Omit<T, K> & { readonly [N in K]?: string };
type TicketDocument = Dated<PutTicket, 'createdAt' | 'updatedAt'> & { readonly createdAt: string };
type OrderDocument = Omit<Dated<ImportOrder, 'placedAt' | 'deliveredAt'>, 'payments'> & {
  readonly payments?: readonly Dated<NonNullable<ImportOrder['payments']>[number], 'capturedAt'>[];
};

const ROW = /^(?:orders|payments|returns|tickets)\[\d+\]/;

/** The row that a path is in, such as `orders[3]`; undefined for the document itself. */
export function rowOf(path: string): string | undefined {
  return ROW.exec(path)?.[0];
}

/** @param document what passed the schema, but for rows named in `unreadable` */
export function rowsOf(document: unknown, unreadable: ReadonlySet<string>): ImportRows {
  const { orders = [], payments = [], returns = [], tickets = [] } = document as ImportDocument;
  const bad = orders.filter((_, index) => unreadable.has(`orders[${index}]`)).map((order) => order?.orderId);
  return {
    orders: readable('orders', orders, unreadable, orderOf),
    payments: readable('payments', payments, unreadable, (payment) => captured(payment)),
    returns: readable('returns', returns, unreadable, (wish) => wish),
    tickets: readable('tickets', tickets, unreadable, ticketOf),
    unreadableOrders: new Set(bad),
  };
}

function readable<D, T>(
  kind: string,
  documents: readonly D[],
  unreadable: ReadonlySet<string>,
  read: (document: D) => T,
): ImportRow<T>[] {
  return documents.flatMap((document, index) => {
    const path = `${kind}[${index}]`;
    return unreadable.has(path) ? [] : [{ path, wish: read(document) }];
  });
}

function orderOf({ placedAt, deliveredAt, payments, ...rest }: OrderDocument): ImportOrder {
  return {
    ...rest,
    ...(placedAt === undefined ? {} : { placedAt: parseInstant(placedAt, 'placedAt') }),
    ...(deliveredAt === undefined ? {} : { deliveredAt: parseInstant(deliveredAt, 'deliveredAt') }),
    ...(payments === undefined ? {} : { payments: payments.map((payment) => captured(payment)) }),
  };
}

function ticketOf({ createdAt, updatedAt, ...rest }: TicketDocument): PutTicket {
  return {
    ...rest,
    createdAt: parseInstant(createdAt, 'createdAt'),
    ...(updatedAt === undefined ? {} : { updatedAt: parseInstant(updatedAt, 'updatedAt') }),
  };
}

function captured<T extends { readonly capturedAt?: string }>({ capturedAt, ...rest }: T) {
  return { ...rest, ...(capturedAt === undefined ? {} : { capturedAt: parseInstant(capturedAt, 'capturedAt') }) };
}
