import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { flag, key, longText, maybe, small, sum, text, time, whole } from './columns';
import { belongsTo, index, oneOf, potRule } from './rules';

/** Orders with their lines and payments, under the shops' own numbers. */
export class CreateOrders1762500000002 implements MigrationInterface {
  readonly name = 'CreateOrders1762500000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [ORDERS, ORDER_LINES, PAYMENTS]) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [PAYMENTS, ORDER_LINES, ORDERS]) await runner.dropTable(table);
  }
}

const ORDERS = new Table({
  name: 'orders',
  columns: [
    key(text('shop')),
    key(whole('id')),
    maybe(text('number')),
    text('currency'),
    text('fulfilment'),
    maybe(text('channel')),
    maybe(time('placed_at')),
    maybe(time('delivered_at')),
    flag('tax_included'),
    whole('shipping'),
    whole('total'),
    sum('captured'),
    sum('committed'),
    sum('refunded'),
    time('updated_at'),
  ],
  checks: [potRule('orders'), oneOf('orders', 'fulfilment', 'open fulfilled cancelled')],
  indices: [index('orders', 'shop', 'fulfilment', 'id'), index('orders', 'shop', 'updated_at', 'id')],
});

const ORDER_LINES = new Table({
  name: 'order_lines',
  columns: [
    key(text('shop')),
    key(whole('order_id')),
    key(whole('id')),
    small('position'),
    text('sku'),
    longText('name'),
    whole('quantity'),
    whole('price'),
    whole('discount'),
    whole('tax'),
    whole('total'),
  ],
  foreignKeys: [belongsTo('order_lines', 'order_id', 'orders')],
});

const PAYMENTS = new Table({
  name: 'payments',
  columns: [
    key(text('shop')),
    key(whole('order_id')),
    key(whole('id')),
    text('provider'),
    text('method'),
    maybe(text('reference')),
    flag('refundable'),
    whole('captured'),
    sum('committed'),
    sum('refunded'),
    maybe(time('captured_at')),
  ],
  checks: [potRule('payments')],
  foreignKeys: [belongsTo('payments', 'order_id', 'orders')],
});
