import type { RefundField, RefundSort } from '../../services/ports';
import { REFUND_WORDS } from './refund-status';
import type { Resource } from './resource';

/** The one table of refunds (choices LAETS-15 to LAETS-17). */
export const REFUND_RESOURCE: Resource<RefundField, RefundSort> = {
  name: 'refund',
  fields: {
    id: { type: 'integer', help: 'Its number.', unique: true },
    resource_uri: { type: 'string', help: 'Its address.' },
    status: { type: 'string', help: 'pending, complete, failed or cancelled.' },
    amount: { type: 'decimal', help: 'What is given for goods.', creatable: true, nullable: true },
    shipping: { type: 'decimal', help: 'What is given for shipping.', creatable: true, byDefault: '0.00' },
    adjustment: { type: 'decimal', help: 'Added to both; may be below zero.', creatable: true, byDefault: '0.00' },
    total_refund_amount: { type: 'decimal', help: 'amount + shipping + adjustment.' },
    currency: { type: 'string', help: 'ISO 4217.' },
    partial_refund: { type: 'boolean', help: 'Whether the amount is free.', creatable: true, byDefault: false },
    merchant_order: { type: 'related', related: 'to_one', help: 'What is refunded.', creatable: true },
    return_requests: {
      ...{
        type: 'related',
        related: 'to_many',
        help: 'The returns that are paid back.',
        creatable: true,
        nullable: true,
      },
    },
    order_items: {
      ...{
        type: 'related',
        related: 'to_many',
        help: 'The items that are paid back.',
        creatable: true,
        nullable: true,
      },
    },
    merchant: { type: 'related', related: 'to_one', help: 'Who pays back.', creatable: true, nullable: true },
    user: { type: 'related', related: 'to_one', help: 'Who is paid, as said.', creatable: true, nullable: true },
    memo: { type: 'string', help: 'To the buyer.', creatable: true, byDefault: '' },
    seller_note: { type: 'string', help: 'For the merchant alone.', creatable: true, byDefault: '' },
    created_on: { type: 'datetime', help: 'When it was made.' },
    last_updated: { type: 'datetime', help: 'When it last changed.' },
    from_list: { type: 'boolean', help: 'Whether this is an entry of a list.' },
  },
  filters: {
    id: { kind: 'integer', field: 'id' },
    merchant: { kind: 'fixed', resource: 'merchant' },
    merchant_order: { kind: 'related', field: 'orderId', resource: 'merchant_order' },
    status: { kind: 'words', field: 'state', words: REFUND_WORDS },
    created_on: { kind: 'instant', field: 'createdAt' },
  },
  ordering: { id: 'id', created_on: 'createdAt' },
  defaultLimit: 20,
  detailMethods: ['get'],
  listMethods: ['get', 'post'],
};
