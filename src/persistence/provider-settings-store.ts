import type { ProviderSettingsStore } from '../services/ports';
import type { Sql } from './sql';

const FIND = 'SELECT sealed FROM provider_settings WHERE shop = $1 AND provider = $2';
const PUT = `INSERT INTO provider_settings (shop, provider, sealed, updated_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT (shop, provider) DO UPDATE SET sealed = excluded.sealed, updated_at = excluded.updated_at`;

export class SqlProviderSettingsStore implements ProviderSettingsStore {
  constructor(private readonly sql: Sql) {}

  async find(shop: string, provider: string): Promise<string | undefined> {
    return (await this.sql.row<{ sealed: string }>(FIND, [shop, provider]))?.sealed;
  }

  async put(shop: string, provider: string, sealed: string, at: number): Promise<void> {
    await this.sql.run(PUT, [shop, provider, sealed, at]);
  }
}
