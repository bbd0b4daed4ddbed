import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { RefundMethod, SourceType } from '../../domain/refund';

/** What was agreed to give back. Its state is not here: it follows from its transactions. */
@Entity('refunds')
export class RefundRow {
  @PrimaryGeneratedColumn()
  id: number;

  @Column({ type: 'varchar' })
  shop: string;

  @Column({ name: 'order_id', type: 'bigint' })
  orderId: number;

  @Column({ name: 'return_id', type: 'bigint', nullable: true })
  returnId: number | null;

  @Column({ name: 'source_type', type: 'varchar' })
  sourceType: SourceType;

  @Column({ name: 'source_id', type: 'bigint' })
  sourceId: number;

  /** Its number among the payments and refunds of its source. */
  @Column({ type: 'bigint' })
  ordinal: number;

  @Column({ type: 'varchar' })
  method: RefundMethod;

  @Column({ type: 'bigint' })
  amount: number;

  /** The sum of its settled transactions. */
  @Column({ type: 'bigint', default: 0 })
  refunded: number;

  @Column({ type: 'varchar' })
  currency: string;

  @Column({ type: 'bigint' })
  shipping: number;

  @Column({ type: 'bigint' })
  adjustment: number;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Column({ type: 'text', nullable: true })
  said: string | null;

  @Column({ name: 'created_at', type: 'bigint' })
  createdAt: number;

  @Column({ name: 'confirmed_at', type: 'bigint', nullable: true })
  confirmedAt: number | null;
}
