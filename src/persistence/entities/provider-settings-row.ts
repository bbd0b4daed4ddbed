import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a shop told us about a payment provider, encrypted. */
@Entity('provider_settings')
export class ProviderSettingsRow {
  @PrimaryColumn({ type: 'varchar' })
  shop: string;

  @PrimaryColumn({ type: 'varchar' })
  provider: string;

  @Column({ type: 'text' })
  sealed: string;

  @Column({ name: 'updated_at', type: 'bigint' })
  updatedAt: number;
}
