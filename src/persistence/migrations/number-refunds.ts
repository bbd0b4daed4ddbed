import { Table, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { key, text, time } from './columns';
import { index, unique } from './rules';

/**
 * Payments and refunds of one source share one numbering; a refund may be a draft of nothing until it is confirmed; a manual
 * refund knows the accounts it goes to; and there are tokens, which end by themselves.
 */
export class NumberRefunds1766000000010 implements MigrationInterface {
  readonly name = 'NumberRefunds1766000000010';

  async up(runner: QueryRunner): Promise<void> {
    // As SQL: TypeORM would rebuild a table for a column, and SQLite lets nobody rebuild a table that others refer to.
    for (const [table, column] of COLUMNS) await runner.query(`ALTER TABLE ${table} ADD COLUMN ${column}`);
    for (const statement of NUMBERS) await runner.query(statement);
    for (const [table, found] of INDICES) await runner.createIndex(table, new TableIndex(found));
    for (const rule of RULES) await changeRule(runner, rule.table, rule.name, rule.before, rule.after);
    await runner.createTable(ACCESS_TOKENS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('access_tokens');
    for (const rule of RULES) await changeRule(runner, rule.table, rule.name, rule.after, rule.before);
    for (const [table, { name }] of INDICES) await runner.dropIndex(table, name);
    for (const [table, column] of COLUMNS) {
      await runner.query(`ALTER TABLE ${table} DROP COLUMN ${column.split(' ', 1)[0]}`);
    }
  }
}

const COLUMNS = [
  ['orders', 'last_ordinal bigint NOT NULL DEFAULT 0'],
  ['returns', 'last_ordinal bigint NOT NULL DEFAULT 0'],
  ['payments', 'ordinal bigint NOT NULL DEFAULT 0'],
  ['refunds', 'ordinal bigint NOT NULL DEFAULT 0'],
  ['transactions', 'account text'],
  ['transactions', 'client_account text'],
] as const;

/**
 * What is there already is numbered as it would have been: payments by their own numbers, or counted where one of them is
 * too long, then the refunds of the order.
 */
const NUMBERS = [
  `UPDATE payments SET ordinal = id`,
  `UPDATE payments SET ordinal = (SELECT COUNT(*) FROM payments AS p
      WHERE p.shop = payments.shop AND p.order_id = payments.order_id AND p.id <= payments.id)
    WHERE EXISTS (SELECT 1 FROM payments AS p
      WHERE p.shop = payments.shop AND p.order_id = payments.order_id AND p.id > 999999999)`,
  `UPDATE orders SET last_ordinal = COALESCE((SELECT MAX(ordinal) FROM payments AS p
    WHERE p.shop = orders.shop AND p.order_id = orders.id), 0)`,
  `UPDATE refunds SET ordinal = (SELECT COUNT(*) FROM refunds AS r WHERE r.shop = refunds.shop
      AND r.source_type = refunds.source_type AND r.source_id = refunds.source_id AND r.id <= refunds.id)
    + CASE WHEN source_type = 'order' THEN (SELECT last_ordinal FROM orders AS o
      WHERE o.shop = refunds.shop AND o.id = refunds.order_id) ELSE 0 END`,
  `UPDATE orders SET last_ordinal = last_ordinal + (SELECT COUNT(*) FROM refunds AS r
    WHERE r.shop = orders.shop AND r.source_type = 'order' AND r.source_id = orders.id)`,
  `UPDATE returns SET last_ordinal = (SELECT COUNT(*) FROM refunds AS r
    WHERE r.shop = returns.shop AND r.return_id = returns.id)`,
];

const INDICES = [
  ['payments', { ...unique('payments', 'shop', 'order_id', 'ordinal'), isUnique: true }],
  ['refunds', { ...unique('refunds', 'shop', 'source_type', 'source_id', 'ordinal'), isUnique: true }],
] as const satisfies readonly (readonly [string, { name: string; columnNames: string[]; isUnique: boolean }])[];

const RULES = [
  { table: 'refunds', name: 'refunds_amount', before: 'amount > 0', after: 'amount >= 0' },
  {
    table: 'transactions',
    name: 'transactions_amount',
    before: 'amount > 0',
    // A movement of no money is a draft, or was one.
    after: "amount > 0 OR amount = 0 AND state IN ('requested', 'cancelled')",
  },
] as const;

async function changeRule(runner: QueryRunner, table: string, name: string, from: string, to: string): Promise<void> {
  if (runner.connection.options.type === 'postgres') {
    await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} CHECK (${to})`);
    return;
  }
  // SQLite has no statement for it. This is the way its manual gives for a rule that leaves the rows as they are;
  // better-sqlite3 keeps it behind a lock of its own.
  const { unsafeMode } = (await runner.connect()) as { unsafeMode?: (this: unknown, on: boolean) => void };
  unsafeMode?.call(await runner.connect(), true);
  const [{ schema_version: version }] = (await runner.query('PRAGMA schema_version')) as [{ schema_version: number }];
  await runner.query('PRAGMA writable_schema = ON');
  // A table that TypeORM has rebuilt since has its rules in brackets of their own.
  const rule = (text: string): string => quoted(`CONSTRAINT "${name}" CHECK (${text})`);
  await runner.query(`UPDATE sqlite_schema
    SET sql = REPLACE(REPLACE(sql, ${rule(from)}, ${rule(to)}), ${rule(`(${from})`)}, ${rule(to)})
    WHERE type = 'table' AND name = ${quoted(table)}`);
  await runner.query(`PRAGMA schema_version = ${version + 1}`);
  await runner.query('PRAGMA writable_schema = OFF');
  unsafeMode?.call(await runner.connect(), false);
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Short-lived, for a login: only a hash of the token is kept. */
const ACCESS_TOKENS = new Table({
  name: 'access_tokens',
  columns: [key(text('token_hash')), text('user_name'), time('expires_at')],
  indices: [index('access_tokens', 'expires_at')],
});
