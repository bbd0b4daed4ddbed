import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A nonce that may not come again until it is forgotten. */
@Entity('used_nonces')
export class UsedNonceRow {
  @PrimaryColumn({ type: 'varchar' })
  nonce: string;

  @Column({ name: 'forget_at', type: 'bigint' })
  forgetAt: number;
}
