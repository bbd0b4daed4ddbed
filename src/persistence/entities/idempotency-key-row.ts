import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The answer to a wish, kept under the caller's own key. */
@Entity('idempotency_keys')
export class IdempotencyKeyRow {
  @PrimaryColumn({ type: 'varchar' })
  shop: string;

  @PrimaryColumn({ type: 'varchar' })
  credential: string;

  @PrimaryColumn({ name: 'idempotency_key', type: 'varchar' })
  idempotencyKey: string;

  @Column({ type: 'varchar' })
  operation: string;

  @Column({ type: 'varchar' })
  fingerprint: string;

  @Column({ type: 'text' })
  answer: string;

  @Column({ name: 'created_at', type: 'bigint' })
  createdAt: number;
}
