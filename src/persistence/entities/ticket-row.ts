import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { TicketState } from '../../domain/ticket';

/** A ticket; `code` is the platform's, one a shop. */
@Entity('tickets')
export class TicketRow {
  @PrimaryGeneratedColumn()
  id: number;

  @Column({ type: 'varchar' })
  shop: string;

  @Column({ type: 'varchar' })
  code: string;

  @Column({ name: 'order_code', type: 'varchar' })
  orderCode: string;

  @Column({ type: 'varchar' })
  platform: string;

  @Column({ type: 'varchar' })
  state: TicketState;

  @Column({ type: 'boolean' })
  mediation: boolean;

  @Column({ type: 'varchar', nullable: true })
  warehouse: string | null;

  @Column({ name: 'created_at', type: 'bigint' })
  createdAt: number;

  @Column({ name: 'updated_at', type: 'bigint' })
  updatedAt: number;
}
