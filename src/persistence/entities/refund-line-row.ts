import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Restock } from '../../domain/refund';

/** A line of a refund. `units` is JSON: a list of first and last numbers. */
@Entity('refund_lines')
export class RefundLineRow {
  @PrimaryColumn({ type: 'varchar' })
  shop: string;

  @PrimaryColumn({ name: 'refund_id', type: 'bigint' })
  refundId: number;

  @PrimaryColumn({ type: 'integer' })
  position: number;

  @Column({ name: 'line_id', type: 'bigint' })
  lineId: number;

  @Column({ type: 'varchar' })
  sku: string;

  @Column({ type: 'bigint' })
  quantity: number;

  @Column({ type: 'text' })
  units: string;

  @Column({ type: 'bigint' })
  amount: number;

  @Column({ type: 'varchar', nullable: true })
  restock: Restock | null;

  @Column({ type: 'bigint', nullable: true })
  location: number | null;

  @Column({ name: 'return_id', type: 'bigint', nullable: true })
  returnId: number | null;
}
