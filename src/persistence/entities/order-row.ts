import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Fulfilment } from '../../domain/order';

/** What a customer bought, under the shop's own number, with its pot of money. */
@Entity('orders')
export class OrderRow {
  @PrimaryColumn({ type: 'varchar' })
  shop: string;

  @PrimaryColumn({ type: 'bigint' })
  id: number;

  @Column({ type: 'varchar', nullable: true })
  number: string | null;

  @Column({ type: 'varchar' })
  currency: string;

  @Column({ type: 'varchar' })
  fulfilment: Fulfilment;

  @Column({ type: 'varchar', nullable: true })
  channel: string | null;

  @Column({ name: 'placed_at', type: 'bigint', nullable: true })
  placedAt: number | null;

  @Column({ name: 'delivered_at', type: 'bigint', nullable: true })
  deliveredAt: number | null;

  @Column({ name: 'confirmed_at', type: 'bigint', nullable: true })
  confirmedAt: number | null;

  @Column({ name: 'tax_included', type: 'boolean' })
  taxIncluded: boolean;

  @Column({ type: 'bigint' })
  shipping: number;

  @Column({ type: 'bigint' })
  total: number;

  @Column({ type: 'bigint' })
  captured: number;

  @Column({ type: 'bigint' })
  committed: number;

  @Column({ type: 'bigint' })
  refunded: number;

  @Column({ name: 'last_ordinal', type: 'bigint' })
  lastOrdinal: number;

  @Column({ name: 'updated_at', type: 'bigint' })
  updatedAt: number;
}
