/** The ledger: what came in for orders and what was given back, newest first, and who has borne it (choice LAETS-18). */
import type { Booking } from '../../domain/booking';
import { Refusal } from '../../domain/refusal';
import type { BookingField, BookingSort, Listing } from '../../services/ports';
import { idIn } from './address';
import type { Asked, Operation } from './asked';
import { PART_RESOURCES, TRANSACTION_RESOURCE, TRANSACTION_TYPE, type PartName } from './booking-resources';
import type { TransactionPartShape, TransactionShape } from './booking-shapes';
import { listShape, readList } from './list-query';
import { schemaOf } from './schema';
import type { Detail, ListShape } from './shapes';
import { moneyOf, timeOf } from './written';

type BookingListing = Listing<BookingField | 'id', BookingSort>;

export const BOOKING_OPERATIONS = {
  async listTransactions(asked: Asked): Promise<ListShape<TransactionShape>> {
    const listing = newestFirst(readList(TRANSACTION_RESOURCE, asked.query));
    const { found, timezone } = await bookings(asked, listing);
    const items = found.items.map((booking) => transactionShape(asked, booking, timezone, true));
    return listShape(TRANSACTION_RESOURCE, asked.addresses, asked.query, listing, { ...found, items });
  },

  async getTransaction(asked: Asked): Promise<Detail<TransactionShape>> {
    const { booking, timezone } = await bookingOf(asked);
    return { ...transactionShape(asked, booking, timezone, false), meta: {} };
  },

  async getTransactionSchema() {
    return schemaOf(TRANSACTION_RESOURCE);
  },

  listAppTransactions: (asked: Asked) => listParts(asked, 'app_transaction'),
  getAppTransaction: (asked: Asked) => getPart(asked, 'app_transaction'),
  getAppTransactionSchema: async () => schemaOf(PART_RESOURCES.app_transaction),
  listStoreTransactions: (asked: Asked) => listParts(asked, 'store_transaction'),
  getStoreTransaction: (asked: Asked) => getPart(asked, 'store_transaction'),
  getStoreTransactionSchema: async () => schemaOf(PART_RESOURCES.store_transaction),
  listMpTransactions: (asked: Asked) => listParts(asked, 'mp_transaction'),
  getMpTransaction: (asked: Asked) => getPart(asked, 'mp_transaction'),
  getMpTransactionSchema: async () => schemaOf(PART_RESOURCES.mp_transaction),
} satisfies Record<string, Operation>;

/** Revenue is not shared here: the store has all of it and bears all that is given back, and the application has rows of nothing. */
const BORNE: Readonly<Record<PartName, (amount: number) => number | undefined>> = {
  app_transaction: () => 0,
  store_transaction: (amount) => amount,
  mp_transaction: () => undefined,
};

async function listParts(asked: Asked, name: PartName): Promise<ListShape<TransactionPartShape>> {
  const listing = newestFirst(readList(PART_RESOURCES[name], asked.query));
  const { found, timezone } = await bookings(asked, listing);
  const items = found.items.flatMap((booking) => partShape(asked, name, booking, timezone, true) ?? []);
  const total = name === 'mp_transaction' ? 0 : found.total;
  return listShape(PART_RESOURCES[name], asked.addresses, asked.query, listing, { items, total });
}

async function getPart(asked: Asked, name: PartName): Promise<Detail<TransactionPartShape>> {
  const { booking, timezone } = await bookingOf(asked);
  const shape = partShape(asked, name, booking, timezone, false);
  if (shape) return { ...shape, meta: {} };
  throw missing();
}

/** The platform's own order, where its caller names none. */
function newestFirst(listing: BookingListing): BookingListing {
  return listing.order.length > 0 ? listing : { ...listing, order: [{ field: 'at', descending: true }] };
}

async function bookings({ services, caller }: Asked, listing: BookingListing) {
  const { timezone } = await services.shops.of(caller);
  // Nothing here is the same for all bookings: all conditions are about their own fields.
  const own = { ...listing, conditions: listing.conditions.filter((one) => one.field !== 'id') };
  return { timezone, found: await services.merchant.bookings(caller, own as Listing<BookingField, BookingSort>) };
}

async function bookingOf(asked: Asked): Promise<{ readonly booking: Booking; readonly timezone: string }> {
  const conditions = [{ field: 'number', is: 'one_of', values: [idIn(asked.id)] }] as const;
  const { found, timezone } = await bookings(asked, { conditions, order: [], skip: 0, limit: 1 });
  const [booking] = found.items;
  if (booking) return { booking, timezone };
  throw missing();
}

function missing(): Refusal {
  return new Refusal('path_not_found', 'there is nothing of this number');
}

function transactionShape(
  { addresses }: Asked,
  { kind, number, orderId, refundId, amount, currency, at }: Booking,
  timezone: string,
  isListed: boolean,
): TransactionShape {
  return {
    ...addresses.stub('transaction', number),
    transaction_type: TRANSACTION_TYPE[kind],
    amount: moneyOf(amount, currency),
    currency,
    order: addresses.of('order', orderId),
    merchant_order: addresses.of('merchant_order', orderId),
    refund: refundId === undefined ? null : addresses.of('refund', refundId),
    timestamp: timeOf(at, timezone),
    from_list: isListed,
  };
}

function partShape(
  { addresses }: Asked,
  name: PartName,
  { number, amount, currency, at }: Booking,
  timezone: string,
  isListed: boolean,
): TransactionPartShape | undefined {
  const borne = BORNE[name](amount);
  if (borne === undefined) return undefined;
  return {
    ...addresses.stub(name, number),
    transaction: addresses.of('transaction', number),
    amount: moneyOf(borne, currency),
    currency,
    timestamp: timeOf(at, timezone),
    from_list: isListed,
  };
}
