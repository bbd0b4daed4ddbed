import { TableColumn, TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { maybe, time } from './columns';

/** When a transaction was first handed to its provider, and how what a provider tells is found again. */
export class RememberFirstSend1764300000007 implements MigrationInterface {
  readonly name = 'RememberFirstSend1764300000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.addColumn('transactions', new TableColumn(maybe(time('sent_at'))));
    for (const statement of SENT_BEFORE) await runner.query(statement);
    for (const [table, found] of INDICES) await runner.createIndex(table, new TableIndex(found));
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, { name }] of INDICES) await runner.dropIndex(table, name);
    await runner.dropColumn('transactions', 'sent_at');
  }
}

/** Of what was sent before this, the exact time is not known: no earlier than when it was added, so its key counts as old. */
const SENT_BEFORE = [
  `UPDATE transactions SET sent_at = created_at WHERE provider_key IS NOT NULL
    AND state IN ('sending', 'pending', 'unknown', 'settled', 'declined', 'reversed')`,
  // Found absent, or about to be sent for the first time: whoever claimed it may have called.
  `UPDATE transactions SET sent_at = created_at WHERE state = 'approved' AND EXISTS (SELECT 1 FROM outbox
    WHERE outbox.shop = transactions.shop AND outbox.transaction_id = transactions.id AND outbox.attempts > 0)`,
];

const INDICES = [
  [
    'transactions',
    {
      name: 'transactions_by_provider_reference',
      columnNames: ['shop', 'provider', 'reference'],
      where: 'provider IS NOT NULL AND reference IS NOT NULL',
    },
  ],
  [
    'payments',
    {
      name: 'payments_by_provider_reference',
      columnNames: ['shop', 'provider', 'reference'],
      where: 'reference IS NOT NULL',
    },
  ],
  ['simulated_refunds', { name: 'simulated_refunds_by_payment', columnNames: ['shop', 'payment_reference'] }],
] as const satisfies readonly (readonly [string, { readonly name: string; columnNames: string[]; where?: string }])[];
