import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A key of a shop's software. Its id is unique over all shops, for the shop is only known once it was found. */
@Entity('api_keys')
export class ApiKeyRow {
  @PrimaryColumn({ type: 'varchar' })
  id: string;

  @Column({ type: 'varchar' })
  shop: string;

  @Column({ type: 'varchar' })
  name: string;

  @Column({ name: 'secret_hash', type: 'varchar' })
  secretHash: string;

  @Column({ type: 'text' })
  scopes: string;

  @Column({ name: 'created_at', type: 'bigint' })
  createdAt: number;

  @Column({ name: 'expires_at', type: 'bigint', nullable: true })
  expiresAt: number | null;

  @Column({ name: 'revoked_at', type: 'bigint', nullable: true })
  revokedAt: number | null;
}
