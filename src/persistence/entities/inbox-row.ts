import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** An event of a provider. `parked_at` is when `due` was set: later than now, and the clock was set back. */
@Entity('inbox')
export class InboxRow {
  @PrimaryGeneratedColumn()
  id: number;

  @Column({ type: 'varchar' })
  shop: string;

  @Column({ type: 'varchar' })
  provider: string;

  @Column({ name: 'event_id', type: 'varchar' })
  eventId: string;

  @Column({ type: 'text' })
  body: string;

  @Column({ type: 'text' })
  news: string;

  @Column({ name: 'received_at', type: 'bigint' })
  receivedAt: number;

  @Column({ type: 'bigint' })
  due: number;

  @Column({ name: 'parked_at', type: 'bigint' })
  parkedAt: number;

  @Column({ type: 'integer' })
  attempts: number;

  @Column({ name: 'processed_at', type: 'bigint', nullable: true })
  processedAt: number | null;

  @Column({ type: 'text', nullable: true })
  problem: string | null;
}
