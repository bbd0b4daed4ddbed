import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { flag, small, time } from './columns';

/** Attempts are answers, not claims; and what waits knows when it was put off, so that a clock set back is noticed. */
export class CountAnswers1764900000009 implements MigrationInterface {
  readonly name = 'CountAnswers1764900000009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumns('outbox', ADDED);
    await runner.createIndex('outbox', new TableIndex(SET_AT));
    // What was counted until now were claims, of workers that were killed as well: they say nothing of the provider.
    await runner.query('UPDATE outbox SET attempts = 0 WHERE done IS NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('outbox', SET_AT.name);
    await runner.dropColumns('outbox', ADDED);
  }
}

/** Rows from before were put off at a time that nobody knows: 0 lets them wait until they are due. */
const ADDED = [
  new TableColumn({ ...time('due_set_at'), default: 0 }),
  new TableColumn({ ...small('absences'), default: 0 }),
  new TableColumn({ ...flag('clock_set_back'), default: false }),
];

/** Partial, as the one by due: a clock set back is looked for in what is left to do. */
const SET_AT = { name: 'outbox_set', columnNames: ['due_set_at', 'id'], where: 'done IS NULL' };
