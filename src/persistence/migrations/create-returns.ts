import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { flag, idColumn, key, longText, maybe, small, sum, text, time, whole } from './columns';
import { belongsTo, index, oneOf, potRule, unique } from './rules';

/** Goods that come back, with their lines. */
export class CreateReturns1762500000003 implements MigrationInterface {
  readonly name = 'CreateReturns1762500000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(returns(runner));
    await runner.createTable(RETURN_LINES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('return_lines');
    await runner.dropTable('returns');
  }
}

function returns(runner: QueryRunner): Table {
  return new Table({
    name: 'returns',
    columns: [
      idColumn(runner),
      text('shop'),
      whole('order_id'),
      maybe(text('reference')),
      text('kind'),
      text('compensation'),
      text('state'),
      maybe(longText('reason')),
      maybe(longText('note')),
      sum('worth'),
      sum('committed'),
      sum('refunded'),
      time('opened_at'),
      time('updated_at'),
    ],
    uniques: [unique('returns', 'shop', 'id'), unique('returns', 'shop', 'reference')],
    checks: [
      potRule('returns', 'worth'),
      oneOf('returns', 'kind', 'return claim cancellation'),
      oneOf('returns', 'compensation', 'refund exchange'),
      oneOf('returns', 'state', 'open accepted received closed rejected cancelled'),
    ],
    foreignKeys: [belongsTo('returns', 'order_id', 'orders')],
    indices: [
      index('returns', 'shop', 'order_id', 'id'),
      index('returns', 'shop', 'state', 'id'),
      index('returns', 'shop', 'kind', 'id'),
      index('returns', 'shop', 'updated_at', 'id'),
    ],
  });
}

const RETURN_LINES = new Table({
  name: 'return_lines',
  columns: [
    key(text('shop')),
    key(whole('return_id')),
    key(small('position')),
    whole('line_id'),
    text('sku'),
    whole('requested'),
    whole('accepted'),
    whole('received'),
    maybe(text('condition')),
    flag('restock'),
    flag('restock_reported'),
    longText('units'),
    whole('amount'),
    maybe(longText('reason')),
  ],
  checks: [oneOf('return_lines', 'condition', 'ok damaged missing')],
  foreignKeys: [belongsTo('return_lines', 'return_id', 'returns')],
});
