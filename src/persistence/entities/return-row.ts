import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Compensation, ReturnKind, ReturnSide, ReturnStanding, ReturnState } from '../../domain/return';

/** Goods that come back. The column of Return.captured is `worth`: no money came in with them. */
@Entity('returns')
export class ReturnRow {
  @PrimaryGeneratedColumn()
  id: number;

  @Column({ type: 'varchar' })
  shop: string;

  @Column({ name: 'order_id', type: 'bigint' })
  orderId: number;

  @Column({ type: 'varchar', nullable: true })
  reference: string | null;

  @Column({ type: 'varchar' })
  kind: ReturnKind;

  @Column({ type: 'varchar' })
  compensation: Compensation;

  @Column({ type: 'varchar' })
  state: ReturnState;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'text', nullable: true })
  note: string | null;

  /** Forms of refunds, as JSON. */
  @Column({ type: 'text', nullable: true })
  payback: string | null;

  @Column({ type: 'text', nullable: true })
  said: string | null;

  @Column({ name: 'reason_code', type: 'bigint', nullable: true })
  reasonCode: number | null;

  @Column({ type: 'bigint', nullable: true })
  customer: number | null;

  @Column({ name: 'closed_at', type: 'bigint', nullable: true })
  closedAt: number | null;

  @Column({ name: 'closed_by', type: 'varchar', nullable: true })
  closedBy: ReturnSide | null;

  /** What standingOf of the domain says: lists are made by it. */
  @Column({ type: 'varchar' })
  standing: ReturnStanding;

  @Column({ type: 'bigint' })
  worth: number;

  @Column({ type: 'bigint' })
  committed: number;

  @Column({ type: 'bigint' })
  refunded: number;

  @Column({ name: 'last_ordinal', type: 'bigint' })
  lastOrdinal: number;

  @Column({ name: 'opened_at', type: 'bigint' })
  openedAt: number;

  @Column({ name: 'updated_at', type: 'bigint' })
  updatedAt: number;
}
