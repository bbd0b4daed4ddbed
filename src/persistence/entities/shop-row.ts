import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Strategy } from '../../domain/allocation';

/** A shop and its settings. */
@Entity('shops')
export class ShopRow {
  @PrimaryColumn({ type: 'varchar' })
  code: string;

  @Column({ type: 'varchar' })
  currency: string;

  @Column({ type: 'varchar' })
  timezone: string;

  @Column({ name: 'return_window_days', type: 'integer' })
  returnWindowDays: number;

  @Column({ type: 'varchar' })
  strategy: Strategy;

  @Column({ name: 'offers_vouchers', type: 'boolean' })
  offersVouchers: boolean;

  @Column({ name: 'accepts_returns', type: 'boolean' })
  acceptsReturns: boolean;

  @Column({ type: 'bigint' })
  number: number;

  @Column({ name: 'created_at', type: 'bigint' })
  createdAt: number;
}
