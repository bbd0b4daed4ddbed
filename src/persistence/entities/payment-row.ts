import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Money captured for one order, with its pot. */
@Entity('payments')
export class PaymentRow {
  @PrimaryColumn({ type: 'varchar' })
  shop: string;

  @PrimaryColumn({ name: 'order_id', type: 'bigint' })
  orderId: number;

  @PrimaryColumn({ type: 'bigint' })
  id: number;

  @Column({ type: 'bigint' })
  ordinal: number;

  @Column({ type: 'varchar' })
  provider: string;

  @Column({ type: 'varchar' })
  method: string;

  @Column({ type: 'varchar', nullable: true })
  reference: string | null;

  @Column({ type: 'boolean' })
  refundable: boolean;

  @Column({ type: 'bigint' })
  captured: number;

  @Column({ type: 'bigint' })
  committed: number;

  @Column({ type: 'bigint' })
  refunded: number;

  @Column({ name: 'captured_at', type: 'bigint', nullable: true })
  capturedAt: number | null;
}
