import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { idColumn, key, longText, maybe, small, text, time, whole } from './columns';
import { above, belongsTo, index, oneOf, unique } from './rules';

/** Refunds with their lines, and the transactions that carry them out. */
export class CreateRefunds1762500000004 implements MigrationInterface {
  readonly name = 'CreateRefunds1762500000004';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(refunds(runner));
    await runner.createTable(REFUND_LINES);
    await runner.createTable(transactions(runner));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['transactions', 'refund_lines', 'refunds']) await runner.dropTable(table);
  }
}

function refunds(runner: QueryRunner): Table {
  return new Table({
    name: 'refunds',
    columns: [
      idColumn(runner),
      text('shop'),
      whole('order_id'),
      maybe(whole('return_id')),
      text('source_type'),
      whole('source_id'),
      text('method'),
      whole('amount'),
      text('currency'),
      whole('shipping'),
      whole('adjustment'),
      maybe(longText('reason')),
      maybe(longText('note')),
      time('created_at'),
      maybe(time('confirmed_at')),
    ],
    uniques: [unique('refunds', 'shop', 'id')],
    checks: [
      above('refunds', 'amount', 0),
      oneOf('refunds', 'source_type', 'order return claim'),
      oneOf('refunds', 'method', 'automatic manual'),
      { name: 'refunds_source', expression: "(source_type = 'order') = (return_id IS NULL)" },
    ],
    foreignKeys: [belongsTo('refunds', 'order_id', 'orders'), belongsTo('refunds', 'return_id', 'returns')],
    indices: [
      index('refunds', 'shop', 'order_id', 'id'),
      index('refunds', 'shop', 'source_type', 'id'),
      index('refunds', 'shop', 'created_at', 'id'),
    ],
  });
}

const REFUND_LINES = new Table({
  name: 'refund_lines',
  columns: [
    key(text('shop')),
    key(whole('refund_id')),
    key(small('position')),
    whole('line_id'),
    text('sku'),
    whole('quantity'),
    longText('units'),
    whole('amount'),
  ],
  foreignKeys: [belongsTo('refund_lines', 'refund_id', 'refunds')],
});

const STATES = 'requested approved sending pending unknown settled declined cancelled reversed';

function transactions(runner: QueryRunner): Table {
  return new Table({
    name: 'transactions',
    columns: [
      idColumn(runner),
      text('shop'),
      whole('refund_id'),
      text('state'),
      whole('amount'),
      maybe(whole('payment_id')),
      maybe(text('provider')),
      maybe(text('destination')),
      maybe(text('provider_key')),
      maybe(longText('reference')),
      maybe(longText('message')),
      time('created_at'),
      time('updated_at'),
      maybe(time('settled_at')),
    ],
    uniques: [unique('transactions', 'shop', 'provider_key')],
    checks: [
      above('transactions', 'amount', 0),
      oneOf('transactions', 'state', STATES),
      oneOf('transactions', 'destination', 'cash bank_transfer customer_balance voucher'),
    ],
    foreignKeys: [belongsTo('transactions', 'refund_id', 'refunds')],
    indices: [
      index('transactions', 'shop', 'refund_id', 'id'),
      // Lists by state walk this one in the order of the refunds.
      index('transactions', 'shop', 'state', 'refund_id'),
    ],
  });
}
