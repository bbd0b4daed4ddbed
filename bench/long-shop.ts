/**
 * A shop with very many orders, each with a return and a refund of it: filled past our services, by statements that both
 * engines know, because through them it would take an hour.
 */
/** When its first order came; each came a minute after the one before. */
export const SHOP_BEGAN = Date.parse('2026-01-01T00:00:00Z');

const MINUTE_MS = 60_000;

/** Numbers 1 to the count as column i; large enough for products of it on every engine. */
const counted = (rows: number): string =>
  `WITH RECURSIVE n(i) AS (SELECT CAST(1 AS bigint) UNION ALL SELECT i + 1 FROM n WHERE i < ${rows})`;

/** In steps that have no divisor in common: each state comes with each kind of source. */
const STATE = `CASE WHEN i % 10 = 0 THEN 'requested' WHEN i % 101 = 1 THEN 'declined' WHEN i % 1009 = 2 THEN 'unknown'
  WHEN i % 1009 = 3 THEN 'pending' WHEN i % 1009 = 4 THEN 'reversed' ELSE 'settled' END`;
const COMMITTED = `CASE WHEN ${STATE} IN ('declined', 'reversed') THEN 0 ELSE 2000 END`;
const REFUNDED = `CASE WHEN ${STATE} = 'settled' THEN 2000 ELSE 0 END`;
/** Of three refunds one is of its order, the others are of the return with the same number. */
const OF_ORDER = 'i % 3 = 0';
const KIND = `CASE WHEN i % 19 = 1 THEN 'claim' WHEN i % 19 = 2 THEN 'cancellation' ELSE 'return' END`;
const RETURN_STATE = `CASE WHEN i % 51 = 3 THEN 'open' WHEN i % 51 = 4 THEN 'accepted' WHEN i % 101 = 5 THEN 'received'
  WHEN i % 101 = 6 THEN 'rejected' WHEN i % 1009 = 7 THEN 'cancelled' ELSE 'closed' END`;

/** Fills an empty shop. Each statement can be run as it is; none has parameters. */
export function longShop(shop: string, rows: number): string[] {
  const at = `${SHOP_BEGAN} + i * ${MINUTE_MS}`;
  /** One of a thousand was changed again after all others had come. */
  const changedAt = `${at} + CASE WHEN i % 1009 = 8 THEN ${rows * MINUTE_MS} ELSE 0 END`;
  const insert = (into: string, values: string, more = ''): string =>
    `INSERT INTO ${into} ${counted(rows)} SELECT ${values} FROM n ${more}`;
  return [
    insert(
      `orders (shop, id, number, currency, fulfilment, channel, placed_at, tax_included, shipping, total, captured,
        committed, refunded, last_ordinal, updated_at)`,
      `'${shop}', i, 'A-' || i, 'PLN',
        CASE WHEN i % 100 = 9 THEN 'cancelled' WHEN i % 10 = 0 THEN 'open' ELSE 'fulfilled' END,
        CASE i % 3 WHEN 0 THEN 'Shop' WHEN 1 THEN 'Fair' END, ${at}, TRUE, 0, 12000, 12000,
        ${COMMITTED}, ${REFUNDED}, CASE WHEN ${OF_ORDER} THEN 2 ELSE 1 END, ${changedAt}`,
    ),
    ...["1, 0, 'CUP', 'Cup', 2, 2000, 0, 0, 4000", "2, 1, 'POT', 'Tea pot', 1, 8000, 0, 0, 8000"].map((line) =>
      insert(
        'order_lines (shop, order_id, id, position, sku, name, quantity, price, discount, tax, total)',
        `'${shop}', i, ${line}`,
      ),
    ),
    insert(
      `payments (shop, order_id, id, ordinal, provider, method, reference, refundable, captured, committed, refunded,
        captured_at)`,
      `'${shop}', i, 1, 1, 'simulated', 'card', 'pay-' || i, TRUE, 12000, ${COMMITTED}, ${REFUNDED}, ${at}`,
    ),
    insert(
      `returns (id, shop, order_id, kind, compensation, state, worth, committed, refunded, last_ordinal, opened_at,
        updated_at, standing, closed_by, closed_at)`,
      `i, '${shop}', i, ${KIND}, 'refund', ${RETURN_STATE}, 2000,
        CASE WHEN ${OF_ORDER} THEN 0 ELSE ${COMMITTED} END, CASE WHEN ${OF_ORDER} THEN 0 ELSE ${REFUNDED} END,
        CASE WHEN ${OF_ORDER} THEN 0 ELSE 1 END, ${at}, ${changedAt},
        CASE WHEN ${RETURN_STATE} = 'closed' THEN 'closed_by_seller' ELSE ${RETURN_STATE} END,
        CASE WHEN ${RETURN_STATE} = 'closed' THEN 'seller' END, CASE WHEN ${RETURN_STATE} = 'closed' THEN ${at} END`,
    ),
    insert(
      `return_lines (shop, return_id, position, line_id, sku, requested, accepted, received, restock, restock_reported,
        units, amount)`,
      `'${shop}', i, 0, 1, 'CUP', 1, 1, 1, FALSE, FALSE, '[[1,1]]', 2000`,
    ),
    insert(
      `refunds (id, shop, order_id, return_id, source_type, source_id, ordinal, method, amount, currency, shipping,
        adjustment, refunded, created_at)`,
      `i, '${shop}', i, CASE WHEN ${OF_ORDER} THEN NULL ELSE i END,
        CASE WHEN ${OF_ORDER} THEN 'order' WHEN ${KIND} = 'claim' THEN 'claim' ELSE 'return' END, i,
        CASE WHEN ${OF_ORDER} THEN 2 ELSE 1 END, 'automatic', 2000, 'PLN', 0, 0, CASE WHEN ${STATE} = 'settled' THEN 2000 ELSE 0 END, ${at}`,
    ),
    insert(
      'refund_lines (shop, refund_id, position, line_id, sku, quantity, units, amount)',
      `'${shop}', i, 0, 1, 'CUP', 1, '[[2,2]]', 2000`,
    ),
    insert(
      `transactions (id, shop, refund_id, state, amount, payment_id, provider, provider_key, created_at, updated_at,
        settled_at)`,
      `i, '${shop}', i, ${STATE}, 2000, 1, 'simulated', 'long-' || i, ${at}, ${at},
        CASE WHEN ${STATE} = 'settled' THEN ${at} END`,
    ),
    insert(
      'tickets (shop, code, order_code, platform, state, mediation, created_at, updated_at)',
      `'${shop}', 'Shop-A-' || i, 'A-' || i, CASE WHEN i % 1009 = 1 THEN 'Via' ELSE 'B2w' END,
        CASE i % 3 WHEN 0 THEN 'unread' WHEN 1 THEN 'read' ELSE 'archived' END, FALSE, ${at}, ${at}`,
    ),
  ];
}
