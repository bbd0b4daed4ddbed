import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { idColumn, key, longText, maybe, small, text, time, whole } from './columns';
import { above, index, oneOf } from './rules';

/** What is still to be done, what was answered, who did what, and the simulated provider's own books. */
export class CreateBookkeeping1762500000005 implements MigrationInterface {
  readonly name = 'CreateBookkeeping1762500000005';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [outbox(runner), IDEMPOTENCY_KEYS, auditEntries(runner), SIMULATED_REFUNDS]) {
      await runner.createTable(table);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['simulated_refunds', 'audit_entries', 'idempotency_keys', 'outbox']) {
      await runner.dropTable(table);
    }
  }
}

function outbox(runner: QueryRunner): Table {
  return new Table({
    name: 'outbox',
    columns: [
      idColumn(runner),
      text('shop'),
      whole('transaction_id'),
      time('due'),
      { ...small('attempts'), default: 0 },
      maybe(text('token')),
      maybe(text('claim')),
      maybe(time('leased_until')),
      maybe(time('done')),
    ],
    indices: [
      // Partial, so that looking for work costs what is left to do, not what was ever done.
      { name: 'outbox_waiting', columnNames: ['due', 'id'], where: 'done IS NULL' },
      { name: 'outbox_claimed', columnNames: ['claim'], where: 'claim IS NOT NULL' },
    ],
  });
}

const IDEMPOTENCY_KEYS = new Table({
  name: 'idempotency_keys',
  columns: [
    key(text('shop')),
    key(text('credential')),
    key(text('idempotency_key')),
    text('operation'),
    text('fingerprint'),
    longText('answer'),
    time('created_at'),
  ],
});

function auditEntries(runner: QueryRunner): Table {
  return new Table({
    name: 'audit_entries',
    columns: [
      idColumn(runner),
      text('shop'),
      text('subject'),
      whole('subject_id'),
      text('actor'),
      text('action'),
      maybe(text('request_id')),
      maybe(longText('before_json')),
      maybe(longText('after_json')),
      time('happened_at'),
    ],
    checks: [oneOf('audit_entries', 'subject', 'refund order return')],
    indices: [index('audit_entries', 'shop', 'subject', 'subject_id', 'id')],
  });
}

const SIMULATED_REFUNDS = new Table({
  name: 'simulated_refunds',
  columns: [
    key(text('shop')),
    key(text('provider_key')),
    text('reference'),
    text('payment_reference'),
    whole('amount'),
    text('currency'),
    text('status'),
    maybe(text('becomes')),
    maybe(time('becomes_at')),
  ],
  checks: [
    above('simulated_refunds', 'amount', 0),
    oneOf('simulated_refunds', 'status', 'pending settled declined reversed'),
  ],
  indices: [{ name: 'simulated_refunds_turning', columnNames: ['becomes_at'], where: 'becomes_at IS NOT NULL' }],
});
