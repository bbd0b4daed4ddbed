import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where the chain of a shop's audit ends. */
@Entity('audit_heads')
export class AuditHeadRow {
  @PrimaryColumn({ type: 'varchar' })
  shop: string;

  @Column({ type: 'bigint' })
  seq: number;

  @Column({ type: 'varchar' })
  hash: string;
}
