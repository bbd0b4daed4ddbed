import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A token that stands for a login until it expires. Only its hash is kept. */
@Entity('access_tokens')
export class AccessTokenRow {
  @PrimaryColumn({ name: 'token_hash', type: 'varchar' })
  tokenHash: string;

  @Column({ name: 'user_name', type: 'varchar' })
  userName: string;

  @Column({ name: 'expires_at', type: 'bigint' })
  expiresAt: number;
}
