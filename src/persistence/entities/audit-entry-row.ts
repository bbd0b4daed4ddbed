import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { AuditSubject } from '../../services/ports';

/** Who did what to money, and when. */
@Entity('audit_entries')
export class AuditEntryRow {
  @PrimaryGeneratedColumn()
  id: number;

  @Column({ type: 'varchar' })
  shop: string;

  @Column({ type: 'bigint' })
  seq: number;

  @Column({ type: 'varchar' })
  hash: string;

  @Column({ type: 'varchar' })
  subject: AuditSubject;

  @Column({ name: 'subject_id', type: 'bigint' })
  subjectId: number;

  @Column({ type: 'varchar' })
  actor: string;

  @Column({ type: 'varchar' })
  action: string;

  @Column({ name: 'request_id', type: 'varchar', nullable: true })
  requestId: string | null;

  @Column({ name: 'before_json', type: 'text', nullable: true })
  before: string | null;

  @Column({ name: 'after_json', type: 'text', nullable: true })
  after: string | null;

  @Column({ name: 'happened_at', type: 'bigint' })
  at: number;
}
