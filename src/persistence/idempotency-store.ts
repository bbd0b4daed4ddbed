import type { IdempotencyStore, RememberedAnswer } from '../services/ports';
import type { Sql } from './sql';

const FIND = `SELECT operation, fingerprint, answer FROM idempotency_keys
  WHERE shop = $1 AND credential = $2 AND idempotency_key = $3`;
const ADD = `INSERT INTO idempotency_keys (shop, credential, idempotency_key, operation, fingerprint, answer, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;

export class SqlIdempotencyStore implements IdempotencyStore {
  constructor(private readonly sql: Sql) {}

  async find(shop: string, credential: string, key: string): Promise<RememberedAnswer | undefined> {
    return this.sql.row<RememberedAnswer>(FIND, [shop, credential, key]);
  }

  async add(shop: string, credential: string, key: string, remembered: RememberedAnswer, at: number): Promise<void> {
    const { operation, fingerprint, answer } = remembered;
    await this.sql.run(ADD, [shop, credential, key, operation, fingerprint, answer, at]);
  }
}
