import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Destination } from '../../domain/refund';
import type { TransactionState } from '../../domain/transaction';

/** One movement of money. */
@Entity('transactions')
export class TransactionRow {
  @PrimaryGeneratedColumn()
  id: number;

  @Column({ type: 'varchar' })
  shop: string;

  @Column({ name: 'refund_id', type: 'bigint' })
  refundId: number;

  @Column({ type: 'varchar' })
  state: TransactionState;

  @Column({ type: 'bigint' })
  amount: number;

  /** JSON: which returns it gives money for; null where all of it is for the source of the refund. */
  @Column({ type: 'text', nullable: true })
  shares: string | null;

  @Column({ name: 'payment_id', type: 'bigint', nullable: true })
  paymentId: number | null;

  @Column({ type: 'varchar', nullable: true })
  provider: string | null;

  @Column({ type: 'varchar', nullable: true })
  destination: Destination | null;

  @Column({ type: 'text', nullable: true })
  way: string | null;

  @Column({ name: 'provider_key', type: 'varchar', nullable: true })
  providerKey: string | null;

  @Column({ type: 'text', nullable: true })
  reference: string | null;

  @Column({ type: 'text', nullable: true })
  account: string | null;

  @Column({ name: 'client_account', type: 'text', nullable: true })
  clientAccount: string | null;

  @Column({ type: 'text', nullable: true })
  message: string | null;

  @Column({ name: 'created_at', type: 'bigint' })
  createdAt: number;

  @Column({ name: 'updated_at', type: 'bigint' })
  updatedAt: number;

  @Column({ name: 'settled_at', type: 'bigint', nullable: true })
  settledAt: number | null;

  @Column({ name: 'sent_at', type: 'bigint', nullable: true })
  sentAt: number | null;
}
