import { Refusal } from '../domain/refusal';
import type { ApiKeyRecord, CredentialStore, LoginRecord } from '../services/ports';
import { ApiKeyRow } from './entities/api-key-row';
import type { LoginRow } from './entities/login-row';
import { present } from './present';
import type { Sql } from './sql';

const FIND_KEY = `SELECT id, shop, name, secret_hash AS "secretHash", scopes, created_at AS "createdAt",
  expires_at AS "expiresAt", revoked_at AS "revokedAt" FROM api_keys WHERE id = $1`;
const ADD_KEY = `INSERT INTO api_keys (id, shop, name, secret_hash, scopes, created_at, expires_at, revoked_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;
/** The first revocation counts: from then on the key was no good. */
const REVOKE_KEY = 'UPDATE api_keys SET revoked_at = COALESCE(revoked_at, $1) WHERE id = $2';

const FIND_LOGIN = `SELECT user_name AS "userName", shop, sealed_password AS "sealedPassword", scopes,
  created_at AS "createdAt" FROM logins WHERE user_name = $1`;
const FIND_BY_TOKEN = `SELECT l.user_name AS "userName", l.shop, l.sealed_password AS "sealedPassword", l.scopes,
  l.created_at AS "createdAt" FROM access_tokens t JOIN logins l ON l.user_name = t.user_name
  WHERE t.token_hash = $1 AND t.expires_at > $2`;
const ADD_TOKEN = 'INSERT INTO access_tokens (token_hash, user_name, expires_at) VALUES ($1, $2, $3)';
const PUT_LOGIN = `INSERT INTO logins (user_name, shop, sealed_password, scopes, created_at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT (user_name) DO UPDATE SET sealed_password = excluded.sealed_password, scopes = excluded.scopes
  WHERE logins.shop = excluded.shop`;

export class SqlCredentialStore implements CredentialStore {
  constructor(private readonly sql: Sql) {}

  async findKey(id: string): Promise<ApiKeyRecord | undefined> {
    const row = await this.sql.row<ApiKeyRow>(FIND_KEY, [id]);
    return row && keyOf(row);
  }

  async listKeys(shop?: string): Promise<ApiKeyRecord[]> {
    const where = shop === undefined ? {} : { shop };
    const rows = await this.sql.find(ApiKeyRow, { where, order: { createdAt: 'ASC', id: 'ASC' } });
    return rows.map(keyOf);
  }

  async findLogin(user: string): Promise<LoginRecord | undefined> {
    return loginOf(await this.sql.row<LoginRow>(FIND_LOGIN, [user]));
  }

  async findLoginByToken(tokenHash: string, now: number): Promise<LoginRecord | undefined> {
    return loginOf(await this.sql.row<LoginRow>(FIND_BY_TOKEN, [tokenHash, now]));
  }

  async addToken(tokenHash: string, user: string, expiresAt: number, now: number): Promise<void> {
    await this.sql.run('DELETE FROM access_tokens WHERE expires_at < $1', [now]);
    await this.sql.run(ADD_TOKEN, [tokenHash, user, expiresAt]);
  }

  async addKey(key: ApiKeyRecord): Promise<void> {
    const { id, shop, name, secretHash, scopes, createdAt, expiresAt, revokedAt } = key;
    await this.sql.run(ADD_KEY, [id, shop, name, secretHash, JSON.stringify(scopes), createdAt, expiresAt, revokedAt]);
  }

  async revokeKey(id: string, at: number): Promise<boolean> {
    return (await this.sql.run(REVOKE_KEY, [at, id])) === 1;
  }

  async putLogin(login: LoginRecord): Promise<void> {
    const { user, shop, sealedPassword, scopes, createdAt } = login;
    const written = await this.sql.run(PUT_LOGIN, [user, shop, sealedPassword, JSON.stringify(scopes), createdAt]);
    if (written !== 1) throw new Refusal('reference_taken', `the user name ${user} is taken by another shop`, 'user');
  }

  async useNonce(nonce: string, until: number, now: number): Promise<boolean> {
    await this.sql.run('DELETE FROM used_nonces WHERE forget_at < $1', [now]);
    const text = 'INSERT INTO used_nonces (nonce, forget_at) VALUES ($1, $2) ON CONFLICT (nonce) DO NOTHING';
    return (await this.sql.run(text, [nonce, until])) === 1;
  }
}

function loginOf(row: LoginRow | undefined): LoginRecord | undefined {
  if (!row) return undefined;
  const { userName, scopes, ...rest } = row;
  return { ...rest, user: userName, scopes: JSON.parse(scopes) as string[] };
}

function keyOf(row: ApiKeyRow): ApiKeyRecord {
  return { ...present(row), scopes: JSON.parse(row.scopes) as string[] };
}
