import type { BookingField, BookingSort } from '../../services/ports';
import type { Booking } from '../../domain/booking';
import type { FieldRule, Resource } from './resource';

/** The platform's numbers for what a transaction is. */
export const TRANSACTION_TYPE = { sale: 1, refund: 2 } as const satisfies Record<Booking['kind'], number>;

const SHARED: Readonly<Record<string, FieldRule>> = {
  id: { type: 'integer', help: 'Its number.', unique: true },
  resource_uri: { type: 'string', help: 'Its address.' },
  amount: { type: 'decimal', help: 'Above zero what came in, below it what was given back.' },
  currency: { type: 'string', help: 'ISO 4217.' },
  timestamp: { type: 'datetime', help: 'When it was made.' },
  from_list: { type: 'boolean', help: 'Whether this is an entry of a list.' },
};

const READ_ONLY = {
  ordering: { id: 'number', timestamp: 'at' },
  defaultLimit: 20,
  detailMethods: ['get'],
  listMethods: ['get'],
} as const;

/** The one table of transactions. */
export const TRANSACTION_RESOURCE: Resource<BookingField, BookingSort> = {
  name: 'transaction',
  fields: {
    ...SHARED,
    transaction_type: { type: 'integer', help: '1: a sale, 2: a refund.' },
    order: { type: 'related', related: 'to_one', help: 'The order that was paid.' },
    merchant_order: { type: 'related', related: 'to_one', help: 'What was sold.' },
    refund: { type: 'related', related: 'to_one', help: 'Of a refund alone.', nullable: true },
  },
  filters: {
    id: { kind: 'integer', field: 'number' },
    order: { kind: 'related', field: 'orderId', resource: 'order' },
    merchant_order: { kind: 'related', field: 'orderId', resource: 'merchant_order' },
    transaction_type: { kind: 'words', field: 'kind', words: { '1': ['sale'], '2': ['refund'] } },
    timestamp: { kind: 'instant', field: 'at' },
  },
  ...READ_ONLY,
};

/** Each side has a part of every transaction, under its number: one table, whoever the side is. */
function partResource(name: string): Resource<BookingField, BookingSort> {
  return {
    name,
    fields: { ...SHARED, transaction: { type: 'related', related: 'to_one', help: 'What it is a part of.' } },
    filters: {
      id: { kind: 'integer', field: 'number' },
      transaction: { kind: 'related', field: 'number', resource: 'transaction' },
      timestamp: { kind: 'instant', field: 'at' },
    },
    ...READ_ONLY,
  };
}

export const PART_RESOURCES = {
  app_transaction: partResource('app_transaction'),
  store_transaction: partResource('store_transaction'),
  mp_transaction: partResource('mp_transaction'),
} as const;

export type PartName = keyof typeof PART_RESOURCES;
