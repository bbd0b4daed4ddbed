/**
 * What the gateway asks of the database for the measured operations, statement by statement. Written down here once more
 * and compared with what the gateway really issues at the begin of every run: a floor of other statements measures nothing.
 */

/** As they are set on each connection, in this order. */
export const WRITER_PRAGMAS = [
  'journal_mode = WAL',
  'foreign_keys = ON',
  'synchronous = FULL',
  'busy_timeout = 5000',
  'busy_timeout = 0',
];
export const READER_PRAGMAS = ['busy_timeout = 5000', 'foreign_keys = ON', 'cache_size = -65536'];

export const BEGIN = 'BEGIN IMMEDIATE';
export const COMMIT = 'COMMIT';
export const SAVEPOINT = 'SAVEPOINT request';
export const RELEASE = 'RELEASE request';

export const FIND_KEY = `SELECT id, shop, name, secret_hash AS "secretHash", scopes, created_at AS "createdAt",
  expires_at AS "expiresAt", revoked_at AS "revokedAt" FROM api_keys WHERE id = $1`;

export const FIND_ANSWER = `SELECT operation, fingerprint, answer FROM idempotency_keys
  WHERE shop = $1 AND credential = $2 AND idempotency_key = $3`;
export const ADD_ANSWER = `INSERT INTO idempotency_keys
    (shop, credential, idempotency_key, operation, fingerprint, answer, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;

export const FIND_ORDER = `SELECT id, number, currency, fulfilment, channel, placed_at AS "placedAt",
  delivered_at AS "deliveredAt", confirmed_at AS "confirmedAt", tax_included AS "taxIncluded", shipping, total, captured, committed, refunded,
  last_ordinal AS "lastOrdinal", updated_at AS "updatedAt" FROM orders WHERE shop = $1 AND id = $2`;
export const FIND_LINES = `SELECT id, sku, name, quantity, price, discount, tax, total
  FROM order_lines WHERE shop = $1 AND order_id = $2 ORDER BY position`;
export const FIND_PAYMENTS = `SELECT id, ordinal, provider, method, reference, refundable, captured, committed, refunded,
  captured_at AS "capturedAt" FROM payments WHERE shop = $1 AND order_id = $2 ORDER BY id`;

const POT_HOLDS = '0 <= refunded + $2 AND refunded + $2 <= committed + $1 AND committed + $1 <= captured';
export const CHANGE_ORDER = `UPDATE orders SET committed = committed + $1, refunded = refunded + $2
  WHERE shop = $3 AND id = $4 AND ${POT_HOLDS}`;
export const CHANGE_PAYMENT = `UPDATE payments SET committed = committed + $1, refunded = refunded + $2
  WHERE shop = $3 AND order_id = $4 AND id = $5 AND ${POT_HOLDS}`;

export const TAKE_ORDINAL = 'UPDATE orders SET last_ordinal = $1 WHERE shop = $2 AND id = $3 AND last_ordinal < $1';
export const ADD_REFUND = `INSERT INTO refunds (shop, order_id, return_id, source_type, source_id, ordinal, method,
    amount, currency, shipping, adjustment, reason, note, said, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`;
export const ADD_TRANSACTION = `INSERT INTO transactions (shop, refund_id, state, amount, payment_id, provider,
    destination, way, provider_key, reference, account, client_account, shares, created_at, updated_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $14)`;
export const FIND_HEAD = 'SELECT seq, hash FROM audit_heads WHERE shop = $1';
export const ADD_AUDIT = `INSERT INTO audit_entries (shop, seq, hash, subject, subject_id, actor, action, request_id,
    before_json, after_json, happened_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;
export const MOVE_HEAD = `INSERT INTO audit_heads (shop, seq, hash) VALUES ($1, $2, $3)
  ON CONFLICT (shop) DO UPDATE SET seq = excluded.seq, hash = excluded.hash`;

export const FIND_ORDER_OF = 'SELECT order_id AS "orderId" FROM refunds WHERE shop = $1 AND id = $2';
export const FIND_REFUND = `SELECT r.id, r.order_id AS "orderId", r.source_type AS "sourceType",
  r.source_id AS "sourceId", r.ordinal, r.method, r.amount, r.currency, r.shipping, r.adjustment, r.reason, r.note, r.said,
  r.created_at AS "createdAt", r.confirmed_at AS "confirmedAt",
  t.id AS t_id, t.state AS t_state, t.amount AS t_amount, t.shares AS t_shares, t.payment_id AS t_payment, t.provider AS t_provider,
  t.destination AS t_destination, t.way AS t_way, t.reference AS t_reference, t.account AS t_account,
  t.client_account AS t_client_account, t.message AS t_message, t.updated_at AS t_updated,
  t.settled_at AS t_settled FROM refunds r
  LEFT JOIN transactions t ON t.shop = r.shop AND t.refund_id = r.id WHERE r.shop = $1 AND r.id = $2 ORDER BY t.id`;
export const FIND_TRANSACTIONS = `SELECT t.id, t.shop, t.refund_id AS "refundId", r.order_id AS "orderId",
  r.return_id AS "returnId", t.state, t.amount, t.shares, r.currency, t.payment_id AS "paymentId", t.provider, t.destination, t.way,
  t.provider_key AS "providerKey", t.reference, t.account, t.client_account AS "clientAccount", t.message, t.created_at AS "createdAt",
  t.updated_at AS "updatedAt", t.settled_at AS "settledAt", t.sent_at AS "sentAt" FROM transactions t
  JOIN refunds r ON r.shop = t.shop AND r.id = t.refund_id WHERE t.shop = $1 AND t.refund_id = $2 ORDER BY t.id`;
export const MOVE = `UPDATE transactions SET state = $1, updated_at = $2, reference = COALESCE($3, reference),
    message = $4, settled_at = COALESCE($5, settled_at), sent_at = COALESCE(sent_at, $6)
  WHERE shop = $7 AND id = $8 AND state = $9`;
export const ADD_TASK = 'INSERT INTO outbox (shop, transaction_id, due, due_set_at) VALUES ($1, $2, $3, $3)';
export const CONFIRM = `UPDATE refunds SET confirmed_at = COALESCE(confirmed_at, $1)
  WHERE shop = $2 AND id = $3`;
