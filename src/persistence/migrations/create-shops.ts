import { Table, type MigrationInterface, type QueryRunner } from 'typeorm';
import { key, longText, maybe, small, text, time } from './columns';
import { index } from './rules';

/** Shops, who may speak for them, and what they told us about their payment providers. */
export class CreateShops1762500000001 implements MigrationInterface {
  readonly name = 'CreateShops1762500000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const table of [SHOPS, API_KEYS, LOGINS, USED_NONCES, PROVIDER_SETTINGS]) await runner.createTable(table);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [PROVIDER_SETTINGS, USED_NONCES, LOGINS, API_KEYS, SHOPS]) await runner.dropTable(table);
  }
}

const SHOPS = new Table({
  name: 'shops',
  columns: [
    key(text('code')),
    text('currency'),
    text('timezone'),
    small('return_window_days'),
    text('strategy'),
    time('created_at'),
  ],
});

const API_KEYS = new Table({
  name: 'api_keys',
  columns: [
    key(text('id')),
    text('shop'),
    text('name'),
    text('secret_hash'),
    longText('scopes'),
    time('created_at'),
    maybe(time('expires_at')),
    maybe(time('revoked_at')),
  ],
  indices: [index('api_keys', 'shop', 'created_at')],
});

const LOGINS = new Table({
  name: 'logins',
  columns: [key(text('user_name')), text('shop'), longText('sealed_password'), longText('scopes'), time('created_at')],
  indices: [index('logins', 'shop')],
});

const USED_NONCES = new Table({
  name: 'used_nonces',
  columns: [key(text('nonce')), time('forget_at')],
  indices: [index('used_nonces', 'forget_at')],
});

const PROVIDER_SETTINGS = new Table({
  name: 'provider_settings',
  columns: [key(text('shop')), key(text('provider')), longText('sealed'), time('updated_at')],
});
