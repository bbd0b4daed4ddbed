import type { ItemField, ItemSort, OrderField, OrderSort } from '../../services/ports';
import { UNKNOWN_OF_ITEMS } from './order-item-unknowns';
import type { Resource } from './resource';

/** The one table of buyers' orders. Their status follows from returns as well, and is no filter. */
export const ORDER_RESOURCE: Resource<OrderField, OrderSort> = {
  name: 'order',
  fields: {
    id: { type: 'integer', help: 'Its number.', unique: true },
    resource_uri: { type: 'string', help: 'Its address.' },
    id_number: { type: 'string', help: 'The number that the buyer knows.' },
    cart_id: { type: 'integer', help: 'Not known.', nullable: true },
    created_on: { type: 'datetime', help: 'When it was placed, or when we last heard of it.' },
    last_updated: { type: 'datetime', help: 'When it last changed.' },
    external_id: { type: 'string', help: 'Not known.', nullable: true },
    currency: { type: 'string', help: 'ISO 4217.' },
    amount_vat_included: { type: 'decimal', help: 'All of it, with tax.' },
    payment: { type: 'dict', help: 'What came in, and what is still to come.' },
    shipping_speed: { type: 'string', help: 'Not known.', nullable: true },
    status: { type: 'string', help: '0, 60, 80, 85, 110, 120 or 2000.' },
    status_localized: { type: 'string', help: 'The status in words.' },
  },
  filters: {
    id: { kind: 'integer', field: 'id' },
    id_number: { kind: 'text', field: 'number' },
    created_on: { kind: 'instant', field: 'since' },
    last_updated: { kind: 'instant', field: 'updatedAt' },
  },
  ordering: { id: 'id', created_on: 'since', last_updated: 'updatedAt' },
  defaultLimit: 20,
  detailMethods: ['get'],
  listMethods: ['get'],
};

/** The one table of items. */
export const ORDER_ITEM_RESOURCE: Resource<ItemField, ItemSort> = {
  name: 'order_item',
  fields: {
    id: { type: 'integer', help: 'Its number.', unique: true },
    resource_uri: { type: 'string', help: 'Its address.' },
    amount_vat_included: { type: 'decimal', help: 'All pieces, with tax.' },
    created_on: { type: 'datetime', help: 'When its order was placed, or when we last heard of it.' },
    currency: { type: 'string', help: 'ISO 4217.' },
    discount_amount_vat_included: { type: 'decimal', help: 'The discount on all pieces.' },
    from_list: { type: 'boolean', help: 'Whether this is an entry of a list.' },
    merchant_order: { type: 'related', related: 'to_one', help: 'What it is an item of.' },
    name: { type: 'string', help: 'What it is called.' },
    offer_id: { type: 'string', help: 'The number of the item.' },
    price: { type: 'decimal', help: 'One piece without tax, six places.' },
    price_vat_included: { type: 'decimal', help: 'One piece with tax.' },
    quantity: { type: 'integer', help: 'How many pieces.' },
    received: { type: 'boolean', help: 'Whether it was delivered.' },
    shipping: { type: 'decimal', help: 'Shipping is told of the merchant order alone.' },
    sku: { type: 'string', help: 'What the merchant calls it.' },
    status: { type: 'string', help: '0, 60, 80, 85, 110, 120 or 2000.' },
    status_localized: { type: 'string', help: 'The status in words.' },
    item_type: { type: 'string', help: 'Always product.' },
    vat: { type: 'decimal', help: 'The tax in one piece, six places.' },
    ...UNKNOWN_OF_ITEMS,
  },
  filters: {
    id: { kind: 'integer', field: 'id' },
    merchant_order: { kind: 'related', field: 'orderId', resource: 'merchant_order' },
    sku: { kind: 'text', field: 'sku' },
  },
  ordering: { id: 'id' },
  defaultLimit: 20,
  detailMethods: ['get'],
  listMethods: ['get'],
};
