import type { OrderField, OrderSort } from '../../services/ports';
import { ORDER_STATUS } from './order-status';
import type { FieldRule, Resource } from './resource';

/** Our stages, by the codes that a filter names. What comes back of an order changes no merchant order. */
const STATUS_WORDS = Object.fromEntries(Object.entries(ORDER_STATUS).map(([stage, code]) => [code, [stage]]));

const money = (help: string): FieldRule => ({ type: 'decimal', help });

/** The one table of merchant orders (contract, section 6; choice LAETS-19). */
export const MERCHANT_ORDER_RESOURCE: Resource<OrderField, OrderSort> = {
  name: 'merchant_order',
  fields: {
    id: { type: 'integer', help: 'Its number.', unique: true },
    resource_uri: { type: 'string', help: 'Its address.' },
    amount: money('Price and shipping without tax.'),
    amount_vat_included: money('Price and shipping with tax.'),
    amount_vat_included_before_discount: money('The same before discounts.'),
    app_discount_amount: money('Discounts of the application: none is known.'),
    app_discount_amount_vat_included: money('The same with tax.'),
    application: { type: 'related', related: 'to_one', help: 'Not known.', nullable: true },
    billing_address: { type: 'related', related: 'to_one', help: 'Not known.', nullable: true },
    shipping_address: { type: 'related', related: 'to_one', help: 'Not known.', nullable: true },
    created_on: { type: 'datetime', help: 'When it was placed, or when we last heard of it.' },
    currency: { type: 'string', help: 'ISO 4217.' },
    debug: { type: 'boolean', help: 'Always false.' },
    discount_amount: money('Discounts of all items.'),
    discount_amount_vat_included: money('The same with tax.'),
    eco_tax: money('None is known.'),
    eco_tax_vat_included: money('None is known.'),
    entered_discount_codes: { type: 'list', help: 'None is known.' },
    external_id: { type: 'string', help: 'Not known.', nullable: true },
    from_list: { type: 'boolean', help: 'Whether this is an entry of a list.' },
    items: { type: 'related', related: 'to_many', help: 'Its items, whole.' },
    items_count: { type: 'integer', help: 'How many they are.' },
    last_updated: { type: 'datetime', help: 'When it last changed.' },
    merchant: { type: 'related', related: 'to_one', help: 'Who sends it.' },
    merchant_comment: { type: 'string', help: 'Always empty.' },
    order: { type: 'related', related: 'to_one', help: 'The order of the buyer.' },
    price: money('All items without tax.'),
    price_vat_included: money('All items with tax.'),
    received: { type: 'boolean', help: 'Whether it was delivered.' },
    shipping: money('Shipping without tax.'),
    shipping_vat_included: money('Shipping with tax.'),
    starred: { type: 'boolean', help: 'Always false.' },
    status: { type: 'string', help: '0, 60, 80, 85, 110 or 2000.' },
    status_localized: { type: 'string', help: 'The status in words.' },
    user: { type: 'related', related: 'to_one', help: 'Not known.', nullable: true },
    vat: money('All tax in it.'),
    vat_on_products: money('Tax in the items.'),
    vat_on_shipping: money('Tax in shipping: none is known.'),
    vat_on_eco_tax: money('None is known.'),
  },
  filters: {
    id: { kind: 'integer', field: 'id' },
    merchant: { kind: 'fixed', resource: 'merchant' },
    order: { kind: 'related', field: 'id', resource: 'order' },
    status: { kind: 'words', field: 'stage', words: STATUS_WORDS },
    created_on: { kind: 'instant', field: 'since' },
    last_updated: { kind: 'instant', field: 'updatedAt' },
  },
  ordering: { id: 'id', created_on: 'since', last_updated: 'updatedAt' },
  defaultLimit: 20,
  detailMethods: ['get'],
  listMethods: ['get'],
};
