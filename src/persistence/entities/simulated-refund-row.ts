import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SimulatedRefund } from '../../services/ports';

/** The simulated provider's own books. */
@Entity('simulated_refunds')
export class SimulatedRefundRow {
  @PrimaryColumn({ type: 'varchar' })
  shop: string;

  @PrimaryColumn({ name: 'provider_key', type: 'varchar' })
  providerKey: string;

  @Column({ type: 'varchar' })
  reference: string;

  @Column({ name: 'payment_reference', type: 'varchar' })
  paymentReference: string;

  @Column({ type: 'bigint' })
  amount: number;

  @Column({ type: 'varchar' })
  currency: string;

  @Column({ type: 'varchar' })
  status: SimulatedRefund['status'];

  @Column({ type: 'varchar', nullable: true })
  becomes: NonNullable<SimulatedRefund['becomes']> | null;

  @Column({ name: 'becomes_at', type: 'bigint', nullable: true })
  becomesAt: number | null;
}
