import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Condition } from '../../domain/return';

/** A line of a return. `units` is JSON: a list of first and last numbers. */
@Entity('return_lines')
export class ReturnLineRow {
  @PrimaryColumn({ type: 'varchar' })
  shop: string;

  @PrimaryColumn({ name: 'return_id', type: 'bigint' })
  returnId: number;

  @PrimaryColumn({ type: 'integer' })
  position: number;

  @Column({ name: 'line_id', type: 'bigint' })
  lineId: number;

  @Column({ type: 'varchar' })
  sku: string;

  @Column({ type: 'bigint' })
  requested: number;

  @Column({ type: 'bigint' })
  accepted: number;

  @Column({ name: 'accepted_before', type: 'bigint', nullable: true })
  acceptedBefore: number | null;

  @Column({ type: 'bigint' })
  received: number;

  @Column({ type: 'varchar', nullable: true })
  condition: Condition | null;

  @Column({ type: 'boolean' })
  restock: boolean;

  @Column({ name: 'restock_reported', type: 'boolean' })
  restockReported: boolean;

  @Column({ type: 'text' })
  units: string;

  @Column({ type: 'bigint' })
  amount: number;

  @Column({ type: 'text', nullable: true })
  reason: string | null;
}
