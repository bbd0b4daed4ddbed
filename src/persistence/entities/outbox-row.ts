import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/**
 * A piece of work for later. `claim` is new with every claim, `token` the same for one worker. `due_set_at` is when `due`
 * was set: later than now, and the clock was set back.
 */
@Entity('outbox')
export class OutboxRow {
  @PrimaryGeneratedColumn()
  id: number;

  @Column({ type: 'varchar' })
  shop: string;

  @Column({ name: 'transaction_id', type: 'bigint' })
  transactionId: number;

  @Column({ type: 'bigint' })
  due: number;

  @Column({ name: 'due_set_at', type: 'bigint' })
  dueSetAt: number;

  @Column({ name: 'clock_set_back', type: 'boolean' })
  clockSetBack: boolean;

  @Column({ type: 'integer' })
  attempts: number;

  @Column({ type: 'integer' })
  absences: number;

  @Column({ type: 'varchar', nullable: true })
  token: string | null;

  @Column({ type: 'varchar', nullable: true })
  claim: string | null;

  @Column({ name: 'leased_until', type: 'bigint', nullable: true })
  leasedUntil: number | null;

  @Column({ type: 'bigint', nullable: true })
  done: number | null;
}
