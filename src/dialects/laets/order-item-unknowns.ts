/** Fields of an item that the platform has and of which the gateway is told nothing (choice LAETS-20): always null, empty, false or 0.00. */
import type { FieldRule } from './resource';

type Fields = Readonly<Record<string, FieldRule>>;

const help = 'Not known.';

function all(rule: FieldRule, ...names: readonly string[]): Fields {
  return Object.fromEntries(names.map((name) => [name, rule]));
}

/** Of a side that could take one of an item. */
function commissionOf(side: string): Fields {
  const parts = ['amount', 'rate', 'tax_rate_included'].map((part) => `${side}_commission_${part}`);
  return all({ type: 'decimal', help: 'None is known.' }, ...parts);
}

export const UNKNOWN_OF_ITEMS: Fields = {
  ...commissionOf('application'),
  ...commissionOf('iceberg'),
  ...commissionOf('merchant'),
  ...all({ type: 'boolean', help }, 'bundled', 'gift', 'reviewed'),
  ...all({ type: 'list', help }, 'discounts', 'option_answers', 'reservations', 'reviews'),
  ...all({ type: 'integer', help, nullable: true }, 'number_of_people', 'stock', 'variation_stock'),
  ...all({ type: 'datetime', help, nullable: true }, 'shipped_on'),
  ...all({ type: 'string', help, nullable: true }, 'external_id', 'extra_info', 'item_image_url', 'offer_absolute_url'),
  ...all({ type: 'string', help, nullable: true }, 'shipping_speed', 'size', 'variation_name', 'variation_sku'),
  ...all({ type: 'related', related: 'to_one', help, nullable: true }, 'product', 'product_offer', 'product_variation'),
  ...all(
    { type: 'related', related: 'to_one', help, nullable: true },
    'service_offer',
    'service_variation',
    'variation',
  ),
};
