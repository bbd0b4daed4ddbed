/** The table of returns: fields, filters and orderings (choice LAETS-12). */
import type { Compensation, ReturnStanding } from '../../domain/return';
import type { ReturnField, ReturnOrder } from '../../services/ports';
import type { Resource } from './resource';
import type { ReturnStatus, ReturnType } from './return-shapes';

/** What we reject is cancelled there: the platform has no other word for it (choice LAETS-5). */
export const STATUS = {
  open: 'open',
  accepted: 'accepted',
  received: 'package_received',
  closed_by_seller: 'closed_by_seller',
  closed_by_buyer: 'closed_by_buyer',
  rejected: 'cancelled',
  cancelled: 'cancelled',
} as const satisfies Record<ReturnStanding, ReturnStatus>;

export const TYPE = { exchange: 1, refund: 2 } as const satisfies Record<Compensation, ReturnType>;

const WORDS = { creatable: true, editable: true, nullable: true } as const;

export const RETURN: Resource<ReturnField, ReturnOrder> = {
  name: 'return',
  fields: {
    id: { type: 'integer', help: 'Number of the return.', unique: true },
    resource_uri: { type: 'string', help: 'Address of the return.' },
    status: { type: 'string', help: 'How far the return has come; changed by its actions.' },
    status_localized: { type: 'string', help: 'The status in words.' },
    return_type: { type: 'integer', help: '1 is an exchange, 2 a refund.', creatable: true, byDefault: 2 },
    return_type_localized: { type: 'string', help: 'The type in words.' },
    reason: { type: 'integer', help: 'Why it comes back.', creatable: true, nullable: true, byDefault: 16 },
    reason_localized: { type: 'string', help: 'The reason in words.' },
    comment: { type: 'string', help: 'What was said about it.', creatable: true, editable: true, byDefault: '' },
    amount: { type: 'decimal', help: 'Sum of the refunds that are tied to the return.' },
    closed: { type: 'datetime', help: 'When it was closed.', nullable: true },
    created_on: { type: 'datetime', help: 'When it was opened.' },
    last_updated: { type: 'datetime', help: 'When it last changed.' },
    external_id: { type: 'string', help: "The merchant's own number of it.", ...WORDS, unique: true },
    from_list: { type: 'boolean', help: 'Whether the object stands in a list.' },
    starred: {
      type: 'boolean',
      help: 'Whether somebody marked it.',
      creatable: true,
      editable: true,
      byDefault: false,
    },
    merchant: { type: 'related', related: 'to_one', help: 'The shop.', creatable: true, nullable: true },
    merchant_order: { type: 'related', related: 'to_one', help: 'The order of the item.' },
    order_id_number: { type: 'string', help: 'Number of the order that the buyer knows.' },
    offer_id: { type: 'string', help: 'Number of the offer.' },
    offer_name: { type: 'string', help: 'Name of the offer.' },
    offer_sku: { type: 'string', help: 'Stock number of the offer.' },
    order_item: { type: 'related', related: 'to_one', help: 'The item that comes back.', creatable: true },
    user: { type: 'related', related: 'to_one', help: 'Who asked for it.', creatable: true, nullable: true },
  },
  filters: {
    id: { kind: 'integer', field: 'id' },
    merchant: { kind: 'fixed', resource: 'merchant' },
    merchant_order: { kind: 'related', field: 'orderId', resource: 'merchant_order' },
    order_item: { kind: 'related', field: 'lineId', resource: 'order_item' },
    user: { kind: 'related', field: 'customer', resource: 'user' },
    status: { kind: 'words', field: 'standing', words: valuesOf(STATUS) },
    return_type: { kind: 'words', field: 'compensation', words: valuesOf(TYPE) },
    reason: { kind: 'integer', field: 'reasonCode' },
    external_id: { kind: 'text', field: 'reference' },
    created_on: { kind: 'instant', field: 'openedAt' },
    last_updated: { kind: 'instant', field: 'updatedAt' },
    closed: { kind: 'instant', field: 'closedAt' },
  },
  ordering: { id: 'id', created_on: 'openedAt', last_updated: 'updatedAt', status: 'standing' },
  defaultLimit: 20,
  detailMethods: ['get', 'put'],
  listMethods: ['get', 'post'],
};

/** Our words for each of the platform's. */
function valuesOf(table: Readonly<Record<string, string | number>>): Record<string, string[]> {
  const words: Record<string, string[]> = {};
  for (const [ours, theirs] of Object.entries(table)) (words[theirs] ??= []).push(ours);
  return words;
}
