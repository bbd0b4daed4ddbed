import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { flag, idColumn, maybe, text, time } from './columns';
import { index, oneOf, unique } from './rules';

/** Tickets that a platform's messages are about, in a list that has the newest first, whatever it is filtered by. */
export class KeepTickets1767300000501 implements MigrationInterface {
  readonly name = 'KeepTickets1767300000501';

  async up(runner: QueryRunner): Promise<void> {
    await runner.createTable(tickets(runner));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropTable('tickets');
  }
}

function tickets(runner: QueryRunner): Table {
  return new Table({
    name: 'tickets',
    columns: [
      idColumn(runner),
      ...[text('shop'), text('code'), text('order_code'), text('platform'), text('state'), flag('mediation')],
      ...[maybe(text('warehouse')), time('created_at'), time('updated_at')],
    ],
    uniques: [unique('tickets', 'shop', 'code')],
    checks: [oneOf('tickets', 'state', 'unread read archived')],
    indices: [
      index('tickets', 'shop', 'order_code'),
      index('tickets', 'shop', 'created_at', 'code'),
      index('tickets', 'shop', 'state', 'created_at', 'code'),
      index('tickets', 'shop', 'platform', 'created_at', 'code'),
      index('tickets', 'shop', 'state', 'platform', 'created_at', 'code'),
    ],
  });
}
