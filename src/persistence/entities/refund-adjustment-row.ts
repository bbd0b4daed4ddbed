import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NamedAdjustment } from '../../domain/refund';

/** A part of a refund that its caller named. */
@Entity('refund_adjustments')
export class RefundAdjustmentRow {
  @PrimaryColumn({ type: 'varchar' })
  shop: string;

  @PrimaryColumn({ name: 'refund_id', type: 'bigint' })
  refundId: number;

  @PrimaryColumn({ type: 'integer' })
  position: number;

  @Column({ type: 'varchar' })
  kind: NamedAdjustment['kind'];

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'bigint' })
  amount: number;

  @Column({ type: 'bigint' })
  tax: number;
}
